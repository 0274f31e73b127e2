"""python3 -m unittest discover benchmarks/browser"""

import unittest

import figures
import firm
from figures import Figure


class FiguresTest(unittest.TestCase):
    def test_a_quantile_is_a_value_that_was_measured(self):
        values = [float(value) for value in range(300, 0, -1)]
        self.assertEqual(figures.quantile(values, 0.5), 150)
        self.assertEqual(figures.quantile(values, 0.99), 297)
        self.assertEqual(figures.quantile([7.0], 0.99), 7)

    def test_the_table_says_which_goal_is_met(self):
        found = [
            Figure("Budget page", [30.0, 40.0, 49.94], 50), Figure("Lines", [30.0, 40.0, 50.0], 50, cpu=28.04),
            Figure("Typing", [1.25]), Figure("First key", [1_234.5], 1_000),
        ]
        self.assertEqual(
            figures.table(found),
            "| ms | n | p50 | p99 | most | Server's CPU | Goal for p99 |\n"
            "| --- | --- | --- | --- | --- | --- | --- |\n"
            "| Budget page | 3 | 40.0 | 49.9 | 49.9 |  | < 50.0: met |\n"
            "| Lines | 3 | 40.0 | 50.0 | 50.0 | 28.0 | < 50.0: missed |\n"
            "| Typing | 1 | 1.2 | 1.2 | 1.2 |  |  |\n"
            "| First key | 1 | 1,234 | 1,234 | 1,234 |  | < 1,000: missed |",
        )


class BudgetFileTest(unittest.TestCase):
    def test_every_line_has_a_budget_code_of_its_own(self):
        rows = [line.split(",") for line in firm.budget_file(5_000).splitlines()[1:]]
        self.assertEqual(len({(row[0], row[2]) for row in rows}), 5_000)
        self.assertEqual({len(row) for row in rows}, {9})

    def test_the_amount_is_quantity_times_unit_cost(self):
        self.assertEqual(
            firm.budget_file(4).splitlines()[1:],
            [
                "01-100,Work package 1,Labor,Labor for package 1,276,EA,374.03,No,103232.28",
                "01-100,Work package 1,Materials,Materials for package 1,1736,EA,42.35,No,73519.60",
                "01-100,Work package 1,Equipment,Equipment for package 1,523,EA,78.27,No,40935.21",
                "01-100,Work package 1,Subcontract,Subcontract for package 1,,LS,,Yes,83120.22",
            ],
        )


if __name__ == "__main__":
    unittest.main()
