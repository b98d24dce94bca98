"""Papers in a file: what is read, what is written, what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.documents.papers import BLANK, Paper, Signature
from prongsai.core.editions.node import Node, Notes
from prongsai.formats.kinds import KINDS
from prongsai.formats.paper_fields import Papers, papers_of, papers_out

FULL = {
    "memo": Paper(
        unit="งานนิติการ",
        number="ทส 70001/15",
        dated=date(2024, 2, 1),
        subject="ขออนุมัติ",
        to="นายก",
        signatures=(Signature(rank="ร.อ.", name="นายหนึ่ง", position="ปลัด"), Signature()),
    ),
    "meeting": Paper(meeting="ครั้งที่ 2/2567"),
}
FIELDS = {
    "memo": {
        "unit": "งานนิติการ",
        "number": "ทส 70001/15",
        "subject": "ขออนุมัติ",
        "to": "นายก",
        "dated": "1 กุมภาพันธ์ 2567",
        "signatures": [{"name": "นายหนึ่ง", "rank": "ร.อ.", "position": "ปลัด"}, {}],
    },
    "meeting": {"meeting": "ครั้งที่ 2/2567"},
}


def read(value: object) -> tuple[Papers, list[str]]:
    notes = Notes()
    papers = papers_of(Node(value, ("papers",), notes))
    return papers, [str(refusal) for refusal in notes.refusals]


def test_papers_are_written_and_read_back() -> None:
    assert papers_out(FULL) == FIELDS
    assert read(FIELDS) == (FULL, [])


@pytest.mark.parametrize(
    ("fields", "papers"),
    [
        (None, {}),
        ({}, {}),
        ({"memo": {}}, {"memo": BLANK}),
        ({"memo": {"to": ""}}, {"memo": BLANK}),
    ],
)
def test_what_is_empty_is_not_said(fields: object, papers: Papers) -> None:
    assert read(fields) == (papers, [])
    assert papers_out({"memo": BLANK}) == {"memo": {}}


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        (
            {"letter": {}},
            f"letter: No kind of document is called letter. The kinds are: {', '.join(KINDS)}.",
        ),
        (
            {"memo": {"dated": "31 กุมภาพันธ์ 2567"}},
            (
                "memo › dated: 31 กุมภาพันธ์ 2567 is no day."
                " Write year-month-day; the year may be B.E. or A.D."
            ),
        ),
        (
            {"memo": {"number": 15}},
            (
                "memo › number: Expected a text, found 15."
                " Write a text here, in quotation marks if it looks like a number."
            ),
        ),
        (
            {"memo": {"signatures": [{"position": "ปลัด", "title": "x"}]}},
            (
                "memo › signatures › ปลัด › title: This field is not known here."
                " Allowed: name, rank, position, capacity, acting, opinion."
            ),
        ),
    ],
)
def test_a_mistake_is_refused_at_its_place(fields: dict[str, object], refusal: str) -> None:
    assert read(fields)[1] == [f"papers › {refusal}"]
