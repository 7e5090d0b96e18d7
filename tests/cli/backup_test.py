"""`ikrar backup` beside a store that signs: killed at any moment, its disk pulled and put back, full. Runs in a mount
namespace of its own, the stick being a small disk."""

import json
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

from ikrar_command import IKRAR, StoreTest, answer, run


def rows(store):
    """Every row of every table, by table."""
    with sqlite3.connect(f"file:{store / 'ikrar.sqlite'}?mode=ro", uri=True) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {table: sorted(map(repr, database.execute(f"SELECT * FROM {table}"))) for table in tables}


class Backup(StoreTest):
    count = 20

    def setUp(self):
        self.stick = self.work / f"stick-{self.id().rsplit('.', 1)[-1]}"
        self.stick.mkdir()
        self.plug(size="64m")
        self.addCleanup(lambda: subprocess.run(["umount", self.stick], check=False, stderr=subprocess.DEVNULL))

    def plug(self, source="tmpfs", size="64m"):
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", source, self.stick], check=True)

    def copy(self):
        (copy,) = [p for p in self.stick.iterdir() if p.is_dir()]
        return copy

    def start(self):
        process = subprocess.Popen([IKRAR, "backup", "--to", self.stick, "--data", self.data, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(lambda: (process.kill(), process.wait(), process.stdout.close(), process.stderr.close()))
        return process

    def assert_same(self):
        self.assertEqual(rows(self.copy()), rows(self.data))
        report = answer("audit", self.copy(), "--policy", self.policy)
        self.assertTrue(report["holds"], report["findings"])
        self.assertEqual(report["size"], answer("status", "--data", self.data)["size"])

    def test_once(self):
        first = answer("backup", "--to", self.stick, "--once", "--data", self.data)
        self.assertEqual(first["added"], first["size"])
        self.assert_same()
        run("simulate", "--count", 5, "--data", self.data)
        self.assertEqual(answer("backup", "--to", self.stick, "--once", "--data", self.data)["added"], 5)
        self.assert_same()
        self.assertEqual(answer("status", "--data", self.copy())["stop"], "copy")

    def test_it_follows_and_ends_when_told(self):
        backup = self.start()
        self.assertEqual(json.loads(backup.stdout.readline())["size"], answer("status", "--data", self.data)["size"])
        run("simulate", "--count", 3, "--data", self.data)
        self.assertEqual(json.loads(backup.stdout.readline())["added"], 3)
        backup.send_signal(signal.SIGTERM)
        self.assertEqual(backup.wait(), 0)
        self.assert_same()

    def test_killed_at_any_moment_it_goes_on_from_what_is_there(self):
        run("simulate", "--count", 2000, "--data", self.data)
        begin = time.monotonic()
        answer("backup", "--to", self.stick, "--once", "--data", self.data)
        lasts = time.monotonic() - begin
        moments = random.Random(4)
        kills = 0
        for _ in range(80):
            if kills == 8:
                break
            process = subprocess.Popen([IKRAR, "backup", "--to", self.stick, "--once", "--data", self.data], stdout=subprocess.DEVNULL)
            try:
                process.wait(timeout=moments.random() * lasts)
                shutil.rmtree(self.copy())  # so that the next has something to be killed in
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                kills += 1
            for copy in self.stick.iterdir():
                if (copy / "ikrar.sqlite").exists():
                    # Nothing or the whole: the head agrees with the tree whenever it is read.
                    answer("status", "--data", copy)
            run("simulate", "--count", 1, "--data", self.data)
        self.assertEqual(kills, 8)
        answer("backup", "--to", self.stick, "--once", "--data", self.data)
        self.assert_same()

    def test_a_stick_that_is_pulled_and_put_back(self):
        backup = self.start()
        backup.stdout.readline()
        name = self.copy().name
        subprocess.run(["umount", "--lazy", self.stick], check=True)
        run("simulate", "--count", 4, "--data", self.data)
        # What is written to goes on under the old mount; the copy is looked for by its path.
        backup.send_signal(signal.SIGTERM)
        backup.wait()
        self.assertEqual(list(self.stick.iterdir()), [])
        missing = run("backup", "--to", self.stick / "not there", "--once", "--data", self.data, expect=2)
        self.assertIn("plugged in", missing.stderr)
        self.plug()
        answer("backup", "--to", self.stick, "--once", "--data", self.data)
        self.assertEqual(self.copy().name, name)
        self.assert_same()

    def test_a_full_stick_says_so_and_the_store_signs_on(self):
        subprocess.run(["umount", self.stick], check=True)
        self.plug(size="1m")
        run("simulate", "--count", 2000, "--data", self.data)
        full = run("backup", "--to", self.stick, "--once", "--data", self.data, expect=3)
        self.assertIn("full", full.stderr)
        run("simulate", "--count", 1, "--data", self.data)
        subprocess.run(["mount", "-o", "remount,size=64m", self.stick], check=True)
        answer("backup", "--to", self.stick, "--once", "--data", self.data)
        self.assert_same()

    def test_an_erasure_names_the_backup_and_reaches_it_when_it_is_there_again(self):
        answer("backup", "--to", self.stick, "--once", "--data", self.data)
        person = json.loads(run("roster", "list", "--json", "--data", self.data).stdout.splitlines()[11])
        erased = answer("erase", "--id", f"{person['kind']}:{person['number']}", "--yes", "--data", self.data)
        self.assertIn(str(self.copy()), [copy["path"] for copy in erased["copies"]])
        answer("backup", "--to", self.stick, "--once", "--data", self.data)
        self.assertNotIn(person["number"].encode(), (self.copy() / "ikrar.sqlite").read_bytes())
        self.assert_same()


if __name__ == "__main__":
    unittest.main()
