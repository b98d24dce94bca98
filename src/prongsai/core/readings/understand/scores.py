"""The scores and names that a document states: in tables, in labels, and in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from prongsai.core.editions.model import CHECKLIST, TOTAL
from prongsai.core.readings.model import Certainty, NamedCode, Place, Said, StatedScore
from prongsai.core.readings.source import Cell, SourceTable, Text
from prongsai.core.readings.understand.codes import CODES
from prongsai.core.readings.understand.figures import HIGHEST, Figure, figure_of, figures_in
from prongsai.core.readings.understand.frame import Frame, Guess
from prongsai.core.readings.understand.item_names import begins_sentence, of_sentence
from prongsai.core.readings.understand.items import Named, items_before, items_in
from prongsai.core.readings.understand.other_assessments import (
    OF_OTHER,
    is_of_other,
    is_of_others,
)
from prongsai.core.readings.understand.rows import Label, Row
from prongsai.core.readings.understand.score_cells import score_cells
from prongsai.core.readings.understand.spelled import SPELLED, TOTAL_WORDS, named, part_of
from prongsai.core.readings.understand.spoken_years import (
    SpokenYear,
    of_several_years,
    spoken_year,
)
from prongsai.core.readings.understand.told_items import TOLD_IN_WORDS
from prongsai.core.readings.understand.total_rows import is_total_row, level_in, total_in
from prongsai.core.results import WEAK_WORDS, key_of, name_of
from prongsai.core.sentences import say
from prongsai.core.thai.near import nearly
from prongsai.core.thai.numerals import to_arabic_digits

SaidScore = Said[StatedScore]
SaidName = Said[NamedCode]

_IN_TEXT = re.compile(
    rf"(?<![0-9.,])(?P<before>[0-9]{{1,3}}(?:\.[0-9]{{1,6}})?)\s*{nearly('คะแนน')}"
    r"|คะแนน(?:รวม|เฉลี่ย|ภาพรวม)*\s*(?:คือ|เท่ากับ|=|:|(?:คิดเป็น)?\s*ร้อยละ)?\s*(?P<behind>[0-9]{1,3}\.[0-9]{1,6})(?![0-9])"
)
_GOT = re.compile(
    r"ได้(?:รับ)?\s*คะแนน(?P<what>[^0-9]{0,40}?)(?P<score>[0-9]{1,3}(?:\.[0-9]{1,6})?)\s*คะแนน"
)
# The pass mark, what would be, a difference: numbers of points that are nobody's score.
_MARK_OR_IF = re.compile("เกณฑ์|หาก|ถ้า|สมมติ(?:ว่า|ให้|ฐาน)|จะเป็น|จะได้|จะมี")
# เพิ่มขึ้น 5 คะแนน, and so behind the year that it is compared with: เพิ่มขึ้นจากปีที่ผ่านมา 5 คะแนน.
_DIFFERENCE = re.compile(
    r"(?:เพิ่มขึ้น|สูงขึ้น|ลดลง|แตกต่าง|ต่างกัน)(?:\s*(?:จาก|กว่า)\s*ปี(?:(?!ได้|มี|คะแนน|เป็น)[^()]){0,40})?\s*$"
    r"|(?:เต็ม|ถึง)\s*$"
)
_ALL = Decimal(100)
_PASSED = {"ผ่าน": _ALL, "มี": _ALL, "ครบถ้วน": _ALL, "ไม่ผ่าน": Decimal(0), "ไม่มี": Decimal(0)}
_NEAR = 50  # letters before a number
_MEAN_OF = 30  # letters between the years that a mean is of and the mean
_NUMBERED_YEAR = re.compile("2[45][0-9]{2}")
_OF_A_YEAR = re.compile(
    r"(?:ปี\S*|พ\.?\s?ศ\.?)\s*(2[45][0-9]{2})\s*\(?\s*(?:ซึ่ง|ที่)?\s*(?:ได้|มี)?\s*(?:คะแนน(?:รวม)?)?\s*$"
)
_OF_INSTRUMENT = re.compile(r"\b(?:IIT|EIT|OIT)\W{0,3}(?:ได้|มี|เท่ากับ|=|:)?(?:รับ)?\s*$")
_SAYS = re.compile("ผลคะแนน|ได้คะแนน|คะแนนรวม|คะแนนเฉลี่ย|คะแนนภาพรวม|ภาพรวม|ระดับ|ผลการประเมิน")
_WORDS = ("อยู่ในระดับ", "ได้ระดับ", "ผลการประเมินระดับ", "ระดับผลการประเมิน")
_LEVEL = rf"(?:{'|'.join(map(nearly, _WORDS))})\s*:?\s*[\"“]?"
_WHOLE_SAID = "คะแนนรวม|ภาพรวม|ผลการประเมิน|เฉลี่ย(?:รวม|ของหน่วยงาน)"
_WHOLE_WORDS = re.compile(_WHOLE_SAID)
# An item or an indicator of which a number behind it speaks, until the words turn to the whole.
_OF_ONE = re.compile(
    rf"(?:{CODES}|ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*[0-9]{{1,2}}(?![0-9]))(?!.*(?:{_WHOLE_SAID}))",
    re.IGNORECASE,
)
_PART_WORD = re.compile(r"\b(?:IIT|EIT|OIT)[\s(\-–]+([A-Za-z]+)")
_YEAR = re.compile(r"(?:ปี\S*|พ\.?\s?ศ\.?|\s)*2[45][0-9]{2}")


def scores_of_row(row: Row, frame: Frame) -> Iterator[SaidScore]:
    """Yield the scores that stand in a row of a table."""
    if row.own_label and row.label is not None and row.label.score:
        yield from _of_label(row.label)
    for of in score_cells(row, frame):
        for said in _scores_in_cell(row, of.cell, frame):
            yield of.year.dated(of.told_of(said, frame))


def _scores_in_cell(row: Row, cell: Cell, frame: Frame) -> Iterator[SaidScore]:
    found = figures_in(cell.text)
    if year := _year_of_row(row):
        for figure in found[:1]:
            value = StatedScore(code=TOTAL, score=figure.score, year=year)
            yield figure.of(Guess(code=TOTAL)).said(value, cell.text, cell.place)
        return
    guesses = [_with_part(each) for each in items_of_row(row, frame)] or whole_row(row, frame)
    if len(guesses) == 1 and guesses[0].code.startswith(frame.prefix(CHECKLIST)):
        found = _of_checklist(cell, found)
    yield from _paired(guesses, found, cell)


def _of_checklist(cell: Cell, found: list[Figure]) -> list[Figure]:
    """Return the score of an item that is there or not: 100 or 0, told by a word or as 1 of 1."""
    told = _PASSED.get("".join(cell.text.split()))
    if told is not None:
        return [Figure(score=told, why=say("The score was read from a word."))]
    if [figure.score for figure in found] == [1]:
        why = say("An item of the checklist has 100 or 0; 1 was taken for all of it.")
        return [Figure(score=_ALL, why=why)]
    return found


def _year_of_row(row: Row) -> int | None:
    """Return the year of a row that has one and names nothing else."""
    text = to_arabic_digits(row.text("year")).strip()
    is_total = not {"item", "item_code", "indicator", "measure"} & set(row.cells)
    return int(text[-4:]) if is_total and _YEAR.fullmatch(text) else None


def scores_told_in_row(row: Row, frame: Frame) -> Iterator[SaidScore]:
    """Yield the score that the output or outcome of a row says its indicator got."""
    for name in ("output", "outcome"):
        told = _GOT.search(to_arabic_digits(" ".join(row.text(name).split())))
        if told is None or not row.indicator or Decimal(told["score"]) > HIGHEST:
            continue
        of = frame.instrument_in(told["what"])
        guess = Guess(
            code=of or row.indicator,
            certainty=Certainty.ASK,
            why=TOLD_IN_WORDS,
        )
        yield _said(guess, Decimal(told["score"]), row.text(name), row.cells[name].place)


def _of_label(label: Label) -> Iterator[SaidScore]:
    if label.indicator is not None:
        figure, guess = figure_of(label.score), _whole(label.indicator, label.part)
        if figure is not None:
            yield _said(figure.of(guess), figure.score, label.words, label.place)


def _with_part(named: Named) -> Guess:
    return _whole(named.guess, named.part)


def _whole(guess: Guess, part: str | None) -> Guess:
    return replace(guess, code=name_of((guess.code, part)))


def whole_row(row: Row, frame: Frame) -> list[Guess]:
    """Return what the score of a row without an item is the score of."""
    if above := _above_items(row.cells["item"], frame) if "item" in row.cells else ():
        return [*above]
    total = total_in(row.all_cells, row.table)
    if total is not None and is_of_others(row.table, frame):
        total = replace(total, certainty=Certainty.ASK, why=OF_OTHER)
    if row.own_label and row.label is not None and row.label.indicator is not None:
        is_total = total is not None and _is_number_alone(row.label, frame)
        return [total if total and is_total else _whole(row.label.indicator, row.label.part)]
    if total is not None:
        return [total]
    first = " ".join(next(iter(row.cells.values())).text.split())
    if spelled := _spelled(first, row, frame):
        return spelled
    instrument = "" if first[:1].isdecimal() else frame.instrument(first)
    part = next(filter(None, map(frame.part, _PART_WORD.findall(first))), None)
    return [Guess(code=name_of((instrument, part)))] if instrument else []


def _is_number_alone(label: Label, frame: Frame) -> bool:
    """Tell whether a label may have but the number of its row: it has no indicator's name."""
    return frame.indicator("", label.name) is None


