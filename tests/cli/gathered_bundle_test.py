"""A bundle of all kiosks' logs out of one merged store, SQLite and PostgreSQL: held, and every lie in one of its logs named."""

import contextlib
import shutil
import sqlite3
import subprocess
import unittest

from bundle_test import members, pack, table, text
from gathered import FROM_VERSION_1, FROM_VERSION_2, Both, OnPostgres, make_kiosk, nip, sign_as
from ikrar_command import answer, run


class GatheredBundleTests:
    @classmethod
    def kiosks(cls):
        cls.closed = make_kiosk(cls.work / "closed", "kiosk-1", range(0, 30))
        run("void", 5, "--reason", "duplicate", "--data", cls.closed)
        run("session", "end", "--data", cls.closed)
        run("close", "--data", cls.closed)
        run("void", 9, "--reason", "withdrawn", "--data", cls.closed)  # after the table was sealed
        cls.open = make_kiosk(cls.work / "open", "kiosk-2", range(29, 50))  # 29 signs on both
        cls.third = make_kiosk(cls.work / "third", "kiosk-3", range(50, 58))
        run("session", "end", "--data", cls.third)
        run("close", "--data", cls.third)
        run("erase", "--id", "nip:" + nip(52), "--data", cls.third, "--yes")
        (cls.work / "passphrase").write_text("rahasia saksi\n")
        witness = answer("witness", "init", "--name", "saksi.example/w1", "--data", cls.work / "witness", "--passphrase-file", cls.work / "passphrase")
        line = f"witness w1 {witness['vkey']}"
        (cls.open / "log/policy").write_text(cls.log_line(cls.open) + line + "\nquorum none\n")
        cls.policy = cls.work / "all.policy"
        cls.policy.write_text("".join(cls.log_line(data) for data in (cls.closed, cls.open, cls.third)) + "quorum none\n")

    @staticmethod
    def log_line(data):
        return next(line for line in (data / "log/policy").read_text().splitlines(True) if line.startswith("log "))

    def export(self, out, *more, expect=0):
        return answer("export", "--format", "bundle", "--from", self.store.where, "--out", out, *more, expect=expect, env=self.store.environment)

    def bundle(self, *more):
        self.merge(self.closed, self.open, self.third)
        # One more is erased in the store alone, after it was taken.
        run("erase", "--id", "nip:" + nip(10), "--from", self.store.where, "--yes", env=self.store.environment)
        out = self.work / f"{self.id()}.zip"
        out.unlink(missing_ok=True)
        return self.export(out, *more), out

    def audit(self, path, expect=0):
        return answer("audit", path, "--policy", self.policy, expect=expect)

    def test_one_bundle_of_all_kiosks_holds_and_is_what_each_kiosk_would_write(self):
        written, out = self.bundle()
        self.assertEqual((written["logs"], written["left_out"]), (3, []))
        self.assertEqual((written["rows"], written["erased"], written["closed"]), (57, 2, False))
        report = self.audit(out)
        self.assertTrue(report["holds"])
        # Each log's attendance: rows, voided, erased, and whether `closed` agrees.
        self.assertEqual([(log["attendance"]["rows"], log["attendance"]["voided"], log["attendance"]["erased"], log["attendance"]["digest"], log["closed"]) for log in report["logs"]],
                         [(29, 2, 1, "agrees", True), (21, 0, 0, "not-closed", False), (7, 0, 1, "agrees", True)])
        content = members(out)
        for data in (self.closed, self.open, self.third):
            folder = next(name.split("/")[0] for name in content if name.endswith("/log/ceremony.toml") and content[name.split("/")[0] + "/log/checkpoint"] == (data / "log/checkpoint").read_bytes())
            run("export", "--format", "bundle", "--data", data, "--out", self.work / "own.zip", "--force")
            own = {name: held for name, held in members(self.work / "own.zip").items() if name.startswith(folder + "/")}
            if data == self.closed:  # it still has the person that only the merged store erased
                own = {name: held for name, held in own.items() if not name.endswith(".csv")}
            self.assertEqual({name: content[name] for name in own}, own)
        for gone in (nip(10), nip(52)):
            self.assertNotIn(gone.encode(), b"".join(content.values()))

    def test_a_lie_in_one_log_is_named_and_the_others_hold(self):
        _, out = self.bundle()
        content = members(out)
        folders = content["ikrar-bundle"].decode().split("\n")[2:5]
        for at, folder in enumerate(folders):
            name = folder + "/attendance.csv"
            rows = table(content[name])
            index = int(rows[4][0])
            edited = [row[:] for row in rows]
            edited[4][3] = "Orang Lain"
            added = rows[:4] + [["1"] + rows[4][1:]] + rows[4:]
            for kind, changed in (("edited", edited), ("removed", rows[:4] + rows[5:]), ("added", added)):
                with self.subTest(folder=folder, kind=kind):
                    report = self.audit(pack(self.work / "lie.zip", {**content, name: text(changed)}), 1)
                    self.assertEqual([log["holds"] for log in report["logs"]], [i != at for i in range(3)])
                    failures = [f for f in report["logs"][at]["findings"] if f["severity"] == "failure"]
                    self.assertTrue(failures)
                    self.assertTrue(all(f["path"].startswith(folder + "/") for f in failures), failures)
                    if kind != "added":
                        self.assertIn(index, [f.get("index") for f in failures], failures)
                    else:
                        self.assertIn(5, [f.get("line") for f in failures], failures)

    def test_a_store_whose_rows_were_changed_makes_no_bundle(self):
        self.merge(self.closed, self.open)
        self.store.execute("UPDATE register SET name = 'Orang Lain', value = '198609262015051888' WHERE entry_index = 8")
        out = self.work / f"{self.id()}.zip"
        done = run("export", "--format", "bundle", "--from", self.store.where, "--out", out, env=self.store.environment, expect=1)
        self.assertIn("entry 8", done.stderr)
        self.assertFalse(out.exists())

    def test_a_public_bundle_counts_all_kiosks_and_names_nobody(self):
        written, out = self.bundle("--public")
        content = members(out)
        self.assertEqual(sum(int(row[2]) for row in table(content["units.csv"])[1:]), 59 - 2)
        self.assertTrue(all(int(row[2]) >= 5 for row in table(content["units.csv"])[1:]))
        everything = b"".join(content.values())
        for n in range(58):
            self.assertNotIn(nip(n).encode(), everything)
        self.assertTrue(self.audit(out)["holds"])
        self.assertEqual(written["left_out"], [])

    def test_an_inconsistent_log_is_named_and_left_out(self):
        fork = self.work / "fork"
        shutil.rmtree(fork, ignore_errors=True)
        shutil.copytree(self.open, fork)
        went_on = self.work / "went-on"
        shutil.rmtree(went_on, ignore_errors=True)
        shutil.copytree(self.open, went_on)
        sign_as(fork, 900, 2, self.open)
        sign_as(went_on, 950, 3, self.open)
        self.merge(self.closed, fork)
        self.merge(went_on, expect=1)
        out = self.work / f"{self.id()}.zip"
        written = self.export(out, expect=1)
        self.assertEqual(([log["kiosk"] for log in written["left_out"]], written["logs"]), (["kiosk-2"], 1))
        self.assertIn("histories", written["left_out"][0]["why"])
        page = members(out)["index.html"].decode()
        self.assertIn(written["left_out"][0]["origin"], page)
        self.assertIn("Tidak semua log", page)
        # Whoever trusts that kiosk's key sees that its log is not there.
        report = self.audit(out, expect=None)
        self.assertIn("log-not-in-bundle", str(report))

    def test_a_log_with_a_refused_row_is_left_out_of_a_bundle_with_people(self):
        data = self.work / "refused"
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(self.open, data)
        db = sqlite3.connect(data / "ikrar.sqlite")
        with db:
            db.execute("UPDATE register SET salt = zeroblob(16) WHERE entry_index = 4")
        db.close()
        self.merge(self.closed)
        self.merge(data, expect=1)
        written = self.export(self.work / f"{self.id()}.zip", expect=1)
        self.assertEqual([log["kiosk"] for log in written["left_out"]], ["kiosk-2"])
        self.assertIn("1 signed entries have no row", written["left_out"][0]["why"])
        self.merge(self.open)  # the original has it
        self.assertEqual(self.export(self.work / f"{self.id()}-2.zip")["left_out"], [])

    def test_a_kiosk_with_a_bad_tombstone_is_refused_and_one_taken_before_is_left_out(self):
        self.merge(self.closed)
        for entry, digest in ((4, "x'00'"), (0, "zeroblob(32)"), (4000, "zeroblob(32)")):
            with self.subTest(entry=entry):
                data = self.copy(self.open, "tombstone")
                db = sqlite3.connect(data / "ikrar.sqlite")
                with db:
                    db.execute(f"INSERT INTO erased_entries (entry_index, digest, time) VALUES ({entry}, {digest}, 1)")
                db.close()
                done = self.merge(data, expect=1)
                self.assertIn(f"entry {entry} ", str(done))
                self.assertIn(str(data), str(done))
                self.assertEqual(self.store.rows("tombstones"), [])
        self.merge(self.open)
        log = next(row["log"] for row in self.store.rows("logs") if row["kiosk"] == "kiosk-2")
        self.store.execute(f"INSERT INTO tombstones (log, entry_index, digest, time) SELECT {log}, 0, root, 1 FROM logs WHERE log = {log}")
        written = self.export(self.work / f"{self.id()}.zip", expect=1)
        self.assertEqual(([log["kiosk"] for log in written["left_out"]], written["logs"]), (["kiosk-2"], 1))
        self.assertIn("1 of its erasures", written["left_out"][0]["why"])

    def test_a_closed_log_whose_rows_were_changed_afterwards_is_left_out(self):
        for sql in ("UPDATE erased_entries SET digest = zeroblob(32)", "UPDATE register SET name = 'Orang Lain Contoh' WHERE entry_index = 5"):
            with self.subTest(sql=sql):
                self.store.clear()
                data = self.copy(self.third, "changed")
                with contextlib.closing(sqlite3.connect(data / "ikrar.sqlite")) as db, db:
                    self.assertEqual(db.execute(sql).rowcount, 1)
                self.merge(data)
                self.merge(self.open)
                out = self.work / f"{self.id()}.zip"
                out.unlink(missing_ok=True)
                written = self.export(out, expect=1)
                self.assertEqual(([log["kiosk"] for log in written["left_out"]], written["logs"]), (["kiosk-3"], 1))
                self.assertIn("sealed when it was closed", written["left_out"][0]["why"])

    def test_a_person_erased_here_and_voided_at_the_kiosk_before_its_close_is_as_it_was_sealed(self):
        for also_there in (False, True):
            with self.subTest(erased_at_the_kiosk=also_there):
                self.store.clear()
                data = make_kiosk(self.work / f"withdrawn-{also_there}", "kiosk-9", range(60, 70))
                self.merge(data)
                run("erase", "--id", "nip:" + nip(61), "--from", self.store.where, "--yes", env=self.store.environment)
                (index,) = [row["entry_index"] for row in self.store.rows("tombstones")]
                run("void", index, "--reason", "withdrawn", "--data", data)
                if also_there:
                    run("erase", "--id", "nip:" + nip(61), "--yes", "--data", data)
                run("session", "end", "--data", data)
                run("close", "--data", data)
                self.merge(data)
                out = self.work / f"{self.id()}.zip"
                out.unlink(missing_ok=True)
                written = self.export(out)
                self.assertEqual((written["left_out"], written["erased"], written["closed"]), ([], 1, True))

    def test_an_erasure_names_what_was_written_from_the_store(self):
        self.merge(self.closed)
        bundle, sheet, public = (self.work / f"{self.id()}.{end}" for end in ("zip", "xlsx", "public.zip"))
        self.export(bundle)
        self.export(public, "--public")
        run("export", "--format", "xlsx", "--from", self.store.where, "--out", sheet, env=self.store.environment)
        erase = ("erase", "--id", "nip:" + nip(10), "--from", self.store.where, "--yes")
        said = answer(*erase, env=self.store.environment)
        self.assertEqual(sorted(copy["path"] for copy in said["copies"]), sorted(map(str, (bundle, sheet))))
        self.assertIn(f"destroy it yourself: {bundle}", run(*erase, env=self.store.environment).stdout)

    def test_a_store_of_an_earlier_version_is_brought_up_to_date_by_a_merge(self):
        for version in (FROM_VERSION_1, FROM_VERSION_2):
            with self.subTest(back=version[-1]):
                self.check_upgrade(version)
                self.store.clear()

    def check_upgrade(self, back):
        self.merge(self.closed)
        for sql in back:
            self.store.execute(sql)
        out = self.work / f"{self.id()}.{len(back)}.zip"
        done = run("export", "--format", "bundle", "--from", self.store.where, "--out", out, env=self.store.environment, expect=2)
        self.assertIn("older version", done.stderr)
        self.merge(self.closed)
        self.assertEqual(self.export(out)["rows"], 30)


class OnSqlite(GatheredBundleTests, Both, unittest.TestCase):
    pass


class OnServer(GatheredBundleTests, OnPostgres, unittest.TestCase):
    pass


if __name__ == "__main__":
    unittest.main()
