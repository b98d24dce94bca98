"""Progress, papers and pictures stand in the plan's file, and are read back the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.documents.papers import Paper, Signature
from prongsai.core.errors import Refusal
from prongsai.core.thai.text import normalise
from prongsai.core.tracking import Action, Progress, Proof, State
from prongsai.formats.kinds import KINDS
from prongsai.formats.plan_file import PlanFile, read_plan, write_plan
from tests.factories.documents import readable
from tests.factories.measures import measure, plan

texts = readable.map(lambda text: normalise(text.replace("\n", " ")))
some_text = texts.filter(bool)
days = st.none() | st.dates(date(1950, 1, 1), date(2190, 1, 1))
progress = st.builds(
    Progress,
    state=st.none() | st.sampled_from(State),
    actions=st.lists(st.builds(Action, text=some_text, on=days), max_size=2).map(tuple),
    output=st.lists(some_text, max_size=2).map(tuple),
    outcome=st.lists(some_text, max_size=2).map(tuple),
    proofs=st.lists(st.builds(Proof, what=some_text, address=texts, dated=days), max_size=2).map(
        tuple
    ),
)
signatures = st.builds(Signature, name=texts, rank=texts, position=texts, opinion=texts)
papers = st.dictionaries(
    st.sampled_from(sorted(KINDS)),
    st.builds(
        Paper,
        number=texts,
        subject=texts,
        dated=days,
        signatures=st.lists(signatures, max_size=3).map(tuple),
    ),
    max_size=2,
)


@given(progress, papers)
def test_what_was_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, said: Progress, given_papers: dict[str, Paper]
) -> None:
    path = tmp_path_factory.mktemp("plan") / "plan.yaml"
    whole = plan(measures=(measure(),))
    told = {measure().key: said} if said != Progress() else {}
    file = PlanFile(plan=whole, progress=told, papers=given_papers, pictures={"emblem": "e.png"})

    path.write_text(write_plan(file), "utf-8")

    assert read_plan(path) == file


def edited(tmp_path: Path, below_the_measure: str, papers: str = "") -> PlanFile:
    text = write_plan(PlanFile(plan=plan(measures=(measure(),))))
    text = text.replace("\nresults:", f"{below_the_measure}\nresults:", 1)
    path = tmp_path / "plan.yaml"
    path.write_text(text.replace("\nmeasures:", f"{papers}\nmeasures:", 1), "utf-8")
    return read_plan(path)


def test_a_state_may_be_written_in_the_words_of_the_tick_columns(tmp_path: Path) -> None:
    file = edited(tmp_path, "    progress: {state: ดำเนินการแล้ว}\n")

    assert file.progress == {measure().key: Progress(state=State.DONE)}


@pytest.mark.parametrize(
    ("below", "papers", "refusal"),
    [
        ("    progress: {state: เสร็จ}\n", "", "“เสร็จ” is no state of a measure."),
        ("    progress: {actions: [{on: วันก่อน, text: ประชุม}]}\n", "", "วันก่อน is no day."),
        ("    progress: {actions: [{on: 1 ม.ค. 2567}]}\n", "", "text: This field is missing."),
        ("    progress: {percent: 7}\n", "", "percent: This field is not known here."),
        ("", "papers: {letter: {number: x}}\n", "No kind of document is called letter."),
        ("", "papers: {memo: {dated: 31 ก.พ. 2567}}\n", "31 ก.พ. 2567 is no day."),
        ("", "papers: {memo: {signatures: [{age: x}]}}\n", "age: This field is not known here."),
    ],
)
def test_a_slip_is_refused_at_its_place(
    tmp_path: Path, below: str, papers: str, refusal: str
) -> None:
    with pytest.raises(Refusal) as caught:
        edited(tmp_path, below, papers)

    assert refusal in str(caught.value)
