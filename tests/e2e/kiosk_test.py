"""One signer at the shipped kiosk, from the first touch to a receipt that the shipped command verifies."""

import json
import math
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import unittest

from screen_of_kiosk import Fingers, Screen, free_port, theme_color

ROOT = pathlib.Path(__file__).resolve().parents[2]
CEREMONIES = ROOT / "assets/ceremonies"
SIZE = (1080, 1920)
NUMBER = "197206121997022901"  # Peserta Contoh 001


def ikrar(*arguments):
    return subprocess.run(
        [os.environ["IKRAR"], *map(str, arguments)], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )


class KioskRun(unittest.TestCase):
    """A kiosk on a rehearsal of the Takalar ceremony, and the ways through it."""

    kind_of_log = ("--rehearsal",)

    def make_work(self):
        work = pathlib.Path(tempfile.mkdtemp(prefix="ikrar-e2e-"))
        self.addCleanup(shutil.rmtree, work, ignore_errors=True)
        return work

    def setUp(self):
        self.work = self.make_work()
        self.data = self.work / "data"
        self.done("init", "--ceremony", CEREMONIES / "takalar-2023.toml", "--kiosk", "kiosk-1", *self.kind_of_log)
        self.done("roster", "import", CEREMONIES / "takalar-2023.roster.csv")
        self.done("session", "start")
        self.policy = self.work / "policy"
        shutil.copy(self.data / "log/policy", self.policy)
        self.start()
        self.button = theme_color(ROOT, "petrol")

    def done(self, *arguments):
        result = ikrar(*arguments, "--data", self.data)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        return result.stdout

    def start(self):
        config = self.work / "kiosk.conf"
        config.write_text("screen_mm = 268x476\n")
        runtime = self.work / "run"
        runtime.mkdir(mode=0o700)
        eyes, touch = free_port(socket.SOCK_STREAM), free_port(socket.SOCK_DGRAM)
        platform = f"vnc:size={SIZE[0]}x{SIZE[1]}:port={eyes}"
        log = open(self.work / "kiosk.log", "wb")
        self.addCleanup(log.close)
        self.kiosk = subprocess.Popen(
            [os.environ["IKRAR_KIOSK"], "--data", self.data, "--config", config, "--windowed"]
            + ["--size", f"{SIZE[0]}x{SIZE[1]}", "-platform", platform, "-plugin", f"TuioTouch:udp={touch}"],
            env=os.environ | {"XDG_RUNTIME_DIR": str(runtime), "QT_QUICK_BACKEND": "software"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        self.addCleanup(self.kiosk.wait)
        self.addCleanup(self.kiosk.terminate)
        self.screen = Screen(self.connect(eyes))
        self.fingers = Fingers(touch, *SIZE)
        self.addCleanup(self.fingers.socket.close)

    def connect(self, port):
        while self.kiosk.poll() is None:
            try:
                connection = socket.create_connection(("127.0.0.1", port))
                self.addCleanup(connection.close)
                return connection
            except ConnectionRefusedError:
                pass
        self.fail((self.work / "kiosk.log").read_text())

    def keep(self, picture, name):
        if "IKRAR_PICTURES" in os.environ:
            pathlib.Path(os.environ["IKRAR_PICTURES"]).mkdir(parents=True, exist_ok=True)
            picture.save(pathlib.Path(os.environ["IKRAR_PICTURES"]) / f"{name}.png")

    def page_after(self, before, name):
        """The next page, once it stands still."""
        now = self.screen.settled()
        while now.share_changed(before) < 0.02:
            now = self.screen.settled()
        self.keep(now, name)
        return now

    def press(self, page):
        """The button that stands out."""
        left, top, right, bottom = page.largest_patch(self.button)
        self.fingers.tap((left + right) / 2, (top + bottom) / 2)

    def sign(self, page):
        """A signature with a palm resting beside it, on the largest white place."""
        left, top, right, bottom = page.largest_patch((255, 255, 255))
        middle, reach = (top + bottom) / 2, (bottom - top) / 3
        curve = [
            (left + (right - left) * (0.1 + 0.7 * i / 300), middle + reach * math.sin(i / 20)) for i in range(300)
        ]
        self.fingers.draw(curve, palm=(right - 20, bottom - 20), pause=self.screen.look)

    def verdict_on(self, picture):
        path = self.work / "screen.png"
        picture.save(path)
        log = self.data / "log"
        return json.loads(ikrar("verify", path, "--policy", self.policy, "--log", log, "--json").stdout)["verdict"]

    def print_memory(self):
        """Row 12 of the numbers to hold: the most that lay in memory so far, shared libraries included."""
        status = pathlib.Path(f"/proc/{self.kiosk.pid}/status").read_text()
        megabytes = int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * 1024 / 1e6
        print(f" 12  memory of the kiosk after one signer, peak {megabytes:20.0f} MB  bound        150")

    def status(self):
        return json.loads(self.done("status", "--json"))

    def page_with_a_way_on(self, name):
        page = self.screen.settled()
        while page.largest_patch(self.button) is None:
            page = self.screen.settled()
        self.keep(page, name)
        return page

    def confirm_page(self):
        page = self.page_with_a_way_on("1-welcome")
        self.press(page)
        page = self.page_after(page, "2-number")
        self.screen.type(NUMBER)
        page = self.page_after(page, "3-person")
        self.press(page)
        page = self.page_after(page, "4-pledge")
        self.press(page)
        page = self.page_after(page, "5-sign")
        self.sign(page)
        page = self.screen.settled()
        self.keep(page, "6-signed")
        self.press(page)
        return self.page_after(page, "7-confirm")

    def pledge(self, page):
        """The verdict on the receipt that the screen shows after the last touch."""
        self.press(page)
        verdict = self.verdict_on(self.page_after(page, "8-saving"))
        while verdict == "malformed":  # no code on the screen yet
            now = self.screen.settled()
            self.keep(now, "9-receipt")
            verdict = self.verdict_on(now)
        return verdict


class ShippedKiosk(KioskRun):
    def test_from_welcome_to_a_receipt_that_verifies(self):
        self.assertEqual(self.pledge(self.confirm_page()), "rehearsal")
        if "IKRAR_BENCH" in os.environ:
            self.print_memory()

        self.done("session", "end")
        audit = ikrar("audit", self.data / "log", "--policy", self.policy)
        self.assertEqual(audit.returncode, 0, audit.stdout + audit.stderr)
        self.assertIsNone(self.kiosk.poll(), (self.work / "kiosk.log").read_text())


if __name__ == "__main__":
    unittest.main()
