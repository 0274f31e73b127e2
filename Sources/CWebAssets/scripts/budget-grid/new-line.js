// The form for a new line, under the grid.

const newLineFields = [
  ["costCode", true], ["costType", true], ["description", false], ["quantity", false], ["unitOfMeasure", false],
  ["unitCost", false], ["amount", false],
];

class NewLineForm {
  constructor(grid) {
    this.grid = grid;
    this.fields = new Map();
    this.problem = element("p", { class: "problem", role: "alert", hidden: true });
    this.form = element("form", { class: "grid-new-line", onsubmit: (event) => this.#submit(event) });
    this.reason = element("p", { class: "reason", id: "budget-no-new-line" });
    this.place = element("details", { class: "grid-adding" }, element("summary", {}, "Add a line"), this.form);
    this.#fill();
  }

  #fill() {
    const { lines } = this.grid;
    for (const [key, isNeeded] of newLineFields) {
      const column = lines.columnOf.get(key);
      if (!column && !isNeeded) continue;
      const list = { costCode: "budget-cost-codes", costType: "budget-cost-types" }[key];
      const input = element("input", {
        type: "text", autocomplete: "off", list, "aria-required": isNeeded ? "true" : null,
        "data-is": column && column.kind !== "text" ? "number" : "text",
      });
      this.fields.set(key, input);
      this.form.append(labelled(column?.title ?? { costCode: "Cost Code", costType: "Cost Type" }[key], input));
    }
    this.save = element("button", { type: "submit", class: "button button-main" }, "Add the line");
    this.form.append(this.save, this.reason, this.problem);
  }

  refresh() {
    const { lines, canEdit } = this.grid;
    const refusals = lines.acts.addLineItem ?? [];
    this.place.hidden = !canEdit;
    setRefused(this.save, refusals.length > 0, this.reason);
    this.reason.textContent = refusalText(refusals);
    this.reason.hidden = refusals.length === 0;
    const amountRefusals = lines.acts.editOriginalAmount ?? [];
    for (const key of originalBudgetCells) {
      const field = this.fields.get(key);
      if (field) field.disabled = amountRefusals.length > 0;
    }
  }

  focus() {
    this.place.open = true;
    this.fields.get("costCode").focus();
  }

  #submit(event) {
    event.preventDefault();
    if (this.save.getAttribute("aria-disabled") === "true") return;
    const cells = {};
    for (const [key, input] of this.fields) if (input.value.trim() && !input.disabled) cells[key] = input.value.trim();
    const missing = newLineFields.filter(([key, isNeeded]) => isNeeded && !cells[key]).map(([key]) => key);
    if (missing.length > 0) {
      this.#tell("A line needs a cost code and a cost type.", missing);
      return this.fields.get(missing[0]).focus();
    }
    this.#tell("", []);
    const command = { source: "typing", rule: "allOrNothing", rows: [{ new: true, cells }] };
    this.grid.queue.add(command, ([row]) => this.#settled(row));
  }

  #settled(row) {
    if (row.outcome === "refused") return this.#tell(refusalText(row.refusals), row.refusals.map(({ cell }) => cell));
    for (const input of this.fields.values()) input.value = "";
    this.fields.get("costCode").focus();
  }

  #tell(sentence, keys) {
    this.problem.textContent = sentence;
    this.problem.hidden = !sentence;
    for (const [key, input] of this.fields) setARIA(input, "aria-invalid", keys.includes(key) ? true : undefined);
  }
}

const choicesOf = {
  "budget-cost-codes": ({ costCodes }) => costCodes.map(({ code, title }) => [code, title]),
  "budget-cost-types": ({ costTypes }) => costTypes.map(({ code, name }) => [code, name]),
};

/** The lists of choices, still empty, for every field that takes one. */
function choiceLists() {
  return Object.keys(choicesOf).map((id) => element("datalist", { id }));
}

/** Makes the choices when a field that offers them is gone into, and not before: there may be thousands. */
function fillChoices(list, { choices }) {
  if (!list || list.filledFrom === choices) return;
  list.filledFrom = choices;
  list.replaceChildren(...choicesOf[list.id](choices).map(([value, name]) =>
    element("option", { value, label: `${value} ${name ?? ""}` })));
}
