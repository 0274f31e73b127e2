// What a person does to the budget in the grid, by key, by button or by mouse.

class GridActs {
  constructor(grid) {
    this.grid = grid;
    this.status = grid.status;
  }

  enter(step) {
    const { row, anchor } = this.grid.selection;
    if (row?.kind === "group") return this.grid.toggleGroup(anchor.row);
    if (row?.kind === "new") return this.beginEditing();
    this.grid.selection.moveTo(anchor.row + step, anchor.column);
  }

  tab(step) {
    const { anchor } = this.grid.selection;
    const width = this.grid.table.columns.length;
    const at = anchor.row * width + anchor.column + step;
    this.grid.selection.moveTo(Math.floor(at / width), ((at % width) + width) % width);
  }

  escape() {
    this.grid.selection.moveTo(this.grid.selection.anchor.row, this.grid.selection.anchor.column);
    this.status.say("Tab leaves the grid now.");
  }

  leaveForControls() {
    const { note, toolbar } = this.grid;
    const inNote = note.place.hidden ? null : note.place.querySelector("button");
    (inNote ?? toolbar.search).focus();
  }

  /** False, with the reason said, where the cell is closed. */
  beginEditing(how = {}) {
    const { line, key, row, anchor } = this.grid.selection;
    if (row?.kind === "group") return this.grid.toggleGroup(anchor.row);
    if (row?.kind === "new") return this.grid.canEdit && this.grid.newLine.focus();
    if (!line || !key) return false;
    if (this.#isRefused(this.grid.lines.closedBecause(key))) return false;
    this.grid.selection.moveTo(anchor.row, anchor.column);
    this.grid.note.place.hidden = true;
    this.grid.editor.begin(line, key, how);
    return true;
  }

  /** Says why, where the budget may only be looked at or these refusals stand in the way. */
  #isRefused(refusals = []) {
    const reason = this.grid.canEdit ? refusalText(refusals) : this.status.lock.textContent;
    if (reason) this.status.tell(reason);
    return Boolean(reason);
  }

  /** @param cells [{ id, key, typed, seen }] */
  saveCells(cells, source) {
    const rows = new Map();
    for (const { id, key, typed, seen } of cells) {
      if (!rows.has(id)) rows.set(id, { line: id, cells: {}, seen: {} });
      rows.get(id).cells[key] = this.grid.lines.isFigure(key) ? figureFromSpreadsheet(typed) : typed;
      rows.get(id).seen[key] = seen;
    }
    const rule = source === "typing" ? "allOrNothing" : "whatIsAccepted";
    this.grid.queue.add({ source, rule, rows: [...rows.values()] });
  }

  clearCells() {
    this.#changeOpenCells("There is nothing to clear: ", "typing", () => "");
  }

  fillDown() {
    const [first] = this.grid.selection.lines;
    if (first) this.#changeOpenCells("There is nothing to fill: ", "fill", (key) => this.grid.lines.value(first, key));
  }

  /** Gives each chosen cell that is open a value, as one step. */
  #changeOpenCells(nothing, source, valueOf) {
    if (this.#isRefused()) return;
    const { selection, lines } = this.grid;
    const open = selection.keys.filter((key) => lines.closedBecause(key).length === 0);
    if (open.length === 0) return this.status.tell(nothing + refusalText(lines.closedBecause(selection.keys[0])));
    const cells = selection.lines.flatMap((line) => open.map((key) => ({
      id: line.id, key, typed: valueOf(key), seen: lines.value(line, key), unsaved: lines.unsavedIn(line, key),
    }))).filter(({ typed, seen, unsaved }) => unsaved || typed !== seen);
    if (cells.length > 0) this.saveCells(cells, source);
  }

  /** Gives up what was typed into a cell. */
  drop(id, key) {
    const unsaved = this.grid.lines.unsaved.get(cellName(id, key));
    this.grid.lines.unsaved.delete(cellName(id, key));
    // Theirs, until the whole line comes with the next look at the server.
    const line = this.grid.lines.lines.get(id);
    if (line && unsaved?.now !== undefined) this.grid.lines.lines.set(id, { ...line, [key]: unsaved.now });
    this.grid.layOut();
    this.grid.editsChanged();
    this.grid.table.place.focus();
  }

