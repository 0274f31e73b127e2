"""The real program with its demo's firm and emulated QuickBooks, and a real Chromium to look at it with."""

import atexit
import contextlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import threading

from playwright.sync_api import Page, expect, sync_playwright

PROGRAM = os.environ["PLUMBLINE_PROGRAM"]
PICTURES = pathlib.Path(os.environ["PLUMBLINE_PICTURES"])
EXAMPLES = os.environ["PLUMBLINE_EXAMPLES"]

# A machine that runs other tests beside this one is slow; a page that is there is not waited for.
PATIENCE = 45_000
# The demo plays its whole story, and then serves.
LONGEST_START = 240
MINUTES = 25


class Stage:
    """One demo and one browser for all tests."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="plumbline-browser-")
        self.demo = subprocess.Popen(
            [PROGRAM, "demo", "--data", f"{self.folder}/data", "--examples", EXAMPLES,
             "--minutes", str(MINUTES), "--json"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
        self.story = []
        threading.Thread(target=lambda: self.story.extend(self.demo.stderr), daemon=True).start()
        told = self._first_document()
        self.url = told["url"]
        self.sign_ins = {who["role"]: who for who in told["signIns"]}
        self.world = self._copied_world()
        self.playwright = sync_playwright().start()
        self.chromium = self.playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-dev-shm-usage"])
        expect.set_options(timeout=PATIENCE)

    def _first_document(self):
        watch = threading.Timer(LONGEST_START, self.demo.kill)
        watch.start()
        text = ""
        for line in self.demo.stdout:
            text += line
            try:
                return json.loads(text)
            except json.JSONDecodeError:
                continue
            finally:
                watch.cancel() if text.rstrip().endswith("}") else None
        raise AssertionError("the demo did not begin to serve:\n" + "".join(self.story))

    def _copied_world(self) -> str:
        """The demo's database as it is before any scene: servers of scenes' own begin with it."""
        copied = f"{self.folder}/world.sqlite"
        with (contextlib.closing(sqlite3.connect(f"{self.folder}/data/plumbline.sqlite")) as source,
              contextlib.closing(sqlite3.connect(copied)) as copy):
            source.backup(copy)
        return copied

    def close(self):
        self.chromium.close()
        self.playwright.stop()
        self.demo.terminate()
        self.demo.wait(timeout=30)
        shutil.rmtree(self.folder, ignore_errors=True)

    def visitor(self, **options) -> Page:
        """A browser of somebody who has not signed in."""
        options = {"viewport": {"width": 1360, "height": 900}, "base_url": self.url, **options}
        context = self.chromium.new_context(**options)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text) if is_trouble(message) else None)
        page.on("pageerror", lambda error: page.said.append(str(error)))
        return page

    def signed_in(self, role: str, **options) -> Page:
        page = self.visitor(**options)
        who = self.sign_ins[role]
        page.goto("/sign-in")
        page.get_by_label("E-mail address").fill(who["email"])
        page.get_by_label("Password").fill(who["password"])
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Dashboard")
        return page

    def manager(self, **options) -> Page:
        return self.signed_in("Project manager", **options)

    def approver(self, **options) -> Page:
        return self.signed_in("Accounting approver", **options)

    def press(self, page: Page, switch: str):
        """Presses a switch of the demo's emulated QuickBooks."""
        page.goto("/demo")
        page.get_by_role("button", name=switch).first.click()
        expect(page.get_by_role("status")).to_contain_text("It is done to the emulated QuickBooks.")


def is_trouble(message) -> bool:
    """A page that is refused is an answer like any other, though Chromium calls it an error."""
    return message.type == "error" and not message.text.startswith("Failed to load resource")


_stage = None


def stage() -> Stage:
    """The one stage of all tests, until Python ends."""
    global _stage
    if _stage is None:
        _stage = Stage()
        atexit.register(_stage.close)
    return _stage
