"""`ikrar review`: what a simulated ceremony looks like to it, and that it decides nothing."""

import json
import unittest

from ikrar_command import StoreTest, run


class Review(StoreTest):
    count = 12
    batch = 1

    def test_a_machine_that_signs_has_a_tempo_that_nobody_has(self):
        said = run("review", "--data", self.data)
        self.assertIn("12 signers in a row at kiosk-1", said.stdout)
        self.assertIn("they prove nothing", said.stdout)
        (sign,) = [json.loads(line) for line in run("review", "--json", "--data", self.data).stdout.splitlines()]
        self.assertEqual((sign["sign"], sign["count"], len(sign["entries"])), ("tempo", 12, 12))
        self.assertEqual([e["index"] for e in sign["entries"]], list(range(2, 14)))


if __name__ == "__main__":
    unittest.main()
