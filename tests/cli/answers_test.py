"""What every command answers with: JSON where it is asked for, GLADI in a rehearsal, sentences for wrong use."""

import base64
import json
import os
import pty
import re
import shutil
import subprocess

from ikrar_command import CEREMONY, IKRAR, ROOT, ROSTER, StoreTest, answer, run

COMMANDS = ("init", "session start", "session end", "roster import", "roster list", "roster template", "absence import", "absence set", "absence remove", "absence list", "export", "simulate", "status", "receipt show", "receipt qr", "receipt tlog-proof", "verify", "void", "close", "audit", "serve", "page", "witness init", "witness add", "witness list", "witness serve", "witness ask", "organizer add", "organizer list", "organizer remove", "invite", "erase", "backup", "review", "merge", "sync")


class Help(StoreTest):
    def test_every_command_shows_an_example_of_itself_and_refuses_wrong_use(self):
        for command in map(str.split, COMMANDS):
            shown = run(*command, "--help").stdout
            self.assertIn("Example:\n  ikrar " + " ".join(command), shown)
            refused = run(*command, "--no-such-option", "--json", expect=2)
            self.assertEqual(json.loads(refused.stderr)["kind"], "invalid", command)
            self.assertEqual(refused.stdout, "")

    def test_a_word_that_is_not_known_is_named_and_the_help_of_its_command_too(self):
        for words, unknown, command in ((("audit", "x", "--polcy", "y"), "--polcy", "ikrar audit"), (("audi", "x"), "audi", "ikrar"), (("witness", "init", "--nam", "y"), "--nam", "ikrar witness init")):
            self.assertEqual(run(*words, expect=2).stderr, f"ikrar: `{unknown}` is not known here. `{command} --help` shows an example.\n")
        self.assertIn("--policy is required", run("audit", "x", expect=2).stderr)

    def test_the_reasons_of_a_voiding_are_names_and_a_wrong_one_gets_a_sentence(self):
        shown = run("void", "--help").stdout
        self.assertNotIn("->", shown)
        refused = run("void", 2, "--reason", "boredom", "--data", self.data, "--json", expect=2)
        sentence = json.loads(refused.stderr)["error"]
        self.assertIn("wrong-person, duplicate, withdrawn, test and other", sentence)
        self.assertNotIn("->", sentence)


class Json(StoreTest):
    count = 2

    def test_pictures_proofs_and_templates_come_as_json_where_it_is_asked_for(self):
        data = ("--data", self.data)
        png = base64.b64decode(answer("receipt", "qr", 2, *data)["png"])
        self.assertTrue(png.startswith(b"\x89PNG"))
        self.assertTrue(answer("receipt", "tlog-proof", 2, *data)["proof"].startswith("c2sp.org/tlog-proof@v1\n"))
        plain = run("roster", "template").stdout.removeprefix("\ufeff")  # a mark for spreadsheets, not for JSON
        self.assertEqual(answer("roster", "template")["csv"].replace("\r\n", "\n"), plain)
        svg = self.work / "a.svg"
        self.assertEqual(answer("receipt", "qr", 2, *data, "--out", svg)["out"], str(svg))

    def test_every_key_of_an_answer_is_documented(self):
        documented = set(re.findall(r"`([a-z_0-9]+)`", (ROOT / "src/cli/JSON.md").read_text()))

        def keys(value):
            if isinstance(value, list):
                return set().union(*map(keys, value))
            return set(value).union(*map(keys, value.values())) if isinstance(value, dict) else set()

        data, policy = ("--data", self.data), ("--policy", self.policy)
        witness = ("--data", self.work / "saksi")
        secret = self.work / "secret"
        secret.write_text("rahasia\n")
        for words in (("status", *data), ("roster", "import", ROSTER, *data), ("roster", "import", ROSTER, "--preview", *data), ("receipt", "show", 2, *data), ("verify", answer("receipt", "show", 2, *data)["text"], *policy, "--log", self.log), ("audit", self.log, *policy), ("simulate", "--count", 1, *data), ("session", "end", *data), ("session", "start", *data), ("export", "--format", "csv", "--out", self.work / "list.csv", *data), ("page", *policy, "--out", self.work / "page"), ("witness", "init", *witness, "--name", "saksi", "--passphrase-file", secret), ("witness", "add", *witness, self.policy), ("witness", "list", *witness)):
            self.assertEqual(keys(answer(*words)) - documented, set(), words)

    def test_a_text_becomes_a_tlog_proof_under_the_key_of_the_store_given(self):
        text = answer("receipt", "show", 2, "--data", self.data)["text"]
        run("receipt", "tlog-proof", text, expect=2)
        proof = answer("receipt", "tlog-proof", text, "--data", self.data)["proof"]
        self.assertEqual(proof, answer("receipt", "tlog-proof", 2, "--data", self.data)["proof"])

    def test_a_receipt_shown_without_a_key_gives_its_facts_as_unverified(self):
        text = answer("receipt", "show", 2, "--data", self.data)["text"]
        facts = answer("receipt", "show", text)
        self.assertEqual((facts["verified"], facts["index"], facts["kind"]), (False, 2, "signed"))
        self.assertNotIn("verdict", facts)
        self.assertIn("Not verified", run("receipt", "show", text).stdout)


