"""A log over the network: served by `ikrar serve` and by others' servers, read by `ikrar` and by others' clients."""

import contextlib
import functools
import http.server
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import threading
import unittest

from ikrar_command import CEREMONY, IKRAR, StoreTest, answer, run
from verdict_test import PASSPHRASE, sign


@contextlib.contextmanager
def serving(*arguments):
    """`ikrar serve` on a free port: what it announced, and the process; it must end well on SIGTERM."""
    command = [IKRAR, "serve", "--listen", "127.0.0.1:0", "--json", *map(str, arguments)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        said = json.loads(process.stdout.readline())
        yield said, process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors


class Foreign(http.server.SimpleHTTPRequestHandler):
    """Python's own server of files, HTTP/1.0: remembers what was asked, and fails from request `limit` on."""

    def log_message(self, *_):
        pass

    def do_GET(self):
        with self.server.lock:
            self.server.asked.append(self.path)
            failing = len(self.server.asked) > self.server.limit
        if failing:
            self.send_error(500)
        else:
            super().do_GET()


@contextlib.contextmanager
def foreign(folder, limit=10**9):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Foreign, directory=str(folder)))
    server.asked, server.lock, server.limit = [], threading.Lock(), limit
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def curl(url, *more, body=False):
    """Status, headers in lower case, and body, as curl sees them."""
    head = [] if "-I" in more else ["-D", "-"]
    done = subprocess.run(["curl", "-sS", "--path-as-is", *head, *more, url], capture_output=True, check=True)
    head, _, rest = done.stdout.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines[1:])}
    return (int(lines[0].split()[1]), headers, rest) if body else (int(lines[0].split()[1]), headers)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def without_effort(report):
    return {name: value for name, value in report.items() if name not in ("effort", "files_listed")}


