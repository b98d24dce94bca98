"""Units in a cell: with commas where that is clear, else each behind a dash of its own."""

import pytest

from prongsai.core.documents.units import BETWEEN_UNITS, behind, lead_lines, unit_lines


@pytest.mark.parametrize(
    ("units", "lines"),
    [
        ((), ()),
        (("กองคลัง",), ("กองคลัง",)),
        (("กองคลัง", "กองช่าง"), ("กองคลัง, กองช่าง",)),
        (("กองการศึกษา ศาสนา และวัฒนธรรม",), ("กองการศึกษา ศาสนา และวัฒนธรรม",)),
        (("งานนิติการ สำนักปลัด",), ("- งานนิติการ สำนักปลัด",)),
        (("งานนิติการ (สำนักปลัด)", "กองคลัง"), ("- งานนิติการ (สำนักปลัด)", "- กองคลัง")),
        (("กองแผน, งบประมาณ และพัสดุ", "กองคลัง"), ("- กองแผน, งบประมาณ และพัสดุ", "- กองคลัง")),
        (("กองคลังและกองช่าง",), ("- กองคลังและกองช่าง",)),
    ],
)
def test_a_name_that_could_be_several_has_a_dash(
    units: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    assert unit_lines(units) == lines


@pytest.mark.parametrize(
    ("leads", "lines"),
    [
        ([""], ()),
        (["สำนักปลัด/ทุกกอง", "สำนักปลัด/ทุกกอง", ""], ("สำนักปลัด/ทุกกอง",)),
        (["สำนักปลัด/งานพัสดุ กองคลัง"], ("- สำนักปลัด", "- งานพัสดุ กองคลัง")),
    ],
)
def test_leads_stand_as_they_were_written_or_each_behind_a_dash(
    leads: list[str], lines: tuple[str, ...]
) -> None:
    assert lead_lines(leads) == lines


@pytest.mark.parametrize(
    ("lines", "labelled"),
    [
        ((), ()),
        (("กองคลัง",), ("สนับสนุน: กองคลัง",)),
        (("- งานพัสดุ กองคลัง",), ("สนับสนุน:", "- งานพัสดุ กองคลัง")),
    ],
)
def test_a_dash_begins_its_own_line_behind_a_label(
    lines: tuple[str, ...], labelled: tuple[str, ...]
) -> None:
    assert behind("สนับสนุน:", lines) == labelled


def test_somebody_of_a_unit_is_no_second_unit() -> None:
    assert [bool(BETWEEN_UNITS.search(name)) for name in ("นิติกร สำนักปลัด", "ทุกกอง งานแผน")] == [
        False,
        True,
    ]
