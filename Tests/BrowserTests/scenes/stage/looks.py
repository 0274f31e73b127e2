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
# Pages of a kind of their own, though their address differs by its query alone.
OTHER_LISTS = {"/erp/jobs?filter=import": "erp-jobs-import"}


def violations(page: Page) -> list[str]:
    """What axe finds serious, a line each. Its script is no part of the page, whose policy would refuse it: it runs in
    a world of its own."""
    page.evaluate(AXE)
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES)
    return [
        f"{finding['id']}: {finding['help']}: {node['html'][:200]}"
        for finding in found["violations"] if finding["impact"] in SERIOUS
        for node in finding["nodes"]
    ]


def look_at(page: Page, name: str):
    """Takes a picture of a page that no walk along the links comes to, and asks axe of it."""
    take_picture(page, f"light/{name}")
    found = violations(page)
    assert not found, found


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
