"""Joins the waits of connectors with what was killed. README.md says by which rules."""

from dataclasses import dataclass
from statistics import median
from typing import Iterable

from events import Outage

AFTERMATH_SECONDS = 15


@dataclass(frozen=True)
class Wait:
    connector: str
    begin: float
    end: float

    @staticmethod
    def read(reported: dict) -> "Wait":
        return Wait(str(reported["connector"]), float(reported["from"]), float(reported["to"]))


@dataclass(frozen=True)
class Recovery:
    """Of one outage. `seconds` is 0 when no connector waited."""

    outage: Outage
    connectors: int
    seconds: float


def cause(wait: Wait, outages: list[Outage]) -> Outage | None:
    """- outages: in the order of their moments."""
    for outage in outages:
        if outage.is_of_database and outage.at < wait.end and wait.begin < outage.healed:
            return outage
    earlier = [outage for outage in outages if outage.at < wait.end]
    if earlier and wait.begin <= earlier[-1].healed + AFTERMATH_SECONDS:
        return earlier[-1]
    return None


def join(waits: Iterable[Wait], outages: list[Outage]) -> tuple[list[Recovery], list[Wait]]:
    """The recovery from each outage, and the waits that belong to none."""
    ordered = sorted(outages, key=lambda outage: outage.at)
    caused: dict[Outage, list[Wait]] = {outage: [] for outage in ordered}
    unattributed = []
    for wait in waits:
        outage = cause(wait, ordered)
        (caused[outage] if outage else unattributed).append(wait)
    return [recovery(outage, found) for outage, found in caused.items()], unattributed


def recovery(outage: Outage, waits: list[Wait]) -> Recovery:
    seconds = max((wait.end - outage.at for wait in waits), default=0.0)
    return Recovery(outage, len({wait.connector for wait in waits}), seconds)


def middle_and_worst(seconds: list[float]) -> dict[str, float]:
    return {"median": round(median(seconds), 1), "worst": round(max(seconds), 1)}
