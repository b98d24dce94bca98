"""The values of a reading as a person writes them, and how they are read back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from prongsai.core.documents.papers import Signature
from prongsai.core.editions.model import TOTAL
from prongsai.core.errors import Refusal
from prongsai.core.measures.model import Month, Period
from prongsai.core.measures.months import short_month
from prongsai.core.readings.model import Citation, NamedCode, NamedYear, StatedScore, YearRole
from prongsai.core.readings.understand.periods import day_in
from prongsai.core.results import key_of, name_of, read_score, shown
from prongsai.core.sentences import Sentence, say
from prongsai.core.thai.calendar import buddhist_year, first_day, last_day, thai_date
from prongsai.core.thai.dates_in_text import periods_in, years_in
from prongsai.core.thai.days import read_day
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.text import normalise
from prongsai.core.tracking import WORDS_OF_STATES, Action, Proof, State

KINDS: Mapping[str, str] = {
    "memo": "บันทึกข้อความ",
    "order": "คำสั่ง",
    "meeting": "เอกสารประกอบการประชุม",
    "analysis": "รายงานการวิเคราะห์ผลการประเมิน",
    "plan": "แผนมาตรการ",
    "results": "รายงานผลการดำเนินการ",
    "progress": "รายงานความก้าวหน้า",
}
ROLES: Mapping[YearRole, str] = {
    YearRole.RESULT: "ผลการประเมิน",
    YearRole.PLAN: "แผน",
    YearRole.OTHER: "อื่น",
}

_PARTS = " | "
_ITEM = re.compile(r"([a-z])0*([1-9][0-9]{0,2})")
_INDICATOR = re.compile(r"[1-9][0-9]?(?:\.[1-9][0-9]?)?")
_INSTRUMENT = re.compile("[a-z]{3}")
_PART = re.compile("[a-z]{1,20}")
_TOTALS = frozenset({TOTAL, "รวม", "คะแนนรวม"})
_SCORE = re.compile(r"(?:(?P<code>\S+)\s+)?(?:(?P<year>2[0-9]{3})\s+)?=?\s*(?P<score>\S+)")
_YEAR = re.compile(r"(2[0-9]{3})\s*(.*)")
_SIGNATURE = ("name", "position", "capacity", "acting", "rank", "opinion")


_CODE_HOW = say("Write a code as in %(examples)s.", examples=("i7", "e3/public", "o12", "9", TOTAL))
_INDICATOR_HOW = say("Write the number of the indicator, such as 9.")
_SCORE_HOW = say("Write the score alone, or its code before it, as in “%(e)s”.", e="i7 84.37")
_YEAR_HOW = say(
    "Write the Buddhist year and one of %(words)s behind it.", words=tuple(ROLES.values())
)
_NAME_HOW = say("Write the code, and behind it the name.")
_CITATION_HOW = say("Write the disclosure item, or before it what it is for, as in “i7 o11”.")
_PERIOD_HOW = say(
    "Write a month with its Buddhist year, or from which to which, as in “%(example)s”.",
    example="ม.ค. 67 - มี.ค. 67",
)
_STATE_HOW = say("Write one of %(words)s.", words=tuple(WORDS_OF_STATES.values()))
_KIND_HOW = say("Write one of %(words)s.", words=tuple(KINDS.values()))
_DAY_HOW = say("Write the day, the month and the four figures of the year.")
_ACTION_HOW = say("Write what was done, then “|” and the day.")
_PROOF_HOW = say("Write what it is, then “|” and its address, then “|” and its day.")
_SIGNATURE_HOW = say(
    "Write name | position | capacity (such as รักษาราชการแทน) | the post filled | rank | opinion."
)


@dataclass(frozen=True, slots=True)
class _Way:
    """How values of a kind are written, read (with the value before, if any) and described."""

    write: Callable[[Any], str]
    read: Callable[[str, Any], Any]
    how: Sentence | None = None


def written(field: str, value: object) -> str:
    """Return a value of a field as a person writes it; read back, it is the same value."""
    return _WAYS.get(field, _TEXT).write(value)


def read_value(field: str, text: str, before: object = None) -> object:
    """Read what a person wrote for a field; what is not written stays as it was `before`.

    :raises Refusal: if the field has no such value.
    """
    return _WAYS.get(field, _TEXT).read(normalise(text), before)


def how_to_write(field: str) -> Sentence | None:
    """Return how a value of a field is written; None: as any text."""
    return _WAYS.get(field, _TEXT).how


def _code(text: str, _before: object = None) -> str:
    """Read a code by its shape alone; whether an edition has it is a check's business."""
    plain = to_arabic_digits(text).casefold().replace(" ", "").removeprefix("ข้อ")
    code, part = key_of(plain)
    if part is not None and not _PART.fullmatch(part):
        raise _no_code(text)
    if code in _TOTALS:
        return TOTAL
    if item := _ITEM.fullmatch(code):
        return name_of(("".join(item.groups()), part))
    if _INDICATOR.fullmatch(code):
        return name_of((code, part))
    if _INSTRUMENT.fullmatch(code):
        return name_of((code.upper(), part))
    raise _no_code(text)


