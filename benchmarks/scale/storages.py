"""The databases: one per engine and size, each grown from the one before it."""

import glob
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

from plan import MEASURED_CORE
from processes import STARTING_SECONDS, Failed, end, run

# Named in the environment, so that no command line shows an address.
ADDRESS = "PLUMBLINE_DATABASE"


class SQLite:
    engine = "SQLite"
    database_pid = None
    version = ""

    def __init__(self, folder: Path):
        self._folder = folder

    def address(self, size: int) -> dict[str, str]:
        return {ADDRESS: f"sqlite:{self._folder}/{size}/plumbline.sqlite"}

    def begin(self, size: int, smaller: int | None) -> None:
        if smaller is None:
            (self._folder / str(size)).mkdir()
        else:
            shutil.copytree(self._folder / str(smaller), self._folder / str(size))

    def settle(self, size: int) -> None:
        """Nothing to do: the file is whole when its last user has closed it."""

    def stop(self) -> None:
        """Nothing runs."""


class PostgreSQL:
    """A server of its own on loopback, durable as it is delivered (fsync and synchronous_commit on)."""

    engine = "PostgreSQL"

    def __init__(self, folder: Path):
        self._folder = folder
        self._programs = self._find_programs()
        self._as_postgres = []
        if os.geteuid() == 0:
            self._as_postgres = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
            shutil.chown(folder, "postgres", "postgres")
        run([*self._as_postgres, f"{self._programs}/initdb", "-D", f"{folder}/data", "-U", "owner", "-A", "trust"])
        self._port = self._free_port()
        self._process = self._start()
        self.version = self._query("SHOW server_version").strip()
        # Row-level security does not hold for a superuser, so the measured role is none.
        self._query("CREATE ROLE plumbline LOGIN")

    @property
    def database_pid(self) -> int:
        return self._process.pid

    def address(self, size: int) -> dict[str, str]:
        return {ADDRESS: f"postgres://plumbline@127.0.0.1:{self._port}/scale_{size}"}

    def begin(self, size: int, smaller: int | None) -> None:
        template = "" if smaller is None else f" TEMPLATE scale_{smaller}"
        self._query(f"CREATE DATABASE scale_{size} OWNER plumbline{template}")

    def settle(self, size: int) -> None:
        """What autovacuum would have done after a while, done now."""
        self._query("VACUUM ANALYZE", database=f"scale_{size}")
        self._query("CHECKPOINT")

    def stop(self) -> None:
        end(self._process)

    def _start(self) -> subprocess.Popen:
        options = {
            "listen_addresses": "127.0.0.1", "port": self._port, "unix_socket_directories": self._folder,
            "shared_buffers": "256MB",
        }
        settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        # TERM would wait for clients that nobody ends any more; INT sends them away.
        command = ["setpriv", "--pdeathsig", "INT", "taskset", "-c", MEASURED_CORE]
        if self._as_postgres:
            command = ["taskset", "-c", MEASURED_CORE, *self._as_postgres, "--pdeathsig", "INT"]
        log = (self._folder / "log").open("ab")
        process = subprocess.Popen(
            [*command, f"{self._programs}/postgres", "-D", f"{self._folder}/data", *settings], stdout=log, stderr=log
        )
        self._await_answer(process)
        return process

    def _await_answer(self, process: subprocess.Popen) -> None:
        deadline = time.monotonic() + STARTING_SECONDS
        while True:
            try:
                self._query("SELECT 1")
                return
            except Failed:
                if process.poll() is not None or time.monotonic() > deadline:
                    raise
                time.sleep(0.1)

    def _query(self, sql: str, database: str = "postgres") -> str:
        where = ["-h", "127.0.0.1", "-p", str(self._port), "-U", "owner", "-d", database]
        return run([f"{self._programs}/psql", *where, "-XqtA", "-v", "ON_ERROR_STOP=1", "-c", sql])

    @staticmethod
    def _find_programs() -> str:
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin/postgres"), key=lambda path: int(path.split("/")[4]))
        if not found:
            raise Failed("PostgreSQL is missing: apt-get install postgresql")
        return str(Path(found[-1]).parent)

    @staticmethod
    def _free_port() -> int:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            return probe.getsockname()[1]
