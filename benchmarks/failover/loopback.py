"""Ports and answers on 127.0.0.1."""

import random
import socket
import urllib.request
from http.client import HTTPException
from pathlib import Path

from outcome import NoProof

TRIES = 1000
LOWEST_PORT = 10_000
PATIENCE_SECONDS = 2

# A proxy that the environment names is not for this machine.
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def free_ports(count: int) -> list[int]:
    """Below the range from which the kernel takes ports of outgoing connections: a server that is down for some
    seconds must find its port free when it comes back."""
    first_outgoing = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text(encoding="ascii").split()[0])
    chance = random.SystemRandom()
    found: set[int] = set()
    for _ in range(TRIES):
        port = chance.randrange(LOWEST_PORT, max(first_outgoing, 2 * LOWEST_PORT))
        if is_free(port):
            found.add(port)
        if len(found) == count:
            return sorted(found)
    raise NoProof(f"There are no {count} free ports on 127.0.0.1.")


def is_free(port: int) -> bool:
    with socket.socket() as attempt:
        try:
            attempt.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def body_of(url: str) -> bytes | None:
    """Nothing unless the answer is 200."""
    try:
        with DIRECT.open(url, timeout=PATIENCE_SECONDS) as answer:
            return answer.read() if answer.status == 200 else None
    except (OSError, HTTPException):
        return None
