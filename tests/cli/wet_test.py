"""Signatures on paper, from the printed sheet to the audited bundle, by the shipped command."""

import csv
import json
import re
import sqlite3
import unittest
import zipfile

from gathered import FROM_VERSION_1, SqliteStore
from ikrar_command import ROSTER, StoreTest, answer, run
from papers_test import NO_DISPLAY, codes_in, text_of
from roster_files import csv as csv_of
from roster_files import workbook

HEAD = ["Kode baris", "NIP / NI PPPK / NIK", "Nama", "Saksi", "Jabatan saksi"]
SERIES = "K7M2Q9XA"
OBSERVER = ("--observer", "Saksi Contoh 001", "--observer-post", "Inspektur Contoh")

PEOPLE = [(p["nomor"], p["nama"]) for p in csv.DictReader(ROSTER.read_text(encoding="utf-8").splitlines())]


def code(row, sheet=1):
    return f"{SERIES}-{sheet:03d}-{row:02d}"


def line(person, row=None, **more):
    """The person of this place on the roster, on the row after it, seen by somebody named in the row."""
    nip, name = PEOPLE[person]
    cells = {"code": code(row or person + 1), "number": nip, "name": name, "observer": "Saksi Contoh 002", "post": "Camat Contoh", **more}
    return list(cells.values())


class Wet(StoreTest):
    """Each test has a store of its own with an open session, and three who signed at the kiosk."""

    def setUp(self):
        from ikrar_command import CEREMONY

        self.data = self.work / self.id().rpartition(".")[2]
        self.log = self.data / "log"
        run("init", "--ceremony", CEREMONY, "--data", self.data, "--kiosk", "kiosk-1", "--rehearsal")
        run("roster", "import", ROSTER, "--data", self.data)
        run("simulate", "--data", self.data, "--count", 3)  # the first three of the roster
        self.policy = self.log / "policy"

    def file(self, rows, name="basah.csv", content=None):
        path = self.work / name
        path.write_bytes(content or csv_of([HEAD, *rows]))
        return path

    def enter(self, *rows, more=(), expect=0, content=None):
        return answer("wet", "import", self.file(rows, content=content), "--data", self.data, *more, expect=expect)

    def problems(self, *rows, more=()):
        """Their rows and sentences; nothing may come of them."""
        before = self.size()
        done = run("wet", "import", self.file(rows), "--data", self.data, *more, "--json", expect=2)
        self.assertEqual(self.size(), before)
        self.assertEqual(self.paper(), [])
        return [(p["row"], p["what"]) for p in json.loads(done.stdout)["problems"]]

    def size(self):
        return answer("status", "--data", self.data)["size"]

    def paper(self):
        with sqlite3.connect(self.data / "ikrar.sqlite") as db:
            rows = db.execute("SELECT entry_index, sheet_row, observer_name, observer_post FROM paper ORDER BY entry_index").fetchall()
        db.close()
        return rows