def _indicator(text: str, _before: object) -> str:
    code = to_arabic_digits(text)
    if not _INDICATOR.fullmatch(code):
        raise Refusal(say("%(text)s is no indicator.", text=shown(text)), fix=_INDICATOR_HOW)
    return code


def _no_code(text: str) -> Refusal:
    return Refusal(say("%(text)s is no code.", text=shown(text)), fix=_CODE_HOW)


def _score(text: str, before: StatedScore | None) -> StatedScore:
    found = _SCORE.fullmatch(to_arabic_digits(text))
    written_score = found["score"] if found else text
    score = read_score(written_score)
    if found is None or score is None:
        raise Refusal(say("%(text)s is no score.", text=shown(text)), fix=_SCORE_HOW)
    year = int(found["year"]) if found["year"] else None
    if found["code"]:
        code, part = key_of(_code(found["code"]))
        return StatedScore(code=code, score=score, part=part, year=year)
    if before is None:
        raise Refusal(say("Nothing says what the score is of."), fix=_SCORE_HOW)
    return StatedScore(code=before.code, score=score, part=before.part, year=year or before.year)


def _score_out(score: StatedScore) -> str:
    year = "" if score.year is None else f" {score.year}"
    return f"{name_of((score.code, score.part))}{year} {score.score:f}"


def _year(text: str, before: NamedYear | None) -> NamedYear:
    found = _YEAR.fullmatch(to_arabic_digits(text))
    names = {**{role.value: role for role in YearRole}, **{n: r for r, n in ROLES.items()}}
    word = found[2] if found else ""
    role = names.get(word) if word or before is None else before.role
    if found is None or role is None:
        raise Refusal(say("%(text)s is no year and its role.", text=shown(text)), fix=_YEAR_HOW)
    return NamedYear(year=int(found[1]), role=role)


def _named_code(text: str, before: NamedCode | None) -> NamedCode:
    first, name = [*text.split(None, 1), ""][:2]
    if before is None:
        return NamedCode(code=_code(first), name=name)
    return NamedCode(code=_code(first), name=name or before.name, under=before.under)


def _citation(text: str, before: Citation | None) -> Citation:
    codes = [_code(each) for each in text.split()]
    if not 1 <= len(codes) <= 2:
        raise Refusal(say("%(text)s is not one code or two.", text=shown(text)), fix=_CITATION_HOW)
    words = before.words if before else ""
    item = before.item if before and len(codes) == 1 else codes[0] if len(codes) == 2 else ""
    return Citation(item=item, code=codes[-1], words=words)


def _period(text: str, _before: object) -> Period:
    """Read a month, a span of months or a fiscal year, and nothing beside it."""
    line = " ".join(text.split())
    spans = [(each.value.first, each.value.last) for each in periods_in(line) if _whole(each, line)]
    years = [each.value for each in years_in(line) if _whole(each, line)]
    spans += [(first_day(year), last_day(year)) for year in years]
    if not spans:
        raise Refusal(say("%(text)s is no period.", text=shown(text)), fix=_PERIOD_HOW)
    first, last = spans[0]
    return _month(first), _month(last)


