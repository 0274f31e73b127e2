// What stands in each cell, from the model, the arrangement and the selection.

class Painter {
  constructor(grid) {
    this.grid = grid;
  }

  kind(number) {
    return this.grid.arrangement.rows[number]?.kind ?? "none";
  }

  cell(number, key) {
    const { arrangement, lines, selection } = this.grid;
    const row = arrangement.rows[number];
    if (!row) return {};
    const chosen = selection.lookOf(number, key);
    if (row.kind === "group") return { ...this.#group(row, key), ...chosen };
    if (row.kind === "new") return { ...chosen, text: key === "code" ? "+ New line" : "", is: `quiet ${chosen.is}` };
    const line = lines.lines.get(row.id);
    return line ? this.#line(line, key, chosen) : {};
  }

  #line(line, key, chosen) {
    const { lines } = this.grid;
    const words = [chosen.is];
    const unsaved = lines.unsavedIn(line, key);
    const problems = lines.problemsIn(line, key);
    const isClosed = !this.grid.canEdit || lines.closedBecause(key).length > 0;
    if (unsaved) words.push(unsaved.state);
    else if (problems.length > 0 || (key === "problems" && line.problems?.length)) words.push("problem");
    if (isClosed) words.push("closed");
    if (["code", "description", "problems"].includes(key)) words.push("clipped");
    const value = lines.value(line, key);
    const isNegative = !unsaved && lines.isFigure(key) && value.startsWith("-");
    if (isNegative) words.push("negative");
    return {
      text: unsaved ? unsaved.typed : lines.shown(line, key), is: words.join(" ").trim(), isNegative,
      mark: markOf(unsaved, problems), selected: chosen.selected, readOnly: isClosed,
      invalid: unsaved && unsaved.state !== "saving" ? true : problems.length > 0 ? true : undefined,
    };
  }

  #group(row, key) {
    const { lines, view } = this.grid;
    if (key === "code") return { text: row.key || "None", toggle: row.isCollapsed };
    return this.#totals(row.totals, key, groupTitle(lines, view.group, row.key));
  }

  #totals(totals, key, title) {
    const { lines } = this.grid;
    if (key === "description") return { text: [title, counted(totals.count, "line")].filter(Boolean).join(" · ") };
    const sum = totals.text(key);
    return sum ? { text: figureShown(sum, lines.currency.digits), isNegative: sum.startsWith("-") } : {};
  }

  /** The totals at the foot: of the lines that the filters let through. */
  foot(key) {
    const { arrangement, lines, view } = this.grid;
    const { total } = arrangement;
    if (key === "code") return { text: `Total ${lines.currency.code}` };
    if (key === "description" && view.isFiltered) {
      return { text: `${countShown(total.count)} of ${counted(lines.lines.size, "line")}` };
    }
    return this.#totals(total, key, "");
  }

  get hasGroups() {
    return this.grid.view.group !== "none";
  }

  /** The group at the top of the window, which its own row may have left. */
  groupHead(top, key) {
    const { arrangement, lines, view } = this.grid;
    const totals = arrangement.groupAt(top);
    if (!totals) return {};
    // A group's own row is its heading while it is in sight.
    if (arrangement.rows[top].kind === "group") {
      return key === "description" ? { text: counted(arrangement.groupIDs.length, "group"), is: "quiet" } : {};
    }
    if (key === "code") return { text: totals.key || "None" };
    return this.#totals(totals, key, groupTitle(lines, view.group, totals.key));
  }

  order(key) {
    const { view } = this.grid;
    if (view.sortKey !== key) return "none";
    return view.isDescending ? "descending" : "ascending";
  }
}

/** A sign before the text, so that a state is not told by colour alone. */
function markOf(unsaved, problems) {
  if (unsaved) return { saving: "…", refused: "✕", conflict: "≠" }[unsaved.state];
  return problems.length > 0 ? "!" : "";
}