class Web(StoreTest):
    count = 2000

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.page = cls.work / "page"
        cls.page.mkdir()
        (cls.page / "index.html").write_text("<p>halaman")
        (cls.page / "sw.js").write_text("//")
        (cls.page / "out").symlink_to(cls.data)
        server = serving("--log", cls.data, "--page", cls.page)
        cls.said, cls.process = server.__enter__()
        cls.addClassCleanup(server.__exit__, None, None, None)
        cls.url = cls.said["log"]

    def audit_of(self, log, *more, expect=0):
        return answer("audit", log, "--policy", self.policy, *more, expect=expect)

    def test_a_log_over_http_is_audited_like_the_folder(self):
        ours, local = self.audit_of(self.url), self.audit_of(self.log)
        self.assertEqual(without_effort(ours), without_effort(local))
        self.assertTrue(ours["holds"] and ours["signed"] == 2000)
        self.assertEqual((ours["files_listed"], local["files_listed"]), (False, True))
        text = run("audit", self.url, "--policy", self.policy).stdout
        self.assertIn("a server lists none", text)
        for part in ("signatures", "hashing", "reading", "decoding"):
            self.assertIn(f"{part} ", text)
        shares = [ours["effort"][part] for part in ("signatures", "hashing", "reading", "decoding")]
        self.assertAlmostEqual(sum(shares), 1)
        self.assertGreater(local["effort"]["signatures"], 0.5)

    def test_another_server_of_files_does_as_well(self):
        with foreign(self.log) as (url, server):
            self.assertEqual(without_effort(self.audit_of(url)), without_effort(self.audit_of(self.log)))
            self.assertGreater(len(server.asked), 16)

    def test_a_receipt_is_held_against_a_log_over_http(self):
        text = answer("receipt", "show", 1000, "--data", self.data)["text"]
        with foreign(self.log) as (url, _):
            for log in (self.url, url):
                verdict = answer("verify", text, "--policy", self.policy, "--log", log)
                self.assertEqual((verdict["verdict"], verdict["checked_against_log"]), ("rehearsal", True))

    def test_damage_over_http_fails_and_a_lost_server_does_not_accuse(self):
        copy = self.work / "damaged"
        shutil.copytree(self.log, copy)
        bundle = copy / "tile/entries/003"
        content = bundle.read_bytes()
        bundle.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        with foreign(copy) as (url, _):
            report = self.audit_of(url, expect=1)
            self.assertIn("tile/entries/003", [finding["path"] for finding in report["findings"]])
            done = run("verify", "1", "--policy", self.policy, "--log", url, expect=1)
            self.assertIn("cannot be relied on", done.stderr)
        with foreign(self.log, limit=9) as (url, _):
            done = run("audit", url, "--policy", self.policy, "--json", expect=3)
            self.assertEqual((done.stdout, json.loads(done.stderr)["kind"]), ("", "io"))
        gone = f"http://127.0.0.1:{free_port()}/log"
        for command in (("audit", gone), ("verify", "1", "--log", gone)):
            self.assertIn(gone, run(*command, "--policy", self.policy, expect=3).stderr)
        for wrong in ("http://", "http://127.0.0.1:0/", "https://x y"):
            run("audit", wrong, "--policy", self.policy, expect=2)
        run("audit", self.url + "/nothing", "--policy", self.policy, expect=2)

    def test_headers_by_curl(self):
        status, headers, body = curl(self.url + "/checkpoint", body=True)
        self.assertEqual((status, headers["content-type"]), (200, "text/plain; charset=utf-8"))
        self.assertEqual(body, (self.log / "checkpoint").read_bytes())
        for name in ("tile/0/000", "tile/entries/000", "tile/1/000.p/7"):
            status, headers, body = curl(f"{self.url}/{name}", body=True)
            self.assertEqual((status, headers["content-type"]), (200, "application/octet-stream"))
            self.assertEqual(headers["access-control-allow-origin"], "*")
            self.assertEqual(headers["x-content-type-options"], "nosniff")
            self.assertEqual(body, (self.log / name).read_bytes())
        status, headers, body = curl(self.url + "/tile/0/000", "-I", body=True)
        self.assertEqual((status, headers["content-length"], body), (200, "8192", b""))
        root = self.said["urls"][0]
        self.assertEqual(curl(root, body=True)[2], b"<p>halaman")
        self.assertEqual(curl(root + "sw.js")[1]["content-type"], "text/javascript; charset=utf-8")
        verify_path = next(line for line in CEREMONY.read_text().splitlines() if line.startswith("verify_url")).split("/", 3)[3].rstrip('"')
        self.assertEqual(curl(root + verify_path, body=True)[2], b"<p>halaman")

    def test_tricks_and_other_methods_are_refused(self):
        root = self.said["urls"][0]
        for path in ("..%2fikrar.sqlite", "log/../ikrar.sqlite", "log/%2e%2e/ikrar.sqlite", "log/..%5cx", "log/checkpoint?x", "a%00b", "//etc/passwd"):
            self.assertEqual(curl(root + path)[0], 400, path)
        for path in ("out/ikrar.sqlite", "out/log/checkpoint", "log/ikrar.sqlite", "log/", "nothing", "log/tile/0/"):
            self.assertEqual(curl(root + path)[0], 404, path)
        self.assertEqual(curl(self.url + "/checkpoint", "-X", "POST")[0], 411)
        self.assertEqual(curl(self.url + "/checkpoint", "-X", "POST", "-d", "")[0], 405)
        self.assertEqual(curl(self.url + "/checkpoint", "-X", "DELETE")[0], 405)
        self.assertEqual(curl(root + "a" * 3000)[0], 414)
        self.assertEqual(curl(self.url + "/checkpoint", "-H", "X: " + "x" * 20000)[0], 400)

    def test_a_slow_client_keeps_nobody_waiting(self):
        with contextlib.ExitStack() as slow:
            for _ in range(100):
                one = slow.enter_context(socket.create_connection(("127.0.0.1", int(self.url.split(":")[2].split("/")[0]))))
                one.sendall(b"GET /log/checkpoint HTTP/1.1\r\nX: ")
            self.assertEqual(curl(self.url + "/checkpoint")[0], 200)

    def test_a_page_of_the_result_for_people(self):
        page, text = self.work / "hasil.html", self.work / "result.txt"
        self.audit_of(self.log, "--report", page)
        self.assertIn("GLADI", page.read_text())
        self.assertIn("Semua yang diperiksa cocok", page.read_text())
        self.audit_of(self.log, "--report", text, "--language", "en")
        self.assertIn("Everything checked holds", text.read_text())
        run("audit", self.log, "--policy", self.policy, "--report", "result.pdf", expect=2)
        for option in ("--report", "--state"):
            refused = run("audit", self.log, "--policy", self.policy, option, self.work / "none/x.html", expect=2)
            self.assertEqual((refused.stdout, "no folder" in refused.stderr), ("", True))
        run("audit", self.log, "--policy", self.policy, "--report", text, "--language", "de", expect=2)

    def test_the_answer_says_what_the_page_says(self):
        report = self.audit_of(self.log)
        self.assertTrue(report["sentence"].startswith("Semua yang diperiksa cocok"))
        text = run("audit", self.log, "--policy", self.policy).stdout
        self.assertIn("Result     holds\n", text)
        self.assertIn(report["sentence"], text)
        self.assertIn(report["sentence_en"], text)

    def test_a_policy_of_another_log_is_no_failure_of_this_one(self):
        other = self.work / "stranger"
        run("init", "--ceremony", CEREMONY, "--data", other, "--kiosk", "kiosk-3", "--rehearsal")
        text = run("audit", self.log, "--policy", other / "log/policy", expect=1).stdout
        self.assertIn("NOT CHECKED", text)
        self.assertIn("BELUM diperiksa", text)
        self.assertNotIn("Entries", text)

    def test_a_kept_checkpoint_of_another_log_or_none_is_a_wrong_file(self):
        other = self.work / "since"
        run("init", "--ceremony", CEREMONY, "--data", other, "--kiosk", "kiosk-4", "--rehearsal")
        for wrong, words in ((other / "log/checkpoint", "another log"), (self.policy, "no checkpoint"), (self.log / "tile/0/000", "no checkpoint")):
            refused = run("audit", self.log, "--policy", self.policy, "--since", wrong, expect=2)
            self.assertEqual((refused.stdout, words in refused.stderr), ("", True))
        self.assertEqual(self.audit_of(self.log, "--since", self.log / "checkpoint")["since"], 2002)

    def test_a_disk_that_fails_says_nothing_of_the_log(self):
        copy, state = self.work / "failing", self.work / "failing.state"
        shutil.copytree(self.log, copy)
        bundle = copy / "tile/entries/003"
        bundle.unlink()
        bundle.symlink_to("/proc/self/mem")  # opens, and answers EIO
        done = run("audit", copy, "--policy", self.policy, "--state", state, expect=3)
        self.assertIn("says nothing of the log", done.stderr)
        self.assertFalse(state.exists())
        text = answer("receipt", "show", 1000, "--data", self.data)["text"]
        run("verify", text, "--policy", self.policy, "--log", copy, expect=3)
        bundle.unlink()
        report = self.audit_of(copy, expect=1)
        self.assertIn("salin ulang", report["sentence"])

    def test_a_revoked_key_is_believed_up_to_its_last_good_size(self):
        vkey = next(line.split()[1] for line in self.policy.read_text().splitlines() if line.startswith("log "))
        revoked = self.work / "revoked"
        for size, code, kinds in ((2002, 0, []), (2001, 1, ["revoked-key"])):
            revoked.write_text(f"{vkey} {size}\n")
            report = self.audit_of(self.url, "--revoked", revoked, expect=code)
            self.assertEqual([finding["kind"] for finding in report["findings"]], kinds)


