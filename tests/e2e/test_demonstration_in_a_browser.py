"""The demonstration as who tries it meets it: one press to come in, one to begin anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from tests.factories.authenticator import code
from tests.factories.installation import served
from tests.factories.staff_browser import (
    IN_A_BROWSER,
    POLICY,
    faults,
    heading,
    open_menu,
    opened,
    press,
    said,
    sign_in,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = IN_A_BROWSER
HEADERS = {"Content-Security-Policy": "; ".join(POLICY), "Content-Type": "text/html"}
ANEW = "เริ่มข้อมูลตัวอย่างใหม่"
ADMINISTRATOR = "admin@na-khok.example"
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
        page.get_by_text("ยังไม่ได้ประกาศผล").wait_for()
        press(page, ANEW)
        assert said(page) == "ข้อมูลตัวอย่างกลับเป็นเหมือนตอนเริ่มต้นแล้ว โปรดเข้าสู่ระบบอีกครั้ง"
        assert faults(page) == []
        come_in(page, demo)
        page.goto(f"{demo}/years")
        page.get_by_role("link", name="2566").click()
        page.get_by_text("ประกาศผลคะแนนชุดที่ 3 แล้ว").wait_for()


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


def states_of_an_administrator(page: Page, at: str, word: str) -> Iterator[str]:
    """Bring the pages of people and tokens into states that they begin without; yield each."""
    page.goto(f"{at}/account/tokens/make")
    page.get_by_label("รหัสผ่าน").fill(word)
    page.get_by_role("button", name="ดำเนินการต่อ").click()
    page.get_by_label("ชื่อโปรแกรม").fill("โปรแกรม" + "ที่ชื่อยาวมาก" * 6)
    page.locator("[name=scopes]").first.check()
    page.locator("main form button").click()
    yield "a token made"
    page.goto(f"{at}/people/tokens")
    yield "a token of the agency"
    page.goto(f"{at}/people/invite")
    page.get_by_label("ชื่อ-สกุล").fill("สมมติ " + "ชื่อที่ยาวมาก" * 8)
    page.get_by_label("อีเมล").fill("long@example.go.th")
    page.get_by_label("ผู้ดูข้อมูล").check()
    page.get_by_role("button", name="สร้างลิงก์เชิญ").click()
    page.goto(f"{at}/people")
    yield "an open invitation"
    page.locator("main .rows a").first.click()
    page.get_by_role("link", name="บันทึกการปฏิบัติหน้าที่แทน").click()
    page.get_by_label("ตำแหน่งที่ปฏิบัติหน้าที่แทน", exact=True).fill("ปลัด" + "ตำบล" * 20)
    page.get_by_label("ตั้งแต่วันที่").fill("26 พ.ย. 2569")
    page.get_by_label("ถึงวันที่").fill("๑/๑๒/๒๖๔๒")
    page.get_by_role("button", name="บันทึก").click()
    yield "a post that can be ended"


def states_of_ways_back(page: Page, at: str) -> Iterator[str]:
    """Make links and second factors, and open what they lead to; yield each page."""
    page.goto(f"{at}/people")
    page.get_by_role("link", name="ตั้งใจ").first.click()
    member = page.url
    for path in ("password", "second-factor"):
        page.goto(f"{member}/{path}")
        yield path
    page.goto(f"{member}/password")
    page.locator("main form button").click()
    yield "a link to a new password made"
    page.goto(page.locator("p.link").inner_text())
    yield "a new password"
    page.goto(member)
    press(page, "ยกเลิกลิงก์")
    for path in ("password/over", "invitations/over", "account/second-factor/on"):
        page.goto(f"{at}/{path}")
        yield path
    secret = page.locator("span.link").inner_text().replace(" ", "")
    page.locator("[name=code]").fill(code(secret))
    page.locator("main form button").click()
    page.wait_for_url("**/account/codes")
    yield "codes for a lost phone"
    for path in ("codes/new", "second-factor", "second-factor/off", "passkeys/add", "tokens/make"):
        page.goto(f"{at}/account/{path}")
        yield path
    page.goto(f"{at}/notices/choices")
    page.get_by_role("button", name="สร้างลิงก์ปฏิทิน").click()
    yield "a link to a calendar made"


def states_of_what_is_not_saved(page: Page, at: str) -> Iterator[str]:
    """Send a form that may not be saved as things are by now; yield why not."""
    page.goto(f"{at}/units")
    made = page.locator("main form [name=made_in]").first
    made.evaluate("field => field.value = '3f0c0c2e-1111-4222-8333-444455556666'")
    page.get_by_label("ชื่อหน่วยงานภายใน").fill("กองใหม่")
    press(page, "เพิ่ม")
    yield "made in another agency"
    with override("th"):  # nobody holds back the last administrator of a demonstration
        shown = {"agency": {"name": "อบต." + "นา" * 30}, "now": timezone.now()}
        held = render_to_string("web/account/held.html", shown)
    page.route(f"{at}/held", lambda to: to.fulfill(status=403, body=held, headers=HEADERS))
    page.goto(f"{at}/held")
    yield "held until there is a second factor"


@pytest.mark.parametrize("screen", ["phone", "desk at night"])
def test_what_an_administrator_meets_can_be_used_by_everybody(
    screen: str, demo: str, browser: Browser
) -> None:
    with opened(browser, screen) as page:
        page.goto(f"{demo}/sign-in")
        shown = page.get_by_role("listitem").filter(has_text=ADMINISTRATOR)
        word = shown.locator("code").inner_text()
        sign_in(page, demo, ADMINISTRATOR, word)
        for state in states_of_an_administrator(page, demo, word):
            assert faults(page) == [], state
        for state in states_of_ways_back(page, demo):
            assert faults(page) == [], state
        for why in states_of_what_is_not_saved(page, demo):
            assert heading(page) == "ยังไม่ได้บันทึกข้อมูล", why
            assert faults(page) == [], why
        page.goto(demo)
        press(page, ANEW)  # without the second factor again
