"""Processes that end with this one, however it ends."""

import json
import os
import subprocess
import time
import urllib.request
from pathlib import Path

from plan import MEASURED_CORE

STARTING_SECONDS = 30
STOPPING_SECONDS = 30
# The kernel sends this when the script that started the process is gone, SIGKILL included.
WITH_US = ["setpriv", "--pdeathsig", "TERM"]


class Failed(Exception):
    """Something that keeps the measuring from going on, as a sentence."""


def run(command: list[str], environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [*WITH_US, *command], capture_output=True, text=True, env={**os.environ, **(environment or {})}, check=False
    )
    if done.returncode != 0:
        raise Failed(f"{' '.join(command)}\nended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


def end(process: subprocess.Popen) -> None:
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(STOPPING_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Server:
    """One `plumbline serve`."""

    def __init__(self, program: str, database: dict[str, str], log: Path):
        self._log = log.open("ab")
        command = [*WITH_US, "taskset", "-c", MEASURED_CORE, program, "serve", "--port", "0", "--json"]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=self._log, env={**os.environ, **database}, text=True
        )
        self.url = self._greeting()

    @property
    def pid(self) -> int:
        return self.process.pid

    def _greeting(self) -> str:
        said = ""
        for line in self.process.stdout or []:
            said += line
            if line.startswith("}"):
                url = f"http://127.0.0.1:{json.loads(said)['port']}"
                self._await_health(url)
                return url
        raise Failed(f"A server ended while it started: {said or Path(self._log.name).read_text(encoding='utf-8')}")

    @staticmethod
    def _await_health(url: str) -> None:
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        deadline = time.monotonic() + STARTING_SECONDS
        while True:
            try:
                with direct.open(f"{url}/health", timeout=5):
                    return
            except OSError as problem:
                if time.monotonic() > deadline:
                    raise Failed(f"{url} does not answer: {problem}") from problem
                time.sleep(0.05)

    def stop(self) -> None:
        end(self.process)
        self._log.close()
