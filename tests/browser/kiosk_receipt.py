"""For kiosk_test.mjs: one signer at the shipped kiosk, on a real log. Below OUT stay screen.png, what the kiosk showed last, and log,
what it published."""

import os
import pathlib
import shutil
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "e2e"))
from kiosk_test import KioskRun  # noqa: E402

OUT = pathlib.Path(os.environ["OUT"])


class RealSigner(KioskRun):
    kind_of_log = ()

    def setUp(self):
        credentials = self.make_work()
        (credentials / "ikrar-passphrase").write_text("kata sandi untuk uji\n")
        os.environ["CREDENTIALS_DIRECTORY"] = str(credentials)
        super().setUp()

    def test_signs(self):
        self.assertEqual(self.pledge(self.confirm_page()), "valid-unwitnessed")
        shutil.copy(self.work / "screen.png", OUT / "screen.png")
        self.done("session", "end")
        shutil.copytree(self.data / "log", OUT / "log")


if __name__ == "__main__":
    unittest.main()
