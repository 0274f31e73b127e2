"""Signals that end the harness in order, so that every context is left."""

import signal
import sys

from outcome import NoProof


def end_on_signals(limit_seconds: int) -> None:
    """SIGINT, SIGTERM and SIGHUP exit as the shell would say it. After the time limit the main thread gets NoProof,
    wherever it is."""

    def exit_on(number: int, _) -> None:
        sys.exit(128 + number)

    def out_of_time(*_) -> None:
        raise NoProof(f"The time limit of {limit_seconds} s passed.")

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, exit_on)
    signal.signal(signal.SIGALRM, out_of_time)
    signal.alarm(limit_seconds)
