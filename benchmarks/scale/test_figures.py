"""python3 -m unittest discover benchmarks/scale"""

import unittest

import figures
import plan


def idle(cpu: int, p50: int, database: int | None = None) -> dict:
    cost = {"serverMicrosecondsEach": cpu, "serverPeakKiB": [2_048, 4_096]}
    if database is not None:
        cost |= {"databaseMicrosecondsEach": database, "databaseKiB": 1_024}
    return {"cost": cost, "openP50": p50, "openP99": 2 * p50, "pollsPerSecond": 1_234}


class FiguresTest(unittest.TestCase):
    def test_a_median_stands_with_its_range_and_a_mark_where_the_machine_was_not_quiet(self):
        self.assertEqual(figures.spread([1_000, 1_100, 1_050]), "1,050 (1,000 – 1,100)")
        self.assertEqual(figures.spread([1, 2, 1.5]), "~1.50 (1.00 – 2.00)")

    def test_growth_counts_the_database_too_and_fails_beyond_the_goal(self):
        found = {
            ("SQLite", 1, 100): [idle(100, 400)], ("SQLite", 1, 10_000): [idle(130, 500)],
            ("PostgreSQL", 1, 100): [idle(100, 400, 100)], ("PostgreSQL", 1, 10_000): [idle(100, 400, 200)],
        }
        self.assertEqual(
            figures.growth_table(found, (100, 1_000, 10_000)),
            "| Engine | Servers | CPU per poll, 10,000 : 100 | p50 | Goal ≤ 1.3 |\n"
            "| --- | --- | --- | --- | --- |\n"
            "| PostgreSQL | 1 | 1.50 | 1.00 | grows |\n"
            "| SQLite | 1 | 1.30 | 1.25 | flat |\n",
        )

    def test_a_row_of_the_idle_table(self):
        table = figures.idle_table({("SQLite", 1, 100): [idle(100, 400)]})
        self.assertEqual(
            table.splitlines()[2],
            "| SQLite | 1 | 100 | 1,234 (1,234 – 1,234) | 100 (100 – 100) | in the server "
            "| 0.40 (0.40 – 0.40) | 0.80 (0.80 – 0.80) | 4.00 | in the server |",
        )


class PlanTest(unittest.TestCase):
    def test_every_other_round_goes_backwards(self):
        forwards = plan.order((100, 1_000), 0)
        self.assertEqual(len(forwards), 6)
        self.assertEqual(plan.order((100, 1_000), 1), forwards[::-1])


if __name__ == "__main__":
    unittest.main()
