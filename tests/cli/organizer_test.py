"""Who may open the organizer's screens: added with a PIN, listed, removed."""

import hashlib
import base64
import json
import pathlib
import sqlite3
import stat
import subprocess

from ikrar_command import StoreTest, answer, run


class Organizers(StoreTest):
    def pin(self, digits):
        file = self.work / "pin"
        file.write_text(digits + "\n")
        return file

    def add(self, name, digits="271828", **more):
        return run("organizer", "add", "--name", name, "--post", "Panitia", "--pin-file", self.pin(digits), "--data", self.data, **more)

    def test_a_pin_is_kept_as_scrypt_of_it_and_pythons_scrypt_agrees(self):
        self.add("Peserta Contoh 001")
        file = self.data / "organizers"
        self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
        self.assertNotIn("271828", file.read_text())
        (holder,) = json.loads(file.read_text())
        _, scheme, cost, salt, hashed = holder["pin"].split("$")
        self.assertEqual((scheme, cost), ("scrypt", "ln=16,r=8,p=1"))
        expected = hashlib.scrypt(b"271828", salt=base64.b64decode(salt + "=="), n=1 << 16, r=8, p=1, dklen=32, maxmem=1 << 27)
        self.assertEqual(base64.b64decode(hashed + "="), expected)
        self.assertEqual(answer("organizer", "list", "--data", self.data), {"name": "Peserta Contoh 001", "post": "Panitia"})
        self.assertIn("already", self.add("Peserta Contoh 001", expect=2).stderr)
        run("organizer", "remove", "--name", "Peserta Contoh 001", "--data", self.data)
        self.assertEqual(run("organizer", "list", "--data", self.data).stdout, "")
        run("organizer", "remove", "--name", "Peserta Contoh 001", "--data", self.data, expect=2)

    def test_a_pin_that_is_tried_first_or_short_is_refused(self):
        for digits in ("123456", "000000", "12345", "abcdef"):
            self.assertIn("PIN", self.add("Peserta Contoh 002", digits, expect=2).stderr)

    def test_without_a_terminal_or_a_store_it_says_what_to_do(self):
        words = ("organizer", "add", "--name", "Peserta Contoh 003", "--post", "Panitia")
        self.assertIn("--pin-file", run(*words, "--data", self.data, expect=2).stderr)
        self.assertIn("ikrar init", run(*words, "--data", self.work, "--pin-file", self.pin("271828"), expect=2).stderr)


class Closing(StoreTest):
    count = 3

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pins = []
        for number, digits in enumerate(("271828", "314159"), 1):
            file = cls.work / f"pin-{number}"
            file.write_text(digits + "\n")
            cls.pins.append(file)
            run("organizer", "add", "--name", f"Peserta Contoh 00{number}", "--post", f"Jabatan {number}", "--pin-file", file, "--data", cls.data)

    def officials(self):
        with sqlite3.connect(self.data / "ikrar.sqlite") as db:
            return db.execute("SELECT act, name, post FROM officials ORDER BY entry_index, position").fetchall()

    def test_two_people_close_with_their_pins_and_stand_in_the_berita_acara(self):
        one, two = self.pins
        run("session", "end", "--by", "Peserta Contoh 002", "--pin-file", two, "--data", self.data)
        self.assertEqual(self.officials(), [(2, "Peserta Contoh 002", "Jabatan 2")])
        both = ("--by", "Peserta Contoh 001;Jabatan 1", "--by", "Peserta Contoh 002")
        for words, says in (((), "Two people"),
                            (both[:2] + ("--pin-file", one), "Two people"),
                            (both, "--pin-file"),
                            (both + ("--pin-file", one, "--pin-file", one), "not the PIN of Peserta Contoh 002"),
                            (("--by", "Peserta Contoh 001;Bupati", "--by", "Peserta Contoh 002", "--pin-file", one, "--pin-file", two), "Jabatan 1"),
                            (("--by", "Peserta Contoh 001", "--by", "Peserta Contoh 009", "--pin-file", one, "--pin-file", two), "no organizer"),
                            (("--by", "Peserta Contoh 001", "--by", "Peserta Contoh 001", "--pin-file", one, "--pin-file", one), "twice")):
            with self.subTest(words=words):
                self.assertIn(says, run("close", *words, "--data", self.data, expect=2).stderr)
        self.assertFalse(answer("status", "--data", self.data)["closed"])
        self.assertEqual(json.loads((self.data / "organizers.failed").read_text())["Peserta Contoh 002"], 1)
        run("close", *both, "--pin-file", one, "--pin-file", two, "--data", self.data)
        self.assertEqual(self.officials()[1:], [(4, "Peserta Contoh 001", "Jabatan 1"), (4, "Peserta Contoh 002", "Jabatan 2")])
        self.assertEqual(json.loads((self.data / "organizers.failed").read_text())["Peserta Contoh 002"], 0)
        pdf = self.work / "berita-acara.pdf"
        run("export", "--format", "pdf", "--document", "berita-acara", "--out", pdf, "--data", self.data)
        words = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
        for name in ("Peserta Contoh 001", "Jabatan 1", "Peserta Contoh 002", "Jabatan 2"):
            self.assertIn(name, words)


