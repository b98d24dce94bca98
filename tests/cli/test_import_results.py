"""`prongsai import-results`: what it saves, what it says, and that a bad table saves nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from prongsai.foundation.agencies import scope
from prongsai.stages.cycles.models import ResultSet
from tests.cli.conftest import Run
from tests.factories.people import an_agency

pytestmark = pytest.mark.django_db

HEAD = "agency,fiscal_year,1,2"


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prongsai.cli.import_results.open_as_it_is", lambda: None)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Write two rows: one of an agency that is here, one of nobody."""
    path = tmp_path / "ทั่วประเทศ.csv"
    path.write_text(f"{HEAD}\n00101,2567,90,85.5\n99999,2567,70,70\n", "utf-8")
    an_agency("อบต.หนึ่ง", code="00101")
    return path


def saved() -> int:
    with scope.everywhere():
        return ResultSet.objects.count()


def test_it_says_how_many_were_saved_and_who_was_left_out_and_why(run: Run, table: Path) -> None:
    done = run("import-results", table, "--open", "--lang", "en")
    assert done.printed == ("Results saved: 1. Saved from this table before: 0. Left out: 1.\n")
    assert done.refused == (
        "row 3 › 99999: No agency here has this code or this name."
        " Open it with prongsai init, or mend the table.\n"
    )
    assert (done.code, saved()) == (1, 1)


def test_it_says_so_in_thai(run: Run, table: Path) -> None:
    done = run("import-results", table, "--lang", "th")
    assert done.printed == (
        "บันทึกผลคะแนนแล้ว 0 หน่วยงาน บันทึกจากตารางนี้ไว้ก่อนแล้ว 0 หน่วยงาน ไม่ได้บันทึก 2 หน่วยงาน\n"
    )
    assert done.refused.splitlines()[0] == (
        "แถวที่ 2 › 00101: หน่วยงานยังไม่ได้เปิดปีงบประมาณ 2567"
        " ให้หน่วยงานเปิดปีงบประมาณเอง หรือใช้ --open เพื่อเปิดให้ทุกหน่วยงานในตาราง"
    )
    assert (done.code, saved()) == (1, 0)


def test_a_second_call_saves_nothing_twice(run: Run, table: Path) -> None:
    table.write_text(f"{HEAD}\n00101,2567,90,85.5\n", "utf-8")
    codes = [run("import-results", table, "--open", "--lang", "en") for _ in range(2)]
    assert [each.printed for each in codes] == [
        "Results saved: 1. Saved from this table before: 0. Left out: 0.\n",
        "Results saved: 0. Saved from this table before: 1. Left out: 0.\n",
    ]
    assert ([each.code for each in codes], saved()) == ([0, 0], 1)


def test_a_table_with_something_wrong_further_down_saves_nothing(run: Run, table: Path) -> None:
    table.write_text(f"{HEAD}\n00101,2567,90,85.5\n00102,2567,190,1\n", "utf-8")
    done = run("import-results", table, "--open", "--lang", "en")
    assert done.refused.startswith("ทั่วประเทศ.csv › row 3 › column 1: ")
    assert (done.code, done.printed, saved()) == (2, "", 0)
