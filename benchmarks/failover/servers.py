"""The `plumbline serve` processes under proof."""

import threading
import time
from pathlib import Path

from events import EventLog
from loopback import body_of, free_ports
from options import SERVERS
from outcome import Disproven
from workplace import Running, Workplace

LOOK_SECONDS = 0.2
RESTART_SECONDS = 1
# Longer than it takes the database to come back from the loss of a node.
COMING_BACK_SECONDS = 90


class Server:
    def __init__(self, workplace: Workplace, command: list[str], port: int):
        self.url = f"http://127.0.0.1:{port}"
        self._workplace = workplace
        self._command = [*command, "--host", "127.0.0.1", "--port", str(port)]
        self._log = f"server-{port}"
        self._running: Running | None = None
        # Held while somebody starts or kills it, so that nobody takes a killed server for one that ended by itself.
        self._lock = threading.Lock()

    def start(self) -> None:
        with self._lock:
            self._running = self._workplace.start(self._log, self._command)

    def kill(self) -> None:
        with self._lock:
            if self._running:
                self._running.kill()
            self._running = None

    def take_exit(self) -> int | None:
        """The exit code, once, when it has ended without being killed."""
        with self._lock:
            code = self._running.exit_code() if self._running else None
            if code is not None:
                self._running = None
            return code

    def answers(self) -> bool:
        return body_of(f"{self.url}/health") is not None


class Servers:
    def __init__(self, workplace: Workplace, program: Path, database: str, log: EventLog):
        command = [str(program), "serve", "--database", database]
        self.all = [Server(workplace, command, port) for port in free_ports(SERVERS)]
        self._log = log

    def start(self) -> None:
        for server in self.all:
            server.start()

    def await_health(self, limit: float = COMING_BACK_SECONDS) -> None:
        """All of them: reached, and reaching their database."""
        deadline = time.monotonic() + limit
        for server in self.all:
            while not server.answers():
                if time.monotonic() > deadline:
                    raise Disproven(f"{server.url} did not answer /health with 200 within {limit:g} s.")
                time.sleep(LOOK_SECONDS)

    def look_after(self, stop: threading.Event) -> None:
        """Starts those again that end by themselves, as systemd would do."""
        while not stop.wait(LOOK_SECONDS):
            for server in self.all:
                code = server.take_exit()
                if code is not None:
                    self._log.note_exit(server.url, code)
                    stop.wait(RESTART_SECONDS)
                    server.start()
