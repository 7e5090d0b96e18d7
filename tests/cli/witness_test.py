"""A witness and a log as their owners run them: `ikrar witness` on both sides, over the loopback network."""

import json
import pathlib
import shutil
import signal
import subprocess
import tempfile
import unittest
import urllib.error
import urllib.request

from ikrar_command import CEREMONY, IKRAR, ROSTER, answer, run


class Witness:
    """A witness in a directory of its own; `serve` and `stop` as often as one likes, always at the port of the first time."""

    def __init__(self, work, name):
        self.data = work / name
        self.passphrase = work / f"{name}.passphrase"
        self.passphrase.write_text("rahasia saksi\n")
        self.made = answer("witness", "init", "--data", self.data, "--name", f"{name}.example/saksi", "--passphrase-file", self.passphrase)
        self.port = 0
        self.process = None

    def serve(self, *more):
        self.process = subprocess.Popen([IKRAR, "witness", "serve", "--data", self.data, "--listen", f"127.0.0.1:{self.port}", "--passphrase-file", self.passphrase, "--json", *map(str, more)],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        assert line, self.process.stderr.read()
        self.said = json.loads(line)
        self.port = self.said["port"]
        return self

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        _, complaint = self.process.communicate(timeout=60)
        code, self.process = self.process.returncode, None
        assert complaint == "" or code != 0, complaint
        return code

    def line(self, scheme="http", host="127.0.0.1"):
        return f"witness {self.made['name']} {self.made['vkey']} {scheme}://{host}:{self.port}\n"


class WitnessTest(unittest.TestCase):
    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="ikrar-witness-"))
        self.addCleanup(shutil.rmtree, self.work, ignore_errors=True)
        self.passphrase = self.work / "passphrase"
        self.passphrase.write_text("rahasia\n")

    def witness(self, name, *more):
        made = Witness(self.work, name).serve(*more)
        self.addCleanup(lambda: made.process and made.stop())
        return made

    def store(self, *witnesses, quorum="all", rehearsal=False, scheme="http", host="127.0.0.1"):
        data = self.work / "data"
        kind = ("--rehearsal",) if rehearsal else ("--passphrase-file", self.passphrase)
        vkey = answer("init", "--ceremony", CEREMONY, "--data", data, "--kiosk", "kiosk-1", *kind)["vkey"]
        names = " ".join(w.made["name"] for w in witnesses)
        policy = f"log {vkey}\n" + "".join(w.line(scheme, host) for w in witnesses) + f"group saksi {quorum} {names}\nquorum saksi\n"
        (data / "log/policy").write_text(policy)
        self.policy = self.work / "auditor.policy"
        self.policy.write_text(policy)
        for witness in witnesses:
            run("witness", "add", "--data", witness.data, self.policy)
        return data

    def test_two_witnesses_make_a_receipt_valid_under_their_quorum(self):
        one, two = self.witness("bawaslu"), self.witness("inspektorat")
        data = self.store(one, two)
        before = answer("receipt", "show", 0, "--data", data)["text"]
        self.assertEqual(answer("verify", before, "--policy", self.policy, expect=1)["verdict"], "valid-unwitnessed")
        asked = answer("witness", "ask", "--data", data)
        self.assertEqual((asked["quorum"], asked["size"], [w["size"] for w in asked["witnesses"]]), (True, 1, [1, 1]))
        after = answer("receipt", "show", 0, "--data", data)
        self.assertEqual(after["verdict"], "valid")
        verified = answer("verify", after["text"], "--policy", self.policy)
        self.assertEqual(verified["verdict"], "valid")
        status = answer("status", "--data", data)
        self.assertEqual((status["quorum"], status["cosigned_size"]), (True, 1))
        self.assertEqual([w["cosigned_size"] for w in status["witnesses"]], [1, 1])
        self.assertIn("Witnesses  cosigned up to 1 of 1 entries; the newest checkpoint has its quorum", run("status", "--data", data).stdout)
        self.assertEqual((data / "log/checkpoint").read_text().count("\u2014 "), 3)
        proof = self.work / "0.tlog-proof"
        run("receipt", "tlog-proof", 0, "--data", data, "--out", proof)
        self.assertEqual(answer("verify", proof, "--policy", self.policy)["verdict"], "valid")
        self.assertEqual(one.stop(), 0)
        self.assertEqual(two.stop(signal.SIGINT), 0)

    def test_one_that_is_down_is_named_and_caught_up_with(self):
        one, two = self.witness("bawaslu"), self.witness("inspektorat")
        data = self.store(one, two)
        self.assertEqual(two.stop(), 0)
        asked = answer("witness", "ask", "--data", data, expect=3)
        self.assertEqual([w["reached"] for w in asked["witnesses"]], [True, False])
        self.assertIn("inspektorat", asked["witnesses"][1]["warning"])
        self.assertEqual(answer("receipt", "show", 0, "--data", data)["verdict"], "valid-unwitnessed")
        two.serve()
        self.assertTrue(answer("witness", "ask", "--data", data)["quorum"])
        self.assertEqual(answer("receipt", "show", 0, "--data", data)["verdict"], "valid")

    def test_a_witness_that_is_killed_remembers_what_it_cosigned(self):
        witness = self.witness("bawaslu")
        data = self.store(witness, rehearsal=True)
        run("witness", "ask", "--data", data)
        self.assertNotEqual(witness.stop(signal.SIGKILL), 0)
        witness.serve()
        self.assertEqual(witness.said["logs"], 1)
        run("roster", "import", ROSTER, "--data", data)
        run("session", "start", "--data", data)
        asked = answer("witness", "ask", "--data", data)
        self.assertEqual(asked["witnesses"], [{"name": witness.made["name"], "reached": True, "size": 2}])

    def test_a_log_that_went_back_is_stopped_by_what_its_witness_holds(self):
        witness = self.witness("bawaslu")
        data = self.store(witness, rehearsal=True)
        old = (data / "ikrar.sqlite").read_bytes()
        run("session", "start", "--data", data)
        run("simulate", "--data", data, "--count", 3)
        run("witness", "ask", "--data", data)
        # The database goes back in place, so that neither machine nor file tell, and its files with it.
        with (data / "ikrar.sqlite").open("r+b") as database:
            database.write(old)
            database.truncate()
        (data / "log/checkpoint").unlink()
        run("session", "start", "--data", data)  # another history begins
        asked = answer("witness", "ask", "--data", data, expect=1)
        self.assertTrue(asked["contradicted"])
        witness.stop()
        self.assertEqual(answer("status", "--data", data)["stop"], "contradicted")
        self.assertIn("STOPPED    contradicted: The checkpoint that", run("status", "--data", data).stdout)
        refused = run("session", "end", "--data", data, "--json", expect=2)
        self.assertEqual(json.loads(refused.stderr)["kind"], "refused")
        held = (data / "contradiction").read_text()
        self.assertEqual(held.splitlines()[1], "5")
        run("receipt", "show", 0, "--data", data)

    def test_over_tls_the_certificate_decides(self):
        certificate, key = self.work / "saksi.pem", self.work / "saksi.key"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ed25519", "-nodes", "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"], check=True, capture_output=True)
        witness = self.witness("bawaslu", "--tls-cert", certificate, "--tls-key", key)
        self.assertTrue(witness.said["url"].startswith("https://"))
        data = self.store(witness, rehearsal=True, scheme="https", host="localhost")
        doubted = answer("witness", "ask", "--data", data, expect=3)
        self.assertFalse(doubted["witnesses"][0]["reached"])
        self.assertTrue(answer("witness", "ask", "--data", data, "--tls-ca", certificate)["quorum"])
        run("witness", "serve", "--data", witness.data, "--listen", "127.0.0.1:0", "--tls-cert", certificate, "--passphrase-file", witness.passphrase, expect=2)

    def test_the_service_speaks_plain_http_as_the_specification_has_it(self):
        witness = self.witness("bawaslu")
        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"http://127.0.0.1:{witness.port}/add-checkpoint", data=b"old 0\n")
        self.assertEqual(refused.exception.code, 400)
        with self.assertRaises(urllib.error.HTTPError) as unknown:
            urllib.request.urlopen(f"http://127.0.0.1:{witness.port}/{'0' * 64}/checkpoint")
        self.assertEqual(unknown.exception.code, 404)
        second = run("witness", "serve", "--data", witness.data, "--listen", "127.0.0.1:0", "--passphrase-file", witness.passphrase, "--json", expect=3)
        self.assertEqual(json.loads(second.stderr)["kind"], "busy")

    def test_wrong_use_gets_a_sentence(self):
        data = self.work / "w"
        for words in (("witness", "list", "--data", data), ("witness", "init", "--data", data, "--name", "two words", "--passphrase-file", self.passphrase), ("witness", "serve", "--data", data, "--listen", "nowhere")):
            refused = run(*words, "--json", expect=2)
            self.assertTrue(json.loads(refused.stderr)["error"].strip())
        run("init", "--ceremony", CEREMONY, "--data", self.work / "bare", "--kiosk", "kiosk-1", "--rehearsal")
        refused = run("witness", "ask", "--data", self.work / "bare", expect=2).stderr
        self.assertIn("names no witness", refused)
        self.assertIn("ikrar witness init", refused)
