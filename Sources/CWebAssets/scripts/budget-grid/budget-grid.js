// The budget as a grid: puts the parts together, in place of the table that the server wrote.

class BudgetGrid {
  constructor(section, answer) {
    this.section = section;
    this.server = new BudgetServer(section.dataset);
    this.canEdit = section.dataset.canEdit === "true";
    this.view = new SavedView(location.search);
    this.collapsed = new Set();
    this.lines = new BudgetLines(answer);
    this.arrangement = new Arrangement(this.lines, this.view, this.collapsed);
    this.kept = new KeptEdits(section.dataset.person ?? "", section.dataset.edits);
    this.table = new GridTable(element("div", { class: "grid-table" }), new Painter(this), (key) => this.sortBy(key));
    this.selection = new Selection(this);
    this.editor = new CellEditor(this);
    this.note = new CellNote(this);
    this.queue = new EditQueue(this);
    this.connection = new Connection(this);
    this.toolbar = new Toolbar(this);
    this.newLine = new NewLineForm(this);
    this.live = element("p", { class: "visually-hidden", role: "status" });
    this.summary = element("p", { class: "grid-summary" });
    this.unsaved = element("p", { class: "grid-unsaved" });
    this.notices = element("div", { class: "stack" }, this.connection.notice);
    this.lock = element("div", { class: "notice grid-lock" });
    this.frame = element("div", { class: "grid-frame" }, this.table.place, this.editor.place, this.note.place);
  }

  async start() {
    const place = this.section.querySelector("[data-without-grid]") ?? this.section.querySelector(".table-frame");
    const whole = element("div", { class: "grid stack" }, this.notices, this.lock, this.toolbar.place, this.frame,
      element("div", { class: "grid-status" }, this.summary, this.unsaved), this.newLine.place, this.live,
      choiceLists(this.lines));
    if (place) place.replaceWith(whole);
    else this.section.append(whole);
    for (const leftover of this.section.querySelectorAll("[data-without-grid]")) leftover.remove();
    this.#nameColumns();
    await this.table.build(this.columnsShown, this.arrangement.rows.length, `Budget of ${this.lines.project.name}`);
    this.table.onPaint = () => {
      this.editor.follow();
      this.note.show();
    };
    listenToPointer(this);
    listenToKeys(this);
    listenToClipboard(this);
    this.following = new Following(this);
    addEventListener("pagehide", () => this.keepEdits());
    addEventListener("resize", () => this.table.onPaint());
    this.refresh();
    offerKeptEdits(this);
    this.section.dataset.grid = "ready";
  }

  get columnsShown() {
    return this.lines.columns.filter(({ key }) => this.view.shows(key));
  }

