"""The plan depends on the seed alone, and gives each kind its turn."""

import unittest
from itertools import islice

from options import FULL, SHORT
from plan import DatabaseEvent, ServerEvent, database_events, server_events


class PlanTests(unittest.TestCase):
    def test_a_seed_gives_the_same_database_events_again(self):
        self.assertEqual(
            list(islice(database_events(7, SHORT), 3)),
            [
                DatabaseEvent("node-kill", pause=3.5, restart_after=5.0),
                DatabaseEvent("switchover", pause=5.2, restart_after=1.0),
                DatabaseEvent("postmaster-kill", pause=3.4, restart_after=1.3),
            ],
        )

    def test_a_seed_gives_the_same_server_events_again(self):
        self.assertEqual(
            list(islice(server_events(7, SHORT), 2)),
            [ServerEvent(2, pause=8.6, restart_after=2.9), ServerEvent(0, pause=17.5, restart_after=2.1)],
        )

    def test_each_kind_has_its_turn_before_one_comes_again(self):
        kinds = [event.kind for event in islice(database_events(1, FULL), 10)]
        expected = ["node-kill", "node-kill", "postmaster-kill", "postmaster-kill", "switchover"]
        self.assertEqual(sorted(kinds[:5]), expected)
        self.assertEqual(sorted(kinds[5:]), expected)


if __name__ == "__main__":
    unittest.main()
