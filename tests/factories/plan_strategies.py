"""Plans of every kind that a file can hold, for Hypothesis."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from prongsai.core.documents.papers import Paper, Signature
from prongsai.core.measures.model import Agency, Measure, Month, Plan
from prongsai.core.results import Result, ResultSheet
from prongsai.core.thai.style import Style
from prongsai.core.thai.text import normalise
from prongsai.core.tracking import NOTHING_SAID, Action, Progress, Proof, State

LETTERS = st.characters(exclude_categories=["Cs"])
THAI = st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B)
ODD = ["2567", "1e5", "65.63", "2567-01-31", "yes", "nUll", "TRUE", "~", "- ก", "# ก", "ก #ข"]
WRITTEN = st.one_of(
    st.sampled_from([*ODD, "ก: ข", '"ก', "'ก'", "[ก", "{ก}", "&ก", "*ก", "!ก", "%ก", "@ก", "| ก"]),
    st.text(st.one_of(LETTERS, THAI, st.sampled_from(" :#-'\"\\,[]{}\n")), max_size=40),
)
texts = WRITTEN.map(normalise)
some_text = texts.filter(bool)
lists = st.lists(some_text, max_size=3).map(tuple)
months = st.builds(Month, st.integers(2565, 2575), st.integers(1, 12))
scores = st.none() | st.decimals(0, 100, places=2)
results = st.builds(
    Result,
    code=some_text,
    part=st.none() | some_text,
    score=scores,
    weak=st.booleans(),
    note=texts,
)
sheets = st.lists(results, max_size=3).map(lambda rows: ResultSheet(tuple(rows)))
measures = st.builds(
    Measure,
    key=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9.-]{0,9}", fullmatch=True),
    title=texts,
    answers=lists,
    steps=lists,
    lead=texts,
    support=lists,
    period=st.none() | st.tuples(months, months),
    follow_up=texts,
    cures=lists,
    evidence=lists,
)
agencies = st.builds(
    Agency,
    name=texts,
    district=texts,
    province=texts,
    telephone=texts,
    email=texts,
    website=texts,
    units=st.dictionaries(some_text, some_text, max_size=2).map(lambda units: tuple(units.items())),
)
plans = st.builds(
    Plan,
    agency=agencies,
    edition=some_text,
    result_year=st.just(2570),
    plan_year=st.integers(2571, 2573),
    results=sheets,
    previous=sheets,
    previous_edition=some_text,
    history=st.dictionaries(st.integers(2550, 2569), scores).map(lambda h: tuple(h.items())),
    measures=st.lists(measures, max_size=2, unique_by=lambda each: each.key).map(tuple),
    style=st.builds(
        Style, thai_digits=st.booleans(), long_months=st.booleans(), catchword=st.booleans()
    ),
)
days = st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31))
progresses = st.builds(
    Progress,
    state=st.none() | st.sampled_from(State),
    actions=st.lists(st.builds(Action, text=some_text, on=days), max_size=2).map(tuple),
    output=lists,
    outcome=lists,
    proofs=st.lists(st.builds(Proof, what=some_text, address=texts, dated=days), max_size=2).map(
        tuple
    ),
).filter(lambda progress: progress != NOTHING_SAID)
papers = st.builds(
    Paper,
    unit=texts,
    number=texts,
    dated=days,
    subject=texts,
    to=texts,
    meeting=texts,
    signatures=st.lists(
        st.builds(
            Signature,
            name=texts,
            rank=texts,
            position=texts,
            capacity=texts,
            acting=texts,
            opinion=texts,
        ),
        max_size=2,
    ).map(tuple),
)
