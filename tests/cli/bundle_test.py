"""A bundle as its receiver meets it: made by the command, opened by others' programs, and every lie in it named."""

import csv
import hashlib
import hmac
import io
import json
import os
import pathlib
import resource
import shutil
import subprocess
import unittest
import zipfile

from ikrar_command import CEREMONY, IKRAR, StoreTest, answer, run

COLUMNS = ["index", "kind", "id", "name", "category", "unit", "session", "time", "method", "status", "reason"]


def members(path):
    """Name and bytes of each member, by Python's own reader."""
    with zipfile.ZipFile(path) as bundle:
        return {name: bundle.read(name) for name in bundle.namelist()}


def pack(path, content):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, data in content.items() if isinstance(content, dict) else content:
            bundle.writestr(name, data)
    return path


def table(data):
    """The rows, the header among them, as Python's csv reads them."""
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def text(rows):
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()


class BundleTest(StoreTest):
    count = 40

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for _ in range(2):  # one person twice, for a human to judge
            subprocess.run([os.environ["SIGN_AS"], cls.data, "-", "1", "1"], check=True, capture_output=True)
        run("void", 5, "--reason", "duplicate", "--data", cls.data)
        run("session", "end", "--data", cls.data)
        cls.open_bundle = cls.work / "open.zip"
        run("export", "--format", "bundle", "--out", cls.open_bundle, "--data", cls.data)
        run("close", "--data", cls.data)
        run("void", 9, "--reason", "withdrawn", "--data", cls.data)
        cls.bundle = cls.work / "berkas-bukti.zip"
        cls.written = answer("export", "--format", "bundle", "--out", cls.bundle, "--data", cls.data)
        cls.members = members(cls.bundle)
        cls.folder = cls.members["ikrar-bundle"].decode().split("\n")[2]
        cls.attendance = cls.folder + "/attendance.csv"
        cls.ties = cls.folder + "/ties.csv"

    def judge(self, path, expect, **more):
        report = answer("audit", path, "--policy", self.policy, expect=expect, **more)
        return report, [f for log in report["logs"] for f in log["findings"]]

    def failures(self, changed, expect=1):
        """What the audit says of the bundle with these members changed (None: left out)."""
        content = {**self.members, **changed}
        content = {name: data for name, data in content.items() if data is not None}
        _, findings = self.judge(pack(self.work / "changed.zip", content), expect)
        return [f for f in findings if f["severity"] == "failure"]

    def named(self, changed):
        return {(f["kind"], f.get("line"), f.get("index")) for f in self.failures(changed)}

    def edited(self, member, row, column, value):
        rows = table(self.members[member])
        self.assertNotEqual(rows[row][column], value)
        rows[row][column] = value
        return {member: text(rows)}


