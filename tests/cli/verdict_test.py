"""Every verdict of `verify` on a real log, by its name and exit code."""

import base64
import hashlib
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from ikrar_command import CEREMONY, answer, run

PASSPHRASE = "kata sandi untuk uji"


def sign(data, first, count, *original):
    """Index, NIP and matching code of each declaration signed."""
    done = subprocess.run([os.environ["SIGN_AS"], data, PASSPHRASE, str(first), str(count), *original], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return [line.split() for line in done.stdout.splitlines()]


def to_bytes(digits):
    tails = {3: 1, 5: 2, 8: 3, 10: 4, 13: 5, 15: 6, 17: 7}
    chunks = [digits[at : at + 17] for at in range(0, len(digits), 17)]
    return bytearray(b"".join(int(c).to_bytes(tails[len(c)], "little") for c in chunks))


def to_digits(content):
    widths = (0, 3, 5, 8, 10, 13, 15, 17)
    chunks = [content[at : at + 7] for at in range(0, len(content), 7)]
    return "".join(str(int.from_bytes(c, "little")).zfill(widths[len(c)]) for c in chunks)


def as_witness(vkey):
    """The same public key as a cosigner's: C2SP tlog-cosignature, type 0x04."""
    name, _, key = vkey.split("+", 2)
    typed = b"\x04" + base64.b64decode(key)[1:]
    key_id = hashlib.sha256(name.encode() + b"\n" + typed).digest()[:4]
    return f"{name}+{key_id.hex()}+{base64.b64encode(typed).decode()}"


class Verdicts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = pathlib.Path(tempfile.mkdtemp(prefix="ikrar-verdict-"))
        cls.addClassCleanup(shutil.rmtree, cls.work, ignore_errors=True)
        cls.data = cls.work / "data"
        secret = cls.work / "passphrase"
        secret.write_text(PASSPHRASE + "\n")
        cls.secret = ("--passphrase-file", secret)
        cls.vkey = answer("init", "--ceremony", CEREMONY, "--data", cls.data, "--kiosk", "kiosk-1", *cls.secret)["vkey"]
        cls.policy = cls.work / "policy"
        shutil.copy(cls.data / "log/policy", cls.policy)
        run("session", "start", "--data", cls.data, *cls.secret)
        cls.early = cls.work / "early"
        shutil.copytree(cls.data, cls.early)
        cls.rewritten = cls.work / "rewritten"
        shutil.copytree(cls.data, cls.rewritten)
        cls.people = sign(cls.data, 1, 3)
        sign(cls.rewritten, 50, 3, cls.data)
        run("void", 4, "--reason", "duplicate", "--data", cls.data, *cls.secret)

    def text(self, index):
        return answer("receipt", "show", index, "--data", self.data)["text"]

    def check(self, receipt, verdict, expect, *more, policy=None):
        found = answer("verify", receipt, "--policy", policy or self.policy, *more, expect=expect)
        self.assertEqual(found["verdict"], verdict)
        return found

    def test_a_genuine_receipt_is_valid_unwitnessed_and_fine_where_no_quorum_is_asked(self):
        self.check(self.text(2), "valid-unwitnessed", 0)
        self.check(self.text(2), "valid-unwitnessed", 0, "--log", self.data)

    def test_a_bundle_tells_of_voiding_as_a_copy_of_the_log_does(self):
        bundle = self.work / "bundle.zip"
        run("export", "--format", "bundle", "--out", bundle, "--data", self.data)
        self.check(self.text(2), "valid-unwitnessed", 0, "--log", bundle)
        self.check(self.text(4), "voided", 1, "--log", bundle)

    def test_a_quorum_that_is_asked_and_not_met_fails(self):
        asked = self.work / "asked"
        witness = as_witness(self.vkey_of_another_log())
        asked.write_text(f"log {self.vkey}\nwitness saksi {witness}\nquorum saksi\n")
        self.check(self.text(2), "valid-unwitnessed", 1, policy=asked)

    def vkey_of_another_log(self):
        other = pathlib.Path(tempfile.mkdtemp(dir=self.work))
        return answer("init", "--ceremony", CEREMONY, "--data", other / "data", "--kiosk", "kiosk-2", *self.secret)["vkey"]

    def test_a_log_that_the_policy_does_not_name_is_unknown(self):
        other = self.work / "other"
        other.write_text(f"log {self.vkey_of_another_log()}\nquorum none\n")
        self.check(self.text(2), "unknown-log", 1, policy=other)

    def test_a_changed_signature_of_the_entry_is_bad_though_its_spelling_is_right(self):
        head, digits = self.text(2).rsplit("#", 1)
        content = to_bytes(digits)
        self.assertEqual(to_digits(content), digits)
        self.assertIn(content[2], (0x58, 0x59))  # [1, entry: a byte string of 1 or 2 length bytes
        start = 3 + content[2] - 0x57
        content[start + int.from_bytes(content[3:start], "big") - 10] ^= 1
        self.check(f"{head}#{to_digits(content)}", "bad-signature", 1)

    def test_a_rewritten_log_is_inconsistent_with_the_receipt(self):
        self.check(self.text(3), "inconsistent", 1, "--log", self.rewritten)

    def test_a_copy_that_ends_before_the_receipt_does_not_hold_it(self):
        self.check(self.text(3), "not-in-log", 1, "--log", self.early)

    def test_voiding_is_seen_in_the_log_only(self):
        self.check(self.text(4), "valid-unwitnessed", 0)
        self.check(self.text(4), "voided", 1, "--log", self.data)

    def test_a_revoked_key_is_believed_up_to_its_last_good_size(self):
        revoked = self.work / "revoked"
        revoked.write_text(f"{self.vkey} 3\n")
        self.check(self.text(2), "valid-unwitnessed", 0, "--revoked", revoked)
        self.check(self.text(3), "unknown-log", 1, "--revoked", revoked)

    def test_the_matching_code_tells_whose_receipt_it_is(self):
        (index, nip, code), (_, other, _) = self.people[:2]
        mine = self.check(self.text(index), "valid-unwitnessed", 0, "--id", f"nip:{nip}", "--code", code)
        self.assertTrue(mine["person_matches"])
        theirs = self.check(self.text(index), "valid-unwitnessed", 1, "--id", f"nip:{other}", "--code", code)
        self.assertFalse(theirs["person_matches"])

    def test_nothing_of_a_real_log_says_gladi(self):
        for words in (("status",), ("receipt", "show", 2)):
            self.assertNotIn("GLADI", run(*words, "--data", self.data).stdout)


if __name__ == "__main__":
    unittest.main()
