"""`ikrar export` and `ikrar absence`: the files as a spreadsheet, a script and the next command read them."""

import base64
import csv
import datetime
import hashlib
import hmac
import io
import json
import os
import re
import sqlite3
import subprocess

import openpyxl
from ikrar_command import CEREMONY, ROOT, StoreTest, answer, run

SIGN_AS = os.environ["SIGN_AS"]
PEOPLE = 8
HEADER = "No;Nama;NIP / NI PPPK / NIK;Pangkat/Gol.;Jabatan;Unit kerja;Waktu;Keterangan;kategori;kode_wilayah;edition;kiosk_id;log_index;record_hash;time_iso;time_zone;method;status;reason;jenis_nomor;unit_id;session;receipt_code;time_trust".split(";")
# Names that spreadsheets, sorting and quoting trip over. Nobody is called so.
NAMES = ("O'Brien Contoh", "St. Aminah Contoh", "Andi P.P. Contoh", "=HYPERLINK(\"http://contoh.invalid\")", "+62 Contoh", "@SUM(A1)", "-1+1 Contoh", "Drs. H. Peserta \"Contoh\"; S.Sos., M.Si.")
ABSENT = ("Hj. Absen Contoh, S.Pd.", "Zulkifli Contoh", "'Aisyah Contoh", "Ándi Contoh")


def nip(number):
    return f"197206121997021{number:03}"


def row(number, name, unit="opd-contoh-1"):
    return [name, "pns", "nip", nip(number), unit, "Analis", "Penata (III/c)"]


class Exports(StoreTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.roster = cls.work / "roster.csv"
        with cls.roster.open("w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow("nama,kategori,jenis_nomor,nomor,unit,jabatan,pangkat".split(","))
            rows.writerows(row(at + 1, name) for at, name in enumerate(NAMES))
            rows.writerows(row(at + 101, name, "opd-contoh-2") for at, name in enumerate(ABSENT))
        cls.store = ("--data", cls.work / "small")
        run("init", "--ceremony", CEREMONY, "--kiosk", "kiosk-1", "--rehearsal", *cls.store)
        run("roster", "import", cls.roster, *cls.store)
        run("session", "start", *cls.store)
        run("simulate", "--count", PEOPLE, *cls.store)
        for _ in range(2):  # the same stranger twice
            subprocess.run([SIGN_AS, cls.store[1], "", "7", "1"], check=True, capture_output=True)
        run("simulate", "--count", 1, *cls.store)
        cls.voided = PEOPLE + 2 + 2
        run("void", cls.voided, "--reason", "test", *cls.store)
        run("absence", "set", "--id", f"nip:{nip(101)}", "--reason", "Dinas Luar", "--note", "Makassar", *cls.store)
        run("session", "end", *cls.store)
        run("close", *cls.store)

    def export(self, format, *options, name=None):
        path = self.work / (name or f"{self.id()}.{format}")
        done = answer("export", "--format", format, "--out", path, *options, *self.store)
        self.assertEqual(done["sha256"], hashlib.sha256(path.read_bytes()).hexdigest())
        self.assertEqual(done["bytes"], path.stat().st_size)
        self.assertEqual(done["rows"], PEOPLE + 3)
        self.assertFalse(done["safe_to_unplug"])
        self.assertTrue(done["rehearsal"])
        path.with_name(path.name + ".tmp").exists() and self.fail("a temporary file is left")
        return path

    def table(self, path, separator=";"):
        text = path.read_bytes().decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))