class Holds(BundleTest):
    def test_a_bundle_holds_and_every_row_has_its_entry(self):
        report, findings = self.judge(self.bundle, 0)
        self.assertEqual((report["holds"], report["bundle"], report["sealed"]), (True, "full", False))
        [log] = report["logs"]
        self.assertEqual(log["folder"], self.folder)
        self.assertEqual(log["attendance"], {"rows": 42, "voided": 2, "erased": 0, "repeated": 1, "digest": "agrees"})
        self.assertEqual((log["signed"], log["voided"], log["closed"]), (42, 2, True))
        [again] = findings
        self.assertEqual((again["kind"], again["severity"], again["index"]), ("person-again", "note", 43))
        self.assertEqual((self.written["rows"], self.written["closed"]), (42, True))
        self.assertEqual(hashlib.sha256(self.bundle.read_bytes()).hexdigest(), self.written["sha256"])
        self.assertEqual(self.bundle.stat().st_mode & 0o777, 0o600)

    def test_what_is_inside_is_what_the_format_says_to_another_reader(self):
        """BUNDLE.md followed by Python alone: attendance, ties, digest."""
        rows, ties = table(self.members[self.attendance]), table(self.members[self.ties])
        self.assertEqual(rows[0], COLUMNS)
        self.assertEqual(text(rows), self.members[self.attendance])
        self.assertEqual(len(rows), len(ties))
        lines = self.members[self.attendance].decode().split("\r\n")
        digests = [hmac.digest(bytes(16), lines[0].encode(), "sha256")]
        for line, row, tie in zip(lines[1:], rows[1:], ties[1:]):
            if row[0] == "9":  # voided after the closing, which saw it signed
                line = line.replace('"voided","withdrawn"', '"signed",""')
            digests.append(hmac.digest(bytes.fromhex(tie[2]), line.encode(), "sha256"))
            self.assertEqual((row[0], digests[-1].hex()), (tie[0], tie[4]))
        closed = hashlib.sha256(b"".join(digests)).digest()
        entries = b"".join(data for name, data in sorted(self.members.items()) if "tile/entries" in name)
        self.assertIn(b"\x0c\x58\x20" + closed, entries)
        self.assertEqual({row[9] for row in rows[1:]}, {"signed", "voided"})

    def test_before_the_closing_it_holds_and_says_what_nothing_binds_yet(self):
        report, findings = self.judge(self.open_bundle, 0)
        self.assertEqual(report["logs"][0]["attendance"]["digest"], "not-closed")
        self.assertIn("attendance-not-closed", [f["kind"] for f in findings])

    def test_the_page_for_people_tells_of_rows_in_their_language(self):
        out = self.work / "hasil.html"
        run("audit", self.bundle, "--policy", self.policy, "--report", out)
        page = out.read_text()
        self.assertIn("Laporan pemeriksaan berkas bukti", page)
        self.assertIn("42 baris, dibatalkan: 2, ganda: 1", page)
        self.assertIn("setiap baris daftar hadir ada catatannya", page)
        bad = pack(self.work / "bad.zip", {**self.members, **self.edited(self.attendance, 7, 3, "Orang Lain")})
        run("audit", bad, "--policy", self.policy, "--report", out, expect=1)
        page = out.read_text()
        self.assertIn("baris 8, catatan nomor 8", page)
        self.assertIn("TIDAK cocok", page)
        self.assertNotIn("Orang Lain", page)

    def test_others_programs_open_it(self):
        listing = subprocess.run(["unzip", "-l", self.bundle], capture_output=True, text=True, check=True).stdout
        for name in ("index.html", self.attendance, self.folder + "/log/checkpoint"):
            self.assertIn(name, listing)
        subprocess.run(["unzip", "-tq", self.bundle], check=True, capture_output=True)
        subprocess.run(["7zz", "t", self.bundle], check=True, capture_output=True)

    def test_unpacked_and_packed_again_by_another_program_it_still_holds(self):
        folder = self.work / "unpacked"
        subprocess.run(["unzip", "-q", self.bundle, "-d", folder], check=True)
        again = self.work / "again.zip"
        subprocess.run(["7zz", "a", "-tzip", again, "."], cwd=folder, check=True, capture_output=True)
        self.judge(again, 0)

    def test_its_page_tells_what_it_is_and_how_to_check_it_and_needs_nothing(self):
        page = self.members["index.html"].decode()
        for words in ("GLADI", "Berkas bukti", "Cara memeriksa", "ikrar audit berkas-bukti.zip --policy KEBIJAKAN", "Takalar",
                      "Memuat data pribadi", self.folder, "40</b>pernyataan sah", "sudah ditutup"):
            self.assertIn(words, page)
        for needless in ("<script", "http://", "https://", "src=", "@import", "url("):
            self.assertNotIn(needless, page)
        self.assertIn(answer("audit", self.bundle, "--policy", self.policy)["logs"][0]["root"], page)

    def test_a_log_of_the_ceremony_that_was_left_out_is_asked_for(self):
        other = self.work / "two.policy"
        key = self.policy.read_text().split()[1].replace("kiosk-1-", "kiosk-2-")
        origin, _, public = key.split("+", 2)
        import base64
        raw = base64.b64decode(public)
        kid = hashlib.sha256(origin.encode() + b"\n" + raw).digest()[:4].hex()
        lines = self.policy.read_text().splitlines()
        # The same key under another name would be refused: another key.
        raw = raw[:1] + bytes(31) + b"\x58"
        kid = hashlib.sha256(origin.encode() + b"\n" + raw).digest()[:4].hex()
        other.write_text("\n".join([lines[0], f"log {origin}+{kid}+{base64.b64encode(raw).decode()}", *lines[1:]]) + "\n")
        report = answer("audit", self.bundle, "--policy", other)
        self.assertIn("log-not-in-bundle", [f["kind"] for f in report["logs"][0]["findings"]])


