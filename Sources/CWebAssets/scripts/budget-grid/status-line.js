// What is said about the grid: the sum of the selection and what is not saved, under it; why it is closed, above it;
// and what happened, for readers that speak.

class StatusLine {
  constructor(grid) {
    this.grid = grid;
    this.live = element("p", { class: "visually-hidden", role: "status" });
    this.summary = element("p", { class: "grid-summary" });
    this.unsaved = element("p", { class: "grid-unsaved" });
    this.lock = element("div", { class: "notice grid-lock", id: "budget-lock" });
    this.place = element("div", { class: "grid-status" }, this.summary, this.unsaved, this.live);
  }

  refresh() {
    this.#showLock();
    this.showUnsaved();
  }

  /** For readers that speak; the eye sees it in the grid. */
  say(text) {
    this.live.textContent = "";
    requestAnimationFrame(() => (this.live.textContent = text));
  }

  /** Shown under the grid and spoken: for what was tried and cannot be. */
  tell(text) {
    clearTimeout(this.summing);
    this.summary.textContent = text;
    this.say(text);
  }

  /** Sums up the selection when it has come to rest. */
  sumSoon() {
    clearTimeout(this.summing);
    this.summing = setTimeout(() => this.#showSummary(), 60);
  }

  #showSummary() {
    const { selection, lines: { currency } } = this.grid;
    if (selection.isOneCell) return (this.summary.textContent = "");
    const { lines, sums } = selection.summary();
    const money = sums.map(({ title, text }) => `${title} ${figureShown(text, currency.digits)}`);
    const all = [counted(lines, "line"), ...money].join(" · ");
    this.summary.textContent = money.length > 0 ? `${all} ${currency.code}` : all;
  }

  #showLock() {
    const refusals = this.grid.lines.acts.editOriginalAmount ?? [];
    this.lock.hidden = refusals.length === 0;
    this.lock.replaceChildren(...refusals.map(({ sentence, cure }) =>
      element("p", {}, element("strong", {}, sentence), " ", cure ?? "")));
  }

  showUnsaved() {
    const { lines, queue, connection } = this.grid;
    const failed = [...lines.unsaved.values()].filter(({ state }) => state !== "saving").length;
    const parts = [];
    if (queue.isBusy) parts.push(connection.isGone ? "Not saved yet" : "Saving…");
    else if (failed === 0 && queue.count > 0) parts.push("All saved");
    const next = button("Show the next", () => this.#showNext());
    if (failed > 0) parts.push(` ${counted(failed, "cell")} not saved `, next);
    this.unsaved.replaceChildren(...parts);
  }

  #showNext() {
    const { selection, view, table } = this.grid;
    const { row, column } = selection.anchor;
    const places = this.#unsavedPlaces();
    const next = places.find((place) => place.row > row || (place.row === row && place.column > column)) ?? places[0];
    if (next) selection.moveTo(next.row, next.column);
    else {
      view.clearFilters();
      this.grid.changeColumns("all");
      this.grid.changeView({});
    }
    table.place.focus();
  }

  #unsavedPlaces() {
    const { lines, arrangement, columnPosition } = this.grid;
    return [...lines.unsaved].filter(([, { state }]) => state !== "saving").map(([name]) => {
      const { id, key } = cellNamed(name);
      return { row: arrangement.indexOf(id), column: columnPosition.get(key) };
    }).filter(({ row, column }) => row >= 0 && column !== undefined)
      .sort((one, other) => one.row - other.row || one.column - other.column);
  }
}

const clearedWords = { quantity: "quantity", unitOfMeasure: "UOM", unitCost: "unit cost" };

/** "Quantity, UOM and unit cost were cleared, since the amount was typed: Undo brings them back." */
function clearedText(keys) {
  const words = Object.keys(clearedWords).filter((key) => keys.includes(key)).map((key) => clearedWords[key]);
  const last = words.pop();
  const all = [words.join(", "), last].filter(Boolean).join(" and ");
  const [verb, them] = words.length > 0 ? ["were", "them"] : ["was", "it"];
  const what = all[0].toUpperCase() + all.slice(1);
  return `${what} ${verb} cleared, since the amount was typed: Undo brings ${them} back.`;
}
