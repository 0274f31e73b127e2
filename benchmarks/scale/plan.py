"""What is measured, in which of two forms."""

from dataclasses import dataclass

# SQLite has one server: its file belongs to one machine, all of whose cores one server uses already. A second server
# on the same file would only wait for the first one's writes.
SETUPS = (("SQLite", 1), ("PostgreSQL", 1), ("PostgreSQL", 3))


@dataclass(frozen=True)
class Form:
    sizes: tuple[int, ...]
    rounds: int
    seconds: int
    work_rounds: int
    work_companies: int


FULL = Form(sizes=(100, 1_000, 10_000), rounds=5, seconds=4, work_rounds=3, work_companies=40)
QUICK = Form(sizes=(100, 1_000), rounds=3, seconds=2, work_rounds=1, work_companies=20)

# Far below what one core carries, so that the times are those of a server that is not full.
OPEN_RATE = 100
CONNECTIONS = 16
# The core of all that is measured, and the core of the load.
MEASURED_CORE, LOAD_CORE = "0", "1"


def order(sizes: tuple[int, ...], number: int) -> list[tuple[str, int, int]]:
    """Every setup with every size once; every other round backwards, so that a slow drift of the machine evens out."""
    cells = [(engine, servers, size) for size in sizes for engine, servers in SETUPS]
    return cells if number % 2 == 0 else cells[::-1]
