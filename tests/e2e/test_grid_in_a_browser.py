"""Results typed in and pasted as in a spreadsheet program, and what if: by keyboard, by touch, and
without scripts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import pytest

from prongsai.formats.editions import load_edition
from tests.factories.staff_browser import (
    IN_A_BROWSER,
    POLICY,
    faults,
    kept_of_administrator,
    opened,
    said,
    served_anew,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

pytestmark = IN_A_BROWSER

CODES = tuple(load_edition("nacc-2564").items)  # 88, none with parts
COLUMN = "\r\n".join(str(number / 2 + 50) for number in range(88)) + "\r\n"
PASTED = {code: f"{number / 2 + 50:g}" for number, code in enumerate(CODES)}
NINETY = {str(number): "90" for number in range(1, 11)}
VALUES = "() => Object.fromEntries([...document.querySelectorAll('.cell input')]\
    .filter(each => each.value).map(each => [each.name, each.value]))"
FOCUSED = "document.activeElement.name"
SCREENS = ("desk", "phone", "desk at night", "phone at night")
Years = Mapping[int, str]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An installation of these tests alone, for others open years too."""
    with served_anew(tmp_path_factory.mktemp("installation")) as at:
        yield at


@pytest.fixture(scope="module")
def signed_in(address: str, browser: Browser) -> Any:
    """What a browser keeps in which its administrator has signed in."""
    return kept_of_administrator(browser, address)


@pytest.fixture(scope="module")
def years(address: str, signed_in: Any, browser: Browser) -> Years:
    """Open years as the administrator does; 2566 and 2567 have ten indicators."""
    found = {}
    with opened(browser, "desk", storage_state=signed_in, java_script_enabled=False) as page:
        for year in (2564, 2566, 2567):
            page.goto(f"{address}/years")
            page.get_by_label("ปีงบประมาณ (พ.ศ.)").select_option(str(year))
            page.get_by_role("button", name="เปิดปี").click()
            found[year] = page.url.removesuffix("/set-up")
        for year in (2566, 2567):
            page.goto(f"{found[year]}/indicators")
            for code, score in NINETY.items():
                page.locator(f"[name='{code}']").fill(score)
            page.get_by_role("button", name="บันทึก", exact=True).first.click()
    return found


@pytest.fixture
def page(signed_in: Any, browser: Browser) -> Iterator[Page]:
    """A desk on which nothing may be said on the console."""
    heard: list[str] = []
    with opened(browser, "desk", storage_state=signed_in) as made:
        made.context.grant_permissions(["clipboard-read", "clipboard-write"])
        made.on("console", lambda message: heard.append(message.text))
        made.on("pageerror", lambda error: heard.append(str(error)))
        yield made
    assert heard == []


def keys(page: Page, *pressed: str) -> str:
    """Press keys; return the cell that then has the focus."""
    for each in pressed:
        page.keyboard.press(each)
    name: str = page.evaluate(FOCUSED)
    return name


def paste(page: Page, cell: str, text: str) -> str:
    """Copy text as another program does, paste it in a cell; return what is said of it."""
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.locator(f"[name='{cell}']").focus()
    page.keyboard.press("Control+V")
    page.locator("[data-said]:not(:empty)").wait_for()
    return page.locator("[data-said]").inner_text()