class Lies(BundleTest):
    def test_each_column_of_a_row_that_was_edited_is_named_with_line_and_entry(self):
        lies = {
            "kind": ("nik", "row-person-differs"),
            "id": ("198609262015051999", "row-person-differs"),
            "name": ("Orang Lain", "row-text-differs"),
            "category": ("polri", "row-category-differs"),
            "unit": ("kecamatan-x", "row-text-differs"),
            "session": ("2", "row-session-differs"),
            "time": ("2023-09-18T08:05:01+08:00", "row-time-differs"),
            "method": ("wet-ink", "row-method-differs"),
        }
        for column, (value, kind) in lies.items():
            with self.subTest(column):
                self.assertEqual(self.named(self.edited(self.attendance, 7, COLUMNS.index(column), value)), {(kind, 8, 8)})

    def test_an_index_that_was_changed_leaves_a_row_without_entry_and_an_entry_without_row(self):
        rows = table(self.members[self.attendance])
        last = len(rows) - 1
        index = int(rows[last][0])
        rows[last][0] = str(index + 1)
        self.assertEqual(self.named({self.attendance: text(rows)}), {("row-without-entry", last + 1, index + 1), ("entry-without-row", None, index)})

    def test_status_and_reason_are_held_against_the_voidings(self):
        rows = table(self.members[self.attendance])
        at = {row[0]: n for n, row in enumerate(rows)}
        unvoided = [list(row) for row in rows]
        unvoided[at["5"]][9:] = ["signed", ""]
        self.assertIn(("row-status-differs", at["5"] + 1, 5), self.named({self.attendance: text(unvoided)}))
        voided = [list(row) for row in rows]
        voided[at["6"]][9:] = ["voided", "test"]
        self.assertIn(("row-status-differs", at["6"] + 1, 6), self.named({self.attendance: text(voided)}))
        excused = [list(row) for row in rows]
        excused[at["5"]][10] = "withdrawn"
        self.assertIn(("row-status-differs", at["5"] + 1, 5), self.named({self.attendance: text(excused)}))

    def test_a_row_removed_added_doubled_or_moved_is_named(self):
        rows = table(self.members[self.attendance])
        lines = self.members[self.attendance].split(b"\r\n")
        index = int(rows[7][0])
        self.assertEqual(self.named({self.attendance: b"\r\n".join(lines[:7] + lines[8:])}), {("entry-without-row", None, index)})
        stranger = [["1", *rows[7][1:]]]
        self.assertEqual(self.named({self.attendance: text(rows[:1] + stranger + rows[1:])}), {("row-without-entry", 2, 1)})
        doubled = b"\r\n".join(lines[:8] + lines[7:])
        self.assertEqual(self.named({self.attendance: doubled}), {("row-out-of-order", 9, index)})
        swapped = b"\r\n".join([*lines[:7], lines[8], lines[7], *lines[9:]])
        self.assertEqual(self.named({self.attendance: swapped}), {("row-out-of-order", 9, index), ("entry-without-row", None, index)})

    def test_two_people_exchanged_between_their_rows_are_named_both(self):
        rows = table(self.members[self.attendance])
        rows[7][1:4], rows[8][1:4] = rows[8][1:4], rows[7][1:4]
        self.assertEqual(self.named({self.attendance: text(rows)}), {("row-person-differs", 8, 8), ("row-person-differs", 9, 9)})

    def test_a_row_and_its_tie_removed_together_are_missed(self):
        rows, ties = table(self.members[self.attendance]), table(self.members[self.ties])
        index = int(rows[7][0])
        del rows[7], ties[7]
        self.assertEqual({kind for kind, _, _ in self.named({self.attendance: text(rows), self.ties: text(ties)})}, {"entry-without-row", "table-differs"})
        self.assertIn(("entry-without-row", None, index), self.named({self.attendance: text(rows), self.ties: text(ties)}))

    def test_salt_key_ink_and_digest_are_held_against_entry_row_and_closing(self):
        ties = table(self.members[self.ties])
        flip = lambda hexa: ("1" if hexa[0] == "0" else "0") + hexa[1:]
        index = int(ties[7][0])
        self.assertEqual(self.named(self.edited(self.ties, 7, 1, flip(ties[7][1]))), {("row-person-differs", 8, index)})
        self.assertEqual(self.named(self.edited(self.ties, 7, 2, flip(ties[7][2]))), {("row-text-differs", 8, index)})
        other = "hAEZBLAZAcKBhBhkGGQFAA=="
        self.assertEqual(self.named(self.edited(self.ties, 7, 3, other)), {("row-ink-differs", 8, index)})
        kinds = {kind for kind, _, _ in self.named(self.edited(self.ties, 7, 4, flip(ties[7][4])))}
        self.assertEqual(kinds, {"row-text-differs", "table-differs"})

    def test_a_name_changed_together_with_its_digest_contradicts_the_closing(self):
        rows, ties = table(self.members[self.attendance]), table(self.members[self.ties])
        rows[7][3] = "Orang Lain"
        line = text([rows[7]])[:-2]
        ties[7][4] = hmac.digest(bytes.fromhex(ties[7][2]), line, "sha256").hex()
        self.assertEqual({kind for kind, _, _ in self.named({self.attendance: text(rows), self.ties: text(ties)})}, {"table-differs"})

    def test_ties_removed_added_or_garbled_are_named(self):
        ties = table(self.members[self.ties])
        self.assertIn(("row-without-tie", 8, int(ties[7][0])), self.named({self.ties: text(ties[:7] + ties[8:])}))
        self.assertIn(("tie-without-entry", 2, 1), self.named({self.ties: text(ties[:1] + [["1", *ties[7][1:]]] + ties[1:])}))
        lines = self.members[self.ties].split(b"\r\n")
        lines[7] = b"garbage"
        self.assertIn(("tie-malformed", 8, None), self.named({self.ties: b"\r\n".join(lines)}))
        erased = [list(tie) for tie in ties]
        erased[7][1:4] = ["", "", ""]
        self.assertIn(("row-without-tie", 8, int(ties[7][0])), self.named({self.ties: text(erased)}))

    def test_a_line_that_is_no_row_is_named_by_its_line_alone(self):
        lines = self.members[self.attendance].split(b"\r\n")
        lines[7] = b"8,nip,198609262015051001,A,pns,x,1,2023,kiosk,signed,"
        self.assertIn(("row-malformed", 8, None), self.named({self.attendance: b"\r\n".join(lines)}))

    def test_a_ceremony_that_was_exchanged_and_a_flipped_log_are_named_with_their_folder(self):
        name = self.folder + "/log/ceremony.toml"
        other = self.members[name].replace(b"Takalar", b"Takalor", 1)
        self.assertIn(name, [f["path"] for f in self.failures({name: other})])
        for name in (n for n in self.members if "/log/tile/" in n):
            data = bytearray(self.members[name])
            data[len(data) // 2] ^= 4
            self.assertIn(name, [f["path"] for f in self.failures({name: bytes(data)})], name)

    def test_what_is_missing_is_named(self):
        for name in (self.attendance, self.ties, self.folder + "/log/checkpoint", self.folder + "/log/ceremony.toml"):
            self.assertIn(name, [f["path"] for f in self.failures({name: None})])

    def test_a_folder_that_holds_another_log_is_named(self):
        other = "kiosk-9-00000000"
        moved = {n.replace(self.folder, other): (d.replace(self.folder.encode(), other.encode()) if n == "ikrar-bundle" else d) for n, d in self.members.items()}
        _, findings = self.judge(pack(self.work / "moved.zip", moved), 1)
        self.assertIn("folder-differs", [f["kind"] for f in findings])


class Shapes(BundleTest):
    """What a ZIP can do to whoever opens it."""

    def refused(self, path, exit_code, words):
        done = run("audit", path, "--policy", self.policy, expect=exit_code)
        self.assertIn(words, done.stdout + done.stderr)

    def test_names_that_mislead_stop_the_audit(self):
        for name in ("../outside", "/etc/passwd", "a\\b", "C:/x", self.folder + "/./attendance.csv", "a//b"):
            _, findings = self.judge(pack(self.work / "names.zip", {**self.members, name: b"x"}), 1)
            self.assertEqual([f["kind"] for f in findings], ["bad-member-name"], name)

    def test_two_members_of_one_name_stop_the_audit(self):
        import warnings
        for name in (self.attendance, self.attendance.replace("attendance", "Attendance")):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                twice = pack(self.work / "twice.zip", [*self.members.items(), (name, b"another")])
            said = run("audit", twice, "--policy", self.policy, expect=1)
            self.assertRegex(said.stdout + said.stderr, "member-twice|two members of one name")

    def test_members_that_are_none_of_a_bundle_are_noted(self):
        report, findings = self.judge(pack(self.work / "more.zip", {**self.members, "catatan.txt": b"x", "__MACOSX/._x": b"y"}), 0)
        self.assertEqual([f["path"] for f in findings if f["kind"] == "unexpected-member"], ["catatan.txt", "__MACOSX/._x"])
        self.assertTrue(report["holds"])

    def test_what_is_no_bundle_or_was_cut_off_says_so(self):
        whole = self.bundle.read_bytes()
        cut = self.work / "cut.zip"
        for size in (0, 3, len(whole) // 2, len(whole) - 1):
            cut.write_bytes(whole[:size])
            self.refused(cut, 2, "cut off or damaged")
        self.refused(pack(self.work / "other.zip", {"x": b"y"}), 2, "this ZIP is no bundle")
        marker = self.members["ikrar-bundle"]
        for wrong in (marker.replace(b"v1", b"v2"), marker.replace(b"full", b"some"), marker[:-1], marker + b"../x\n", marker * 2):
            run("audit", pack(self.work / "marker.zip", {**self.members, "ikrar-bundle": wrong}), "--policy", self.policy, expect=2)

    def test_a_member_that_unpacks_to_a_gigabyte_takes_no_memory(self):
        for member, bomb in ((self.ties, bytes(1 << 30)), (self.attendance, b'"x"\r\n' * (1 << 26)), (self.folder + "/log/ceremony.toml", bytes(1 << 28)), ("ikrar-bundle", bytes(1 << 28))):
            path = pack(self.work / "bomb.zip", {**self.members, member: bomb})
            limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
            done = subprocess.run([IKRAR, "audit", path, "--policy", self.policy], capture_output=True, text=True, preexec_fn=limit, timeout=300)
            self.assertIn(done.returncode, (1, 2), done.stderr)
        path.unlink()

    def test_damage_in_a_packed_member_is_named(self):
        with zipfile.ZipFile(self.bundle) as bundle:
            info = bundle.getinfo(self.ties)
        data = bytearray(self.bundle.read_bytes())
        data[info.header_offset + 300] ^= 0x10
        (self.work / "damaged.zip").write_bytes(data)
        _, findings = self.judge(self.work / "damaged.zip", 1)
        self.assertIn(self.ties, [f["path"] for f in findings if f["severity"] == "failure"])

    def test_state_is_of_a_log_and_a_folder_is_read_as_before(self):
        run("audit", self.bundle, "--policy", self.policy, "--state", self.work / "s", expect=2)
        run("audit", self.log, "--policy", self.policy)


class Sealed(BundleTest):
    def setUp(self):
        self.sealed = self.work / "sealed.zip"
        self.phrase = answer("export", "--format", "bundle", "--out", self.sealed, "--data", self.data, "--seal", "--force")["passphrase"]
        self.file = self.work / "passphrase"

    def audited(self, phrase, expect):
        self.file.write_text(phrase + "\n")
        return run("audit", self.sealed, "--policy", self.policy, "--passphrase-file", self.file, expect=expect)

    def test_its_passphrase_opens_it_as_it_is_read_over_the_telephone(self):
        self.assertRegex(self.phrase, r"^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$")
        for spoken in (self.phrase, self.phrase.lower(), self.phrase.replace("-", " "), self.phrase.replace("-", "").replace("0", "O").replace("1", "l")):
            self.audited(spoken, 0)

    def test_another_passphrase_and_none_are_told_apart_from_bad_evidence(self):
        wrong = ("A" if self.phrase[0] != "A" else "B") + self.phrase[1:]
        self.assertIn("not the passphrase", self.audited(wrong, 2).stderr)
        self.assertIn("sealed", run("audit", self.sealed, "--policy", self.policy, expect=2).stderr)

    def test_7zip_opens_it_with_the_passphrase_and_not_without(self):
        out = self.work / "by-7zip"
        shutil.rmtree(out, ignore_errors=True)
        subprocess.run(["7zz", "x", f"-p{self.phrase}", f"-o{out}", self.sealed], check=True, capture_output=True)
        for name, data in self.members.items():
            if name != "index.html":
                self.assertEqual((out / name).read_bytes(), data, name)
        self.assertNotEqual(subprocess.run(["7zz", "t", "-pwrong", self.sealed], capture_output=True).returncode, 0)
        listing = subprocess.run(["7zz", "l", "-slt", self.sealed], capture_output=True, text=True, check=True).stdout
        self.assertIn("Method = AES-256 Deflate", listing)

    def test_only_its_page_can_be_read_without_and_holds_no_personal_data(self):
        with zipfile.ZipFile(self.sealed) as bundle:
            clear = [i.filename for i in bundle.infolist() if not i.flag_bits & 1]
            page = bundle.read("index.html").decode()
        self.assertEqual(clear, ["index.html", "ikrar-bundle"])
        self.assertIn("dikunci dengan sandi", page)
        for row in table(self.members[self.attendance])[1:]:
            self.assertNotIn(row[2], page)
            self.assertNotIn(row[3], page)

    def test_a_sealed_member_that_was_changed_is_named(self):
        with zipfile.ZipFile(self.sealed) as bundle:
            info = bundle.getinfo(self.ties)
        data = bytearray(self.sealed.read_bytes())
        data[info.header_offset + 200] ^= 0x10
        self.sealed.write_bytes(data)
        self.assertIn(self.ties, self.audited(self.phrase, 1).stdout)


class Public(BundleTest):
    def setUp(self):
        self.public = self.work / "public.zip"
        run("export", "--format", "bundle", "--out", self.public, "--data", self.data, "--public", "--force")
        self.content = members(self.public)

    def test_it_holds_and_says_what_it_is(self):
        report, _ = self.judge(self.public, 0)
        self.assertEqual((report["bundle"], report["holds"]), ("public", True))
        self.assertNotIn("attendance", report["logs"][0])
        self.assertIn("untuk diumumkan", self.content["index.html"].decode())
        self.assertEqual(self.public.stat().st_mode & 0o777, 0o644)

    def test_nothing_of_a_person_is_in_it(self):
        everything = b"\n".join(self.content.values())
        ceremony = self.content[self.folder + "/log/ceremony.toml"]
        for row, tie in zip(table(self.members[self.attendance])[1:], table(self.members[self.ties])[1:]):
            for secret in (row[2].encode(), row[3].encode(), tie[1].encode(), bytes.fromhex(tie[1]), tie[2].encode(), bytes.fromhex(tie[2]), tie[3].encode()):
                if secret not in ceremony:
                    self.assertNotIn(secret, everything)
        self.assertEqual([n for n in self.content if n.endswith(("attendance.csv", "ties.csv"))], [])

    def test_counts_come_to_the_log_and_small_ones_stand_together(self):
        rows = table(self.content["units.csv"])
        self.assertEqual(rows[0], ["unit", "name", "signed"])
        self.assertEqual(sum(int(row[2]) for row in rows[1:]), 40)
        self.assertTrue(all(int(row[2]) >= 5 for row in rows[1:]), rows)
        rows[-1][2] = str(int(rows[-1][2]) + 1)
        _, findings = self.judge(pack(self.work / "units.zip", {**self.content, "units.csv": text(rows)}), 1)
        self.assertIn("units-differ", [f["kind"] for f in findings])


class Many(BundleTest):
    def test_a_bundle_of_two_kiosks_is_audited_log_by_log(self):
        data = self.work / "second"
        run("init", "--ceremony", CEREMONY, "--data", data, "--kiosk", "kiosk-2", "--rehearsal")
        run("simulate", "--data", data, "--count", 12)
        run("session", "end", "--data", data)
        run("close", "--data", data)
        path = self.work / "second.zip"
        run("export", "--format", "bundle", "--out", path, "--data", data)
        other = members(path)
        folder = other["ikrar-bundle"].decode().split("\n")[2]
        both = {**self.members, **other, "ikrar-bundle": f"ikrar/bundle/v1\nfull\n{self.folder}\n{folder}\n".encode()}
        policy = self.work / "both.policy"
        policy.write_text(self.policy.read_text().splitlines()[0] + "\n" + (data / "log/policy").read_text())
        report = answer("audit", pack(self.work / "both.zip", both), "--policy", policy)
        self.assertEqual([log["attendance"]["rows"] for log in report["logs"]], [42, 12])
        rows = table(other[folder + "/attendance.csv"])
        rows[3][3] = "Orang Lain"
        both[folder + "/attendance.csv"] = text(rows)
        out = self.work / "both.html"
        report = answer("audit", pack(self.work / "both.zip", both), "--policy", policy, "--report", out, expect=1)
        self.assertEqual([log["holds"] for log in report["logs"]], [True, False])
        self.assertEqual(out.read_text().count("<main>"), 2)

    def test_an_erased_person_leaves_a_digest_and_the_bundle_holds(self):
        data = self.work / "erased"
        shutil.copytree(self.data, data)
        person = table(self.members[self.attendance])[7]
        run("erase", "--id", f"{person[1]}:{person[2]}", "--data", data, "--yes")
        path = self.work / "erased.zip"
        written = answer("export", "--format", "bundle", "--out", path, "--data", data)
        self.assertEqual(written["erased"], 1)
        report, findings = self.judge(path, 0)
        self.assertEqual((report["logs"][0]["attendance"]["rows"], report["logs"][0]["attendance"]["digest"]), (41, "agrees"))
        self.assertIn(("row-erased", int(person[0])), [(f["kind"], f.get("index")) for f in findings])
        self.assertNotIn(person[2].encode(), b"".join(members(path).values()))

    def test_a_store_whose_rows_were_changed_makes_no_bundle_and_leaves_the_old_one(self):
        data = self.work / "changed"
        shutil.copytree(self.data, data)
        out = self.work / "kept.zip"
        out.write_text("the old one")
        subprocess.run(["sqlite3", data / "ikrar.sqlite", "UPDATE register SET value = '198609262015051888' WHERE entry_index = 8"], check=True)
        done = run("export", "--format", "bundle", "--out", out, "--data", data, "--force", expect=1)
        self.assertIn("entry 8", done.stderr)
        self.assertEqual(out.read_text(), "the old one")
        self.assertFalse(pathlib.Path(str(out) + ".tmp").exists())
        run("export", "--format", "bundle", "--out", self.work / "no/such/folder.zip", "--data", data, expect=2)


@unittest.skipUnless(os.environ.get("IKRAR_FULL"), "a large run")
class Large(StoreTest):
    count = 100_000
    batch = 1024

    def test_a_bundle_of_100000_rows_is_made_and_checked_in_flat_memory(self):
        run("session", "end", "--data", self.data)
        run("close", "--data", self.data)
        out = self.work / "large.zip"
        receipt = answer("receipt", "show", 99_000, "--data", self.data)["text"]
        for command in (["export", "--format", "bundle", "--out", out, "--data", self.data, "--seal"], ["export", "--format", "bundle", "--out", out, "--data", self.data, "--force"], ["audit", out, "--policy", self.policy], ["verify", receipt, "--policy", self.policy, "--log", out, "--person"]):
            done = subprocess.run(["/usr/bin/env", "python3", "-c",
                "import resource, subprocess, sys, time; t = time.time(); r = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode;"
                " print(r, time.time() - t, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)", IKRAR, *map(str, command)],
                capture_output=True, text=True, check=True)
            code, seconds, kib = done.stdout.split()
            print(f"{command[0]} {' '.join(map(str, command[5:]))}: {float(seconds):.1f} s, {int(kib) // 1024} MiB, file {out.stat().st_size >> 20} MiB")
            self.assertEqual(code, "0", done.stderr)
            self.assertLess(int(kib), 100 * 1024)


if __name__ == "__main__":
    unittest.main()
