"""A real browser with the staff pages in it: screens, signing in, and what is wrong with a page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import prongsai
from tests.factories.installation import EMAIL, PASSWORD, an_installation, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Response

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
LOOK = Path(prongsai.__file__).parent / "web" / "static" / "vendor" / "tabler.min.css"
IN_A_BROWSER = [
    pytest.mark.enable_socket,
    pytest.mark.skipif(shutil.which("chromium") is None, reason="chromium is not installed"),
    pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed"),
    pytest.mark.skipif(not LOOK.exists(), reason="the look of the pages is not there: make setup"),
]
"""The marks of every test with a browser."""
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
SCREENS: dict[str, dict[str, Any]] = {
    "desk": {"viewport": DESK, "color_scheme": "light"},
    "desk at night": {"viewport": DESK, "color_scheme": "dark"},
    "phone": {"viewport": PHONE, "color_scheme": "light"},
    "phone at night": {"viewport": PHONE, "color_scheme": "dark"},
}
POLICY = {
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "font-src 'self'",
    "img-src 'self' data:", "connect-src 'self'", "form-action 'self'", "base-uri 'none'",
    "frame-ancestors 'none'",
}  # fmt: skip
"""The whole Content-Security-Policy of every answer."""
EVIDENCE_POLICY = {"sandbox", "default-src 'none'"}  # of bytes that somebody handed in
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Only these are asked for: what axe finds right is most of what it would hand over.
VIOLATIONS = """levels => axe.run({runOnly: levels, resultTypes: ['violations']})
    .then(found => found.violations)"""
SMALL = """[...document.querySelectorAll('main a, button, input, select, nav a, header a')]
    .filter(each => !['checkbox', 'hidden'].includes(each.type)
        && each.getBoundingClientRect().height > 0
        && each.getBoundingClientRect().height < 44).map(each => each.outerHTML)"""
CUT = """[...document.querySelectorAll('h1, h2, p, a, button, label, li, dd')]
    .filter(each => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1
        && getComputedStyle(each).display != 'inline').map(each => each.outerHTML)"""


@contextmanager
def opened(browser: Browser, screen: str, **options: Any) -> Iterator[Page]:
    """Open a page on a screen, and see that every answer it gets carries the policy."""
    page = browser.new_page(**SCREENS[screen], locale="th-TH", **options)
    loose: list[str] = []
    page.on("response", lambda answer: loose.extend(without_policy(answer)))
    try:
        yield page
    finally:
        page.close()
    assert loose == []


def settled(page: Page) -> Page:
    """Return a page once it is whole: a press waits only until the next one begins to come.

    Whatever looks at a page and does not wait for what it asks for (`count`, `is_visible`, `all`,
    `all_inner_texts`, `evaluate`) is asked of this.
    """
    page.wait_for_load_state("domcontentloaded")
    return page


def open_menu(page: Page) -> None:
    """Open the menu where it is folded away, as on a phone."""
    folded = settled(page).locator("header summary")
    if folded.is_visible():
        folded.click()


def without_policy(answer: Response) -> list[str]:
    """Return the address of an answer that does not carry the whole policy, or nothing."""
    said = {part.strip() for part in answer.headers.get("content-security-policy", "").split(";")}
    is_evidence = answer.url.rpartition("/")[2] in {"preview", "download"}
    return [] if said == (EVIDENCE_POLICY if is_evidence else POLICY) else [answer.url]


def sign_in(page: Page, address: str, email: str = EMAIL, password: str = PASSWORD) -> None:
    """Sign in, in Thai."""
    page.goto(f"{address}/sign-in")
    page.get_by_label("อีเมล").fill(email)
    page.get_by_label("รหัสผ่าน").fill(password)
    page.get_by_role("button", name="เข้าสู่ระบบ").click()


@contextmanager
def served_anew(folder: Path) -> Iterator[str]:
    """Serve an installation with one agency and its administrator; yield its address."""
    an_installation(folder)
    with served(folder) as (at, _):
        yield at


def kept_of_administrator(browser: Browser, address: str) -> Any:
    """Return what a browser keeps in which the administrator has signed in."""
    with opened(browser, "desk") as page:
        sign_in(page, address)
        assert page.url == f"{address}/"
        return page.context.storage_state()


def press(page: Page, name: str) -> None:
    """Press a button of a form as if the browser checked nothing: the server's answer is wanted."""
    settled(page).evaluate("for (const each of document.forms) each.noValidate = true")
    page.get_by_role("button", name=name, exact=True).click()


def faults(page: Page) -> list[Any]:
    """Return what axe finds, what is too small or cut, and the page if it scrolls aside."""
    settled(page).evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(VIOLATIONS, LEVELS)
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return [
        *((each["id"], each["nodes"][0]["html"]) for each in found),
        *page.evaluate(SMALL),
        *page.evaluate(CUT),
        *([f"scrolls aside: {page.url}"] if wide else []),
    ]


def heading(page: Page) -> str:
    """Return what stands above a page."""
    return page.get_by_role("heading", level=1).inner_text()


def said(page: Page) -> str:
    """Return what a page says was done."""
    return page.get_by_role("status").inner_text()
