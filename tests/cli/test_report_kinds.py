"""Every kind of document from one plan, an office's own layout and template, and drafts."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from prongsai.formats.kinds import KINDS
from tests.cli.conftest import DEMO, Run


@pytest.fixture
def plan(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    files = (DEMO / "na-khok.csv", "--agency", DEMO / "na-khok.yaml")
    assert run("plan", *files, "--edition", "nacc-2564", "-o", path).code == 0
    return path


def words(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_in_every_way(run: Run, plan: Path, kind: str) -> None:
    outputs = [plan.with_name(f"{kind}{ending}") for ending in (".docx", ".pdf", ".html")]

    code, _, refused = run("report", plan, "--kind", kind, *[x for o in outputs for x in ("-o", o)])

    assert (code, refused) == (0, "")
    assert [path.read_bytes()[:4] for path in outputs] == [b"PK\x03\x04", b"%PDF", b"<!DO"]


def test_the_tables_come_as_a_workbook_and_as_one_csv_each(run: Run, plan: Path) -> None:
    book, table = plan.with_name("t.xlsx"), plan.with_name("t.csv")

    assert run("report", plan, "--kind", "memo", "-o", book, "-o", table).code == 0

    assert book.read_bytes()[:2] == b"PK"
    assert sorted(path.name for path in plan.parent.glob("t*.csv")) == ["t-1.csv", "t-2.csv"]


def test_digits_and_months_can_be_chosen_for_one_document(run: Run, plan: Path) -> None:
    path = plan.with_name("memo.docx")

    run("report", plan, "--kind", "memo", "--digits", "arabic", "--months", "long", "-o", path)

    cells = [cell.text for row in docx.Document(str(path)).tables[1].rows for cell in row.cells]
    assert "82.84" in words(path)
    assert "ตุลาคม - ธันวาคม 2565" in cells


def test_an_office_has_its_own_layout(run: Run, plan: Path) -> None:
    layout, path = plan.with_name("office.yaml"), plan.with_name("office.docx")
    assert run("template", "layout", "-o", layout).code == 0

    assert run("report", plan, "--layout", layout, "-o", path).code == 0

    assert [cell.text for cell in docx.Document(str(path)).tables[0].rows[0].cells] == [
        "มาตรการ/แนวทาง",
        "วิธีการดำเนินการ",
        "ผู้รับผิดชอบ",
        "ระยะเวลาดำเนินการ",
        "การติดตามผล",
    ]


def test_an_office_has_its_own_word_template(run: Run, plan: Path) -> None:
    template, path = plan.with_name("own.docx"), plan.with_name("filled.docx")
    own = docx.Document()
    own.add_paragraph("{{ agency }} {{ total }}")
    own.save(str(template))

    assert run("report", plan, "--template", template, "-o", path).code == 0

    assert words(path) == "องค์การบริหารส่วนตำบลนาโคก ๘๒.๘๔"


def test_a_template_makes_word_files_only_and_excludes_a_kind(run: Run, plan: Path) -> None:
    pdf = plan.with_name("own.pdf")
    both = ("--template", plan, "--kind", "memo")

    assert run("report", plan, "--template", plan, "-o", pdf, "--lang", "en").refused == (
        f"{pdf}: the ending .pdf is not known. Use one of .docx.\n"
    )
    assert "cannot both be given" in run("report", plan, *both, "-o", pdf, "--lang", "en").refused


def test_what_must_be_mended_is_a_draft(run: Run, plan: Path) -> None:
    page = plan.with_name("plan.html")
    plan.write_text(
        plan.read_text("utf-8")
        .replace("    lead: ", "    lead: '' #", 1)
        .replace("    lead: '' #", "    lead: ''\n    #", 1),
        "utf-8",
    )

    code, _, told = run("report", plan, "--kind", "plan", "-o", page, "--lang", "en")

    assert code == 0
    assert f"This is a draft: prongsai check {plan} says why.\n" in told
    assert '<p class="stamp">ฉบับร่าง</p>' in page.read_text("utf-8")


def test_a_picture_that_is_not_there_stops_the_report(run: Run, plan: Path) -> None:
    plan.write_text(plan.read_text("utf-8").replace("  units:", "  emblem: no.png\n  units:", 1))

    refused = run("report", plan, "-o", plan.with_name("x.html"), "--lang", "en").refused

    assert refused.startswith("plan.yaml › agency › emblem › no.png: The file cannot be read")
    assert not plan.with_name("x.html").exists()