  async paste(text) {
    if (this.#isRefused()) return;
    await this.grid.queue.idle();
    const plan = pastePlan(this.grid, text);
    if (plan.tooMany) {
      const limit = countShown(plan.limit);
      return showRefusedPaste(`${counted(plan.tooMany, "row")} cannot be pasted at once; ${limit} can. Paste them in `
        + "parts, or import the budget from a file.");
    }
    if (plan.rows.length === 0 && plan.ignored.length === 0) return this.status.tell("The paste changes nothing.");
    const command = { source: "paste", rule: "whatIsAccepted", rows: plan.rows };
    const answered = plan.rows.length > 0 ? await this.#preview(command) : [];
    if (!answered) return;
    const entries = reportEntries(this.grid.lines, plan, answered);
    if (!await confirmPaste(entries)) return this.status.tell("Nothing was pasted.");
    const rows = plan.rows.filter((_, at) => answered[at].outcome !== "refused");
    this.grid.queue.add({ ...command, rows }, (settled) => {
      if (settled.some(({ outcome }) => outcome === "refused")) {
        showRefusedRows(this.grid.lines, reportEntries(this.grid.lines, { rows, ignored: [] }, settled));
      }
    });
  }

  async #preview(command) {
    this.status.tell("Looking at what the paste would do…");
    const told = await this.grid.server.edit({ ...command, preview: true });
    const isAnswered = this.grid.connection.note(told);
    if (isAnswered && told.kind === "answer") return told.body.rows;
    this.status.tell("Nothing was pasted.");
    showRefusedPaste(isAnswered ? refusalText(told.refusals) : "The server does not answer.");
    return null;
  }

  async deleteLines() {
    const { lines } = this.grid.selection;
    if (this.#isRefused(this.grid.lines.acts.deleteLineItem)) return;
    if (lines.length === 0) return this.status.tell("Choose the lines to delete in the grid.");
    const named = lines.slice(0, 10).map(({ code, description }) => element("li", {}, `${code} ${description ?? ""}`));
    if (lines.length > 10) named.push(element("li", {}, `and ${lines.length - 10} more`));
    const content = element("div", { class: "stack" }, element("ul", {}, named), element("p", {}, "It can be undone."));
    const label = `Delete ${counted(lines.length, "line")}`;
    const answer = await openDialog(`${label}?`, content, [
      { label, value: "delete", kind: "button-danger" }, { label: "Cancel", value: "" },
    ]);
    if (answer !== "delete") return;
    this.grid.queue.add({ source: "typing", rule: "allOrNothing", rows: lines.map(({ id }) => ({ delete: id })) });
  }

  undo() {
    return this.#step("undo", "Undone");
  }

  redo() {
    return this.#step("redo", "Done again");
  }

  async #step(direction, word) {
    if (this.isStepping) return;
    if (!this.grid.canEdit) return this.status.tell(this.status.lock.textContent);
    const isPossible = this.grid.lines.steps[direction] || this.grid.queue.isBusy;
    if (!isPossible) return this.status.tell(`There is nothing to ${direction}.`);
    this.isStepping = true;
    await this.grid.queue.idle();
    this.grid.queue.count += 1;
    const told = await this.grid.server[direction]();
    this.isStepping = false;
    if (!this.grid.connection.note(told)) return;
    if (told.kind === "refused") return this.status.tell(refusalText(told.refusals));
    this.grid.lines.apply(told.body.rows);
    this.grid.lines.steps = told.body.steps;
    this.grid.lines.advance(told.body);
    this.grid.takeIn(told.body.rows.filter(({ deleted }) => !deleted).map(({ id }) => id));
    this.status.tell(`${word}: ${told.body.label}.`);
  }
}