def _whole(found: Any, line: str) -> bool:
    return bool((found.start, found.end) == (0, len(line)))


def _month(day: date) -> Month:
    return Month(buddhist_year(day), day.month)


def _state(text: str, _before: object) -> State:
    names = {
        **{state.value: state for state in State},
        **{n: s for s, n in WORDS_OF_STATES.items()},
    }
    state = names.get(text.replace(" ", ""))
    if state is None:
        raise Refusal(say("%(text)s is no state of a measure.", text=shown(text)), fix=_STATE_HOW)
    return state


def _kind(text: str, _before: object) -> str:
    kinds = {name: kind for kind, names in KINDS.items() for name in (kind, names)}
    if text not in kinds:
        raise Refusal(say("%(text)s is no kind of document.", text=shown(text)), fix=_KIND_HOW)
    return kinds[text]


def _day(text: str, _before: object = None) -> date:
    return read_day(text)


def _in_parts(text: str, most: int, how: Sentence) -> list[str]:
    parts = [part.strip() for part in text.split("|")]
    if len(parts) > most:
        raise Refusal(say("Here stand more than %(most)s parts.", most=most), fix=how)
    return [*parts, *[""] * (most - len(parts))]


def _joined(*parts: str) -> str:
    return _PARTS.join(parts).rstrip("| ")


def _action(text: str, _before: object) -> Action:
    """Read what was done; its day stands behind a bar, or in the text behind วันที่."""
    what, day = _in_parts(text, 2, _ACTION_HOW)
    return Action(text=what, on=read_day(day) if day else day_in(what))


def _proof(text: str, _before: object) -> Proof:
    what, address, day = _in_parts(text, 3, _PROOF_HOW)
    return Proof(what=what, address=address, dated=read_day(day) if day else None)


def _signature(text: str, _before: object) -> Signature:
    parts = _in_parts(text, len(_SIGNATURE), _SIGNATURE_HOW)
    return Signature(**dict(zip(_SIGNATURE, parts, strict=True)))


def _day_out(day: date | None) -> str:
    return "" if day is None else thai_date(day)


def _period_out(period: Period) -> str:
    first, last = period
    if first == last:
        return short_month(first)
    return f"{short_month(first)} - {short_month(last)}"


_TEXT = _Way(str, lambda text, _before: text)
_CODES = _Way(str, _code, _CODE_HOW)
_WAYS: Mapping[str, _Way] = {
    "kind": _Way(lambda kind: KINDS.get(kind, kind), _kind, _KIND_HOW),
    "dated": _Way(_day_out, _day, _DAY_HOW),
    "years": _Way(lambda year: f"{year.year} {ROLES[year.role]}", _year, _YEAR_HOW),
    "scores": _Way(_score_out, _score, _SCORE_HOW),
    "names": _Way(lambda name: f"{name.code} {name.name}".strip(), _named_code, _NAME_HOW),
    **dict.fromkeys(("weak", "keep", "answers", "cures"), _CODES),
    "citations": _Way(
        lambda citation: f"{citation.item} {citation.code}".strip(), _citation, _CITATION_HOW
    ),
    "indicator": _Way(str, _indicator, _INDICATOR_HOW),
    "period": _Way(_period_out, _period, _PERIOD_HOW),
    "state": _Way(WORDS_OF_STATES.__getitem__, _state, _STATE_HOW),
    "actions": _Way(lambda each: _joined(each.text, _day_out(each.on)), _action, _ACTION_HOW),
    "proofs": _Way(
        lambda each: _joined(each.what, each.address, _day_out(each.dated)), _proof, _PROOF_HOW
    ),
    "signatures": _Way(
        lambda each: _joined(*(getattr(each, name) for name in _SIGNATURE)),
        _signature,
        _SIGNATURE_HOW,
    ),
}
