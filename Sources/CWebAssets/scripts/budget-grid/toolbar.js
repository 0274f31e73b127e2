// The controls above the grid. One that is refused stays, with the reason beside it.

class Toolbar {
  constructor(grid) {
    this.grid = grid;
    const { view } = grid;
    this.undo = button("Undo", () => grid.acts.undo());
    this.redo = button("Redo", () => grid.acts.redo());
    this.delete = button("Delete lines", () => grid.acts.deleteLines());
    this.fold = button("Close groups", () => grid.foldAll());
    this.search = element("input", { type: "search", placeholder: "Code, text or figure", value: view.find });
    this.search.addEventListener("input", () => this.#searchSoon());
    this.search.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === "Escape") grid.table.place.focus();
    });
    this.group = chooser(groupings, view.group, (value) => grid.changeView({ group: value }));
    this.type = chooser([["", "All"]], "", (value) => grid.changeView({ type: value }));
    this.division = chooser([["", "All"]], "", (value) => grid.changeView({ division: value }));
    this.problems = button("", () => grid.changeView({ problems: !view.problems }));
    this.clear = button("Show all lines", () => this.#clear());
    this.noStep = element("span", { class: "reason", id: "budget-no-step" });
    this.reason = element("span", { class: "reason", id: "budget-no-deletion" });
    this.columns = element("details", { class: "grid-menu" });
    this.place = element("div", { class: "grid-tools", role: "group", "aria-label": "Budget grid" },
      element("div", { class: "row" }, this.undo, this.redo, this.noStep, this.delete, this.reason),
      element("div", { class: "row" }, labelled("Find", this.search), labelled("Group by", this.group),
        labelled("Cost type", this.type), labelled("Division", this.division), this.problems, this.clear, this.fold,
        this.columns, button("Line details", () => grid.drawer.open()), button("Keys", () => showKeys())));
    listenForLeaving(this.columns);
  }

  /** Everything as the budget and the view are now. */
  refresh() {
    const { lines, view, arrangement, canEdit, status } = this.grid;
    // A budget that takes no edits at all says so above; the buttons lead whoever hears the page there.
    const reasonOr = (own) => (canEdit ? own : status.lock);
    stepButton(this.undo, "Undo", lines.steps.undo, canEdit, reasonOr(this.noStep));
    stepButton(this.redo, "Redo", lines.steps.redo, canEdit, reasonOr(this.noStep));
    this.noStep.textContent = canEdit ? missingSteps(lines.steps) : "";
    this.noStep.hidden = this.noStep.textContent === "";
    const refusals = lines.acts.deleteLineItem ?? [];
    setRefused(this.delete, !canEdit || refusals.length > 0, reasonOr(this.reason));
    this.reason.textContent = canEdit ? refusalText(refusals) : "";
    const types = lines.choices.costTypes.map(({ code, name }) => [code, `${code} ${name ?? ""}`.trim()]);
    setChoices(this.type, [["", "All"], ...types], view.type);
    setChoices(this.division, [["", "All"], ...divisionsOf(lines)], view.division);
    this.group.value = view.group;
    this.#refreshFilters(lines, view, arrangement);
    this.#refreshColumns();
  }

  #refreshFilters(lines, view, arrangement) {
    const count = lines.problemCount;
    this.problems.textContent = `Problems: ${countShown(count)}`;
    this.problems.setAttribute("aria-pressed", String(view.problems));
    this.problems.hidden = count === 0 && !view.problems;
    this.clear.hidden = !view.isFiltered;
    this.fold.hidden = view.group === "none";
    this.fold.textContent = this.grid.collapsed.size > 0 ? "Open groups" : "Close groups";
  }

  #refreshColumns() {
    const { lines, view } = this.grid;
    const signature = `${view.columns} ${lines.columns.map(({ key }) => key)}`;
    if (this.columnsShown === signature) return;
    this.columnsShown = signature;
    const custom = presets[view.columns] ? [] : [["own", "Your choice"]];
    const options = [...Object.entries(presets).map(([key, { title }]) => [key, title]), ...custom];
    const chosen = custom.length > 0 ? "own" : view.columns;
    const preset = chooser(options, chosen, (value) => value !== "own" && this.grid.changeColumns(value));
    const boxes = lines.columns.map(({ key, title }) => {
      const box = element("input", { type: "checkbox", onchange: () => this.#toggle(key) });
      box.checked = view.shows(key);
      box.disabled = key === "code" || key === "description";
      return element("label", {}, box, title);
    });
    this.columns.replaceChildren(element("summary", { class: "button" }, "Columns"),
      element("div", { class: "grid-menu-panel stack" }, labelled("Preset", preset),
        element("fieldset", { class: "stack" }, element("legend", { class: "field-label" }, "Columns"), boxes)));
  }

  #toggle(toggled) {
    const { lines, view } = this.grid;
    const shown = lines.columns.map(({ key }) => key).filter((key) => view.shows(key) !== (key === toggled));
    this.grid.changeColumns(shown.length === lines.columns.length ? "all" : shown.join(","));
  }

  #searchSoon() {
    clearTimeout(this.searching);
    this.searching = setTimeout(() => this.grid.changeView({ find: this.search.value.trim() }), 120);
  }

  #clear() {
    this.grid.view.clearFilters();
    this.search.value = "";
    this.grid.changeView({});
  }
}

function labelled(label, control) {
  return element("label", { class: "grid-field" }, element("span", {}, label), control);
}

function chooser(options, value, act) {
  const select = element("select", { onchange: () => act(select.value) });
  setChoices(select, options, value);
  return select;
}

function setChoices(select, options, value) {
  const signature = JSON.stringify(options);
  if (select.options.length === 0 || select.choices !== signature) {
    select.choices = signature;
    select.replaceChildren(...options.map(([key, title]) => element("option", { value: key }, title)));
  }
  select.value = value;
}

function divisionsOf(lines) {
  const found = new Set();
  for (const { division } of lines.lines.values()) if (division) found.add(division);
  return [...found].sort(textOrder.compare).map((division) => [division, division]);
}

/** @param reason the element that says why there is no step, or why none can be taken. */
function stepButton(place, word, step, canEdit, reason) {
  place.textContent = step ? `${word}: ${step.label}` : word;
  setRefused(place, !step || !canEdit, reason);
}

/** One sentence for both buttons. */
function missingSteps({ undo, redo }) {
  const missing = [!undo && "undo", !redo && "redo"].filter(Boolean);
  return missing.length > 0 ? `Nothing to ${missing.join(" or ")}.` : "";
}

/** A refused control stays reachable, and is described by the element that says why. */
function setRefused(place, isRefused, reason) {
  for (const [name, value] of [["aria-disabled", "true"], ["aria-describedby", reason.id]]) {
    if (isRefused) place.setAttribute(name, value);
    else place.removeAttribute(name);
  }
}

function listenForLeaving(menu) {
  document.addEventListener("pointerdown", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
