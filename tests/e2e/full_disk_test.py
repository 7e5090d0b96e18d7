"""The shipped kiosk on a disk that fills up under a signer. Runs in a mount namespace of its own, on a small tmpfs."""

import pathlib
import shutil
import subprocess
import tempfile
import unittest

import kiosk_test


class FullDisk(kiosk_test.KioskRun):
    def make_work(self):
        disk = pathlib.Path(tempfile.mkdtemp(prefix="ikrar-full-"))
        self.addCleanup(disk.rmdir)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk], check=True)
        self.addCleanup(subprocess.run, ["umount", disk], check=True)
        return disk

    def signed(self):
        return self.status()["signed"]

    def test_a_full_disk_is_said_keeps_nothing_by_half_and_passes_when_there_is_room(self):
        page = self.confirm_page()
        filler = self.work / "filler"
        with open(filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"\0" * 4096)
            except OSError:
                pass
        self.press(page)
        stopped = self.page_after(page, "full-disk")
        while stopped.largest_patch(self.button) is not None:
            stopped = self.screen.settled()
        self.keep(stopped, "full-disk-stopped")
        self.assertEqual(shutil.disk_usage(self.work).free, 0)
        self.assertEqual(self.signed(), 0)

        filler.unlink()
        # The signer stands where the disk stopped them, the ink still there.
        page = self.page_with_a_way_on("full-disk-mended")
        self.assertEqual(self.pledge(page), "rehearsal")
        self.assertEqual(self.signed(), 1)
        audit = kiosk_test.ikrar("audit", self.data / "log", "--policy", self.policy)
        self.assertEqual(audit.returncode, 0, audit.stdout + audit.stderr)


if __name__ == "__main__":
    unittest.main()
