"""The tamper matrix: each lie about a log or its receipts, and what each surface makes of it.

A surface that cannot see a lie from what it holds is in the matrix too, as UNSEEN: it must then say what it did not check.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
import lies  # noqa: E402
from ikrar_command import CEREMONY, answer, run  # noqa: E402
from verdict_test import PASSPHRASE, as_witness, sign  # noqa: E402

SURFACES = (
    "verify",  # ikrar verify, the receipt alone
    "verify --log",  # and a copy of the log
    "audit",  # ikrar audit of the copy
    "audit --since",  # and a checkpoint kept from before
    "screen",  # the auditor's screen, the receipt alone
    "screen with log",
)

HOLDS = "holds"  # there is no lie in what this surface is given
FAILS = "fails"  # the audit names a failure
REFUSED = "refused"  # the copy cannot be relied on, and no receipt is held against it
UNSEEN = "unseen"  # genuine as far as this surface can tell: it says that no log was asked

# The verdict of each lie, by surface.
MATRIX = {
    "no lie": (UNSEEN, "valid-unwitnessed", HOLDS, HOLDS, UNSEEN, "valid-unwitnessed"),
    "entry changed": (UNSEEN, REFUSED, FAILS, FAILS, UNSEEN, REFUSED),
    "entry removed": (UNSEEN, REFUSED, FAILS, FAILS, UNSEEN, REFUSED),
    "entries reordered": (UNSEEN, REFUSED, FAILS, FAILS, UNSEEN, REFUSED),
    "entry added twice": (UNSEEN, REFUSED, FAILS, FAILS, UNSEEN, REFUSED),
    "checkpoint forged": (UNSEEN, REFUSED, FAILS, FAILS, UNSEEN, REFUSED),
    "old copy restored": (UNSEEN, "not-in-log", HOLDS, FAILS, UNSEEN, "not-in-log"),
    "two histories": (UNSEEN, "inconsistent", HOLDS, FAILS, UNSEEN, "inconsistent"),
    "key swapped": ("unknown-log", REFUSED, FAILS, FAILS, "unknown-log", REFUSED),
    "ceremony file changed": (UNSEEN, "valid-unwitnessed", FAILS, FAILS, UNSEEN, "valid-unwitnessed"),
    "receipt edited": ("bad-signature", "bad-signature", HOLDS, HOLDS, "bad-signature", "bad-signature"),
    "proof of another log": ("bad-signature", "bad-signature", HOLDS, HOLDS, "bad-signature", "bad-signature"),
    "seal of another log": ("malformed", "malformed", HOLDS, HOLDS, "malformed", "malformed"),
    "seal of another entry": ("bad-signature", "bad-signature", HOLDS, HOLDS, "bad-signature", "bad-signature"),
}

SCREEN_NAMES = {
    "Malformed": "malformed",
    "UnknownLog": "unknown-log",
    "BadSignature": "bad-signature",
    "Inconsistent": "inconsistent",
    "NotInLog": "not-in-log",
    "Rehearsal": "rehearsal",
    "Voided": "voided",
    "ValidUnwitnessed": "valid-unwitnessed",
    "Valid": "valid",
}


class Tamper(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = pathlib.Path(tempfile.mkdtemp(prefix="ikrar-tamper-"))
        cls.addClassCleanup(shutil.rmtree, cls.work, ignore_errors=True)
        secret = cls.work / "passphrase"
        secret.write_text(PASSPHRASE + "\n")
        cls.secret = ("--passphrase-file", secret)
        cls.data, cls.policy = cls.make_log("honest")
        shutil.copytree(cls.data / "log", cls.work / "early")
        rewritten = cls.work / "rewritten"
        shutil.copytree(cls.data, rewritten)
        sign(cls.data, 1, 4)
        sign(rewritten, 50, 4, cls.data)
        cls.rewritten = rewritten / "log"
        cls.since = cls.work / "since"
        shutil.copy(cls.data / "log/checkpoint", cls.since)
        cls.other, cls.other_policy = cls.make_log("other")
        sign(cls.other, 1, 4)
        cls.evidence = cls.make_evidence()

    @classmethod
    def make_log(cls, name):
        """A real log with an open session, and the policy that an auditor was given apart from it."""
        data = cls.work / name
        run("init", "--ceremony", CEREMONY, "--data", data, "--kiosk", "kiosk-1", *cls.secret)
        run("session", "start", "--data", data, *cls.secret)
        policy = cls.work / f"{name}.policy"
        shutil.copy(data / "log/policy", policy)
        return data, policy

    @classmethod
    def receipt(cls, data, index=3):
        return answer("receipt", "show", index, "--data", data)["text"]

    @classmethod
    def make_evidence(cls):
        """For each lie the receipt that somebody shows and the copy of the log that somebody hands over."""
        honest = cls.receipt(cls.data)
        log = cls.data / "log"

        def copy(lie, change):
            return honest, change(lies.Copy(log, cls.work / f"copy-{lie.replace(' ', '-')}")).log

        return {
            "no lie": (honest, log),
            "entry changed": copy("entry changed", lies.Copy.entry_changed),
            "entry removed": copy("entry removed", lies.Copy.entry_removed),
            "entries reordered": copy("entries reordered", lies.Copy.entries_reordered),
            "entry added twice": copy("entry added twice", lies.Copy.entry_twice),
            "checkpoint forged": copy("checkpoint forged", lies.Copy.checkpoint_forged),
            "old copy restored": (honest, cls.work / "early"),
            "two histories": (honest, cls.rewritten),
            "key swapped": (cls.receipt(cls.other), cls.other / "log"),
            "ceremony file changed": copy("ceremony file changed", lies.Copy.ceremony_changed),
            "receipt edited": (lies.edited(honest), log),
            "proof of another log": (lies.with_proof_of(honest, cls.receipt(cls.other)), log),
            "seal of another log": (lies.with_seal_of(honest, cls.receipt(cls.other)), log),
            "seal of another entry": (lies.with_seal_of(honest, cls.receipt(cls.data, 4)), log),
        }

    # What each surface says, as a word of the matrix.

    def verify(self, receipt, log=None):
        done = subprocess.run(
            [os.environ["IKRAR"], "verify", receipt, "--policy", self.policy, "--json", *(["--log", log] if log else [])],
            capture_output=True,
            text=True,
        )
        if done.stdout == "":
            self.assertIn("cannot be relied on", done.stderr)
            self.assertEqual(done.returncode, 1)
            return REFUSED
        said = json.loads(done.stdout)
        self.assertEqual(done.returncode, 0 if said["verdict"] == "valid-unwitnessed" else 1)
        return self.unseen_or(said["verdict"], said["sentence"], log)

    def unseen_or(self, verdict, sentence, log):
        if verdict == "valid-unwitnessed" and not log:
            self.assertIn("pembatalan sesudahnya belum diperiksa karena log tidak tersedia", sentence)
            return UNSEEN
        return verdict

    def audit(self, log, *more):
        done = subprocess.run([os.environ["IKRAR"], "audit", log, "--policy", self.policy, "--json", *more], capture_output=True, text=True)
        said = json.loads(done.stdout.splitlines()[-1])
        self.assertEqual(done.returncode, 0 if said["holds"] else 1)
        return HOLDS if said["holds"] else FAILS

    def screen(self, receipt, log=None):
        given = self.work / "given"
        given.write_text(receipt)
        done = subprocess.run(
            [os.environ["AUDITOR_LOOK"], self.policy, log or "-", "-", given],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "XDG_RUNTIME_DIR": str(self.work)},
        )
        said = json.loads(done.stdout)
        if "failed" in said:
            self.assertIn("belum dapat dimulai", said["heading"])
            self.assertIn("cannot be relied on", said["failed"])
            return REFUSED
        return self.unseen_or(SCREEN_NAMES[said["verdict"]], said["words"], log)

    def test_every_surface_says_of_every_lie_what_the_matrix_says(self):
        self.assertEqual(set(self.evidence), set(MATRIX))
        for lie, (receipt, log) in self.evidence.items():
            said = (
                self.verify(receipt),
                self.verify(receipt, log),
                self.audit(log),
                self.audit(log, "--since", self.since),
                self.screen(receipt),
                self.screen(receipt, log),
            )
            expected = MATRIX[lie]
            for surface, word, cell in zip(SURFACES, said, expected):
                with self.subTest(lie=lie, surface=surface):
                    self.assertEqual(word, cell)


if __name__ == "__main__":
    unittest.main()
