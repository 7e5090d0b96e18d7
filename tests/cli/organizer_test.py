"""Who may open the organizer's screens: added with a PIN, listed, removed."""

import hashlib
import base64
import json
import stat

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
