from __future__ import annotations

import pytest

from prongsai.foundation.agencies.places import districts, provinces, subdistricts

SAMUT_SAKHON = ("เมืองสมุทรสาคร", "กระทุ่มแบน", "บ้านแพ้ว")


def test_there_are_seventy_seven_provinces_and_each_has_districts() -> None:
    names = provinces()
    assert len(set(names)) == len(names) == 77
    assert [name for name in names if not districts(name)] == []


@pytest.mark.parametrize("written", ["สมุทรสาคร", " จังหวัดสมุทรสาคร ", "จ. สมุทรสาคร", "จ.สมุทรสาคร"])
def test_a_province_is_known_as_people_write_it(written: str) -> None:
    assert districts(written) == SAMUT_SAKHON


@pytest.mark.parametrize("written", ["เมืองสมุทรสาคร", "อ.เมือง", "เมือง", "อำเภอเมืองสมุทรสาคร"])
def test_the_district_of_the_capital_is_known_as_people_write_it(written: str) -> None:
    assert "นาโคก" in subdistricts("สมุทรสาคร", written)


@pytest.mark.parametrize(
    ("province", "district"),
    [("", ""), ("สมมติ", "เมือง"), ("สมุทรสาคร", "สมมติ"), ("กรุงเทพมหานคร", "เมือง")],
)
def test_where_a_place_is_unknown_nothing_is_offered(province: str, district: str) -> None:
    assert subdistricts(province, district) == ()
