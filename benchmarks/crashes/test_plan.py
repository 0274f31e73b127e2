"""The figures that everything is compared with, written out for one seed."""

import unittest

from plan import Plan, cents, decimal


class PlanTest(unittest.TestCase):
    def test_a_modification_moves_money_and_makes_none(self):
        plan = Plan(7)
        lines = plan.estimate(1)
        self.assertEqual(sum(amount for _, amount in plan.estimate(5)), sum(amount for _, amount in lines))
        self.assertEqual(len(plan.estimate(5)), len(lines) + 8)

    def test_the_same_seed_is_the_same_plan(self):
        self.assertEqual(Plan(7).estimate(3), Plan(7).estimate(3))
        self.assertNotEqual(Plan(7).estimate(3), Plan(8).estimate(3))

    def test_amounts_are_read_as_they_are_written(self):
        self.assertEqual(decimal(-105), "-1.05")
        self.assertEqual(cents({"amount": "-1.05", "currency": "USD"}), -105)
        self.assertEqual(cents({"amount": "0.07", "currency": "USD"}), 7)


if __name__ == "__main__":
    unittest.main()
