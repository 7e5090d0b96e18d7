"""A printed invitation card, read by another program and typed by a scanner into the shipped kiosk."""

import sqlite3
import subprocess
import unittest

from kiosk_test import KioskRun, ikrar

RETURN = "\uff0d"  # the keysym, as VNC sends it


class Invitation(KioskRun):
    def cards(self):
        """What the QR codes of the first printed page hold."""
        self.done("invite", "--out", self.work / "cards.pdf")
        subprocess.run(["pdftoppm", "-r", "200", "-png", "-l", "1", self.work / "cards.pdf", self.work / "cards"], check=True)
        [page] = self.work.glob("cards*.png")
        return subprocess.run(["zbarimg", "-q", "--raw", page], capture_output=True, text=True, check=True).stdout.split()

    def number_of(self, card):
        digits = card.split(":")[1]
        bits = "".join(f"{'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.index(c):05b}" for c in digits)
        with sqlite3.connect(f"file:{self.data / 'ikrar.sqlite'}?mode=ro", uri=True) as db:
            [[number]] = db.execute("SELECT value FROM invitations WHERE token = ?", [int(bits[:128], 2).to_bytes(16, "big")]).fetchall()
        db.close()
        return number

    def scan(self, text):
        self.screen.type(text + RETURN)

    def test_a_card_leads_from_the_welcome_page_to_its_person_and_a_receipt(self):
        card, other = self.cards()[:2]
        page = self.page_with_a_way_on("card-1-welcome")
        self.scan(card)
        page = self.page_after(page, "card-2-person")
        self.scan(other)  # the next in the queue is early
        for name in ("card-3-pledge", "card-4-sign"):
            self.press(page)
            page = self.page_after(page, name)
        self.sign(page)
        page = self.screen.settled()
        self.press(page)
        page = self.page_after(page, "card-5-confirm")
        self.scan(other)  # and again: nobody pledges by it
        self.assertEqual(self.status()["signed"], 0)
        self.assertEqual(self.pledge(page), "rehearsal")

        self.done("session", "end")
        self.done("export", "--format", "csv", "--out", self.work / "signed.csv")
        number, digits = self.number_of(card), "".join(c for c in (self.work / "signed.csv").read_text() if c.isdigit())
        self.assertEqual(self.status()["signed"], 1)
        self.assertIn(number, digits)
        self.assertNotIn(self.number_of(other), digits)
        # What the journal would keep.
        log = (self.work / "kiosk.log").read_text()
        for secret in (number, card.split(":")[1]):
            self.assertNotIn(secret, log)

    def test_a_card_of_no_kiosk_here_and_a_receipt_lead_to_the_number_and_no_further(self):
        page = self.page_with_a_way_on("card-6-welcome")
        self.scan("IKRAR-UNDANGAN:00000000000000000000000000")
        page = self.page_after(page, "card-7-unknown")
        self.scan("HTTPS://VERIFY.EXAMPLE/A#" + "1234567890" * 400)
        now = self.screen.settled()
        self.keep(now, "card-8-receipt")
        self.assertIsNone(self.kiosk.poll(), (self.work / "kiosk.log").read_text())
        card = self.cards()[0]
        self.scan(card)
        page = self.page_after(now, "card-9-person")
        self.press(page)
        self.page_after(page, "card-10-pledge")
        self.assertIsNone(self.kiosk.poll(), (self.work / "kiosk.log").read_text())
        self.assertEqual(ikrar("status", "--data", self.data).returncode, 0)


if __name__ == "__main__":
    unittest.main()
