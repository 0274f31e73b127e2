// What the server last said of the budget, and beside it what was typed here and is not saved.

/** Cells that make up the original amount: a new line goes without them while the budget is locked. */
const originalBudgetCells = new Set(["quantity", "unitOfMeasure", "unitCost", "amount"]);
/** Parts of the budget code, which a line keeps. */
const codeCells = new Set(["code", "subJob", "costCode", "costType"]);

const cellName = (id, key) => `${id} ${key}`;

function cellNamed(name) {
  const split = name.lastIndexOf(" ");
  return { id: name.slice(0, split), key: name.slice(split + 1) };
}

const codeStays = {
  sentence: "A line keeps its budget code.", cure: "Delete the line and add one with the other code.",
};

class BudgetLines {
  #amounts;

  constructor(answer) {
    /** Typed here, by cell: { typed, seen, state: saving | refused | conflict, refusals, now, command }. */
    this.unsaved = new Map();
    this.take(answer);
  }

  /** Everything anew, as the server holds it. */
  take(answer) {
    this.project = answer.project;
    this.currency = answer.currency;
    this.limits = answer.limits ?? {};
    this.acts = answer.acts ?? {};
    this.choices = answer.choices ?? { costCodes: [], costTypes: [] };
    this.steps = answer.steps ?? { undo: null, redo: null };
    this.version = answer.version;
    this.lines = new Map(answer.lines.map((line) => [line.id, line]));
    this.columns = columnsShown(answer.columns);
    this.columnOf = new Map(this.columns.map((column) => [column.key, column]));
    this.columnOf.get("code").characters = longestCode(answer.lines);
    this.summedKeys = this.columns.filter((column) => this.isSummed(column)).map(({ key }) => key);
    this.#amounts = new WeakMap();
  }

  /**
   * The version after an act of ours, where the act found the one that is known here. Where it found another, somebody
   * else's change has not been seen yet, and the known version stays until it has.
   */
  advance({ was, version }) {
    if (was !== undefined && was === this.version) this.version = version;
  }

  /** Lines that an answer told of: changed, new or deleted. */
  apply(rows) {
    for (const row of rows) {
      if (!row) continue;
      if (row.deleted) this.lines.delete(row.id);
      else this.lines.set(row.id, row);
    }
  }

  /** Whether there is anything that this person may do to the budget as it is now. */
  get canEdit() {
    const acts = ["editOriginalAmount", "addLineItem", "deleteLineItem"];
    return acts.some((act) => (this.acts[act] ?? []).length === 0);
  }

  get problemCount() {
    let count = 0;
    for (const line of this.lines.values()) if (line.problems?.length) count += 1;
    return count;
  }

  isFigure(key) {
    return this.columnOf.get(key)?.kind !== "text";
  }

  isSummed(column) {
    return column.kind === "money" && column.key !== "unitCost";
  }

  /** The figures of a line that are summed, as decimals. Read once: a line that has changed is another object. */
  amounts(line) {
    const known = this.#amounts.get(line);
    if (known) return known;
    const amounts = this.summedKeys.map((key) => decimalOf(line[key] ?? ""));
    this.#amounts.set(line, amounts);
    return amounts;
  }

  /** The value as the server holds it. */
  value(line, key) {
    if (key === "problems") return problemsText(line);
    return line[key] ?? "";
  }

  /** The value for the eye: figures as bookkeepers write them. */
  shown(line, key) {
    const column = this.columnOf.get(key);
    const value = this.value(line, key);
    if (!column || column.kind === "text") return value;
    const isMoney = column.kind === "money" || key === "unitCost";
    return figureShown(value, isMoney ? this.currency.digits : 0);
  }

  unsavedIn(line, key) {
    return this.unsaved.get(cellName(line.id, key));
  }

  /** What is wrong with a part of the budget code stands at the code too, which is always in sight. */
  problemsIn(line, key) {
    if (!line.problems?.length) return [];
    return line.problems.filter(({ cell }) => cell === key || (key === "code" && (!cell || codeCells.has(cell))));
  }

  /** Why a cell cannot be typed into; an empty list when it can. */
  closedBecause(key) {
    const column = this.columnOf.get(key);
    if (column?.editable) return this.acts.editOriginalAmount ?? [];
    if (codeCells.has(key)) return [codeStays];
    return [{ sentence: `${column?.title ?? "This column"} follows from other cells.`, cure: "" }];
  }
}

function longestCode(lines) {
  return lines.reduce((longest, { code }) => Math.max(longest, code.length), 0);
}

function problemsText(line) {
  const problems = line.problems ?? [];
  if (problems.length === 0) return "";
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  return problems[0].sentence + more;
}

/** The server's columns, with the budget code and the description first and the problems last. */
function columnsShown(columns) {
  const known = new Map(columns.map((column) => [column.key, column]));
  const code = known.get("code") ?? { key: "code", title: "Budget Code", kind: "text", editable: false, longest: null };
  const description = known.get("description");
  const rest = columns.filter(({ key }) => key !== "code" && key !== "description" && key !== "problems");
  const problems = { key: "problems", title: "Problems", kind: "text", editable: false, longest: null };
  return [code, description, ...rest, problems].filter(Boolean);
}
