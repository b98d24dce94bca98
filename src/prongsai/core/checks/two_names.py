"""Rule: an agency, a district, a province or a unit is written in two ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.readings.model import Place, Reading, Said
from prongsai.core.sentences import say
from prongsai.core.thai.spelling import distance, letters

_KIND = re.compile(r"(องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:นคร|เมือง|ตำบล))\s*(.*)")
_NO_KIND = "องค์กรบริหารส่วน"  # the law knows องค์การบริหารส่วนตำบล and จังหวัด
_KIND_OF_LAW = "องค์การบริหารส่วน"
_SHORT_KIND = {"องค์การบริหารส่วนตำบล": "อบต.", "องค์การบริหารส่วนจังหวัด": "อบจ."}
_NO_SHORT_KIND = re.compile(r"อบรม\s?\.\s?(?=(\S{2,40}))")
_SHORTEST = 4  # letters of a name in which one may be a slip
_SLIP = 2  # letters; of longer names a fifth
_FIFTH = 5
_SHORTEST_UNIT = 8
_MOST = 200  # spellings that are held against each other


def two_names(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each spelling that is not the most frequent one of what it names.

    Seed 001: องค์การ and องค์กรบริหารส่วนตำบลนาทอง, นาทอง and กนาทอง, อำเภอเชียงใหม่ and เขียงยืน; seed
    003: แม่ชะนิง and แม่ชะเมิง; seeds 000 and 003: อบรม. for อบต. Two names that are alike may be two
    agencies, so most are only worth a look.
    """
    reading = subject.reading
    yield from _no_kinds(reading)
    yield from _near(_without_wrong_kind(reading.agencies))
    yield from _near(reading.provinces)
    yield from _two_places(reading)
    yield from _near(_units(reading), shortest=_SHORTEST_UNIT)


def _no_kinds(reading: Reading) -> Iterator[Problem]:
    """Yield the names of a kind of agency that there is not, each once."""
    told = set()
    for said in reading.agencies:
        if said.value.startswith(_NO_KIND) and said.value not in told:
            told.add(said.value)
            right = said.value.replace(_NO_KIND, _KIND_OF_LAW)
            yield _must(said.value, right, said.place)
    kinds = [found for said in reading.agencies if (found := _KIND.fullmatch(said.value))]
    names = {found[2]: _SHORT_KIND[found[1]] for found in kinds if found[1] in _SHORT_KIND}
    for passage in reading.passages:
        for found in _NO_SHORT_KIND.finditer(passage.text):
            name = next((each for each in names if found[1].startswith(each)), "")
            if name:
                yield _must(f"อบรม.{name}", f"{names[name]}{name}", passage.place)


def _must(written: str, right: str, place: Place) -> Problem:
    return Problem(
        rule="two_names",
        place=place,
        what=say("There is no “%(written)s”.", written=written),
        expected=say("Write “%(right)s”.", right=right),
        severity=Severity.MUST,
    )


def _without_wrong_kind(agencies: Sequence[Said[str]]) -> list[Said[str]]:
    return [said for said in agencies if not said.value.startswith(_NO_KIND)]


def _units(reading: Reading) -> list[Said[str]]:
    return [said for measure in reading.measures for said in (*measure.lead, *measure.support)]


def _near(names: Sequence[Said[str]], shortest: int = _SHORTEST) -> Iterator[Problem]:
    """Yield the spellings that are a slip away from a more frequent one, each once."""
    spelled: dict[str, Said[str]] = {}
    for said in names:
        spelled.setdefault(letters(said.value).removesuffix("ฯ"), said)
    counts = Counter(letters(said.value).removesuffix("ฯ") for said in names)
    ordered = sorted(spelled, key=lambda each: -counts[each])[:_MOST]
    for place, written in enumerate(ordered):
        right = next((each for each in ordered[:place] if _is_slip(written, each, shortest)), None)
        if right is not None:
            yield _look(spelled[written], spelled[right])


def _is_slip(one: str, other: str, shortest: int) -> bool:
    """Tell whether two names differ by a letter or two, and not by a number."""
    one_name, other_name = (_own_name(each) for each in (one, other))
    if _kind(one) != _kind(other) or _digits(one) != _digits(other):
        return False
    longest = max(len(one_name), len(other_name))
    if longest < shortest:
        return False
    return 0 < distance(one_name, other_name) <= min(_SLIP, longest // _FIFTH + 1)


def _kind(written: str) -> str:
    found = _KIND.fullmatch(written)
    return found[1] if found else ""


def _own_name(written: str) -> str:
    found = _KIND.fullmatch(written)
    return found[2] if found else written


def _digits(written: str) -> list[str]:
    return [letter for letter in written if letter.isdecimal()]


def _two_places(reading: Reading) -> Iterator[Problem]:
    """Yield the second district, or province, in which one agency is said to lie.

    It is said so where a text names one agency and one district. Districts alone that are a slip
    away from each other are named too.
    """
    at = {each.place: each.value for each in _without_wrong_kind(reading.agencies)}
    told: dict[str, list[Said[str]]] = defaultdict(list)
    for said in reading.districts:
        told[at.get(said.place, "")].append(said)
    sure = set()
    for agency, districts in told.items():
        first = districts[0]
        for other in districts[1:]:
            if agency and other.value != first.value and other.value not in sure:
                sure.add(other.value)
                yield _in_two_districts(agency, first, other)
    if not sure:
        yield from _near(reading.districts)


def _in_two_districts(agency: str, first: Said[str], other: Said[str]) -> Problem:
    return Problem(
        rule="two_names",
        place=other.place,
        what=say(
            "%(agency)s lies in the district %(other)s here, and in %(first)s in another place.",
            agency=agency,
            other=other.value,
            first=first.value,
        ),
        expected=say("Write the name of the district as it is registered, in every place."),
        severity=Severity.MUST,
    )


def _look(other: Said[str], right: Said[str]) -> Problem:
    return Problem(
        rule="two_names",
        place=other.place,
        what=say(
            "“%(other)s” is written “%(right)s” in more places.",
            other=other.value,
            right=right.value,
        ),
        expected=say("Write one name in one way; leave it if they are two."),
        severity=Severity.LOOK,
    )
