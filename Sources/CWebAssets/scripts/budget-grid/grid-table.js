// The table around the window onto the rows. Tabulator makes rows and columns, sizes columns and holds them still. Its
// rows know nothing: what a row shows is painted from the model whenever something changes, so that nothing that is out
// of sight can be stale.

const columnWidths = { quantity: 96, unitOfMeasure: 72, unitCost: 104, costType: 110, subJob: 96, problems: 232 };
const narrowWindow = matchMedia("(max-width: 48rem)");

class GridTable {
  /**
   * @param painter what stands in a cell: .row, .cell, .groupHead, .foot
   * @param onSort called with the key of a column
   */
  constructor(place, painter, onSort) {
    this.place = place;
    this.painter = painter;
    this.onSort = onSort;
    this.columns = [];
    /** By element: the number that a row stands for, and its cells by key. */
    this.adopted = new WeakMap();
    this.count = 0;
    this.scrolled = 0;
    this.isPaintDue = false;
    this.onPaint = () => {};
  }

  /** Resolves when the first rows stand. */
  build(columns, count, label) {
    this.columns = columns;
    this.count = count;
    this.rowHeight = Math.round(parseFloat(getComputedStyle(document.documentElement).fontSize) * 2);
    this.place.style.setProperty("--grid-row-height", `${this.rowHeight}px`);
    this.fitHeight();
    const grid = this;
    this.table = new Tabulator(this.place, {
      data: emptyRows(this.#rowsNeeded()), nestedFieldSeparator: false,
      layout: "fitColumns", rowHeight: this.rowHeight, keybindings: false,
      renderVertical: class extends RowWindow {
        constructor(table) {
          super(table, grid);
          grid.window = this;
        }
      },
      columns: this.#definitions(), columnDefaults: { headerSort: false, resizable: "header" },
      rowFormatter: (row) => this.#adopt(row),
    });
    this.place.setAttribute("aria-label", label);
    this.place.tabIndex = 0;
    narrowWindow.addEventListener("change", () => this.setColumns(this.columns));
    addEventListener("resize", () => this.#fitScreen());
    this.table.on("scrollVertical", (top) => {
      this.scrolled = top;
      this.paint();
    });
    for (const event of ["renderComplete", "columnResized", "scrollHorizontal"]) {
      this.table.on(event, () => this.paint());
    }
    return new Promise((resolve) => this.table.on("tableBuilt", () => {
      this.holder.removeAttribute("tabindex");
      this.paint();
      resolve();
    }));
  }

  get holder() {
    return this.place.querySelector(".tabulator-tableholder");
  }

  setColumns(columns) {
    this.columns = columns;
    this.table.setColumns(this.#definitions());
    this.paint();
  }

  setCount(count) {
    const isSame = count === this.count;
    this.count = count;
    this.fitHeight();
    if (!isSame) this.window.resize();
    this.paint();
  }

  #rowsNeeded() {
    return rowsNeeded(Math.max(screen.height, innerHeight), this.rowHeight);
  }

  /** The page may be taken to a higher screen. */
  async #fitScreen() {
    if (this.#rowsNeeded() <= this.table.getDataCount()) return;
    await this.table.replaceData(emptyRows(this.#rowsNeeded()));
    this.paint();
  }

  /** Where the grid begins on the page: its totals and what stands under it are to be seen without scrolling. */
  measureTop() {
    const top = Math.round(this.place.getBoundingClientRect().top + scrollY);
    this.place.style.setProperty("--grid-top", `${top}px`);
  }

  /** As high as its rows, and never higher than what is comfortable beside the rest of the page. */
  fitHeight() {
    const around = this.painter.hasGroups ? 4 : 3;
    const rows = Math.min(this.count, 500) + around;
    this.place.style.setProperty("--grid-rows-height", `${rows * this.rowHeight}px`);
  }

  #definitions() {
    return this.columns.map((column) => ({
      field: column.key, title: column.title, frozen: this.isFrozen(column.key),
      ...widthOf(column), cssClass: column.kind === "text" ? "text" : "number",
      formatter: () => "", titleFormatter: () => this.#title(column),
      topCalc: () => "", bottomCalc: () => "",
    }));
  }

  /** On a narrow screen two columns that stand still would leave no room for the others. */
  isFrozen(key) {
    return key === "code" || (key === "description" && !narrowWindow.matches);
  }

  #title(column) {
    return element("button", {
      type: "button", class: "grid-sort", tabindex: "-1", title: `Order by ${column.title}`,
      onclick: () => this.onSort(column.key),
    }, column.title);
  }

  /** What stays with a row's element until its columns change. */
  #adopt(row) {
    const place = row.getElement();
    const cells = [...place.querySelectorAll(".tabulator-cell")].map((cell, position) => {
      cell.setAttribute("aria-colindex", position + 1);
      return { cell, key: cell.getAttribute("tabulator-field") };
    });
    const number = this.adopted.get(place)?.number;
    this.adopted.set(place, { number, cells });
    // Totals are rows too, and stand for no line.
    if (number !== undefined) this.assign(row, number);
  }

  /** From now on the row stands for the line of that number. */
  assign(row, number) {
    const place = row.getElement();
    const adopted = this.adopted.get(place);
    adopted.number = number;
    place.setAttribute("aria-rowindex", number + 2);
    for (const { cell, key } of adopted.cells) cell.id = `budget-cell-${number}-${key}`;
    this.#paintRow(place, adopted);
  }

  /**
   * Shows the model as it is now in every row that stands in the page: once before the next frame, however often it is
   * asked for until then.
   */
  paint() {
    if (this.isPaintDue) return;
    this.isPaintDue = true;
    requestAnimationFrame(() => this.#paintNow());
  }

  #paintNow() {
    this.isPaintDue = false;
    if (!this.holder) return;
    for (const place of this.holder.querySelectorAll(".tabulator-row")) {
      const row = this.adopted.get(place);
      if (row) this.#paintRow(place, row);
    }
    this.#paintAround();
    this.onPaint();
  }

  #paintRow(place, { number, cells }) {
    const kind = this.painter.kind(number);
    if (place.dataset.kind !== kind) place.dataset.kind = kind;
    for (const { cell, key } of cells) paintCell(cell, this.painter.cell(number, key));
  }