  #nameColumns() {
    this.columnPosition = new Map(this.columnsShown.map(({ key }, at) => [key, at]));
  }

  // Showing

  /** Brings everything in sight up to date with the model. */
  refresh() {
    this.toolbar.refresh();
    this.newLine.refresh();
    this.#showLock();
    this.selectionMoved();
    this.#showUnsaved();
  }

  selectionMoved() {
    this.table.paint();
    const cell = this.table.cellAt(this.selection.anchor.row, this.selection.key);
    setARIA(this.table.place, "aria-activedescendant", cell?.id);
    clearTimeout(this.summing);
    this.summing = setTimeout(() => this.#showSummary(), this.selection.isOneCell ? 0 : 60);
  }

  #showSummary() {
    const { lines, figures, sum } = this.selection.summary();
    const money = `${figureShown(sum, this.lines.currency.digits)} ${this.lines.currency.code}`;
    this.summary.textContent = this.selection.isOneCell || lines === 0 ? ""
      : [counted(lines, "line"), figures > 0 ? `sum of ${counted(figures, "amount")} ${money}` : null].filter(Boolean).join(" · ");
  }

  #showLock() {
    const refusals = this.lines.acts.editOriginalAmount ?? [];
    this.lock.hidden = refusals.length === 0 && this.canEdit;
    const sentences = refusals.length > 0 ? refusals
      : [{ sentence: "You may look at this budget, not change it.", cure: "A Directory administrator can give you the right to." }];
    this.lock.replaceChildren(...sentences.map(({ sentence, cure }) => element("p", {}, element("strong", {}, sentence), " ", cure ?? "")));
  }

  #showUnsaved() {
    const states = [...this.lines.unsaved.values()].map(({ state }) => state);
    const failed = states.filter((state) => state !== "saving").length;
    const parts = [];
    if (this.queue.isBusy) parts.push("Saving…");
    else if (failed === 0 && this.queue.count > 0) parts.push("All saved");
    if (failed > 0) parts.push(`${counted(failed, "cell")} not saved `, button("Show the next", () => this.showNextUnsaved()));
    this.unsaved.replaceChildren(...parts);
  }

  showNextUnsaved() {
    const { rows } = this.arrangement;
    const { row, column } = this.selection.anchor;
    const places = [...this.lines.unsaved].filter(([, { state }]) => state !== "saving").map(([name]) => {
      const split = name.lastIndexOf(" ");
      return { row: rows.findIndex(({ id }) => id === name.slice(0, split)), column: this.columnPosition.get(name.slice(split + 1)) };
    }).filter((place) => place.row >= 0 && place.column !== undefined)
      .sort((one, other) => one.row - other.row || one.column - other.column);
    const next = places.find((place) => place.row > row || (place.row === row && place.column > column)) ?? places[0];
    if (!next) return this.view.isFiltered && (this.view.clearFilters(), this.changeView({}));
    this.selection.moveTo(next.row, next.column);
    this.table.place.focus();
  }

  /** For readers that speak; the eye sees it in the grid. */
  say(text) {
    this.live.textContent = "";
    requestAnimationFrame(() => (this.live.textContent = text));
  }

  showKeys() {
    const list = keyHelp.flatMap(([keys, act]) => [element("dt", {}, keys), element("dd", {}, act)]);
    openDialog("Keys", element("dl", { class: "facts" }, list), [{ label: "Close", value: "" }]);
  }

  // The view

  changeView(changes) {
    Object.assign(this.view, changes);
    this.view.writeToAddress();
    if (changes.group !== undefined) this.collapsed.clear();
    this.rearrange();
    const count = this.arrangement.total.count;
    this.say(`${counted(count, "line")} shown.`);
  }

  sortBy(key) {
    this.view.sortNext(key);
    this.changeView({});
  }

  changeColumns(columns) {
    const restore = this.selection.keep();
    this.view.columns = columns;
    this.view.writeToAddress();
    this.#nameColumns();
    this.table.setColumns(this.columnsShown);
    restore();
    this.refresh();
  }

  toggleGroup(index) {
    const row = this.arrangement.rows[index];
    if (row?.kind !== "group") return;
    if (row.isCollapsed) this.collapsed.delete(row.key);
    else this.collapsed.add(row.key);
    this.layOut();
  }

  foldAll() {
    const isClosing = this.collapsed.size === 0;
    this.collapsed.clear();
    if (isClosing) for (const { key } of this.arrangement.groupIDs) this.collapsed.add(key);
    this.layOut();
  }

  /** Filters, orders and groups anew. */
  rearrange() {
    this.#keepingSelection(() => (this.arrangement = new Arrangement(this.lines, this.view, this.collapsed)));
  }

  /** Values and totals anew; every line stays where it is, for a line that jumps away while one types is lost. */
  layOut() {
    this.#keepingSelection(() => this.arrangement.layOut(this.collapsed));
  }

  async #keepingSelection(change) {
    const restore = this.selection.keep();
    change();
    restore();
    const counted = this.table.setCount(this.arrangement.rows.length);
    this.refresh();
    await counted;
  }

  // Editing

  enter(step) {
    const { row, anchor } = this.selection;
    if (row?.kind === "group") return this.toggleGroup(anchor.row);
    if (row?.kind === "new") return this.beginEditing();
    this.selection.moveTo(anchor.row + step, anchor.column);
  }

  tab(step) {
    const { anchor } = this.selection;
    const width = this.table.columns.length;
    const at = anchor.row * width + anchor.column + step;
    this.selection.moveTo(Math.floor(at / width), ((at % width) + width) % width);
  }

  escape() {
    this.selection.moveTo(this.selection.anchor.row, this.selection.anchor.column);
    this.say("Tab leaves the grid now.");
  }

  leaveForControls() {
    const target = this.note.place.hidden ? this.toolbar.search : this.note.place.querySelector("button");
    (target ?? this.toolbar.search).focus();
  }

  /** False, with the reason said, where the cell is closed. */
  beginEditing(how = {}) {
    const { line, key, row, anchor } = this.selection;
    if (row?.kind === "group") return this.toggleGroup(anchor.row);
    if (row?.kind === "new") return this.canEdit && this.newLine.focus();
    if (!line || !key) return false;
    const refusals = this.canEdit ? this.lines.closedBecause(key) : [{ sentence: this.lock.textContent, cure: "" }];
    if (refusals.length > 0) {
      this.tell(refusalText(refusals));
      return false;
    }
    this.selection.moveTo(anchor.row, anchor.column);
    this.note.place.hidden = true;
    this.editor.begin(line, key, how);
    return true;
  }

  /** Shown under the grid and spoken: for what was tried and cannot be. */
  tell(text) {
    clearTimeout(this.summing);
    this.summary.textContent = text;
    this.say(text);
  }

  /** @param cells [{ id, key, typed, seen }] */
  saveCells(cells, source) {
    const rows = new Map();
    for (const { id, key, typed, seen } of cells) {
      if (!rows.has(id)) rows.set(id, { line: id, cells: {}, seen: {} });
      rows.get(id).cells[key] = this.lines.isFigure(key) ? figureFromSpreadsheet(typed) : typed;
      rows.get(id).seen[key] = seen;
    }
    const rule = source === "typing" ? "allOrNothing" : "whatIsAccepted";
    this.queue.add({ source, rule, rows: [...rows.values()] });
  }

  clearCells() {
    this.#changeOpenCells("There is nothing to clear: ", "typing", () => "");
  }

  fillDown() {
    const [first] = this.selection.lines;
    if (first) this.#changeOpenCells("There is nothing to fill: ", "fill", (key) => this.lines.value(first, key));
  }

  /** Gives each chosen cell that is open a value, as one step. */
  #changeOpenCells(nothing, source, valueOf) {
    if (!this.canEdit) return this.tell(this.lock.textContent);
    const { lines, keys } = this.selection;
    const open = keys.filter((key) => this.lines.closedBecause(key).length === 0);
    if (open.length === 0) return this.tell(nothing + refusalText(this.lines.closedBecause(keys[0])));
    const cells = lines.flatMap((line) => open.map((key) => ({
      id: line.id, key, typed: valueOf(key), seen: this.lines.value(line, key), unsaved: this.lines.unsavedIn(line, key),
    }))).filter(({ typed, seen, unsaved }) => unsaved || typed !== seen);
    if (cells.length > 0) this.saveCells(cells, source);
  }

  /** Gives up what was typed into a cell. */
  drop(id, key) {
    const unsaved = this.lines.unsaved.get(cellName(id, key));
    this.lines.unsaved.delete(cellName(id, key));
    // Theirs, until the whole line comes with the next look at the server.
    const line = this.lines.lines.get(id);
    if (line && unsaved?.now !== undefined) this.lines.lines.set(id, { ...line, [key]: unsaved.now });
    this.layOut();
    this.editsChanged();
    this.table.place.focus();
  }

  async paste(text) {
    if (!this.canEdit) return this.tell(this.lock.textContent);
    await this.queue.idle();
    const plan = pastePlan(this, text);
    if (plan.tooMany) return this.tell(`${counted(plan.tooMany, "row")} cannot be pasted at once; ${plan.limit.toLocaleString("en")} can.`);
    if (plan.rows.length === 0 && plan.ignored.length === 0) return this.tell("The paste changes nothing.");
    const command = { source: "paste", rule: "whatIsAccepted", rows: plan.rows };
    const answered = plan.rows.length > 0 ? await this.#preview(command) : [];
    if (!answered) return;
    const entries = reportEntries(this.lines, plan, answered);
    if (!await confirmPaste(entries)) return this.tell("Nothing was pasted.");
    const rows = plan.rows.filter((_, at) => answered[at].outcome !== "refused");
    this.queue.add({ ...command, rows }, (settled) => {
      if (settled.some(({ outcome }) => outcome === "refused")) {
        showRefusedRows(this.lines, reportEntries(this.lines, { rows, ignored: [] }, settled));
      }
    });
  }

  async #preview(command) {
    this.tell("Looking at what the paste would do…");
    const told = await this.server.edit({ ...command, preview: true });
    if (!this.connection.note(told)) return this.tell("Nothing was pasted. Paste again when the server answers."), null;
    if (told.kind === "answer") return told.body.rows;
    return this.tell(refusalText(told.refusals)), null;
  }

  async deleteLines() {
    const { lines } = this.selection;
    const refusals = this.canEdit ? this.lines.acts.deleteLineItem ?? [] : [{ sentence: this.lock.textContent, cure: "" }];
    if (refusals.length > 0) return this.tell(refusalText(refusals));
    if (lines.length === 0) return this.tell("Choose the lines to delete in the grid.");
    const named = lines.slice(0, 10).map(({ code, description }) => element("li", {}, `${code} ${description ?? ""}`));
    if (lines.length > 10) named.push(element("li", {}, `and ${lines.length - 10} more`));
    const content = element("div", { class: "stack" }, element("ul", {}, named), element("p", {}, "It can be undone."));
    const label = `Delete ${counted(lines.length, "line")}`;
    const answer = await openDialog(`${label}?`, content, [
      { label, value: "delete", kind: "button-danger" }, { label: "Cancel", value: "" },
    ]);
    if (answer !== "delete") return;
    this.queue.add({ source: "typing", rule: "allOrNothing", rows: lines.map(({ id }) => ({ delete: id })) });
  }

  undo() {
    return this.#step("undo", "Undone");
  }

  redo() {
    return this.#step("redo", "Done again");
  }

  async #step(direction, word) {
    if (!this.canEdit || this.isStepping) return;
    if (!this.lines.steps[direction] && !this.queue.isBusy) return this.tell(`There is nothing to ${direction}.`);
    this.isStepping = true;
    await this.queue.idle();
    const told = await this.server[direction]();
    this.isStepping = false;
    if (!this.connection.note(told)) return;
    if (told.kind === "refused") return this.tell(refusalText(told.refusals));
    this.lines.apply(told.body.rows);
    this.lines.steps = told.body.steps;
    this.#takeIn(told.body.rows.filter(({ deleted }) => !deleted).map(({ id }) => id));
    this.tell(`${word}: ${told.body.label}.`);
  }

  // Answers

  /** Puts an answer in sight. The version stays: what others did in between has not been seen yet. */
  editSettled(command, rows, added) {
    this.#takeIn(added);
    const refused = rows.filter(({ outcome }) => outcome === "refused");
    if (refused.length > 0) this.tell(`Not saved: ${refusalText(refused[0].refusals ?? [])}`);
    else this.say("Saved.");
    this.#tellOfLostLines(command);
  }

  #takeIn(ids) {
    this.arrangement.append(ids);
    this.layOut();
  }

  /** Texts for lines that somebody else deleted meanwhile have no cell to stand in any more. */
  #tellOfLostLines(command) {
    for (const row of command.rows) {
      if (!row.line || this.lines.lines.has(row.line)) continue;
      for (const [key, typed] of Object.entries(row.cells)) {
        if (this.lines.unsaved.delete(cellName(row.line, key))) this.#tellOfLostText(titleOf(this.lines, key), typed);
      }
    }
  }

  #tellOfLostText(title, typed) {
    const notice = element("div", { class: "notice notice-bad stack", role: "alert" },
      element("p", {}, `“${typed}” for ${title} was not saved: somebody else has deleted the line.`));
    notice.append(element("div", { class: "row" }, button("Close", () => notice.remove())));
    this.notices.append(notice);
  }

  /** The budget as the server holds it, with what is being typed left alone. */
  takeAll(answer) {
    const count = changedLines(this.lines.lines, answer.lines);
    const hadColumns = JSON.stringify(this.lines.columns);
    const known = new Set(this.lines.lines.keys());
    this.lines.take(answer);
    this.arrangement.append([...this.lines.lines.keys()].filter((id) => !known.has(id)));
    if (JSON.stringify(this.lines.columns) !== hadColumns) this.changeColumns(this.view.columns);
    this.layOut();
    if (count > 0) this.say(`${counted(count, "line")} changed by somebody else.`);
  }

  editsChanged() {
    this.table.paint();
    this.#showUnsaved();
    this.keepEdits();
  }

  keepEdits() {
    this.kept.write(this.queue.unsentRows, (id) => this.lines.lines.get(id)?.code ?? "");
  }
}

/** The page works without the grid; where the grid cannot begin, the table stays and says nothing. */
async function startBudgetGrid() {
  const section = document.getElementById("budget");
  if (!section?.dataset.lines || typeof Tabulator === "undefined") return;
  const told = await new BudgetServer(section.dataset).lines();
  if (told.kind === "answer") await new BudgetGrid(section, told.body).start();
}

startBudgetGrid();
