"""A store on a disk that is truly full, or truly read-only. Runs in a mount namespace of its own, on a small tmpfs."""

import os
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

    def test_an_export_to_a_full_medium_leaves_the_file_that_stood_there(self):
        run("simulate", "--count", 2000, *self.store)
        with tempfile.TemporaryDirectory(prefix="ikrar-stick-") as folder:
            stick = pathlib.Path(folder)
            self.mount("tmpfs", stick, "-t", "tmpfs", "-o", "size=64k")
            try:
                for format in ("csv", "json", "xlsx"):
                    path = stick / f"daftar.{format}"
                    path.write_text("old")
                    failed = run("export", "--format", format, "--out", path, "--force", *self.store, expect=3)
                    self.assertIn("No space left", failed.stderr, format)
                    self.assertEqual(path.read_text(), "old")
                    self.assertEqual([p.name for p in stick.iterdir()], [path.name])
                    path.unlink()
            finally:
                subprocess.run(["umount", stick], check=True)

    def test_a_workbook_is_never_cut_off_by_a_full_disk_for_temporary_files(self):
        run("simulate", "--count", 2000, *self.store)
        with tempfile.TemporaryDirectory(prefix="ikrar-scratch-") as folder, tempfile.TemporaryDirectory() as target:
            self.mount("tmpfs", folder, "-t", "tmpfs", "-o", "size=128k")
            try:
                path = pathlib.Path(target) / "daftar.xlsx"
                failed = run("export", "--format", "xlsx", "--out", path, *self.store, expect=3, env={**os.environ, "TMPDIR": folder})
                self.assertIn(folder, failed.stderr)
                self.assertEqual(list(pathlib.Path(target).iterdir()), [])
            finally:
                subprocess.run(["umount", folder], check=True)

    def test_after_an_export_to_a_stick_it_may_be_pulled_out(self):
        stick = pathlib.Path("/mnt")
        self.mount("tmpfs", stick, "-t", "tmpfs", "-o", "size=8m")
        try:
            done = answer("export", "--format", "csv", "--out", stick, *self.store)
            self.assertTrue(done["safe_to_unplug"])
            said = run("export", "--format", "xlsx", "--out", stick / "daftar.xlsx", *self.store).stdout
            self.assertIn("Aman dicabut", said)
        finally:
            subprocess.run(["umount", stick], check=True)


if __name__ == "__main__":
    unittest.main()
