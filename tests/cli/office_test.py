"""What LibreOffice makes of the exports: an outside reader beside ours, cell by cell."""

import csv
import io
import subprocess

from export_test import PEOPLE, Exports

FILTER = "Text - txt - csv (StarCalc)"
# Separator comma, text quoted, UTF-8; quoted fields stay text; all sheets, formulas as what they come to.
TO_CSV = f"csv:{FILTER}:44,34,76,1,,0,false,true,false,false,false,-1"


class Office(Exports):
    def convert(self, path, *more):
        folder = self.work / f"office-{path.name}"
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{self.work}/profile", "--headless", *more, "--convert-to", TO_CSV, "--outdir", folder, path],
            check=True,
            capture_output=True,
            timeout=240,
        )
        return folder

    def rows(self, path):
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
        return rows[next(at for at, line in enumerate(rows) if line[0] == "No") + 1 :]

    def test_its_cells_are_those_of_the_csv(self):
        table = self.table(self.export("csv"))[1:]
        folder = self.convert(self.export("xlsx", name="book.xlsx"))
        for sheet, statuses in (("Hadir", {"sah"}), ("Ganda & Dibatalkan", {"ganda", "dibatalkan"})):
            expected = [line for line in table if line[17] in statuses]
            seen = self.rows(folder / f"book-{sheet}.csv")
            self.assertEqual(len(seen), len(expected))
            for number, (cells, line) in enumerate(zip(seen, expected, strict=True), 1):
                self.assertEqual(cells[0], str(number))
                for cell, text in zip(cells[1:], line[1:], strict=True):
                    text = text.removeprefix("GLADI; ").removeprefix("GLADI")
                    self.assertEqual(cell, text[1:] if text[:2] in ("'=", "'+", "'-", "'@") else text)

    def test_the_totals_are_what_it_computes_itself(self):
        folder = self.convert(self.export("xlsx", name="recap.xlsx"))
        rows = self.rows(folder / "recap-Rekap Unit.csv")
        *counts, share, walk_ins = rows[-1]
        self.assertEqual(counts, ["", "Jumlah", "12", "8", "0", "0", "0", "1", "3"])
        self.assertAlmostEqual(float(share.removesuffix("%")), 100 * 8 / 12, places=1)
        self.assertEqual(walk_ins, "1")

    def test_the_csv_comes_through_with_every_digit_and_no_formula(self):
        path = self.export("csv", name="opened.csv")
        table = self.table(path)
        # As a spreadsheet opens it: semicolons, quoted fields may become numbers and dates.
        folder = self.convert(path, "--infilter=" + FILTER + ":59,34,76,1,,0,false,true")
        seen = list(csv.reader(io.StringIO(next(folder.iterdir()).read_text(encoding="utf-8"), newline="")))
        self.assertEqual(len(seen), PEOPLE + 4)
        self.assertEqual([line[1:14] for line in seen], [line[1:14] for line in table])
