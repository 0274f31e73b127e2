// Ranges to and from spreadsheets, as text with tabs between the cells.

/** Cells of text as Excel and others copy it: quoted where a cell holds a tab, a line end or a quotation mark. */
function cellsOfText(text) {
  const rows = [[]];
  let [cell, isQuoted, at] = ["", false, 0];
  const endCell = () => { rows.at(-1).push(cell); cell = ""; };
  while (at < text.length) {
    const sign = text[at];
    if (isQuoted) {
      if (sign === '"' && text[at + 1] === '"') { cell += '"'; at += 1; }
      else if (sign === '"') isQuoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === "" && isClosedLater(text, at + 1)) isQuoted = true;
    else if (sign === "\t") endCell();
    else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && text[at + 1] === "\n") at += 1;
      endCell();
      rows.push([]);
    } else cell += sign;
    at += 1;
  }
  if (cell !== "" || rows.at(-1).length > 0) endCell();
  while (rows.length > 0 && rows.at(-1).every((cell) => cell.trim() === "")) rows.pop();
  return rows;
}

/** A quotation mark opens a quoted cell only where one closes it: `5" pipe` and `"loose` are texts. */
function isClosedLater(text, from) {
  return /^(?:[^"]|"")*"(?=[\t\r\n]|$)/.test(text.slice(from, from + 32_768));
}

const formulaMarks = /^[=+\-@]/;

function textOfCells(rows) {
  const quoted = (cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quoted).join("\t")).join("\r\n");
}

/** What the chosen cells say: figures plain, and no text that a spreadsheet would take for a formula. */
function copiedText(grid) {
  const { lines, selection } = grid;
  const copied = (line, key) => {
    const value = lines.value(line, key);
    return !lines.isFigure(key) && formulaMarks.test(value) ? `'${value}` : value;
  };
  return textOfCells(selection.lines.map((line) => selection.keys.map((key) => copied(line, key))));
}

/** A pasted cell as the server is asked to take it. */
function pastedValue(lines, key, text) {
  if (lines.isFigure(key)) return figureFromSpreadsheet(text);
  const trimmed = text.trim();
  return /^'[=+\-@]/.test(trimmed) ? trimmed.slice(1) : trimmed;
}

function listenToClipboard(grid) {
  const isOurs = () => document.activeElement === grid.table.place;
  const copy = (event) => {
    if (!isOurs()) return;
    event.clipboardData.setData("text/plain", copiedText(grid));
    event.preventDefault();
    const { lines, cells } = grid.selection.summary();
    if (event.type === "cut") grid.acts.clearCells();
    else grid.status.say(`Copied ${counted(cells, "cell")} of ${counted(lines, "line")}.`);
  };
  document.addEventListener("copy", copy);
  document.addEventListener("cut", copy);
  document.addEventListener("paste", (event) => {
    if (!isOurs()) return;
    event.preventDefault();
    grid.acts.paste(event.clipboardData.getData("text/plain"));
  });
}
