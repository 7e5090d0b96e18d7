"""Many kiosks in one store: `ikrar merge` into a SQLite file and into a PostgreSQL server, by one test body."""

import base64
import csv
import datetime
import json
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import time
import unittest

from gathered import Both, OnPostgres, make_kiosk, nip, sign_as
from ikrar_command import CEREMONY, IKRAR, ROSTER, answer, run


def change(data, sql, *values):
    db = sqlite3.connect(data / "ikrar.sqlite")
    with db:
        assert db.execute(sql, values).rowcount != 0, "the test changed nothing"
    db.close()


class MergeTests:
    @classmethod
    def kiosks(cls):
        cls.one = make_kiosk(cls.work / "one", "kiosk-1", range(0, 40))
        cls.two = make_kiosk(cls.work / "two", "kiosk-2", range(38, 70))  # 38 and 39 sign on both
        cls.three = make_kiosk(cls.work / "three", "kiosk-1", range(70, 80))  # another district's, of the same name

    def test_each_kiosk_is_taken_once_however_often_it_is_merged(self):
        first = self.merge(self.one, self.two, self.three)
        self.assertEqual([s["after"] - s["before"] for s in first["sources"]], [42, 34, 12])
        self.assertEqual([s["rows"] for s in first["sources"]], [40, 32, 10])
        self.assertTrue(all(s["sound"] for s in first["sources"]))
        self.assert_nothing_lost_or_doubled(self.one, self.two, self.three)
        once = self.tables()
        again = self.merge(self.two, self.one, self.three)
        self.assertEqual([s["rows"] for s in again["sources"]], [0, 0, 0])
        self.assertEqual(self.tables(), once)

    def test_what_is_gathered_is_what_the_kiosk_signed(self):
        self.merge(self.one)
        (log,) = self.store.rows("logs")
        self.assertEqual(bytes.fromhex(log["checkpoint"][2:]), (self.one / "log/checkpoint").read_bytes())
        status = answer("status", "--data", self.one)
        self.assertEqual(bytes.fromhex(log["root"][2:]), base64.b64decode(status["root"]))
        self.assertEqual((log["size"], log["signed"], log["voided"]), (status["size"], status["signed"], 0))
        db = sqlite3.connect(self.one / "ikrar.sqlite")
        sealed = {i: "\\x" + s.hex() for i, s in db.execute("SELECT entry_index, sealed FROM entries")}
        db.close()
        self.assertEqual({row["entry_index"]: row["sealed"] for row in self.store.rows("entries")}, sealed)

    def test_a_kiosk_that_went_on_is_taken_from_where_it_was(self):
        data = make_kiosk(self.work / "on", "kiosk-9", range(200, 210))
        self.merge(data)
        run("void", 3, "--reason", "wrong-person", "--data", data)
        run("simulate", "--data", data, "--count", 5)
        run("session", "end", "--data", data)
        run("close", "--data", data)
        (source,) = self.merge(data)["sources"]
        self.assertEqual((source["before"], source["after"], source["rows"]), (12, 20, 5))
        stepwise = self.tables()
        self.assertEqual(self.scratch(data), stepwise)
        (voided,) = [row for row in self.store.rows("register") if row["voided_by"] is not None]
        self.assertEqual((voided["entry_index"], voided["voided_by"], voided["void_reason"]), (3, 12, 1))
        self.assertEqual([(log["signed"], log["voided"], log["closed_at"]) for log in self.store.rows("logs")], [(15, 1, 19)])

    def test_an_older_copy_takes_nothing_back(self):
        data = make_kiosk(self.work / "older", "kiosk-9", range(210, 220))
        old = self.copy(data, "older-copy")
        run("simulate", "--data", data, "--count", 3)
        self.merge(data)
        before = self.tables()
        (source,) = self.merge(old)["sources"]
        self.assertEqual((source["size"], source["after"], source["sound"]), (12, 15, True))
        self.assertEqual(self.tables(), before)

    def test_a_person_on_two_kiosks_is_kept_twice_and_decided_on_by_a_person(self):
        merged = self.merge(self.one, self.two)
        self.assertEqual((merged["signed_twice"], merged["undecided"]), (2, 2))
        people = self.conflicts()
        self.assertEqual({p["number"] for p in people}, {nip(38), nip(39)})
        person = next(p for p in people if p["number"] == nip(38))
        self.assertEqual({e["kiosk"] for e in person["entries"]}, {"kiosk-1", "kiosk-2"})
        self.assertEqual([e["counts"] for e in person["entries"]], [True, False])  # the earlier
        self.assertFalse(person["same_ink"])
        chosen = person["entries"][1]["entry"]
        decided = answer("merge", "--into", self.store.where, "--decide", chosen, "--by", "Sekretaris Contoh", "--reason", "Kiosk satu dipakai latihan", env=self.store.environment)
        self.assertEqual([e["counts"] for e in decided["entries"]], [False, True])
        again = self.merge(self.one, self.two)  # a decision outlives merges
        self.assertEqual((again["signed_twice"], again["undecided"]), (2, 1))
        person = next(p for p in self.conflicts() if p["number"] == nip(38))
        self.assertEqual((person["decided_by"], [e["counts"] for e in person["entries"]]), ("Sekretaris Contoh", [False, True]))
        self.assertEqual(person["reason"], "Kiosk satu dipakai latihan")
        undone = answer("merge", "--into", self.store.where, "--undecide", chosen, env=self.store.environment)
        self.assertEqual((undone["decided_by"], [e["counts"] for e in undone["entries"]]), ("", [True, False]))
        self.assertEqual(self.store.rows("decisions"), [])
        self.assertEqual(len(self.store.rows("register")), 72)
        said = run("merge", "--into", self.store.where, "--conflicts", env=self.store.environment).stdout
        self.assertNotIn(nip(38), said)  # a screen shows no whole number
        run("merge", "--into", self.store.where, "--decide", "00000000:1", "--by", "X", env=self.store.environment, expect=2)

    def test_one_list_over_all_kiosks_is_exported(self):
        self.merge(self.one, self.two)
        out = self.work / f"{self.id()}.json"
        said = answer("export", "--from", self.store.where, "--format", "json", "--out", out, env=self.store.environment)
        self.assertEqual(said["rows"], 72)
        document = json.loads(out.read_text())
        self.assertEqual([log["kiosk"] for log in document["logs"]], ["kiosk-1", "kiosk-2"])
        self.assertEqual(len({(row["kiosk"], row["index"]) for row in document["signed"]}), 72)
        self.assertEqual(sorted(row["number"] for row in document["signed"] if row["status"] == "ganda"), sorted([nip(38), nip(39)]))
        run("export", "--from", self.store.where, "--format", "pdf", "--document", "berita-acara", "--out", self.work / f"{self.id()}.pdf", env=self.store.environment)
        run("export", "--from", self.store.where, "--format", "csv", "--raw", "--out", self.work / "no", env=self.store.environment, expect=2)

    def test_the_disk_died_and_nothing_that_was_backed_up_is_lost(self):
        data = make_kiosk(self.work / "died", "kiosk-5", range(400, 420))
        stick = self.work / "stick"
        stick.mkdir()
        answer("backup", "--to", stick, "--once", "--data", data)
        shutil.rmtree(data)
        (copy,) = stick.iterdir()
        # Under another id the ceremony goes on; whoever signed before is known from the backup.
        successor = make_kiosk(self.work / "successor", "kiosk-5b", range(418, 430))
        merged = self.merge(copy, successor)
        self.assertEqual([(s["rows"], s["sound"]) for s in merged["sources"]], [(20, True), (12, True)])
        self.assertEqual({p["number"] for p in self.conflicts()}, {nip(418), nip(419)})
        self.assertEqual(len(self.store.rows("register")), 32)

    def test_voiding_at_the_kiosk_ends_a_conflict(self):
        one, two = make_kiosk(self.work / "v1", "v-1", [300]), make_kiosk(self.work / "v2", "v-2", [300])
        self.assertEqual(self.merge(one, two)["signed_twice"], 1)
        self.assertTrue(self.conflicts()[0]["same_ink"])  # the sample hand signs alike at its first place
        run("void", 2, "--reason", "duplicate", "--data", two)
        self.assertEqual(self.merge(one, two)["signed_twice"], 0)
        self.assertEqual(len(self.store.rows("register")), 2)

    def test_a_changed_entry_refuses_the_source_and_names_it(self):
        bad = self.copy(self.one, "bad")
        db = sqlite3.connect(bad / "ikrar.sqlite")
        sealed = bytearray(db.execute("SELECT sealed FROM entries WHERE entry_index = 20").fetchone()[0])
        db.close()
        sealed[40] ^= 1
        change(bad, "UPDATE entries SET sealed = ? WHERE entry_index = 20", bytes(sealed))
        answered = self.merge(bad, self.two, expect=1)
        refused, sound = answered["sources"]
        self.assertEqual((refused["source"], refused["sound"], refused["rows"], refused["after"]), (str(bad), False, 0, 0))
        self.assertIn(20, [finding.get("index") for finding in refused["findings"]])
        self.assertTrue(sound["sound"])
        self.assert_nothing_lost_or_doubled(self.two)

    def test_a_damaged_database_is_refused_and_named(self):
        bad = self.copy(self.one, "damaged")
        (bad / "ikrar.sqlite").write_bytes(b"no database at all" * 100)
        refused, sound = self.merge(bad, self.two, expect=1)["sources"]
        self.assertIn("ikrar.sqlite", refused["refused"])
        self.assertTrue(sound["sound"])

    def test_a_row_that_does_not_belong_to_its_entry_is_refused_and_named(self):
        bad = self.copy(self.one, "rows")
        change(bad, "UPDATE register SET value = ? WHERE entry_index = 5", nip(999))
        change(bad, "UPDATE register SET ink = ? WHERE entry_index = 6", bytes.fromhex("84010000" + "80"))
        change(bad, "UPDATE register SET session = 2 WHERE entry_index = 7")
        change(bad, "DELETE FROM register WHERE entry_index = 8")
        (source,) = self.merge(bad, expect=1)["sources"]
        self.assertEqual([row["index"] for row in source["refused_rows"]], [5, 6, 7, 8])
        self.assertEqual(source["rows"], 36)
        self.assertNotIn(nip(999), json.dumps(source))
        self.merge(bad, expect=1)  # it stays said
        (source,) = self.merge(self.one)["sources"]  # a sound copy has them
        self.assertEqual(source["rows"], 4)
        mended = self.tables()
        self.assertEqual(self.scratch(self.one), mended)

    def test_a_second_history_is_kept_beside_the_first_and_named(self):
        data = make_kiosk(self.work / "forked", "kiosk-9", range(400, 410))
        fork = self.copy(data, "fork")
        sign_as(fork, 900, 3, data)
        sign_as(data, 950, 2, data)
        self.merge(data)
        (source,) = self.merge(fork, expect=1)["sources"]
        self.assertIn("2 histories", source["inconsistent"])
        self.assertEqual(source["rows"], 3)
        self.assertEqual(sorted((log["base_size"], log["size"]) for log in self.store.rows("logs")), [(0, 14), (12, 15)])
        self.assert_nothing_lost_or_doubled(data, fork)
        # Both go on, both stay, and both say so.
        sign_as(fork, 910, 1, data)
        sign_as(data, 960, 1, data)
        for source in self.merge(fork, data, fork, expect=1)["sources"]:
            self.assertIn("2 histories", source["inconsistent"])
        self.assert_nothing_lost_or_doubled(data, fork)
        stepwise = sorted((log["base_size"], log["size"], log["root"]) for log in self.store.rows("logs"))
        self.assertEqual(len(stepwise), 2)
        notes = {bytes.fromhex(log["checkpoint"][2:]) for log in self.store.rows("logs")}
        self.assertEqual(notes, {(data / "log/checkpoint").read_bytes(), (fork / "log/checkpoint").read_bytes()})

    def test_a_checkpoint_that_the_database_does_not_lead_to_is_kept_and_named(self):
        data = make_kiosk(self.work / "ahead", "kiosk-9", range(420, 430))
        back = self.copy(data, "back")
        run("simulate", "--data", data, "--count", 4)
        shutil.copy(data / "log/checkpoint", back / "log/checkpoint")  # published, then the disk was set back
        (source,) = self.merge(back, expect=1)["sources"]
        self.assertIn("16 entries", source["inconsistent"])
        self.assertEqual(source["rows"], 10)
        (kept,) = self.store.rows("contradictions")
        self.assertEqual(bytes.fromhex(kept["note"][2:]), (data / "log/checkpoint").read_bytes())
        (source,) = self.merge(data)["sources"]  # what leads there was found again
        self.assertTrue(source["sound"])

    def test_a_checkpoint_of_the_same_size_and_another_root_is_kept_and_named(self):
        data = make_kiosk(self.work / "twin", "kiosk-9", range(450, 460))
        fork = self.copy(data, "twin-fork")
        sign_as(fork, 970, 2, data)
        sign_as(data, 980, 2, data)
        forged = (fork / "log/checkpoint").read_bytes()
        self.assertEqual(forged.splitlines()[:2], (data / "log/checkpoint").read_bytes().splitlines()[:2])
        self.assertNotEqual(forged.splitlines()[2], (data / "log/checkpoint").read_bytes().splitlines()[2])
        (data / "log/checkpoint").write_bytes(forged)
        (source,) = self.merge(data, expect=1)["sources"]
        self.assertIn("no copy seen so far leads to", source["inconsistent"])
        (kept,) = self.store.rows("contradictions")
        self.assertEqual(bytes.fromhex(kept["note"][2:]), forged)

    def test_what_a_kiosk_erased_is_erased_and_stays_so(self):
        data = make_kiosk(self.work / "erased", "kiosk-9", range(440, 450))
        before = self.copy(data, "before-erasure")
        self.merge(data)
        self.assertEqual(answer("erase", "--id", f"nip:{nip(442)}", "--yes", "--data", data)["entries"], [4])
        self.merge(data)
        self.assertEqual([row["entry_index"] for row in self.store.rows("tombstones")], [4])
        self.merge(before)  # an older copy does not bring the person back
        self.assertNotIn(4, [row["entry_index"] for row in self.store.rows("register")])
        self.assertEqual(len(self.store.rows("entries")), 12)
        self.store.clear()
        self.merge(data)  # nor is it missed where it never came
        self.assertEqual(self.store.rows("unproved"), [])
        self.merge(before)
        self.assertNotIn(4, [row["entry_index"] for row in self.store.rows("register")])

    def test_a_person_is_erased_from_the_store_and_no_merge_brings_them_back(self):
        self.merge(self.one, self.two)
        erase = ("erase", "--from", self.store.where, "--id", f"nip:{nip(38)}")
        run(*erase, env=self.store.environment, expect=2)
        self.assertEqual(answer(*erase, "--yes", env=self.store.environment)["erased"], 2)
        self.assertNotIn(nip(38), [row["value"] for row in self.store.rows("register")])
        self.merge(self.one, self.two)
        self.assertEqual(len(self.store.rows("register")), 70)
        self.assertEqual(len(self.store.rows("tombstones")), 2)

    def test_a_record_of_an_erasure_names_logs_and_entries_and_nobody(self):
        self.merge(self.one, self.two)
        erase = ("erase", "--from", self.store.where, "--id", f"nip:{nip(38)}")
        would = answer(*erase, "--dry-run", env=self.store.environment)
        self.assertEqual(len(self.store.rows("tombstones")), 0)
        paper = self.work / "penghapusan.txt"
        paper.unlink(missing_ok=True)
        said = answer(*erase, "--yes", "--record", paper, env=self.store.environment)
        self.assertEqual(said, would)
        text = paper.read_text()
        self.assertNotIn(nip(38), text)
        self.assertEqual(len(said["logs"]), 2)
        for log, data in zip(said["logs"], (self.one, self.two), strict=True):
            status = answer("status", "--data", data)
            self.assertEqual((log["origin"], log["root"], log["size"]), (status["origin"], base64.b64decode(status["root"]).hex(), status["size"]))
            self.assertEqual(len(log["entries"]), 1)
            self.assertIn(f"Log: {log['origin']}\nIsi log tidak berubah: {log['size']} catatan, akar {log['root']}", text)
            self.assertIn(f"  catatan nomor {log['entries'][0]}\n", text)

    def test_an_erasure_that_somebody_still_reads_behind_says_so_and_is_repeated(self):
        self.merge(self.one)
        erase = ("erase", "--from", self.store.where, "--id", f"nip:{nip(38)}", "--yes")
        paper = self.work / "tertahan.txt"
        paper.unlink(missing_ok=True)
        with self.store.reader():
            done = run(*erase, "--record", paper, "--json", env=self.store.environment, expect=3)
            said = json.loads(done.stdout)
            self.assertEqual((said["erased"], said["held"]), (1, True))
            self.assertIn("repeat", done.stderr)
            self.assertIn("BELUM TUNTAS", paper.read_text())
            self.assertIn(f"catatan nomor {said['logs'][0]['entries'][0]}", paper.read_text())
        said = answer(*erase, env=self.store.environment)
        self.assertEqual((said["erased"], said["held"]), (0, False))

    def test_a_past_ceremony_is_erased_and_what_went_on_after_the_day_is_not(self):
        data = self.work / "with-absence"
        if not data.exists():
            make_kiosk(data, "kiosk-9", range(600, 610))
        run("roster", "import", ROSTER, "--data", data)
        absent = next(line for line in csv.DictReader(ROSTER.open(encoding="utf-8", newline="")) if line["jenis_nomor"] == "nip")
        run("absence", "set", "--id", f"nip:{absent['nomor']}", "--reason", "sakit", "--data", data)
        self.merge(data, self.two)
        last = max(row["time"] for row in self.store.rows("register"))
        here = datetime.timezone(datetime.timedelta(hours=8))
        day = datetime.datetime.fromtimestamp(last, here).date()
        counts = {table: len(self.store.rows(table)) for table in ("register", "roster", "absences")}
        self.assertTrue(all(counts.values()), counts)
        before = ("erase", "--from", self.store.where, "--yes", "--all-before")
        said = answer(*before, day.isoformat(), env=self.store.environment)  # it went on that day
        self.assertEqual((said["erased"], said["people"], said["ceremonies"]), (0, 0, []))
        self.assertEqual({table: len(self.store.rows(table)) for table in counts}, counts)
        self.assertIn("no date", run(*before, "kemarin", env=self.store.environment, expect=2).stderr)
        paper = self.work / "upacara.txt"
        paper.unlink(missing_ok=True)
        after = (day + datetime.timedelta(days=3)).isoformat()
        said = answer(*before, after, "--record", paper, env=self.store.environment)
        self.assertEqual((said["erased"], said["people"], len(said["ceremonies"])), (counts["register"], counts["roster"], 1))
        self.assertIn(f"dihapus: {said['ceremonies'][0]}\n", paper.read_text())
        for table in counts:
            self.assertEqual(self.store.rows(table), [], table)
        self.assertIn("another file", run(*before, after, "--record", paper, env=self.store.environment, expect=2).stderr)
        self.merge(data, self.two)
        for table in (*counts, "unproved"):
            self.assertEqual(self.store.rows(table), [], table)
        self.assertEqual(len(self.store.rows("tombstones")), counts["register"])

    def test_a_ceremony_that_is_to_come_is_not_over(self):
        data = self.work / "planned"
        shutil.rmtree(data, ignore_errors=True)
        run("init", "--ceremony", CEREMONY, "--data", data, "--kiosk", "kiosk-1", "--rehearsal")
        run("roster", "import", ROSTER, "--data", data)
        self.merge(data)
        people = len(self.store.rows("roster"))
        self.assertGreater(people, 0)
        said = answer("erase", "--from", self.store.where, "--yes", "--all-before", "2999-01-31", env=self.store.environment)
        self.assertEqual((said["people"], said["ceremonies"], len(self.store.rows("roster"))), (0, [], people))

    def test_a_policy_refuses_logs_that_it_does_not_name(self):
        refused, taken = self.merge(self.two, self.one, more=("--policy", self.one / "log/policy"), expect=1)["sources"]
        self.assertIn("policy", refused["refused"])
        self.assertTrue(taken["sound"])
        self.assert_nothing_lost_or_doubled(self.one)

    def test_killed_at_any_instant_and_repeated_it_gives_the_same(self):
        data = make_kiosk(self.work / "killed", "kiosk-9", range(500, 2500), batch=11) if not (self.work / "killed").exists() else self.work / "killed"
        sources = [self.one, data, self.two]
        begin = time.monotonic()
        whole = self.scratch(*sources)
        lasts = time.monotonic() - begin
        seed = random.randrange(1 << 30)
        rng = random.Random(seed)
        self.store.clear()
        killed = partial = 0
        for _ in range(60):  # one that ended by itself leaves the next nothing to be killed in
            if killed == 5:
                break
            process = subprocess.Popen([IKRAR, "merge", *map(str, sources), "--into", self.store.where], env=self.store.environment,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(timeout=rng.random() * lasts)
                self.store.clear()
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                killed += 1
            try:
                partial += 0 < len(self.store.rows("register")) < 2072
            except (AssertionError, sqlite3.Error):
                pass  # before the tables were made
        self.merge(*sources)
        self.assertEqual(self.tables(), whole, f"seed {seed}")
        self.assertEqual(killed, 5)

    def test_wrong_use_is_told(self):
        for sources, where in (([self.work / "nowhere"], self.store.where), ([self.one], str(self.one / "ikrar.sqlite")), ([self.one], "postgresql://u:secret@h/d"),
                               ([self.one], "postgresql://h"), ([], self.store.where)):
            done = run("merge", *sources, "--into", where, env=self.store.environment, expect=2)
            self.assertNotIn("secret", done.stdout + done.stderr)
        self.assertEqual(answer("status", "--data", self.one)["signed"], 40)  # the kiosk's store was left alone


class MergeIntoSqlite(MergeTests, Both, unittest.TestCase):
    def test_the_file_is_its_owners_alone(self):
        self.merge(self.one)
        self.assertEqual(pathlib.Path(self.store.where).stat().st_mode & 0o777, 0o600)


class MergeIntoPostgres(MergeTests, OnPostgres, unittest.TestCase):
    def test_a_server_that_is_not_there_is_no_fault_of_the_kiosks(self):
        self.store.server.stop()
        done = run("merge", self.one, "--into", self.store.where, "--json", env=self.store.environment, expect=3)
        self.assertEqual(json.loads(done.stdout)["sources"][0]["kind"], "io")
        self.store.server.start()
        self.merge(self.one)

    def test_a_wrong_password_is_told_and_never_shown(self):
        password = self.work / "password"
        password.write_text("salah sekali\n")
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
        done = run("merge", self.one, "--into", self.store.where, "--password-file", password, env=environment, expect=3)
        self.assertIn("password authentication failed", done.stdout)
        self.assertNotIn("salah sekali", done.stdout + done.stderr)
        password.write_text("rahasia server\n")
        run("merge", self.one, "--into", self.store.where, "--password-file", password, env=environment)

    def test_both_engines_hold_the_same_rows(self):
        from gathered import SqliteStore

        other = SqliteStore(self.work)
        other.clear()
        self.merge(self.one, self.two, self.three)
        here = self.tables()
        run("merge", self.one, self.two, self.three, "--into", other.where)
        self.store, kept = other, self.store
        try:
            self.assertEqual(self.tables(), here)
        finally:
            self.store = kept

    def test_lists_come_out_of_the_server_as_out_of_a_file(self):
        """The tests of tests/attendance/gathering_test.cpp, each with an empty database."""
        self.run_on_server(os.environ["ATTENDANCE_TEST"], "[gathering]")

    def test_the_organizers_screens_stand_on_the_server_as_on_a_file(self):
        """The tests of tests/kiosk/gatherer_test.cpp, those that decide."""
        self.run_on_server(os.environ["KIOSK_TEST"], "[gatherer][server]")

    def run_on_server(self, test, tags):
        names = subprocess.run([test, tags, "--list-test-names-only"], capture_output=True, text=True).stdout.splitlines()
        self.assertGreater(len(names), 1)
        for name in names:
            self.store.clear()
            done = subprocess.run([test, name.replace(",", "\\,")], capture_output=True, text=True, env={**self.store.environment, "IKRAR_TEST_STORE": self.store.where})
            self.assertEqual(done.returncode, 0, done.stdout)
            self.assertIn("All tests passed", done.stdout)
            self.assertNotEqual(self.store.rows("logs"), [])

    def test_the_server_killed_under_a_merge_loses_and_doubles_nothing(self):
        data = self.work / "killed"
        if not data.exists():
            make_kiosk(data, "kiosk-9", range(500, 2500), batch=11)
        whole = self.scratch(self.one, data)
        rng = random.Random(seed := random.randrange(1 << 30))
        self.store.clear()
        for _ in range(6):
            process = subprocess.Popen([IKRAR, "merge", str(self.one), str(data), "--into", self.store.where], env=self.store.environment,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            time.sleep(rng.random() * 1.5)  # the instant of the kill is the test's subject
            self.store.server.kill()
            said = process.communicate(timeout=120)
            self.assertIn(process.returncode, (0, 3), said)
            self.store.server.start()
        self.merge(self.one, data)
        self.assertEqual(self.tables(), whole, f"seed {seed}")


if __name__ == "__main__":
    unittest.main()
