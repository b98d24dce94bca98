import pytest

from prongsai.core.readings.understand.misread import days_mended, times_mended


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("ม.ค. - มี.ค. ๖๖", "ม.ค. - มี.ค. 66"),
        ("ม.ค. - มีค. ๖๖", "ม.ค. - มี.ค. 66"),
        ("กก.พ. ๖๖", "ก.พ. 66"),
        ("ต..๒๕๖๕-ก.ย.๒๕๖๖", "ต.ค.2565-ก.ย.2566"),
        ("ปีงบปะมาณ ๒๕๖๘", "ปีงบประมาณ 2568"),
        ("ก.ฎ. ๖๖", "ก.ฎ. 66"),  # as near to one month as to another
        ("ตลอดปี", "ตลอดปี"),
    ],
)
def test_months_are_spelled_right(written: str, mended: str) -> None:
    assert times_mended(written) == mended


def test_only_what_stands_between_a_day_and_a_year_is_a_month() -> None:
    assert days_mended("มกราคน เมื่อวันที่ ๓๑ มกราคน ๒๕๖๖") == "มกราคน เมื่อวันที่ 31 มกราคม 2566"
