"""The organizer's screen over a merged store, as it is shipped: what it is started with, its PIN, and what it then shows."""

import os
import socket
import subprocess

from kiosk_test import CEREMONIES, ROOT, SIZE, KioskRun, ikrar
from screen_of_kiosk import Fingers, Screen, free_port, theme_color

PIN = "271828"
RETURN = chr(0xFF0D)  # X11's keysym


class MergedScreen(KioskRun):
    def setUp(self):
        self.work = self.make_work()
        self.store = self.work / "gathered.sqlite"
        for kiosk in ("kiosk-1", "kiosk-2"):  # the same three sign on both
            self.data = self.work / kiosk
            self.done("init", "--ceremony", CEREMONIES / "takalar-2023.toml", "--kiosk", kiosk, "--rehearsal")
            self.done("roster", "import", CEREMONIES / "takalar-2023.roster.csv")
            self.done("simulate", "--count", 3)
            self.succeeds("merge", self.data, "--into", self.store)
        (self.work / "pin").write_text(PIN + "\n")
        self.succeeds("organizer", "add", "--name", "Peserta Contoh 001", "--post", "Panitia", "--pin-file", self.work / "pin", "--pins", self.work)
        self.button = theme_color(ROOT, "petrol")

    def succeeds(self, *arguments):
        result = ikrar(*arguments)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def command(self, *arguments):
        return [os.environ["IKRAR_KIOSK"], *map(str, arguments)]

    def show(self):
        config = self.work / "kiosk.conf"
        config.write_text("screen_mm = 268x476\n")
        (self.work / "run").mkdir(mode=0o700)
        eyes, touch = free_port(socket.SOCK_STREAM), free_port(socket.SOCK_DGRAM)
        log = open(self.work / "kiosk.log", "wb")
        self.addCleanup(log.close)
        self.kiosk = subprocess.Popen(
            self.command("--mode", "organizer", "--from", self.store, "--config", config, "--windowed", "--size", f"{SIZE[0]}x{SIZE[1]}",
                         "-platform", f"vnc:size={SIZE[0]}x{SIZE[1]}:port={eyes}", "-plugin", f"TuioTouch:udp={touch}"),
            env=os.environ | {"XDG_RUNTIME_DIR": str(self.work / "run"), "QT_QUICK_BACKEND": "software"},
            stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.addCleanup(self.kiosk.wait)
        self.addCleanup(self.kiosk.terminate)
        self.screen = Screen(self.connect(eyes))
        self.fingers = Fingers(touch, *SIZE)
        self.addCleanup(self.fingers.socket.close)

    def is_home(self, picture):
        """Three people are undecided, so that the way to them stands out, in the lower half."""
        patch = picture.largest_patch(self.button)
        return patch is not None and patch[1] > SIZE[1] / 2 and picture.at(8, 8) != picture.at(8, SIZE[1] // 2)

    def test_behind_its_pin_it_shows_who_signed_twice(self):
        self.show()
        gate = self.screen.settled()
        self.keep(gate, "merged-1-gate")
        self.screen.type(PIN + RETURN)
        home = self.page_after(gate, "merged-2-home")
        while not self.is_home(home):
            home = self.screen.settled()
        self.keep(home, "merged-2-home")
        self.press(home)
        self.page_after(home, "merged-3-twice")
        self.assertIsNone(self.kiosk.poll())
        self.assertNotIn("qrc:", (self.work / "kiosk.log").read_text())

    def test_wrong_use_is_named(self):
        for words, says in ((("--mode", "signer", "--from", self.store), "--from"),
                            (("--mode", "organizer", "--pins", self.work), "--pins"),
                            (("--mode", "organizer", "--from", "postgresql://ikrar@127.0.0.1:1/ikrar"), "--pins")):
            with self.subTest(words=words):
                done = subprocess.run(self.command(*words), capture_output=True, text=True, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, timeout=60)
                self.assertEqual(done.returncode, 2)
                self.assertIn(says, done.stderr)
