"""The benchmark command of the program under proof: it works while others kill, and judges at the end."""

import json
import time
from pathlib import Path

from options import COMPANIES, SETTING_UP_SECONDS
from outcome import DISPROVEN, PROVEN, Disproven, NoProof
from workplace import Workplace

LOOK_SECONDS = 0.2
LOG = "driver"


class Driver:
    def __init__(self, workplace: Workplace, program: Path, database: str, servers: list[str], report: Path):
        self._report = report
        self._stop_file = workplace.folder / "stop"
        self._log = workplace.logs / f"{LOG}.log"
        command = [
            *(str(program), "benchmark", "failover", "--database", database, "--servers", ",".join(servers)),
            *("--companies", str(COMPANIES), "--stop-file", str(self._stop_file), "--report", str(report)),
        ]
        self._running = workplace.start(LOG, command)

    def has_ended(self) -> bool:
        return self._running.exit_code() is not None

    def await_working(self, limit: float = SETTING_UP_SECONDS) -> None:
        """Its log tells when every connector polls."""
        deadline = time.monotonic() + limit
        while time.monotonic() < deadline and not self.has_ended():
            if any(line.startswith("Working") for line in self._log.read_text(encoding="utf-8").splitlines()):
                return
            time.sleep(LOOK_SECONDS)
        raise NoProof(f"The driver did not say that it works within {limit:g} s; see {self._log}.")

    def stop(self) -> None:
        self._stop_file.touch()

    def verdict(self, limit: float) -> tuple[bool, dict]:
        """Whether it is proven, and the driver's report."""
        code = self._running.wait(limit)
        if code is None:
            raise Disproven(f"The driver did not settle and verify within {limit:g} s; see {self._log}.")
        if code not in (PROVEN, DISPROVEN):
            raise NoProof(f"The driver ended with {code}; see {self._log}.")
        return code == PROVEN, self._read()

    def _read(self) -> dict:
        try:
            report = json.loads(self._report.read_text(encoding="utf-8"))
        except (OSError, ValueError) as problem:
            raise NoProof(f"The driver's report cannot be read: {problem}.") from problem
        if not isinstance(report, dict) or not isinstance(report.get("waits"), list):
            raise NoProof(f"The driver's report {self._report} has no list of waits.")
        return report