class Csv(Exports):
    def test_it_is_what_a_spreadsheet_in_indonesia_opens(self):
        path = self.export("csv")
        content = path.read_bytes()
        self.assertTrue(content.startswith(b"\xef\xbb\xbf\"No\";"))
        self.assertTrue(content.endswith(b"\r\n"))
        self.assertEqual(content.count(b"\n"), content.count(b"\r\n"))
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        table = self.table(path)
        self.assertEqual(table[0], HEADER)
        self.assertEqual({len(line) for line in table}, {len(HEADER)})
        self.assertEqual([line[0] for line in table[1:]], [str(n + 1) for n in range(PEOPLE + 3)])

    def test_separators(self):
        semicolon = self.table(self.export("csv"))
        for word, separator in ((",", ","), ("tab", "\t")):
            self.assertEqual(self.table(self.export("csv", "--separator", word, name=f"separated-{ord(separator)}.csv"), separator), semicolon)
        self.assertIn("--separator", run("export", "--format", "csv", "--separator", "|", "--out", self.work / "x", *self.store, expect=2).stderr)

    def test_people_are_who_they_are(self):
        by_number = {line[2]: line for line in self.table(self.export("csv"))[1:]}
        for at, name in enumerate(NAMES):
            line = by_number[f"19720612 199702 1 {at + 1:03}"]
            harmless = "'" + name if name[0] in "=+-@" else name
            self.assertEqual(line[1], harmless)
            self.assertEqual(line[3:6], ["Penata (III/c)", "Analis", "OPD contoh 1"])
            self.assertEqual(line[17], "sah")
            self.assertEqual(line[7], "GLADI")

    def test_no_cell_begins_as_a_formula(self):
        for line in self.table(self.export("csv"))[1:]:
            for cell in line:
                self.assertNotIn(cell[:1], tuple("=+-@\t\r") if cell else ())

    def test_units_stand_in_the_order_of_the_ceremony_and_names_without_titles(self):
        table = self.table(self.export("csv"))[1:]
        listed = [line[1] for line in table if line[5] == "OPD contoh 1"]
        self.assertEqual(listed.index("Drs. H. Peserta \"Contoh\"; S.Sos., M.Si.") - listed.index("O'Brien Contoh"), 1)
        arrival = [int(line[12]) for line in self.table(self.export("csv", "--order", "log", name="by-log.csv"))[1:]]
        self.assertEqual(arrival, sorted(arrival))

    def test_a_repetition_and_a_voided_one_say_so(self):
        table = self.table(self.export("csv"))[1:]
        statuses = {int(line[12]): (line[17], line[18], line[7]) for line in table}
        self.assertEqual(statuses[PEOPLE + 2], ("sah", "", "GLADI; Di luar daftar peserta"))
        self.assertEqual(statuses[PEOPLE + 3], ("ganda", "", "GLADI; Ganda; Di luar daftar peserta"))
        self.assertEqual(statuses[self.voided], ("dibatalkan", "test", "GLADI; Dibatalkan: uji coba"))

    def test_times_are_those_of_the_ceremony_s_zone(self):
        for line in self.table(self.export("csv"))[1:]:
            time = datetime.datetime.fromisoformat(line[14])
            self.assertEqual(time.utcoffset(), datetime.timedelta(hours=8))
            self.assertEqual(line[6], time.strftime("%d-%m-%Y %H.%M WITA"))
            self.assertEqual(line[15], "Asia/Makassar")

    def test_a_row_says_of_its_time_what_the_entry_says(self):
        words = {"not known to be right": "unknown", "set by the operator": "operator", "synchronised": "synchronised"}
        for line in self.table(self.export("csv"))[1:4]:
            receipt = answer("receipt", "show", line[12], *self.store)
            self.assertEqual(line[23], words[receipt["clock_trust"]])
            self.assertEqual(line[22], f"kiosk-1/{line[12]}")

    def test_a_row_leads_to_its_entry(self):
        run("export", "--format", "csv", "--out", self.work / "entries.csv", *self.store)
        for line in self.table(self.work / "entries.csv")[1:]:
            proof = answer("receipt", "tlog-proof", line[12], *self.store)["proof"]
            extra = next(l for l in proof.splitlines() if l.startswith("extra "))
            entry = base64.b64decode(extra.split()[1]).removeprefix(b"ikrar.entry/v1\n")
            self.assertEqual(hashlib.sha256(b"\0" + entry).hexdigest(), line[13])


class Raw(Exports):
    def test_it_is_the_table_whose_digest_the_closed_log_holds(self):
        path = self.export("csv", "--raw")
        content = path.read_bytes()
        self.assertTrue(content.startswith(b'"index","kind","id","name","category","unit","session","time","method","status","reason"\r\n"2","nip","'))
        self.assertTrue(content.endswith(b'"voided","test"\r\n'))
        # The digest again, from the keys that the store keeps.
        lines = content.decode().removesuffix("\r\n").split("\r\n")
        with sqlite3.connect(self.store[1] / "ikrar.sqlite") as database:
            keys = [key for key, in database.execute("SELECT row_key FROM register ORDER BY entry_index")]
            closed = max(database.execute("SELECT entry_index, sealed FROM entries"))[1]
        digests = b"".join(hmac.digest(key, line.encode(), "sha256") for key, line in zip([bytes(16), *keys], lines, strict=True))
        self.assertIn(hashlib.sha256(digests).digest(), closed)

    def test_it_has_one_order_and_one_separator(self):
        for option in (("--order", "arrival"), ("--separator", ",")):
            run("export", "--format", "csv", "--raw", *option, "--out", self.work / "x", *self.store, expect=2)
        run("export", "--format", "xlsx", "--raw", "--out", self.work / "x", *self.store, expect=2)
        run("export", "--format", "json", "--paper", "f4", "--out", self.work / "x", *self.store, expect=2)
        self.assertFalse((self.work / "x").exists())


