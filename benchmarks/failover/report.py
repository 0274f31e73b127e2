"""What came out, for programs and for people."""

from events import DATABASE_KINDS, SERVER_KINDS, EventLog
from options import COMPANIES, Options
from outcome import NoProof
from recovery import Recovery, Wait, join, middle_and_worst


def report_of(options: Options, log: EventLog, proven: bool, driver: dict) -> dict:
    try:
        waits = [Wait.read(wait) for wait in driver["waits"]]
    except (KeyError, TypeError, ValueError) as problem:
        raise NoProof(f"The driver's report has a wait that cannot be read: {problem!r}.") from problem
    recoveries, unattributed = join(waits, log.outages)
    return {
        "proven": proven,
        "form": options.form.name,
        "seed": options.seed,
        "companies": COMPANIES,
        "kinds": {kind: figures(kind, recoveries) for kind in (*DATABASE_KINDS, *SERVER_KINDS)},
        "unattributedWaits": len(unattributed),
        "longestUnattributedWait": round(max((wait.end - wait.begin for wait in unattributed), default=0.0), 1),
        "serversEndedByThemselves": log.server_exits,
        "driver": {key: value for key, value in driver.items() if key != "waits"},
    }


def figures(kind: str, recoveries: list[Recovery]) -> dict:
    """Seconds."""
    found = [recovery for recovery in recoveries if recovery.outage.kind == kind]
    if not found:
        return {"events": 0}
    shown: dict = {
        "events": len(found),
        "recovery": middle_and_worst([recovery.seconds for recovery in found]),
        "connectorsThatWaited": max(recovery.connectors for recovery in found),
        "healed": middle_and_worst([recovery.outage.healed - recovery.outage.at for recovery in found]),
    }
    leader = [seconds for recovery in found if (seconds := recovery.outage.leader_seconds) is not None]
    if leader:
        shown["leader"] = middle_and_worst(leader)
    return shown


def table(report: dict) -> str:
    """Recovery: until the last connector works again. Leader: until a node is the primary. Healed: until all is up."""
    lines = [f"{'seconds: median / worst':<24}{'events':>8}{'recovery':>16}{'leader':>16}{'healed':>16}"]
    for kind, shown in report["kinds"].items():
        cells = "".join(f"{cell(shown.get(column)):>16}" for column in ("recovery", "leader", "healed"))
        lines.append(f"{kind:<24}{shown['events']:>8}{cells}")
    lines.append(
        f"Waits that belong to no event: {report['unattributedWaits']}, the longest of"
        f" {report['longestUnattributedWait']} s. Servers that ended by themselves:"
        f" {report['serversEndedByThemselves']}."
    )
    return "\n".join(lines)


def cell(figure: dict[str, float] | None) -> str:
    return f"{figure['median']} / {figure['worst']}" if figure else "–"
