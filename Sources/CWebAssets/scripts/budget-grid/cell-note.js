// The note beside the chosen cell: what is wrong with it, why it was not saved, or what somebody else wrote meanwhile.

class CellNote {
  constructor(grid) {
    this.grid = grid;
    this.place = element("div", { class: "grid-note", role: "group", "aria-label": "About this cell", hidden: true });
    this.place.addEventListener("keydown", (event) => {
      if (event.key === "Escape" || event.key === "F6") {
        event.preventDefault();
        grid.table.place.focus();
      }
    });
    this.said = "";
    // The keyboard stays with the grid while the mouse presses a button of the note.
    this.place.addEventListener("mousedown", (event) => event.preventDefault());
  }

  /** It stands over other cells, and so only while one works in the grid. */
  listenIn(frame) {
    frame.addEventListener("focusin", () => {
      this.isWanted = true;
      this.show();
    });
    frame.addEventListener("focusout", (event) => {
      this.isWanted = frame.contains(event.relatedTarget);
      this.show();
    });
  }

  /** Follows the chosen cell. */
  show() {
    const { grid } = this;
    const { line, key } = grid.selection;
    const content = this.isWanted && line && !grid.editor.open ? this.#content(line, key) : null;
    const cell = content && grid.table.cellAt(grid.selection.anchor.row, key);
    this.place.hidden = !cell;
    if (!cell) return;
    const signature = JSON.stringify(content.facts);
    if (signature !== this.said) {
      this.said = signature;
      this.place.replaceChildren(...content.make());
      this.place.dataset.is = content.facts.state;
    }
    this.#stand(cell);
  }

  #stand(cell) {
    const [box, around] = [cell.getBoundingClientRect(), insideOf(this.grid.frame)];
    const left = Math.max(4, Math.min(box.left - around.left, around.width - this.place.offsetWidth - 4));
    const below = box.bottom - around.top + 4;
    const fits = below + this.place.offsetHeight < around.height;
    setPlace(this.place, { left, top: fits ? below : Math.max(4, box.top - around.top - this.place.offsetHeight - 4) });
  }

  #content(line, key) {
    const { lines } = this.grid;
    const unsaved = lines.unsavedIn(line, key);
    if (unsaved?.state === "conflict") return this.#conflict(line, key, unsaved);
    if (unsaved?.state === "refused") return this.#refused(line, key, unsaved);
    const problems = key === "problems" ? line.problems ?? [] : lines.problemsIn(line, key);
    if (problems.length === 0) return null;
    const parts = problems.map(({ sentence, cure }) =>
      element("p", {}, element("strong", {}, sentence), " ", cure ?? ""));
    return { facts: { state: "problem", id: line.id, key, problems }, make: () => parts };
  }

  #refused(line, key, unsaved) {
    return {
      facts: { state: "refused", id: line.id, key, refusals: unsaved.refusals, typed: unsaved.typed },
      make: () => [
        element("p", {}, element("strong", {}, "Not saved. "), refusalText(unsaved.refusals)),
        element("div", { class: "row" },
          button("Edit it", () => this.grid.acts.beginEditing()),
          button("Drop it", () => this.grid.acts.drop(line.id, key))),
      ],
    };
  }

  #conflict(line, key, unsaved) {
    const { lines } = this.grid;
    const column = lines.columnOf.get(key);
    const now = column.kind === "text" ? unsaved.now : figureShown(unsaved.now);
    const mine = { id: line.id, key, typed: unsaved.typed, seen: unsaved.now };
    const keep = () => {
      this.grid.table.place.focus();
      this.grid.acts.saveCells([mine], "typing");
    };
    return {
      facts: { state: "conflict", id: line.id, key, now: unsaved.now, typed: unsaved.typed },
      make: () => [
        element("p", {}, element("strong", {}, "Somebody else changed this cell meanwhile. "),
          refusalText(unsaved.refusals)),
        element("dl", { class: "grid-choice" },
          element("dt", {}, "Theirs, saved"), element("dd", {}, now || "(empty)"),
          element("dt", {}, "Yours, not saved"), element("dd", {}, unsaved.typed || "(empty)")),
        element("div", { class: "row" },
          button("Save mine", keep), button("Take theirs", () => this.grid.acts.drop(line.id, key))),
      ],
    };
  }
}
