// A counter beside each field whose text becomes a name in QuickBooks. Without it the field's hint says the limit.

for (const input of document.querySelectorAll("input[data-longest]")) {
  const longest = Number(input.dataset.longest);
  const counter = document.createElement("span");
  counter.className = "counter";
  counter.id = `${input.id}-counter`;
  const count = () => {
    const { words, isTooLong } = lengthUsed(nameIn(input), longest);
    counter.textContent = words;
    counter.classList.toggle("too-long", isTooLong);
  };
  input.after(counter);
  const described = [input.getAttribute("aria-describedby"), counter.id].filter(Boolean);
  input.setAttribute("aria-describedby", described.join(" "));
  input.addEventListener("input", count);
  // A page that is gone back to holds what was typed.
  addEventListener("pageshow", count);
  count();
}

/** Of a full name, which has a name for each level, the longest. */
function nameIn({ value, dataset }) {
  if (dataset.levels === undefined) return value;
  const lengthOf = (name) => [...name.trim()].length;
  return value.split(":").reduce((longest, name) => (lengthOf(name) > lengthOf(longest) ? name : longest));
}
