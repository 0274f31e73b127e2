// Edits that are not saved yet are kept in this browser, for this person and this budget: they outlive a session that
// ends, a server that is gone and a page that is closed, and are offered again.

class KeptEdits {
  constructor(person, budget) {
    this.prefix = `plumbline.edits ${person} ${budget} `;
    // Each tab keeps its own, so that none overwrites another's.
    this.own = this.prefix + crypto.getRandomValues(new Uint32Array(2)).join("");
  }

  write(rows, codeOf) {
    try {
      if (rows.length === 0) return localStorage.removeItem(this.own);
      const named = rows.map((row) => ({ ...row, code: codeOf(row.line ?? row.delete) }));
      localStorage.setItem(this.own, JSON.stringify({ at: Date.now(), rows: named }));
    } catch {
      // A browser that keeps nothing, or is full: the edits are still in the page, and marked as not saved.
    }
  }

  /** Those of earlier pages: { name, at, rows }. */
  earlier() {
    const found = [];
    for (const name of namesInStorage()) {
      if (!name.startsWith(this.prefix) || name === this.own) continue;
      try {
        const { at, rows } = JSON.parse(localStorage.getItem(name));
        if (Array.isArray(rows) && rows.length > 0) found.push({ name, at, rows });
      } catch {
        localStorage.removeItem(name);
      }
    }
    return found.sort((one, other) => one.at - other.at);
  }

  /** What is still to be decided of those of an earlier page. */
  leave(name, at, rows) {
    try {
      if (rows.length === 0) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify({ at, rows }));
    } catch {
      // As above: they are offered once more.
    }
  }
}

function namesInStorage() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

/** Shows what was kept, and asks what is to become of it. */
function offerKeptEdits(grid) {
  const isThere = (id) => grid.lines.lines.has(id);
  for (const { name, at, rows } of grid.kept.earlier()) {
    // A line that was to be deleted and is gone asks for nothing more.
    let left = rows.filter((row) => !row.delete || isThere(row.delete));
    const settle = (done) => {
      left = left.filter((row) => !done.has(row));
      grid.kept.leave(name, at, left);
    };
    settle(new Set());
    const gone = left.filter((row) => row.line && !isThere(row.line));
    const open = left.filter((row) => !row.line || isThere(row.line));
    if (open.length > 0) offerToSave(grid, at, open, () => settle(new Set(open)));
    if (gone.length > 0) showEditsOfLostLines(grid, at, gone, () => settle(new Set(gone)));
  }
}

function offerToSave(grid, at, rows, settle) {
  const items = rows.slice(0, 8).map((row) => element("li", {}, sentenceOf(grid.lines, row)));
  if (rows.length > 8) items.push(element("li", {}, `and ${rows.length - 8} more`));
  const outcome = rows.some(({ isRefused }) => isRefused) ? "were not saved" : "never reached the server";
  const offer = element("div", { class: "notice notice-busy stack", role: "status" },
    element("h2", {}, "Edits of yours were not saved"),
    element("p", {}, `They were made here ${new Date(at).toLocaleString()} and ${outcome}.`),
    element("ul", {}, items));
  const close = () => {
    settle();
    offer.remove();
  };
  const again = () => {
    close();
    const commands = rows.map(({ code, isRefused, ...row }) => row);
    grid.queue.add({ source: "typing", rule: "whatIsAccepted", rows: commands });
  };
  offer.append(element("div", { class: "row" },
    button("Save them now", again, { class: "button button-main" }), button("Throw them away", close)));
  grid.notices.append(offer);
}

/** Nothing can save these. What was typed is shown whole, so that it can be copied. */
function showEditsOfLostLines(grid, at, rows, settle) {
  const notice = element("div", { class: "notice notice-bad stack", role: "status" },
    element("h2", {}, "Edits of lines that are no longer on the budget"),
    element("p", {}, `They were made here ${new Date(at).toLocaleString()} and were not saved: somebody has deleted `
      + `${rows.length === 1 ? "the line" : "the lines"}. Copy what you still need.`),
    element("ul", {}, rows.map((row) => element("li", {}, sentenceOf(grid.lines, row)))));
  const close = () => {
    settle();
    notice.remove();
  };
  notice.append(element("div", { class: "row" }, button("Throw them away", close)));
  grid.notices.append(notice);
}

function sentenceOf(lines, row) {
  if (row.new) return `New line ${[row.cells.costCode, row.cells.costType].filter(Boolean).join(".")}`;
  if (row.delete) return `Delete ${row.code}`;
  const cells = Object.entries(row.cells).map(([key, typed]) => `${titleOf(lines, key)} “${typed}”`);
  return `${row.code || "A line"}: ${cells.join(", ")}`;
}
