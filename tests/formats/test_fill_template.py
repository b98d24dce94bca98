"""An agency's own Word template: its look stays, values are text, and it reaches nothing."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from threading import get_ident
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.core.documents.papers import Paper
from prongsai.core.errors import Refusal
from prongsai.core.measures.model import Agency
from prongsai.core.thai.style import Style
from prongsai.core.thai.text import normalise
from prongsai.formats.fill_template import MOST_PACKED, fill_template
from tests.factories.documents import HARD, HOSTILE
from tests.factories.filed import DATED, PLAN, case
from tests.factories.office_templates import (
    MAIN,
    header,
    paragraphs,
    part,
    replaced,
    table,
    tampered,
    template,
)

TYPES, RELATIONS = "[Content_Types].xml", "_rels/.rels"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAINS_RELATIONS, NOTES = "word/_rels/document.xml.rels", "word/footnotes.xml"
KIND_OF_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
TO_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
PARAGRAPH = "<w:p><w:r><w:t>{{ agency }}</w:t></w:r></w:p>"
ROWS = [
    ["ที่", "มาตรการ", "ขั้นตอน"],
    ["{%tr for m in measures %}", "", ""],
    ["{{ m.number }}", "{{ m.title }}", "{{ m.steps }}"],
    ["{%tr endfor %}", "", ""],
]


def filled(content: bytes, **more: Any) -> bytes:
    return fill_template(content, case(**more), DATED)


def refused(content: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        filled(content)
    return str(caught.value).partition(". ")[0]


THAI = replace(PLAN, style=Style(thai_digits=True))


def test_paragraphs_and_headers_are_filled_in_the_agencys_writing() -> None:
    texts = (
        "{{ agency }} ปี {{ plan_year }}",
        "{%p for m in measures %}",
        "{{ loop.index }}) {{ m.title }}{% if m.done %} (เสร็จ){% endif %}",
        "{%p endfor %}",
    )

    made = filled(template(*texts, header="{{ place }}"), plan=THAI)

    assert paragraphs(made) == [
        "อบต.นาทอง ปี ๒๕๖๗",
        "๑) ทบทวนการจัดการความเสี่ยง (เสร็จ)",
        "๒) เผยแพร่แผนงบประมาณ",
        "๓) จัดระเบียบห้องบริการ",
    ]
    assert header(made) == ["อำเภอเชียงยืน จังหวัดมหาสารคาม"]


def test_a_row_is_made_for_each_entry_of_a_list() -> None:
    assert table(filled(template(rows=ROWS), plan=THAI)) == [
        ["ที่", "มาตรการ", "ขั้นตอน"],
        ["๑", "ทบทวนการจัดการความเสี่ยง", "๑.๑ แต่งตั้งคณะทำงาน\n๑.๒ รายงานผล"],
        ["๒", "เผยแพร่แผนงบประมาณ", "๒.๑ แต่งตั้งคณะทำงาน\n๒.๒ รายงานผล"],
        ["๓", "จัดระเบียบห้องบริการ", ""],
    ]


def test_the_look_of_the_template_stays() -> None:
    document = Document()
    run = document.add_paragraph(style="Intense Quote").add_run("{{ agency }}")
    run.font.name, run.italic = "TH SarabunPSK", True
    file = BytesIO()
    document.save(file)

    made = Document(BytesIO(filled(file.getvalue()))).paragraphs[0]

    assert made.style is not None
    assert (made.text, made.style.name) == ("อบต.นาทอง", "Intense Quote")
    assert (made.runs[0].font.name, made.runs[0].italic) == ("TH SarabunPSK", True)


def test_tags_that_word_has_cut_and_quotes_that_it_has_bent_are_read() -> None:
    cut = '{{ ag</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>ency }}'
    bent = "{% if district == “เชียงยืน” %}ใช่{% endif %}"
    content = replaced(template("{{ agency }}", bent), "{{ agency }}", cut)

    assert paragraphs(filled(content)) == ["อบต.นาทอง", "ใช่"]


def test_title_author_and_dates_of_the_file_are_the_agencys() -> None:
    own = {"template": Paper(subject="รายงานผลปี 2567")}
    data = Document(BytesIO(filled(template("ก"), plan=THAI, papers=own))).core_properties

    assert (data.title, data.author, data.last_modified_by, data.revision) == (
        *("รายงานผลปี ๒๕๖๗", "อบต.นาทอง", "อบต.นาทอง", 1),
    )
    assert data.created.date() == data.modified.date() == DATED


def without_own_data(content: bytes) -> bytes:
    """Take out what a file says of itself, as some programs write none."""
    kinds = re.sub(r'<Override PartName="/docProps/core.xml"[^>]*>', "", text(content, TYPES))
    relations = re.sub(r'<Relationship [^>]*core-properties"[^>]*>', "", text(content, RELATIONS))
    parts = {TYPES: kinds.encode(), RELATIONS: relations.encode()}
    return tampered(content, {**parts, "docProps/core.xml": None})


def text(content: bytes, name: str) -> str:
    return part(content, name).decode()


def test_a_template_that_says_nothing_of_itself_names_nobody_but_the_agency() -> None:
    long = replace(PLAN, agency=Agency(name="ก" * 300))

    data = Document(BytesIO(filled(without_own_data(template("ก")), plan=long))).core_properties

    assert data.title == "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2567"
    assert data.author == data.last_modified_by == "ก" * 255


def test_the_same_template_and_plan_give_the_same_bytes() -> None:
    content = template("{{ agency }}", rows=ROWS)

    assert filled(content) == filled(content)


def of_agency(name: str) -> bytes:
    """Fill the name of an agency into a paragraph, a cell and a header."""
    plan = replace(PLAN, agency=Agency(name=name))
    return filled(
        template("{{ agency }}", rows=[["{{ agency }}"]], header="{{ agency }}"), plan=plan
    )


@pytest.mark.parametrize(
    "value", [HARD, HOSTILE, "{{ plan_year }}", "{_{ a }_} {_% b %_}", "<w:p/>"]
)
def test_values_come_out_as_the_text_that_they_are(value: str) -> None:
    made = of_agency(value)

    assert paragraphs(made) == [value]
    assert table(made) == [[value]]
    assert header(made) == [value]


@settings(max_examples=40)
@given(st.text(st.characters(codec="utf-8"), min_size=1).map(normalise).filter(bool))
def test_any_value_comes_out_as_the_text_that_it_is(value: str) -> None:
    assert paragraphs(of_agency(value)) == [value]


def test_a_table_of_a_list_without_entries_is_left_out() -> None:
    rows = [["{%tr for s in signatures %}"], ["{{ s.name }}"], ["{%tr endfor %}"]]

    assert "<w:tbl>" not in text(filled(template("ก", rows=rows)), MAIN)


def test_what_a_condition_leaves_empty_keeps_the_paragraph_that_word_needs() -> None:
    texts = ("{%p if email %}", "ก", "{%p endif %}")
    empty = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in texts)
    cell = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
    above = '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    content = replaced(template("ก", rows=[["x"]], header="x"), cell, empty)
    content = replaced(content, above, empty, "word/header1.xml")

    made = filled(content)

    assert table(made) == [[""]]
    assert header(made) == [""]


def test_footnotes_are_filled() -> None:
    xml = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1">{PARAGRAPH}</w:footnote></w:footnotes>'
    kind = f'<Override PartName="/{NOTES}" ContentType="{KIND_OF_NOTES}"/>'
    relation = f'<Relationship Id="rId77" Type="{TO_NOTES}" Target="footnotes.xml"/>'
    content = replaced(template("ก"), "</Types>", f"{kind}</Types>", TYPES)
    content = replaced(content, "</Relationships>", f"{relation}</Relationships>", MAINS_RELATIONS)

    made = filled(tampered(content, {NOTES: xml.encode()}))

    assert "อบต.นาทอง</w:t>" in text(made, NOTES)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (template("{% if agency %}"), "The tags of the template do not fit together"),
        (template("{% endfor %}"), "The tags of the template do not fit together"),
        (
            template("{% if agency %}" * 900 + "{% endif %}" * 900),
            "Loops and conditions stand too deep inside each other",
        ),
        (
            template("{% if email %}", rows=[["{% endif %}"]]),
            "A loop or a condition begins in one place of the document and ends in another",
        ),
        (
            template(rows=[["{%tr if email %}"], ["ก{% endif %}"]]),
            "A loop or a condition begins in one place of the document and ends in another",
        ),
        (
            template("{% for a in items %}{% for b in items %}" + "x" * 2000 + "{% endfor %}" * 2),
            "The filled template is larger than 10000000 characters",
        ),
        (
            replaced(template(rows=[["a"]]), "w:tblGrid", "w:x"),
            "The template is damaged, or is no Word file (.docx)",
        ),
    ],
)
def test_templates_that_do_not_come_out_whole_are_refused(content: bytes, why: str) -> None:
    assert refused(content).startswith(why)


def test_a_template_whose_parts_are_not_there_is_damaged() -> None:
    content = tampered(template("ก"), {"word/styles.xml": None})

    assert refused(content) == "The template is damaged, or is no Word file (.docx)"


def test_a_file_is_read_and_its_name_said(tmp_path: Path) -> None:
    path = tmp_path / "แบบ.docx"
    path.write_bytes(template("{{ agency }}"))
    assert paragraphs(fill_template(path, case(), DATED)) == ["อบต.นาทอง"]

    path.write_bytes(template("{{ agancy }}"))
    with pytest.raises(Refusal, match=r"^แบบ\.docx: There is no field “agancy”"):
        fill_template(path, case(), DATED)
    with pytest.raises(Refusal, match=r"^ไม่มี\.docx: The file cannot be read \(no such file"):
        fill_template(tmp_path / "ไม่มี.docx", case(), DATED)


def test_a_file_that_is_larger_than_any_template_is_refused() -> None:
    assert refused(bytes(MOST_PACKED + 1)) == "The file is larger than 20000000 bytes"


REACHING = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ lipsum.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__['__builtins__'].open('/etc/passwd').read() }}",
    "{{ self._TemplateReference__context }}",
    "{{ agency|attr('__class__') }}",
    "{{ [].append }}",
    '{{ "%s"|format(agency) }}',
    "{% include '/etc/passwd' %}",
    "{% import '/etc/passwd' as x %}",
    "{% set x = cycler %}",
    "{% for x in range(1000000000) %}{% endfor %}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{% if agency.__class__ %}{% endif %}",
]
WATCHED = ("open", "os.", "subprocess.", "socket.", "exec", "import", "ctypes.", "shutil.", "glob.")


class Watch:
    """Notes what this thread does to the world while it is on; a hook cannot be taken out again."""

    def __init__(self) -> None:
        self.on, self.seen, self.thread = False, list[str](), get_ident()
        sys.addaudithook(self.heard)

    def heard(self, event: str, _: object) -> None:
        if self.on and event.startswith(WATCHED) and get_ident() == self.thread:
            self.seen.append(event)


WATCH = Watch()


PLACES = ["<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "<!-- {} -->", "<?x {} ?>"]


@pytest.mark.parametrize("hostile", REACHING)
@pytest.mark.parametrize("place", PLACES)
def test_a_hostile_template_reads_no_file_and_runs_no_code(hostile: str, place: str) -> None:
    xml = place.format(hostile)
    content, yearly = replaced(template("ก"), "<w:body>", f"<w:body>{xml}"), case()
    filled(template("{{ agency }}"))  # now everything is imported

    WATCH.seen.clear()
    WATCH.on = True
    try:
        with pytest.raises(Refusal):
            fill_template(content, yearly, DATED)
    finally:
        WATCH.on = False

    assert WATCH.seen == []


def test_the_watch_hears_what_a_hostile_template_would_do() -> None:
    WATCH.seen.clear()
    WATCH.on = True
    try:
        Path(__file__).read_text("utf-8")
        exec("1")  # noqa: S102 -- the very thing
    finally:
        WATCH.on = False

    assert WATCH.seen == ["open", "exec"]
