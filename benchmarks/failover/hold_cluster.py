#!/usr/bin/env python3
"""Holds a cluster up until it is interrupted or its time is over, and prints the URL of its database.

    hold_cluster.py [--seconds N] [--logs FOLDER]
"""

import argparse
import sys
import time
from pathlib import Path

from cluster import FORMING_SECONDS, Cluster
from interruption import end_on_signals
from outcome import NO_PROOF, NoProof
from workplace import Workplace


def main() -> int:
    parser = argparse.ArgumentParser(description="Holds a PostgreSQL cluster under Patroni up on loopback.")
    parser.add_argument("--seconds", type=int, default=3600, help="how long (3600)")
    parser.add_argument("--logs", type=Path, default=Path(".build/failover/logs"))
    arguments = parser.parse_args()
    limit = FORMING_SECONDS + arguments.seconds + 60
    end_on_signals(limit)
    began = time.monotonic()
    try:
        with Workplace(arguments.logs, limit) as workplace:
            cluster = Cluster(workplace)
            cluster.form()
            print(cluster.url, flush=True)
            up = time.monotonic() - began
            print(f"Up after {up:.1f} s; patronictl -c {cluster.nodes[0].settings} list", file=sys.stderr, flush=True)
            time.sleep(arguments.seconds)
            return 0
    except NoProof as problem:
        print(problem, file=sys.stderr)
        return NO_PROOF


if __name__ == "__main__":
    sys.exit(main())
