"""What is killed, in which order and after which pause. The same seed gives the same plan."""

import random
from dataclasses import dataclass
from typing import Iterator

from options import SERVERS, Form


@dataclass(frozen=True)
class DatabaseEvent:
    kind: str
    pause: float
    restart_after: float


@dataclass(frozen=True)
class ServerEvent:
    server: int
    pause: float
    restart_after: float


def database_events(seed: int, form: Form) -> Iterator[DatabaseEvent]:
    """Without end. Kinds are dealt from a deck that is shuffled each time it is empty, so that each has its turn."""
    chance = random.Random(f"database {seed}")
    while True:
        for kind in chance.sample(form.database_deck, len(form.database_deck)):
            yield DatabaseEvent(kind, drawn(chance, form.database_pause), drawn(chance, form.restart_delay))


def server_events(seed: int, form: Form) -> Iterator[ServerEvent]:
    chance = random.Random(f"servers {seed}")
    while True:
        server = chance.randrange(SERVERS)
        yield ServerEvent(server, drawn(chance, form.server_pause), drawn(chance, form.restart_delay))


def drawn(chance: random.Random, limits: tuple[float, float]) -> float:
    return round(chance.uniform(*limits), 1)
