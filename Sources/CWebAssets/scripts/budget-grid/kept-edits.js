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

  forget(name) {
    localStorage.removeItem(name);
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
  for (const { name, at, rows } of grid.kept.earlier()) {
    const items = rows.slice(0, 8).map((row) => element("li", {}, sentenceOf(grid.lines, row)));
    if (rows.length > 8) items.push(element("li", {}, `and ${rows.length - 8} more`));
    const offer = element("div", { class: "notice notice-busy stack", role: "status" },
      element("h2", {}, "Edits of yours were not saved"),
      element("p", {}, `They were made here ${new Date(at).toLocaleString()} and never reached the server.`),
      element("ul", {}, items));
    const close = () => {
      grid.kept.forget(name);
      offer.remove();
    };
    const again = () => {
      close();
      const commands = rows.map(({ code, ...row }) => row);
      grid.queue.add({ source: "typing", rule: "whatIsAccepted", rows: commands });
    };
    offer.append(element("div", { class: "row" },
      button("Save them now", again, { class: "button button-main" }), button("Throw them away", close)));
    grid.notices.append(offer);
  }
}

function sentenceOf(lines, row) {
  if (row.new) return `New line ${[row.cells.costCode, row.cells.costType].filter(Boolean).join(".")}`;
  if (row.delete) return `Delete ${row.code}`;
  const cells = Object.entries(row.cells).map(([key, typed]) => `${titleOf(lines, key)} “${typed}”`);
  return `${row.code}: ${cells.join(", ")}`;
}