class ClosingWithoutPins(StoreTest):
    def test_where_nobody_has_a_pin_the_two_are_named_all_the_same(self):
        run("session", "start", "--by", "Peserta Contoh 003;Panitia", "--data", self.data)
        run("session", "end", "--data", self.data)
        run("close", "--by", "Peserta Contoh 001;Sekretaris", "--by", "Peserta Contoh 002|Kepala Badan", "--data", self.data)
        with sqlite3.connect(self.data / "ikrar.sqlite") as db:
            acts = db.execute("SELECT act, name, post FROM officials ORDER BY entry_index, position").fetchall()
        self.assertEqual(acts, [(1, "Peserta Contoh 003", "Panitia"), (4, "Peserta Contoh 001", "Sekretaris"), (4, "Peserta Contoh 002", "Kepala Badan")])


class Incidents(StoreTest):
    def listed(self):
        return answer("incident", "list", "--data", self.data)["incidents"]

    def test_incidents_are_noted_listed_taken_back_and_printed(self):
        self.assertEqual(self.listed(), [])
        run("incident", "add", "Satu peserta menolak.", "--time", "2023-09-18T09:10", "--data", self.data)
        run("incident", "add", "Listrik padam empat menit.", "--time", "2023-09-18T08.40", "--data", self.data)
        now = answer("incident", "add", "Hujan <deras> & \"angin\".", "--data", self.data)
        self.assertEqual([i["text"] for i in self.listed()], ["Listrik padam empat menit.", "Satu peserta menolak.", now["text"]])
        self.assertEqual(self.listed()[0]["line"], "18 September 2023, 08.40 WITA: Listrik padam empat menit.")
        self.assertEqual(self.listed()[0]["time"], 1694997600)  # 00:40 UTC
        self.assertEqual(stat.S_IMODE((self.data / "incidents.json").stat().st_mode), 0o600)
        run("incident", "remove", 2, "--data", self.data)
        self.assertEqual([i["text"] for i in self.listed()], ["Listrik padam empat menit.", now["text"]])
        for wrong in (("add", "dua\nbaris"), ("add", " "), ("add", "x" * 513), ("add", "x", "--time", "kemarin"), ("remove", 3), ("remove", 0)):
            with self.subTest(wrong=wrong):
                run("incident", *wrong, "--data", self.data, expect=2)
        pdf = self.work / "berita-acara.pdf"
        made = ("export", "--format", "pdf", "--document", "berita-acara", "--out", pdf, "--force", "--data", self.data)
        run(*made)
        words = lambda: " ".join(subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout.split())
        self.assertIn("a. 18 September 2023, 08.40 WITA: Listrik padam empat menit.", words())
        self.assertIn("Hujan <deras> & \"angin\".", words())
        file = self.work / "kejadian.txt"
        file.write_text("Lain.\n")
        run(*made, "--incidents", file)  # a file that is given counts instead
        self.assertNotIn("Listrik padam", words())
        stick = self.work / "stick"
        stick.mkdir()
        copy = pathlib.Path(answer("backup", "--to", stick, "--once", "--data", self.data)["directory"])
        self.assertEqual((copy / "incidents.json").read_bytes(), (self.data / "incidents.json").read_bytes())
        (self.data / "incidents.json").write_text("{}")
        self.assertIn("mend", run("incident", "list", "--data", self.data, expect=2).stderr)
