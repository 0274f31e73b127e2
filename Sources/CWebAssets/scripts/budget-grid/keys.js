// The keyboard, as in a spreadsheet.

const keyHelp = [
  ["Arrows", "Move; with Shift choose a range; with Ctrl go to the edge"],
  ["Tab, Shift+Tab", "Next and previous cell; after Escape, Tab leaves the grid"],
  ["Enter, Shift+Enter", "Down and up; opens and closes a group; begins a new line in the last row"],
  ["Typing", "Overwrites the cell; “=1200*1.08” is worked out"],
  ["F2", "Edit the cell as it is"],
  ["Escape", "Leave the cell as it was"],
  ["Delete", "Clear the chosen cells"],
  ["Home, End", "First and last column; with Ctrl first and last row"],
  ["Page Up, Page Down", "A window up and down"],
  ["Ctrl+A", "Choose all lines"],
  ["Alt+Up, Alt+Down", "Order by the column, up or down"],
  ["Alt+Enter", "The whole line, with its history"],
  ["Ctrl+C, Ctrl+X, Ctrl+V", "Copy, cut and paste, to and from a spreadsheet"],
  ["Ctrl+D", "Fill down from the first row of the range"],
  ["Ctrl+Z, Ctrl+Y", "Undo and redo"],
  ["Ctrl+-", "Delete the chosen lines"],
  ["F6", "To the note beside the cell, or to the buttons above the grid"],
  ["/", "Search"],
  ["?", "This list"],
];

function listenToKeys(grid) {
  let isLeaving = false;
  const { place } = grid.table;
  place.addEventListener("focusin", (event) => {
    if (event.target !== place) place.focus({ preventScroll: true });
  });
  place.addEventListener("keydown", (event) => {
    if (event.target !== place || event.isComposing) return;
    const wasLeaving = isLeaving;
    isLeaving = event.key === "Escape";
    if (event.key === "Tab" && wasLeaving) return leave(event, place);
    const act = actOf(event, grid);
    if (!act) return beginTyping(event, grid);
    event.preventDefault();
    act();
  });
}

/** Backwards the browser knows the way; forwards it would go into the rows. */
function leave(event, place) {
  if (event.shiftKey) return;
  const stops = document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']");
  const next = [...stops].find((stop) =>
    place.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING && !place.contains(stop)
      && stop.checkVisibility());
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function actOf(event, grid) {
  const isCommand = event.ctrlKey || event.metaKey;
  const acts = isCommand ? commandActs(grid, event.shiftKey) : plainActs(grid, event.shiftKey);
  if (event.altKey) return altActs(grid)[event.key];
  return acts[event.key] ?? acts[event.key.toLowerCase()] ?? moveOf(event, grid);
}

function commandActs(grid, isShifted) {
  return {
    z: () => (isShifted ? grid.acts.redo() : grid.acts.undo()),
    y: () => grid.acts.redo(),
    a: () => grid.selection.selectAll(),
    d: () => grid.acts.fillDown(),
    "-": () => grid.acts.deleteLines(),
  };
}

function plainActs(grid, isShifted) {
  return {
    F2: () => grid.acts.beginEditing(),
    F6: () => grid.acts.leaveForControls(),
    Enter: () => grid.acts.enter(isShifted ? -1 : 1),
    Tab: () => grid.acts.tab(isShifted ? -1 : 1),
    Delete: () => grid.acts.clearCells(),
    Backspace: () => grid.acts.clearCells(),
    Escape: () => grid.acts.escape(),
    "/": () => grid.toolbar.search.focus(),
    "?": () => showKeys(),
  };
}

function altActs(grid) {
  const { key } = grid.selection;
  const order = (sort) => () => grid.changeView({ sort });
  return { ArrowUp: order(key), ArrowDown: order(`-${key}`), Enter: () => grid.drawer.open() };
}

/** Arrows, Home, End and pages; null for any other key. */
function moveOf(event, grid) {
  const { selection, table, arrangement } = grid;
  const isFar = event.ctrlKey || event.metaKey;
  const from = event.shiftKey ? selection.head : selection.anchor;
  const [lastRow, lastColumn] = [arrangement.rows.length - 1, table.columns.length - 1];
  const page = table.rowsInSight;
  const targets = {
    ArrowUp: [isFar ? 0 : from.row - 1, from.column],
    ArrowDown: [isFar ? lastRow : from.row + 1, from.column],
    ArrowLeft: [from.row, isFar ? 0 : from.column - 1],
    ArrowRight: [from.row, isFar ? lastColumn : from.column + 1],
    Home: [isFar ? 0 : from.row, 0],
    End: [isFar ? lastRow : from.row, lastColumn],
    PageUp: [from.row - page, from.column],
    PageDown: [from.row + page, from.column],
  };
  const target = targets[event.key];
  return target ? () => selection.moveTo(target[0], target[1], { extend: event.shiftKey }) : null;
}

/**
 * A key that writes opens the editor empty and goes into it by itself: dead keys and input methods work that way too.
 */
function beginTyping(event, grid) {
  const writes = event.key.length === 1 || event.key === "Dead" || event.key === "Process";
  if (!writes || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === " " && grid.selection.row?.kind === "group") {
    event.preventDefault();
    return grid.toggleGroup(grid.selection.anchor.row);
  }
  if (!grid.acts.beginEditing({ overwrite: true })) event.preventDefault();
}

function showKeys() {
  const list = keyHelp.flatMap(([keys, act]) => [element("dt", {}, keys), element("dd", {}, act)]);
  return openDialog("Keys", element("dl", { class: "facts" }, list), [{ label: "Close", value: "" }]);
}
