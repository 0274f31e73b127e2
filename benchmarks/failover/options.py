"""The two forms of the proof, and what the command line says."""

import argparse
from dataclasses import dataclass
from pathlib import Path

SERVERS = 3
COMPANIES = 50
STARTING_SECONDS = 30
SETTING_UP_SECONDS = 60


@dataclass(frozen=True)
class Form:
    """Times are seconds. Kills go on until `chaos` has passed and both tracks have had their least number of events.
    A range is what the seeded pauses and delays are drawn from."""

    name: str
    database_deck: tuple[str, ...]
    least_server_kills: int
    chaos: float
    settling: float
    limit: int
    database_pause: tuple[float, float]
    server_pause: tuple[float, float]
    restart_delay: tuple[float, float]


SHORT = Form(
    name="short",
    database_deck=("node-kill", "postmaster-kill", "switchover"),
    least_server_kills=2,
    chaos=80,
    settling=60,
    limit=240,
    database_pause=(2, 6),
    server_pause=(6, 18),
    restart_delay=(1, 5),
)

FULL = Form(
    name="full",
    database_deck=("node-kill", "node-kill", "postmaster-kill", "postmaster-kill", "switchover"),
    least_server_kills=6,
    chaos=600,
    settling=180,
    limit=960,
    database_pause=(5, 20),
    server_pause=(10, 30),
    restart_delay=(1, 8),
)


@dataclass(frozen=True)
class Options:
    program: Path
    form: Form
    seed: int
    results: Path


def read_options() -> Options:
    parser = argparse.ArgumentParser(prog="run.sh", description="The failover proof; see README.md.")
    parser.add_argument("program", type=Path, metavar="PLUMBLINE")
    parser.add_argument("--short", action="store_true", help="the form for CI")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--results", type=Path, default=Path(".build/failover"), metavar="FOLDER")
    read = parser.parse_args()
    if not read.program.is_file():
        parser.error(f"there is no program {read.program}")
    return Options(
        program=read.program.resolve(),
        form=SHORT if read.short else FULL,
        seed=read.seed,
        results=read.results.resolve(),
    )
