"""The start page of each role, search, the year's end and the province, in the demonstration."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from tests.factories.installation import served
from tests.factories.staff_browser import (
    IN_A_BROWSER,
    PHONE,
    faults,
    heading,
    open_menu,
    opened,
    said,
    settled,
    sign_in,
)

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = IN_A_BROWSER
OFFICER = "ita@na-khok.example"
OTHER_OFFICER = "ita@na-thong.example"
PROVINCE = "overseer@province.example"
ROLES = (
    *(f"{name}@na-khok.example" for name in ("admin", "ita", "clerk", "chief", "finance", "works")),
    "auditor@na-khok.example",
    PROVINCE,
)


MOST_SHEETS = {"": 1, "year": 4}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Where a demonstration is served, and its folder."""
    folder = tmp_path_factory.mktemp("demo")
    with served(folder, "--demo") as (at, _):
        yield at, folder


@pytest.fixture(scope="module")
def keeps(demo: tuple[str, Path], browser: Browser) -> Callable[[str], Any]:
    """What a browser keeps in which somebody of the demonstration has signed in, by the address."""
    at, folder = demo
    words = {
        each["email"]: each["password"] for each in json.loads((folder / "demo.json").read_text())
    }
    kept: dict[str, Any] = {}

    def signed_in(email: str) -> Any:
        if email not in kept:
            with opened(browser, "desk") as page:
                sign_in(page, at, email, words[email])
                assert page.url == f"{at}/"
                kept[email] = page.context.storage_state()
        return kept[email]

    return signed_in


def year_of(page: Page, at: str) -> str:
    """Return the address of the last year of the agency."""
    page.goto(f"{at}/years")
    found = page.locator("main li a[href^='/years/']").first.get_attribute("href")
    return f"{at}{found}"


def visited(page: Page, at: str, who: str) -> Iterator[str]:
    """Open the pages of this part that somebody may open; yield the address of each."""
    pages = [at, f"{at}/search?q=๒๕๖๕", f"{at}/search?q=zzz", f"{at}/search"]
    if who == PROVINCE:
        asked = "q=นา&order=-total"
        pages += [f"{at}/overseen", f"{at}/overseen?{asked}", f"{at}/overseen?level=x"]
    else:
        year = year_of(page, at)
        pages += [year, f"{year}/set-up", f"{year}/next"]
    for each in pages:
        page.goto(each)
        yield each


@pytest.mark.parametrize("screen", ["phone", "desk at night"])
@pytest.mark.parametrize("who", [OFFICER, PROVINCE])
def test_every_page_can_be_used_by_everybody(
    screen: str, who: str, demo: Any, keeps: Callable[[str], Any], browser: Browser
) -> None:
    with opened(browser, screen, storage_state=keeps(who)) as page:
        for address in visited(page, demo[0], who):
            assert faults(page) == [], address


@pytest.mark.parametrize("screen", ["desk", "phone at night"])
@pytest.mark.parametrize("who", [OFFICER, PROVINCE])
def test_every_page_can_be_used_in_english(
    screen: str, who: str, demo: Any, keeps: Callable[[str], Any], browser: Browser
) -> None:
    with opened(browser, screen, storage_state=keeps(who)) as page:
        page.goto(demo[0])
        open_menu(page)
        page.get_by_role("button", name="English").click()
        for address in visited(page, demo[0], who):
            assert page.locator("html").get_attribute("lang") == "en"
            assert faults(page) == [], address


@pytest.mark.parametrize("who", ROLES)
def test_what_is_to_be_done_stands_above_the_fold_of_a_telephone_and_leads_there(
    who: str, demo: Any, keeps: Callable[[str], Any], browser: Browser
) -> None:
    with opened(browser, "phone", storage_state=keeps(who)) as page:
        page.goto(demo[0])
        box = page.locator("#things").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= PHONE["height"]
        things = page.locator("#things a")
        assert things.count() <= 3
        for address in [each.get_attribute("href") for each in things.all()]:
            answer = page.goto(f"{demo[0]}{address}")
            assert answer is not None
            assert answer.status == 200
            place = str(address).partition("#")[2]
            assert not place or page.locator(f"[id='{place}']").count() == 1


