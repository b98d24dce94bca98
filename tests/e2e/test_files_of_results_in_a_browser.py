"""A file with results from choosing it to the history, on a desk and a phone, by day and at night,
and without scripts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.installation import PASSWORD
from tests.factories.staff_browser import (
    IN_A_BROWSER,
    faults,
    heading,
    opened,
    press,
    said,
    sign_in,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FilePayload, Page

pytestmark = IN_A_BROWSER
FAULTY = "code,score,flag\no99,100,\n1,101,\n2,90,\n2,80,\ni1,77.5,weak\n"
REPORT = (
    "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2566 ขององค์การบริหารส่วนตำบลนาทอง\n"
    "ตัวชี้วัด\tคะแนนปี 2565\tคะแนนปี 2566\n"
    "1 การปฏิบัติหน้าที่\t80.50\t90.50\n2 การใช้งบประมาณ\t81.00\t91.00\n"
)
MOST_SECONDS = 90


def year(page: Page, address: str, fiscal_year: int) -> str:
    """Open a year, or go to one that is open; return its address."""
    page.goto(f"{address}/years")
    if not page.locator("main").get_by_role("link", name=str(fiscal_year)).count():
        page.get_by_label("ปีงบประมาณ (พ.ศ.)").select_option(str(fiscal_year))
        page.locator("main form button").last.click()
        page.goto(f"{address}/years")
    page.locator("main").get_by_role("link", name=str(fiscal_year)).first.click()
    return page.url


def chosen(page: Page, year: str, content: str, name: str) -> None:
    """Hand in a file, and wait until what was read of it, or why not, is there."""
    page.goto(f"{year}/file")
    given: FilePayload = {"name": name, "mimeType": "text/plain", "buffer": content.encode()}
    page.get_by_label("ไฟล์").set_input_files(given)
    page.get_by_role("button", name="อ่านไฟล์").click()
    # The page asks for itself anew until the worker has read it; scripts are not needed.
    done = page.locator("textarea[name=added], .alert-danger").first
    done.wait_for(timeout=MOST_SECONDS * 1_000)


def states(page: Page, address: str) -> Iterator[str]:
    """Bring the pages of files into each of their states; yield the heading."""
    here = year(page, address, 2566)
    page.goto(f"{here}/file")
    yield "ปีงบประมาณ พ.ศ. 2566: นำเข้าจากไฟล์"
    chosen(page, here, "ไม่มีคะแนน", "บันทึก.txt")
    yield "ปีงบประมาณ พ.ศ. 2566: นำเข้าจากไฟล์"
    chosen(page, here, FAULTY, "คะแนน.csv")
    yield "ปีงบประมาณ พ.ศ. 2566: ข้อมูลที่อ่านได้"
    press(page, "บันทึก")
    yield "ปีงบประมาณ พ.ศ. 2566: ข้อมูลที่อ่านได้"
    chosen(page, here, REPORT, "รายงาน" + "ที่ชื่อยาวมาก" * 6 + ".txt")
    yield "ปีงบประมาณ พ.ศ. 2566: ข้อมูลที่อ่านได้"
    page.get_by_role("link", name="2565", exact=True).click()
    press(page, "บันทึก")
    yield "ปีงบประมาณ พ.ศ. 2566: ข้อมูลที่อ่านได้"


@pytest.mark.parametrize("screen", ["phone", "desk at night"])
def test_every_state_can_be_used_by_everybody(
    screen: str, address: str, signed_in: Any, browser: Browser
) -> None:
    with opened(browser, screen, storage_state=signed_in) as page:
        for title in states(page, address):
            assert heading(page) == title
            assert faults(page) == [], (page.url, title)


@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_a_file_is_corrected_saved_and_found_again_without_scripts(
    screen: str, address: str, browser: Browser
) -> None:
    with opened(browser, screen, java_script_enabled=False) as page:
        sign_in(page, address, password=PASSWORD)
        here = year(page, address, 2567)
        chosen(page, here, f"{FAULTY}i2,{len(screen)}\n", "คะแนน.csv")
        page.get_by_label("คะแนน o99").fill("o9 100")
        page.get_by_label("คะแนน 1 ").fill("91")
        page.get_by_role("checkbox", name="ไม่นำเข้า 2 ").last.check()
        page.get_by_role("button", name="บันทึก", exact=True).click()
        assert said(page) == "บันทึกผลแล้ว"
        page.goto(f"{here}/history")
        page.get_by_role("link", name="คะแนน.csv").first.click()
        assert "เป็นที่มาของผลการประเมิน" in page.locator("main").inner_text()
