"""The tamper matrix: each lie about a log or its receipts, and what each surface makes of it.

A surface that cannot see a lie from what it holds is in the matrix too, as UNSEEN: it must then tell its user what it did not check.
"""

import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import typing
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
import lies  # noqa: E402
from ikrar_command import CEREMONY, ROOT, answer, run  # noqa: E402
from verdict_test import PASSPHRASE, sign  # noqa: E402
from witness_test import Witness  # noqa: E402

SURFACES = (
    "verify",  # ikrar verify, the receipt alone
    "verify --log",  # and a copy of the log
    "audit",  # ikrar audit of the copy
    "audit --since",  # and a checkpoint kept from before
    "screen",  # the auditor's screen, the receipt alone
    "screen with log",
    "page",  # the verify page in Chromium, the receipt alone
    "page with log",  # after the touch, the log on the network
)

HOLDS = "holds"  # the audit finds no failure, and there is none in what it was given
FAILS = "fails"  # the audit names a failure
REFUSED = "refused"  # the copy cannot be relied on: that is said, and no receipt is held against it
UNSEEN = "unseen"  # nothing wrong as far as this surface can tell: it says what it did not check
OTHER_FILE = "other file"  # the receipt's verdict stands, and the page says that its ceremony file is another

# The verdict of each lie, by surface. ARCHITECTURE.md shows it to readers.
MATRIX = {
    "no lie": ("valid-unwitnessed", "valid-unwitnessed", HOLDS, HOLDS, "valid-unwitnessed", "valid-unwitnessed", "valid-unwitnessed", "valid-unwitnessed"),
    "no lie, witnessed": ("valid", "valid", HOLDS, HOLDS, "valid", "valid", "valid", "valid"),
    "no lie, witnessed later": ("valid-unwitnessed", "valid", HOLDS, HOLDS, "valid-unwitnessed", "valid", "valid-unwitnessed", "valid"),
    "entry changed": (UNSEEN, REFUSED, FAILS, FAILS, UNSEEN, REFUSED, UNSEEN, REFUSED),
    "entry removed": (UNSEEN, REFUSED, FAILS, FAILS, UNSEEN, REFUSED, UNSEEN, REFUSED),
    "entries reordered": (UNSEEN, REFUSED, FAILS, FAILS, UNSEEN, REFUSED, UNSEEN, REFUSED),
    "entry added twice": (UNSEEN, REFUSED, FAILS, FAILS, UNSEEN, REFUSED, UNSEEN, REFUSED),
    "checkpoint forged": (UNSEEN, REFUSED, FAILS, FAILS, UNSEEN, REFUSED, UNSEEN, REFUSED),
    "old copy restored": (UNSEEN, "not-in-log", UNSEEN, FAILS, UNSEEN, "not-in-log", UNSEEN, "not-in-log"),
    "two histories": (UNSEEN, "inconsistent", UNSEEN, FAILS, UNSEEN, "inconsistent", UNSEEN, "inconsistent"),
    "key swapped": ("unknown-log", "unknown-log", FAILS, FAILS, "unknown-log", REFUSED, "unknown-log", "unknown-log"),
    "log swapped": (UNSEEN, REFUSED, FAILS, FAILS, UNSEEN, REFUSED, UNSEEN, REFUSED),
    "ceremony file changed": (UNSEEN, UNSEEN, FAILS, FAILS, UNSEEN, UNSEEN, UNSEEN, OTHER_FILE),
    "receipt edited": ("bad-signature", "bad-signature", HOLDS, HOLDS, "bad-signature", "bad-signature", "bad-signature", "bad-signature"),
    "proof of another log": ("bad-signature", "bad-signature", HOLDS, HOLDS, "bad-signature", "bad-signature", "bad-signature", "bad-signature"),
    "seal of another log": ("malformed", "malformed", HOLDS, HOLDS, "malformed", "malformed", "malformed", "malformed"),
    "seal of another entry": ("bad-signature", "bad-signature", HOLDS, HOLDS, "bad-signature", "bad-signature", "bad-signature", "bad-signature"),
    "cosignature replayed on a receipt": ("bad-signature", "bad-signature", HOLDS, HOLDS, "bad-signature", "bad-signature", "bad-signature", "bad-signature"),
    "cosignature replayed on the log": (UNSEEN, REFUSED, FAILS, FAILS, UNSEEN, REFUSED, UNSEEN, REFUSED),
}