class Import(Wet):
    def test_rows_are_entered_in_one_commit_with_their_observers(self):
        before = self.size()
        said = self.enter(line(10), line(11, observer="", post=""), line(12), more=OBSERVER)
        self.assertEqual((said["entered"], said["first_index"], said["last_index"]), (3, before, before + 2))
        self.assertEqual(self.paper(), [
            (before, code(11), "Saksi Contoh 002", "Camat Contoh"),
            (before + 1, code(12), "Saksi Contoh 001", "Inspektur Contoh"),
            (before + 2, code(13), "Saksi Contoh 002", "Camat Contoh"),
        ])
        status = answer("status", "--data", self.data)
        self.assertEqual((status["size"], status["published_size"], status["signed"], status["wet"]), (before + 3, before + 3, 6, 3))
        with sqlite3.connect(self.data / "ikrar.sqlite") as db:
            self.assertEqual(db.execute("SELECT COUNT(*) FROM checkpoints WHERE size > ?", (before,)).fetchone(), (1,))
        db.close()
        shown = answer("receipt", "show", before, "--data", self.data)
        self.assertEqual((shown["verdict"], shown["method"]), ("rehearsal", "wet ink on paper"))
        self.assertTrue(self.audit()["holds"])

    def test_the_same_file_again_is_no_error_and_enters_nothing(self):
        rows = [line(10), line(11)]
        first = self.enter(*rows)
        size = self.size()
        again = self.enter(*rows, line(12))
        self.assertEqual((again["entered"], [a["row"] for a in again["already"]], again["left_out"]), (1, [2, 3], []))
        self.assertEqual(again["already"][0]["index"], first["first_index"])
        self.assertEqual(self.size(), size + 1)
        self.assertIn("2 were entered before", run("wet", "import", self.file(rows), "--data", self.data).stdout)
        self.assertEqual(self.size(), size + 1)

    def test_who_signed_at_the_kiosk_is_named_and_left_out_until_that_is_voided(self):
        signed = answer("receipt", "show", 2, "--data", self.data)["index"]
        said = self.enter(line(0), line(10))
        self.assertEqual(said["entered"], 1)
        (left,) = said["left_out"]
        self.assertEqual((left["row"], left["index"], left["name"], left["method"]), (2, signed, PEOPLE[0][1], "kiosk"))
        text = run("wet", "import", self.file([line(0)]), "--data", self.data).stdout
        self.assertIn(f"{PEOPLE[0][1]} signed already, entry {signed} at the kiosk", text)
        run("void", signed, "--reason", "withdrawn", "--data", self.data)
        self.assertEqual(self.enter(line(0))["entered"], 1)
        self.assertEqual(self.enter(line(10, row=99))["left_out"][0]["method"], "wet-ink")

    def test_a_voided_row_is_entered_again_for_whom_it_was_meant(self):
        wrong = self.enter(line(10))["first_index"]
        meant = line(11, row=11)
        done = run("wet", "import", self.file([meant]), "--data", self.data, "--json", expect=2)
        (problem,) = json.loads(done.stdout)["problems"]
        self.assertIn(f"as entry {wrong}", problem["what"])
        run("void", wrong, "--reason", "wrong-person", "--data", self.data)
        self.assertEqual(self.enter(meant)["entered"], 1)
        self.assertTrue(self.audit()["holds"])

    def test_workbooks_and_every_way_to_write_a_code(self):
        rows = [line(10, code=f"ikrar-lembar:{code(1).lower()}"), line(11, code=f"{SERIES.lower()}-1-2"), line(12, code=f" {code(3)} ")]
        spaced = [[c, re.sub(r"^(\d{8})(\d{6})(\d)(\d{3})$", r"\1 \2 \3 \4", n), *rest] for c, n, *rest in rows]
        content = workbook([HEAD, *spaced], letterhead=(["DAFTAR TANDA TANGAN BASAH"], []))
        self.assertEqual(self.enter(content=content)["entered"], 3)
        self.assertEqual([row[1] for row in self.paper()], [code(1), code(2), code(3)])

    def test_a_preview_enters_nothing_and_needs_no_open_session(self):
        run("session", "end", "--data", self.data)
        size = self.size()
        said = self.enter(line(10), line(0), more=("--preview",))
        self.assertEqual((said["preview"], said["entered"], len(said["left_out"])), (True, 1, 1))
        self.assertIn("would be entered", run("wet", "import", self.file([line(10)]), "--data", self.data, "--preview").stdout)
        self.assertEqual(self.size(), size)
        self.assertIn("No session is open", run("wet", "import", self.file([line(10)]), "--data", self.data, expect=2).stderr)
        run("close", "--data", self.data)
        run("wet", "import", self.file([line(10)]), "--data", self.data, expect=2)
        self.assertEqual(self.paper(), [])

    def test_the_template_is_read_and_names_nobody(self):
        form = self.work / "templat.csv"
        self.assertEqual(answer("wet", "template", "--out", form)["out"], str(form))
        self.assertEqual(answer("wet", "template")["csv"].encode(), form.read_bytes().removeprefix(b"\xef\xbb\xbf"))
        rows = list(csv.reader(form.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
        self.assertEqual((rows[0], len(rows)), (HEAD, 2))
        done = run("wet", "import", form, "--data", self.data, expect=2)
        self.assertIn("row 2: Nobody with this number is on the roster", done.stderr)


class Refusals(Wet):
    def test_every_row_to_mend_is_named_at_once_and_nothing_is_entered(self):
        strangers = line(20, number="198609262015051999", name="")
        found = self.problems(
            line(10),
            line(11, code="K7M2Q9X-001-12"),
            line(12, number=""),
            line(13, number="19860926"),
            line(14, observer="", post=""),
            strangers,
            line(15, name="Orang Lain"),
            line(16, row=11),
            line(10, row=50),
            line(17, observer="", post="Camat Contoh"),
            line(18, observer="S" * 129),
        )
        self.assertEqual([row for row, _ in found], [3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
        for (_, what), said in zip(found, ("not the code of a sheet's row", "Nobody's number", "neither a NIP", "No observer", "import them there first",
                                           "has another name", "same code", "same number", "No observer", "one line of at most 128")):
            self.assertIn(said, what)

    def test_a_name_is_held_against_the_roster_without_its_titles(self):
        self.assertEqual(self.enter(line(10, name=f"Drs. {PEOPLE[10][1].upper()}, S.Sos."), line(11, name=""))["entered"], 2)

    def test_a_number_that_a_spreadsheet_changed_is_said(self):
        content = workbook([HEAD, line(10)], numbers=(1,))
        done = run("wet", "import", self.file([], content=content), "--data", self.data, expect=2)
        self.assertIn("has changed the number", done.stderr)

    def test_a_file_without_the_columns_or_without_rows(self):
        lacking = csv_of([["NIP", "Nama"], [PEOPLE[10][0], PEOPLE[10][1]]])
        self.assertIn("Kode baris", run("wet", "import", self.file([], content=lacking), "--data", self.data, expect=2).stderr)
        self.assertIn("Nothing stands below", run("wet", "import", self.file([]), "--data", self.data, expect=2).stderr)
        self.assertIn("--observer", run("wet", "import", self.file([line(10)]), "--observer-post", "Camat", "--data", self.data, expect=2).stderr)

    def test_a_key_with_a_passphrase_is_asked_for_it(self):
        from ikrar_command import CEREMONY

        secret = self.work / "sandi"
        secret.write_text("kata sandi contoh\n")
        data = self.work / "sungguhan"
        run("init", "--ceremony", CEREMONY, "--data", data, "--kiosk", "kiosk-1", "--passphrase-file", secret)
        run("roster", "import", ROSTER, "--data", data)
        run("session", "start", "--data", data, "--passphrase-file", secret)
        file = self.file([line(10)])
        self.assertIn("passphrase", run("wet", "import", file, "--data", data, expect=2).stderr)
        self.assertEqual(answer("wet", "import", file, "--data", data, "--preview")["entered"], 1)
        self.assertEqual(answer("wet", "import", file, "--data", data, "--passphrase-file", secret)["entered"], 1)


class Follows(Wet):
    """What is printed, exported, gathered and forgotten after a row was entered."""

    def setUp(self):
        super().setUp()
        self.index = self.enter(line(10), line(11))["first_index"]

    def export(self, name, *more):
        out = self.work / f"{self.id().rpartition('.')[2]}-{name}"
        run("export", *more, "--data", self.data, "--out", out, env=NO_DISPLAY)
        return out

    def test_the_list_says_where_the_signature_is(self):
        rows = list(csv.DictReader(self.export("hadir.csv", "--format", "csv").read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
        wet = [row for row in rows if row["method"] == "wet-ink"]
        self.assertEqual({row["Nama"] for row in wet}, {PEOPLE[10][1], PEOPLE[11][1]})
        remark = f"Tanda tangan basah, lembar {code(11)}, disaksikan Saksi Contoh 002"
        self.assertIn(f"GLADI; {remark}", [row["Keterangan"] for row in wet])
        document = json.loads(self.export("hadir.json", "--format", "json").read_text())
        self.assertEqual(document["totals"]["wet"], 2)
        (first,) = [row for row in document["signed"] if row["index"] == self.index]
        self.assertEqual((first["sheet_row"], first["observer"], first["observer_post"]), (code(11), "Saksi Contoh 002", "Camat Contoh"))
        self.assertNotIn("sheet_row", document["signed"][0])

    def test_the_daftar_hadir_and_the_berita_acara_say_it(self):
        words = " ".join(text_of(self.export("hadir.pdf", "--format", "pdf")).split())
        self.assertIn(f"tanda tangan basah, lembar {code(11)}", words)
        record = text_of(self.export("acara.pdf", "--format", "pdf", "--document", "berita-acara"), "-layout")
        self.assertRegex(record, r"Tanda tangan basah di kertas\s+2\s+dua\b")
        self.assertRegex(record, r"Tanda tangan dengan bantuan\s+0\s+nol\b")

    def test_a_bundle_with_wet_signatures_holds(self):
        run("session", "end", "--data", self.data)
        run("close", "--data", self.data)
        bundle = self.export("bukti.zip", "--format", "bundle")
        report = answer("audit", bundle, "--policy", self.policy)
        self.assertTrue(report["holds"])
        (log,) = report["logs"]
        self.assertEqual((log["attendance"]["rows"], log["attendance"]["digest"]), (5, "agrees"))
        with zipfile.ZipFile(bundle) as opened:
            published = b"".join(opened.read(name) for name in opened.namelist() if "/log/" in name)
        self.assertNotIn(SERIES.encode(), published)

    def test_an_erasure_leaves_of_the_paper_that_its_row_is_taken(self):
        run("erase", "--id", f"nip:{PEOPLE[10][0]}", "--yes", "--data", self.data)
        # The row of the sheet stays taken, without its observer: one line of paper is entered once.
        self.assertEqual([row[1:3] for row in self.paper()], [(code(11), ""), (code(12), "Saksi Contoh 002")])
        self.assertFalse(any(PEOPLE[10][0].encode() in p.read_bytes() for p in self.data.rglob("*") if p.is_file()))
        self.assertTrue(self.audit()["holds"])

    def test_a_store_without_paper_is_brought_up_to_it(self):
        data = self.work / "versi-dua"
        run("init", "--ceremony", self.data / "log/ceremony.toml", "--data", data, "--kiosk", "kiosk-1", "--rehearsal")
        run("roster", "import", ROSTER, "--data", data)
        run("session", "start", "--data", data)
        with sqlite3.connect(data / "ikrar.sqlite") as db:
            db.executescript("DROP TABLE paper; PRAGMA user_version = 2;")
        db.close()
        self.assertEqual(answer("wet", "import", self.file([line(10)]), "--data", data)["entered"], 1)
        with sqlite3.connect(data / "ikrar.sqlite") as db:
            self.assertEqual(db.execute("PRAGMA user_version").fetchone(), (3,))
            self.assertEqual(db.execute("PRAGMA integrity_check").fetchone(), ("ok",))
        db.close()

    def test_a_store_that_kiosks_were_gathered_in_before_there_was_paper(self):
        store = SqliteStore(self.work)
        store.clear()
        answer("merge", self.data, "--into", store.where)
        self.assertEqual(len(store.rows("paper")), 2)
        store.clear()
        other = self.work / "lain"
        run("init", "--ceremony", self.data / "log/ceremony.toml", "--data", other, "--kiosk", "kiosk-2", "--rehearsal")
        answer("merge", other, "--into", store.where)
        for sql in FROM_VERSION_1:
            store.execute(sql)
        answer("merge", self.data, "--into", store.where)
        self.assertEqual(store.rows("gathering"), [{"version": 3}])
        self.assertEqual({row["sheet_row"] for row in store.rows("paper")}, {code(11), code(12)})


class Printed(Wet):
    def test_what_the_printed_sheet_holds_is_entered(self):
        pdf = self.work / "lembar.pdf"
        run("invite", "--data", self.data, "--blank", 1, "--out", pdf, env=NO_DISPLAY)
        codes = sorted(codes_in(pdf).split())
        self.assertEqual(len(codes), 8)
        rows = [[text, PEOPLE[20 + i][0], "", "Saksi Contoh 003", ""] for i, text in enumerate(codes)]
        self.assertEqual(self.enter(*rows)["entered"], 8)
        self.assertEqual([f"IKRAR-LEMBAR:{row[1]}" for row in self.paper()], codes)


if __name__ == "__main__":
    unittest.main()