  /** Headings, the totals at the foot, and the group in sight at the head. */
  #paintAround() {
    setARIA(this.place, "aria-rowcount", this.count + 2);
    setARIA(this.place, "aria-colcount", this.columns.length);
    for (const head of this.place.querySelectorAll(".tabulator-header .tabulator-col[tabulator-field]")) {
      setARIA(head, "aria-sort", this.painter.order(head.getAttribute("tabulator-field")));
    }
    this.place.toggleAttribute("data-groups", this.painter.hasGroups);
    // As Tabulator told it: to ask the page would make it lay out all that has just been changed.
    const top = Math.round(this.scrolled / this.rowHeight);
    for (const cell of this.place.querySelectorAll(".tabulator-header .tabulator-calcs .tabulator-cell")) {
      paintCell(cell, this.painter.groupHead(top, cell.getAttribute("tabulator-field")));
    }
    for (const cell of this.place.querySelectorAll(".tabulator-footer .tabulator-calcs .tabulator-cell")) {
      paintCell(cell, this.painter.foot(cell.getAttribute("tabulator-field")));
    }
  }

  /** Tells readers which cell the keys act on. The keyboard stays with the grid itself: its cells come and go. */
  point(row, key) {
    const cell = this.cellAt(row, key);
    if (cell !== this.pointed) this.pointed?.removeAttribute("tabindex");
    this.pointed = cell;
    cell?.setAttribute("tabindex", "0");
    setARIA(this.place, "aria-activedescendant", cell?.id);
  }

  cellAt(row, key) {
    return document.getElementById(`budget-cell-${row}-${key}`);
  }

  /** The row and column of an element inside a cell; null elsewhere. */
  positionOf(target) {
    const cell = target.closest?.(".tabulator-cell");
    const row = this.adopted.get(cell?.closest(".tabulator-row"))?.number;
    const column = this.columns.findIndex(({ key }) => key === cell?.getAttribute("tabulator-field"));
    return row === undefined || column < 0 ? null : { row, column };
  }

  get rowsInSight() {
    return Math.max(1, Math.floor(this.holder.clientHeight / this.rowHeight) - 1);
  }

  /** Scrolls as little as brings the cell into sight. */
  reveal(row, column) {
    const holder = this.holder;
    const top = row * this.rowHeight;
    const lowest = top + this.rowHeight - holder.clientHeight;
    if (holder.scrollTop > top) holder.scrollTop = top;
    else if (holder.scrollTop < lowest) holder.scrollTop = lowest;
    this.#revealColumn(column);
  }

  #revealColumn(position) {
    const holder = this.holder;
    const widths = this.table.getColumns().map((column) => column.getWidth());
    const isFrozen = this.columns.map(({ key }) => this.isFrozen(key));
    if (isFrozen[position]) return;
    const before = widths.slice(0, position).reduce((sum, width) => sum + width, 0);
    const still = widths.reduce((sum, width, at) => sum + (isFrozen[at] ? width : 0), 0);
    const furthest = before + widths[position] - holder.clientWidth;
    if (holder.scrollLeft > before - still) holder.scrollLeft = before - still;
    else if (holder.scrollLeft < furthest) holder.scrollLeft = furthest;
  }
}