def _spelled(first: str, row: Row, frame: Frame) -> list[Guess]:
    """Return what a code alone means: 9.2, EIT Public; 9 only where it cannot be an item's."""
    found = SPELLED.fullmatch(to_arabic_digits(first))
    if found is None or not ({"item_code", "item"} & set(row.cells)):
        return []
    number = found.group("group") or ""
    if number.isdecimal() and row.text("item"):
        guess = frame.indicator("", row.text("item"))
        return [guess] if guess is not None and guess.code == number else []
    if number.isdecimal() and not (found.group("part") or _has_wholes(row.table)):
        return []
    return [*named(found, frame)]


def _has_wholes(table: SourceTable) -> bool:
    """Tell whether a table has the score of an instrument or of everything."""
    firsts = [" ".join(cells[0].text.split()) for cells in table.rows]
    spelled = map(SPELLED.fullmatch, firsts)
    return any(first in TOTAL_WORDS for first in firsts) or any(
        each and (each.group("instrument") or each.group("total")) for each in spelled
    )


def _paired(guesses: Sequence[Guess], found: Sequence[Figure], cell: Cell) -> Iterator[SaidScore]:
    """Pair items and scores in their order; where one is left over, a person must say."""
    not_one_each = Guess(
        code="",
        certainty=Certainty.ASK,
        why=say("There are more items than scores in the row, or fewer."),
    )
    for guess, figure in zip(guesses, found, strict=False):
        sure = guess if len(guesses) == len(found) else replace(not_one_each, code=guess.code)
        yield _said(figure.of(sure), figure.score, cell.text, cell.place)


