// Edits on their way to the server: one after the other, in the order in which they were made. A cell shows what was
// typed, marked, until the server has answered; nothing leaves this list without an answer.

const unanswered = { sentence: "The server did not answer for this line.", cure: "Load the page again." };

/** What an amount is worked out from, and goes when another is typed over it. */
const calculationCells = ["quantity", "unitOfMeasure", "unitCost"];

/** The cells of a line that an amount typed over them has emptied, though nobody typed into them. */
function clearedWith({ cells = {} }, before, after) {
  if (!before || !after || cells.amount === undefined) return [];
  return calculationCells.filter((key) => cells[key] === undefined && before[key] && !after[key]);
}

class EditQueue {
  constructor(grid) {
    this.grid = grid;
    this.waiting = [];
    this.isSending = false;
    /** Acts of this page so far: an answer that was asked for before the last of them tells of an older budget. */
    this.count = 0;
    this.whenIdle = [];
  }

  get isBusy() {
    return this.waiting.length > 0;
  }

  /** @param command { source, rule, rows }; onSettled is told the rows of the answer. */
  add(command, onSettled = () => {}) {
    this.count += 1;
    const entry = { id: this.count, command, onSettled };
    this.waiting.push(entry);
    this.#mark(entry);
    this.grid.editsChanged();
    this.send();
  }

  /** Resolves when everything is answered. */
  idle() {
    return this.isBusy ? new Promise((resolve) => this.whenIdle.push(resolve)) : Promise.resolve();
  }

  async send() {
    if (this.isSending) return;
    this.isSending = true;
    while (this.waiting.length > 0) {
      const entry = this.waiting[0];
      const told = await this.grid.server.edit({ preview: false, ...entry.command });
      if (!this.grid.connection.note(told)) break;
      this.waiting.shift();
      this.#settle(entry, told);
    }
    this.isSending = false;
    if (!this.isBusy) for (const resolve of this.whenIdle.splice(0)) resolve();
    this.grid.editsChanged();
  }

  #mark({ id, command }) {
    const { unsaved } = this.grid.lines;
    for (const { line, cells = {}, seen = {} } of command.rows) {
      if (!line) continue;
      for (const [key, typed] of Object.entries(cells)) {
        unsaved.set(cellName(line, key), { typed, seen: seen[key], state: "saving", refusals: [], command: id });
      }
    }
  }

  #settle(entry, told) {
    const { lines } = this.grid;
    const rows = told.kind === "answer" ? told.body.rows
      : entry.command.rows.map(() => ({ outcome: "refused", line: null, refusals: told.refusals }));
    const added = [];
    const cleared = new Set();
    entry.command.rows.forEach((row, at) => {
      const answer = rows[at] ?? { outcome: "refused", refusals: [unanswered] };
      const before = lines.lines.get(row.line);
      if (row.delete && answer.outcome !== "refused") lines.lines.delete(row.delete);
      if (answer.line) lines.lines.set(answer.line.id, answer.line);
      if (row.new && answer.line && answer.outcome !== "refused") added.push(answer.line.id);
      if (row.line) this.#settleCells(entry, row, answer);
      if (before && answer.line) this.#carrySeen(before, answer.line);
      if (answer.outcome !== "refused") for (const key of clearedWith(row, before, answer.line)) cleared.add(key);
    });
    if (told.kind === "answer") {
      lines.steps = told.body.steps ?? lines.steps;
      lines.advance(told.body);
    }
    this.grid.editSettled(rows, added, cleared);
    entry.onSettled(rows);
  }

  #settleCells(entry, row, answer) {
    const { lines } = this.grid;
    for (const [key, typed] of Object.entries(row.cells)) {
      const name = cellName(row.line, key);
      const unsaved = lines.unsaved.get(name);
      // What was typed into the cell since is on its way too, and has its own answer.
      if (unsaved?.command !== entry.id) continue;
      const own = (answer.refusals ?? []).filter(({ cell }) => cell === key);
      const now = own.find((refusal) => refusal.now !== undefined)?.now;
      // An answer that was lost on its way: the edit had been saved.
      const isDone = now !== undefined && (now === typed || isSameFigure(now, typed));
      if (answer.outcome !== "refused" || isDone) lines.unsaved.delete(name);
      else {
        const refusals = own.length > 0 ? own : answer.refusals;
        lines.unsaved.set(name, { ...unsaved, state: now === undefined ? "refused" : "conflict", now, refusals });
      }
    }
  }

  /**
   * An edit of ours changed a line; edits of ours that wait have not seen that, and are yet no conflict with it. What
   * somebody else changed meanwhile stays one.
   */
  #carrySeen(before, after) {
    const holders = this.waiting.flatMap(({ command }) => command.rows).filter((row) => row.line === after.id)
      .map((row) => row.seen);
    const { open } = this.grid.editor;
    for (const seen of holders) {
      for (const key of Object.keys(seen)) if (seen[key] === (before[key] ?? "")) seen[key] = after[key] ?? "";
    }
    if (open?.id === after.id && open.seen === (before[open.key] ?? "")) open.seen = after[open.key] ?? "";
  }

  /** Everything that would be lost with the page, as rows that can be sent again. */
  get unsentRows() {
    const rows = new Map();
    const put = (id, key, typed, seen, isRefused = false) => {
      if (!rows.has(id)) rows.set(id, { line: id, cells: {}, seen: {}, isRefused: false });
      const row = rows.get(id);
      row.cells[key] = typed;
      row.seen[key] = seen;
      row.isRefused ||= isRefused;
    };
    for (const [name, { typed, seen, state }] of this.grid.lines.unsaved) {
      const { id, key } = cellNamed(name);
      put(id, key, typed, seen, state !== "saving");
    }
    const { draft } = this.grid.editor;
    if (draft) put(draft.id, draft.key, draft.typed, draft.seen);
    const others = this.waiting.flatMap(({ command }) => command.rows).filter((row) => !row.line);
    return [...rows.values(), ...others];
  }
}
