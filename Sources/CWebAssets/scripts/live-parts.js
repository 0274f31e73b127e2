// Parts of a page that follow what happens elsewhere are asked for again and again by htmx. Where the server does not
// answer they say so, for what they show may be out of date; htmx goes on asking.

const notices = new WeakMap();

function sayGone(part) {
  if (notices.has(part)) return;
  const notice = document.createElement("div");
  notice.className = "notice notice-waiting";
  const title = document.createElement("h2");
  title.textContent = "Plumbline does not answer";
  const text = document.createElement("p");
  text.textContent = "It may be starting again, or the network is down. What stands here may be out of date; it is "
    + "looked at again every few seconds, by itself.";
  notice.append(title, text);
  notices.set(part, notice);
  // Beside the part, within the frame whose news is spoken.
  part.before(notice);
}

document.addEventListener("htmx:afterRequest", ({ detail: { elt: part, successful } }) => {
  if (!part.matches("[hx-trigger^='every ']")) return;
  if (!successful) return sayGone(part);
  notices.get(part)?.remove();
  notices.delete(part);
});
