"""The first part: a server killed again and again, and the people's commands killed beside it."""

import random
import sqlite3
import statistics
import threading
import time
from collections import Counter
from pathlib import Path

from firm import Firm
from options import Form
from outcome import Disproven, NoProof
from people import People, violations
from program import DONE, Program
from server import Server, free_ports
from wire import Moment, Wire

DOCTOR_EVERY = 50
ENDING_SECONDS = 300


class KillRun:
    def __init__(self, program: Program, form: Form, seed: int, folder: Path, log: Path):
        self._program = program
        self._form = form
        self._seed = seed
        wire_port, server_port = free_ports(2)
        self._wire = Wire(wire_port)
        self._wire.server_port = server_port
        self._server = Server(program, server_port, log)
        self._people = []
        for number in range(form.firms):
            firm = Firm(program, f"Firm {number + 1}", seed * 1_000 + number, folder / f"firm-{number + 1}")
            firm.found(wire_port)
            self._people.append(People(firm, seed * 1_000 + number))
        self._enough = threading.Event()
        self._problems: list[Exception] = []
        self._ready: list[float] = []
        self._moments: list[Moment] = []

    def run(self) -> dict:
        try:
            self._ready.append(self._server.start())
            threads = [self._begin(people) for people in self._people]
            began = time.monotonic()
            self._kill_again_and_again()
            seconds = time.monotonic() - began
            self._enough.set()
            deadline = time.monotonic() + ENDING_SECONDS
            for thread in threads:
                thread.join(max(deadline - time.monotonic(), 0))
                if thread.is_alive():
                    raise Disproven(f"What was begun had not ended {ENDING_SECONDS} s after the last kill.")
            self._raise_problem()
            found = [sentence for people in self._people for sentence in violations(people)]
            return self._report(seconds, found + self._unsound())
        finally:
            self._enough.set()
            self._server.kill()
            self._wire.close()

    def _begin(self, people: People) -> threading.Thread:
        def guarded() -> None:
            try:
                people.work(self._enough)
            except Exception as problem:  # handed to the main thread, which raises it
                self._problems.append(problem)

        thread = threading.Thread(target=guarded, daemon=True)
        thread.start()
        return thread

    def _raise_problem(self) -> None:
        if self._problems:
            raise self._problems[0]

    def _kill_again_and_again(self) -> None:
        chance = random.Random(f"{self._seed} kills")
        for number in range(1, self._form.kills + 1):
            time.sleep(chance.uniform(*self._form.life))
            self._raise_problem()
            if self._server.has_ended:
                raise Disproven("The server ended by itself.")
            self._moments.append(self._wire.moment())
            self._server.kill()
            self._ready.append(self._server.start())
            damage = damage_in(self._program.database)
            if damage:
                raise Disproven(f"After kill {number} the database is damaged: {damage}")
            if number % DOCTOR_EVERY == 0:
                for sentence in self._unsound():
                    raise Disproven(sentence)

    def _unsound(self) -> list[str]:
        doctor = self._program.verb("doctor")
        return [] if doctor.code == DONE else [f"The doctor ended with {doctor.code}: {doctor.out}{doctor.err}"]

    def _report(self, seconds: float, found: list[str]) -> dict:
        if statistics.median(self._ready) > self._form.ready:
            found.append(f"More than half of the servers took longer than {self._form.ready} s to be ready.")
        struck = Counter(phase for moment in self._moments for phase in moment.calls)
        in_call = sum(1 for moment in self._moments if moment.calls)
        between = sum(1 for moment in self._moments if not moment.calls and moment.sessions_between_calls)
        rounds = sum(people.rounds for people in self._people)
        if not rounds:
            raise NoProof("Nothing was accepted, so nothing is proven.")
        killed = sum((people.killed for people in self._people), Counter())
        return {
            "seconds": round(seconds),
            "serverKills": len(self._moments),
            "killsInACall": in_call,
            "killsBetweenTwoCallsOfASession": between,
            "killsOutsideOfAnySession": len(self._moments) - in_call - between,
            "callsStruck": dict(struck.most_common()),
            "callsSent": sum(self._wire.sent.values()),
            "callsLost": sum(self._wire.lost.values()),
            "commandsAcknowledged": dict(sum((people.acknowledged for people in self._people), Counter())),
            "commandsKilled": {f"{verb}, {what}": times for (verb, what), times in sorted(killed.items())},
            "readyMillisecondsMedian": round(statistics.median(self._ready) * 1_000),
            "readyMillisecondsWorst": round(max(self._ready) * 1_000),
            "readyLater": sum(1 for ready in self._ready if ready > self._form.ready),
            "readyLimitSeconds": self._form.ready,
            "firms": len(self._people),
            "exports": rounds,
            "violations": found,
        }


def damage_in(database: Path) -> list[str]:
    """What SQLite itself finds wrong in every page, index and reference."""
    connection = sqlite3.connect(database, timeout=60)
    try:
        pages = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        return pages + [str(row) for row in connection.execute("PRAGMA foreign_key_check")]
    finally:
        connection.close()
