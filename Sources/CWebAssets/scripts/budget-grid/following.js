// Others work on the same budget: their changes come in while the page is looked at.

const lookEvery = 15_000;

class Following {
  constructor(grid) {
    this.grid = grid;
    this.isLooking = false;
    setInterval(() => this.look(), lookEvery);
    document.addEventListener("visibilitychange", () => this.look());
  }

  async look() {
    // While edits are under way the server's whole budget is older than the answers that come.
    if (this.grid.queue.isBusy) return this.grid.queue.send();
    if (document.hidden || this.isLooking || this.grid.acts.isStepping) return;
    this.isLooking = true;
    const edits = this.grid.queue.count;
    const told = await this.grid.server.lines(this.grid.lines.version);
    this.isLooking = false;
    if (!this.grid.connection.note(told) || told.kind !== "answer") return;
    if (this.grid.queue.isBusy || this.grid.queue.count !== edits) return;
    this.grid.takeAll(told.body);
  }
}

/** How many lines are not as they were. */
function changedLines(before, after) {
  const now = new Map(after.map((line) => [line.id, line]));
  let count = 0;
  for (const id of before.keys()) if (!now.has(id)) count += 1;
  for (const line of after) if (JSON.stringify(before.get(line.id)) !== JSON.stringify(line)) count += 1;
  return count;
}
