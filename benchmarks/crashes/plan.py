"""What the people of one firm mean to do, drawn from a seed: the figures that everything is compared with later."""

import random
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    cost_code: str
    cost_type: str
    cents: int

    @property
    def code(self) -> str:
        return f"{self.cost_code}.{self.cost_type}"


@dataclass(frozen=True)
class Modification:
    giver: Line
    taker: Line
    cents: int
    notes: str


class Plan:
    def __init__(self, seed: int):
        self._seed = seed
        chance = random.Random(f"{seed} lines")
        # Two lines share a cost code, so that two lines of the estimate share an item.
        self.lines = [
            Line(f"0{place // 2 + 1}-100", "L" if place % 2 == 0 else "M", chance.randint(1_000, 99_999_999))
            for place in range(chance.randint(3, 6))
        ]

    def modification(self, number: int) -> Modification:
        chance = random.Random(f"{self._seed} modification {number}")
        giver, taker = chance.sample(self.lines, 2)
        return Modification(giver, taker, chance.randint(1, 999_999), f"Round {number}")

    @property
    def csv(self) -> str:
        rows = [f"{line.cost_code},{line.cost_type},Part,{decimal(line.cents)}" for line in self.lines]
        return "\n".join(["Cost Code,Cost Type,Description,Original Budget Amount", *rows, ""])

    @property
    def items(self) -> int:
        return len({line.cost_code for line in self.lines})

    def estimate(self, rounds: int) -> list[tuple[str, int]]:
        """The lines that QuickBooks has to hold after the original and `rounds - 1` modifications: item, cents."""
        lines = [(line.cost_code, line.cents) for line in self.lines]
        for number in range(1, rounds):
            moved = self.modification(number)
            lines += [(moved.giver.cost_code, -moved.cents), (moved.taker.cost_code, moved.cents)]
        return sorted(lines)

    def revised(self, rounds: int) -> dict[str, tuple[int, int]]:
        """Of each budget code: the original and the revised cents."""
        amounts = {line.code: line.cents for line in self.lines}
        revised = dict(amounts)
        for number in range(1, rounds):
            moved = self.modification(number)
            revised[moved.giver.code] -= moved.cents
            revised[moved.taker.code] += moved.cents
        return {code: (amounts[code], revised[code]) for code in amounts}


def decimal(cents: int) -> str:
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02}"


def cents(amount: dict[str, str]) -> int:
    """Of an amount as the program writes it in JSON."""
    return int(amount["amount"].replace(".", ""))
