"""A company with one long budget, made by the program's own commands."""

import json
import random
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from server import WITH_US, Failed

PROJECT = "1001"
MANAGER = "pat@harbour.example"
LONGEST_COMMAND = 120
TYPES = ("Labor", "Materials", "Equipment", "Subcontract", "Other")
HEADER = "Cost Code,Cost Code Title,Cost Type,Description,Unit Qty,UOM,Unit Cost,Manual Calculation,Budget Amount"


def budget_file(lines: int, seed: int = 1) -> str:
    """Five cost types on each cost code, forty cost codes in a division; four lines of five follow from a quantity."""
    numbers = random.Random(seed)
    return "\n".join([HEADER, *(_line(index, numbers) for index in range(lines))]) + "\n"


def _line(index: int, numbers: random.Random) -> str:
    code = index // len(TYPES)
    kind = TYPES[index % len(TYPES)]
    start = f"{code // 40 + 1:02}-{code % 40 * 10 + 100},Work package {code + 1},{kind},{kind} for package {code + 1},"
    if index % len(TYPES) == 3:
        return f"{start},LS,,Yes,{numbers.randint(1, 9_999_999) / 100:.2f}"
    quantity, cents = numbers.randint(1, 2_000), numbers.randint(100, 50_000)
    amount = quantity * cents
    return f"{start}{quantity},EA,{cents // 100}.{cents % 100:02},No,{amount // 100}.{amount % 100:02}"


class Firm:
    def __init__(self, program: str, folder: Path):
        self._program = program
        self._folder = folder
        self.data = folder / "data"

    def seed(self, lines: int) -> None:
        file = self._folder / "budget.csv"
        file.write_text(budget_file(lines), encoding="utf-8")
        self._run("company", "add", "Harbour Builders")
        self._run("user", "add", MANAGER, "--name", "Pat Lindqvist", "--template", "project manager")
        self._run("project", "add", PROJECT, "Harbour Street Clinic")
        self._run("budget", "import", PROJECT, str(file), "--add-cost-codes", "--as", MANAGER)

    def invitation(self) -> str:
        """Where on the server the manager sets a password."""
        told = json.loads(self._run("user", "invite", MANAGER, "--json"))
        return urlsplit(told["url"])._replace(scheme="", netloc="").geturl()

    def _run(self, *command: str) -> str:
        whole = [*WITH_US, self._program, *command, "--data", str(self.data)]
        done = subprocess.run(whole, capture_output=True, text=True, check=False, timeout=LONGEST_COMMAND)
        if done.returncode != 0:
            raise Failed(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout
