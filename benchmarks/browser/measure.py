"""Measures the budget page of a budget with thousands of lines, and prints one table.

    measure.py PLUMBLINE [--lines N] [--requests N]
"""

import argparse
import os
import platform
import shutil
import signal
import sys
import tempfile
from pathlib import Path

import figures
from chromium import Browser
from figures import Figure
from firm import PROJECT, Firm
from server import Failed, Server
from wire import Wire

# The whole of it takes about two minutes on a quiet machine.
LONGEST_SECONDS = 540
# The server's caches and the allocator settle within these.
WARMING = 20


def main() -> int:
    asked = parse()
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(LONGEST_SECONDS)
    folder = Path(tempfile.mkdtemp(prefix="plumbline-bench-"))
    try:
        begun = machine()
        found = measure(asked, folder)
        print(f"{begun}; after: {os.getloadavg()[0]:.2f}\n")
        print(figures.table(found))
        return 0
    except Failed as failed:
        print(failed, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def measure(asked: argparse.Namespace, folder: Path) -> list[Figure]:
    firm = Firm(asked.program, folder)
    tell(f"A budget of {asked.lines:,} lines")
    firm.seed(asked.lines)
    server = Server(asked.program, firm.data, folder / "server.log")
    try:
        with Browser(server.url) as browser:
            session = browser.sign_in(firm.invitation())
            found = server_times(server, session, asked.requests)
            tell("Chromium")
            return found + browser.measure(f"/projects/{PROJECT}/budget")
    finally:
        server.stop()


def server_times(server: Server, session: str, requests: int) -> list[Figure]:
    wire = Wire(server.url, session)
    page = f"/projects/{PROJECT}/budget"
    version, lines, token = wire.budget(f"{page}/lines.json")
    found = []
    for title, path, goal in (
        ("Budget page", page, 50), ("The grid's lines, all of them", f"{page}/lines.json", 50),
        ("Whether anything has changed", f"{page}/lines.json?since={version}", None),
    ):
        tell(f"{title}: {requests} requests")
        wire.get(path, WARMING)
        begun = server.cpu()
        times, size = wire.get(path, requests)
        found.append(Figure(f"{title}, {size / 1_000:,.0f} kB sent", times, goal, (server.cpu() - begun) / requests))
    tell(f"Typing over one cell: {requests} requests")
    begun = server.cpu()
    times = wire.edit(f"{page}/edits.json", lines, token, requests)
    return [*found, Figure("Typing over one cell, stored", times, cpu=(server.cpu() - begun) / requests)]


def too_long(*_):
    raise Failed(f"Not done after {LONGEST_SECONDS} seconds.")


def machine() -> str:
    cpus = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((line.split(":", 1)[1].strip() for line in cpus if line.startswith("model name")), "unknown")
    return f"{os.cpu_count()} cores of {model}, Linux {platform.release()}; load before: {os.getloadavg()[0]:.2f}"


def tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks/browser/run.sh")
    parser.add_argument("program", metavar="PLUMBLINE")
    parser.add_argument("--lines", type=int, default=5_000, help="lines of the budget")
    parser.add_argument("--requests", type=int, default=300, help="requests of each kind")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
