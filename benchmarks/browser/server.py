"""`plumbline serve` on loopback, which ends with this process, however that ends."""

import json
import os
import subprocess
from pathlib import Path

STOPPING_SECONDS = 30
# The kernel sends this when the process that started it is gone, SIGKILL included.
WITH_US = ["setpriv", "--pdeathsig", "TERM"]


class Failed(Exception):
    """Something that keeps the measuring from going on, as a sentence."""


class Server:
    def __init__(self, program: str, data: Path, log: Path):
        self._log = log.open("ab")
        command = [*WITH_US, program, "serve", "--port", "0", "--json", "--data", str(data)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self._log, text=True)
        self.url = self._greeting()

    def cpu(self) -> float:
        """Milliseconds of user and system time since it started."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") * 1_000

    def _greeting(self) -> str:
        said = ""
        for line in self._process.stdout or []:
            said += line
            if line.startswith("}"):
                return f"http://127.0.0.1:{json.loads(said)['port']}"
        raise Failed(f"The server ended while it started: {said or Path(self._log.name).read_text(encoding='utf-8')}")

    def stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(STOPPING_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()
