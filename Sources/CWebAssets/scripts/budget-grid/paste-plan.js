// Where each pasted cell goes: onto the lines from the chosen one down, and beyond the last of them onto new lines.

/** What a new line may be given. */
const newLineCells = ["costCode", "costType", "description", "quantity", "unitOfMeasure", "unitCost", "amount"];

/**
 * @returns { rows: as the server takes them, ignored: [{ row, column, text, why }] }, or { tooMany } lines.
 */
function pastePlan(grid, text) {
  const { lines, selection, table } = grid;
  const clip = spread(withoutHeadings(cellsOfText(text), grid), selection);
  const limit = lines.limits.rows ?? 5000;
  if (clip.length > limit) return { tooMany: clip.length, limit };
  const targets = linesFrom(grid, selection.top);
  const plan = { rows: [], ignored: [] };
  clip.forEach((cells, offset) => {
    const keyed = cells.map((text, at) => ({ key: table.columns[selection.left + at]?.key, text }));
    const beyond = keyed.filter(({ key, text }) => !key && text.trim());
    const why = "It stands beyond the last column.";
    for (const { text } of beyond) plan.ignored.push({ line: targets[offset], text, why });
    const known = keyed.filter(({ key }) => key && key !== "problems");
    if (targets[offset]) planChange(plan, lines, targets[offset], known);
    else planNewLine(plan, lines, known);
  });
  return plan;
}

/** The lines in sight order from a row down; rows of groups are passed over. */
function linesFrom(grid, top) {
  const found = [];
  for (let row = top; row < grid.arrangement.rows.length; row += 1) {
    const line = grid.arrangement.line(row);
    if (line) found.push(line);
  }
  return found;
}

function planChange(plan, lines, line, cells) {
  const row = { line: line.id, cells: {}, seen: {} };
  for (const { key, text } of cells) {
    const value = pastedValue(lines, key, text);
    const now = lines.value(line, key);
    if (value === now || isSameFigure(value, now)) continue;
    const refusals = lines.closedBecause(key);
    if (refusals.length > 0) plan.ignored.push({ line, key, text: value, why: refusalText(refusals) });
    else {
      row.cells[key] = value;
      row.seen[key] = now;
    }
  }
  if (Object.keys(row.cells).length > 0) plan.rows.push(row);
}

function planNewLine(plan, lines, cells) {
  const row = { new: true, cells: {} };
  for (const { key, text } of cells) {
    const value = pastedValue(lines, key, text);
    if (newLineCells.includes(key) && value !== "") row.cells[key] = value;
    if (key === "code") Object.assign(row.cells, codeParts(lines, value), row.cells);
  }
  if (Object.keys(row.cells).length > 0) plan.rows.push(row);
}

/** "03-100.M" says cost code and cost type at once, where both are known. */
function codeParts(lines, text) {
  const split = text.lastIndexOf(".");
  const [costCode, costType] = [text.slice(0, split), text.slice(split + 1)];
  const isKnown = lines.choices.costCodes.some(({ code }) => code === costCode)
    && lines.choices.costTypes.some(({ code }) => code === costType);
  return isKnown ? { costCode, costType } : {};
}

/** Spreadsheets copy the row of headings along: it is no line. */
function withoutHeadings(clip, grid) {
  if (clip.length < 2) return clip;
  const titles = grid.table.columns.slice(grid.selection.left).map(({ title }) => title.toLocaleLowerCase());
  const isHeading = clip[0].some((cell) => cell.trim())
    && clip[0].every((cell, at) => !cell.trim() || cell.trim().toLocaleLowerCase() === titles[at]);
  return isHeading ? clip.slice(1) : clip;
}

/** One cell, or a pattern that fits a whole number of times, fills the range that was chosen. */
function spread(clip, selection) {
  if (clip.length === 0) return clip;
  const [height, width] = [selection.bottom - selection.top + 1, selection.right - selection.left + 1];
  const wide = Math.max(...clip.map((row) => row.length));
  const fits = height % clip.length === 0 && width % wide === 0;
  if (!fits || (height === clip.length && width === wide)) return clip;
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, at) => clip[row % clip.length][at % wide] ?? ""));
}
