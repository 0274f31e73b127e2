"""The people of one firm at work, each act a command of its own that may be killed in its middle."""

import random
import signal
import subprocess
import threading
import time
from collections import Counter
from typing import Callable

from firm import JOB, Firm
from outcome import Disproven
from plan import cents
from program import DATABASE_UNAVAILABLE, DONE

# So many of the commands are killed, at an instant between their start and a little after their usual end.
KILLED_SHARE = 0.4
PAUSE_SECONDS = 0.1
MOST_ATTEMPTS = 40
SYNC_SECONDS = 240


class People:
    def __init__(self, firm: Firm, seed: int):
        self.firm = firm
        self.rounds = 0
        # Of the one budget; repeating an import that is there already changes nothing, and is noted.
        self.imports = 1
        # How often a killed command had done its act already, and how often not: (verb, "done" or "not done").
        self.killed: Counter[tuple[str, str]] = Counter()
        self.acknowledged: Counter[str] = Counter()
        self.writes = 0
        self._chance = random.Random(f"{seed} people")
        self._usual: dict[str, float] = {}

    def work(self, enough: threading.Event) -> None:
        self._begin()
        self._carry()
        while not enough.is_set():
            number = self.rounds
            notes = self.firm.plan.modification(number).notes
            self._act("budget modify", self.firm.modifying(number), lambda: self._times(notes) == 1)
            self._carry()

    def _begin(self) -> None:
        firm = self.firm
        self._act("budget import", firm.importing(), self._is_imported)
        self._act("erp export-job", firm.asking_for_job(), lambda: self._audited("job requested") > 0)
        self._act("erp export-cost-codes", firm.asking_for_items(), lambda: self._audited("items requested") > 0)
        self._poll_until(lambda: self._can_send() or None)

    def _can_send(self) -> bool:
        """Locking comes first; what then still keeps it from being sent are the job and the items."""
        return bool(self.writes >= 1 + self.firm.plan.items)

    def _is_imported(self) -> bool:
        """All or nothing."""
        lines = self.firm.budget()["lines"]
        if lines and len(lines) != len(self.firm.plan.lines):
            raise Disproven(f"{self.firm.name}: {len(lines)} lines are there of {len(self.firm.plan.lines)} imported.")
        return bool(lines)

    def _carry(self) -> None:
        """Lock if that was not done, send, accept, and wait for the read-back."""
        firm, number = self.firm, self.rounds + 1
        if number == 1:
            self._act("budget lock", firm.locking(), lambda: firm.budget()["isLocked"])
        self._act("budget send", firm.sending(), lambda: len(firm.exports()) == number)
        self._act("erp accept", firm.accepting(), lambda: firm.exports()[-1]["status"] != "Ready to Export")
        self._poll_until(lambda: firm.exports()[-1]["status"] == "Synced")
        self.rounds = number

    def _poll_until(self, is_there: Callable[[], bool | None]) -> None:
        deadline = time.monotonic() + SYNC_SECONDS
        while time.monotonic() < deadline:
            ended = self.firm.poll()
            if ended.code == DONE:
                report = ended.json
                self.writes = report["executedWrites"]
                self._look_at(report)
                if is_there():
                    return
                if any(export["status"] == "Failed to Export" for export in self.firm.exports()):
                    self.firm.program.verb(*self.firm.exporting_again())
            time.sleep(PAUSE_SECONDS)
        raise Disproven(f"{self.firm.name}: an accepted export was not synced within {SYNC_SECONDS} s: {ended}")

    def _look_at(self, report: dict) -> None:
        estimates = [estimate for estimate in report["estimates"] if estimate["customer"] == JOB]
        if len(estimates) > 1 or len(estimates) != len(report["estimates"]):
            raise Disproven(f"{self.firm.name}: QuickBooks holds {len(report['estimates'])} estimates.")

    def _times(self, notes: str) -> int:
        return sum(1 for each in self.firm.budget()["modifications"] if each["notes"] == notes)

    def _audited(self, act: str) -> int:
        return sum(1 for entry in self.firm.audit() if entry["act"] == act)

    def _act(self, verb: str, arguments: list[str], is_done: Callable[[], bool]) -> None:
        """Until it is known to be done: a killed command is looked after, and repeated when it did not do it."""
        for attempt in range(MOST_ATTEMPTS):
            code, said = self._run(verb, arguments, may_kill=attempt < MOST_ATTEMPTS // 2)
            if code == DONE:
                self.acknowledged[verb] += 1
                if not is_done():
                    raise Disproven(f"{self.firm.name}: `{verb}` was acknowledged, and is not there.")
                return
            if code is None:
                done = is_done()
                self.killed[verb, "done" if done else "not done"] += 1
                if done:
                    return
            elif code == DATABASE_UNAVAILABLE:
                time.sleep(PAUSE_SECONDS)
            else:
                raise Disproven(f"{self.firm.name}: `{verb}` ended with {code}: {said}")
        raise Disproven(f"{self.firm.name}: `{verb}` was not done in {MOST_ATTEMPTS} attempts.")

    def _run(self, verb: str, arguments: list[str], may_kill: bool) -> tuple[int | None, str]:
        usual = self._usual.get(verb, 0.15)
        limit = self._chance.uniform(0, 1.2) * usual if may_kill and self._chance.random() < KILLED_SHARE else 60
        began = time.monotonic()
        process = self.firm.program.start([*arguments, "--json"])
        try:
            _, said = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
            return None, ""
        self._usual[verb] = 0.5 * usual + 0.5 * (time.monotonic() - began)
        return process.returncode, said


def violations(people: People) -> list[str]:
    """What is not as it should be when all is over, each thing looked at by itself."""
    firm, rounds = people.firm, people.rounds
    found: list[str] = []
    report = firm.poll().json
    estimates = report["estimates"]
    held = sorted((line["item"], line["cents"]) for estimate in estimates for line in estimate["lines"])
    expected = firm.plan.estimate(rounds)
    marks = [line["mark"] for estimate in estimates for line in estimate["lines"]]
    if len(estimates) != 1:
        found.append(f"QuickBooks holds {len(estimates)} estimates.")
    if held != expected:
        found.append(f"The estimate has the lines {held}, not {expected}.")
    if len(set(marks)) != len(expected):
        found.append(f"The estimate's {len(expected)} lines have {len(set(marks))} marks.")
    if sum(estimate["totalCents"] for estimate in estimates) != sum(amount for _, amount in expected):
        found.append("The estimate's total is wrong.")
    writes = 1 + firm.plan.items + rounds
    if report["executedWrites"] != writes:
        found.append(f"QuickBooks executed {report['executedWrites']} writes, not {writes}.")
    found += budget_violations(firm, rounds) + audit_violations(people)
    return [f"{firm.name}: {sentence}" for sentence in found]


def budget_violations(firm: Firm, rounds: int) -> list[str]:
    found: list[str] = []
    shown = firm.budget()
    amounts = {line["budgetCode"]: (cents(line["original"]), cents(line["revised"])) for line in shown["lines"]}
    if amounts != firm.plan.revised(rounds) or len(shown["lines"]) != len(amounts):
        found.append(f"The budget has {amounts}, not {firm.plan.revised(rounds)}.")
    if len(shown["modifications"]) != rounds - 1:
        found.append(f"The budget has {len(shown['modifications'])} modifications, not {rounds - 1}.")
    exports = [(export["number"], export["status"]) for export in firm.exports()]
    if exports != [(number, "Synced") for number in range(1, rounds + 1)]:
        found.append(f"The exports are {exports}.")
    return found


def audit_violations(people: People) -> list[str]:
    rounds, entries = people.rounds, people.firm.audit()
    found: list[str] = []
    if [entry["number"] for entry in entries] != list(range(1, len(entries) + 1)):
        found.append("The audit's numbers have gaps.")
    acts = Counter(entry["act"] for entry in entries)
    wanted = {
        "budget imported": people.imports,
        "budget locked": 1,
        "modification created": rounds - 1,
        "budget sent to ERP": rounds,
        "export accepted": rounds,
        "export visible in job costs": rounds,
    }
    for act, times in wanted.items():
        if acts[act] != times:
            found.append(f"The audit has “{act}” {acts[act]} times, not {times}.")
    return found
