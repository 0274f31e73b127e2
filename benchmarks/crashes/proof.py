#!/usr/bin/env python3
"""The crash proof, from an empty folder to a verdict. `run.sh` starts it."""

import json
import os
import signal
import sys
import tempfile
import threading
from pathlib import Path

import faults
import figures
from kills import KillRun
from options import Options, read_options
from outcome import DISPROVEN, NO_PROOF, PROVEN, Disproven, NoProof
from program import Program


def prove(options: Options, folder: Path) -> dict:
    report: dict = {"form": options.form.name, "seed": options.seed}
    if "kills" in options.parts:
        database = folder / "kills" / "data" / "plumbline.sqlite"
        program = Program(options.program, database)
        log = options.results / "server.log"
        report["kills"] = KillRun(program, options.form, options.seed, folder / "kills", log).run()
        print(figures.of_kills(report["kills"]), flush=True)
    if "faults" in options.parts:
        report["faults"] = faults.run(options, folder / "faults")
        print(figures.of_faults(report["faults"]), flush=True)
    return report


def run(options: Options) -> int:
    options.results.mkdir(parents=True, exist_ok=True)
    for old in ("report.json", "server.log"):
        (options.results / old).unlink(missing_ok=True)
    end_on_signals(options.form.limit)
    try:
        with tempfile.TemporaryDirectory(prefix="plumbline-crashes-", ignore_cleanup_errors=True) as folder:
            report = prove(options, Path(folder))
    except (Disproven, NoProof) as problem:
        print(problem, file=sys.stderr)
        return DISPROVEN if isinstance(problem, Disproven) else NO_PROOF
    (options.results / "report.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    violations = [sentence for part in options.parts for sentence in report[part]["violations"]]
    for sentence in violations:
        print(f"✗ {sentence}")
    print(f"Disproven; see {options.results}." if violations else "Proven.")
    return DISPROVEN if violations else PROVEN


def end_on_signals(limit_seconds: int) -> None:
    """SIGINT and SIGTERM end it in order; when the time is over without that, it ends at once, and what it started
    with it."""

    def exit_on(number: int, _) -> None:
        sys.exit(128 + number)

    def out_of_time() -> None:
        print(f"The time limit of {limit_seconds} s passed.", file=sys.stderr, flush=True)
        os.kill(os.getpid(), signal.SIGTERM)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, exit_on)
    timer = threading.Timer(limit_seconds, out_of_time)
    timer.daemon = True
    timer.start()


if __name__ == "__main__":
    sys.exit(run(read_options()))
