"""`ikrar erase`: the person is gone from every file, the log and its receipts hold as before."""

import json
import pathlib
import sqlite3
import unittest

from ikrar_command import CEREMONY, ROSTER, StoreTest, answer, run


class Erase(StoreTest):
    count = 20
    batch = 1

    def person(self, index):
        rows = [json.loads(line) for line in run("roster", "list", "--json", "--data", self.data).stdout.splitlines()]
        return rows[index]

    def holds(self, secret):
        return any(secret.encode() in p.read_bytes() for p in self.data.rglob("*") if p.is_file())

    def test_a_person_is_erased_and_the_log_holds(self):
        person = self.person(4)
        who = f"{person['kind']}:{person['number']}"
        receipts = [answer("receipt", "show", index, "--data", self.data)["text"] for index in range(2, 22)]
        before = answer("status", "--data", self.data)
        would = answer("erase", "--id", who, "--dry-run", "--data", self.data)
        self.assertEqual((would["entries"], would["people"]), ([6], 1))
        refused = run("erase", "--id", who, "--data", self.data, expect=2)
        self.assertIn("--yes", refused.stderr)
        self.assertTrue(self.holds(person["number"]))

        record = self.work / "penghapusan.txt"
        erased = answer("erase", "--id", who, "--yes", "--record", record, "--data", self.data)
        self.assertEqual(erased["entries"], [6])
        self.assertFalse(self.holds(person["number"]))
        self.assertFalse(self.holds(person["name"]))
        paper = record.read_text()
        self.assertIn("catatan nomor 6", paper)
        self.assertNotIn(person["number"], paper)
        self.assertNotIn(person["name"], paper)
        self.assertIn(erased["root"], paper)

        after = answer("status", "--data", self.data)
        self.assertEqual((after["size"], after["root"], after["signed"]), (before["size"], before["root"], before["signed"]))
        self.assertEqual(after["roster"], before["roster"] - 1)
        self.assertTrue(self.audit()["holds"])
        for receipt in receipts:
            self.assertEqual(answer("verify", receipt, "--policy", self.policy, "--log", self.log)["verdict"], "rehearsal")

    def test_it_names_what_may_name_the_person(self):
        person = self.person(7)
        who = f"{person['kind']}:{person['number']}"
        cards = self.work / "undangan.pdf"
        run("invite", "--session", 1, "--out", cards, "--data", self.data)
        run("invite", "--session", 1, "--blank", 1, "--out", self.work / "kosong.pdf", "--data", self.data)
        record = self.work / "penghapusan-kedua.txt"
        erase = ("erase", "--id", who, "--yes", "--record", record, "--data", self.data)
        self.assertEqual(answer(*erase)["look_through"], [])
        run("incident", "add", "Peserta Contoh pingsan.", "--data", self.data)
        said = answer(*erase)
        incidents = str(self.data / "incidents.json")
        self.assertEqual(said["look_through"], [incidents])
        self.assertEqual([copy["path"] for copy in said["copies"]], [str(cards)])
        self.assertIn(incidents, record.read_text())
        self.assertIn("look through it yourself: " + incidents, run(*erase).stdout)

    def test_wrong_use(self):
        for arguments in ((), ("--id", "198609262015051001"), ("--id", "nip:1"), ("--all-before", "kemarin"), ("--id", "nip:198609262015051001", "--all-before", "2024-01-01")):
            self.assertTrue(run("erase", *arguments, "--yes", "--data", self.data, expect=2).stderr)


class Held(StoreTest):
    count = 20
    batch = 1

    def test_pages_that_another_program_reads_are_told_of_and_the_repetition_ends_it(self):
        rows = [json.loads(line) for line in run("roster", "list", "--json", "--data", self.data).stdout.splitlines()]
        who = f"{rows[4]['kind']}:{rows[4]['number']}"
        reader = sqlite3.connect(self.data / "ikrar.sqlite", isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT COUNT(*) FROM register").fetchone()
        record = self.work / "penghapusan.txt"
        done = run("erase", "--id", who, "--yes", "--record", record, "--data", self.data, "--json", expect=3)
        said = json.loads(done.stdout)
        self.assertEqual((said["entries"], said["held"], said["ended"]), ([6], True, False))
        self.assertIn("once more", done.stderr)
        self.assertIn("BELUM TUNTAS", record.read_text())
        self.assertIn("catatan nomor 6", record.read_text())
        reader.execute("COMMIT")
        reader.close()
        said = answer("erase", "--id", who, "--yes", "--record", record, "--data", self.data)
        self.assertEqual((said["entries"], said["held"], said["ended"]), ([6], False, True))
        self.assertIn("\nTUNTAS", record.read_text())
        self.assertIn("catatan nomor 6", record.read_text())
        self.assertFalse((self.data / "erasure.pending").exists())
        self.assertFalse(any(rows[4]["number"].encode() in p.read_bytes() for p in self.data.rglob("*") if p.is_file()))
        # What nobody can be told of any more can still be voided, and a public bundle adds up.
        run("void", 6, "--reason", "withdrawn", "--data", self.data)
        run("void", 6, "--reason", "withdrawn", "--data", self.data, expect=2)
        run("session", "end", "--data", self.data)
        run("close", "--data", self.data)
        for more in ((), ("--public",)):
            out = self.work / "bukti.zip"
            run("export", "--format", "bundle", *more, "--out", out, "--force", "--data", self.data)
            self.assertTrue(answer("audit", out, "--policy", self.policy)["holds"])


class EraseAll(StoreTest):
    count = 10

    def test_a_past_ceremony(self):
        run("session", "end", "--data", self.data)
        run("incident", "add", "Peserta Contoh pingsan.", "--data", self.data)
        kept = answer("erase", "--all-before", "2020-01-01", "--yes", "--data", self.data)
        self.assertEqual((kept["entries"], kept["people"]), ([], 0))
        self.assertTrue((self.data / "incidents.json").exists())
        prepared = self.work / "disiapkan"  # for a ceremony that is to come
        run("init", "--ceremony", CEREMONY, "--data", prepared, "--kiosk", "kiosk-2", "--rehearsal")
        run("roster", "import", ROSTER, "--data", prepared)
        self.assertEqual(answer("erase", "--all-before", "2999-01-01", "--yes", "--data", prepared)["people"], 0)
        erased = answer("erase", "--all-before", "2999-01-01", "--yes", "--data", self.data)
        self.assertEqual((len(erased["entries"]), erased["people"]), (10, 200))
        self.assertTrue(erased["incidents_removed"])
        self.assertFalse((self.data / "incidents.json").exists())
        self.assertEqual(run("roster", "list", "--data", self.data).stdout, "")
        self.assertTrue(self.audit()["holds"])
        run("close", "--data", self.data)
        self.assertTrue(self.audit()["holds"])


if __name__ == "__main__":
    unittest.main()