class Growing(StoreTest):
    count = 1200

    def test_a_state_lets_the_next_audit_read_only_what_is_new(self):
        state = self.work / "state"
        first = answer("audit", self.log, "--policy", self.policy, "--state", state)
        self.assertEqual(first["resumed_from"], 0)
        self.assertEqual(state.stat().st_mode & 0o777, 0o600)
        kept = self.work / "kept"
        shutil.copy(self.log / "checkpoint", kept)
        run("simulate", "--data", self.data, "--count", 400)
        with foreign(self.log) as (url, server):
            second = answer("audit", url, "--policy", self.policy, "--state", state, "--since", kept)
            self.assertEqual((second["resumed_from"], second["signed"], second["holds"]), (1202, 1600, True))
            bundles = {path for path in server.asked if path.startswith("/tile/entries/")}
            self.assertEqual(bundles, {"/tile/entries/004", "/tile/entries/005", "/tile/entries/006.p/66"})
        whole = answer("audit", self.log, "--policy", self.policy)
        for name in ("root", "size", "signed", "sessions", "closed"):
            self.assertEqual(second[name], whole[name])
        text = run("audit", self.log, "--policy", self.policy, "--state", state).stdout
        self.assertIn("entries below 1602 were checked in an earlier audit", text)

    def test_a_state_that_is_damaged_or_of_another_log_is_a_wrong_file(self):
        state = self.work / "whose"
        run("audit", self.log, "--policy", self.policy, "--state", state)
        good = state.read_bytes()
        self.flip(state, 4000)
        self.assertIn("damaged", run("audit", self.log, "--policy", self.policy, "--state", state, expect=2).stderr)
        state.write_bytes(good)
        other = self.work / "other"
        run("init", "--ceremony", CEREMONY, "--data", other, "--kiosk", "kiosk-2", "--rehearsal")
        run("simulate", "--data", other, "--count", 3)
        done = run("audit", other, "--policy", other / "log/policy", "--state", state, expect=2)
        self.assertIn("another log", done.stderr)
        self.assertEqual(state.read_bytes(), good)


