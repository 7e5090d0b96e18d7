"""The commands of a ceremony, from init to close, by their answers and exit codes."""

import json
import os
import pathlib
import subprocess
import unittest

from ikrar_command import CEREMONY, IKRAR, ROOT, ROSTER, StoreTest, answer, run


class Ceremony(StoreTest):
    def test_the_way_from_init_to_close(self):
        data = ("--data", self.data)
        status = answer("status", *data)
        self.assertEqual((status["size"], status["roster"], status["open_session"]), (1, 200, None))
        self.assertTrue(status["origin"].startswith("takalar-2023.example/gladi/takalar-2023/kiosk-1-"))

        run("session", "start", "--number", 1, *data)
        self.assertEqual(answer("simulate", *data, "--count", 5, "--batch", 1)["last_index"], 6)
        self.assertEqual(answer("void", 3, "--reason", "duplicate", *data)["index"], 7)
        run("void", 3, "--reason", "duplicate", *data, expect=2)
        run("void", 1, "--reason", "test", *data, expect=2)
        run("void", 99, "--reason", "test", *data, expect=2)
        run("close", *data, expect=2)
        run("session", "end", *data)
        run("session", "end", *data, expect=2)
        run("simulate", *data, "--count", 1)
        self.assertEqual(answer("status", *data)["open_session"], 2)
        run("session", "end", *data)
        run("close", *data)
        run("close", *data, expect=2)
        run("session", "start", "--number", 3, *data, expect=2)
        run("void", 4, "--reason", "withdrawn", *data)

        report = self.audit()
        self.assertEqual((report["signed"], report["voided"], report["sessions"], report["closed"]), (6, 2, 2, True))
        self.assertEqual([f for f in report["findings"] if f["severity"] == "failure"], [])
        status = answer("status", *data)
        self.assertEqual(status["published_size"], status["size"])


class VoidedReceipt(StoreTest):
    count = 3

    def test_a_receipt_is_held_against_the_log_only_where_one_is_given(self):
        receipt = answer("receipt", "show", 3, "--data", self.data)["text"]
        run("void", 3, "--reason", "withdrawn", "--data", self.data)
        alone = answer("verify", receipt, "--policy", self.policy)
        self.assertEqual((alone["verdict"], alone["checked_against_log"]), ("rehearsal", False))
        # A rehearsal comes before voided in the order of verdicts; the log is looked at all the same.
        beside = answer("verify", receipt, "--policy", self.policy, "--log", self.data)
        self.assertEqual((beside["verdict"], beside["checked_against_log"]), ("rehearsal", True))


class RealLog(unittest.TestCase):
    def test_a_real_log_has_an_encrypted_key_and_signs_no_samples(self):
        import tempfile

        with tempfile.TemporaryDirectory() as directory:
            work = pathlib.Path(directory)
            secret = work / "passphrase"
            secret.write_text("kata sandi untuk uji\n")
            new = ("init", "--ceremony", CEREMONY, "--data", work / "data", "--kiosk", "kiosk-1")
            run(*new, expect=2)
            self.assertFalse((work / "data").exists() and any((work / "data").iterdir()))
            run(*new, "--passphrase-file", secret)
            run(*new, "--passphrase-file", secret, expect=2)
            key = work / "data/key.pem"
            self.assertEqual(key.stat().st_mode & 0o777, 0o600)
            self.assertIn("ENCRYPTED", key.read_text())
            openssl = subprocess.run(["openssl", "pkey", "-in", key, "-passin", f"file:{secret}", "-noout", "-text"], capture_output=True, text=True)
            self.assertIn("ED25519", openssl.stdout, openssl.stderr)

            data = ("--data", work / "data")
            run("session", "start", *data, expect=2)
            wrong = work / "wrong"
            wrong.write_text("bukan ini\n")
            run("session", "start", *data, "--passphrase-file", wrong, expect=2)
            run("session", "start", *data, "--passphrase-file", secret)
            credentials = {**os.environ, "CREDENTIALS_DIRECTORY": str(work)}
            secret.rename(work / "ikrar-passphrase")
            refused = run("simulate", *data, "--count", 1, expect=2, env=credentials)
            self.assertIn("rehearsal", refused.stderr)
            run("session", "end", *data, env=credentials)


class WrongUse(unittest.TestCase):
    def test_every_command_has_an_example_in_its_help(self):
        commands = [l.split()[0] for l in run("--help").stdout.split("Subcommands:")[1].splitlines() if l.startswith("  ") and not l.startswith("  ikrar") and l.strip()]
        self.assertGreaterEqual(set(commands), {"init", "session", "roster", "simulate", "status", "receipt", "verify", "void", "close", "audit"})
        for command in commands:
            self.assertIn("Example:\n  ikrar " + command, run(command, "--help").stdout)

    def test_wrong_use_exits_with_2_and_a_sentence(self):
        for arguments in ((), ("sing",), ("init",), ("status", "--data", "/nonexistent"), ("void", "x", "--reason", "test"), ("audit", "/nonexistent", "--policy", "/nonexistent")):
            self.assertTrue(run(*arguments, expect=2).stderr)
        self.assertEqual(json.loads(run("status", "--data", "/nonexistent", "--json", expect=2).stderr)["kind"], "missing")

    def test_a_roster_with_a_problem_is_imported_not_at_all(self):
        import tempfile

        with tempfile.TemporaryDirectory() as directory:
            work = pathlib.Path(directory)
            run("init", "--ceremony", CEREMONY, "--data", work / "data", "--kiosk", "kiosk-1", "--rehearsal")
            bad = work / "bad.csv"
            lines = ROSTER.read_text().splitlines()
            lines[5] = lines[5].replace('"nip","', '"nip","9', 1).replace('"nik","', '"nik","9', 1)
            bad.write_text("\n".join(lines) + "\n")
            refused = run("roster", "import", bad, "--data", work / "data", expect=2)
            self.assertIn("6", refused.stderr + refused.stdout)
            self.assertEqual(answer("status", "--data", work / "data")["roster"], 0)
            environment = {**os.environ, "IKRAR_DATA": str(work / "data")}
            self.assertEqual(answer("roster", "import", ROSTER, env=environment)["added"], 200)
            self.assertEqual(answer("roster", "import", ROSTER, env=environment)["unchanged"], 200)


if __name__ == "__main__":
    unittest.main()
