"""From many measurements to a table: medians, ranges and growth."""

from statistics import median

# Issue: the cost of one poll stays flat from the fewest companies to the most.
MOST_GROWTH = 1.3
# A median of measurements that lie further apart than this says little.
MOST_SPREAD = 0.25


def spread(values: list[float]) -> str:
    """`median (least – most)`, with a ~ where the machine was not quiet."""
    middle = median(values)
    noisy = middle > 0 and (max(values) - min(values)) / middle > MOST_SPREAD
    return f"{'~' if noisy else ''}{number(middle)} ({number(min(values))} – {number(max(values))})"


def number(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.2f}"


def markdown(titles: list[str], rows: list[list[str]]) -> str:
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def idle_table(found: dict[tuple, list[dict]]) -> str:
    titles = ["Engine", "Servers", "Companies", "Polls/s", "CPU per poll, µs: servers", "database",
              "p50, ms", "p99, ms", "Memory, MiB: a server", "database"]
    return markdown(titles, [_idle_row(cell, runs) for cell, runs in sorted(found.items())])


def _idle_row(cell: tuple, runs: list[dict]) -> list[str]:
    engine, servers, size = cell
    costs = [run["cost"] for run in runs]
    database = "databaseMicrosecondsEach" in costs[0]
    return [
        engine, str(servers), f"{size:,}",
        spread([run["pollsPerSecond"] for run in runs]),
        spread([cost["serverMicrosecondsEach"] for cost in costs]),
        spread([cost["databaseMicrosecondsEach"] for cost in costs]) if database else "in the server",
        spread([run["openP50"] / 1_000 for run in runs]), spread([run["openP99"] / 1_000 for run in runs]),
        number(max(max(cost["serverPeakKiB"]) for cost in costs) / 1_024),
        number(max(cost["databaseKiB"] for cost in costs) / 1_024) if database else "in the server",
    ]


def work_table(found: dict[tuple, list[dict]]) -> str:
    titles = ["Engine", "Servers", "Companies", "Work", "Calls", "Sessions/s", "p50, ms", "p99, ms",
              "CPU per session, ms: servers", "database"]
    rows = []
    for (engine, servers, size, work), runs in sorted(found.items()):
        costs = [run["cost"] for run in runs]
        database = "databaseMicrosecondsEach" in costs[0]
        rows.append([
            engine, str(servers), f"{size:,}", work, str(runs[0]["callsPerSession"]),
            spread([run["sessionsPerSecond"] for run in runs]),
            spread([run["p50"] / 1_000 for run in runs]), spread([run["p99"] / 1_000 for run in runs]),
            spread([cost["serverMicrosecondsEach"] / 1_000 for cost in costs]),
            spread([cost["databaseMicrosecondsEach"] / 1_000 for cost in costs]) if database else "in the server",
        ])
    return markdown(titles, rows)


def growth_table(found: dict[tuple, list[dict]], sizes: tuple[int, ...]) -> str:
    """How much dearer one poll is with the most companies than with the fewest."""
    rows = []
    for engine, servers in sorted({(engine, servers) for engine, servers, _ in found}):
        least, most = found[engine, servers, sizes[0]], found[engine, servers, sizes[-1]]
        cost = median(map(cpu, most)) / median(map(cpu, least))
        time = median(run["openP50"] for run in most) / median(run["openP50"] for run in least)
        verdict = "flat" if max(cost, time) <= MOST_GROWTH else "grows"
        rows.append([engine, str(servers), f"{cost:.2f}", f"{time:.2f}", verdict])
    ratio = f"CPU per poll, {sizes[-1]:,} : {sizes[0]:,}"
    return markdown(["Engine", "Servers", ratio, "p50", f"Goal ≤ {MOST_GROWTH}"], rows)


def cpu(run: dict) -> float:
    """Of servers and database together: work may not hide on the other side of a socket."""
    return run["cost"]["serverMicrosecondsEach"] + run["cost"].get("databaseMicrosecondsEach", 0)
