"""A log of 600 as an auditor meets it: receipts in every form, a second reader, and damage to every file."""

import json
import os
import random
import shutil
import subprocess
import unittest

from ikrar_command import ROOT, StoreTest, answer, run
from verdict_test import to_bytes, to_digits


class Evidence(StoreTest):
    count = 600

    def text_of(self, index):
        return answer("receipt", "show", index, "--data", self.data)["text"]

    def test_a_receipt_verifies_as_text_picture_file_and_tlog_proof(self):
        text = self.text_of(300)
        forms = [text]
        for name, verb in (("r.png", "qr"), ("r.tlog-proof", "tlog-proof"), ("r.txt", "show")):
            run("receipt", verb, 300, "--data", self.data, "--out", self.work / name)
            forms.append(self.work / name)
        for form in forms:
            verdict = answer("verify", form, "--policy", self.policy, "--log", self.data)
            self.assertEqual((verdict["verdict"], verdict["index"]), ("rehearsal", 300))
        self.assertEqual((self.work / "r.txt").read_text(), text)
        proof = (self.work / "r.tlog-proof").read_text()
        self.assertTrue(proof.startswith("c2sp.org/tlog-proof@v1\n"))

    def test_zbar_reads_the_same_text_from_the_picture(self):
        run("receipt", "qr", 17, "--data", self.data, "--out", self.work / "z.png")
        seen = subprocess.run(["zbarimg", "--raw", "-q", self.work / "z.png"], capture_output=True, text=True, check=True)
        self.assertEqual(seen.stdout.rstrip("\n"), self.text_of(17))

    def test_a_changed_digit_never_verifies(self):
        text = self.text_of(20)
        start = text.index("#") + 1
        chance = random.Random(20230918)
        changed = []
        for at in chance.sample(range(start, len(text)), 40):
            digit = str((int(text[at]) + chance.randrange(1, 10)) % 10)
            changed.append(text[:at] + digit + text[at + 1 :])
        done = run("verify", *changed, "--policy", self.policy, "--json", expect=1)
        verdicts = [json.loads(line)["verdict"] for line in done.stdout.splitlines()]
        self.assertEqual(len(verdicts), 40)
        self.assertLessEqual(set(verdicts), {"malformed", "unknown-log", "bad-signature"})

    def test_a_cosignature_by_a_key_that_an_old_policy_lacks_is_named_and_not_believed(self):
        url, digits = self.text_of(300).split("#")
        receipt = to_bytes(digits)
        self.assertEqual(receipt[-73], 0x81, "one signature, the log's")
        receipt[-73] = 0x82
        receipt += bytes.fromhex("821a0102030458 48") + bytes(72)
        text = url + "#" + to_digits(bytes(receipt))
        verdict = answer("verify", text, "--policy", self.policy, "--log", self.data)
        self.assertEqual((verdict["verdict"], verdict["witnesses"], verdict["unknown_cosigners"]), ("rehearsal", [], ["01020304"]))
        self.assertIn("01020304, which the policy does not name", run("verify", text, "--policy", self.policy).stdout)

    def test_a_file_that_is_no_receipt_is_malformed_with_a_reason(self):
        noise = self.work / "noise.png"
        noise.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
        for argument in (noise, self.policy, "HTTPS://X#12"):
            verdict = answer("verify", argument, "--policy", self.policy, expect=1)
            self.assertEqual(verdict["verdict"], "malformed")
            self.assertTrue(verdict["why"])

    def test_a_receipt_that_is_not_there_is_wrong_use_and_nothing_is_judged(self):
        done = run("verify", self.text_of(300), "nonexistent.png", "--policy", self.policy, "--json", expect=2)
        self.assertEqual((done.stdout, json.loads(done.stderr)["kind"]), ("", "missing"))

    def test_a_log_that_is_not_there_is_told_from_a_folder_without_one(self):
        told = lambda evidence: run("audit", evidence, "--policy", self.policy, expect=2).stderr
        self.assertIn("there is no file or folder of that name", told(self.work / "nonexistent.zip"))
        (self.work / "empty").mkdir()
        self.assertIn("no log here", told(self.work / "empty"))

    def test_several_receipts_stand_apart_under_their_names(self):
        first, second = self.work / "one.txt", self.work / "two.txt"
        first.write_text(self.text_of(300))
        second.write_text(self.text_of(301))
        shown = run("verify", first, second, "--policy", self.policy).stdout
        for name in (first, second):
            self.assertIn(f"\n\n{str(name)[:60]}\nVerdict ", shown)

    def test_a_second_reader_in_another_language_agrees(self):
        receipts = []
        for index in (2, 3, 257, 300, 601):
            path = self.work / f"second-{index}.txt"
            path.write_text(self.text_of(index))
            receipts.append(path)
        done = subprocess.run(["node", ROOT / "tests/e2e/second_reader.mjs", self.log, self.policy, *receipts], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        theirs = json.loads(done.stdout)
        ours = self.audit()
        self.assertEqual((theirs["size"], theirs["root"], theirs["signed"]), (ours["size"], ours["root"], 600))
        self.assertEqual(theirs["receipts"], 5)
        # It must also be able to say no.
        path = self.log / "tile/0/000"
        before = path.read_bytes()
        self.flip(path, 77)
        done = subprocess.run(["node", ROOT / "tests/e2e/second_reader.mjs", self.log, self.policy], capture_output=True, text=True)
        path.write_bytes(before)
        self.assertEqual(done.returncode, 1)
        self.assertIn("tile/0/000", done.stderr)

    def test_four_flipped_bits_in_every_published_file_are_found_and_named(self):
        self.audit()
        chance = random.Random(600)
        for path in self.published():
            for bit in chance.sample(range(path.stat().st_size * 8), 4):
                self.assert_flip_is_named(path, bit)
        self.audit()

    def test_names_in_the_evidence_do_not_write_the_answer(self):
        copy = self.work / "hostile"
        shutil.copytree(self.log, copy)
        (copy / "x\x1b[8m\u009b2J\u202e").touch()
        forged = copy / "y\nResult     holds"
        forged.mkdir()
        (forged / "z").touch()
        said = run("audit", copy, "--policy", self.policy).stdout
        self.assertIn(r"x\x1B[8m\u009B2J\u202E", said)
        self.assertIn(r"y\x0AResult     holds/z", said)
        self.assertEqual([c for c in said if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160 or c == "\u202e")], [])
        evil = self.work / "\x1b[2Jevil"
        evil.write_text("no receipt")
        self.assertNotIn("\x1b", run("verify", evil, evil, "--policy", self.policy, expect=1).stdout)

    def test_a_policy_from_inside_the_evidence_is_warned_of(self):
        done = run("audit", self.log, "--policy", self.log / "policy")
        self.assertIn("inside the evidence", done.stderr)
        self.assertNotIn("inside the evidence", run("audit", self.log, "--policy", self.policy).stderr)

    def test_a_log_that_continues_an_earlier_checkpoint_is_told_from_a_rewritten_one(self):
        earlier = self.work / "earlier"
        shutil.copytree(self.data, earlier)
        run("audit", self.log, "--policy", self.policy, "--since", earlier / "log/checkpoint")


@unittest.skipUnless(os.environ.get("IKRAR_FULL"), "a large run")
class LargeLog(StoreTest):
    count = 100_000
    batch = 1024

    def test_a_log_of_100000_holds_and_one_flip_in_each_kind_of_file_is_found(self):
        self.assertEqual(self.audit()["signed"], 100_000)
        chance = random.Random(100_000)
        kinds = {}
        for path in self.published():
            parts = path.relative_to(self.log).parts
            kinds.setdefault((parts[:2], path.parent.suffix == ".p"), []).append(path)
        self.assertGreaterEqual(len(kinds), 7)
        for paths in kinds.values():
            path = chance.choice(paths)
            self.assert_flip_is_named(path, chance.randrange(path.stat().st_size * 8))


if __name__ == "__main__":
    unittest.main()
