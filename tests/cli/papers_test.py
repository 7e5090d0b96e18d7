"""What an organizer prints, by the shipped command; poppler and zbar read it back."""

import csv
import os
import re
import subprocess
import unittest

from ikrar_command import ROSTER, StoreTest, answer, run

# On a kiosk's console or over ssh there is neither a display nor a platform to name.
NO_DISPLAY = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}


def text_of(pdf, *more):
    return subprocess.run(["pdftotext", *more, pdf, "-"], check=True, capture_output=True, text=True).stdout


def pages_of(pdf):
    return text_of(pdf, "-layout").split("\f")[:-1]


def codes_in(pdf):
    images = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-r", "200", "-gray", "-png", pdf, images], check=True)
    found = subprocess.run(["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", *sorted(images.parent.glob(images.name + "-*.png"))],
                           check=False, capture_output=True, text=True)  # 4: a page without a code
    return found.stdout


class Papers(StoreTest):
    count = 60

    def printed(self, name, *arguments, **more):
        pdf = self.work / name
        said = answer(*arguments, "--data", self.data, "--out", pdf, env=NO_DISPLAY, **more)
        self.assertEqual(said["out"], str(pdf))
        self.assertEqual(said["bytes"], pdf.stat().st_size)
        self.assertEqual(pdf.stat().st_mode & 0o777, 0o600)
        self.assertTrue(said["rehearsal"])
        self.assertFalse(pdf.with_name(name + ".tmp").exists())
        return pdf, said

    def test_the_attendance_sheet_holds_who_signed_and_who_did_not(self):
        pdf, _ = self.printed("daftar-hadir.pdf", "export", "--format", "pdf", "--recap")
        pages = pages_of(pdf)
        for number, page in enumerate(pages, 1):
            self.assertIn(f"Halaman {number} dari {len(pages)}", page)
            self.assertIn("GLADI", page)
        words = " ".join(text_of(pdf).split())
        people = list(csv.DictReader(ROSTER.read_text(encoding="utf-8").splitlines()))
        for person in people:
            self.assertEqual(len(re.findall(re.escape(person["nama"]) + r"\b", words)), 1, person["nama"])
        self.assertIn("60 (enam puluh) orang", words)
        self.assertIn("tidak hadir 140 orang", words)

    def test_the_official_records_code_is_the_logs_own_checkpoint(self):
        incidents = self.work / "kejadian.txt"
        incidents.write_text("Listrik padam empat menit.\n\nSatu peserta menolak.\n", encoding="utf-8")
        pdf, _ = self.printed("berita-acara.pdf", "export", "--format", "pdf", "--document", "berita-acara", "--number", "800/1/2023",
                              "--closer", "Penutup Contoh 1|Kepala Badan", "--closer", "Penutup Contoh 2|Inspektur",
                              "--incidents", incidents, "--copies", "3", "--paper", "f4")
        words = " ".join(text_of(pdf).split())
        for said in ("Nomor: 800/1/2023", "a. Listrik padam empat menit.", "b. Satu peserta menolak.", "Penutup Contoh 2",
                     "60 enam puluh", "rangkap 3 (tiga)"):
            self.assertIn(said, words)
        checkpoint = (self.log / "checkpoint").read_text(encoding="utf-8")
        self.assertIn(checkpoint, codes_in(pdf))

    def test_a_card_printed_again_is_the_same_until_it_is_revoked(self):
        unit = ("--unit", "opd-contoh-1")
        first, said = self.printed("kartu.pdf", "invite", *unit)
        self.assertGreater(said["cards"], 1)
        codes = sorted(codes_in(first).split())
        self.assertEqual(len(set(codes)), said["cards"])
        for code in codes:
            self.assertRegex(code, r"^IKRAR-UNDANGAN:[0-9A-HJKMNP-TV-Z]{26}$")
        again, _ = self.printed("lagi.pdf", "invite", *unit)
        self.assertEqual(sorted(codes_in(again).split()), codes)
        lost = next(p for p in csv.DictReader(ROSTER.read_text(encoding="utf-8").splitlines()) if p["unit"] == "opd-contoh-1")
        revoked = run("invite", "--data", self.data, "--revoke", f"nip:{lost['nomor']}")
        self.assertNotIn(lost["nomor"], revoked.stdout + revoked.stderr)
        new, _ = self.printed("baru.pdf", "invite", *unit)
        self.assertEqual(len(set(codes) - set(codes_in(new).split())), 1)

    def test_sheets_for_wet_ink_are_numbered(self):
        pdf, said = self.printed("lembar.pdf", "invite", "--blank", "2")
        codes = codes_in(pdf).split()
        self.assertEqual(len(codes), 16)
        self.assertIn(f"IKRAR-LEMBAR:{said['series']}-002-08", codes)
        named, _ = self.printed("bernama.pdf", "invite", "--sheets", "--unit", "opd-contoh-1")
        self.assertIn("Peserta Contoh 001", text_of(named))

    def test_a_file_that_is_there_stays_unless_it_is_to_be_replaced(self):
        pdf = self.work / "ada.pdf"
        pdf.write_text("mine")
        self.assertIn("--force", run("invite", "--data", self.data, "--out", pdf, expect=2).stderr)
        self.assertEqual(pdf.read_text(), "mine")
        run("invite", "--data", self.data, "--unit", "opd-contoh-1", "--out", pdf, "--force")
        self.assertTrue(pdf.read_bytes().startswith(b"%PDF"))

    def test_wrong_use_says_what_to_do(self):
        self.assertIn("--out", run("invite", "--data", self.data, expect=2).stderr)
        self.assertIn("sessions 1 to 1", run("invite", "--data", self.data, "--session", "2", "--out", self.work / "x.pdf", expect=2).stderr)
        self.assertIn("roster list", run("invite", "--data", self.data, "--unit", "tiada", "--out", self.work / "x.pdf", expect=2).stderr)
        bad = run("export", "--format", "pdf", "--document", "berita-acara", "--date", "18-09-2023", "--data", self.data,
                  "--out", self.work / "x.pdf", expect=2)
        self.assertIn("YYYY-MM-DD", bad.stderr)
        self.assertFalse((self.work / "x.pdf").exists())


if __name__ == "__main__":
    unittest.main()