class Xlsx(Exports):
    def book(self):
        path = self.work / "book.xlsx"
        if not path.exists():
            self.export("xlsx", name="book.xlsx")
        return openpyxl.load_workbook(path)

    def rows(self, sheet):
        """Its header row, and the rows below."""
        rows = [[cell.value for cell in line] for line in sheet.iter_rows()]
        head = next(at for at, line in enumerate(rows) if line[0] == "No")
        return rows[head], rows[head + 1 :]

    def test_its_cells_are_those_of_the_csv(self):
        table = self.table(self.export("csv"))
        book = self.book()
        for name, statuses in (("Hadir", {"sah"}), ("Ganda & Dibatalkan", {"ganda", "dibatalkan"})):
            header, rows = self.rows(book[name])
            self.assertEqual(header, HEADER)
            expected = [line for line in table[1:] if line[17] in statuses]
            self.assertEqual(len(rows), len(expected))
            for number, (cells, line) in enumerate(zip(rows, expected, strict=True), 1):
                self.assertEqual(cells[0], number)
                for cell, text in zip(cells[1:], line[1:], strict=True):
                    text = text.removeprefix("GLADI; ").removeprefix("GLADI")
                    text = text[1:] if text[:2] in ("'=", "'+", "'-", "'@") else text
                    self.assertEqual(cell or "", text)

    def test_numbers_of_people_are_text_and_no_text_is_a_formula(self):
        for name in ("Hadir", "Tidak Hadir", "Ganda & Dibatalkan"):
            sheet = self.book()[name]
            for line in sheet.iter_rows():
                self.assertNotIn("f", [cell.data_type for cell in line])
            header = next(line for line in sheet.iter_rows() if line[0].value == "No")
            number = sheet.cell(header[2].row + 1, 3)
            self.assertEqual((number.data_type, number.number_format), ("s", "@"))

    def test_the_sheets_stand_ready_to_be_printed(self):
        book = self.book()
        self.assertEqual(book.sheetnames, ["Hadir", "Tidak Hadir", "Rekap Unit", "Ganda & Dibatalkan", "Verifikasi"])
        for sheet in book:
            self.assertEqual(sheet.page_setup.orientation, "landscape")
            self.assertEqual(str(sheet.page_setup.paperSize), "9")
            self.assertIn("&P", sheet.oddFooter.right.text)
            self.assertIn("&N", sheet.oddFooter.right.text)
            self.assertIn("GLADI", sheet.oddHeader.center.text)
            self.assertTrue(sheet.sheet_properties.pageSetUpPr.fitToPage)
            if sheet.title == "Verifikasi":
                continue
            header = next(line[0].row for line in sheet.iter_rows() if line[0].value == "No")
            self.assertEqual(sheet.freeze_panes, f"A{header + 1}")
            self.assertEqual(sheet.print_title_rows, f"${header}:${header}")
            self.assertTrue(sheet.auto_filter.ref.startswith(f"A{header}:"))
        hadir = book["Hadir"]
        self.assertTrue(hadir.column_dimensions["I"].hidden)
        self.assertIn("$H$", str(hadir.print_area))
        folio = openpyxl.load_workbook(self.export("xlsx", "--paper", "f4"))
        self.assertEqual(str(folio["Hadir"].page_setup.paperSize), "14")

    def test_a_rehearsal_says_gladi_in_every_title(self):
        for sheet in self.book():
            titles = [str(line[0].value) for line in sheet.iter_rows(max_row=3)]
            self.assertTrue(titles[0].startswith("GLADI"), titles)
            self.assertTrue(titles[1].endswith("(GLADI)"), titles)

    def test_titles_have_the_day_in_words(self):
        text = [str(line[0].value) for line in self.book()["Hadir"].iter_rows(max_row=6)]
        self.assertTrue(any("Senin, 18 September 2023" in line for line in text), text)

    def test_absentees_have_their_reasons(self):
        _, rows = self.rows(self.book()["Tidak Hadir"])
        self.assertEqual([line[1] for line in rows], ["Hj. Absen Contoh, S.Pd.", "'Aisyah Contoh", "Ándi Contoh", "Zulkifli Contoh"])
        self.assertEqual([line[6] for line in rows], ["Dinas luar: Makassar"] + ["Tanpa keterangan"] * 3)

    def test_the_recap_adds_up(self):
        header, rows = self.rows(self.book()["Rekap Unit"])
        self.assertEqual(header[2:], ["Jumlah pegawai", "Hadir & tanda tangan", "Izin", "Sakit", "Cuti", "Dinas luar", "Tanpa keterangan", "%", "Di luar daftar"])
        self.assertEqual([line[1] for line in rows], ["Kabupaten Takalar", "OPD contoh 1", "OPD contoh 2", "Jumlah"])
        self.assertEqual(rows[1][2:11], [8, 8, 0, 0, 0, 0, 0, 1, 0])
        self.assertEqual(rows[2][2:11], [4, 0, 0, 0, 0, 1, 3, 0, 0])
        self.assertTrue(rows[3][2].startswith("=SUM(C"))
        computed = openpyxl.load_workbook(self.work / "book.xlsx", data_only=True)["Rekap Unit"]
        _, rows = self.rows(computed)
        for column in (2, 3, 4, 5, 6, 7, 8, 10):
            self.assertEqual(rows[3][column], sum(line[column] for line in rows[:3]))
        self.assertAlmostEqual(rows[3][9], 8 / 12)

    def test_the_verification_sheet_holds_what_to_compare(self):
        status = answer("status", *self.store)
        sheet = {line[0].value: line[1].value for line in self.book()["Verifikasi"].iter_rows() if line[0].value}
        self.assertEqual(sheet["Asal log"], status["origin"])
        self.assertEqual(sheet["Ukuran log (entri)"], status["size"])
        self.assertEqual(sheet["Akar log"].replace(" ", ""), status["root"])
        self.assertEqual(sheet["Ditutup"], "ya")
        self.assertEqual(sheet["Tidak hadir"], len(ABSENT))
        self.assertEqual(sheet["Tanda tangan ganda"], 1)
        self.assertEqual(sheet["Tanda tangan dibatalkan"], 1)
        self.assertEqual(sheet["Berkas upacara (SHA-256)"], hashlib.sha256(CEREMONY.read_bytes()).hexdigest())
        self.assertIn(sheet["Baris kebijakan"], (self.store[1] / "log/policy").read_text())


