import pytest

from prongsai.core.readings.model import Certainty
from prongsai.core.readings.understand.names import agencies_in, districts_in, provinces_in
from tests.factories.sources import source

OBT = "องค์การบริหารส่วนตำบล"


def names(*texts: str) -> list[str]:
    return [said.value for said in agencies_in(source(*texts))]


def test_a_name_ends_where_it_stands_by_itself_elsewhere() -> None:
    found = names(f"{OBT}บ้านสุข", f"ของ{OBT}บ้านสุขแล้ว", f"{OBT}บ้านสุข จังหวัด")

    assert found == [f"{OBT}บ้านสุข"] * 3


def test_a_name_ends_before_two_different_words() -> None:
    found = names(f"{OBT}บ้านสุขให้รองนายก", f"{OBT}บ้านสุขปฏิบัติราชการแทน")

    assert found == [f"{OBT}บ้านสุข"] * 2


def test_a_word_inside_a_name_does_not_end_it() -> None:
    assert names(f"{OBT}บางมีชัย", f"{OBT}บางมีชัยแล้ว") == [f"{OBT}บางมีชัย"] * 2


def test_a_name_that_ends_nowhere_is_cut_at_a_word_and_not_sure() -> None:
    made = source(f"{OBT}บ้านสุขให้รองนายกปฏิบัติ", f"{OBT}" + "ก" * 20)

    assert [(s.value, s.certainty) for s in agencies_in(made)] == [
        (f"{OBT}บ้านสุข", Certainty.LIKELY),
        (OBT + "ก" * 20, Certainty.LIKELY),
    ]


def test_spaces_of_narrow_columns_do_not_part_a_name() -> None:
    table = [["มาตรการ", "คะแนน"], ["องค์การ บริหารส่วน ตำบลบ้านสุข", ""]]

    assert [s.value for s in agencies_in(source(table))] == [f"{OBT}บ้านสุข"]


def test_a_name_apart_from_its_kind_is_one_where_it_is_nearly_known() -> None:
    assert names(f"{OBT}บ้านสุข", f"{OBT} กบ้านสุข", f"{OBT} ราชการ") == [
        f"{OBT}บ้านสุข",
        f"{OBT}กบ้านสุข",
    ]


@pytest.mark.parametrize(
    "text",
    [f"{OBT}ในปีงบประมาณ", f"{OBT}และเทศบาล", "เทศบาลตำบลหรือเมือง", "อบต.บ้านสุข", f"{OBT} ก", OBT],
)
def test_a_kind_without_a_name_is_no_agency(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "name", ["เทศบาลตำบลบ้านสุข", "เทศบาลนครบ้านสุข", "องค์การบริหารส่วนจังหวัดบ้านสุข", f"{OBT}ในเมือง"]
)
def test_agencies_of_every_kind_are_named(name: str) -> None:
    assert names(name) == [name]


def test_a_misspelled_kind_stays_as_it_is_written() -> None:
    assert names("องค์กรบริหารส่วนตำบลบ้านสุข") == ["องค์กรบริหารส่วนตำบลบ้านสุข"]


def test_districts_and_provinces_are_named_together_or_alone() -> None:
    made = source("อำเภอเมืองสุข จังหวัดสุข", "จังหวัดสุขใจ", "องค์การบริหารส่วนจังหวัดสุข", "ในจังหวัดและ")

    assert [s.value for s in districts_in(made)] == ["เมืองสุข"]
    assert [s.value for s in provinces_in(made)] == ["สุข", "สุขใจ"]
