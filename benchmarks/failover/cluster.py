"""Three members of etcd and three nodes of PostgreSQL under Patroni, on loopback."""

import secrets
import time
from typing import Callable
from urllib.parse import urlencode

from loopback import free_ports
from node import Node, Primary, as_database_user, own_folder
from outcome import NoProof
from patroni import POSTGRESQL, SCOPE, SUPERUSER, NodeAddress, Passwords, configuration
from workplace import Workplace

SIZE = 3
FORMING_SECONDS = 120
HEALING_SECONDS = 60
LOOK_SECONDS = 0.25
OWNER = "plumbline"
DATABASE = "plumbline"

# A set of letters that needs no quoting in URLs, SQL and pgpass files.
CREATE = """
CREATE ROLE {owner} LOGIN NOSUPERUSER PASSWORD '{password}';
CREATE DATABASE {database} OWNER {owner} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C';
"""


class Cluster:
    def __init__(self, workplace: Workplace):
        self._workplace = workplace
        ports = free_ports(4 * SIZE)
        self._etcd_ports, self._peer_ports = ports[:SIZE], ports[SIZE : 2 * SIZE]
        self._passwords = Passwords(*(secrets.token_hex(16) for _ in range(3)))
        self.nodes = [
            self._node(NodeAddress(f"node{number}", postgresql, rest))
            for number, (postgresql, rest) in enumerate(zip(ports[2 * SIZE : 3 * SIZE], ports[3 * SIZE :]), start=1)
        ]

    def _node(self, address: NodeAddress) -> Node:
        node = Node(self._workplace, address)
        node.configure(configuration(address, node.folder, self._etcd_ports, self._passwords))
        return node

    @property
    def url(self) -> str:
        hosts = ",".join(f"127.0.0.1:{node.address.postgresql_port}" for node in self.nodes)
        options = urlencode({"target_session_attrs": "read-write", "connect_timeout": 2})
        return f"postgres://{OWNER}:{self._passwords.owner}@{hosts}/{DATABASE}?{options}"

    def form(self) -> None:
        self._start_etcd()
        for node in self.nodes:
            node.start()
        primary = self.await_whole(FORMING_SECONDS)
        self._create_database(self.node(primary.name))

    def _start_etcd(self) -> None:
        members = [f"etcd{number}=http://127.0.0.1:{port}" for number, port in enumerate(self._peer_ports, start=1)]
        for member, client_port in zip(members, self._etcd_ports):
            name, peer_url = member.split("=")
            client_url = f"http://127.0.0.1:{client_port}"
            settings = {
                "name": name,
                "data-dir": own_folder(self._workplace.folder / name),
                "initial-cluster": ",".join(members),
                "initial-cluster-token": SCOPE,
                "initial-advertise-peer-urls": peer_url,
                "listen-peer-urls": peer_url,
                "advertise-client-urls": client_url,
                "listen-client-urls": client_url,
                # A busy machine must not look like a lost member: etcd itself is not under proof.
                "heartbeat-interval": 300,
                "election-timeout": 3000,
            }
            command = ["etcd", *(f"--{key}={value}" for key, value in settings.items())]
            self._workplace.start(name, as_database_user(command))

    def _create_database(self, node: Node) -> None:
        script = self._workplace.folder / "create.sql"
        script.touch(mode=0o600)
        script.write_text(CREATE.format(owner=OWNER, database=DATABASE, password=self._passwords.owner))
        command = [
            *(str(POSTGRESQL / "psql"), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--host=127.0.0.1"),
            *(f"--port={node.address.postgresql_port}", f"--username={SUPERUSER}", f"--file={script}", "postgres"),
        ]
        self._workplace.run("create-database", command, 30, {"PGPASSWORD": self._passwords.superuser})

    def node(self, name: str) -> Node:
        return next(node for node in self.nodes if node.name == name)

    def primary(self) -> Primary | None:
        return next((primary for node in self.nodes if (primary := node.primary())), None)

    def await_whole(self, limit: float = HEALING_SECONDS) -> Primary:
        """A primary and two streaming standbys, one of them synchronous and known as such to Patroni."""
        return self.await_primary(
            lambda primary: primary.is_whole(SIZE - 1) and self.node(primary.name).may_be_followed(), limit
        )

    def await_primary(self, fits: Callable[[Primary], bool], limit: float = HEALING_SECONDS) -> Primary:
        deadline = time.monotonic() + limit
        while time.monotonic() < deadline:
            primary = self.primary()
            if primary and fits(primary):
                return primary
            time.sleep(LOOK_SECONDS)
        raise NoProof(f"The cluster did not form or heal within {limit:g} s; see the logs of its nodes.")

    def switch_over(self, leader: str) -> None:
        settings = str(self.node(leader).settings)
        command = ["patronictl", "-c", settings, "switchover", "--force", f"--leader={leader}", SCOPE]
        self._workplace.run("switchover", as_database_user(command), 60)
