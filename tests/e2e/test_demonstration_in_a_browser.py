"""The demonstration as who tries it meets it: one press to come in, one to begin anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.factories.installation import served
from tests.factories.staff_browser import (
    IN_A_BROWSER,
    faults,
    heading,
    open_menu,
    opened,
    press,
    said,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = IN_A_BROWSER
ANEW = "เริ่มข้อมูลตัวอย่างใหม่"
OFFICER = "ทดลองในฐานะ ผู้รับผิดชอบ ITA · นางสาวสมมติ ตั้งใจ"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("demo") / "demo", "--demo") as (at, _):
        yield at


def come_in(page: Page, at: str) -> None:
    """Come in as the officer of the last agency, by one press."""
    page.goto(f"{at}/sign-in")
    page.get_by_role("button", name=OFFICER, exact=True).last.click()
    page.wait_for_url(f"{at}/")


@pytest.mark.parametrize("screen", ["phone", "desk at night"])
def test_what_was_changed_is_as_it_was_after_one_press(
    screen: str, demo: str, browser: Browser
) -> None:
    with opened(browser, screen) as page:
        page.goto(f"{demo}/sign-in")
        assert faults(page) == []
        come_in(page, demo)
        assert faults(page) == []
        page.goto(f"{demo}/years")
        page.get_by_role("link", name="2566").click()
        press(page, "ยกเลิกการประกาศ")
        assert page.get_by_text("ยังไม่ได้ประกาศผล").count() == 1
        press(page, ANEW)
        assert said(page) == "ข้อมูลตัวอย่างกลับเป็นเหมือนตอนเริ่มต้นแล้ว โปรดเข้าสู่ระบบอีกครั้ง"
        assert faults(page) == []
        come_in(page, demo)
        page.goto(f"{demo}/years")
        page.get_by_role("link", name="2566").click()
        assert page.get_by_text("ประกาศผลครั้งที่ 3 แล้ว").count() == 1


def test_the_button_and_the_names_work_without_javascript(demo: str, browser: Browser) -> None:
    with opened(browser, "phone", java_script_enabled=False) as page:
        come_in(page, demo)
        page.get_by_role("button", name=ANEW).click()
        assert heading(page) == "เข้าสู่ระบบ"


@pytest.mark.parametrize("screen", ["phone", "desk", "phone at night"])
def test_the_manual_leads_to_its_chapters_and_to_the_pages(
    screen: str, demo: str, browser: Browser
) -> None:
    with opened(browser, screen) as page:
        come_in(page, demo)
        open_menu(page)
        page.get_by_role("link", name="คู่มือ", exact=True).click()
        page.get_by_role("link", name="หลักฐาน", exact=True).last.wait_for()
        assert faults(page) == []
        page.locator("nav.contents").get_by_role("link", name="ปัญหาที่พบบ่อย").click()
        assert page.url == f"{demo}/manual#problems"
        page.locator("article").get_by_role("link", name="เชิญบุคลากร").first.click()
        assert page.url == f"{demo}/people/invite"
        assert heading(page) == "ท่านไม่มีสิทธิเปิดหน้านี้"
        page.goto(f"{demo}/manual")
        open_menu(page)
        press(page, "English")
        assert page.locator("nav.contents a").first.inner_text() == "Getting started"
        assert faults(page) == []
