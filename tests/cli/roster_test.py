"""`ikrar roster import` with what personnel agencies send, whole and broken, and with what an attacker might."""

import json
import zipfile

from ikrar_command import ROSTER, StoreTest, answer, run
from roster_files import HEAD, csv, inline, nip, package, parts, people, workbook

SMALL = [HEAD, *people(3)]


class RosterTest(StoreTest):
    """Each test has a store of its own, with nobody on the roster."""

    def setUp(self):
        from ikrar_command import CEREMONY

        self.data = self.work / self.id().rpartition(".")[2]
        run("init", "--ceremony", CEREMONY, "--data", self.data, "--kiosk", "kiosk-1", "--rehearsal")
        self.refusals = 0

    def tearDown(self):
        if self.refusals:
            self.assertEqual(self.listed(), [])

    def file(self, content, name="roster"):
        path = self.work / name
        path.write_bytes(content)
        return path

    def take(self, content, *more, expect=0, name="roster"):
        return answer("roster", "import", self.file(content, name), "--data", self.data, *more, expect=expect)

    def refused(self, content, *more, name="roster"):
        """The sentence about a file that is refused as a whole; nothing may come of it."""
        done = run("roster", "import", self.file(content, name), "--data", self.data, *more, "--json", expect=2)
        self.assertEqual(done.stdout, "")
        self.refusals += 1
        return json.loads(done.stderr)["error"]

    def listed(self):
        lines = run("roster", "list", "--data", self.data, "--json").stdout.splitlines()
        return [json.loads(line) for line in lines]


