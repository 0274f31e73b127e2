"""From many measurements to a table."""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    title: str
    # Milliseconds, unless the title says otherwise.
    values: list[float]
    # The p99 is to be below; None where nothing was asked for.
    goal: float | None = None
    # The server's CPU time for each, which other work on the machine does not lengthen.
    cpu: float | None = None


def quantile(values: list[float], part: float) -> float:
    """The least value that at least this part of the values does not exceed (nearest rank)."""
    return sorted(values)[max(0, math.ceil(part * len(values)) - 1)]


def number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def table(found: list[Figure]) -> str:
    lines = ["| ms | n | p50 | p99 | most | Server's CPU | Goal for p99 |", "| --- " * 7 + "|"]
    return "\n".join([*lines, *map(row, found)])


def row(figure: Figure) -> str:
    half, nearly_all, most = (number(quantile(figure.values, part)) for part in (0.5, 0.99, 1))
    cpu = "" if figure.cpu is None else number(figure.cpu)
    return f"| {figure.title} | {len(figure.values)} | {half} | {nearly_all} | {most} | {cpu} | {verdict(figure)} |"


def verdict(figure: Figure) -> str:
    if figure.goal is None:
        return ""
    return f"< {number(figure.goal)}: {'met' if quantile(figure.values, 0.99) < figure.goal else 'missed'}"
