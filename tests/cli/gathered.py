"""Kiosks to gather and stores to gather them in, for merge_test and sync_test."""

import contextlib
import json
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

from ikrar_command import CEREMONY, IKRAR, answer, run
from postgres_server import PostgresServer

# What a merge leaves but for how often it was tried.
TABLES = ["gathering", "logs", "contradictions", "entries", "sessions", "register", "paper", "voids", "unproved", "tombstones", "roster", "rosters", "absences", "decisions"]

# What a store of the schema's second and first version had and lacked.
FROM_VERSION_2 = (
    "ALTER TABLE register ADD COLUMN sort_key BYTEA NOT NULL DEFAULT ''",
    "CREATE INDEX register_unit ON register (ceremony, sort_key, log, entry_index)",
    "ALTER TABLE roster ADD COLUMN sort_key BYTEA NOT NULL DEFAULT ''",
    "CREATE INDEX roster_unit ON roster (ceremony, sort_key, kind, value)",
    "UPDATE gathering SET version = 2",
)
FROM_VERSION_1 = FROM_VERSION_2 + (
    "DROP TABLE paper",
    "DROP TABLE written_copies",
    "ALTER TABLE logs DROP COLUMN policy",
    "ALTER TABLE decisions DROP COLUMN reason",
    "UPDATE gathering SET version = 1",
)


class SqliteStore:
    """A file; looked at through Python's own sqlite3."""

    environment = dict(os.environ)

    def __init__(self, work):
        self.where = str(work / "gathered.sqlite")

    def clear(self):
        for suffix in ("", "-wal", "-shm"):
            pathlib.Path(self.where + suffix).unlink(missing_ok=True)

    def rows(self, table):
        with sqlite3.connect(self.where) as db:
            db.row_factory = sqlite3.Row
            rows = [dict(row) for row in db.execute(f"SELECT * FROM {table}")]
        db.close()
        return [{k: "\\x" + v.hex() if isinstance(v, bytes) else v for k, v in row.items()} for row in rows]

    def execute(self, sql):
        with sqlite3.connect(self.where) as db:
            db.execute(sql.replace("BYTEA NOT NULL DEFAULT ''", "BLOB NOT NULL DEFAULT x''"))
        db.close()

    @contextlib.contextmanager
    def reader(self):
        """Somebody who has begun to read, and goes on."""
        with contextlib.closing(sqlite3.connect(self.where, isolation_level=None)) as db:
            db.execute("BEGIN")
            db.execute("SELECT COUNT(*) FROM register").fetchone()
            yield
            db.execute("COMMIT")


class PostgresStore:
    """A database; looked at through psql."""

    def __init__(self, server):
        self.server = server
        self.where = server.url()
        self.environment = server.environment

    def clear(self):
        self.server.create()

    def rows(self, table):
        return [json.loads("|".join(row)) for row in self.server.psql(f"SELECT row_to_json(t) FROM {table} t")]

    def execute(self, sql):
        self.server.psql(sql)

    @contextlib.contextmanager
    def reader(self):
        with subprocess.Popen(["psql", "-X", "-A", "-t", "-q", self.where], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=self.environment) as psql:
            psql.stdin.write("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT COUNT(*) FROM register;\n")
            psql.stdin.flush()
            assert psql.stdout.readline().strip().isdigit()
            yield
            psql.stdin.close()


def nip(number):
    """A NIP that is this person's alone."""
    return f"{1960 + number // 999 // 28 // 12 % 40}{number // 999 // 28 % 12 + 1:02}{number // 999 % 28 + 1:02}2015011{number % 999 + 1:03}"


def make_kiosk(data, name, people, batch=7, session_end=False):
    """A rehearsal's store whose roster is `people` (numbers), who have all signed."""
    run("init", "--ceremony", CEREMONY, "--data", data, "--kiosk", name, "--rehearsal")
    roster = data.parent / f"{data.name}.csv"
    lines = [f'"Peserta Contoh {n}","pns","nip","{nip(n)}","opd-contoh-{n % 3 + 1}","Analis","III/c"' for n in people]
    roster.write_text("nama,kategori,jenis_nomor,nomor,unit,jabatan,pangkat\n" + "\n".join(lines) + "\n")
    run("roster", "import", roster, "--data", data)
    if people:
        run("simulate", "--data", data, "--count", len(people), "--batch", batch)
    return data


def sign_as(data, first, count, original):
    """As somebody with the key and the disk would: a copy takes itself for the original."""
    done = subprocess.run([os.environ["SIGN_AS"], data, "", str(first), str(count), original], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


class Both:
    """Mixed into a test case that is then run with each engine by one body."""

    @classmethod
    def setUpClass(cls):
        cls.work = pathlib.Path(tempfile.mkdtemp(prefix="ikrar-merge-"))
        cls.addClassCleanup(shutil.rmtree, cls.work, ignore_errors=True)
        cls.store = cls.make_store()
        cls.kiosks()

    @classmethod
    def kiosks(cls):
        """Made once; a test copies those that it changes."""

    def setUp(self):
        self.store.clear()

    @classmethod
    def make_store(cls):
        return SqliteStore(cls.work)

    def merge(self, *sources, expect=0, more=()):
        return answer("merge", *sources, "--into", self.store.where, *more, expect=expect, env=self.store.environment)

    def tables(self, leave=()):
        """Everything in the store, in an order of its own."""
        return {table: sorted(json.dumps(row, sort_keys=True) for row in self.store.rows(table)) for table in TABLES if table not in leave}

    def scratch(self, *sources, **more):
        """What a merge into an empty store gives."""
        self.store.clear()
        self.merge(*sources, **more)
        return self.tables()

    def copy(self, data, name):
        target = self.work / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(data, target)
        return target

    def conflicts(self):
        return answer("merge", "--into", self.store.where, "--conflicts", env=self.store.environment)["people"]

    def signed_in(self, *datas):
        """Indexes of register rows by kiosk, as the kiosks' own databases have them."""
        signed = set()
        for data in datas:
            with sqlite3.connect(data / "ikrar.sqlite") as db:
                kiosk = db.execute("SELECT vkey FROM log").fetchone()[0]
                signed |= {(kiosk, row[0], "\\x" + row[1].hex()) for row in db.execute("SELECT entry_index, salt FROM register")}
            db.close()
        return signed

    def assert_nothing_lost_or_doubled(self, *datas):
        logs = {row["log"]: row["vkey"] for row in self.store.rows("logs")}
        rows = [(logs[row["log"]], row["entry_index"], row["salt"]) for row in self.store.rows("register")]
        self.assertEqual(len(rows), len(set(rows)))
        self.assertEqual(set(rows), self.signed_in(*datas))


class OnPostgres(Both):
    """The same on a server of the test's own."""

    @classmethod
    def make_store(cls):
        server = PostgresServer()
        cls.addClassCleanup(server.remove)
        return PostgresStore(server)
