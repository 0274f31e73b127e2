// Talking to the server, and telling apart the ways in which that can go.

/** How long an answer may take. A paste of thousands of lines takes some seconds. */
const patience = 60_000;

class BudgetServer {
  constructor(addresses) {
    this.addresses = addresses;
    this.token = document.querySelector('meta[name="form-token"]')?.content ?? "";
  }

  /** The whole budget; kind "same" when nothing has changed since that version. */
  async lines(since) {
    const address = new URL(this.addresses.lines, location.href);
    if (since) address.searchParams.set("since", since);
    const told = await ask(address, {});
    // After signing in again in another tab this page's own token is another session's.
    if (told.kind !== "answer") return told;
    this.token = told.body.formToken ?? this.token;
    try {
      return { ...told, body: { ...told.body, lines: spelledOut(told.body) } };
    } catch {
      // The server was replaced by another version while the page stood open.
      return { kind: "refused", refusals: [{ sentence: "The server is of another version.", cure: "Load the page again." }] };
    }
  }

  /** What was done to the line of that budget code. */
  history(code) {
    const address = new URL(this.addresses.history, location.href);
    address.searchParams.set("code", code);
    return ask(address, {});
  }

  edit(command) {
    return this.#post(this.addresses.edits, command);
  }

  undo() {
    return this.#post(this.addresses.undo, {});
  }

  redo() {
    return this.#post(this.addresses.redo, {});
  }

  /** A token of a session that has ended since is not the last word: the one in force is asked for, once. */
  async #post(address, body) {
    const told = await this.#send(address, body);
    if (told.status !== 403) return told;
    const refused = this.token;
    await this.lines();
    return this.token === refused ? told : this.#send(address, body);
  }

  #send(address, body) {
    return ask(address, {
      method: "POST", body: JSON.stringify(body),
      headers: { "Content-Type": "application/json", "X-Form-Token": this.token },
    });
  }
}

/** Lines come field by field, 0 where the line before says the same, and with the places of their problems. */
function spelledOut({ problems, lines }) {
  const columns = Object.entries(lines);
  let last;
  return lines.id.map((_, place) => {
    const line = {};
    for (const [name, values] of columns) line[name] = values[place] === 0 ? last[name] : values[place];
    if (lines.problems[place] !== 0) line.problems = line.problems.map((number) => problems[number]);
    last = line;
    return line;
  });
}

/**
 * Resolves always: { kind: "answer", body }, { kind: "same" }, { kind: "refused", status, refusals },
 * { kind: "signedOut", signIn } or { kind: "unreachable" }.
 */
async function ask(address, options) {
  try {
    const response = await fetch(address, {
      ...options, credentials: "same-origin", cache: "no-store", signal: AbortSignal.timeout(patience),
      headers: { Accept: "application/json", ...options.headers },
    });
    if (response.status === 204) return { kind: "same" };
    // A server that is stopping or starting, or a proxy before one that is gone.
    if ([502, 503, 504].includes(response.status)) return { kind: "unreachable" };
    const isJSON = response.headers.get("Content-Type")?.includes("json");
    const body = isJSON ? await response.json() : null;
    if (response.status === 401) return { kind: "signedOut", signIn: signInAddress(body) };
    if (response.ok && body) return { kind: "answer", body };
    return { kind: "refused", status: response.status, refusals: body?.refusals ?? [unexplained(response)] };
  } catch {
    return { kind: "unreachable" };
  }
}

/** Only an address of this site is followed. It leads back to the page as it is looked at: in its order, filtered. */
function signInAddress(body) {
  const told = new URL(body?.signIn ?? "/sign-in", location.href);
  const signIn = told.origin === location.origin ? told : new URL("/sign-in", location.href);
  signIn.searchParams.set("then", location.pathname + location.search);
  return signIn.href;
}

function unexplained(response) {
  return {
    sentence: `The server answered ${response.status} without saying why; nothing was saved.`,
    cure: "Load the page again. What you typed is kept in this browser and offered again.",
  };
}
