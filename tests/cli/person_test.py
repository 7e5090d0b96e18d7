"""Receipts held against a bundle: each against the log that sealed it, and, where it is asked, who stands behind it."""

import hmac
import json
import shutil
import unittest
import zipfile

from bundle_test import BundleTest, members, pack, table, text
from ikrar_command import CEREMONY, answer, run


class PersonTest(BundleTest):
    """A bundle of a closed log: 42 rows; entry 5 voided before the closing and 9 after it."""

    def verify(self, index, bundle, *more, expect=0, policy=None, data=None):
        receipt = answer("receipt", "show", index, "--data", data or self.data)["text"]
        return answer("verify", receipt, "--policy", policy or self.policy, "--log", bundle, *more, expect=expect)

    def row(self, index):
        return next(row for row in table(self.members[self.attendance]) if row[0] == str(index))

    def changed(self, member, index, column, value):
        rows = table(self.members[member])
        next(row for row in rows if row[0] == str(index))[column] = value
        return pack(self.work / "changed.zip", {**self.members, member: text(rows)})


class Names(PersonTest):
    def test_a_bundle_is_a_log_and_names_nobody_unless_asked(self):
        found = self.verify(4, self.bundle)
        self.assertEqual((found["verdict"], found["checked_against_log"]), ("rehearsal", True))
        self.assertNotIn("person", found)
        printed = run("verify", found["receipt"], "--policy", self.policy, "--log", self.bundle).stdout
        for secret in self.row(4)[2:4]:
            self.assertNotIn(secret, printed)

    def test_who_signed_is_the_row_of_the_entry(self):
        for index in (2, 20, 41):
            row = self.row(index)
            person = self.verify(index, self.bundle, "--person")["person"]
            self.assertEqual(person, {"kind": row[1], "number": row[2], "name": row[3], "unit": row[5], "status": "signed"})
        for index, reason in ((5, "duplicate"), (9, "withdrawn")):  # before the closing and after it
            person = self.verify(index, self.bundle, "--person")["person"]
            self.assertEqual((person["name"], person["status"], person["reason"]), (self.row(index)[3], "voided", reason))
        receipt = answer("receipt", "show", 4, "--data", self.data)["text"]
        printed = run("verify", receipt, "--policy", self.policy, "--log", self.bundle, "--person").stdout
        self.assertIn(f"Signer     {self.row(4)[3]}\nNumber     nip {self.row(4)[2]}\n", printed)
        self.assertIn("against the closing of the log: that takes ikrar audit", printed)

    def test_a_row_that_is_not_of_the_entry_is_told_and_nobody_is_named(self):
        other = self.row(7)
        lies = {
            "not of whoever signed": [(self.attendance, 2, other[2]), (self.attendance, 1, "nik"), (self.ties, 1, "00" * 16)],
            "not as it was recorded": [(self.attendance, 3, "Orang Lain"), (self.attendance, 5, other[5] + "x"), (self.ties, 2, "00" * 16)],
        }
        receipt = answer("receipt", "show", 4, "--data", self.data)["text"]
        for words, edits in lies.items():
            for member, column, value in edits:
                with self.subTest(words, member=member, column=column):
                    bundle = self.changed(member, 4, column, value)
                    self.assertIsNone(self.verify(4, bundle, "--person", expect=1)["person"])
                    printed = run("verify", receipt, "--policy", self.policy, "--log", bundle, "--person", expect=1).stdout
                    self.assertIn(words, printed)
                    for secret in (*self.row(4)[2:4], other[2], "Orang Lain"):
                        self.assertNotIn(secret, printed)
                    self.verify(6, bundle, "--person")  # the others stand

    def test_the_status_is_that_of_the_log(self):
        receipt = answer("receipt", "show", 4, "--data", self.data)["text"]
        key = next(row for row in table(self.members[self.ties]) if row[0] == "4")[2]
        rows = table(self.members[self.attendance])
        row = next(row for row in rows if row[0] == "4")
        row[9:] = ["voided", "duplicate"]  # its digest is that of the row before
        lies = [{self.attendance: text(rows)}]
        digest = hmac.new(bytes.fromhex(key), text([row]).removesuffix(b"\r\n"), "sha256").hexdigest()
        ties = table(self.members[self.ties])
        next(tie for tie in ties if tie[0] == "4")[4] = digest
        lies.append({self.attendance: text(rows), self.ties: text(ties)})
        for lie in lies:
            bundle = pack(self.work / "status.zip", {**self.members, **lie})
            self.assertIsNone(self.verify(4, bundle, "--person", expect=1)["person"])
            printed = run("verify", receipt, "--policy", self.policy, "--log", bundle, "--person", expect=1).stdout
            self.assertIn("not as it was recorded", printed)
            self.assertNotIn("voided\n", printed)
        voided = self.changed(self.attendance, 9, 9, "signed")  # voided after the closing: so its digest is this row's
        rows = table(members(voided)[self.attendance])
        next(row for row in rows if row[0] == "9")[10] = ""
        self.assertIsNone(self.verify(9, pack(voided, {**self.members, self.attendance: text(rows)}), "--person", expect=1)["person"])

    def test_a_log_under_another_name_lends_its_verdict_to_no_table(self):
        moved = {name.replace(self.folder + "/", "0/"): data for name, data in self.members.items()}
        rows = table(self.members[self.attendance])
        next(row for row in rows if row[0] == "4")[3] = "Orang Lain"
        row = text([next(row for row in rows if row[0] == "4")]).removesuffix(b"\r\n")
        ties = table(self.members[self.ties])
        tie = next(tie for tie in ties if tie[0] == "4")
        tie[2], tie[4] = "11" * 16, hmac.new(b"\x11" * 16, row, "sha256").hexdigest()
        forged = {self.attendance: text(rows), self.ties: text(ties)}
        for folders in ((self.folder,), ("0", self.folder), ("0",)):
            marker = "ikrar/bundle/v1\nfull\n" + "".join(folder + "\n" for folder in folders)
            bundle = pack(self.work / "moved.zip", {**moved, **forged, "ikrar-bundle": marker.encode()})
            with self.subTest(folders):
                found = self.verify(4, bundle, "--person", expect=1)
                self.assertEqual((found["checked_against_log"], found["person"]), (False, None))
                self.assertTrue(found["log_error"])

    def test_a_table_longer_than_its_log_is_refused(self):
        receipt = answer("receipt", "show", 4, "--data", self.data)["text"]
        for member in (self.attendance, self.ties):
            rows = table(self.members[member])
            rows += [[str(index), *rows[1][1:]] for index in range(100, 3000)]
            bundle = pack(self.work / "longer.zip", {**self.members, member: text(rows)})
            self.assertIn("its log ends at", run("verify", receipt, "--policy", self.policy, "--log", bundle, "--person", expect=1).stderr)

    def test_a_row_removed_and_a_person_erased_are_told_apart(self):
        rows = [row for row in table(self.members[self.attendance]) if row[0] != "4"]
        removed = pack(self.work / "removed.zip", {**self.members, self.attendance: text(rows)})
        self.assertIsNone(self.verify(4, removed, "--person", expect=1)["person"])
        data = self.work / "erased"
        shutil.copytree(self.data, data)
        run("erase", "--id", f"{self.row(4)[1]}:{self.row(4)[2]}", "--data", data, "--yes")
        erased = self.work / "erased.zip"
        run("export", "--format", "bundle", "--out", erased, "--data", data)
        self.assertIsNone(self.verify(4, erased, "--person")["person"])

    def test_a_public_bundle_holds_no_names(self):
        public = self.work / "public.zip"
        run("export", "--format", "bundle", "--out", public, "--data", self.data, "--public", "--force")
        found = self.verify(4, public, "--person")
        self.assertEqual((found["checked_against_log"], found["person"]), (True, None))

    def test_a_receipt_that_proves_nothing_names_nobody(self):
        receipt = answer("receipt", "show", 4, "--data", self.data)["text"]
        forged = receipt[:-60] + ("1" if receipt[-60] == "0" else "0") + receipt[-59:]
        found = answer("verify", forged, "--policy", self.policy, "--log", self.bundle, "--person", expect=1)
        self.assertIn(found["verdict"], ("bad-signature", "malformed"))
        self.assertNotIn("person", found)

    def test_names_need_a_bundle(self):
        receipt = answer("receipt", "show", 4, "--data", self.data)["text"]
        for log in ((), ("--log", self.data)):
            self.assertIn("bundle", run("verify", receipt, "--policy", self.policy, "--person", *log, expect=2).stderr)

    def test_a_matching_code_is_asked_for_as_before(self):
        self.assertNotIn("person_matches", self.verify(4, self.bundle))


