"""A store on a disk that is truly full, or truly read-only. Runs in a mount namespace of its own, on a small tmpfs."""

import pathlib
import shutil
import subprocess
import tempfile
import unittest

from ikrar_command import CEREMONY, answer, run

MEGABYTE = 1 << 20


class SmallDisk(unittest.TestCase):
    def setUp(self):
        self.disk = pathlib.Path(tempfile.mkdtemp(prefix="ikrar-disk-"))
        self.addCleanup(self.disk.rmdir)
        self.mount("tmpfs", self.disk, "-t", "tmpfs", "-o", "size=4m")
        self.addCleanup(subprocess.run, ["umount", self.disk], check=True)
        self.data = self.disk / "data"
        self.store = ("--data", self.data)
        run("init", "--ceremony", CEREMONY, "--kiosk", "kiosk-1", "--rehearsal", *self.store)
        run("session", "start", *self.store)
        run("simulate", "--count", 3, *self.store)
        self.policy = self.data / "log/policy"

    def mount(self, *arguments):
        subprocess.run(["mount", *arguments], check=True)

    def remount(self, how):
        self.mount("-o", f"remount,{how}", self.disk)

    def assert_all_holds(self):
        report = answer("audit", self.data / "log", "--policy", self.policy)
        self.assertEqual([f for f in report["findings"] if f["severity"] == "failure"], [])
        return report["signed"]

    def test_a_full_disk_loses_nothing_and_signing_goes_on_when_there_is_room(self):
        filler = self.disk / "filler"
        free = shutil.disk_usage(self.disk).free
        filler.write_bytes(b"\0" * (free - 600_000))
        shown = 3
        while (simulated := self.simulate_until_full())[0] == 0:
            shown += simulated[1]
        code, made, said = simulated
        shown += made
        self.assertEqual(code, 3, said)
        self.assertIn("full", said)
        self.assertGreaterEqual(answer("status", *self.store)["signed"], shown)

        filler.unlink()
        run("simulate", "--count", 2, *self.store)
        signed = answer("status", *self.store)["signed"]
        self.assertGreaterEqual(signed, shown + 2)
        self.assertEqual(self.assert_all_holds(), signed)

    def simulate_until_full(self):
        """Exit code, receipts that the command told of, and what it said."""
        import ikrar_command

        done = subprocess.run(
            [ikrar_command.IKRAR, "simulate", "--count", "50", "--batch", "1", "--json", *map(str, self.store)],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        return done.returncode, 50 if done.returncode == 0 else 0, done.stdout + done.stderr

    def test_a_read_only_disk_is_said_and_signing_goes_on_when_it_is_writable(self):
        self.remount("ro")
        done = run("simulate", "--count", 1, *self.store, expect=3)
        self.assertIn("read-only", done.stdout + done.stderr)
        # What was signed can still be looked at, shown and checked.
        self.assertEqual(answer("status", *self.store)["signed"], 3)
        receipt = answer("receipt", "show", 3, *self.store)["text"]
        verdict = answer("verify", receipt, "--policy", self.policy, "--log", self.data)["verdict"]
        self.assertEqual(verdict, "rehearsal")
        self.assertEqual(self.assert_all_holds(), 3)
        self.remount("rw")
        run("simulate", "--count", 1, *self.store)
        self.assertEqual(self.assert_all_holds(), 4)


if __name__ == "__main__":
    unittest.main()
