"""A PostgreSQL server of the test's own: initdb in a directory that goes with it, on a port of the loopback network."""

import glob
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time

PASSWORD = "rahasia server"


def programs():
    """Where Debian keeps them: they are not on the PATH."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
    assert found, "install the package postgresql: packages.txt [test]"
    return pathlib.Path(found[-1])


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class PostgresServer:
    """Started with the object; `kill` and `start` as often as one likes. PostgreSQL refuses to run as root."""

    def __init__(self, **settings):
        self.user = pwd.getpwnam("postgres") if os.getuid() == 0 else None
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="ikrar-pg-"))
        self.data = self.work / "data"
        self.port = free_port()
        self.process = None
        self.settings = settings
        password = self.work / "password"
        password.write_text(PASSWORD)
        self.passfile = self.work / "pgpass"
        self.passfile.write_text(f"127.0.0.1:*:*:ikrar:{PASSWORD}\n")
        self.passfile.chmod(0o600)
        if self.user:
            os.chown(self.work, self.user.pw_uid, self.user.pw_gid)
            os.chown(password, self.user.pw_uid, self.user.pw_gid)
            self.work.chmod(0o711)
        self.run_as_user("initdb", "--pgdata", self.data, "--username", "ikrar", "--pwfile", password, "--auth", "scram-sha-256",
                         "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-instructions")
        self.start()

    def drop_root(self):
        if self.user:
            os.setgroups([])
            os.setgid(self.user.pw_gid)
            os.setuid(self.user.pw_uid)

    def run_as_user(self, program, *arguments):
        done = subprocess.run([programs() / program, *map(str, arguments)], preexec_fn=self.drop_root, cwd=self.work, capture_output=True, text=True,
                              env={**os.environ, "LC_ALL": "C.UTF-8"})
        assert done.returncode == 0, done.stdout + done.stderr

    def start(self):
        """Returns when it answers; after a kill it first recovers."""
        options = {"port": self.port, "listen_addresses": "127.0.0.1", "unix_socket_directories": self.work, "max_connections": 60, **self.settings}
        words = [word for key, value in options.items() for word in ("-c", f"{key}={value}")]
        log = open(self.work / "log", "ab")
        if self.user:
            os.chown(self.work / "log", self.user.pw_uid, self.user.pw_gid)
        self.process = subprocess.Popen([programs() / "postgres", "-D", self.data, *map(str, words)], preexec_fn=self.drop_root, cwd=self.work,
                                        stdout=log, stderr=log, env={**os.environ, "LC_ALL": "C.UTF-8"})
        log.close()
        end = time.monotonic() + 120
        while subprocess.run([programs() / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]).returncode != 0:
            assert self.process.poll() is None and time.monotonic() < end, (self.work / "log").read_text()[-4000:]
            time.sleep(0.05)

    def kill(self):
        """As a power cut would: the postmaster and all it started, with no word to anybody."""
        children = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True).stdout.split()
        for pid in [self.process.pid, *map(int, children)]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()
        # What it left behind names a process that is gone; the next start looks whether it is.

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(timeout=120)

    def remove(self):
        self.stop()
        shutil.rmtree(self.work, ignore_errors=True)

    @property
    def environment(self):
        return {**os.environ, "PGPASSFILE": str(self.passfile)}

    def url(self, database="ikrar_test"):
        return f"postgresql://ikrar@127.0.0.1:{self.port}/{database}"

    def psql(self, sql, database="ikrar_test"):
        """What psql itself says: rows of text."""
        done = subprocess.run(["psql", "-X", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", sql, self.url(database)], capture_output=True, text=True, env=self.environment)
        assert done.returncode == 0, done.stderr
        return [tuple(line.split("|")) for line in done.stdout.splitlines()]

    def create(self, database="ikrar_test"):
        self.psql(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)", "postgres")
        self.psql(f"CREATE DATABASE {database}", "postgres")
        return self.url(database)
