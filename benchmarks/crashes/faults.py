"""The second part: the n-th write to the database fails, for every n of an import, an acceptance and an export."""

import shutil
from collections import Counter
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Callable

from disk import CALLS, Disk, Fault
from firm import Firm
from kills import damage_in
from options import Options
from outcome import NoProof
from people import People, violations
from program import DATABASE_UNAVAILABLE, DONE, OUTCOME_UNKNOWN, REFUSED, REPORT_LOST, Ended, Program
from server import EndedByItself, Server, free_ports

# More than any act makes; a series that gets here has a fault of its own.
MOST_CALLS = 2_000
FAULTY_SECONDS = 3
# What tells that a program broke down, where it should have said what happened.
BREAKDOWN = ("Fatal error", "Stack dump", "Crash:", "swift_", "Illegal instruction")


# How an act under a fault may end: `docs/reference/command-line.md`.
NAMES = {
    DONE: "acknowledged",
    DATABASE_UNAVAILABLE: "refused",
    OUTCOME_UNKNOWN: "said to be unknown",
    REPORT_LOST: "done and its report lost",
}


@dataclass(frozen=True)
class Struck:
    """One act under one fault: what it said, and how it ended."""

    code: int | None
    said: str
    reasons: tuple[dict, ...] = ()

    @property
    def kind(self) -> str:
        return NAMES.get(self.code, "otherwise")


