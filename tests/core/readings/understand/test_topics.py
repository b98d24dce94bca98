import pytest

from prongsai.core.readings.understand.topics import Topics
from prongsai.formats.editions import load_edition


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("การประเมินความเสี่ยงการทุจริต ประจำปี", "o34"),
        ("คู่มือการให้บริการ", "o15"),
        ("มาตรการส่งเสริมคุณธรรมและความโปร่งใส", ""),  # the plan of them, or the report on them
        ("อย่างอื่น", ""),
    ],
)
def test_a_name_is_that_of_the_item_it_is_clearly_like(name: str, code: str) -> None:
    assert Topics([load_edition("nacc-2566")]).code(name) == code


def test_without_an_edition_no_name_means_an_item() -> None:
    assert Topics([]).code("คู่มือการให้บริการ") == ""
