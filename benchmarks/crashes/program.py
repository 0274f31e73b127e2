"""The program under proof: its verbs as processes that end with this one, however it ends."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from outcome import NoProof

# The kernel sends this when the thread that started the process is gone, SIGKILL of the harness included.
WITH_US = ["setpriv", "--pdeathsig", "KILL"]
LONGEST_VERB_SECONDS = 60

DONE, REFUSED, REPORT_LOST, DATABASE_UNAVAILABLE, OUTCOME_UNKNOWN = 0, 3, 5, 6, 7


@dataclass(frozen=True)
class Ended:
    """A process that has ended; a code of None means that it was killed here."""

    code: int | None
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def reasons(self) -> list[dict]:
        """Why it did not do its work, as a person reads it; nothing when it said something else."""
        try:
            return json.loads(self.err)["reasons"]
        except (ValueError, KeyError, TypeError):
            return []


class Program:
    def __init__(self, path: Path, database: Path):
        self.path = str(path)
        self.database = database

    def start(
        self, arguments: list[str], extra: dict[str, str] | None = None, answer: Path | None = None
    ) -> subprocess.Popen:
        """`extra` is added to its environment; `answer` is the file that takes what it says."""
        out = answer.open("wb") if answer else subprocess.PIPE
        try:
            return subprocess.Popen(
                [*WITH_US, self.path, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.PIPE,
                env={**self.environment, **(extra or {})},
                text=True,
            )
        finally:
            if answer:
                out.close()

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "PLUMBLINE_DATABASE": f"sqlite:{self.database}"}

    def verb(self, *arguments: str, extra: dict[str, str] | None = None, answer: Path | None = None) -> Ended:
        process = self.start([*arguments, "--json"], extra, answer)
        try:
            out, err = process.communicate(timeout=LONGEST_VERB_SECONDS)
        except subprocess.TimeoutExpired as expired:
            process.kill()
            process.communicate()
            raise NoProof(f"`plumbline {' '.join(arguments)}` did not end within {expired.timeout:g} s.") from expired
        return Ended(process.returncode, out or "", err)

    def must(self, *arguments: str):
        """For what nobody disturbs: the JSON of a verb that has to succeed."""
        ended = self.verb(*arguments)
        if ended.code != DONE:
            raise NoProof(f"`plumbline {' '.join(arguments)}` ended with {ended.code}: {ended.err}")
        return ended.json if ended.out else None
