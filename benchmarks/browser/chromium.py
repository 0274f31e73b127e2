"""The budget page in a real Chromium: when it can be used, and how soon a key shows."""

import shutil

from playwright.sync_api import Page, sync_playwright

from figures import Figure

PASSWORD = "a long password for one benchmark"
PATIENCE = 30_000
VISITS = 10
# Slower than people type, so that every key is painted alone.
BETWEEN_KEYS = 50

# When the grid is ready, and then a key at once: sent from outside it would come a tenth of a second later. For every
# key, how long after it was pressed the next frame was painted. A message that is posted in the frame's turn arrives
# after the frame.
WATCH = """
(() => {
    window.keysPainted = [];
    new MutationObserver(() => {
        const grid = document.querySelector("#budget[data-grid=ready] .grid-table");
        if (!grid || window.readyAt) return;
        window.readyAt = performance.now();
        grid.focus();
        grid.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowDown", bubbles: true, cancelable: true}));
    }).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ["data-grid"]});
    document.addEventListener("keydown", ({timeStamp}) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
            const now = performance.now();
            window.firstKeyAt ??= now;
            window.keysPainted.push(now - timeStamp);
        };
        channel.port2.postMessage(0);
    }), true);
})()
"""
FIRST_KEY = """
() => new Promise((done) => {
    const look = () => (window.firstKeyAt ? done() : setTimeout(look, 10));
    look();
})
"""
SCRIPTS = """
() => performance.getEntriesByType("resource").filter(({initiatorType}) => initiatorType === "script")
    .reduce((sum, {encodedBodySize}) => sum + encodedBodySize, 0)
"""


class Browser:
    def __init__(self, url: str):
        self._url = url

    def __enter__(self):
        self._playwright = sync_playwright().start()
        self._chromium = self._playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-dev-shm-usage"])
        return self

    def __exit__(self, *_):
        self._chromium.close()
        self._playwright.stop()

    def sign_in(self, invitation: str) -> str:
        """Sets the password and signs in; the cookies as a browser sends them."""
        context = self._context()
        page = context.new_page()
        page.goto(invitation)
        page.get_by_label("New password").fill(PASSWORD)
        page.get_by_role("button", name="Set the password").click()
        page.goto("/sign-in")
        if page.get_by_label("Password").count():
            page.get_by_label("E-mail address").fill("pat@harbour.example")
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Sign in").click()
        page.get_by_role("heading", level=1, name="Dashboard").wait_for()
        self._state = context.storage_state()
        context.close()
        return "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in self._state["cookies"])

    def measure(self, path: str) -> list[Figure]:
        first = [self._visit(path) for _ in range(VISITS)]
        context = self._context()
        page = context.new_page()
        page.goto(path)
        again = [self._open(page, path) for _ in range(VISITS)]
        scripts = first[0]["scripts"]
        found = [
            Figure("First visit: grid ready", [visit["ready"] for visit in first]),
            Figure("First visit: first key shown", [visit["key"] for visit in first], 1_000),
            Figure("Later visit: first key shown", [visit["key"] for visit in again], 1_000),
            *self._keys(page),
            Figure("Scripts of the page, kB sent", [scripts / 1_000], 200),
        ]
        context.close()
        return found

    def _context(self):
        context = self._chromium.new_context(
            base_url=self._url, viewport={"width": 1360, "height": 900},
            storage_state=getattr(self, "_state", None))
        context.set_default_timeout(PATIENCE)
        context.add_init_script(WATCH)
        return context

    def _visit(self, path: str) -> dict:
        """With an empty cache."""
        context = self._context()
        try:
            return self._open(context.new_page(), path)
        finally:
            context.close()

    @staticmethod
    def _open(page: Page, path: str) -> dict:
        """Milliseconds since the navigation began."""
        page.goto(path, wait_until="commit")
        page.locator("#budget[data-grid=ready]").wait_for()
        page.evaluate(FIRST_KEY)
        return {
            "ready": page.evaluate("readyAt"), "key": page.evaluate("firstKeyAt"), "scripts": page.evaluate(SCRIPTS)}

    @staticmethod
    def _keys(page: Page) -> list[Figure]:
        def painted(keys: list[str]) -> list[float]:
            page.evaluate("keysPainted.length = 0")
            for key in keys:
                page.keyboard.press(key)
                page.wait_for_timeout(BETWEEN_KEYS)
            page.wait_for_timeout(1_000)
            return page.evaluate("keysPainted")

        page.locator("#budget-cell-3-description").click()
        return [
            Figure("Key to paint: moving", painted(["ArrowDown", "ArrowUp"] * 50 + ["ArrowDown"] * 50), 50),
            Figure("Key to paint: a page down", painted(["PageDown"] * 40), 50),
            Figure("Key to paint: typing text", painted([*("Concrete for the footings" * 4), "Escape"]), 50),
            Figure("Key to paint: typing and storing", painted([*"abc", "Enter"] * 25), 50),
        ]
