// The field that stands over a cell while it is typed into. It belongs to the frame, not to the cell: rows come and go
// while the budget scrolls or others change it, and what is being typed must not go with them.

class CellEditor {
  constructor(grid) {
    this.grid = grid;
    this.open = null;
    this.input = element("input", { type: "text", autocomplete: "off", spellcheck: "false", class: "grid-input" });
    this.counter = element("span", { class: "grid-counter", id: "budget-counter" });
    this.place = element("div", { class: "grid-editor", hidden: true }, this.input, this.counter);
    this.lists = { costCode: "budget-cost-codes", costType: "budget-cost-types" };
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("input", () => this.#count());
    // Another window in front is no reason to save half a text.
    this.input.addEventListener("blur", () => document.hasFocus() && this.commit());
  }

  /** @param overwrite begin empty, with arrows that leave the cell; otherwise with the text as it is. */
  begin(line, key, { overwrite = false } = {}) {
    const { lines } = this.grid;
    const column = lines.columnOf.get(key);
    const seen = lines.value(line, key);
    const unsaved = lines.unsavedIn(line, key);
    const start = unsaved?.typed ?? seen;
    this.open = { id: line.id, key, seen: unsaved?.seen ?? seen, start, overwrite, longest: column.longest };
    this.input.value = overwrite ? "" : start;
    this.input.setAttribute("aria-label", `${column.title}, ${line.code}`);
    if (this.lists[key]) this.input.setAttribute("list", this.lists[key]);
    else this.input.removeAttribute("list");
    this.place.dataset.is = column.kind === "text" ? "text" : "number";
    this.place.hidden = false;
    this.#count();
    this.follow();
    this.input.focus({ preventScroll: true });
    if (!overwrite) this.input.setSelectionRange(start.length, start.length);
  }

  /** Stays over its cell, or out of sight with it. */
  follow() {
    if (!this.open) return;
    const { table, frame, arrangement } = this.grid;
    const row = arrangement.indexOf(this.open.id);
    // Somebody else deleted the line: the field stays where it is, with what is being typed.
    if (row < 0) return;
    const cell = table.cellAt(row, this.open.key);
    this.place.classList.toggle("grid-away", !cell);
    if (!cell) return;
    const [box, around] = [cell.getBoundingClientRect(), insideOf(frame)];
    const width = Math.min(Math.max(box.width, 128), around.width);
    const left = Math.max(0, Math.min(box.left - around.left, around.width - width));
    setPlace(this.place, { left, top: box.top - around.top, width, height: box.height });
  }

  /** Gives what was typed on, if anything was. */
  commit() {
    if (!this.open) return false;
    const { id, key, seen, start, overwrite } = this.open;
    const typed = this.input.value.trim();
    const isTouched = typed !== start.trim() || (overwrite && this.grid.lines.unsaved.has(cellName(id, key)));
    this.close();
    if (isTouched) this.grid.acts.saveCells([{ id, key, typed, seen }], "typing");
    return isTouched;
  }

  close() {
    const hadFocus = document.activeElement === this.input;
    this.open = null;
    this.place.hidden = true;
    if (hadFocus) this.grid.table.place.focus({ preventScroll: true });
  }

  /** What is being typed, to be kept when the page goes. */
  get draft() {
    if (!this.open || this.input.value === this.open.start) return null;
    const { id, key, seen } = this.open;
    return { id, key, seen, typed: this.input.value.trim() };
  }

  #key(event) {
    if (event.isComposing) return;
    const step = event.shiftKey ? -1 : 1;
    const leaves = {
      Enter: () => this.grid.selection.moveTo(...this.#beside(step, 0)),
      Tab: () => this.grid.acts.tab(step),
    };
    if (this.open.overwrite && !this.input.hasAttribute("list")) {
      Object.assign(leaves, {
        ArrowDown: () => this.grid.selection.moveTo(...this.#beside(1, 0)),
        ArrowUp: () => this.grid.selection.moveTo(...this.#beside(-1, 0)),
        ArrowLeft: () => this.grid.selection.moveTo(...this.#beside(0, -1)),
        ArrowRight: () => this.grid.selection.moveTo(...this.#beside(0, 1)),
      });
    }
    event.stopPropagation();
    if (event.key === "F2") this.open.overwrite = false;
    if (event.key === "Escape") return this.close();
    if (!leaves[event.key]) return;
    event.preventDefault();
    this.commit();
    leaves[event.key]();
  }

  #beside(rows, columns) {
    const { row, column } = this.grid.selection.anchor;
    return [row + rows, column + columns];
  }

  /** How much of the length that QuickBooks takes is used. */
  #count() {
    // The browser's own undo reaches a field that is closed.
    if (!this.open) return;
    const { longest } = this.open;
    const { length, words, isTooLong } = lengthUsed(this.input.value, longest);
    // A long limit is of interest only to a long text.
    this.counter.hidden = !longest || (longest > 100 && length < longest * 0.8);
    this.counter.textContent = words;
    this.counter.classList.toggle("too-long", isTooLong);
    if (longest) this.input.setAttribute("aria-describedby", this.counter.id);
    else this.input.removeAttribute("aria-describedby");
  }
}

/** The box of a frame without its border: what stands in the frame is placed from there. */
function insideOf(frame) {
  const { left, top } = frame.getBoundingClientRect();
  return new DOMRect(left + frame.clientLeft, top + frame.clientTop, frame.clientWidth, frame.clientHeight);
}

/** By the object model: the page's policy lets no style stand in markup. */
function setPlace(place, measures) {
  for (const [name, value] of Object.entries(measures)) place.style.setProperty(name, `${value}px`);
}
