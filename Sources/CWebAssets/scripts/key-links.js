// Where budget after budget is decided on, a letter does what the control with its key cap does, and on the list J and
// K move along the rows. Without scripts the browser's access keys follow the same links. Whoever speaks to the
// computer or strikes keys unmeant turns the letters off (WCAG 2.1.4); this browser remembers it.

const setting = "plumbline.letter-keys";
const controls = () => [...document.querySelectorAll("[data-key]")];
const rows = () => [...document.querySelectorAll("[data-row-link]")];

let isOn = true;

if (controls().length + rows().length > 0) {
  addSwitch();
  document.addEventListener("keydown", (event) => {
    if (isOn && !isMeantElsewhere(event) && hasAnswered(event)) event.preventDefault();
  });
}

function readSetting() {
  try {
    isOn = localStorage.getItem(setting) !== "off";
  } catch {
    // A browser that keeps nothing: the letters are on until they are turned off on the page.
  }
}

function isMeantElsewhere({ defaultPrevented, isComposing, ctrlKey, altKey, metaKey, target }) {
  if (defaultPrevented || isComposing || ctrlKey || altKey || metaKey) return true;
  if (document.querySelector("dialog[open]")) return true;
  return target instanceof Element
    && (target.isContentEditable || target.closest("input, textarea, select, dialog, #budget") !== null);
}

/** Whether the letter stood for something. A control follows only the first stroke of a key that is held. */
function hasAnswered({ key, repeat }) {
  const letter = key.toUpperCase();
  const control = controls().find(({ dataset }) => dataset.key === letter);
  if (control) {
    if (!repeat && !control.matches(":disabled, [aria-disabled='true']")) control.click();
    return true;
  }
  const step = { J: 1, K: -1 }[letter];
  return step !== undefined && moveAlongRows(step);
}

function moveAlongRows(step) {
  const links = rows();
  const at = links.indexOf(document.activeElement);
  links[at < 0 ? 0 : at + step]?.focus();
  return links.length > 0;
}

/** Beside the first controls with key caps, or above the list, where it says what the letters do. */
function addSwitch() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  const name = () => {
    button.textContent = isOn ? "Turn keys off" : "Turn keys on";
  };
  const look = () => {
    readSetting();
    name();
  };
  button.addEventListener("click", () => {
    isOn = !isOn;
    name();
    try {
      if (isOn) localStorage.removeItem(setting);
      else localStorage.setItem(setting, "off");
    } catch {
      // A browser that keeps nothing: it holds for this page.
    }
  });
  // A page that is gone back to is as it was, and the keys may have been turned off on another since.
  addEventListener("pageshow", look);
  look();
  const [control] = controls();
  if (control) return control.parentElement.append(button);
  const line = document.createElement("div");
  line.className = "row";
  const hint = document.createElement("span");
  hint.className = "quiet";
  hint.textContent = "J and K move along the rows, Enter opens one.";
  line.append(hint, button);
  rows()[0].closest(".table-frame").before(line);
}
