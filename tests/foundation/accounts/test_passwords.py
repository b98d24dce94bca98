from __future__ import annotations

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import translation

from prongsai.foundation.accounts.models import Person
from prongsai.foundation.accounts.roles import Role
from tests.factories.people import PASSWORD, Somebody, an_agency, somebody

pytestmark = pytest.mark.django_db

SHORT = "Too short: take at least 12 letters."
COMMON = "Many people use this password: who guesses tries it first."
NAMES = "Only figures and names that others know. Add words that only you know."


@pytest.fixture
def anong() -> Somebody:
    agency = an_agency("เทศบาลตำบลบางสมมติ", district="อำเภอตัวอย่าง")
    return somebody(agency, "anong", Role.ITA_OFFICER)


def faults(password: str, person: Person | None = None, language: str = "en") -> list[str]:
    """Return why a password is refused."""
    try:
        with translation.override(language):
            validate_password(password, person)
    except ValidationError as error:
        with translation.override(language):
            return list(error.messages)
    return []


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD,
        "เช้านี้ฝนตกที่หน้าตลาดสดแต่ลุงยังปั่นจักรยานมาขายปาท่องโก๋เหมือนเดิมทุกวันไม่เคยขาด",
        "rain on the market roof",
        "ก ข " * 2 + "คำที่ไม่มีใครรู้ " * 20,
        "qmzpvwxkrtyh",
    ],
)
def test_any_long_sentence_is_a_good_password(password: str, anong: Somebody) -> None:
    assert faults(password, anong.person) == []


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("สั้นไป", [SHORT]),
        ("password1234", [COMMON, NAMES]),
        ("1q2w3e4r5t6y", [COMMON]),
        ("ๅๆ/ไ-ำภพถะุั", [COMMON]),
        ("abababababab", [COMMON]),
        ("isylzjko256925702571", [NAMES]),
        ("prongsai-2569-2570", [NAMES]),
        ("1234567890123", [COMMON, NAMES]),
        ("0812345670812", [NAMES]),
        ("๑๒๓๔๕๖๗๘๙๐๑๒๓", [NAMES]),
    ],
)
def test_what_everybody_tries_first_is_refused(password: str, said: list[str]) -> None:
    assert faults(password) == said


@pytest.mark.parametrize(
    "password",
    ["บางสมมติ2569!!", "เทศบาลตำบลบางสมมติ", "[k'l,,9b256956", "ตัวอย่าง_๒๕๖๙_๒๕๗๐", "สมมติ-anong-2569"],
)
def test_names_of_the_person_the_agency_and_its_place_alone_are_refused(
    password: str, anong: Somebody
) -> None:
    assert NAMES in faults(password, anong.person)


def test_a_refusal_is_in_thai_for_who_reads_thai() -> None:
    assert faults("สั้นไป", language="th") == ["รหัสผ่านสั้นเกินไป โปรดใช้อย่างน้อย 12 ตัวอักษร"]
