from prongsai.core.readings.model import Certainty, Place, ReadMeasure, Said
from prongsai.core.readings.understand.unit_names import with_units_named
from prongsai.core.sentences import say


def unit(name: str) -> Said[str]:
    return Said(value=name, words=name, place=Place(line=1))


def measure(*lead: str, support: str = "") -> ReadMeasure:
    return ReadMeasure(
        place=Place(),
        asked=frozenset({"lead"}),
        lead=tuple(map(unit, lead)),
        support=(unit(support),) if support else (),
    )


def named(*measures: ReadMeasure) -> list[list[str]]:
    return [[each.value for each in (*m.lead, *m.support)] for m in with_units_named(measures)]


def test_a_unit_that_is_misspelled_is_the_common_one_it_is_near_to() -> None:
    (found,) = with_units_named([measure("สำนกปลัด")])

    assert found.lead == (
        Said(
            value="สำนักปลัด",
            words="สำนกปลัด",
            place=Place(line=1),
            certainty=Certainty.LIKELY,
            why=say("The unit is spelled nearly as “%(name)s”.", name="สำนักปลัด"),
        ),
    )


def test_a_common_unit_and_one_that_nobody_knows_stay_as_they_are() -> None:
    assert named(measure("กองคลัง", "สำนักปลัดฯ", "กองการบิน", support="ฝ่ายทะเลสาบ")) == [
        ["กองคลัง", "สำนักปลัดฯ", "กองการบิน", "ฝ่ายทะเลสาบ"]
    ]


def test_a_unit_is_known_by_the_document_that_names_it_often() -> None:
    often = [measure("กองการท่องเที่ยวและกีฬา")] * 3

    assert named(*often, measure("กองการท่องเทียวและกีฬา"))[-1] == ["กองการท่องเที่ยวและกีฬา"]


def test_what_stands_in_brackets_is_no_unit_beside_another() -> None:
    assert named(measure("กองคลัง (งานพัสดุ)")) == [["กองคลัง (งานพัสดุ)"]]


def test_units_with_other_numbers_are_other_units() -> None:
    often = [measure("ฝ่ายอำนวยการส่วนที่ 1")] * 3

    assert named(*often, measure("ฝ่ายอำนวยการส่วนที่ 2"))[-1] == ["ฝ่ายอำนวยการส่วนที่ 2"]


def test_two_units_side_by_side_are_told_apart_though_one_is_misspelled() -> None:
    (found,) = with_units_named([measure("กองคลัง งาวกฎหมายและคดี")])

    assert [(each.value, each.certainty) for each in found.lead] == [
        ("กองคลัง", Certainty.SURE),
        ("งานกฎหมายและคดี", Certainty.LIKELY),
    ]


def test_a_unit_of_another_kind_is_another_unit() -> None:
    assert named(measure("กองพัฒนาชุมชน", support="กองการเงินและบัญชี")) == [
        ["กองพัฒนาชุมชน", "กองการเงินและบัญชี"]
    ]


def test_a_unit_that_stood_behind_a_dash_is_one() -> None:
    whole = Said(value="งานนิติการ สำนักปลัด", words="- งานนิติการ สำนักปลัด", place=Place())
    (found,) = with_units_named([ReadMeasure(place=Place(), asked=frozenset(), lead=(whole,))])

    assert found.lead == (whole,)
