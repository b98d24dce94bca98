"""A person sees the document beside what was read of it, and nothing of it can do harm."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from datetime import date
from hashlib import sha256
from html import escape, unescape
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.core.checks.model import Problem, Severity
from prongsai.core.documents.papers import Signature
from prongsai.core.readings.corrections import Correction
from prongsai.core.readings.model import Place, Reading
from prongsai.core.readings.source import Cell, Source, SourceTable, Text
from prongsai.core.sentences import say
from prongsai.formats.interface import LANGUAGES, catalogue
from prongsai.formats.write_reading_page import reading_page
from tests.factories.documents import without_spaces
from tests.factories.readings import full_reading, read, read_measure, row_place, unsure

BAD = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;"
SOURCE = Source(
    blocks=(
        Text(text="บันทึกข้อความ\nที่ สม 1/- ๑ ธ.ค. ๗๐ ขออนุมัติ", place=Place(line=1)),
        SourceTable(
            headings=("มาตรการ", "", "เวลา"),
            rows=(
                (
                    Cell(text="1. มาตรการ 1", place=row_place(1, "มาตรการ")),
                    Cell(text="", place=row_place(1)),
                    Cell(text="ม.ค.-มี.ค. ๗๑", place=row_place(1, "เวลา")),
                ),
            ),
            place=Place(table=1),
        ),
    )
)


def problem(what: str, place: Place, severity: Severity = Severity.MUST) -> Problem:
    return Problem(
        rule="a_rule",
        place=place,
        what=say("There is no “%(written)s”.", written=what),
        expected=say("Type the word anew."),
        severity=severity,
    )


FOUND = (
    problem("มาตรการ 1", row_place(1, "มาตรการ")),
    problem("อื่น", Place(line=1), Severity.LOOK),
    problem("ไม่มีที่", Place()),
)


def page(
    reading: Reading | None = None,
    source: Source = SOURCE,
    language: str = "en",
    answers: tuple[Correction, ...] = (),
) -> str:
    shown = full_reading() if reading is None else reading
    return reading_page(source, shown, FOUND, catalogue(language), answers, "แผน.docx")


def inside(html: str, start: str, end: str) -> str:
    """Return the text between two marks of a page, without its elements and its signs."""
    part = html.partition(start)[2].partition(end)[0]
    unseen = r'<span class="(?:sign|unseen)[^<]*</span>|<a class="flag".*?</a>'
    return unescape(re.sub(r"<br>|<[^>]+>", "", re.sub(unseen, "", part)))


def test_the_source_stands_there_whole_and_in_its_order() -> None:
    left = inside(page(), 'id="source-title">', "</section>")

    assert without_spaces(left) == without_spaces(
        "The document บันทึกข้อความ ที่ สม 1/- ๑ ธ.ค. ๗๐ ขออนุมัติ"
        " Table 1 มาตรการ เวลา 1 1. มาตรการ 1 ม.ค.-มี.ค. ๗๑"
    )


def test_words_are_marked_at_their_place_by_how_sure_they_are() -> None:
    line = Place(line=1)
    reading = Reading(
        number=read("สม 1/-", "ที่ สม 1/-", line),
        dated=unsure(date(2027, 12, 1), "๑ ธ.ค. ๗๐", line),
        measures=(read_measure(),),
    )
    left = page(reading).partition('id="source-title">')[2].partition("</section>")[0]

    assert re.findall(r'class="m (\w+)"[^>]*>([^<]*)', left) == [
        ("sure", "ที่ สม 1/-"),
        ("ask", "๑ ธ.ค. ๗๐"),
        ("wrong", "1. มาตรการ 1"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_has_its_goal_and_every_goal_stands_once(language: str) -> None:
    html = page(language=language)
    goals = Counter(re.findall(r' id="([^"]+)"', html))

    assert [goal for goal, often in goals.items() if often > 1] == []
    assert [link for link in re.findall(r'href="#([^"]*)"', html) if link not in goals] == []
    assert f'<html lang="{language}">' in html


def test_values_stand_with_how_sure_they_are_why_and_their_place() -> None:
    reading = Reading(subject=unsure("ขออนุมัติ", "ขออนุมัติ", Place(line=1)))
    value = inside(page(reading), '<p class="name">', '<div class="answer">')

    assert " ".join(value.split()) == (
        "Subject ขออนุมัติ to be answered by a person The cell has several periods. line 1"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ข้อ i๗", ["Read from: “ข้อ i๗”"]),
        ("ข้อ i7", []),
        ("ย" * 200, ["Read from: “" + "ย" * 160 + "…”"]),
    ],
)
def test_what_was_read_from_other_words_says_from_which(words: str, told: list[str]) -> None:
    html = page(Reading(weak=(read("i7", words, Place(line=1)),)))

    assert re.findall('<p class="read">([^<]*)', html) == told
    assert f'data-at="weak/i7" data-was="{words}"' in html
    assert 'data-was="' not in page(Reading(weak=(read("i7", "i7"),)))


def test_the_top_counts_what_is_sure_and_lists_what_is_asked_and_wrong() -> None:
    reading = Reading(subject=unsure("ขออนุมัติ", "ขออนุมัติ", Place(line=1)), measures=(read_measure(),))
    top = " ".join(inside(page(reading), "<nav>", "</header>").split())

    assert top == (
        "To the document · To what was read"
        " 0 certain 0 likely, to be looked at 2 to be answered by a person 1 found by the checks"
        " To be answered (2) Subject: ขออนุมัติ"
        " Measure in table 1, row 1 › Period: the document says nothing"
        " Found by the checks (3)"
        " must mend line 11 › table 1 › row 1 › มาตรการ There is no “มาตรการ 1”."
        " → Type the word anew. Correct it: Measure in table 1, row 1 › Title of the measure"
        " look at line 1 There is no “อื่น”. → Type the word anew."
        " must mend There is no “ไม่มีที่”. → Type the word anew."
    )


def test_a_document_without_problems_says_so() -> None:
    html = reading_page(SOURCE, Reading(), (), catalogue("en"))

    assert "The checks found nothing." in html
    assert "<title>What was read of the document</title>" in html


def test_pages_of_which_nothing_was_read_are_told_first() -> None:
    top = inside(page(Reading(unread=(2, 5))), "<nav>", "</header>")

    assert "Pages without text, of which nothing was read: 2, 5" in top
    assert "Pages without text" not in page(Reading())


def test_hidden_sheets_are_told_at_the_top() -> None:
    top = inside(page(Reading(hidden=("ปีก่อน", "<b>"))), "<nav>", "</header>")

    told = "Hidden sheets, of which nothing was read: ปีก่อน, <b>."
    assert f"{told} If one counts, show it in the workbook, and read that anew." in top
    assert "Hidden sheets" not in page(Reading())


def test_answers_that_there_are_stand_in_their_inputs() -> None:
    answers = (
        Correction(at="dated", was="๑ ธ.ค. ๗๐", be="2 ธ.ค. 2570"),
        Correction(at="subject", was="ขออนุมัติ", be=""),
        Correction(at="weak/+", be="o9"),
    )
    html = page(answers=answers)

    assert 'type="text" value="2 ธ.ค. 2570"' in html
    assert "A person says: 2 ธ.ค. 2570" in html
    assert "A person says: it is not in the document." in html
    assert '<input type="checkbox" checked>' in html
    assert "<li>weak/+: o9</li>" in html
    assert '"kept": [{"at": "weak/+", "was": "", "be": "o9"}]' in html
    assert "Answered by a person: 2" in html


def test_of_several_new_entries_none_is_lost() -> None:
    at = "measures/table-1-row-1/steps/+"
    asked = Reading(measures=(read_measure(asked=frozenset({"title", "steps"})),))

    html = page(asked, answers=tuple(Correction(at=at, be=step) for step in ("ก", "ข")))

    assert f'"kept": [{{"at": "{at}", "was": "", "be": "ก"}}]' in html
    assert ">ข</textarea>" in html


def test_the_same_name_in_many_places_is_told_once() -> None:
    named = tuple(read("อบต.ตัวอย่าง", "อบต.ตัวอย่าง", Place(line=1)) for _ in range(12))

    assert page(Reading(agencies=named)).count("<summary>The same in 11 more places</summary>") == 1


def test_in_the_row_of_a_measure_the_column_tells_where() -> None:
    lead = (
        read("ก", "ก", row_place(1, "หน่วยงาน")),
        read("ข", "ข", row_place(1)),
        read("ค", "ค", row_place(2, "หน่วยงาน")),
    )
    html = page(Reading(measures=(read_measure(lead=lead),)))

    links = re.findall('class="to" href="#[bw][0-9]+">([^<]*)', html.partition("Lead unit")[2])
    assert links[:2] == ["หน่วยงาน", "line 11 › table 1 › row 1"]


def test_pages_of_the_source_are_marked_where_they_begin() -> None:
    blocks = tuple(Text(text="ก", place=Place(page=n, line=1)) for n in (1, 1, 2))

    assert re.findall(r'<p class="page">([^<]*)', page(source=Source(blocks=blocks))) == [
        "page 1",
        "page 2",
    ]


def test_a_plan_of_ours_has_no_source_and_is_shown_all_the_same() -> None:
    own = Reading(subject=read("ก", "ก", Place(path=("papers", "memo", "subject"))))

    html = page(own, Source())
    assert '<p class="value">ก</p>' in html
    assert inside(html, 'id="source-title">', "</section>").split("\n")[1] == (
        "The document itself is not at hand here."
    )


def test_what_was_read_of_several_texts_is_marked_where_it_begins() -> None:
    blocks = tuple(
        Text(text=text, place=Place(line=n))
        for n, text in enumerate(("(นายสมมติ ใจดี)", "ปลัดเทศบาล", "อื่น"), start=1)
    )
    words = "(นายสมมติ  ใจดี) ปลัดเทศบาล"
    signed = read(Signature(name="นายสมมติ ใจดี", position="ปลัดเทศบาล"), words, Place(line=1))
    html = page(
        Reading(signatures=(signed, replace(signed, place=Place(line=3)))), Source(blocks=blocks)
    )

    assert re.findall(r'<p id="(b\d)"[^>]*><span id="(w\d)">', html) == [("b1", "w1")]
    assert re.findall(r'class="to" href="#([bw]\d)"', html) == ["w1", "b3"]


def test_in_a_file_without_lines_words_are_found_by_what_they_are() -> None:
    texts = ("อบต.ตัวอย่าง", "ที่อบต.ตัวอย่าง", "อบต.ตัวอยาง")
    source = Source(blocks=tuple(Text(text=text, place=Place()) for text in texts))
    named = tuple(read(texts[n], texts[n], Place()) for n in (0, 0, 2))
    found = (problem("อบต.ตัวอยาง", Place()), problem("สั้น", Place()))
    html = reading_page(source, Reading(agencies=(*named, read("ก", "ฮ", Place()))), found, {})

    assert re.findall(r'<p id="(b\d)"[^>]*>(?:ที่)?<span id="(w\d)">', html) == [
        *(("b1", "w1"), ("b2", "w2"), ("b3", "w3"))
    ]
    assert re.findall(r'href="#([bw]\d)">([^<]*)', html) == [
        ("b3", "where it stands"),
        *((f"w{n}", "where it stands") for n in (1, 3, 2)),
    ]


def test_a_problem_of_a_whole_table_stands_at_its_beginning() -> None:
    found = (problem("ตาราง", Place(table=1)), problem("หน้า", Place(page=7)))
    html = reading_page(SOURCE, Reading(), found, catalogue("en"))

    assert re.findall(r'href="#(b\d+)">([^<]*)', html) == [("b2", "table 1")]


def test_what_a_measure_is_called_by_its_place_in_the_document() -> None:
    measures = tuple(read_measure(place=Place()) for _ in range(2))

    assert re.findall("<h4>([^<]*)", page(Reading(measures=measures))) == [
        "Measure at position 1",
        "Measure at position 2",
    ]


def test_nothing_of_a_document_is_more_than_text() -> None:
    place = Place(line=1)
    reading = Reading(
        subject=unsure(BAD, BAD, place),
        agencies=(read(BAD, "ก", place),),
        weak=(read(BAD, BAD, place),),
        measures=(read_measure(key=BAD, number=read(BAD, BAD)),),
    )
    cell = Cell(text=BAD, place=row_place(1, BAD))
    table = SourceTable(headings=(BAD,), rows=((cell,),), place=Place(table=1))
    source = Source(blocks=(Text(text=BAD, place=place), table))
    kept = (Correction(at=BAD, was=BAD, be=BAD),)
    html = reading_page(source, reading, (problem(BAD, place),), catalogue("th"), kept, BAD)

    assert re.findall("<(script|img)[^>]*>", html) == ["script", "script"]
    assert escape(BAD) in html
    assert "onerror=alert(1)>" not in html.replace(escape(BAD), "").partition("<script")[0]


@settings(max_examples=30)
@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_stands_in_the_source_as_it_is(text: str, words: str) -> None:
    place = Place(line=1)
    source = Source(blocks=(Text(text=text, place=place),))
    html = page(Reading(subject=unsure(words, words, place)), source)
    left = inside(html, 'id="source-title">', "</section>")

    assert without_spaces(left) == without_spaces(f"The document {text}")


def test_only_our_script_and_our_style_sheet_may_run_and_nothing_is_fetched() -> None:
    html = page()
    style = html.partition("<style>")[2].partition("</style>")[0]
    script = html.rpartition("<script>")[2].partition("</script>")[0]

    assert f'content="{policy(style, script)}"' in html
    assert re.findall(r'(?:src|href)="(?!#)[^"]*', html) == []


def policy(style: str, script: str) -> str:
    digests = [b64encode(sha256(each.encode()).digest()).decode() for each in (style, script)]
    return (
        "default-src 'none'; style-src 'sha256-{}'; font-src data:; script-src 'sha256-{}';"
        " base-uri 'none'; form-action 'none'".format(*digests)
    )


def test_a_hostile_text_of_10_megabytes_is_shown_in_time() -> None:
    place = Place(line=1)
    source = Source(blocks=(Text(text="<b>" * 3_500_000, place=place),))
    reading = Reading(weak=tuple(read("i7", f"ข้อ {n}", place) for n in range(20)))
    start = perf_counter()

    assert len(page(reading, source)) > 10_000_000
    assert perf_counter() - start < 20  # two seconds on a quiet machine
