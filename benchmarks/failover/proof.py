#!/usr/bin/env python3
"""The failover proof, from an empty folder to a verdict. `run.sh` starts it."""

import json
import sys
import threading
import time
from typing import Callable

from chaos import Chaos
from cluster import Cluster
from driver import Driver
from events import EventLog
from interruption import end_on_signals
from options import STARTING_SECONDS, Options, read_options
from outcome import DISPROVEN, NO_PROOF, PROVEN, Disproven, NoProof
from report import report_of, table
from servers import Servers
from workplace import Workplace

# What a lifeline has beyond the time limit of the whole: it acts alone only when the harness cannot.
LIFELINE_GRACE_SECONDS = 30


class Tracks:
    """Threads that run beside the main one, which looks for what went wrong in them."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self._threads: list[threading.Thread] = []
        self._problems: list[Exception] = []

    def begin(self, work: Callable[..., None], *arguments) -> threading.Thread:
        def guarded() -> None:
            try:
                work(*arguments)
            except Exception as problem:  # handed to the main thread, which raises it
                self._problems.append(problem)

        # A daemon: when the main thread ends the run, nobody waits for a pause to be over.
        thread = threading.Thread(target=guarded, daemon=True)
        thread.start()
        return thread

    def raise_problem(self) -> None:
        if self._problems:
            raise self._problems[0]


def prove(options: Options, workplace: Workplace, log: EventLog) -> dict:
    tell = Narrator()
    cluster = Cluster(workplace)
    cluster.form()
    tell("The cluster is up.")
    servers = Servers(workplace, options.program, cluster.url, log)
    servers.start()
    servers.await_health(STARTING_SECONDS)
    tell("The servers answer.")
    addresses = [server.url for server in servers.all]
    driver = Driver(workplace, options.program, cluster.url, addresses, options.results / "driver.json")
    driver.await_working()
    tell(f"The connectors work. Seed {options.seed}, {options.form.name} form.")

    tracks = Tracks()
    chaos = Chaos(cluster, servers, log, tracks.stop)
    tracks.begin(servers.look_after, tracks.stop)
    killing = [
        tracks.begin(chaos.database_track, options.seed, options.form),
        tracks.begin(chaos.server_track, options.seed, options.form),
    ]
    try:
        while any(thread.is_alive() for thread in killing) and not driver.has_ended():
            tracks.raise_problem()
            time.sleep(0.2)
        tracks.raise_problem()
        if driver.has_ended():
            raise Disproven("The driver ended before it was asked to; see its log and driver.json.")
        tell(f"{len(log.outages)} events, all healed.")
        driver.stop()
        proven, verdict = driver.verdict(options.form.settling)
        return report_of(options, log, proven, verdict)
    finally:
        tracks.stop.set()


class Narrator:
    """One line for each step, with the seconds since the start."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def __call__(self, sentence: str) -> None:
        print(f"{time.monotonic() - self._began:6.1f} s  {sentence}", flush=True)


def run(options: Options) -> int:
    end_on_signals(options.form.limit)
    options.results.mkdir(parents=True, exist_ok=True)
    for old in ("report.json", "driver.json"):
        (options.results / old).unlink(missing_ok=True)
    log = EventLog(options.results / "events.jsonl")
    try:
        with Workplace(options.results / "logs", options.form.limit + LIFELINE_GRACE_SECONDS) as workplace:
            report = prove(options, workplace, log)
    except (Disproven, NoProof) as problem:
        print(problem, file=sys.stderr)
        return DISPROVEN if isinstance(problem, Disproven) else NO_PROOF
    (options.results / "report.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    print(table(report))
    print("Proven." if report["proven"] else f"Disproven; see {options.results}.")
    return PROVEN if report["proven"] else DISPROVEN


if __name__ == "__main__":
    sys.exit(run(read_options()))
