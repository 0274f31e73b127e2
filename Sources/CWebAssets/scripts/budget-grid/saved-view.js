// How the budget is looked at: grouping, order, filters and columns. It stands in the page's address, so that a view
// can be kept as a bookmark or sent to somebody, and the server's own table understands the same.

const groupings = [
  ["none", "No groups"], ["division", "Division"], ["costCode", "Cost code"], ["costType", "Cost type"],
  ["subJob", "Sub job"],
];

/** Columns by what one is about to do. A column that the budget has not is left out. */
const usualPreset = "pm";
const presets = {
  pm: {
    title: "Project manager",
    keys: [
      "code", "description", "quantity", "unitOfMeasure", "unitCost", "amount", "modifications", "revised", "problems",
    ],
  },
  accounting: {
    title: "Accounting",
    keys: ["code", "description", "costCode", "costType", "amount", "modifications", "revised", "problems"],
  },
  owner: { title: "Owner", keys: ["code", "description", "amount", "modifications", "revised"] },
  all: { title: "All columns", keys: null },
};

class SavedView {
  constructor(search) {
    const asked = new URLSearchParams(search);
    const group = asked.get("group") ?? "none";
    this.group = groupings.some(([key]) => key === group) ? group : "none";
    this.sort = asked.get("sort") ?? "";
    this.find = asked.get("find") ?? "";
    this.type = asked.get("type") ?? "";
    this.division = asked.get("division") ?? "";
    this.problems = asked.get("problems") === "1";
    this.columns = asked.get("columns") || usualPreset;
  }

  get sortKey() {
    return this.sort.replace(/^-/, "");
  }

  get isDescending() {
    return this.sort.startsWith("-");
  }

  /** Up, down, as entered. */
  sortNext(key) {
    this.sort = this.sort === key ? `-${key}` : this.sort === `-${key}` ? "" : key;
  }

  get isFiltered() {
    return Boolean(this.find || this.type || this.division || this.problems);
  }

  clearFilters() {
    Object.assign(this, { find: "", type: "", division: "", problems: false });
  }

  /** Whether a column is shown. Code and description always are: without them no line can be told. */
  shows(key) {
    if (key === "code" || key === "description") return true;
    const keys = presets[this.columns] ? presets[this.columns].keys : this.columns.split(",");
    return keys === null || keys.includes(key);
  }

  writeToAddress() {
    const address = new URL(location.href);
    const put = (name, value, usual = "") => {
      if (value === usual) address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    };
    put("group", this.group, "none");
    put("sort", this.sort);
    put("find", this.find);
    put("type", this.type);
    put("division", this.division);
    put("problems", this.problems ? "1" : "");
    put("columns", this.columns, usualPreset);
    address.searchParams.delete("page");
    history.replaceState(history.state, "", address);
    for (const link of document.querySelectorAll("[data-follows-view]")) link.search = address.search;
  }
}
