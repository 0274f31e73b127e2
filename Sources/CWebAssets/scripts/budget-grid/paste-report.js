// What a paste would do, before it does it: accepted, changed and refused, and why.

/** More rows than this are counted, not listed. */
const reportLength = 400;
/** Longer texts are cut: one of them would fill the report. */
const longestShown = 200;

/** @returns the entries of the report: { line, what, from, to, outcome, why }, the refused ones first. */
function reportEntries(lines, plan, answered) {
  const entries = plan.ignored.map(({ line, key, text, why }) => ({
    line: line?.code ?? "", what: titleOf(lines, key), from: line && key ? lines.shown(line, key) : "", to: text,
    outcome: "refused", why,
  }));
  plan.rows.forEach((row, at) => entries.push(...entriesOf(lines, row, answered[at])));
  const rank = { refused: 0, changed: 1, unchanged: 2 };
  return entries.sort((one, other) => rank[one.outcome] - rank[other.outcome]);
}

function entriesOf(lines, row, { outcome, line, refusals = [] }) {
  const before = lines.lines.get(row.line);
  if (row.new) {
    const why = refusalText(refusals) || "A new line.";
    const code = line?.code ?? [row.cells.costCode, row.cells.costType].filter(Boolean).join(".");
    const to = row.cells.description ?? row.cells.amount ?? "";
    return [{ line: code, what: "New line", from: "", to, outcome, why }];
  }
  return Object.entries(row.cells).map(([key, typed]) => {
    const own = refusals.filter(({ cell }) => !cell || cell === key);
    const reason = own.length > 0 ? refusalText(own) : `With another cell of its line: ${refusalText(refusals)}`;
    const why = outcome === "refused" ? reason : "";
    const to = outcome !== "refused" && line ? lines.shown(line, key) : typed;
    const from = before ? lines.shown(before, key) : "";
    return { line: before?.code ?? "", what: titleOf(lines, key), from, to, outcome, why };
  });
}

function titleOf(lines, key) {
  return lines.columnOf.get(key)?.title ?? "";
}

/** Said over the page, where whoever pasted looks. */
function showRefusedPaste(text) {
  return openDialog("Nothing was pasted", element("p", {}, text), [{ label: "Close", value: "" }]);
}

/** Never half of a sign that takes two places. */
function cut(text) {
  if (text.length <= longestShown) return text;
  return `${text.slice(0, longestShown).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** Resolves with whether to go on with what is accepted. */
async function confirmPaste(entries) {
  const count = (outcome) => entries.filter((entry) => entry.outcome === outcome).length;
  const [refused, changed, unchanged] = [count("refused"), count("changed"), count("unchanged")];
  const facts = [
    `${counted(changed + unchanged, "cell")} accepted`, `${countShown(changed)} changed`,
    unchanged ? `${countShown(unchanged)} as before` : null, `${countShown(refused)} refused`,
  ].filter(Boolean).join(", ");
  const content = element("div", { class: "stack" },
    element("p", {}, `${facts}. Nothing is saved yet.`), reportTable(entries));
  const label = refused > 0 ? `Save the ${counted(changed, "accepted change")}` : `Save ${counted(changed, "change")}`;
  const save = changed > 0 ? [{ label, value: "save", kind: "button-main" }] : [];
  const close = { label: changed > 0 ? "Cancel" : "Close", value: "" };
  const answer = await openDialog("What this paste does", content, [...save, close]);
  return answer === "save";
}

/** What became of the parts of a paste that were refused after all. */
function showRefusedRows(lines, entries) {
  const refused = entries.filter(({ outcome }) => outcome === "refused");
  const content = element("div", { class: "stack" },
    element("p", {}, `${counted(refused.length, "cell")} of the paste could not be saved; everything else is saved.`),
    reportTable(refused));
  return openDialog("Not saved", content, [{ label: "Close", value: "" }]);
}

function reportTable(entries) {
  const words = { refused: "Refused", changed: "Changes", unchanged: "As before" };
  const head = ["Line", "Column", "Now", "Pasted", "Outcome"].map((title) => element("th", { scope: "col" }, title));
  const rows = entries.slice(0, reportLength).map(({ line, what, from, to, outcome, why }) => element("tr", {},
    element("th", { scope: "row" }, cut(line)), element("td", {}, what), element("td", {}, cut(from)),
    element("td", {}, cut(to)),
    // Reasons quote what was pasted.
    element("td", { class: `outcome-${outcome}` }, element("strong", {}, words[outcome]),
      why ? ` ${to.length > longestShown ? why.replaceAll(to, () => cut(to)) : why}` : "")));
  const more = entries.length > reportLength
    ? element("p", { class: "quiet" }, `And ${countShown(entries.length - reportLength)} more.`) : null;
  return element("div", {},
    element("div",
      { class: "table-frame grid-report", tabindex: "0", role: "region", "aria-label": "Cells of the paste" },
      element("table", {}, element("thead", {}, element("tr", {}, head)), element("tbody", {}, rows))), more);
}
