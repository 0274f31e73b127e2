"""A temporary folder, and processes that cannot outlive this one."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from outcome import NoProof

HERE = Path(__file__).resolve().parent
PYTHON = [sys.executable, "-I", "-B"]


class Running:
    """A process beneath its lifeline."""

    def __init__(self, lifeline: subprocess.Popen):
        self._lifeline = lifeline

    def exit_code(self) -> int | None:
        """Nothing while it runs."""
        return self._lifeline.poll()

    def let_go(self) -> None:
        """SIGKILL to the process and all its descendants, without waiting until they are gone."""
        if self._lifeline.stdin:
            self._lifeline.stdin.close()

    def kill(self) -> None:
        self.let_go()
        self._lifeline.wait()

    def wait(self, limit: float) -> int | None:
        """Nothing when it still runs after `limit` seconds."""
        try:
            return self._lifeline.wait(limit)
        except subprocess.TimeoutExpired:
            return None


class Workplace:
    """A context: at its end every process is killed and the folder is gone."""

    def __init__(self, logs: Path, limit_seconds: float):
        self.logs = logs
        self._deadline = time.monotonic() + limit_seconds
        self._running: list[Running] = []
        self._closing = threading.Lock()
        self._closed = False

    def __enter__(self) -> "Workplace":
        self.logs.mkdir(parents=True, exist_ok=True)
        for old in self.logs.glob("*.log"):
            old.unlink()
        self.folder = Path(tempfile.mkdtemp(prefix="plumbline-failover-"))
        self._lock = self.folder / "lifelines"
        self._lock.touch()
        self._broom = subprocess.Popen(
            [*PYTHON, HERE / "broom.py", self.folder, self._lock], stdin=subprocess.PIPE, start_new_session=True
        )
        # The database's user has to reach its own folder in here.
        self.folder.chmod(0o755)
        return self

    def __exit__(self, *_) -> None:
        with self._closing:
            self._closed = True
        for process in self._running:
            process.let_go()
        self._broom.communicate()

    def start(self, name: str, command: list[str], environment: dict[str, str] | None = None) -> Running:
        """Output is added to the log `name`. A lifeline has a session of its own, so that a signal to the harness's
        process group cannot end it before it has done its duty."""
        left = max(self._deadline - time.monotonic(), 1)
        with self._closing, open(self.logs / f"{name}.log", "ab") as log:
            if self._closed:
                raise NoProof("The harness is ending and starts nothing more.")
            lifeline = subprocess.Popen(
                [*PYTHON, HERE / "lifeline.py", str(left), self._lock, *command],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**clean_environment(), **(environment or {})},
                start_new_session=True,
            )
            running = Running(lifeline)
            self._running.append(running)
        return running

    def run(self, name: str, command: list[str], limit: float, environment: dict[str, str] | None = None) -> None:
        """Waits until the command has ended, which it has to do well and within `limit` seconds."""
        process = self.start(name, command, environment)
        code = process.wait(limit)
        process.kill()
        if code != 0:
            how = f"did not end within {limit:g} s" if code is None else f"ended with {code}"
            raise NoProof(f"{Path(command[0]).name} {how}; see {self.logs / name}.log.")


def clean_environment() -> dict[str, str]:
    """Without the caller's own settings for libpq, Patroni and etcd."""
    foreign = ("PG", "PATRONI", "ETCD")
    return {key: value for key, value in os.environ.items() if not key.startswith(foreign)}