class Json(Exports):
    def test_it_says_what_the_csv_says(self):
        document = json.loads(self.export("json").read_text())
        table = self.table(self.export("csv", name="beside.csv"))[1:]
        self.assertEqual(document["schema"], 1)
        self.assertTrue(document["rehearsal"])
        self.assertEqual(document["totals"], {"expected": 12, "present": 8, "walk_ins": 1, "repeated": 1, "voided": 1, "absent": 4, "assisted": 0, "wet": 0})
        self.assertEqual(document["logs"][0]["root"], answer("status", *self.store)["root"])
        self.assertEqual(len(document["signed"]), len(table))
        for entry, line in zip(document["signed"], table, strict=True):
            self.assertEqual([entry["number"], str(entry["index"]), entry["leaf_hash"], entry["time"], entry["status"], entry["unit"], entry["receipt_code"], entry["time_trust"]], [line[2].replace(" ", ""), line[12], line[13], line[14], line[17], *line[20:21], *line[22:24]])
        self.assertEqual([absent["reason"] for absent in document["absent"]], ["dinas-luar", None, None, None])
        self.assertEqual(sum(unit["present"] for unit in document["units"]), 8)

    def test_every_key_of_it_is_documented(self):
        documented = set(re.findall(r"`([a-z_0-9]+)`", (ROOT / "src/cli/JSON.md").read_text()))

        def keys(value):
            if isinstance(value, list):
                return set().union(*map(keys, value))
            return set(value).union(*map(keys, value.values())) if isinstance(value, dict) else set()

        self.assertEqual(keys(json.loads(self.export("json").read_text())) - documented, set())


