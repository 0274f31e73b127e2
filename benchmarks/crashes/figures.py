"""The figures of a run as text."""


def of_kills(report: dict) -> str:
    lines = [
        f"{report['serverKills']} servers killed in {report['seconds']} s: {report['killsInACall']} in a call, "
        f"{report['killsBetweenTwoCallsOfASession']} between two calls of a session, "
        f"{report['killsOutsideOfAnySession']} outside of any session.",
        f"Ready again after {report['readyMillisecondsMedian']} ms (median), "
        f"{report['readyMillisecondsWorst']} ms (worst); {report['readyLater']} took longer than "
        f"{report['readyLimitSeconds']} s.",
        f"{report['exports']} exports of {report['firms']} firms; {report['callsSent']} calls, "
        f"{report['callsLost']} lost.",
        "",
        *table("Call struck", report["callsStruck"]),
        "",
        *table("Command killed", report["commandsKilled"]),
    ]
    return "\n".join(lines)


def of_faults(report: dict) -> str:
    if not report["series"]:
        return "No call was struck."
    names = [name for name in report["series"][0] if name != "strikes"]
    head = ["| " + " | ".join(name.capitalize() for name in names) + " |", "|---" * len(names) + "|"]
    rows = ["| " + " | ".join(str(row[name]) for name in names) + " |" for row in report["series"]]
    return "\n".join(head + rows)


def table(title: str, counts: dict[str, int]) -> list[str]:
    return [f"| {title} | Times |", "|---|---|", *(f"| {name} | {times} |" for name, times in counts.items())]
