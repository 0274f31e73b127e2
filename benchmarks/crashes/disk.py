"""A disk that fails at the n-th call, by a library that is loaded into the program: failing_disk.c."""

import errno
import subprocess
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from outcome import NoProof

SOURCE = Path(__file__).resolve().parent / "failing_disk.c"
# All by which the program changes a file, or makes sure that it is on the disk.
CALLS = ("pwrite64", "write", "ftruncate64", "fsync", "fdatasync")


@dataclass(frozen=True)
class Fault:
    call: str
    error: str
    n: int
    onwards: bool

    def at(self, n: int) -> "Fault":
        return replace(self, n=n)

    def __str__(self) -> str:
        return f"{self.error} at {self.call} {self.n}{' and later' if self.onwards else ''}"


class Disk:
    """Calls are counted over all threads of one process, and only on files beneath `folder`."""

    def __init__(self, folder: Path, tools: Path):
        self._folder = folder
        self._log = tools / "calls.log"
        self._library = tools / "failing_disk.so"
        tools.mkdir(parents=True, exist_ok=True)
        command = ["cc", "-shared", "-fPIC", "-O1", "-o", str(self._library), str(SOURCE), "-ldl"]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        if made.returncode != 0:
            raise NoProof(f"{SOURCE.name} was not compiled: {made.stderr}")

    def environment(self, fault: Fault | None) -> dict[str, str]:
        """For one process; without a fault its calls are only counted."""
        self._log.write_bytes(b"")
        counted = {
            "LD_PRELOAD": str(self._library),
            "FAILING_PATH": str(self._folder),
            "FAILING_LOG": str(self._log),
        }
        if fault is None:
            return counted
        return {
            **counted,
            "FAILING_CALL": fault.call,
            "FAILING_WHEN": f"{fault.n}{'+' if fault.onwards else ''}",
            "FAILING_ERROR": str(getattr(errno, fault.error)),
        }

    def calls(self) -> Counter[str]:
        return Counter(line.split(" ")[0] for line in self._lines())

    def strikes(self) -> int:
        return sum(1 for line in self._lines() if line.endswith(" struck"))

    def _lines(self) -> list[str]:
        return self._log.read_text(encoding="ascii").splitlines()
