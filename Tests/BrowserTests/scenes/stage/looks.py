"""How pages look and read: axe, pictures, narrow screens."""

import pathlib
import re

import axe_playwright_python
from playwright.sync_api import Error, Page

from stage.stage import PICTURES

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
# WCAG 2.2 AA and what is below it.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SERIOUS = ("serious", "critical")
# Text of twice the size on 1280 pixels is a page of 640.
NARROW = {"telephone": 360, "large-text": 640}
# Pages of a kind of their own, though their address differs by its query alone.
OTHER_LISTS = {"/erp/jobs?filter=import": "erp-jobs-import"}


def violations(page: Page, only: str | None = None) -> list[str]:
    """What axe finds serious, a line each. Its script is no part of the page, whose policy would refuse it: it runs in
    a world of its own.

    :param only: the one rule to ask; all of ``RULES`` otherwise.
    """
    page.evaluate(AXE)
    asked = {"type": "rule", "values": [only]} if only else {"type": "tag", "values": RULES}
    found = page.evaluate("asked => axe.run(document, {runOnly: asked})", asked)
    return [
        f"{finding['id']}: {finding['help']}: {node['html'][:200]}"
        for finding in found["violations"] if finding["impact"] in SERIOUS
        for node in finding["nodes"]
    ]


def look_at(page: Page, name: str):
    """Looks at a page that no walk along the links comes to, as it stands there: in light and dark, on a telephone
    and with large text. Leaves it as it was."""
    size = page.viewport_size
    take_picture(page, f"light/{name}")
    wrong = violations(page)
    page.emulate_media(color_scheme="dark")
    take_picture(page, f"dark/{name}")
    wrong += [f"dark: {found}" for found in violations(page, only="color-contrast")]
    page.emulate_media(color_scheme="light")
    for screen, width in NARROW.items():
        page.set_viewport_size({"width": width, "height": 800})
        take_picture(page, f"{screen}/{name}")
        wrong += [f"wider than {width} pixels"] if is_wider_than_screen(page) else []
    page.set_viewport_size(size)
    assert not wrong, f"{name}: {wrong}"


def take_picture(page: Page, name: str):
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


def is_wider_than_screen(page: Page) -> bool:
    """Whether the page itself, not a table within its frame, has to be moved sideways."""
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1")


def kind(path: str) -> str:
    """One name for all pages of one kind: `/projects/1003/budget` and `/projects/1001/budget` are one."""
    if path in OTHER_LISTS:
        return OTHER_LISTS[path]
    parts = [part for part in path.split("?")[0].split("/") if part]
    named = ["x" if re.search(r"\d", part) or len(part) > 30 else part for part in parts]
    return "-".join(named) or "dashboard"


def pages_from(page: Page, start: str = "/", most: int = 80) -> list[str]:
    """One page of every kind that links lead to from here. Some lists look otherwise by their filter."""
    seen, waiting, found = {kind(start)}, [start, *OTHER_LISTS], []
    while waiting and len(found) < most:
        path = waiting.pop(0)
        try:
            page.goto(path)
        except Error as error:
            # A file to keep, not a page.
            if "Download is starting" not in error.message:
                raise
            continue
        found.append(path)
        for href in page.eval_on_selector_all("main a, nav a", "links => links.map(a => a.getAttribute('href') || '')"):
            if href.startswith("/") and kind(href) not in seen:
                seen.add(kind(href))
                waiting.append(href)
    return found