class FaultRun:
    def __init__(self, options: Options, folder: Path):
        self._options = options
        self._work = folder / "work"
        self._states = folder / "states"
        self._program = Program(options.program, self._work / "data" / "plumbline.sqlite")
        self._port = free_ports(1)[0]
        self._firm = Firm(self._program, "Firm", options.seed, self._work)
        self._server = Server(self._program, self._port, options.results / "faulty-server.log")
        self._disk = Disk(self._work, folder / "tools")
        self.found: list[str] = []

    def run(self) -> dict:
        self._make_states()
        acts: dict[str, Callable[[Fault | None], Struck]] = {
            "import": self._import,
            "accept": self._accept,
            "export": self._export,
        }
        try:
            series = [
                row
                for act, strike in acts.items()
                for call in self._calls_of(act, strike)
                for error in self._options.form.errors
                for onwards in self._options.form.onwards
                if (row := self._series(act, strike, Fault(call, error, 1, onwards)))
            ]
        finally:
            self._server.kill()
        return {"series": series, "runs": sum(row["runs"] for row in series), "violations": self.found}

    # The states from which each run begins.

    def _make_states(self) -> None:
        firm, must = self._firm, self._program.must
        firm.found(self._port)
        self._keep("import")
        must(*firm.importing())
        must(*firm.asking_for_job())
        must(*firm.asking_for_items())
        self._serve_and_poll()
        must(*firm.locking())
        must(*firm.sending())
        self._keep("accept")
        must(*firm.accepting())
        self._keep("export")

    def _keep(self, name: str) -> None:
        shutil.copytree(self._work, self._states / name)

    def _restore(self, name: str) -> None:
        shutil.rmtree(self._work)
        shutil.copytree(self._states / name, self._work)

    def _serve_and_poll(self) -> None:
        self._server.start()
        try:
            self._poll()
        finally:
            self._server.kill()

    def _poll(self) -> None:
        ended = self._firm.poll()
        if ended.code != DONE:
            raise NoProof(f"The connector did not come to its end: {ended.out}{ended.err}")

    # One series: n = 1, 2, 3 … until nothing is struck any more.

    def _calls_of(self, act: str, strike: Callable[[Fault | None], Struck]) -> list[str]:
        """Those that the undisturbed act makes."""
        self._restore(act)
        struck = strike(None)
        if struck.code != DONE:
            raise NoProof(f"The undisturbed {act} ended with {struck.code}: {struck.said}")
        return [call for call in CALLS if self._disk.calls()[call]]

    def _series(self, act: str, strike: Callable[[Fault | None], Struck], first: Fault) -> dict | None:
        kinds: Counter[str] = Counter()
        strikes = 0
        for n in count(1, self._options.form.stride if first.call == "pwrite64" else 1):
            if n > MOST_CALLS:
                raise NoProof(f"The series {first} of {act} did not come to its end.")
            fault = first.at(n)
            self._restore(act)
            struck = strike(fault)
            if not self._disk.strikes():
                break
            strikes += self._disk.strikes()
            kinds[struck.kind] += 1
            self.found += [f"{act}, {fault}: {sentence}" for sentence in self._judge(act, struck)]
        if not kinds:
            return None
        return {
            "act": act,
            "call": first.call,
            "error": first.error,
            "mode": "from the n-th on" if first.onwards else "the n-th alone",
            "runs": sum(kinds.values()),
            "strikes": strikes,
            **{name: kinds[name] for name in (*NAMES.values(), "otherwise")},
        }

    # The acts.

    def _import(self, fault: Fault | None) -> Struck:
        return self._command(self._firm.importing(), fault)

    def _accept(self, fault: Fault | None) -> Struck:
        return self._command(self._firm.accepting(), fault)

    def _command(self, arguments: list[str], fault: Fault | None) -> Struck:
        ended = self._program.verb(
            *arguments, extra=self._disk.environment(fault), answer=self._work / "answer.json"
        )
        return Struck(ended.code, ended.out + ended.err, tuple(ended.reasons))

    def _export(self, fault: Fault | None) -> Struck:
        """A server whose disk fails, and a Web Connector that goes on calling it for a while."""
        try:
            self._server.start(self._disk.environment(fault))
        except EndedByItself as ended:
            return Struck(ended.code, self._server.said, ({"sentence": self._server.said, "cure": "in the text"},))
        try:
            polled: Ended = self._firm.poll(FAULTY_SECONDS)
            broke = self._server.has_ended
        finally:
            self._server.kill()
        if broke:
            return Struck(None, f"The server ended in the middle of it: {self._server.said}")
        return Struck(DONE if polled.code == DONE else DATABASE_UNAVAILABLE, self._server.said, ({},))

    # What has to be true after each.

    def _judge(self, act: str, struck: Struck) -> list[str]:
        found = [f"the database is damaged: {each}" for each in damage_in(self._program.database)]
        if struck.kind == "otherwise" or any(word in struck.said for word in BREAKDOWN):
            found.append(f"it broke down with {struck.code}: {struck.said[-600:]}")
        elif struck.code != DONE and not struck.reasons:
            found.append(f"it ended with {struck.code} and no reason: {struck.said[-600:]}")
        if act != "export":
            found += self._judge_command(act, struck)
        people = People(self._firm, 0)
        people.rounds = 1
        people.imports = 2 if act == "import" and self._is_there(act) else 1
        self._server.start()
        try:
            self._finish(act)
            return found + violations(people)
        finally:
            self._server.kill()

    def _judge_command(self, act: str, struck: Struck) -> list[str]:
        is_there = self._is_there(act)
        if struck.code in (DONE, REPORT_LOST) and not is_there:
            return ["it was acknowledged, and is not there"]
        said = " ".join(reason["cure"] for reason in struck.reasons)
        if struck.code != DONE and is_there and "Nothing was stored" in said:
            return ["it said that nothing was stored, and it is there"]
        return []

    def _is_there(self, act: str) -> bool:
        if act == "import":
            return bool(self._firm.budget()["lines"])
        return self._firm.exports()[-1]["status"] != "Ready to Export"

    def _finish(self, act: str) -> None:
        """Everything again that a person would do who was not told that it is done, on a sound disk."""
        firm, must = self._firm, self._program.must
        if act == "import":
            must(*firm.importing())
            must(*firm.asking_for_job())
            must(*firm.asking_for_items())
            self._poll()
            must(*firm.locking())
            must(*firm.sending())
        if act != "export" and self._program.verb(*firm.accepting()).code not in (DONE, REFUSED):
            raise NoProof("The repeated acceptance neither succeeded nor was refused.")
        self._poll()


def run(options: Options, folder: Path) -> dict:
    return FaultRun(options, folder).run()
