// Making elements without writing markup: nothing that came from a person is ever read as markup.

/** An element with attributes (nil and false are left out; on… listens) and children (nil is left out). */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== undefined && child !== null));
  return made;
}

function button(label, act, attributes = {}) {
  return element("button", { type: "button", class: "button", onclick: act, ...attributes }, label);
}

/** "5,000": the browser's own way takes some milliseconds when it is first asked. */
function countShown(count) {
  return figureShown(String(count));
}

/** "1 line", "2 lines", "5,000 lines". */
function counted(count, one, many = one + "s") {
  return `${countShown(count)} ${count === 1 ? one : many}`;
}

/** What happened, in the words of the server: a sentence, and what would lift it. */
function refusalText(refusals) {
  return refusals.map(({ sentence, cure }) => [sentence, cure].filter(Boolean).join(" ")).join(" ");
}

/** A window over the page that closes with Escape, and gives the focus back. Resolves with the value it closed with. */
function openDialog(title, content, buttons) {
  const heading = element("h2", { id: "budget-dialog-title" }, title);
  const dialog = element("dialog", { class: "grid-dialog", "aria-labelledby": heading.id }, heading, content);
  const choices = buttons.map(({ label, value, kind }) =>
    button(label, () => dialog.close(value), { class: kind ? `button ${kind}` : "button" }));
  dialog.append(element("div", { class: "row" }, choices));
  const before = document.activeElement;
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      before?.focus();
      resolve(dialog.returnValue);
    });
  });
}