function emptyRows(count) {
  return Array.from({ length: count }, () => ({}));
}

function widthOf(column) {
  if (column.key === "code") {
    const wanted = 36 + 8 * (column.characters ?? 0);
    return { width: Math.max(120, Math.min(wanted, narrowWindow.matches ? 144 : 208)), minWidth: 80 };
  }
  if (column.key === "description") return { minWidth: 200, widthGrow: 1 };
  const usual = column.kind === "money" ? 132 : 112;
  return { width: columnWidths[column.key] ?? usual, minWidth: 56 };
}

/**
 * Brings a cell up to date, touching the page only where something differs.
 *
 * @param look { text, is: words for the style, mark: a sign before the text, isNegative, act, …aria }
 */
function paintCell(cell, look) {
  const { text = "", is = "", mark = "", isNegative = false, toggle, selected, readOnly, invalid } = look;
  const signature = [text, is, mark, toggle, selected, readOnly, invalid].join("\u0001");
  if (cell.paintedAs === signature) return;
  cell.paintedAs = signature;
  cell.dataset.is = is;
  const said = isNegative ? element("span", { class: "visually-hidden" }, "minus ") : null;
  const sign = mark ? element("span", { class: "grid-mark", "aria-hidden": "true" }, mark) : null;
  const opener = toggle === undefined ? null
    : element("span", { class: "grid-toggle", "aria-hidden": "true" }, toggle ? "▸" : "▾");
  cell.replaceChildren(...[opener, sign, said, text].filter((part) => part !== null));
  setARIA(cell, "aria-selected", selected);
  setARIA(cell, "aria-readonly", readOnly);
  setARIA(cell, "aria-invalid", invalid);
  setARIA(cell, "aria-expanded", toggle === undefined ? undefined : !toggle);
  if (is.includes("clipped") || cell.title) cell.title = is.includes("clipped") ? text : "";
}

/** Leaves an attribute alone that is as it should be: touching it would cost a new layout. */
function setARIA(place, name, value) {
  if (value === undefined) {
    if (place.hasAttribute(name)) place.removeAttribute(name);
  } else if (place.getAttribute(name) !== String(value)) place.setAttribute(name, value);
}
