"""The office stands before its agency, its telephone and its address."""

from __future__ import annotations

import pytest

from prongsai.core.readings.model import Certainty, Place
from prongsai.core.readings.understand.lines import lines_of
from prongsai.core.readings.understand.offices import office_said
from tests.factories.sources import source

SURE, LIKELY = Certainty.SURE, Certainty.LIKELY


def read(text: str, *others: str) -> tuple[str, Certainty] | None:
    said = office_said(text, Place(), [*lines_of(source(text, *others))])
    return (said.value, said.certainty) if said else None


@pytest.mark.parametrize(
    ("text", "office", "certainty"),
    [
        ("สำนักปลัด องค์การบริหารส่วนตำบลสมมติ โทร. 0 2000 0000", "สำนักปลัด", SURE),
        ("กองคลัง ฝ่ายบัญชี เทศบาลตำบลสมมติ", "กองคลัง ฝ่ายบัญชี", SURE),
        ("สำนักปลัดเทศบาล เทศบาลตำบลสมมติ", "สำนักปลัดเทศบาล", SURE),
        ("กองคลัง อบต.สมมติ ไปรษณีย์อิเล็กทรอนิกส์ a@b.go.th", "กองคลัง", SURE),
        ("กองคลัง (โทรศัพท์ 0 2000 0000)", "กองคลัง", SURE),
        ("สำนักปลัดองค์การบริหารส่วนตำบลสมมติ", "สำนักปลัด", LIKELY),
        ("กองคลัง ฝ่ายบัญชี", "กองคลัง ฝ่ายบัญชี", LIKELY),
    ],
)
def test_the_office_ends_where_the_agency_begins(
    text: str, office: str, certainty: Certainty
) -> None:
    assert read(text) == (office, certainty)


def test_an_agency_of_another_kind_is_known_where_it_is_named_again() -> None:
    assert read("กองกลาง ฝ่ายหนึ่ง กรมสมมติ", "ตามที่กรมสมมติ ได้รับการประเมิน") == (
        "กองกลาง ฝ่ายหนึ่ง",
        LIKELY,
    )
    assert read("กองกลาง ก ข", "ก ข ค") == ("กองกลาง ก ข", LIKELY)


def test_an_agency_alone_is_no_office() -> None:
    assert read("องค์การบริหารส่วนตำบลสมมติ โทร. 1") is None
