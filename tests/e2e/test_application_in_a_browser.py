"""The application as people see it: a real server, a real browser, a desk and a phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.factories.installation import EMAIL, NEW, PASSWORD, call, served

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
    pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed"),
]
PAGES = (
    *("", "agency", "units", "people", "people/invite", "audit"),
    *("notices", "notices/choices", "holidays"),
)
SCREENS: dict[str, dict[str, Any]] = {
    "desk": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "light"},
    "phone": {"viewport": {"width": 360, "height": 740}, "color_scheme": "light"},
    "phone at night": {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"},
}
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SMALL = """[...document.querySelectorAll('main a, button, input, select, nav a')]
    .filter(each => each.type != 'checkbox' && each.getBoundingClientRect().height > 0
        && each.getBoundingClientRect().height < 44).map(each => each.outerHTML)"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("installation")
    assert call(folder, *NEW, given=f"{PASSWORD}\n").returncode == 0
    with served(folder) as (at, _):
        yield at


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


def sign_in(page: Page, address: str, password: str = PASSWORD) -> None:
    page.goto(f"{address}/sign-in")
    page.get_by_label("อีเมล").fill(EMAIL)
    page.get_by_label("รหัสผ่าน").fill(password)
    page.get_by_role("button", name="เข้าสู่ระบบ").click()


def faults(page: Page) -> list[Any]:
    """Return what axe finds, what is too small for a thumb, and whether the page scrolls aside."""
    page.add_script_tag(content=AXE.read_text("utf-8"))
    found = page.evaluate("levels => axe.run({runOnly: levels})", LEVELS)["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return [*((each["id"], each["nodes"][0]["html"]) for each in found), *page.evaluate(SMALL)] + (
        [page.url] if wide else []
    )


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("language", ["ไทย", "English"])
def test_every_page_can_be_used_by_everybody(
    screen: str, language: str, address: str, browser: Browser
) -> None:
    # Only here the page's own policy is set aside: it would keep axe out.
    page = browser.new_page(**SCREENS[screen], locale="th-TH", bypass_csp=True)
    sign_in(page, address, "wrong")
    assert faults(page) == []
    sign_in(page, address)
    if language == "English":
        page.get_by_role("button", name="English").click()
    for path in PAGES:
        page.goto(f"{address}/{path}")
        assert faults(page) == [], path
    page.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_an_agency_is_set_up_with_scripts_and_without(
    scripts: bool, address: str, browser: Browser
) -> None:
    page = browser.new_page(**SCREENS["phone"], locale="th-TH", java_script_enabled=scripts)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    sign_in(page, address)
    page.get_by_role("link", name="หน่วยงานภายใน", exact=True).first.click()
    name = f"กองที่ {scripts}"
    page.get_by_label("ชื่อหน่วยงานภายใน").fill(name)
    page.get_by_role("button", name="เพิ่ม").click()
    assert page.get_by_role("status").inner_text() == f"เพิ่ม {name} แล้ว"
    page.get_by_role("link", name=f"แก้ไข {name}").click()
    page.get_by_role("button", name="ยกเลิกหน่วยงานนี้").click()
    page.get_by_role("link", name="บันทึกการเปลี่ยนแปลง").click()
    assert page.locator("main li").first.inner_text().startswith("สมมติ ใจดี ยกเลิกหน่วยงานภายใน")
    page.get_by_role("button", name="ออกจากระบบ").click()
    assert page.url.endswith("/sign-in")
    assert said == []
    page.close()


def test_somebody_invited_works_in_a_browser_of_their_own(address: str, browser: Browser) -> None:
    page, other = (browser.new_page(**SCREENS["phone"], locale="th-TH") for _ in range(2))
    sign_in(page, address)
    page.goto(f"{address}/people/invite")
    page.get_by_label("ชื่อ-สกุล").fill("สมมติ ผู้มาใหม่")
    page.get_by_label("อีเมล").fill("new@example.go.th")
    page.get_by_label("ผู้รับผิดชอบ ITA").check()
    page.get_by_role("button", name="สร้างลิงก์เชิญ").click()
    other.goto(page.locator("p.link").inner_text())
    other.get_by_label("รหัสผ่าน").fill(PASSWORD)
    other.get_by_role("button", name="เข้าร่วม").click()
    assert other.get_by_role("heading", level=1).inner_text() == "อบต.ตัวอย่าง"
    page.goto(f"{address}/people")
    assert page.get_by_text("สมมติ ผู้มาใหม่").count() >= 1
    page.close()
    other.close()
