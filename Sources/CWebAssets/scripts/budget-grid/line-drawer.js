// The drawer beside the grid: the whole of the chosen line, what is wrong with it, and what was done to it.

class LineDrawer {
  constructor(grid) {
    this.grid = grid;
    this.heading = element("h2", { id: "line-drawer-title", tabindex: "-1" });
    this.line = element("div", { class: "stack" });
    this.history = element("div", { class: "stack" });
    this.place = element("aside", { class: "grid-drawer stack", "aria-labelledby": this.heading.id, hidden: true },
      element("div", { class: "row" }, this.heading, button("Close", () => this.close())), this.line, this.history);
    this.place.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      this.close();
    });
  }

  open() {
    this.place.hidden = false;
    this.shown = "";
    this.follow();
    this.heading.focus();
  }

  close() {
    this.place.hidden = true;
    this.grid.table.place.focus();
  }

  /** Shows the chosen line, wherever that goes, and anew when something of it has changed. */
  follow() {
    if (this.place.hidden) return;
    const { line } = this.grid.selection;
    const shown = JSON.stringify(line ?? null);
    if (shown === this.shown) return;
    this.shown = shown;
    clearTimeout(this.asking);
    this.heading.textContent = line ? `Line ${line.code}` : "No line is chosen";
    this.line.replaceChildren(...(line ? this.#content(line) : []));
    this.history.replaceChildren();
    // Not for every line that is passed on the way.
    if (line) this.asking = setTimeout(() => this.#askForHistory(line, shown), 150);
  }

  #content(line) {
    const { lines } = this.grid;
    const facts = lines.columns.filter(({ key }) => key !== "code" && key !== "problems").flatMap(({ key, title }) =>
      [element("dt", {}, title), element("dd", {}, lines.shown(line, key) || "–")]);
    const problems = (line.problems ?? []).map(({ sentence, cure }) =>
      element("p", {}, element("strong", {}, sentence), " ", cure ?? ""));
    const address = new URL(this.grid.section.dataset.line, location.href);
    address.searchParams.set("line", line.id);
    return [element("dl", { class: "facts" }, facts), ...problems,
      element("p", {}, element("a", { href: address.href }, "The line's own page"))];
  }

  async #askForHistory(line, shown) {
    const told = await this.grid.server.history(line.code);
    if (this.shown !== shown) return;
    const entries = told.body?.history ?? [];
    this.history.replaceChildren(element("h3", {}, "History"), this.#past(told, entries));
  }

  #past(told, entries) {
    if (told.kind !== "answer") {
      return element("p", {}, refusalText(told.refusals ?? []) || "The history cannot be asked for now. Try again.");
    }
    if (entries.length === 0) return element("p", {}, "Nothing is recorded of this line.");
    return element("ol", { class: "grid-history" }, entries.map(({ at, moment, who, what, details }) =>
      element("li", {}, element("time", { datetime: at }, moment), ` ${who}: `, element("strong", {}, what),
        element("p", {}, details))));
  }
}
