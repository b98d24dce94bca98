from __future__ import annotations

from prongsai.core.results import ResultSheet
from prongsai.core.scoring.scorer import score
from prongsai.core.scoring.titles import title_of
from prongsai.core.sentences import Names
from prongsai.formats.editions import load_edition

EDITION = load_edition("nacc-2568")
CARD = score(EDITION, ResultSheet.of({"e3/public": 90}))


def title(code: str, part: str | None = None) -> str:
    found = title_of(CARD.get(code, part), EDITION)
    return found.en if isinstance(found, Names) else str(found)


def test_everything_of_a_scorecard_has_a_title() -> None:
    names = ("total", "OIT", "10", "o1")
    assert {name: title(name) for name in names} == {
        "total": "total",
        "OIT": EDITION.instrument["OIT"].title.en,
        "10": EDITION.indicators["10"].title.en,
        "o1": EDITION.items["o1"].topic.en if EDITION.items["o1"].topic else "",
    }


def test_a_part_has_the_title_of_the_part() -> None:
    public = EDITION.instrument["EIT"].parts[0]
    assert title("EIT", "public") == public.title.en
    assert title("EIT") == EDITION.instrument["EIT"].title.en


def test_what_has_no_title_says_so() -> None:
    edition = load_edition("nacc-2566")
    card = score(edition, ResultSheet(()))
    sub, item = edition.sub_indicators["9.2"], edition.items["o13"]
    said = [str(title_of(card.get(code), edition)) for code in ("9.2", "o13")]
    expected = [str(each or "(topic not known)") for each in (sub.title, item.topic)]
    assert said == expected
