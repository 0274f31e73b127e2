"""Which event a wait belongs to, and how long each one took to be over."""

import unittest

from events import Outage
from recovery import Recovery, Wait, join

NODE = Outage("node-kill", "node1", at=100, healed=130, leader_seconds=18)
SERVER = Outage("server-kill", "http://127.0.0.1:1", at=110, healed=115)
LATER = Outage("server-kill", "http://127.0.0.1:2", at=200, healed=205)


class RecoveryTests(unittest.TestCase):
    def test_a_wait_during_a_database_outage_belongs_to_it_even_when_a_server_was_killed_later(self):
        wait = Wait("a", begin=112, end=121)
        self.assertEqual(join([wait], [SERVER, NODE]), ([Recovery(NODE, 1, 21), Recovery(SERVER, 0, 0)], []))

    def test_a_wait_that_began_before_the_kill_and_ended_after_it_belongs_to_it(self):
        wait = Wait("a", begin=99.5, end=119)
        self.assertEqual(join([wait], [NODE]), ([Recovery(NODE, 1, 19)], []))

    def test_recovery_ends_with_the_last_wait_of_any_connector(self):
        waits = [Wait("a", 101, 118), Wait("a", 119, 120), Wait("b", 102, 125)]
        self.assertEqual(join(waits, [NODE]), ([Recovery(NODE, 2, 25)], []))

    def test_an_aftermath_of_fifteen_seconds_belongs_to_the_event_and_a_later_wait_to_none(self):
        aftermath, unexplained = Wait("a", 220, 222), Wait("b", 220.1, 223)
        recoveries, unattributed = join([aftermath, unexplained], [NODE, LATER])
        self.assertEqual(recoveries, [Recovery(NODE, 0, 0), Recovery(LATER, 1, 22)])
        self.assertEqual(unattributed, [unexplained])

    def test_a_wait_before_the_first_event_belongs_to_none(self):
        wait = Wait("a", begin=90, end=95)
        self.assertEqual(join([wait], [NODE]), ([Recovery(NODE, 0, 0)], [wait]))


if __name__ == "__main__":
    unittest.main()