@pytest.mark.parametrize(
    ("screen", "who", "scripts"), [("desk", OFFICER, True), ("phone", OTHER_OFFICER, False)]
)
def test_the_next_year_is_looked_at_opened_closed_and_opened_again(
    screen: str, who: str, scripts: bool, demo: Any, keeps: Callable[[str], Any], browser: Browser
) -> None:
    kept = {"storage_state": keeps(who), "java_script_enabled": scripts}
    with opened(browser, screen, **kept) as page:
        old = year_of(page, demo[0])
        page.goto(old)
        page.get_by_role("link", name="เปิดปีถัดไปจากปีนี้").click()
        title = heading(page)
        carried = settled(page).locator("#moved > li").count()
        page.get_by_role("button", name=title).click()
        assert said(page).startswith("เปิดปีงบประมาณ")
        assert settled(page).locator("#dates + ul > li").count() >= carried
        new = page.url.removesuffix("/set-up")
        page.goto(new)
        page.get_by_role("button", name="ปิดปีนี้").click()
        assert "ปิด" in said(page)
        assert settled(page).get_by_role("link", name="กรอกรายตัวชี้วัด").count() == 0
        page.get_by_role("link", name="เปิดปีนี้อีกครั้ง").click()
        page.get_by_label("เหตุผล").fill("แก้ไขกำหนดการ")
        page.get_by_role("button", name="เปิดปีนี้อีกครั้ง").click()
        assert "อีกครั้ง" in said(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_province_finds_an_agency_among_its_own(
    scripts: bool, demo: Any, keeps: Callable[[str], Any], browser: Browser
) -> None:
    kept = {"storage_state": keeps(PROVINCE), "java_script_enabled": scripts}
    with opened(browser, "phone", **kept) as page:
        page.goto(f"{demo[0]}/overseen")
        assert page.locator("#agencies > li").count() == 2
        page.get_by_label("ชื่อหรืออำเภอ").fill("นาทอง")
        page.get_by_role("button", name="แสดง", exact=True).click()
        page.wait_for_url("**/overseen?*")
        (one,) = page.locator("#agencies > li").all_inner_texts()
        assert "นาทอง" in one
        page.get_by_role("link", name="แสดงทั้งหมด").click()
        page.wait_for_url("**/overseen")
        assert page.locator("#agencies > li").count() == 2


def test_what_was_sought_is_marked_and_a_hit_leads_to_the_line(
    demo: Any, keeps: Callable[[str], Any], browser: Browser
) -> None:
    with opened(browser, "phone", storage_state=keeps(OFFICER)) as page:
        page.goto(demo[0])
        open_menu(page)
        page.get_by_role("searchbox").fill("โอ ๑๒")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=*")
        assert {*page.locator("main mark").all_inner_texts()} == {"o12"}
        page.locator("main li a[href$='#score-o12']").first.click()
        page.wait_for_url("**#score-o12")
        assert page.locator("[id='score-o12']").count() == 1


@pytest.mark.parametrize("path", ["", "year"])
def test_what_is_printed_has_no_buttons_and_no_empty_page(
    path: str, demo: Any, keeps: Callable[[str], Any], browser: Browser
) -> None:
    with opened(browser, "desk", storage_state=keeps(OTHER_OFFICER)) as page:
        page.goto(year_of(page, demo[0]) if path else demo[0])
        page.emulate_media(media="print")
        pressed = "main button, main .btn, main .go, header, nav"
        assert [each for each in page.locator(pressed).all() if each.is_visible()] == []
        with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as document:
            letters = [each.get_textpage().count_chars() for each in document]
        assert min(letters) > 0
        assert len(letters) <= MOST_SHEETS[path]
