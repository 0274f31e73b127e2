"""What a lifeline started is gone when nobody holds on, and never before."""

import tempfile
import unittest
from pathlib import Path

from workplace import Workplace

# The shell puts a child into the background and into a session of its own, as Patroni does with the postmaster.
DAEMON = "setsid sleep 300 & echo $! >{file}; sleep 300"


class LifelineTests(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.file = Path(self.folder.name) / "pid"

    def test_a_killed_process_takes_its_background_children_along(self):
        with Workplace(Path(self.folder.name), 60) as workplace:
            process = workplace.start("daemon", ["bash", "-c", DAEMON.format(file=self.file)])
            self.assertIsNone(process.wait(0.5))
            daemon = Path("/proc") / self.file.read_text().strip()
            self.assertTrue(daemon.exists())
            process.kill()
            self.assertFalse(daemon.exists())

    def test_the_end_of_the_workplace_ends_its_processes_and_its_folder(self):
        with Workplace(Path(self.folder.name), 60) as workplace:
            process = workplace.start("daemon", ["bash", "-c", DAEMON.format(file=self.file)])
            self.assertIsNone(process.wait(0.5))
        self.assertFalse((Path("/proc") / self.file.read_text().strip()).exists())
        self.assertFalse(workplace.folder.exists())

    def test_the_time_limit_ends_a_process(self):
        with Workplace(Path(self.folder.name), 1) as workplace:
            self.assertEqual(workplace.start("sleep", ["sleep", "300"]).wait(10), 137)

    def test_the_exit_code_of_the_command_is_passed_on(self):
        with Workplace(Path(self.folder.name), 60) as workplace:
            self.assertEqual(workplace.start("exit", ["bash", "-c", "exit 3"]).wait(10), 3)
            self.assertEqual(workplace.start("signal", ["bash", "-c", "kill -TERM $$"]).wait(10), 143)


if __name__ == "__main__":
    unittest.main()
