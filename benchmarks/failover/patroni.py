"""What Patroni is told. Its files are YAML, of which JSON is a part."""

from dataclasses import dataclass
from pathlib import Path

SCOPE = "plumbline"
POSTGRESQL = Path("/usr/lib/postgresql/15/bin")
SUPERUSER = "postgres"

# Whole only with its data on two nodes: a primary without a synchronous standby takes no writes. A primary whose
# postmaster died is not waited for. Patroni asks for ttl >= loop_wait + 2 * retry_timeout, and no ttl below 20.
CLUSTER_RULES = {
    "ttl": 20,
    "loop_wait": 3,
    "retry_timeout": 8,
    "primary_start_timeout": 0,
    "synchronous_mode": True,
    "synchronous_mode_strict": True,
}

# A dead server's locks have to go with it: the server process of a connection looks every few seconds whether its
# client is still there, even while it runs a statement.
PARAMETERS = {
    "max_connections": 100,
    "shared_buffers": "128MB",
    "wal_keep_size": "128MB",
    "client_connection_check_interval": "5s",
    "idle_in_transaction_session_timeout": "60s",
    "password_encryption": "scram-sha-256",
    "log_line_prefix": "%m [%p] %a ",
}

ACCESS = [
    "local all all scram-sha-256",
    "host all all 127.0.0.1/32 scram-sha-256",
    "host replication all 127.0.0.1/32 scram-sha-256",
]


@dataclass(frozen=True)
class Passwords:
    superuser: str
    replication: str
    owner: str


@dataclass(frozen=True)
class NodeAddress:
    name: str
    postgresql_port: int
    rest_port: int


def configuration(node: NodeAddress, folder: Path, etcd_ports: list[int], passwords: Passwords) -> dict:
    rest = f"127.0.0.1:{node.rest_port}"
    return {
        "scope": SCOPE,
        "name": node.name,
        "restapi": {"listen": rest, "connect_address": rest},
        "etcd3": {"hosts": [f"127.0.0.1:{port}" for port in etcd_ports]},
        "bootstrap": {
            "dcs": {**CLUSTER_RULES, "postgresql": {"use_pg_rewind": True, "parameters": PARAMETERS}},
            "initdb": [{"encoding": "UTF8"}, {"locale": "C"}, {"auth": "scram-sha-256"}, "data-checksums"],
        },
        "postgresql": postgresql(node, folder, passwords),
    }


def postgresql(node: NodeAddress, folder: Path, passwords: Passwords) -> dict:
    address = f"127.0.0.1:{node.postgresql_port}"
    return {
        "listen": address,
        "connect_address": address,
        "bin_dir": str(POSTGRESQL),
        "data_dir": str(folder / "data"),
        "pgpass": str(folder / "pgpass"),
        "authentication": {
            "superuser": {"username": SUPERUSER, "password": passwords.superuser},
            "replication": {"username": "replicator", "password": passwords.replication},
        },
        "parameters": {"unix_socket_directories": str(folder)},
        "pg_hba": ACCESS,
        # A node that cannot be rewound is copied anew, so that it always comes back.
        "remove_data_directory_on_rewind_failure": True,
        "remove_data_directory_on_diverged_timelines": True,
    }