def _said(guess: Guess, score: Decimal, words: str, place: Place) -> SaidScore:
    code, part = key_of(guess.code)
    return guess.said(StatedScore(code=code, score=score, part=part), words, place)


def codes_of_row(row: Row, frame: Frame) -> Iterator[Said[str]]:
    """Yield the names of the items that a row lists, or of what above items it is about."""
    cell = row.first("item", "item_code", "problem")
    if cell is None:
        return
    items = items_of_row(row, frame)
    for each in items:
        yield each.guess.said(_with_part(each).code, each.words, cell.place)
    for guess in () if items else _above_items(cell, frame):
        yield guess.said(guess.code, cell.text, cell.place)


def weak_by_flag(row: Row, frame: Frame) -> Iterator[Said[str]]:
    """Yield what a row of a result sheet has a flag on: there the assessor named it weak."""
    if "".join(row.text("flag").split()).casefold() in WEAK_WORDS:
        codes = [*codes_of_row(row, frame)]
        cell = row.cells["flag"]
        above = [] if codes else whole_row(row, frame)
        yield from codes
        yield from (guess.said(guess.code, cell.text, cell.place) for guess in above)


def _above_items(cell: Cell, frame: Frame) -> tuple[Guess, ...]:
    """Return the indicator, group or instrument that a cell names: ตัวชี้วัดย่อยที่ 9.2, แบบวัด EIT."""
    found = SPELLED.match(to_arabic_digits(" ".join(cell.text.split())))
    return named(found, frame) if found and found.group("above") else ()


def items_of_row(row: Row, frame: Frame) -> tuple[Named, ...]:
    """Return the items that a row lists, with their names."""
    found = _with_letters(row, frame)
    if found or row.bare is None:
        return found
    return (Named(guess=row.bare.guess, name=row.bare.name, words=row.bare.cell.text),)


def _with_letters(row: Row, frame: Frame) -> tuple[Named, ...]:
    code, name = row.text("item_code"), row.text("item")
    if code and not items_in(name, frame, row.instrument, row.indicator):
        part, bare = _apart(code, frame)
        part = part or frame.part(row.text("part")) or None
        guess = frame.item(bare.removeprefix("ข้อ").strip(), row.instrument, row.indicator)
        words = f"{code} {name}"
        return (Named(guess=guess, name=name, words=words, part=part),) if guess else ()
    if not name and not code:
        return items_before(row.text("problem"), frame)
    return items_in(name, frame, row.instrument, row.indicator)


