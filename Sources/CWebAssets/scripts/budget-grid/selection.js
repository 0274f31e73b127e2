// The rectangle of chosen cells: one corner stands, the other moves, and the standing one is the cell that keys act on.

class Selection {
  constructor(grid) {
    this.grid = grid;
    this.anchor = { row: 0, column: 0 };
    this.head = { row: 0, column: 0 };
  }

  get top() { return Math.min(this.anchor.row, this.head.row); }
  get bottom() { return Math.max(this.anchor.row, this.head.row); }
  get left() { return Math.min(this.anchor.column, this.head.column); }
  get right() { return Math.max(this.anchor.column, this.head.column); }
  get isOneCell() { return this.top === this.bottom && this.left === this.right; }
  get key() { return this.grid.table.columns[this.anchor.column]?.key; }
  get row() { return this.grid.arrangement.rows[this.anchor.row]; }

  /** The line that keys act on; undefined on a group's row and on the last. */
  get line() { return this.grid.arrangement.line(this.anchor.row); }

  get keys() {
    return this.grid.table.columns.slice(this.left, this.right + 1).map(({ key }) => key);
  }

  /** The lines in the rectangle, in their order. */
  get lines() {
    const lines = [];
    for (let row = this.top; row <= this.bottom; row += 1) {
      const line = this.grid.arrangement.line(row);
      if (line) lines.push(line);
    }
    return lines;
  }

  lookOf(row, key) {
    const column = this.grid.columnPosition.get(key);
    const isIn = row >= this.top && row <= this.bottom && column >= this.left && column <= this.right;
    if (!isIn) return { is: "", selected: false };
    const isActive = row === this.anchor.row && column === this.anchor.column;
    return { is: isActive ? "active" : "selected", selected: true };
  }

  /** @param extends whether the standing corner stays. */
  moveTo(row, column, { extend = false, reveal = true } = {}) {
    const { arrangement, table } = this.grid;
    this.head = {
      row: Math.max(0, Math.min(row, arrangement.rows.length - 1)),
      column: Math.max(0, Math.min(column, table.columns.length - 1)),
    };
    if (!extend) this.anchor = { ...this.head };
    if (reveal) table.reveal(this.head.row, this.head.column);
    this.grid.selectionMoved();
  }

  selectAll() {
    const { arrangement, table } = this.grid;
    const last = arrangement.rows.findLastIndex(({ kind }) => kind !== "new");
    this.anchor = { row: 0, column: 0 };
    this.head = { row: Math.max(0, last), column: table.columns.length - 1 };
    this.grid.selectionMoved();
  }

  /** Remembers by line and column what is chosen, and finds it again after the rows have been put in another order. */
  keep() {
    const { arrangement, table } = this.grid;
    const place = ({ row, column }) => ({ id: arrangement.rows[row]?.id, row, key: table.columns[column]?.key });
    const [anchor, head] = [place(this.anchor), place(this.head)];
    return () => {
      const find = ({ id, row, key }) => {
        const found = this.grid.arrangement.indexOf(id);
        const rows = this.grid.arrangement.rows.length;
        return {
          row: found < 0 ? Math.max(0, Math.min(row, rows - 1)) : found,
          column: Math.max(0, this.grid.columnPosition.get(key) ?? 0),
        };
      };
      this.anchor = find(anchor);
      this.head = anchor.id === head.id ? { row: this.anchor.row, column: find(head).column } : find(head);
    };
  }

  /** What is chosen, and the sum of each column of money in it: a budget and its revision are not added up. */
  summary() {
    const { lines } = this.grid;
    const chosen = this.lines;
    const sums = this.keys.map((key) => lines.columnOf.get(key)).filter((column) => lines.isSummed(column));
    return {
      lines: chosen.length, cells: chosen.length * this.keys.length,
      sums: sums.map(({ key, title }) => {
        const sum = new DecimalSum(lines.currency.digits);
        for (const line of chosen) sum.add(line[key] ?? "");
        return { title, count: sum.count, text: sum.text };
      }).filter(({ count }) => count > 0),
    };
  }
}

/** Choosing with the mouse: press, drag, and Shift to extend. A finger scrolls, and chooses with a tap. */
function listenToPointer(grid) {
  const { place } = grid.table;
  let isDragging = false;
  place.addEventListener("pointerdown", (event) => {
    const position = grid.table.positionOf(event.target);
    if (!position || event.button !== 0) return;
    if (event.target.closest(".grid-toggle")) return grid.toggleGroup(position.row);
    grid.editor.commit();
    isDragging = event.pointerType === "mouse";
    grid.selection.moveTo(position.row, position.column, { extend: event.shiftKey, reveal: isDragging });
  });
  place.addEventListener("mousedown", (event) => {
    if (!grid.table.positionOf(event.target)) return;
    // The browser would select text, and take the focus to what scrolls.
    event.preventDefault();
    place.focus({ preventScroll: true });
  });
  document.addEventListener("pointermove", (event) => {
    if (!isDragging || event.buttons === 0) return (isDragging = false);
    const position = grid.table.positionOf(event.target);
    const { head } = grid.selection;
    if (position && (position.row !== head.row || position.column !== head.column)) {
      grid.selection.moveTo(position.row, position.column, { extend: true });
    }
  });
  document.addEventListener("pointerup", () => (isDragging = false));
  place.addEventListener("dblclick", (event) => {
    if (grid.table.positionOf(event.target)) grid.acts.beginEditing();
  });
}
