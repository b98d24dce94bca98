from __future__ import annotations

import pytest

from prongsai.core.readings.model import Certainty
from prongsai.core.readings.understand.states import state_of
from prongsai.core.tracking import State
from tests.factories.sources import rows

TICKS = ["มาตรการ", "ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้ว"]


@pytest.mark.parametrize(
    ("ticks", "state", "certainty"),
    [
        (("", "", "✓"), State.DONE, Certainty.SURE),
        (("/", "-", "☐"), State.NOT_STARTED, Certainty.SURE),
        (("", "กำลังทำ", ""), State.IN_PROGRESS, Certainty.SURE),
        (("", "✓", "✓"), State.DONE, Certainty.ASK),
        (("✓", "✗", "×"), State.NOT_STARTED, Certainty.SURE),
        (("", "", "✗"), State.DONE, Certainty.ASK),
    ],
)
def test_a_tick_says_the_state(ticks: tuple[str, ...], state: State, certainty: Certainty) -> None:
    (row,) = rows(TICKS, ["ก", *ticks])
    said = state_of(row)

    assert said is not None
    assert (said.value, said.certainty) == (state, certainty)


@pytest.mark.parametrize(
    ("ticks", "state", "certainty"),
    [
        (("✓", ""), State.DONE, Certainty.SURE),
        (("", "✓"), State.IN_PROGRESS, Certainty.ASK),  # not begun, perhaps
    ],
)
def test_a_tick_under_not_finished_is_asked(
    ticks: tuple[str, ...], state: State, certainty: Certainty
) -> None:
    (row,) = rows(["มาตรการ", "แล้วเสร็จ", "ไม่แล้วเสร็จ"], ["ก", *ticks])
    said = state_of(row)

    assert said is not None
    assert (said.value, said.certainty) == (state, certainty)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("ยังไม่ดำเนินการ", State.NOT_STARTED),
        ("อยู่ ระหว่างดำเนินการ", State.IN_PROGRESS),
        ("แล้วเสร็จ", State.DONE),
        ("รอดำเนินการ", State.NOT_STARTED),
        ("ดำเนินการครบถ้วน", State.DONE),
        ("เรียบร้อย", State.DONE),
        ("ดำเนินการแล้วเสร็จตามกำหนด", State.DONE),
        ("แล้วเสร็จภายในเวลาที่กำหนด", State.DONE),
        ("ดำเนินการแล้ว 5 จาก 5 กิจกรรม", State.DONE),
        ("ดำเนินการแล้ว 5/5", State.DONE),
        ("ประชุมครั้งที่ 1/2567 แล้ว เมื่อ 15/03/2567", State.DONE),
        ("กรอกแบบสำรวจครบถ้วน รอบ 6 เดือน", State.DONE),
        (" - ", None),
        ("ยังไม่ได้เริ่ม", State.NOT_STARTED),
        ("เสนอแล้ว อยู่ระหว่างพิจารณา", State.IN_PROGRESS),
        ("☑ ดำเนินการแล้ว ☐ ยังไม่ดำเนินการ", State.DONE),
        ("☐ ดำเนินการแล้ว ☒ ยังไม่ดำเนินการ", State.NOT_STARTED),
        ("☐ ดำเนินการแล้ว ☐ ยังไม่ดำเนินการ", None),
        ("", None),
    ],
)
def test_words_may_say_the_state(words: str, state: State | None) -> None:
    (row,) = rows(["มาตรการ", "สถานะการดำเนินงาน"], ["ก", words])

    said = state_of(row)

    assert (said and said.value) == state
    assert said is None or said.certainty is Certainty.SURE


@pytest.mark.parametrize(
    "words",
    [
        "ยังดำเนินการไม่แล้วเสร็จ",
        "ยังไม่แล้วเสร็จ",
        "ดำเนินการแล้วบางส่วน",
        "คาดว่าจะแล้วเสร็จ ก.ย. ๖๗",
        "ใกล้แล้วเสร็จ",
        "ดำเนินการแล้ว ร้อยละ ๕๐",
        "ดำเนินการแล้ว 99.5 %",
        "เริ่มดำเนินการแล้ว",
        "จัดทำร่างแล้ว ยังไม่ประกาศ",
        "ดำเนินการแล้ว/ยังไม่ดำเนินการ",
        "อยู่ระหว่างจัดทำ ยังไม่ประกาศ",
        "ยังไม่ดำเนินการ / อยู่ระหว่างดำเนินการ / ดำเนินการแล้ว",
        "ดำเนินการแล้ว (รอผล)",
        "ขออนุมัติแล้ว",
        "จัดทำร่างประกาศแล้ว",
        "เสนอผู้บริหารแล้ว",
        "กำหนดแล้วเสร็จ ส.ค. ๖๗",
        "แล้วเสร็จภายใน มิ.ย. 67",
        "แล้วเสร็จ ๓ จาก ๕ กิจกรรม",
        "ดำเนินการแล้ว 3 กิจกรรม จากทั้งหมด 5 กิจกรรม",
        "แล้วเสร็จ 3/5",
    ],
)
def test_what_is_short_of_done_is_asked(words: str) -> None:
    (row,) = rows(["มาตรการ", "สถานะการดำเนินงาน"], ["ก", words])
    said = state_of(row)

    assert said is not None
    assert (said.value, said.certainty) == (State.IN_PROGRESS, Certainty.ASK)


@pytest.mark.parametrize(
    "words",
    ["ยกเลิก", "ไม่ดำเนินการ", "ไม่ได้รับงบประมาณแล้ว", "งดดำเนินการ", "เลื่อนไปปีถัดไป", "ชะลอโครงการแล้ว"],
)
def test_what_will_not_be_done_is_asked(words: str) -> None:
    (row,) = rows(["มาตรการ", "สถานะการดำเนินงาน"], ["ก", words])
    said = state_of(row)

    assert said is not None
    assert (said.value, said.certainty) == (State.NOT_STARTED, Certainty.ASK)


@pytest.mark.parametrize("words", ["ตามแผน", "กรอกข้อมูล", "ร้อยละ 120", "รองปลัดติดตาม"])
def test_words_that_say_no_state_are_asked(words: str) -> None:
    (row,) = rows(["มาตรการ", "สถานะการดำเนินงาน"], ["ก", words])
    said = state_of(row)

    assert said is not None
    assert (said.value, said.certainty) == (State.IN_PROGRESS, Certainty.ASK)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("ร้อยละ ๕๐", State.IN_PROGRESS),
        ("99.5 %", State.IN_PROGRESS),
        ("0%", State.NOT_STARTED),
        ("100", State.DONE),
    ],
)
def test_a_percentage_alone_is_likely_the_state(words: str, state: State) -> None:
    (row,) = rows(["มาตรการ", "สถานะการดำเนินงาน"], ["ก", words])
    said = state_of(row)

    assert said is not None
    assert (said.value, said.certainty) == (state, Certainty.LIKELY)


@pytest.mark.parametrize("words", ["ดำเนินการแล้ว ร้อยละ 100", "แล้วเสร็จ 100%", "สำเร็จแล้ว"])
def test_what_is_all_done_is_done_for_sure(words: str) -> None:
    (row,) = rows(["มาตรการ", "สถานะการดำเนินงาน"], ["ก", words])
    said = state_of(row)

    assert said is not None
    assert (said.value, said.certainty) == (State.DONE, Certainty.SURE)


def test_no_tick_is_no_state() -> None:
    (row,) = rows(TICKS, ["ก", "", " - ", "☐"])

    assert state_of(row) is None
