"""Every kind of document, layout and template comes out of the report, or nothing at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from prongsai.cli import main
from prongsai.formats.kinds import KINDS
from tests.cli.conftest import DEMO, Outcome, Run
from tests.factories.office_templates import paragraphs, template

DATED = ("--date", "2024-01-09", "--lang", "en")
LAYOUT = 'key: own\ntitle: "รายงานของเรา"\ncolumns: [{field: title}, {field: period}]\n'


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plan") / "plan.yaml"
    asked = ("plan", DEMO / "na-khok.csv", "--agency", DEMO / "na-khok.yaml", "-o", path)
    assert main([*map(str, asked), "--edition", "nacc-2564"]) == 0
    return path


@pytest.fixture
def plan(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path))


def change(plan: Path, old: str, new: str) -> None:
    text = plan.read_text(encoding="utf-8")
    assert old in text
    plan.write_text(text.replace(old, new, 1), encoding="utf-8")


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def page(run: Run, plan: Path, *asked: object) -> str:
    target = plan.with_name("page.html")
    assert run("report", plan, "-o", target, *DATED, *asked).code == 0
    return target.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_as_word_pdf_and_page(run: Run, plan: Path, kind: str) -> None:
    targets = [plan.with_name(f"{kind}{end}") for end in (".docx", ".pdf", ".html")]
    outputs = [word for target in targets for word in ("-o", target)]

    code, printed, _ = run("report", plan, *outputs, "--kind", kind, *DATED)

    assert (code, printed) == (0, "".join(f"Written: {target}\n" for target in targets))
    assert [target.read_bytes()[:4] for target in targets] == [b"PK\x03\x04", b"%PDF", b"<!DO"]


def test_without_a_kind_it_is_the_analysis(run: Run, plan: Path) -> None:
    assert page(run, plan) == page(run, plan, "--kind", "analysis")
    assert page(run, plan) != page(run, plan, "--kind", "plan")


def test_the_layout_of_an_office_has_its_title(run: Run, plan: Path) -> None:
    own = plan.with_name("own.yaml")
    own.write_text(LAYOUT, encoding="utf-8")

    assert "รายงานของเรา" in page(run, plan, "--layout", own)


def test_the_layout_to_fill_in_is_the_plan_of_measures(run: Run, plan: Path) -> None:
    own = plan.with_name("own.yaml")

    assert run("template", "layout", "-o", own, "--lang", "en") == Outcome(
        0, f"Written: {own}\n", ""
    )
    assert page(run, plan, "--layout", own) == page(run, plan, "--kind", "plan")


def test_the_template_of_an_office_is_filled(run: Run, plan: Path) -> None:
    own, target = plan.with_name("own.docx"), plan.with_name("filled.docx")
    own.write_bytes(template("ของ {{ agency }}"))

    assert run("report", plan, "-o", target, "--template", own, *DATED).code == 0

    assert paragraphs(target.read_bytes()) == ["ของ องค์การบริหารส่วนตำบลนาโคก"]


def test_a_template_makes_word_files_only(run: Run, plan: Path) -> None:
    own, target = plan.with_name("own.docx"), plan.with_name("filled.pdf")
    own.write_bytes(template("ของ {{ agency }}"))

    assert run("report", plan, "-o", target, "--template", own, *DATED) == Outcome(
        2, "", f"{target}: the ending .pdf is not known. Use one of .docx.\n"
    )


def test_digits_and_months_are_those_of_this_document_alone(run: Run, plan: Path) -> None:
    before = plan.read_bytes()
    usual = page(run, plan, "--kind", "plan")

    own = page(run, plan, "--kind", "plan", "--digits", "arabic", "--months", "long")

    shown = [[each in text for each in ("๒๕๖๖", "2566", "ต.ค.", "ตุลาคม")] for text in (usual, own)]
    assert shown == [[True, False, True, False], [False, True, False, True]]
    assert plan.read_bytes() == before
    change(plan, "\nthai_digits: true", "\nthai_digits: false")
    change(plan, "\nlong_months: false", "\nlong_months: true")
    assert page(run, plan, "--kind", "plan") == own
    assert page(run, plan, "--kind", "plan", "--digits", "thai", "--months", "short") == usual


@pytest.mark.parametrize("other", ["--layout", "--template"])
def test_a_kind_and_another_form_cannot_both_be_given(run: Run, plan: Path, other: str) -> None:
    before = files(plan.parent)
    code, printed, refused = run(
        "report", plan, "-o", plan.with_name("a.docx"), "--kind", "memo", other, "x", *DATED
    )

    assert (code, printed, files(plan.parent)) == (2, "", before)
    assert "cannot both be given" in refused


def test_an_unknown_kind_is_refused_with_those_that_there_are(run: Run, plan: Path) -> None:
    code, _, refused = run("report", plan, "-o", plan.with_name("a.docx"), "--kind", "x", *DATED)

    assert (code, files(plan.parent)) == (2, {"plan.yaml"})
    assert all(kind in refused for kind in KINDS)


def test_several_tables_are_several_files_of_csv(run: Run, plan: Path) -> None:
    target = plan.with_name("t.csv")

    printed = run("report", plan, "-o", target, "--kind", "analysis", *DATED).printed

    numbered = [plan.with_name(f"t-{n}.csv") for n in range(1, len(printed.splitlines()) + 1)]
    assert len(numbered) > 1
    assert printed == "".join(f"Written: {path}\n" for path in numbered)
    assert files(plan.parent) == {"plan.yaml", *(path.name for path in numbered)}


def test_one_table_is_one_file_of_csv(run: Run, plan: Path) -> None:
    target = plan.with_name("t.csv")

    assert run("report", plan, "-o", target, "--kind", "plan", *DATED).printed == (
        f"Written: {target}\n"
    )


BROKEN = "This line cannot be read as YAML."
BAD = [
    ("province: ", "garuda: none.png\n  province: ", "agency › garuda › none.png: The file cannot"),
    ("\npapers:", "\npapers:\n  letter: {}", "papers › letter: No kind of document"),
    ("    lead: ", '    lead: "a\\ud800b"\n    x: ', BROKEN),
    ("    lead: ", "    lead: \x07", "Here stands a control character, which no text has."),
]


@pytest.mark.parametrize(("old", "new", "said"), BAD, ids=range(len(BAD)))
def test_of_a_bad_plan_nothing_is_written(
    run: Run, plan: Path, old: str, new: str, said: str
) -> None:
    change(plan, old, new)
    old_file = plan.with_name("a.pdf")
    old_file.write_bytes(b"old")

    code, printed, refused = run(
        "report", plan, "-o", plan.with_name("a.docx"), "-o", old_file, "--kind", "memo", *DATED
    )

    assert (code, printed, old_file.read_bytes()) == (2, "", b"old")
    assert files(plan.parent) == {"plan.yaml", "a.pdf"}
    assert said in refused


def test_one_file_that_cannot_be_written_leaves_all_as_they_were(run: Run, plan: Path) -> None:
    good, bad = plan.with_name("a.docx"), plan.with_name("folder.pdf")
    good.write_bytes(b"old")
    bad.mkdir()

    assert run("report", plan, "-o", good, "-o", bad, "--kind", "plan", *DATED).code == 2

    assert (good.read_bytes(), files(plan.parent)) == (
        b"old",
        {"plan.yaml", "a.docx", "folder.pdf"},
    )


def test_what_no_font_can_show_is_refused_as_pdf_and_nothing_is_written(
    run: Run, plan: Path
) -> None:
    change(plan, "    lead: ", "    lead: \U0001f600")
    outputs = ("-o", plan.with_name("a.docx"), "-o", plan.with_name("a.pdf"))

    code, _, refused = run("report", plan, *outputs, "--kind", "plan", *DATED)

    assert (code, files(plan.parent)) == (2, {"plan.yaml"})
    assert "No font of the document has a shape for \U0001f600." in refused


def test_marks_that_nobody_sees_change_nothing(run: Run, plan: Path) -> None:
    usual = page(run, plan, "--kind", "plan")
    change(plan, "    lead: ", '    lead: "\\u202e\\u200f\\x07\\0\\uffff')
    text = plan.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "\\u202e" in line)
    change(plan, line, f'{line}"')

    assert page(run, plan, "--kind", "plan") == usual


MANY = 10_000
ROW = (
    "- {key: m-NUMBER, title: ก, answers: [i1], steps: [ข], lead: ค, start: ต.ค. 2565,"
    ' end: ธ.ค. 2565, follow_up: ""}\n'
)


def test_a_plan_of_ten_thousand_measures_is_written_whole(run: Run, plan: Path) -> None:
    head, _, rest = plan.read_text(encoding="utf-8").partition("\nmeasures:")
    rows = "".join(ROW.replace("NUMBER", str(number)) for number in range(MANY))
    results = rest[rest.index("\nresults:") :]
    plan.write_text(f"{head}\nmeasures:\n{rows}{results}", encoding="utf-8")
    target = plan.with_name("t.csv")

    assert run("report", plan, "-o", target, "--kind", "plan", *DATED).code == 0

    assert target.read_bytes().count(b"\r\n") == MANY + 1


def test_a_plan_that_is_larger_than_any_year_is_refused(run: Run, plan: Path) -> None:
    with plan.open("a", encoding="utf-8") as file:
        file.write("# " + "ก" * 700_000)

    code, _, refused = run("report", plan, "-o", plan.with_name("a.docx"), *DATED)

    assert (code, files(plan.parent)) == (2, {"plan.yaml"})
    assert "The file is larger than 2000000 bytes." in refused