GENUINE = ("valid", "valid-unwitnessed")
# What a surface must have told where it saw no lie: of the log, without one; of its ceremony file, with one.
TOLD = {
    "verify": ("whether the log was rewritten, and whether this was voided later", "pembatalan sesudahnya belum diperiksa karena log tidak tersedia"),
    "verify --log": ("the ceremony file of the copy",),
    "audit": ("whether the log was rewritten or cut off before this copy was made",),
    "screen": ("belum diperiksa apakah log ditulis ulang atau pernyataan dibatalkan", "pembatalan sesudahnya belum diperiksa karena log tidak tersedia"),
    "screen with log": ("berkas kegiatan di dalamnya tidak diperiksa",),
    "page": ("apakah pernyataan ini kemudian dibatalkan", "apakah log ditulis ulang sesudahnya", "apakah berkas upacara di atas memang yang tercatat dalam log"),
}

# Why two surfaces of one kind may differ on a lie, as (lie, surface); everywhere else they agree.
APART = {
    ("key swapped", "screen with log"): "the screen does not start on a copy of a log that its policy does not know",
    ("ceremony file changed", "page with log"): "the page was made with that file, and the log's first entry names another",
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


class Evidence(typing.NamedTuple):
    """What somebody shows and hands over, and what the auditor had before."""

    receipt: str
    log: pathlib.Path
    policy: pathlib.Path
    since: pathlib.Path
    ceremony: pathlib.Path = CEREMONY  # that the page was made with


class Said(typing.NamedTuple):
    word: str  # of the matrix
    words: str  # to its user


class Tamper(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.work = pathlib.Path(tempfile.mkdtemp(prefix="ikrar-tamper-"))
        cls.addClassCleanup(shutil.rmtree, cls.work, ignore_errors=True)
        secret = cls.work / "passphrase"
        secret.write_text(PASSPHRASE + "\n")
        cls.secret = ("--passphrase-file", secret)
        cls.evidence = {**cls.unwitnessed(), **cls.witnessed()}

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
    def copy(cls, log, name, change, *more):
        return change(lies.Copy(log, cls.work / f"copy-{name}"), *more).log

    @classmethod
    def unwitnessed(cls):
        data, policy = cls.make_log("honest")
        shutil.copytree(data / "log", cls.work / "early")
        rewritten = cls.work / "rewritten"
        shutil.copytree(data, rewritten)
        sign(data, 1, 4)
        sign(rewritten, 50, 4, data)
        since = cls.work / "since"
        shutil.copy(data / "log/checkpoint", since)
        other, _ = cls.make_log("other")
        sign(other, 1, 4)
        honest, foreign, log = cls.receipt(data), cls.receipt(other), data / "log"

        def shown(receipt, copy=log):
            return Evidence(receipt, copy, policy, since)

        def edited(name, change):
            return shown(honest, cls.copy(log, name, change))

        ceremony = edited("ceremony", lies.Copy.ceremony_changed)
        return {
            "no lie": shown(honest),
            "entry changed": edited("changed", lies.Copy.entry_changed),
            "entry removed": edited("removed", lies.Copy.entry_removed),
            "entries reordered": edited("reordered", lies.Copy.entries_reordered),
            "entry added twice": edited("twice", lies.Copy.entry_twice),
            "checkpoint forged": edited("forged", lies.Copy.checkpoint_forged),
            "old copy restored": shown(honest, cls.work / "early"),
            "two histories": shown(honest, rewritten / "log"),
            "key swapped": shown(foreign, other / "log"),
            "log swapped": shown(honest, other / "log"),
            "ceremony file changed": ceremony._replace(ceremony=ceremony.log / "ceremony.toml"),
            "receipt edited": shown(lies.edited(honest)),
            "proof of another log": shown(lies.with_proof_of(honest, foreign)),
            "seal of another log": shown(lies.with_seal_of(honest, foreign)),
            "seal of another entry": shown(lies.with_seal_of(honest, cls.receipt(data, 4))),
        }

    @classmethod
    def witnessed(cls):
        """A log whose witness cosigned it twice, and a policy that asks for that witness."""
        data, policy = cls.make_log("witnessed")
        witness = Witness(cls.work, "bawaslu").serve()
        cls.addClassCleanup(lambda: witness.process and witness.stop())
        policy.write_text(policy.read_text().split("\n")[0] + f"\n{witness.line()}quorum {witness.made['name']}\n")
        shutil.copy(policy, data / "log/policy")
        run("witness", "add", "--data", witness.data, policy)
        sign(data, 1, 2)
        before = cls.receipt(data)
        run("witness", "ask", "--data", data)
        first = (data / "log/checkpoint").read_text()
        sign(data, 11, 2)
        run("witness", "ask", "--data", data)
        witness.stop()
        since = cls.work / "since-witnessed"
        shutil.copy(data / "log/checkpoint", since)
        honest, log = cls.receipt(data), data / "log"

        def shown(receipt, copy=log):
            return Evidence(receipt, copy, policy, since)

        return {
            "no lie, witnessed": shown(honest),
            "no lie, witnessed later": shown(before),
            "cosignature replayed on a receipt": shown(lies.with_cosignatures_of(honest, cls.receipt(data, 5))),
            "cosignature replayed on the log": shown(honest, cls.copy(log, "cosigned", lies.Copy.checkpoint_cosigned_as, first)),
        }

    # What each surface says.

    def verify(self, given, log=None):
        done = subprocess.run(
            [os.environ["IKRAR"], "verify", given.receipt, "--policy", given.policy, "--json", *(["--log", log] if log else [])],
            capture_output=True,
            text=True,
        )
        said = json.loads(done.stdout)
        fine = said["verdict"] == "valid" or (said["verdict"] == "valid-unwitnessed" and "quorum none" in given.policy.read_text())
        self.assertEqual(done.returncode, 0 if fine and "log_error" not in said else 1)
        words = f"{said['sentence']}\n{said.get('unchecked', '')}"
        if said["verdict"] in GENUINE and "log_error" in said:
            self.assertIn("cannot be relied on", said["log_error"])
            self.assertIn("cannot be relied on", done.stderr)
            self.assertIn(TOLD["verify"][0], words)
            return Said(REFUSED, words)
        return Said(said["verdict"], words)

    def audit(self, given, *more):
        told = run("audit", given.log, "--policy", given.policy, *more, expect=None)
        self.assertEqual(told.returncode, 0 if "\nResult     holds\n" in told.stdout else 1)
        return Said(HOLDS if told.returncode == 0 else FAILS, told.stdout)

    def screens(self, with_log):
        """The auditor's screen, for each lie: started once for all receipts that are held against the same."""
        groups = {}
        for lie, given in self.evidence.items():
            groups.setdefault((given.policy, given.log if with_log else "-"), []).append(lie)
        said = {}
        for (policy, log), some in groups.items():
            files = [self.work / f"given-{number}" for number in range(len(some))]
            for file, lie in zip(files, some):
                file.write_text(self.evidence[lie].receipt + "\n")  # as it comes when it is pasted
            done = subprocess.run(
                [os.environ["AUDITOR_LOOK"], policy, log, "-", *files],
                capture_output=True,
                text=True,
                check=True,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "XDG_RUNTIME_DIR": str(self.work)},
            )
            answers = [self.screen(json.loads(line)) for line in done.stdout.splitlines()]
            if answers[0].word == REFUSED:
                answers *= len(some)
            said.update(zip(some, answers, strict=True))
        return said

    def screen(self, said):
        if "failed" in said:
            self.assertIn("belum dapat dimulai", said["heading"])
            self.assertIn("cannot be relied on", said["failed"])
            return Said(REFUSED, said["words"])
        return Said(SCREEN_NAMES[said["verdict"]], said["words"])

    def pages(self):
        """The page alone and with the log, for each lie: one browser for all of them."""
        asked = [{name: str(value) for name, value in given._asdict().items()} for given in self.evidence.values()]
        done = subprocess.run(
            [os.environ["NODE"], pathlib.Path(__file__).with_name("page_look.mjs")], input=json.dumps(asked), capture_output=True, text=True, timeout=300
        )
        self.assertEqual(done.returncode, 0, done.stderr)
        return dict(zip(self.evidence, map(self.page, done.stdout.splitlines()), strict=True))

    def page(self, line):
        said = json.loads(line)
        alone, online = said["alone"], said["online"]
        self.assertEqual(said["offered"], alone["verdict"] not in ("malformed", "unknown-log", "bad-signature"))
        return Said(alone["verdict"], alone["unchecked"]), self.after_the_touch(alone, online)

    def after_the_touch(self, alone, online):
        if "bukan yang tercatat dalam log" in online["note"]:
            self.assertIn(online["verdict"], GENUINE)
            self.assertNotIn("Ikrar Netralitas ASN", online["words"])  # the title in that file
            return Said(OTHER_FILE, online["note"])
        if not online["failed"]:
            return Said(online["verdict"], online["unchecked"])
        self.assertIn("Hasil di atas diperoleh tanpa log", online["note"])
        self.assertEqual((online["verdict"], online["unchecked"]), (alone["verdict"], alone["unchecked"]))
        return Said(REFUSED, online["note"])

    def test_every_surface_says_of_every_lie_what_the_matrix_says(self):
        self.assertEqual(set(self.evidence), set(MATRIX))
        with concurrent.futures.ThreadPoolExecutor() as beside:
            browser = beside.submit(self.pages)
            screens, screens_with_log = self.screens(False), self.screens(True)
            pages = browser.result()
        for lie, given in self.evidence.items():
            said = (
                self.verify(given),
                self.verify(given, given.log),
                self.audit(given),
                self.audit(given, "--since", given.since),
                screens[lie],
                screens_with_log[lie],
                *pages[lie],
            )
            for surface, one, cell in zip(SURFACES, said, MATRIX[lie], strict=True):
                with self.subTest(lie=lie, surface=surface):
                    if cell != UNSEEN:
                        self.assertEqual(one.word, cell)
                        continue
                    self.assertIn(one.word, (HOLDS, *GENUINE))
                    for told in TOLD[surface]:
                        self.assertIn(told, one.words)

    def test_command_screen_and_page_agree(self):
        for lie, cells in MATRIX.items():
            by = dict(zip(SURFACES, cells, strict=True))
            for surface in ("screen", "page"):
                for log in ("", " with log"):
                    if (lie, surface + log) in APART:
                        continue
                    with self.subTest(lie=lie, surface=surface + log):
                        self.assertEqual(by[surface + log], by["verify --log" if log else "verify"])

    def test_readers_are_shown_this_matrix(self):
        rows = [("lie", *(f"`{name}`" if name[:5] in ("verif", "audit") else name for name in SURFACES))]
        rows += [("---",) * len(rows[0]), *((lie, *(f"**{cell}**" if cell == UNSEEN else cell for cell in cells)) for lie, cells in MATRIX.items())]
        table = "".join(f"| {' | '.join(row)} |\n" for row in rows)
        shown = (ROOT / "ARCHITECTURE.md").read_text()
        self.assertIn(table, shown, f"ARCHITECTURE.md has to show:\n\n{table}")


if __name__ == "__main__":
    unittest.main()
