// The budget as a grid: puts the parts together, in place of the table that the server wrote.

class BudgetGrid {
  constructor(section, answer) {
    this.section = section;
    this.server = new BudgetServer(section.dataset);
    this.view = new SavedView(location.search);
    this.collapsed = new Set();
    this.lines = new BudgetLines(answer);
    this.arrangement = new Arrangement(this.lines, this.view, this.collapsed);
    this.kept = new KeptEdits(section.dataset.person ?? "", section.dataset.edits);
    this.status = new StatusLine(this);
    this.acts = new GridActs(this);
    this.table = new GridTable(element("div", { class: "grid-table" }), new Painter(this), (key) => this.sortBy(key));
    this.selection = new Selection(this);
    this.editor = new CellEditor(this);
    this.note = new CellNote(this);
    this.drawer = new LineDrawer(this);
    this.queue = new EditQueue(this);
    this.connection = new Connection(this);
    this.toolbar = new Toolbar(this);
    this.newLine = new NewLineForm(this);
    this.notices = element("div", { class: "stack" }, this.connection.notice);
    const hint = element("p", { class: "visually-hidden", id: "budget-grid-hint" },
      "Arrows move, typing overwrites. Escape and then Tab leave the grid. The question mark lists the keys.");
    this.table.place.setAttribute("aria-describedby", hint.id);
    this.frame = element("div", { class: "grid-frame" }, this.table.place, this.editor.place, this.note.place, hint);
  }

  async start() {
    const place = this.section.querySelector("[data-without-grid]") ?? this.section.querySelector(".table-frame");
    const whole = element("div", { class: "grid stack" }, this.notices, this.status.lock, this.toolbar.place,
      this.frame, this.status.place, this.newLine.place, this.drawer.place, choiceLists());
    whole.addEventListener("focusin", ({ target }) => fillChoices(target.list, this.lines));
    if (place) place.replaceWith(whole);
    else this.section.append(whole);
    for (const leftover of this.section.querySelectorAll("[data-without-grid]")) leftover.remove();
    this.#nameColumns();
    await this.table.build(this.columnsShown, this.arrangement.rows.length, `Budget of ${this.lines.project.name}`);
    this.table.onPaint = () => {
      this.table.point(this.selection.anchor.row, this.selection.key);
      this.editor.follow();
      this.note.show();
    };
    this.note.listenIn(this.frame);
    listenToPointer(this);
    listenToKeys(this);
    listenToClipboard(this);
    this.following = new Following(this);
    addEventListener("pagehide", () => this.keepEdits());
    addEventListener("resize", () => {
      this.table.measureTop();
      this.table.onPaint();
    });
    this.refresh();
    this.table.measureTop();
    offerKeptEdits(this);
    this.section.dataset.grid = "ready";
  }

  get canEdit() {
    return this.lines.canEdit;
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
    this.status.refresh();
    this.selectionMoved();
  }

  selectionMoved() {
    this.table.paint();
    this.status.sumSoon();
    this.drawer.follow();
  }

  // The view

  changeView(changes) {
    Object.assign(this.view, changes);
    this.view.writeToAddress();
    if (changes.group !== undefined) this.collapsed.clear();
    this.rearrange();
    const count = this.arrangement.total.count;
    this.status.say(`${counted(count, "line")} shown.`);
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

  #keepingSelection(change) {
    const restore = this.selection.keep();
    change();
    restore();
    this.table.setCount(this.arrangement.rows.length);
    this.refresh();
  }

  // Answers

  /** Puts an answer in sight. @param cleared keys of cells that went with an amount that was typed over them. */
  editSettled(rows, added, cleared) {
    this.takeIn(added);
    const refused = rows.filter(({ outcome }) => outcome === "refused");
    if (refused.length > 0) this.status.tell(`Not saved: ${refusalText(refused[0].refusals ?? [])}`);
    else if (cleared.size > 0) this.status.tell(clearedText([...cleared]));
    else this.status.say("Saved.");
  }

  takeIn(ids) {
    this.arrangement.append(ids);
    this.#tellOfLostLines();
    this.layOut();
  }

  /** Texts for lines that somebody else deleted meanwhile have no cell to stand in any more. */
  #tellOfLostLines() {
    for (const [name, { typed, state }] of this.lines.unsaved) {
      const { id, key } = cellNamed(name);
      if (state === "saving" || this.lines.lines.has(id)) continue;
      this.lines.unsaved.delete(name);
      this.#tellOfLostText(titleOf(this.lines, key), typed);
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
    if (JSON.stringify(this.lines.columns) !== hadColumns) this.changeColumns(this.view.columns);
    this.takeIn([...this.lines.lines.keys()].filter((id) => !known.has(id)));
    if (count > 0) this.status.say(`${counted(count, "line")} changed by somebody else.`);
  }

  editsChanged() {
    this.table.paint();
    this.status.showUnsaved();
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