class Sealed(PersonTest):
    def test_a_sealed_bundle_takes_its_passphrase_and_no_other(self):
        sealed, phrase = self.work / "sealed.zip", self.work / "phrase"
        written = answer("export", "--format", "bundle", "--out", sealed, "--data", self.data, "--seal", "--force")
        phrase.write_text(written["passphrase"].lower() + "\n")
        found = self.verify(4, sealed, "--person", "--passphrase-file", phrase)
        self.assertEqual(found["person"]["name"], self.row(4)[3])
        receipt = found["receipt"]
        phrase.write_text("0000-0000-0000-0000-0000\n")
        for more, words in ((("--passphrase-file", phrase), "not the passphrase"), ((), "sealed")):
            self.assertIn(words, run("verify", receipt, "--policy", self.policy, "--log", sealed, *more, expect=2).stderr)


class Logs(PersonTest):
    """Two kiosks in one bundle."""

    def setUp(self):
        self.second = self.work / "second"
        if not self.second.exists():
            run("init", "--ceremony", CEREMONY, "--data", self.second, "--kiosk", "kiosk-2", "--rehearsal")
            run("simulate", "--data", self.second, "--count", 12)
            run("session", "end", "--data", self.second)
            run("close", "--data", self.second)
            run("export", "--format", "bundle", "--out", self.work / "second.zip", "--data", self.second)
        other = members(self.work / "second.zip")
        self.other = other["ikrar-bundle"].decode().split("\n")[2]
        marker = f"ikrar/bundle/v1\nfull\n{self.folder}\n{self.other}\n".encode()
        self.content = {**self.members, **other, "ikrar-bundle": marker}
        self.both = pack(self.work / "both.zip", self.content)
        self.policies = self.work / "both.policy"
        self.policies.write_text(self.policy.read_text().splitlines()[0] + "\n" + (self.second / "log/policy").read_text())

    def test_each_receipt_is_held_against_its_own_log(self):
        for data, folder in ((self.data, self.folder), (self.second, self.other)):
            found = self.verify(4, self.both, "--person", policy=self.policies, data=data)
            self.assertTrue(found["checked_against_log"])
            name = next(row[3] for row in table(self.content[folder + "/attendance.csv"]) if row[0] == "4")
            self.assertEqual(found["person"]["name"], name)

    def test_a_log_that_is_not_in_the_bundle_or_contradicts_itself_is_told_and_the_other_one_stands(self):
        found = self.verify(4, self.bundle, "--person", expect=1, policy=self.policies, data=self.second)
        self.assertIn("does not hold the log", found["log_error"])
        self.assertIsNone(found["person"])
        tile = next(name for name in self.content if name.startswith(self.other + "/log/tile/entries/"))
        data = bytearray(self.content[tile])
        data[-1] ^= 1
        broken = pack(self.work / "broken.zip", {**self.content, tile: bytes(data)})
        found = self.verify(4, broken, expect=1, policy=self.policies, data=self.second)
        self.assertIn("cannot be relied on", found["log_error"])
        self.assertFalse(found["checked_against_log"])
        self.verify(4, broken, "--person", policy=self.policies)

    def test_members_that_cannot_be_told_apart_are_not_read(self):
        with zipfile.ZipFile(self.work / "twice.zip", "w") as bundle:
            for name, data in self.content.items():
                bundle.writestr(name, data)
            bundle.writestr(self.folder + "/log/CHECKPOINT", b"another")
        found = self.verify(4, self.work / "twice.zip", expect=1, policy=self.policies)
        self.assertIn("cannot be relied on", found["log_error"])

    def test_a_zip_that_is_no_bundle_says_so(self):
        other = pack(self.work / "other.zip", {"a.txt": b"x"})
        receipt = answer("receipt", "show", 4, "--data", self.data)["text"]
        done = run("verify", receipt, "--policy", self.policy, "--log", other, "--json", expect=2)
        self.assertIn("no bundle", json.loads(done.stderr.splitlines()[-1])["error"])


if __name__ == "__main__":
    unittest.main()
