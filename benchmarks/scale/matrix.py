#!/usr/bin/env python3
"""Measures every engine, number of servers and number of companies in turn, and prints the tables.

    matrix.py PLUMBLINE [--quick] [--only ENGINE]
"""

import argparse
import json
import os
import platform
import shutil
import signal
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import ExitStack, contextmanager
from pathlib import Path

import figures
from plan import CONNECTIONS, FULL, LOAD_CORE, OPEN_RATE, QUICK, Form, order
from processes import Failed, Server, run
from storages import PostgreSQL, SQLite


class Matrix:
    def __init__(self, program: str, form: Form, folder: Path, storages: dict):
        self._program = program
        self._form = form
        self._folder = folder
        self._storages = storages
        self.idle: dict[tuple, list[dict]] = defaultdict(list)
        self.work: dict[tuple, list[dict]] = defaultdict(list)

    def seed(self) -> None:
        for storage in self._storages.values():
            smaller = None
            for size in self._form.sizes:
                storage.begin(size, smaller)
                if smaller is not None:
                    shutil.copy(self._accounts(storage, smaller), self._accounts(storage, size))
                begun = time.monotonic()
                command = ["seed", "--companies", str(size), "--accounts", self._accounts(storage, size)]
                run([self._program, "benchmark", "scale", *command], storage.address(size))
                storage.settle(size)
                tell(f"{storage.engine}: {size:,} companies in {time.monotonic() - begun:.0f} s")
                smaller = size

    def measure(self) -> None:
        for number in range(self._form.rounds):
            for engine, servers, size in self._cells(number):
                with self._servers(engine, servers, size) as (storage, load):
                    self.idle[engine, servers, size].append(self._poll(storage, size, load))
            tell(f"idle polls: round {number + 1} of {self._form.rounds}")
        for number in range(self._form.work_rounds):
            for engine, servers, size in self._cells(number):
                if size not in (self._form.sizes[0], self._form.sizes[-1]):
                    continue
                with self._servers(engine, servers, size) as (storage, load):
                    for result in self._carry(storage, size, load, number):
                        self.work[engine, servers, size, result["work"]].append(result)
            tell(f"sessions with work: round {number + 1} of {self._form.work_rounds}")

    def _cells(self, number: int) -> list[tuple[str, int, int]]:
        return [cell for cell in order(self._form.sizes, number) if cell[0] in self._storages]

    def _poll(self, storage, size: int, load: list[str]) -> dict:
        options = ["--accounts", self._accounts(storage, size), "--connections", str(CONNECTIONS)]
        options += ["--seconds", str(self._form.seconds), "--rate", str(OPEN_RATE), "--json"]
        return json.loads(self._load(["idle", *load, *options]))

    def _carry(self, storage, size: int, load: list[str], number: int) -> list[dict]:
        options = ["--companies", str(self._form.work_companies), "--seed", str(number + 1), "--json"]
        return json.loads(self._load(["work", *load, *options], storage.address(size)))

    def _load(self, command: list[str], environment: dict[str, str] | None = None) -> str:
        return run(["taskset", "-c", LOAD_CORE, self._program, "benchmark", "scale", *command], environment)

    @contextmanager
    def _servers(self, engine: str, count: int, size: int):
        storage = self._storages[engine]
        with ExitStack() as running:
            servers = []
            for index in range(count):
                server = Server(self._program, storage.address(size), self._folder / f"server-{index}.log")
                running.callback(server.stop)
                servers.append(server)
            load = ["--servers", ",".join(server.url for server in servers), "--server-pids"]
            load += [str(server.pid) for server in servers]
            if storage.database_pid is not None:
                load += ["--database-pid", str(storage.database_pid)]
            yield storage, load

    def _accounts(self, storage, size: int) -> str:
        return f"{self._folder}/{storage.engine}-{size}.accounts"


def tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def machine(storages: dict) -> str:
    cpus = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((line.split(":", 1)[1].strip() for line in cpus if line.startswith("model name")), "unknown")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = "".join(f", {s.engine} {s.version}" for s in storages.values() if s.version)
    return (f"{os.cpu_count()} cores of {model}, {memory:.0f} GiB, Linux {platform.release()}{versions}; "
            f"load before: {os.getloadavg()[0]:.2f}")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks/scale/run.sh")
    parser.add_argument("program", metavar="PLUMBLINE")
    parser.add_argument("--quick", action="store_true", help="fewer companies, rounds and seconds: under five minutes")
    parser.add_argument("--only", choices=["SQLite", "PostgreSQL"], help="one engine alone")
    return parser.parse_args()


def main() -> int:
    options = parse()
    form = QUICK if options.quick else FULL
    program = shutil.which(options.program)
    if program is None:
        raise Failed(f"{options.program} is no program.")
    # An interrupt and a polite end both run every `finally` and `with` on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with ExitStack() as leaving:
        folder = Path(tempfile.mkdtemp(prefix="plumbline-scale-"))
        leaving.callback(shutil.rmtree, folder, ignore_errors=True)
        folder.chmod(0o711)
        storages = {}
        for kind in (SQLite, PostgreSQL):
            if options.only in (None, kind.engine):
                place = folder / kind.engine
                place.mkdir()
                storages[kind.engine] = kind(place)
                leaving.callback(storages[kind.engine].stop)
        about = machine(storages)
        matrix = Matrix(str(Path(program).resolve()), form, folder, storages)
        matrix.seed()
        matrix.measure()
        print(f"{about}\n\nIdle polls; times at {OPEN_RATE} polls per second:\n")
        print(figures.idle_table(matrix.idle))
        print(figures.growth_table(matrix.idle, form.sizes))
        print(f"Sessions with work:\n\n{figures.work_table(matrix.work)}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as failed:
        tell(str(failed))
        sys.exit(1)
