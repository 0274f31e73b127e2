"""Parts of the budget grid that reckon and read: figures without floating point, and ranges of spreadsheets as text."""

import json
import pathlib
import random
import unittest
from decimal import Decimal, localcontext

from stage.stage import stage

SCRIPTS = pathlib.Path(__file__).resolve().parents[3] / "Sources/CWebAssets/scripts/budget-grid"
PARTS = ["exact-decimals.js", "clipboard.js", "paste-plan.js"]
# What fails once has to fail again.
SEED = 20_261_123


class GridPartsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.page = stage().chromium.new_page()
        cls.source = "\n".join((SCRIPTS / part).read_text() for part in PARTS)

    @classmethod
    def tearDownClass(cls):
        cls.page.close()

    def each(self, expression: str, values: list) -> list:
        """What the expression makes of each value."""
        return self.page.evaluate(f"values => {{ {self.source}\nreturn values.map((value) => {expression}); }}", values)

    def test_figures_of_spreadsheets_become_plain_decimals_and_what_is_none_stays(self):
        written = ["$1,234.50", "(1,234.50)", "1,234.50-", "-$5", " 7.5 ", ".5", "-", "$ -",
                   "5%", "1,23", "(5", "-(5)", "=1200*1.08", "n/a", ""]

        self.assertEqual(
            ["1234.50", "-1234.50", "-1234.50", "-5", "7.5", "0.5", "0", "0",
             "5%", "1,23", "(5", "-(5)", "=1200*1.08", "n/a", ""],
            self.each("figureFromSpreadsheet(value)", written))

    def test_figures_are_shown_as_bookkeepers_write_them(self):
        self.assertEqual(
            ["1,234,567.50", "(0.50)", "12.125", "999.00", ""],
            self.each("figureShown(value, 2)", ["1234567.5", "-0.5", "12.125", "999", ""]))

    def test_sums_are_exact_at_any_size(self):
        dice = random.Random(SEED)
        lists = [
            [Decimal(dice.randint(-10**17, 10**17)).scaleb(-dice.randint(0, 4)) for _ in range(dice.randint(1, 9))]
            for _ in range(500)
        ]

        sums = self.each(
            "value.reduce((sum, figure) => { sum.add(figure); return sum; }, new DecimalSum(2)).text",
            [[f"{figure:f}" for figure in figures] for figures in lists])

        with localcontext() as context:
            context.prec = 40
            self.assertEqual([sum(figures) for figures in lists], list(map(Decimal, sums)), f"seed {SEED}")

    def test_a_figure_is_the_same_however_it_is_written(self):
        pairs = [["5", "5.00"], ["-0.5", "-.5"], ["5", "5.001"], ["", "0"], ["0", "-0.00"]]

        self.assertEqual([True, False, False, False, True], self.each("isSameFigure(value[0], value[1])", pairs))

    def test_copied_text_becomes_cells(self):
        texts = ['a\tb\r\nc\td\r\n', '"two\nlines, ""said"""\t5" pipe\n', '"loose\tx', "\ta", "\n\n", ""]

        self.assertEqual(
            [[["a", "b"], ["c", "d"]], [['two\nlines, "said"', '5" pipe']], [['"loose', "x"]], [["", "a"]], [], []],
            self.each("cellsOfText(value)", texts))

    def test_cells_come_back_from_text_as_they_were(self):
        dice = random.Random(SEED)
        ranges = []
        for _ in range(1000):
            cells = [["".join(dice.choices('a"\t\n\r x', k=dice.randint(0, 5))) for _ in range(3)]
                     for _ in range(dice.randint(1, 4))]
            # Empty rows at the end are left out.
            cells[-1][0] += "z"
            ranges.append(cells)

        self.assertEqual(ranges, self.each("cellsOfText(textOfCells(value))", ranges), f"seed {SEED}")

    def test_one_cell_fills_a_range_and_what_does_not_fit_stays_as_it_is(self):
        chosen = {"top": 0, "bottom": 2, "left": 0, "right": 1}
        clips = [[["x"]], [["a", "b"]], [["a"], ["b"]]]

        self.assertEqual(
            [[["x", "x"]] * 3, [["a", "b"]] * 3, [["a"], ["b"]]],
            self.each(f"spread(value, {json.dumps(chosen)})", clips))


if __name__ == "__main__":
    unittest.main()