class Rewritten(unittest.TestCase):
    def test_a_history_rewritten_after_an_audit_is_told_from_one_that_grew(self):
        work = pathlib.Path(os.path.realpath(subprocess.check_output(["mktemp", "-d"], text=True).strip()))
        self.addCleanup(shutil.rmtree, work, ignore_errors=True)
        secret = work / "passphrase"
        secret.write_text(PASSPHRASE + "\n")
        data, copy, policy, state = work / "data", work / "copy", work / "policy", work / "state"
        run("init", "--ceremony", CEREMONY, "--data", data, "--kiosk", "kiosk-1", "--passphrase-file", secret)
        shutil.copy(data / "log/policy", policy)
        run("session", "start", "--data", data, "--passphrase-file", secret)
        shutil.copytree(data, copy)
        sign(data, 1, 3)
        sign(copy, 11, 4, data)
        answer("audit", data, "--policy", policy, "--state", state)
        kept = state.read_bytes()
        with foreign(copy / "log") as (url, _):
            for log in (copy, url):
                report = answer("audit", log, "--policy", policy, "--state", state, expect=1)
                self.assertEqual([finding["kind"] for finding in report["findings"]], ["rewritten"])
                self.assertEqual(state.read_bytes(), kept, "the evidence stays")


class Serving(StoreTest):
    count = 3

    def test_it_says_gladi_and_where_and_ends_well_on_either_signal(self):
        for ending in (signal.SIGINT, signal.SIGTERM):
            process = subprocess.Popen([IKRAR, "serve", "--log", self.log, "--listen", "0.0.0.0:0"], stdout=subprocess.PIPE, text=True)
            lines = [process.stdout.readline() for _ in range(4)]
            self.assertIn("GLADI", lines[0])
            self.assertIn("http://127.0.0.1:", lines[2])
            url = lines[2].split()[1]
            self.assertIn(b"GLADI", curl(url, body=True)[2])
            with socket.create_connection(("127.0.0.1", int(url.split(":")[2].rstrip("/")))):
                process.send_signal(ending)
                self.assertEqual(process.wait(timeout=60), 0)
            process.stdout.close()

    def test_what_cannot_be_served_is_refused(self):
        run("serve", "--log", self.work / "nothing", "--listen", "127.0.0.1:0", expect=2)
        run("serve", "--log", self.log, "--listen", "127.0.0.1", expect=2)
        run("serve", "--log", self.log, "--listen", "127.0.0.1:0", "--page", self.work / "nothing", expect=2)
        run("serve", "--log", self.log, "--listen", "127.0.0.1:0", "--tls-cert", self.policy, "--tls-key", self.policy, expect=2)
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            run("serve", "--log", self.log, "--listen", f"127.0.0.1:{taken.getsockname()[1]}", expect=3)

    def test_over_tls_its_certificate_must_be_believed(self):
        cert, key = self.work / "cert.pem", self.work / "key.pem"
        make = ["openssl", "req", "-x509", "-newkey", "ed25519", "-nodes", "-keyout", key, "-out", cert, "-days", "2", "-subj", "/CN=x", "-addext", "subjectAltName=IP:127.0.0.1"]
        subprocess.run(make, check=True, capture_output=True)
        with serving("--log", self.log, "--tls-cert", cert, "--tls-key", key) as (said, _):
            self.assertTrue(said["log"].startswith("https://"))
            self.assertEqual(curl(said["log"] + "/checkpoint", "--cacert", cert)[0], 200)
            answer("audit", said["log"], "--policy", self.policy, "--tls-ca", cert)
            self.assertIn("not believed", run("audit", said["log"], "--policy", self.policy, expect=3).stderr)


if __name__ == "__main__":
    unittest.main()
