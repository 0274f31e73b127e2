#!/usr/bin/env python3
"""Runs one command for as long as somebody holds the other end of its standard input.

    lifeline.py LIMIT LOCK COMMAND [ARGUMENT ...]

When standard input closes, when LIMIT seconds have passed, or when the command ends, every process beneath this one is
killed, those that put themselves into the background too. A shared lock on LOCK is held until all of them are gone.
Exits as the command did; with 137 when it was killed here.
"""

import ctypes
import fcntl
import os
import select
import signal
import sys
import time

PR_SET_CHILD_SUBREAPER = 36  # prctl(2): orphans beneath become children of this process, not of init
ENDED_HERE = 128 + signal.SIGKILL
SWEEPS = 500


def main(limit: float, lock: str, command: list[str]) -> int:
    deadline = time.monotonic() + limit
    with open(lock, encoding="utf-8") as held:
        fcntl.flock(held, fcntl.LOCK_SH)
        if nobody_holds_on():
            return ENDED_HERE
        adopt_orphans()
        # An interrupt is meant for the holder, which then lets go of the pipe.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        child = start(command)
        try:
            return watch(child, deadline)
        finally:
            end_descendants()


def start(command: list[str]) -> int:
    return os.posix_spawnp(
        command[0],
        command,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)],
        setsigdef=[signal.SIGINT, signal.SIGTERM, signal.SIGHUP],
    )


def watch(child: int, deadline: float) -> int:
    """Waits for whatever comes first, and reaps adopted orphans meanwhile."""
    ended = os.pidfd_open(child)
    while (left := deadline - time.monotonic()) > 0:
        select.select([0, ended], [], [], min(left, 1))
        status = reap().get(child)
        if status is not None:
            code = os.waitstatus_to_exitcode(status)
            return code if code >= 0 else 128 - code
        if nobody_holds_on():
            break
    return ENDED_HERE


def nobody_holds_on() -> bool:
    readable, _, _ = select.select([0], [], [], 0)
    return bool(readable) and os.read(0, 1) == b""


def adopt_orphans() -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_CHILD_SUBREAPER)")


def reap() -> dict[int, int]:
    """The status of each child that has ended."""
    statuses: dict[int, int] = {}
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return statuses
        if pid == 0:
            return statuses
        statuses[pid] = status


def end_descendants() -> None:
    """Sweeps until none is left, because one may start another between the look and the kill."""
    for _ in range(SWEEPS):
        alive = descendants(os.getpid())
        if not alive:
            return
        for pid in alive:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        time.sleep(0.01)
        reap()


def descendants(ancestor: int) -> list[int]:
    """Children before grandchildren."""
    children: dict[int, list[int]] = {}
    for name in os.listdir("/proc"):
        if name.isdigit() and (parent := parent_of(name)) is not None:
            children.setdefault(parent, []).append(int(name))
    found = list(children.get(ancestor, []))
    for pid in found:
        found.extend(children.get(pid, []))
    return found


def parent_of(pid: str) -> int | None:
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            # The program's name, in parentheses, may hold spaces and parentheses: proc(5).
            return int(file.read().rpartition(b")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return None


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2], sys.argv[3:]))
