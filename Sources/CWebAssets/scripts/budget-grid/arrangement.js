// The rows as they stand one under the other: lines that the filters let through, in order, with a row above each group
// that holds its subtotals, and a last row to begin a new line in, where one may be added.

class Arrangement {
  /** @param collapsed keys of the groups whose lines are not shown. */
  constructor(lines, view, collapsed) {
    this.lines = lines;
    this.view = view;
    const passed = [...lines.lines.values()].filter(filterOf(lines, view));
    this.lineIDs = sorted(passed, lines, view).map((line) => line.id);
    this.groupIDs = grouped(this.lineIDs, lines, view.group);
    this.layOut(collapsed);
  }

  /** Puts the rows under each other and sums up: after a change of values, with the order as it is. */
  layOut(collapsed) {
    this.rows = [];
    this.total = new Totals(this.lines, "");
    const living = (ids) => ids.map((id) => this.lines.lines.get(id)).filter(Boolean);
    for (const { key, ids } of this.groupIDs) {
      const lines = living(ids);
      if (lines.length === 0 && key !== null) continue;
      const totals = new Totals(this.lines, key);
      for (const line of lines) totals.add(line);
      this.total.include(totals);
      const isCollapsed = collapsed.has(key);
      if (key !== null) this.rows.push({ kind: "group", id: `group ${key}`, key, totals, isCollapsed });
      if (key === null || !isCollapsed) for (const line of lines) this.rows.push({ kind: "line", id: line.id, totals });
    }
    const refusals = this.lines.acts.addLineItem ?? [];
    if (refusals.length === 0) this.rows.push({ kind: "new", id: "new" });
  }

  /** Lines that are new since the order was made stand at the end, until it is made anew. */
  append(ids) {
    const present = new Set(this.lineIDs);
    const missing = ids.filter((id) => !present.has(id));
    if (missing.length === 0) return;
    this.lineIDs.push(...missing);
    const last = this.groupIDs.find(({ key }) => key === null) ?? null;
    if (last) last.ids.push(...missing);
    else this.groupIDs = grouped(this.lineIDs, this.lines, this.view.group);
  }

  indexOf(id) {
    return this.rows.findIndex((row) => row.id === id);
  }

  line(index) {
    const row = this.rows[index];
    return row?.kind === "line" ? this.lines.lines.get(row.id) : undefined;
  }

  /** The group that the row at the top of the window belongs to. */
  groupAt(index) {
    if (this.view.group === "none") return null;
    return this.rows[index]?.totals ?? null;
  }
}

class Totals {
  constructor(lines, key) {
    this.key = key;
    this.count = 0;
    this.lines = lines;
    this.sums = lines.summedKeys.map(() => new DecimalSum(lines.currency.digits));
  }

  add(line) {
    this.count += 1;
    const amounts = this.lines.amounts(line);
    for (let at = 0; at < amounts.length; at += 1) if (amounts[at]) this.sums[at].addDecimal(amounts[at]);
  }

  /** The totals of some lines more. */
  include(totals) {
    this.count += totals.count;
    totals.sums.forEach((sum, at) => this.sums[at].addDecimal(sum));
  }

  text(key) {
    return this.sums[this.lines.summedKeys.indexOf(key)]?.text ?? "";
  }
}

/** Every word that is looked for has to be somewhere in the line. */
function filterOf(lines, view) {
  const words = view.find.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const searched = ["code", "description", "costCode", "costTypeName", "subJob", "unitOfMeasure"];
  return (line) => {
    if (view.type && line.costType !== view.type) return false;
    if (view.division && line.division !== view.division) return false;
    if (view.problems && !line.problems?.length) return false;
    if (words.length === 0) return true;
    const figures = lines.columns.filter(({ kind }) => kind !== "text")
      .map(({ key }) => `${line[key] ?? ""} ${lines.shown(line, key)}`);
    const text = searched.map((key) => line[key] ?? "").concat(figures).join(" ").toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  };
}

/** Texts as a person counts: 2 before 10. */
const textOrder = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function sorted(list, lines, view) {
  const key = view.sortKey;
  if (!key || !lines.columnOf.has(key)) return list;
  const order = lines.isFigure(key) ? compareFigures : textOrder.compare;
  const direction = view.isDescending ? -1 : 1;
  return list.sort((one, other) => direction * order(lines.value(one, key), lines.value(other, key)));
}

/** Lists of lines by group, in the groups' order; one list with the key null where there are no groups. */
function grouped(ids, lines, group) {
  if (group === "none") return [{ key: null, ids: [...ids] }];
  const groups = new Map();
  for (const id of ids) {
    const key = lines.lines.get(id)?.[group] ?? "";
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(id);
  }
  return [...groups.keys()].sort(textOrder.compare).map((key) => ({ key, ids: groups.get(key) }));
}

/** What a group is called: its code, and its title where one is known. */
function groupTitle(lines, group, key) {
  if (!key) return "None";
  if (group === "costType") return lines.choices.costTypes.find(({ code }) => code === key)?.name ?? "";
  if (group === "costCode") return lines.choices.costCodes.find(({ code }) => code === key)?.title ?? "";
  return "";
}
