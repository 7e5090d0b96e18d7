"""`ikrar page`: what it writes, and what it refuses to write."""

import base64
import hashlib
import json
import re
import shutil

from ikrar_command import CEREMONY, StoreTest, answer, run


class Page(StoreTest):
    def out(self, name):
        folder = self.work / name
        shutil.rmtree(folder, ignore_errors=True)
        return folder

    def written(self, name, *arguments):
        folder = self.out(name)
        run("page", "--policy", self.policy, "--out", folder, *arguments)
        return (folder / "index.html").read_text()

    def data_of(self, page):
        return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)[1])

    def policy_of(self, page):
        found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[1]
        return dict(directive.strip().split(" ", 1) for directive in found.split(";"))

    def test_the_same_files_make_the_same_page(self):
        first, second = self.out("first"), self.out("second")
        told = answer("page", "--policy", self.policy, "--ceremony", CEREMONY, "--out", first)
        answer("page", "--policy", self.policy, "--ceremony", CEREMONY, "--out", second)
        for name in ("index.html", "sw.js"):
            self.assertEqual((first / name).read_bytes(), (second / name).read_bytes())
        self.assertEqual(sorted(p.name for p in first.iterdir()), ["index.html", "sw.js"])
        page = (first / "index.html").read_bytes()
        self.assertEqual(told["sha256"], hashlib.sha256(page).hexdigest())
        self.assertIn(told["sha256"], (first / "sw.js").read_text())

    def test_the_page_holds_policy_and_revocations_byte_for_byte_and_facts_of_the_ceremony(self):
        revoked = self.work / "revoked"
        vkey = self.policy.read_text().split()[1]
        revoked.write_text(f"# <!-- </script>\n{vkey} 12\n")
        page = self.written("full", "--ceremony", CEREMONY, "--revoked", revoked)
        data = self.data_of(page)
        self.assertEqual([(p["name"], base64.b64decode(p["base64"])) for p in data["policies"]], [("policy", self.policy.read_bytes())])
        self.assertEqual(base64.b64decode(data["revoked"]), revoked.read_bytes())
        [ceremony] = data["ceremonies"]
        self.assertEqual(ceremony["sha256"], hashlib.sha256(CEREMONY.read_bytes()).hexdigest())
        self.assertEqual((ceremony["id"], ceremony["time_zone"]), ("takalar-2023", "Asia/Makassar"))

    def test_nothing_embedded_ends_its_element(self):
        odd = self.work / "a<b>&'.policy"
        shutil.copy(self.policy, odd)
        folder = self.out("odd")
        run("page", "--policy", odd, "--out", folder)
        page = (folder / "index.html").read_text()
        self.assertEqual(self.data_of(page)["policies"][0]["name"], "a<b>&'.policy")
        self.assertNotIn("a<b>", page)

    def test_the_content_security_policy_names_the_script_and_the_style_by_hash(self):
        page = self.written("hashes")
        policy = self.policy_of(page)
        for directive, element in (("script-src", "script"), ("style-src", "style")):
            inline = re.findall(rf"<{element}>(.*?)</{element}>", page, re.S)
            self.assertEqual(len(inline), 1)
            digest = base64.b64encode(hashlib.sha256(inline[0].encode()).digest()).decode()
            self.assertEqual(policy[directive], f"'sha256-{digest}'")
        self.assertEqual((policy["default-src"], policy["connect-src"]), ("'none'", "'none'"))
        self.assertNotRegex(re.sub(r"<script.*?</script>|<style.*?</style>|<!--.*?-->", "", page, flags=re.S), r"https?:|\bon\w+=")
        self.assertNotIn("{{", re.sub(r"<script>.*?</script>", "", page, flags=re.S))

    def test_only_the_logs_of_the_policies_may_be_connected_to(self):
        line = self.policy.read_text().splitlines()[0]
        named = self.work / "named.policy"
        named.write_text(f"{line} https://log.example:8443/takalar\nquorum none\n")
        folder = self.out("named")
        run("page", "--policy", named, "--out", folder)
        self.assertEqual(self.policy_of((folder / "index.html").read_text())["connect-src"], "https://log.example:8443")
        self.assertEqual(self.policy_of(self.written("beside", "--log-url", "log/"))["connect-src"], "'self'")
        self.assertEqual(self.policy_of(self.written("away", "--log-url", "http://10.0.0.1/log"))["connect-src"], "http://10.0.0.1")
        odd = self.work / "odd.policy"
        odd.write_text(f"{line} ftp://log.example/\nquorum none\n")
        warned = run("page", "--policy", odd, "--out", self.out("ftp"))
        self.assertIn("ftp://log.example/", warned.stderr)
        self.assertEqual(self.policy_of((self.work / "ftp/index.html").read_text())["connect-src"], "'none'")
        odd.write_text(f"{line} https://log.example:99999/\nquorum none\n")
        warned = run("page", "--policy", odd, "--out", self.out("port"))
        self.assertIn("https://log.example:99999/", warned.stderr)

    def test_wrong_use_is_told_and_nothing_is_written(self):
        out = self.out("refused")
        broken = self.work / "broken"
        broken.write_text("quorum\n")
        absent = self.work / "absent"
        given = ("--policy", self.policy)
        for arguments in (
            (), ("--policy", broken), ("--policy", absent), (*given, "--ceremony", broken), (*given, "--ceremony", CEREMONY, CEREMONY), (*given, "--revoked", broken),
            (*given, "--log-url", "ftp://x/"), (*given, "--log-url", "//x/"), (*given, "--log-url", "https://x/;y"), (*given, "--log-url", "log/ 'self'"), (*given, "--log-url", "https://*/"), (*given, "--log-url", "https://[x/"),
        ):
            told = run("page", *arguments, "--out", out, "--json", expect=2).stderr
            self.assertIn("error", json.loads(told), arguments)
            self.assertFalse(out.exists(), arguments)

    def test_a_place_that_cannot_be_written_is_no_success(self):
        file = self.work / "file"
        file.write_text("")
        told = run("page", "--policy", self.policy, "--out", file / "below", "--json", expect=2)
        self.assertIn("error", json.loads(told.stderr))

    def test_a_page_of_rehearsals_alone_says_so(self):
        self.assertIs(answer("page", "--policy", self.policy, "--out", self.out("gladi")).get("rehearsal"), True)
