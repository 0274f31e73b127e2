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
  ["Ctrl+C, Ctrl+X, Ctrl+V", "Copy, cut and paste, to and from a spreadsheet"],
  ["Ctrl+D", "Fill down from the first row of the range"],
  ["Ctrl+Z, Ctrl+Y", "Undo and redo"],
  ["F6", "To the note beside the cell, or to the buttons above the grid"],
  ["/", "Search"],
  ["?", "This list"],
];

function listenToKeys(grid) {
  let isLeaving = false;
  grid.table.place.addEventListener("keydown", (event) => {
    if (event.target !== grid.table.place || event.isComposing) return;
    if (event.key === "Tab" && isLeaving) return (isLeaving = false);
    isLeaving = event.key === "Escape";
    const act = actOf(event, grid);
    if (!act) return beginTyping(event, grid);
    event.preventDefault();
    act();
  });
}

function actOf(event, grid) {
  const isCommand = event.ctrlKey || event.metaKey;
  const acts = isCommand ? commandActs(grid, event.shiftKey) : plainActs(grid, event.shiftKey);
  if (event.altKey) return null;
  return acts[event.key] ?? acts[event.key.toLowerCase()] ?? moveOf(event, grid);
}

function commandActs(grid, isShifted) {
  return {
    z: () => (isShifted ? grid.redo() : grid.undo()),
    y: () => grid.redo(),
    a: () => grid.selection.selectAll(),
    d: () => grid.fillDown(),
    "-": () => grid.deleteLines(),
  };
}

function plainActs(grid, isShifted) {
  return {
    F2: () => grid.beginEditing(),
    F6: () => grid.leaveForControls(),
    Enter: () => grid.enter(isShifted ? -1 : 1),
    Tab: () => grid.tab(isShifted ? -1 : 1),
    Delete: () => grid.clearCells(),
    Backspace: () => grid.clearCells(),
    Escape: () => grid.escape(),
    "/": () => grid.toolbar.search.focus(),
    "?": () => grid.showKeys(),
  };
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
  if (!grid.beginEditing({ overwrite: true })) event.preventDefault();
}
