"""One PostgreSQL node: Patroni, and the postmaster that it looks after."""

import json
import os
import pwd
import signal
from dataclasses import dataclass
from pathlib import Path

from loopback import body_of
from patroni import NodeAddress
from workplace import Running, Workplace

DATABASE_USER = "postgres"


def own_folder(folder: Path) -> Path:
    """A folder that the database's user alone can read: PostgreSQL asks for that."""
    folder.mkdir(mode=0o700)
    if os.geteuid() == 0:
        user = pwd.getpwnam(DATABASE_USER)
        os.chown(folder, user.pw_uid, user.pw_gid)
    return folder


def as_database_user(command: list[str]) -> list[str]:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return command
    return ["setpriv", f"--reuid={DATABASE_USER}", f"--regid={DATABASE_USER}", "--clear-groups", *command]


@dataclass(frozen=True)
class Primary:
    """What a node says of itself while it takes writes. `term` is another one after each failover and restart."""

    name: str
    term: str
    streaming: int
    synchronous: int

    def is_whole(self, standbys: int) -> bool:
        return self.streaming >= standbys and self.synchronous >= 1


class Node:
    def __init__(self, workplace: Workplace, address: NodeAddress):
        self.address = address
        self.folder = own_folder(workplace.folder / address.name)
        self.settings = self.folder / "patroni.yml"
        self._workplace = workplace
        self._patroni: Running | None = None

    @property
    def name(self) -> str:
        return self.address.name

    def configure(self, settings: dict) -> None:
        self.settings.write_text(json.dumps(settings, indent=2), encoding="utf-8")

    def start(self) -> None:
        command = as_database_user(["patroni", str(self.settings)])
        self._patroni = self._workplace.start(self.name, command)

    def kill(self) -> None:
        """SIGKILL to everything on the node."""
        if self._patroni:
            self._patroni.kill()

    def kill_postmaster(self) -> None:
        """SIGKILL to the postmaster alone, which takes its children with it; Patroni lives on."""
        first_line = (self.folder / "data" / "postmaster.pid").read_text(encoding="utf-8").splitlines()[0]
        os.kill(int(first_line), signal.SIGKILL)

    def primary(self) -> Primary | None:
        """Nothing unless the node holds Patroni's leader key and its PostgreSQL runs as the primary."""
        said = self._ask("primary")
        if said.get("state") != "running" or said.get("role") not in ("master", "primary"):
            return None
        streaming = [standby for standby in said.get("replication", []) if standby["state"] == "streaming"]
        synchronous = [standby for standby in streaming if standby["sync_state"] == "sync"]
        term = f"timeline {said['timeline']}, up since {said['postmaster_start_time']}"
        return Primary(name=self.name, term=term, streaming=len(streaming), synchronous=len(synchronous))

    def may_be_followed(self) -> bool:
        """Whether Patroni has written down which standby may take over. It does so some seconds after PostgreSQL
        began to wait for that standby; a primary that is lost in between is lost until it comes back."""
        members = self._ask("cluster").get("members", [])
        return any(member.get("role") == "sync_standby" for member in members)

    def _ask(self, path: str) -> dict:
        """Nothing in it when there is no good answer."""
        body = body_of(f"http://127.0.0.1:{self.address.rest_port}/{path}")
        return json.loads(body) if body else {}
