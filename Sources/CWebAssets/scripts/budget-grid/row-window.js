// The rows that stand in the page: those in sight, and some above and below. All rows are equally high, so that where
// each stands follows from its number and nothing has to be measured. Tabulator's own window, in place of which it takes
// this one, measures each row that comes in, and every measurement makes the browser lay out the page at once.
//
// Tabulator knows of no more rows than the window holds: one that leaves it at one end comes in again at the other, and
// stands for another line.

const rowsOutOfSight = 8;

/** How many rows fill a window of that height. */
function rowsNeeded(height, rowHeight) {
  return Math.ceil(height / rowHeight) + 1 + 2 * rowsOutOfSight;
}

/** What Tabulator asks of a vertical renderer, but for scrolling to a row, which the grid does by itself. */
class RowWindow {
  /** @param grid how many lines there are (.count), and who is told which of them a row stands for (.assign) */
  constructor({ rowManager, options }, grid) {
    this.rowManager = rowManager;
    this.holder = rowManager.element;
    this.place = rowManager.tableElement;
    this.rowHeight = options.rowHeight;
    this.grid = grid;
    // The rows have the room that is left beside the headings and the foot, and scroll in it.
    this.verticalFillMode = "fill";
    this.clearRows();
  }

  initialize() {}

  clearRows() {
    this.first = 0;
    this.end = 0;
    this.place.replaceChildren();
  }

  renderRows() {
    this.show(this.holder.scrollTop);
  }

  rerenderRows(change) {
    const top = this.holder.scrollTop;
    this.clearRows();
    change?.();
    this.show(top);
    this.holder.scrollTop = top;
  }

  resize() {
    this.show(this.holder.scrollTop);
  }

  scrollRows(top) {
    this.show(top);
  }

  visibleRows() {
    return this.rowManager.getDisplayRows();
  }

  show(top) {
    const { count } = this.grid;
    const size = this.rowManager.getDisplayRows().length;
    const first = Math.max(0, Math.min(Math.floor(top / this.rowHeight) - rowsOutOfSight, count - size));
    const end = Math.min(count, first + size);
    for (let number = this.first; number < this.end; number += 1) {
      if (number < first || number >= end) this.#rowFor(number).getElement().remove();
    }
    this.place.prepend(...this.#elements(first, Math.min(this.first, end)));
    this.place.append(...this.#elements(Math.max(this.end, first), end));
    this.first = first;
    this.end = end;
    this.place.style.paddingBlock = `${first * this.rowHeight}px ${(count - end) * this.rowHeight}px`;
  }

  #rowFor(number) {
    const rows = this.rowManager.getDisplayRows();
    return rows[number % rows.length];
  }

  #elements(first, end) {
    const elements = [];
    for (let number = first; number < end; number += 1) {
      const row = this.#rowFor(number);
      row.initialize(false, true);
      this.grid.assign(row, number);
      elements.push(row.getElement());
    }
    return elements;
  }
}
