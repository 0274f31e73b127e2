"""One firm: its folder, its people's addresses, its connection, and the emulated QuickBooks beside it."""

import json
from pathlib import Path

from plan import Plan
from program import Ended, Program

PROJECT = "1001"
PROJECT_NAME = "Harbour Hall"
# What an emulated company file has from the start.
CUSTOMER, INCOME, EXPENSES = "Benchmark Owner", "Construction Income", "Job Expenses"
JOB = f"{CUSTOMER}:{PROJECT_NAME}"


class Firm:
    def __init__(self, program: Program, name: str, seed: int, folder: Path):
        self.program = program
        self.name = name
        self.plan = Plan(seed)
        self.folder = folder
        self.manager, self.approver = "mara@firm.example", "abel@firm.example"

    def found(self, port: int) -> None:
        """Company, people, project and connection; the budget is a file and QuickBooks knows nothing yet."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.program.must("company", "add", self.name)
        self._set_up("user", "add", self.manager, "--name", "Mara", "--template", "project manager")
        self._set_up("user", "add", self.approver, "--name", "Abel", "--template", "administrator")
        self._set_up("user", "allow-accounting", self.approver)
        self._set_up("project", "add", PROJECT, PROJECT_NAME)
        (self.folder / "credentials.json").write_text(json.dumps(self._set_up("connector", "add")), encoding="utf-8")
        self._set_up("connector", "qwc", "--public-url", f"http://localhost:{port}", "--output", str(self.qwc))
        self.csv.write_text(self.plan.csv, encoding="utf-8")

    def _set_up(self, *arguments: str):
        return self.program.must(*arguments, "--company", self.name)

    @property
    def qwc(self) -> Path:
        return self.folder / "plumbline.qwc"

    @property
    def csv(self) -> Path:
        return self.folder / "budget.csv"

    def of(self, person: str) -> list[str]:
        return ["--company", self.name, "--as", person]

    # What people do.

    def importing(self) -> list[str]:
        return ["budget", "import", PROJECT, str(self.csv), "--add-cost-codes", *self.of(self.manager)]

    def asking_for_job(self) -> list[str]:
        return ["erp", "export-job", PROJECT, "--customer", CUSTOMER, *self.of(self.approver)]

    def asking_for_items(self) -> list[str]:
        accounts = ["--income-account", INCOME, "--expense-account", EXPENSES]
        return ["erp", "export-cost-codes", *accounts, *self.of(self.approver)]

    def locking(self) -> list[str]:
        return ["budget", "lock", PROJECT, *self.of(self.manager)]

    def modifying(self, number: int) -> list[str]:
        moved = self.plan.modification(number)
        sides = ["--from", moved.giver.code, "--to", moved.taker.code]
        amount = ["--amount", f"{moved.cents // 100}.{moved.cents % 100:02}", "--notes", moved.notes]
        return ["budget", "modify", PROJECT, *sides, *amount, *self.of(self.manager)]

    def sending(self) -> list[str]:
        return ["budget", "send", PROJECT, *self.of(self.manager)]

    def accepting(self) -> list[str]:
        return ["erp", "accept", PROJECT, "--yes", *self.of(self.approver)]

    def exporting_again(self) -> list[str]:
        return ["erp", "export-again", PROJECT, *self.of(self.approver)]

    # What people see.

    def budget(self) -> dict:
        return self.program.must("budget", "show", PROJECT, *self.of(self.manager))

    def exports(self) -> list[dict]:
        """The first one first."""
        listed = self.program.must("erp", "list", *self.of(self.approver))
        return sorted((row["export"] for row in listed), key=lambda export: export["number"])

    def audit(self) -> list[dict]:
        """The whole of it, the first entry first."""
        entries: list[dict] = []
        while True:
            before = ["--before", str(entries[-1]["number"])] if entries else []
            page = self.program.must("audit", "--limit", "500", *before, "--company", self.name)
            entries += page
            if len(page) < 500:
                return entries[::-1]

    def poll(self, seconds: int = 60) -> Ended:
        """Until there is nothing to do."""
        arguments = ["--qwc", str(self.qwc), "--credentials", str(self.folder / "credentials.json")]
        kept = ["--books", str(self.folder / "books.json"), "--seconds", str(seconds)]
        return self.program.verb("benchmark", "connector", *arguments, *kept)
