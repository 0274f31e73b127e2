"""The two forms of the proof, and what the command line says."""

import argparse
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Form:
    """Times are seconds. A range is what seeded pauses and delays are drawn from."""

    name: str
    kills: int
    firms: int
    # From the moment at which a server is ready until it is killed.
    life: tuple[float, float]
    # Within which half of the restarted servers have to be ready; how many were not is reported.
    ready: float
    # Of a series of writes that fail, every so-manieth is struck; of the other calls every one.
    stride: int
    # Errors that a failing call is given.
    errors: tuple[str, ...]
    # Whether only the n-th call fails, or every later one too.
    onwards: tuple[bool, ...]
    limit: int


SHORT = Form("short", kills=20, firms=4, life=(0.05, 0.8), ready=15, stride=12, errors=("EIO",), onwards=(False,), limit=240)
FULL = Form("full", kills=500, firms=8, life=(0.05, 1.8), ready=2, stride=1, errors=("EIO", "ENOSPC"), onwards=(False, True), limit=3000)


@dataclass(frozen=True)
class Options:
    program: Path
    form: Form
    parts: tuple[str, ...]
    seed: int
    results: Path


def read_options() -> Options:
    parser = argparse.ArgumentParser(prog="run.sh", description="The crash proof; see README.md.")
    parser.add_argument("program", type=Path, metavar="PLUMBLINE")
    parser.add_argument("--short", action="store_true", help="the form for CI")
    parser.add_argument("--only", choices=("kills", "faults"), help="one of the two parts")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--results", type=Path, default=Path(".build/crashes"), metavar="FOLDER")
    read = parser.parse_args()
    if not read.program.is_file():
        parser.error(f"there is no program {read.program}")
    return Options(
        program=read.program.resolve(),
        form=SHORT if read.short else FULL,
        parts=(read.only,) if read.only else ("kills", "faults"),
        seed=read.seed,
        results=read.results.resolve(),
    )