class Forms(RosterTest):
    def test_one_roster_in_every_encoding_separator_and_as_a_workbook_is_the_same_people(self):
        self.assertEqual(self.take(csv(SMALL))["added"], 3)
        expected = self.listed()
        self.assertEqual((expected[0]["name"], expected[0]["number"], expected[0]["unit"]), ('Peserta Contoh 0001, S.Sos.; "é"', nip(1), "opd-contoh-2"))
        forms = {(separator, encoding): csv(SMALL, separator, encoding) for separator in ";,\t" for encoding in ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252")}
        forms = {key: {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(key[1], b"") + content for key, content in forms.items()}
        forms["workbook"] = workbook(SMALL)
        forms["strict workbook by hand"] = package(parts("".join(inline(*(cell.replace('"', "&quot;") for cell in row)) for row in SMALL), namespace="http://purl.oclc.org/ooxml/spreadsheetml/main"))
        for form, content in forms.items():
            again = self.take(content)
            self.assertEqual((again["added"], again["updated"], again["unchanged"]), (0, 0, 3), form)
        self.assertEqual(self.listed(), expected)

    def test_windows_1252_is_said_and_utf_8_is_not(self):
        said = lambda encoding: run("roster", "import", self.file(csv(SMALL, encoding=encoding)), "--data", self.data).stdout
        self.assertIn("read as Windows-1252", said("cp1252"))
        self.assertNotIn("Windows-1252", said("utf-8"))

    def test_two_thousand_people_below_a_letterhead(self):
        rows = [HEAD, *people(2000)]
        content = workbook(rows, letterhead=(["PEMERINTAH KABUPATEN CONTOH"], ["Daftar Pegawai, 2023"], []))
        preview = self.take(content, "--preview")
        self.assertEqual((preview["header_row"], preview["added"], preview["problem_count"]), (4, 2000, 0))
        self.assertEqual(self.listed(), [])
        self.assertEqual(self.take(content)["added"], 2000)
        self.assertEqual([(p["number"], p["name"]) for p in self.listed()], [(row[2], row[1]) for row in rows[1:]])

    def test_the_sheet_is_the_first_that_is_not_hidden_or_the_one_named(self):
        content = workbook(SMALL, more=(("Rekap", "visible"), ("Rahasia", "hidden")))
        self.assertIn("Only the sheet 'Pegawai' was read", run("roster", "import", self.file(content), "--data", self.data).stdout)
        missing = run("roster", "import", self.file(content), "--sheet", "Lembar", "--data", self.data, expect=2).stderr
        self.assertIn("'Pegawai', 'Rekap'", missing)
        self.assertNotIn("Rahasia", missing)
        self.assertIn("No header", run("roster", "import", self.file(content), "--sheet", "Rekap", "--data", self.data, expect=2).stderr)

    def test_the_sample_and_the_template_can_be_imported(self):
        self.assertEqual(self.take(ROSTER.read_bytes())["added"], 200)
        template = run("roster", "template").stdout.encode()
        self.assertEqual(self.take(template)["added"], 1)
        self.assertIn("NIP / NI PPPK / NIK", template.decode())


class Preview(RosterTest):
    def test_what_would_be_added_updated_and_left_and_nothing_is_written(self):
        self.take(csv([HEAD, *people(4)]))
        changed = people(3)
        changed[1][4], changed[1][5] = "Kepala Seksi", "OPD contoh 8"
        file = self.file(csv([HEAD + ["Golongan Darah"], *changed, ["9", "Peserta Contoh 0009", nip(9), "", "", "opd-contoh-1", "PNS", "O"]]))
        preview = answer("roster", "import", file, "--preview", "--data", self.data)
        self.assertEqual([preview[key] for key in ("added", "updated", "unchanged", "absent")], [1, 1, 2, 1])
        self.assertEqual(preview["changes"], [{"row": 3, "name": changed[1][1], "fields": [{"field": "unit", "before": "opd-contoh-3", "after": "opd-contoh-8"}, {"field": "post", "before": "Analis Kebijakan", "after": "Kepala Seksi"}]}])
        self.assertEqual([c["field"] for c in preview["columns"]], [None, "name", "number", "rank", "post", "unit", "category", None])
        self.assertEqual([c["header"] for c in preview["columns"] if not c["known"]], ["Golongan Darah"])
        text = run("roster", "import", file, "--preview", "--data", self.data).stdout
        self.assertIn("nothing is written", text)
        self.assertIn("1 to add, 1 to update, 2 unchanged", text)
        self.assertIn("H  'Golongan Darah': not known, not read", text)
        self.assertIn("row 3: " + changed[1][1] + "; unit 'opd-contoh-3' becomes 'opd-contoh-8'", text)
        self.assertEqual(len(self.listed()), 4)
        done = answer("roster", "import", file, "--data", self.data)
        self.assertEqual([done[key] for key in ("added", "updated", "unchanged")], [1, 1, 2])
        self.assertEqual(self.listed()[1]["post"], "Kepala Seksi")

    def test_every_problem_by_its_row_and_nothing_by_half(self):
        rows = people(6)
        rows[1][2] = rows[0][2]
        rows[2][5] = "OPD cntoh 4"
        rows[3][1] = ""
        rows[5][2] = "1986"
        content = workbook([HEAD, *rows], letterhead=(["Daftar"], []))
        preview = self.take(content, "--preview", expect=2)
        self.assertEqual([p["row"] for p in preview["problems"]], [5, 6, 7, 9])
        said = [p["what"] for p in preview["problems"]]
        self.assertIn("Row 4 has the same number", said[0])
        self.assertIn("nearest is 'OPD contoh 4'", said[1])
        self.assertIn("name is empty", said[2])
        self.assertIn("18 digits", said[3])
        self.assertEqual((preview["added"], preview["problem_rows"]), (2, 4))
        self.assertEqual([p["row"] for p in self.take(content, expect=2)["problems"]], [5, 6, 7, 9])
        self.assertEqual(self.listed(), [])

    def test_one_sentence_said_of_many_rows_is_said_once(self):
        rows = people(5)
        for row in rows[:2] + rows[3:]:
            row[5] = "Dinas Antah"
        text = run("roster", "import", self.file(csv([HEAD, *rows])), "--data", self.data, expect=2).stderr
        self.assertEqual(text.count("Dinas Antah"), 1)
        self.assertIn("rows 2-3, 5-6: ", text)


class Damaged(RosterTest):
    def test_a_nip_kept_as_a_number_is_refused_by_row_and_explained(self):
        refused = self.take(workbook(SMALL, numbers=(2,)), expect=2)
        self.assertEqual([p["row"] for p in refused["problems"]], [2, 3, 4])
        self.assertIn("jadikan kolom ini teks dan isi ulang", refused["problems"][0]["what"])
        self.assertEqual(self.listed(), [])
        ordinals = workbook([HEAD, *people(3)], numbers=(0,))
        self.assertEqual(self.take(ordinals)["added"], 3)

    def test_a_formula_that_was_never_calculated_is_no_value(self):
        rows = people(1)
        rows[0][1] = "=CONCATENATE(\"a\",\"b\")"
        refused = self.take(workbook([HEAD, *rows]), expect=2)
        self.assertIn("Column B (Nama Lengkap) holds a formula", refused["problems"][0]["what"])


class OtherFiles(RosterTest):
    def test_what_is_no_csv_and_no_xlsx_is_named_with_what_to_do(self):
        wide = lambda text: text.encode("utf-16-le")
        compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
        ods = package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"})
        for content, words in ((compound + wide("Workbook"), "old Excel file (.xls)"), (compound + wide("EncryptedPackage"), "locked with a password"), (ods, "OpenDocument file (.ods)"), (package({"[Content_Types].xml": "", "xl/workbook.bin": ""}), ".xlsb"), (package({"[Content_Types].xml": "", "word/document.xml": ""}), ".docx"), (b"\xef\xbb\xbf\r\n<HTML><table>", "web page"), (b'<?xml version="1.0"?><Workbook/>', "web page or XML"), (b"%PDF-1.7\n", "PDF"), (b"", "empty"), (b"\x00\x01\x02", "no text file"), (package({"a": "b"}), "ZIP and no workbook")):
            said = self.refused(content)
            self.assertIn(words, said)
            if words[0] == "o":
                self.assertIn("simpan sebagai .xlsx", said)


class Hostile(RosterTest):
    def rows(self, **more):
        return parts("".join(inline(*(cell.replace('"', "") for cell in row)) for row in SMALL), **more)

    def test_the_workbook_by_hand_is_sound(self):
        self.assertEqual(self.take(package(self.rows()))["added"], 3)

    def test_a_bomb_is_not_unpacked(self):
        megabyte = 1 << 20
        for part, pieces, words in (
            ("xl/sharedStrings.xml", ["<sst>", *["<si><t>" + "x" * 200_000 + "</t></si>"] * 1400], "more than 256 MiB"),
            ("xl/sharedStrings.xml", ["<sst>", *["<si/>" * 400_000] * 11, "</sst>"], "4,000,000 strings"),
            ("xl/sharedStrings.xml", ["<sst><si><t>", "x" * megabyte, "</t></si></sst>"], "too long"),
            ("xl/worksheets/sheet1.xml", ["<worksheet><sheetData><row>", *["<c/>" * 1_000_000] * 11], "10,000,000 cells"),
            ("xl/worksheets/sheet1.xml", ["<worksheet><sheetData>", *["<row/>" * 100_000] * 11], "not numbered in order"),
        ):
            self.assertIn(words, self.refused(package({**self.rows(), part: pieces})))

    def test_xml_that_no_spreadsheet_writes_is_refused(self):
        entity = '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d SYSTEM "file:///etc/passwd">]>'
        for change in (lambda xml: entity + xml.replace("Analis", "&d;"), lambda xml: xml.replace("Analis", "&d;"), lambda xml: xml.replace("<sheetData>", "<!-- a --><sheetData>"), lambda xml: xml.replace("<sheetData>", "<x>" * 100 + "</x>" * 100 + "<sheetData>"), lambda xml: xml.replace("</sheetData>", ""), lambda xml: '<?xml version="1.0" encoding="UTF-16"?>' + xml, lambda xml: ("\ufeff" + xml).encode("utf-16-le")):
            members = self.rows()
            members["xl/worksheets/sheet1.xml"] = change(members["xl/worksheets/sheet1.xml"])
            self.assertIn("not whole", self.refused(package(members)))

    def test_names_lead_nowhere_but_into_the_package(self):
        for target in ("../../../../etc/passwd", "file:///etc/passwd", "/etc/passwd", "worksheets/none.xml"):
            self.assertIn("shows no sheet" if target.startswith("..") else "a part of it is missing", self.refused(package(self.rows(target=target))), target)

    def test_cells_and_rows_out_of_order_and_texts_that_are_not_there(self):
        for row in ('<row r="2"/><row r="2"/>', '<row r="1048577"/>', '<row r="x"/>', '<row><c r="B1"/><c r="A1"/></row>', '<row><c r="1"/></row>', '<row><c r="ZZZZ1"/></row>', '<row><c t="s"><v>0</v></c></row>', '<row><c t="s"><v>-1</v></c></row>'):
            self.assertIn("not whole", self.refused(package(parts(row))), row)

    def test_a_workbook_cut_or_changed_anywhere_is_refused_or_read_as_it_was(self):
        whole = package(self.rows(), zipfile.ZIP_STORED)
        for size in range(0, len(whole), 211):
            self.refused(whole[:size])
        sheet = whole.index(b"Peserta Contoh 0002")
        self.assertIn("cannot be unpacked", self.refused(whole[:sheet] + b"X" + whole[sheet + 1 :]))


if __name__ == "__main__":
    import unittest

    unittest.main()
