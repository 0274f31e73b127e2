// What the server last said of the budget, and beside it what was typed here and is not saved.

/** Cells whose value is part of the original budget: closed while the budget is locked. */
const originalBudgetCells = new Set(["quantity", "unitOfMeasure", "unitCost", "amount"]);
/** Money that is no sum of money: unit costs do not add up to anything. */
const unsummedCells = new Set(["unitCost"]);

const cellName = (id, key) => `${id} ${key}`;

class BudgetLines {
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
    this.columns = columnsShown(answer.columns);
    this.columnOf = new Map(this.columns.map((column) => [column.key, column]));
    this.lines = new Map(answer.lines.map((line) => [line.id, line]));
  }

  /** Lines that an answer told of: changed, new or deleted. */
  apply(rows) {
    for (const row of rows) {
      if (!row) continue;
      if (row.deleted) this.lines.delete(row.id);
      else this.lines.set(row.id, row);
    }
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
    return column.kind === "money" && !unsummedCells.has(column.key);
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
    return figureShown(value, column.kind === "money" ? this.currency.digits : 0);
  }

  unsavedIn(line, key) {
    return this.unsaved.get(cellName(line.id, key));
  }

  problemsIn(line, key) {
    return (line.problems ?? []).filter((problem) => (problem.cell ?? "code") === key);
  }

  /** Why a cell cannot be typed into; an empty list when it can. */
  closedBecause(key) {
    const column = this.columnOf.get(key);
    if (originalBudgetCells.has(key) && this.acts.editOriginalAmount?.length) return this.acts.editOriginalAmount;
    if (column?.editable) return [];
    const title = column?.title ?? "This column";
    return [{ sentence: `${title} cannot be typed into: it follows from other figures.`, cure: "" }];
  }
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
