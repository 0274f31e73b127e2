"""The log of what was done and when, one JSON object in a line."""

import json
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

DATABASE_KINDS = ("node-kill", "postmaster-kill", "switchover")
SERVER_KINDS = ("server-kill",)


@dataclass(frozen=True)
class Outage:
    """One event of the plan from its beginning until what it hurt was whole again. `at` and `healed` are seconds since
    1970, `leader_seconds` the time until a node was the primary again."""

    kind: str
    target: str
    at: float
    healed: float
    leader_seconds: float | None = None

    @property
    def is_of_database(self) -> bool:
        return self.kind in DATABASE_KINDS


class EventLog:
    """Both tracks write to it."""

    def __init__(self, path: Path):
        self._path = path
        self._lock = threading.Lock()
        self.outages: list[Outage] = []
        self.server_exits = 0
        path.write_text("", encoding="utf-8")

    def note(self, event: str, **details) -> float:
        """The event's moment."""
        at = time.time()
        self._append({"at": round(at, 3), "event": event, **details})
        return at

    def note_outage(self, outage: Outage) -> None:
        self._append({"event": "outage", **asdict(outage)})
        with self._lock:
            self.outages.append(outage)

    def note_exit(self, server: str, code: int) -> None:
        self.note("server-exit", server=server, code=code)
        with self._lock:
            self.server_exits += 1

    def _append(self, event: dict) -> None:
        with self._lock, self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(event) + "\n")