class Places(Exports):
    def test_a_file_that_exists_is_left_alone_unless_told(self):
        path = self.work / "kept.csv"
        path.write_text("mine")
        refused = run("export", "--format", "csv", "--out", path, *self.store, expect=2)
        self.assertIn("--force", refused.stderr)
        self.assertEqual(path.read_text(), "mine")
        run("export", "--format", "csv", "--out", path, "--force", *self.store)
        self.assertEqual(len(self.table(path)), PEOPLE + 4)

    def test_a_directory_gets_a_dated_name(self):
        folder = self.work / "stick"
        folder.mkdir()
        out = answer("export", "--format", "xlsx", "--out", folder, *self.store)["out"]
        self.assertRegex(out, r"/stick/gladi-daftar-hadir-takalar-2023-kiosk-1-\d{8}-\d{4}\.xlsx$")
        self.assertEqual([str(p) for p in folder.iterdir()], [out])

    def test_a_directory_that_is_not_there_is_said(self):
        run("export", "--format", "csv", "--out", self.work / "none/x.csv", *self.store, expect=2)

    def test_standard_output_takes_what_is_text(self):
        piped = run("export", "--format", "csv", "--raw", "--out", "-", *self.store).stdout
        self.assertTrue(piped.startswith('"index","kind"'))
        self.assertEqual(piped.count("\n"), PEOPLE + 4)
        run("export", "--format", "xlsx", "--out", "-", *self.store, expect=2)

    def test_an_export_of_nothing_says_so(self):
        empty = ("--data", self.work / "empty")
        run("init", "--ceremony", CEREMONY, "--kiosk", "kiosk-2", "--rehearsal", *empty)
        for format in ("csv", "xlsx", "json"):
            path = self.work / f"empty.{format}"
            said = run("export", "--format", format, "--out", path, *empty).stdout
            self.assertIn("nobody has signed yet", said)
            self.assertGreater(path.stat().st_size, 0)
        self.assertEqual(len(self.table(self.work / "empty.csv")), 1)
        cells = [cell.value for line in openpyxl.load_workbook(self.work / "empty.xlsx")["Hadir"].iter_rows() for cell in line]
        self.assertIn("Belum ada tanda tangan.", cells)


class Absences(Exports):
    def test_the_exported_list_of_absentees_comes_back_with_reasons(self):
        lines = [json.loads(line) for line in run("absence", "list", "--json", *self.store).stdout.splitlines()]
        self.assertEqual([line["reason"] for line in lines], ["dinas-luar", None, None, None])
        file = self.work / "reasons.csv"
        file.write_bytes(("\ufeffNo;Nama;NIP / NI PPPK / NIK;Keterangan\r\n" + f"1;x;19720612 199702 1 102;Sakit: surat dokter\r\n2;x;{nip(103)};IZIN\r\n3;x;{nip(104)};Tanpa keterangan\r\n").encode())
        self.assertEqual(answer("absence", "import", file, *self.store)["stated"], 2)
        by_number = {line["number"]: (line["reason"], line["note"]) for line in map(json.loads, run("absence", "list", "--json", *self.store).stdout.splitlines())}
        self.assertEqual(by_number, {nip(101): ("dinas-luar", "Makassar"), nip(102): ("sakit", "surat dokter"), nip(103): ("izin", ""), nip(104): (None, "")})
        for number in (102, 103):
            run("absence", "remove", "--id", f"nip:{nip(number)}", *self.store)

    def test_every_problem_is_named_by_its_row_and_nothing_is_stated(self):
        file = self.work / "wrong.csv"
        file.write_text(f"nip,alasan,catatan\n{nip(102)},sakit,\n{nip(999)},sakit,\n{nip(103)},bosan,\n1.97E+17,izin,\n{nip(102)},cuti,\n")
        done = run("absence", "import", file, "--json", *self.store, expect=2)
        problems = json.loads(done.stdout)["problems"]
        self.assertEqual([problem["row"] for problem in problems], [3, 4, 5, 6])
        self.assertNotIn(nip(999), done.stdout + done.stderr)
        self.assertNotIn("sakit", run("absence", "list", *self.store).stdout)

    def test_a_file_without_the_columns_is_refused_whole(self):
        file = self.work / "columns.csv"
        file.write_text("nama,alasan\nx,sakit\n")
        self.assertIn("nomor", run("absence", "import", file, *self.store, expect=2).stderr)

    def test_who_is_not_on_the_roster_has_no_reason_to_be_absent(self):
        run("absence", "set", "--id", f"nip:{nip(555)}", "--reason", "sakit", *self.store, expect=2)
        run("absence", "set", "--id", nip(101), "--reason", "sakit", *self.store, expect=2)
