"""Kiosks that keep a common store up by themselves: `ikrar sync` over a network, and to a server, that come and go."""

import concurrent.futures
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from gathered import Both, OnPostgres, PostgresStore, make_kiosk
from ikrar_command import IKRAR, answer, run
from network import Network
from postgres_server import PASSWORD, PostgresServer


class Syncing:
    """`ikrar sync` of one kiosk, as it runs beside it all day."""

    def __init__(self, data, where, environment, every=0.2):
        self.data = data
        self.process = subprocess.Popen([IKRAR, "sync", "--data", data, "--into", where, "--every", str(every), "--json"], env=environment,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def until(self, size):
        """Reads what it says until this many entries are in the store; the last it said."""
        for line in self.process.stdout:
            said = json.loads(line)
            if said["after"] >= size:
                return said
        raise AssertionError(f"sync ended before {size} entries were there: {self.process.wait()}")

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.stdout.close()
        return self.process.wait(timeout=60)


def until(what, within=120):
    """Waits for something that another process does, which tells nobody."""
    end = time.monotonic() + within
    while not what():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


class SyncTests:
    def syncing(self, data, where=None, **more):
        sync = Syncing(data, where or self.store.where, self.store.environment, **more)
        self.addCleanup(lambda: sync.process.poll() is None and sync.end(signal.SIGKILL))
        return sync

    def gathered(self, data):
        (state,) = answer("status", "--data", data)["gathered"]
        return state

    def test_what_is_signed_while_it_runs_arrives(self):
        data = make_kiosk(self.work / "runs", "kiosk-1", range(0, 10))
        sync = self.syncing(data)
        sync.until(12)
        for size in (17, 22):
            run("simulate", "--data", data, "--count", 5)
            sync.until(size)
        self.assertEqual(sync.end(), 0)
        self.assert_nothing_lost_or_doubled(data)
        state = self.gathered(data)
        self.assertEqual((state["size"], state["pending"], state["problem"]), (22, 0, ""))
        run("simulate", "--data", data, "--count", 3)
        self.assertEqual(self.gathered(data)["pending"], 3)
        self.assertEqual(answer("sync", "--data", data, "--into", self.store.where, "--once", env=self.store.environment)["after"], 25)
        synced = self.tables()
        self.assertEqual(self.scratch(data), synced)

    def test_killed_at_any_instant_it_goes_on_where_it_was(self):
        data = make_kiosk(self.work / "killed", "kiosk-1", range(20, 30))
        rng = random.Random(seed := random.randrange(1 << 30))
        signer = subprocess.Popen([IKRAR, "simulate", "--data", data, "--count", "800", "--batch", "2"], stdout=subprocess.DEVNULL)
        while signer.poll() is None:
            sync = self.syncing(data, every=0.1)
            try:
                sync.process.wait(timeout=rng.random() * 0.3)
            except subprocess.TimeoutExpired:
                pass
            self.assertEqual(sync.end(signal.SIGKILL), -signal.SIGKILL)
        self.assertEqual(signer.wait(), 0)
        run("sync", "--data", data, "--into", self.store.where, "--once", env=self.store.environment)
        self.assert_nothing_lost_or_doubled(data)
        synced = self.tables()
        self.assertEqual(self.scratch(data), synced, f"seed {seed}")

    def test_a_log_that_does_not_hold_is_said_and_not_taken(self):
        import sqlite3

        data = make_kiosk(self.work / "bad", "kiosk-1", range(40, 50))
        db = sqlite3.connect(data / "ikrar.sqlite")
        with db:
            db.execute("UPDATE entries SET sealed = (SELECT sealed FROM entries WHERE entry_index = 4) WHERE entry_index = 3")
        db.close()
        refused = answer("sync", "--data", data, "--into", self.store.where, "--once", env=self.store.environment, expect=1)
        self.assertFalse(refused["sound"])
        state = self.gathered(data)
        self.assertEqual((state["size"], state["pending"]), (0, 12))
        self.assertIn("does not hold", state["problem"])


class SyncIntoSqlite(SyncTests, Both, unittest.TestCase):
    pass


class SyncIntoPostgres(SyncTests, OnPostgres, unittest.TestCase):
    def test_a_network_that_goes_is_waited_for(self):
        network = Network(self.store.server.port)
        self.addCleanup(lambda: network.listener and network.cut())
        where = f"postgresql://ikrar@127.0.0.1:{network.port}/ikrar_test"
        data = make_kiosk(self.work / "net", "kiosk-1", range(100, 110))
        sync = self.syncing(data, where)
        sync.until(12)
        network.cut()
        run("simulate", "--data", data, "--count", 4)
        until(lambda: self.gathered(data)["problem"])
        state = self.gathered(data)
        self.assertEqual((state["size"], state["pending"]), (12, 4))
        self.assertIn("refused", state["problem"])
        said = run("status", "--data", data).stdout
        self.assertIn("4 pending", said)
        self.assertNotIn(PASSWORD, said + json.dumps(state))
        network.restore()
        sync.until(16)
        self.assertEqual(sync.end(), 0)
        self.assertEqual(self.gathered(data)["problem"], "")
        self.assert_nothing_lost_or_doubled(data)

    def test_a_server_that_dies_is_waited_for(self):
        data = make_kiosk(self.work / "server", "kiosk-1", range(120, 130))
        sync = self.syncing(data)
        sync.until(12)
        for size in (16, 20):
            self.store.server.kill()
            run("simulate", "--data", data, "--count", 4)
            until(lambda: self.gathered(data)["problem"])
            self.store.server.start()
            sync.until(size)
        self.assertEqual(sync.end(), 0)
        self.assert_nothing_lost_or_doubled(data)

    def test_what_a_failover_lost_is_sent_again(self):
        data = make_kiosk(self.work / "failover", "kiosk-1", range(160, 170))
        self.store.clear()
        sync = self.syncing(data)
        sync.until(12)
        whole = self.tables()
        self.store.clear()  # the new primary never had it
        sync.until(12)
        self.assertEqual(sync.end(), 0)
        self.assertEqual(self.tables(), whole)

    def test_a_standby_is_never_written_to(self):
        data = make_kiosk(self.work / "standby", "kiosk-1", range(140, 145))
        self.store.server.psql("ALTER DATABASE ikrar_test SET default_transaction_read_only = on", "postgres")
        done = run("sync", "--data", data, "--into", self.store.where, "--once", env=self.store.environment, expect=3)
        self.assertIn("read-only", done.stderr)


class ProvinceTwin(OnPostgres, unittest.TestCase):
    """Districts with their kiosks, all syncing at once, while kiosks, network and server are killed."""

    districts = 3
    kiosks_each = 4
    people = 60
    chaos = 8  # seconds, at least

    @classmethod
    def kiosks(cls):
        places = [(d, k) for d in range(cls.districts) for k in range(cls.kiosks_each)]

        def make(place):
            district, kiosk = place
            number = district * cls.kiosks_each + kiosk
            first = number * cls.people
            # The first person of each kiosk but the district's first has signed at the one before, too.
            people = [*range(first, first + cls.people), *([first - 1] if kiosk else [])]
            return make_kiosk(cls.work / f"d{district:02}-k{kiosk}", f"kiosk-{kiosk}", people, batch=16)

        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            cls.all = list(pool.map(make, places))
        cls.declarations = sum(cls.people + (1 if k else 0) for _, k in places)
        cls.twice = cls.districts * (cls.kiosks_each - 1)

    def sync_all(self, where):
        return {data: subprocess.Popen([IKRAR, "sync", "--data", data, "--into", where, "--every", "1"], env=self.store.environment,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for data in self.all}

    def arrived(self):
        """Register rows that the server tells of; 0 while it is away."""
        try:
            return int(self.store.server.psql("SELECT COUNT(*) FROM register")[0][0])
        except AssertionError:
            return 0

    def end_all(self, syncs):
        for process in syncs.values():
            process.terminate()
        for process in syncs.values():
            process.wait()

    def assert_whole(self):
        self.assert_nothing_lost_or_doubled(*self.all)
        self.assertEqual(len(self.store.rows("logs")), len(self.all))
        self.assertEqual([row for row in self.store.rows("unproved")], [])
        self.assertEqual(len(self.conflicts()), self.twice)

    def test_nothing_is_lost_or_doubled(self):
        syncs = self.sync_all(self.store.where)
        self.addCleanup(lambda: [process.kill() for process in syncs.values()])
        begin = time.monotonic()
        memory = 0
        while self.arrived() < self.declarations:
            memory = max(memory, sum(map(pss, [p.pid for p in syncs.values()])))
            time.sleep(0.2)
            self.assertLess(time.monotonic() - begin, 1500)
        lasted = time.monotonic() - begin
        # Their rosters follow the entries: each ends when it is told to, which it does between pushes.
        until(lambda: all((data / "sync").exists() for data in self.all), within=600)
        self.end_all(syncs)
        for data in self.all:
            run("sync", "--data", data, "--into", self.store.where, "--once", env=self.store.environment)
        self.assert_whole()
        quiet = self.tables(leave=("roster", "rosters"))
        say(f"{len(self.all)} kiosks synced {self.declarations} declarations at once in {lasted:.1f} s: {self.declarations / lasted:.0f} a second; "
            f"{memory >> 20} MiB in all kiosks' processes, {memory / len(self.all) / (1 << 20):.1f} MiB each")
        self.under_fire(quiet)
        self.merged_alone(quiet)

    def under_fire(self, quiet):
        self.store.clear()
        network = Network(self.store.server.port)
        self.addCleanup(lambda: network.listener and network.cut())
        where = f"postgresql://ikrar@127.0.0.1:{network.port}/ikrar_test"
        rng = random.Random(seed := random.randrange(1 << 30))
        syncs = self.sync_all(where)
        self.addCleanup(lambda: [process.kill() for process in syncs.values()])
        begin = time.monotonic()
        kills = {"kiosk": 0, "network": 0, "server": 0}
        while time.monotonic() - begin < self.chaos:
            what = rng.choice(["kiosk", "kiosk", "kiosk", "network", "server"])
            kills[what] += 1
            if what == "kiosk":
                for data in rng.sample(self.all, max(1, len(self.all) // 10)):
                    syncs[data].kill()
                    syncs[data].wait()
                    syncs[data] = self.sync_one(data, where)
            elif what == "network":
                network.cut()
                time.sleep(rng.random())
                network.restore()
            else:
                self.store.server.kill()
                self.store.server.start()
            time.sleep(rng.random())
        until(lambda: self.arrived() >= self.declarations, within=1500)
        lasted = time.monotonic() - begin
        self.end_all(syncs)
        for data in self.all:
            run("sync", "--data", data, "--into", self.store.where, "--once", env=self.store.environment)
        self.assert_whole()
        self.assertEqual(self.tables(leave=("roster", "rosters")), quiet, f"seed {seed}")
        say(f"under fire (seed {seed}: {kills}) all were there after {lasted:.1f} s")

    def sync_one(self, data, where):
        return subprocess.Popen([IKRAR, "sync", "--data", data, "--into", where, "--every", "1"], env=self.store.environment,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def merged_alone(self, quiet):
        """One `ikrar merge` of all of them, as of copies on USB sticks, gives the same store."""
        self.store.clear()
        begin = time.monotonic()
        merging = subprocess.Popen([IKRAR, "merge", *map(str, self.all), "--into", self.store.where], env=self.store.environment, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(merging.pid, 0)
        merging.returncode = os.waitstatus_to_exitcode(status)
        lasted = time.monotonic() - begin
        self.assertEqual(merging.returncode, 0)
        self.assertEqual(self.tables(leave=("roster", "rosters")), quiet)
        again = time.monotonic()
        self.merge(*self.all)
        say(f"one merge of all: {lasted:.1f} s, {self.declarations / lasted:.0f} declarations a second; merged again: {time.monotonic() - again:.1f} s; "
            f"its memory {used.ru_maxrss >> 10} MiB; database "
            + self.store.server.psql("SELECT pg_size_pretty(pg_database_size('ikrar_test'))")[0][0])


def pss(pid):
    """Memory of a process, what it shares counted in parts."""
    try:
        for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) << 10
    except OSError:
        pass
    return 0


def say(figures):
    print("\n   " + figures, file=sys.stderr, flush=True)


@unittest.skipUnless(os.environ.get("IKRAR_FULL"), "the large run")
class Province(ProvinceTwin):
    """24 districts, 240 kiosks, 100,000 declarations."""

    districts = 24
    kiosks_each = 10
    people = 416
    chaos = 60


if __name__ == "__main__":
    unittest.main()