def _apart(code: str, frame: Frame) -> tuple[str | None, str]:
    """Return the part behind a code in brackets, and the code: e3 (EIT Survey)."""
    bare, bracket, behind = code.partition("(")
    part, rest = part_of(bracket + behind, frame)
    return (part, bare.strip()) if part and not rest else (None, code)


def names_of_row(row: Row, frame: Frame) -> Iterator[SaidName]:
    """Yield the codes of a row with the names beside them."""
    label = row.label
    is_named = label is not None and label.name and not is_total_row(row.all_cells)
    if row.own_label and label is not None and label.indicator is not None and is_named:
        value = NamedCode(code=label.indicator.code, name=label.name)
        yield label.indicator.said(value, label.words, label.place)
    cell = row.first("item", "item_code")
    for each in items_of_row(row, frame):
        if each.name and cell is not None:
            value = NamedCode(
                code=each.guess.code, name=each.name, under=row.indicator or row.instrument
            )
            is_doubted = begins_sentence(each.name)
            guess = of_sentence(each.guess, each.name, frame) if is_doubted else each.guess
            yield guess.said(value, each.words, cell.place)


def scores_in_text(text: Text, frame: Frame) -> Iterator[SaidScore]:
    """Yield the totals, and scores of instruments, that a sentence states."""
    flat = " ".join(text.text.split())
    arabic = to_arabic_digits(flat)
    end = 0
    for found in _IN_TEXT.finditer(arabic):
        begins = max(end, found.start() - 160)
        before = arabic[begins : found.start()]
        score = Decimal(found.group("before") or found.group("behind"))
        when = _when(before, frame)
        of = frame.instrument_in(before[-60:])
        says = (
            _SAYS.search(before)
            or found.group("behind")
            or _is_beside(before, when)
            # Items of it may have got 0; all of it never has.
            or (of and score and _OF_INSTRUMENT.search(before))
        )
        is_other = (
            _is_no_score(before[-_NEAR:])
            or _OF_ONE.search(arabic[begins : found.end()])
            or _is_of_indicator(arabic[begins : found.end()], frame)
        )
        if score <= HIGHEST and not is_other and says:
            code = of or TOTAL
            said = Said(
                value=StatedScore(code=code, score=score),
                words=flat[max(end, found.start() - 60) : found.end()].strip(),
                place=text.place,
                certainty=Certainty.SURE if code == TOTAL else Certainty.LIKELY,
            )
            if is_of_other(before):
                said = replace(said, certainty=Certainty.ASK, why=OF_OTHER)
            yield when.dated(said)
        end = found.end()


def _when(before: str, frame: Frame) -> SpokenYear:
    """Return the year that words before a score say, where it is not that of the document."""
    named = _OF_A_YEAR.search(before)
    if named is not None:
        return SpokenYear(number=int(named.group(1)))
    spoken = spoken_year(before[-_NEAR:], frame.result_year)
    return spoken if spoken.ago else SpokenYear()


def _is_of_indicator(text: str, frame: Frame) -> bool:
    """Tell whether a number behind the name of an indicator is its score, and not the whole's."""
    spoken = (found for _, found in frame.indicators_spoken_in(text))
    # The title of an instrument has the name of its indicator: แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT).
    named = [each for each in spoken if not text[: each.start()].rstrip().endswith("แบบวัด")]
    return bool(named) and not _WHOLE_WORDS.search(text, named[-1].end())


def _is_beside(before: str, when: SpokenYear) -> bool:
    """Tell whether a year stands right before a number, which is its score then."""
    return when.time is not None and (not when.ago or before.rstrip().endswith("("))


def _is_no_score(before: str) -> bool:
    is_no_score = _MARK_OR_IF.search(before) is not None or _DIFFERENCE.search(before) is not None
    behind_year = _NUMBERED_YEAR.split(before)[-1]
    return is_no_score or of_several_years(behind_year[-_MEAN_OF:])


def levels_of_row(row: Row, frame: Frame) -> Iterator[Said[str]]:
    """Yield the level of the total where a row of a table of scores states it."""
    cell = level_in(row.all_cells, frame.levels) if "score" in row.table.fields else None
    if cell is not None:
        yield Said(value=cell.text.strip(), words=cell.text, place=cell.place)


def levels_in_text(text: Text, frame: Frame) -> Iterator[Said[str]]:
    """Yield the levels of the total that a sentence states, as written."""
    flat = " ".join(text.text.split())
    titles = "|".join(map(re.escape, frame.levels))
    for found in re.finditer(rf"{_LEVEL}({titles})(?![A-Za-z])", flat) if titles else ():
        yield Said(value=found.group(1), words=found.group(), place=text.place)
