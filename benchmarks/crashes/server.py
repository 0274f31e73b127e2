"""One `plumbline serve` after another on one port."""

import signal
import socket
import subprocess
import time
import urllib.request
from http.client import HTTPException
from pathlib import Path

from outcome import Disproven
from program import WITH_US, Program

READY_LIMIT_SECONDS = 30
LOOK_SECONDS = 0.002
# A proxy that the environment names is not for this machine.
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Server:
    def __init__(self, program: Program, port: int, log: Path):
        self.port = port
        self._program = program
        self._log = log
        self._from = 0
        self._process: subprocess.Popen | None = None

    def start(self, extra: dict[str, str] | None = None) -> float:
        """`extra` is added to its environment. Seconds from its start until it answers for its health with 200."""
        began = time.monotonic()
        self._from = self._log.stat().st_size if self._log.exists() else 0
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [*WITH_US, self._program.path, "serve", "--host", "127.0.0.1", "--port", str(self.port)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**self._program.environment, **(extra or {})},
            )
        while time.monotonic() - began < READY_LIMIT_SECONDS:
            if answers(self.port):
                return time.monotonic() - began
            if self._process.poll() is not None:
                raise EndedByItself(self._process.returncode)
            time.sleep(LOOK_SECONDS)
        raise Disproven(f"The server was not ready within {READY_LIMIT_SECONDS} s.")

    @property
    def has_ended(self) -> bool:
        return self._process is None or self._process.poll() is not None

    @property
    def said(self) -> str:
        """What stands in the log since it was last started."""
        with self._log.open("rb") as log:
            log.seek(self._from)
            return log.read().decode(errors="replace")

    def kill(self) -> None:
        """SIGKILL, and its end awaited."""
        if self._process:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
        self._process = None


class EndedByItself(Exception):
    """A server that could not start, with its exit code."""

    def __init__(self, code: int):
        super().__init__(f"The server ended by itself with {code}.")
        self.code = code


def answers(port: int) -> bool:
    try:
        with DIRECT.open(f"http://127.0.0.1:{port}/health", timeout=5) as answer:
            return answer.status == 200
    except (OSError, HTTPException):
        return False


def free_ports(count: int) -> list[int]:
    """Held together until all are known, so that they differ."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()
