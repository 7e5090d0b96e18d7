"""Runs the shipped `ikrar` as its user would: what it prints, writes and exits with is all that is looked at."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
IKRAR = os.environ["IKRAR"]
CEREMONY = ROOT / "assets/ceremonies/takalar-2023.toml"
ROSTER = ROOT / "assets/ceremonies/takalar-2023.roster.csv"


def run(*arguments, expect=0, **more):
    """The finished process; an exit code other than `expect` (None: any) fails with what was printed."""
    done = subprocess.run([IKRAR, *map(str, arguments)], capture_output=True, text=True, stdin=subprocess.DEVNULL, **more)
    if expect is not None and done.returncode != expect:
        raise AssertionError(f"ikrar {' '.join(map(str, arguments))}: exit {done.returncode}, not {expect}\n{done.stdout}{done.stderr}")
    return done


def answer(*arguments, **more):
    """The one JSON object that the command answers with."""
    lines = run(*arguments, "--json", **more).stdout.splitlines()
    assert len(lines) == 1, lines
    return json.loads(lines[0])


class StoreTest(unittest.TestCase):
    """A rehearsal of the Takalar ceremony in a directory of its own; subclasses say how many samples sign."""

    count = 0
    batch = 256

    @classmethod
    def setUpClass(cls):
        cls.work = pathlib.Path(tempfile.mkdtemp(prefix="ikrar-cli-"))
        cls.addClassCleanup(shutil.rmtree, cls.work, ignore_errors=True)
        cls.data = cls.work / "data"
        cls.log = cls.data / "log"
        run("init", "--ceremony", CEREMONY, "--data", cls.data, "--kiosk", "kiosk-1", "--rehearsal")
        run("roster", "import", ROSTER, "--data", cls.data)
        cls.policy = cls.work / "policy"
        shutil.copy(cls.log / "policy", cls.policy)
        if cls.count:
            run("simulate", "--data", cls.data, "--count", cls.count, "--batch", cls.batch)

    def audit(self, expect=0):
        return answer("audit", self.log, "--policy", self.policy, expect=expect)

    def published(self):
        """Every published file but the policy."""
        return sorted(p for p in self.log.rglob("*") if p.is_file() and p.name != "policy")

    def flip(self, path, bit):
        content = bytearray(path.read_bytes())
        content[bit // 8] ^= 1 << bit % 8
        path.write_bytes(content)

    def assert_flip_is_named(self, path, bit):
        name = str(path.relative_to(self.log))
        before = path.read_bytes()
        self.flip(path, bit)
        try:
            report = self.audit(expect=1)
            named = [f["path"] for f in report["findings"] if f["severity"] == "failure"]
            self.assertIn(name, named, f"bit {bit} of {name}")
        finally:
            path.write_bytes(before)
