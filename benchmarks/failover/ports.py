"""Free ports on loopback."""

import random
import socket
from pathlib import Path

from outcome import NoProof

TRIES = 1000


def free_ports(count: int) -> list[int]:
    """Below the range from which the kernel takes ports of outgoing connections: a server that is down for some
    seconds must find its port free when it comes back."""
    first_outgoing = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text(encoding="ascii").split()[0])
    chance = random.SystemRandom()
    found: set[int] = set()
    for _ in range(TRIES):
        port = chance.randrange(first_outgoing // 2, first_outgoing)
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