class Gladi(StoreTest):
    count = 2

    def test_every_answer_of_a_rehearsal_says_so(self):
        data = ("--data", self.data)
        new = ("init", "--ceremony", CEREMONY, "--kiosk", "kiosk-1", "--rehearsal", "--data")
        for words in ((*new, self.work / "new"), ("status", *data), ("roster", "import", ROSTER, *data), ("simulate", "--count", 1, *data), ("receipt", "show", 2, *data), ("void", 2, "--reason", "test", *data), ("session", "end", *data), ("session", "start", *data), ("session", "end", *data), ("close", *data)):
            self.assertEqual(run(*words).stdout.count("GLADI: a rehearsal"), 1, words)
        self.assertTrue(answer("roster", "import", ROSTER, *data)["rehearsal"])

    def test_the_picture_says_gladi_below_a_symbol_that_is_still_read(self):
        text = answer("receipt", "show", 3, "--data", self.data)["text"]
        picture = self.work / "g.png"
        run("receipt", "qr", 3, "--data", self.data, "--out", picture)
        seen = subprocess.run(["zbarimg", "--raw", "-q", picture], capture_output=True, text=True, check=True)
        self.assertEqual(seen.stdout.rstrip("\n"), text)
        head = picture.read_bytes()[16:24]
        width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:], "big")
        self.assertEqual(height - width, (5 + 4) * 8)
        bare = self.work / "bare.png"
        run("receipt", "qr", text, "--out", bare)  # no key: nobody can tell what log it is of
        head = bare.read_bytes()[16:24]
        self.assertEqual(head[:4], head[4:])
        svg = self.work / "g.svg"
        run("receipt", "qr", 3, "--data", self.data, "--out", svg)
        self.assertIn(f'viewBox="0 0 {width // 8} {height // 8}"', svg.read_text())


class Sessions(StoreTest):
    def test_the_next_session_is_the_one_after_the_last_and_an_unplanned_one_is_said(self):
        data = ("--data", self.data)
        self.assertEqual(answer("session", "start", *data)["session"], 1)
        run("session", "end", *data)
        self.assertEqual(answer("session", "start", *data)["session"], 2)
        run("session", "end", *data)
        self.assertIn("unplanned follow-up", answer("session", "start", "--number", 40, *data)["warning"])
        run("session", "end", *data)
        self.assertIn("unplanned follow-up", run("session", "start", *data).stdout)


class NothingSigned(StoreTest):
    def test_a_copied_store_that_signs_nothing_speaks_of_no_entry(self):
        copy = self.work / "copy"
        shutil.copytree(self.data, copy)
        refused = run("simulate", "--data", copy, "--count", 1, expect=2)
        self.assertNotIn("kept", refused.stderr)

    def test_a_mistake_in_the_ceremony_is_told_before_a_passphrase_is_asked_for(self):
        wrong = self.work / "wrong.toml"
        wrong.write_text("id = [\n")
        refused = run("init", "--ceremony", wrong, "--data", self.work / "n", "--kiosk", "k", expect=2)
        self.assertIn("line", refused.stderr)
        self.assertNotIn("passphrase", refused.stderr)
        refused = run("init", "--ceremony", CEREMONY, "--data", self.work / "n", "--kiosk", "Kiosk 1", expect=2)
        self.assertIn("a-z, 0-9 and hyphens", refused.stderr)

    def test_a_real_log_is_no_place_for_samples_and_no_passphrase_is_asked_for(self):
        secret, real = self.work / "passphrase", self.work / "real"
        secret.write_text("rahasia\n")
        run("init", "--ceremony", CEREMONY, "--data", real, "--kiosk", "kiosk-1", "--passphrase-file", secret)
        refused = run("simulate", "--data", real, "--count", 1, expect=2)
        self.assertIn("only in a rehearsal", refused.stderr)

    def test_a_picture_is_not_poured_onto_a_terminal(self):
        run("simulate", "--data", self.data, "--count", 1)
        main, terminal = pty.openpty()
        done = subprocess.run([IKRAR, "receipt", "qr", "2", "--data", self.data], stdout=terminal, stderr=subprocess.PIPE, text=True)
        os.close(terminal)
        os.close(main)
        self.assertEqual(done.returncode, 2)
        self.assertIn("--out", done.stderr)
