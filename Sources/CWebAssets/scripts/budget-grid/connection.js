// Whether the server answers, and whether one is still signed in. Says so above the grid, and tries again by itself.

const firstWait = 1_000;
const longestWait = 15_000;

class Connection {
  constructor(grid) {
    this.grid = grid;
    this.wait = firstWait;
    this.notice = element("div", { class: "notice notice-bad stack", role: "alert", hidden: true });
    this.timer = null;
  }

  get isGone() {
    return !this.notice.hidden;
  }

  /** Takes note of how a call went; false when it has to be made again later. */
  note(told) {
    if (told.kind === "unreachable") this.#isGone();
    else if (told.kind === "signedOut") this.#isSignedOut(told.signIn);
    else {
      const wasGone = this.isGone;
      this.wait = firstWait;
      this.notice.hidden = true;
      if (wasGone) this.grid.status.say("Plumbline answers again.");
      return true;
    }
    return false;
  }

  #isGone() {
    const seconds = Math.round(this.wait / 1000);
    const kept = this.#keptSentence();
    this.#show("Plumbline does not answer",
      `It may be starting again, or the network is down. ${kept} Trying again in ${counted(seconds, "second")}.`,
      button("Try now", () => this.#again()));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#again(), this.wait);
    this.wait = Math.min(this.wait * 2, longestWait);
  }

  #again() {
    clearTimeout(this.timer);
    this.grid.following.look();
  }

  #isSignedOut(signIn) {
    this.#show("Your session has ended", `${this.#keptSentence()} Sign in, and they are offered to you again.`,
      element("a", { class: "button button-main", href: signIn }, "Sign in"));
    this.grid.keepEdits();
  }

  #keptSentence() {
    const count = this.grid.queue.unsentRows.length;
    if (count === 0) return "Nothing is lost: all your edits are saved.";
    return `Nothing is lost: ${counted(count, "line")} with edits on the way, kept in this browser.`;
  }

  #show(title, text, act) {
    const isSame = this.isGone && this.notice.firstChild?.textContent === title;
    this.notice.hidden = false;
    // A reader is told once, not at every attempt.
    this.notice.setAttribute("aria-live", isSame ? "off" : "assertive");
    this.notice.replaceChildren(
      element("h2", {}, title), element("p", {}, text), element("div", { class: "row" }, act));
  }
}