def leave(page: Page, address: str) -> list[str]:
    """Go elsewhere; return the kinds of questions that the browser asks before."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.goto(address)
    return asked


def test_keys_move_between_the_cells_as_in_a_spreadsheet_program(page: Page, years: Years) -> None:
    page.goto(f"{years[2566]}/items")
    page.locator("[name=e1]").focus()
    assert keys(page, "ArrowRight") == "e1/public"
    assert keys(page, "Enter") == "e2/public"
    assert keys(page, "Shift+Enter", "End") == "e1/survey"
    assert keys(page, "Tab") == "e2"
    assert keys(page, "ArrowUp", "ArrowUp") == "i30"
    assert keys(page, "ArrowDown", "ArrowRight", "Home") == "e1"
    assert keys(page, "Control+End") == "o43"
    assert keys(page, "Enter", "ArrowDown") == "o43"
    assert keys(page, "Control+Home") == "i1"
    assert keys(page, "Shift+Tab") != "i1"


def test_arrows_move_within_what_is_being_written(page: Page, years: Years) -> None:
    page.goto(f"{years[2566]}/items")
    page.locator("[name='e1/public']").focus()
    page.keyboard.type("84")
    assert keys(page, "ArrowLeft") == "e1/public"
    page.keyboard.type("0")
    assert keys(page, "ArrowRight") == "e1/public"
    assert keys(page, "ArrowRight") == "e1/survey"
    assert page.evaluate(VALUES) == {"e1/public": "804"}


def test_escape_and_undo_give_back_what_was_there(page: Page, years: Years) -> None:
    page.goto(f"{years[2567]}/indicators")
    page.locator("[name='9']").focus()
    page.keyboard.type("12")
    assert keys(page, "Escape") == "9"
    assert page.evaluate(VALUES) == NINETY
    page.keyboard.type("12")
    keys(page, "Enter")
    page.keyboard.type("13")
    keys(page, "Enter")
    assert page.evaluate(VALUES) == {**NINETY, "9": "12", "10": "13"}
    assert page.locator("[data-unsaved]").inner_text() == "ช่องที่แก้ไขและยังไม่ได้บันทึก: 2"
    assert keys(page, "Control+Z") == "10"
    page.get_by_role("button", name="ย้อนกลับ").click()
    assert page.evaluate(VALUES) == NINETY
    assert page.locator("[data-unsaved]").is_hidden()


def test_no_page_glides_under_a_button_that_is_pressed(page: Page, years: Years) -> None:
    page.goto(f"{years[2567]}/indicators")
    how = "getComputedStyle(document.documentElement).scrollBehavior"
    assert page.evaluate(how) == "auto"


def test_who_comes_back_to_the_window_is_still_in_the_same_cell(page: Page, years: Years) -> None:
    page.goto(f"{years[2567]}/indicators")
    page.locator("[name='9']").focus()
    page.keyboard.type("12")
    page.evaluate(
        "for (const kind of ['focusout', 'focusin'])"
        " document.activeElement.dispatchEvent(new FocusEvent(kind, {bubbles: true}))"
    )
    keys(page, "Escape")
    assert page.evaluate(VALUES) == NINETY


def test_88_items_are_pasted_taken_back_pasted_again_and_saved(page: Page, years: Years) -> None:
    page.goto(f"{years[2564]}/items")
    before = page.evaluate(VALUES)
    assert paste(page, "i1", COLUMN) == (
        "เติมคะแนนแล้ว 88 ช่อง ล้างค่า 0 ช่อง บรรทัดที่วางไม่ได้ 0 บรรทัด ระบบจะยังไม่บันทึกจนกว่าจะกดบันทึก"
    )
    assert page.evaluate(VALUES) == PASTED
    keys(page, "Control+Z")
    assert page.evaluate(VALUES) == before
    paste(page, "i1", COLUMN)
    page.get_by_role("button", name="บันทึก", exact=True).first.click()
    assert said(page) == "บันทึกผลแล้ว"
    page.goto(f"{years[2564]}/items")
    assert page.evaluate(VALUES) == PASTED


def test_lines_that_do_not_fit_are_told_and_the_others_filled(page: Page, years: Years) -> None:
    page.goto(f"{years[2566]}/items")
    text = "ข้อ\tคะแนน\no1\t๑๐๐\no2\t84,5\no99\t1\no3\t0\n"
    assert paste(page, "o7", text).startswith(
        "เติมคะแนนแล้ว 2 ช่อง ล้างค่า 0 ช่อง บรรทัดที่วางไม่ได้ 2 บรรทัด ไม่นับบรรทัดหัวตาราง: ข้อ คะแนน"
    )
    assert [each[:11] for each in page.locator("[data-unfit] li").all_inner_texts()] == [
        "บรรทัดที่ 3",
        "บรรทัดที่ 4",
    ]
    assert page.evaluate(VALUES) == {"o1": "100", "o3": "0"}


def test_where_the_server_does_not_answer_it_is_told_and_nothing_is_lost(
    page: Page, years: Years
) -> None:
    page.goto(f"{years[2567]}/indicators")
    page.locator("[name='9']").fill("55")
    broken = {"Content-Security-Policy": "; ".join(POLICY)}
    page.route("**/indicators", lambda route: route.fulfill(headers=broken, body="<html>"))
    page.get_by_text("วางจากตาราง Excel").click()
    page.get_by_label("วางจาก Excel").fill("9\t1\n10\t2")
    page.get_by_role("button", name="เติมลงในช่อง").click()
    page.locator("[data-failed]").wait_for()
    assert page.evaluate(VALUES) == {**NINETY, "9": "55"}
    assert page.get_by_label("วางจาก Excel").input_value() == "9\t1\n10\t2"


def test_leaving_with_unsaved_cells_asks_and_without_them_does_not(
    page: Page, years: Years
) -> None:
    page.goto(f"{years[2567]}/indicators")
    assert leave(page, f"{years[2567]}/indicators") == []
    page.locator("[name='9']").focus()
    page.keyboard.type("55")
    assert leave(page, years[2567])[:1] == ["beforeunload"]


def test_what_is_far_from_last_year_is_marked_and_the_total_runs_along(
    page: Page, years: Years
) -> None:
    page.goto(f"{years[2567]}/indicators")
    cell = page.locator("[name='9']")
    warning = page.locator("#id_9_helptext .far")
    cell.focus()
    page.keyboard.type("๗๐.๐๑")
    assert warning.is_hidden()
    cell.fill("๗๐")
    assert warning.inner_text() == "ต่างจากปีก่อนมาก โปรดตรวจสอบอีกครั้ง"
    page.get_by_text("คะแนนรวม 86.00 ระดับ").wait_for()
    cell.fill("7x")
    page.get_by_text("เพราะค่าที่กรอกใน 9 ไม่ใช่คะแนน").wait_for()
    cell.fill("90")


def test_without_scripts_the_box_fills_the_same_cells(
    years: Years, signed_in: Any, browser: Browser
) -> None:
    with opened(browser, "phone", storage_state=signed_in, java_script_enabled=False) as page:
        page.goto(f"{years[2564]}/items")
        page.locator("[name=note]").fill("จากไฟล์ Excel")
        page.get_by_text("วางจากตาราง Excel").click()
        page.get_by_label("วางจาก Excel").fill("ข้อ\tคะแนน\no42\t1\no99\t2")
        page.get_by_role("button", name="เติมลงในช่อง").click()
        page.get_by_text("เติมคะแนนแล้ว 1 ช่อง").wait_for()
        assert page.locator("[name=o42]").input_value() == "1"
        assert page.locator("[name=note]").input_value() == "จากไฟล์ Excel"
        page.get_by_role("button", name="คำนวณคะแนนรวม").click()
        assert page.locator("[data-reckoned]").inner_text() != ""
        page.get_by_role("button", name="บันทึก", exact=True).first.click()
        assert said(page) == "บันทึกผลแล้ว"


def test_a_slider_moves_the_total_and_the_level_without_a_new_page(
    page: Page, years: Years
) -> None:
    page.goto(f"{years[2567]}/what-if")
    page.evaluate("window.same = true")
    slider = page.get_by_role("slider", name="แถบเลื่อน: 9 ")
    slider.focus()
    keys(page, *["End"])
    live = page.locator("[data-live]")
    live.get_by_text("92.00").wait_for()
    assert live.inner_text().split("\n")[0] == "คะแนนรวม 92.00 (+2.00), ปัจจุบัน 90.00"
    assert live.get_attribute("aria-live") == "polite"
    assert page.locator("#to-9").input_value() == "100"
    page.locator("#to-10").fill("0")
    live.get_by_text("74.00").wait_for()
    assert page.evaluate("window.same")
    assert page.url == f"{years[2567]}/what-if?what-if=9%3D100%2C10%3D0"
    page.reload()
    assert "74.00 (-16.00)" in live.inner_text()
    assert page.locator("#to-10").input_value() == "0"


def test_what_if_without_scripts_is_a_form_whose_address_can_be_handed_on(
    years: Years, signed_in: Any, browser: Browser
) -> None:
    with opened(browser, "phone", storage_state=signed_in, java_script_enabled=False) as page:
        page.goto(f"{years[2567]}/what-if")
        assert page.get_by_role("slider").count() == 0
        page.locator("#to-9").fill("80.5")
        page.get_by_role("button", name="คำนวณ", exact=True).click()
        assert page.url == f"{years[2567]}/what-if?what-if=9%3D80.5"
        assert "88.10 (-1.90)" in page.locator("[data-live]").inner_text()
        page.get_by_role("link", name="กลับเป็นคะแนนปัจจุบัน").click()
        assert page.url == f"{years[2567]}/what-if"


@pytest.mark.parametrize("screen", SCREENS)
def test_every_state_can_be_used_by_everybody(
    screen: str, years: Years, signed_in: Any, browser: Browser
) -> None:
    with opened(browser, screen, storage_state=signed_in) as page:
        for year, path in (
            (2567, "/indicators"),
            (2566, "/items"),
            (2567, ""),
            (2564, "/what-if?what-if=o1%3D100"),
            (2567, "/what-if?what-if=x"),
        ):
            page.goto(f"{years[year]}{path}")
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            assert faults(page) == [], (screen, year, path)
