#!/usr/bin/env python3
"""Removes a folder when standard input closes and the last lifeline that works in it has ended.

    broom.py FOLDER LOCK

It gives a lifeline a minute to kill what is beneath it, and removes the folder all the same afterwards.
"""

import fcntl
import shutil
import signal
import sys
import time

PATIENCE_SECONDS = 60


def main(folder: str, lock: str) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    with open(lock, encoding="utf-8") as held:
        sys.stdin.buffer.read()
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not taken(held) and time.monotonic() < deadline:
            time.sleep(0.05)
        shutil.rmtree(folder, ignore_errors=True)


def taken(held) -> bool:
    """Each lifeline holds the lock shared, so it can be had alone only when all have ended."""
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
