"""Tags stand whole in one paragraph, in text that is filled, and say what the language has."""

from __future__ import annotations

import re

import pytest

from prongsai.core.errors import Refusal
from prongsai.formats.office_template.package import check_package
from tests.factories.office_templates import MAIN, replaced, tampered, template

NOT_ALLOWED = "The template asks for more than fields, loops and conditions"


def refused(content: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        check_package(content)
    return str(caught.value).partition(". ")[0]


@pytest.mark.parametrize(
    "text",
    [
        "{{agency}}{{ m.title }}{{\u00a0agency }}",
        "{% for m in measures %}{% if m.done %}a{% elif b %}{% else %}{% endif %}{% endfor %}",
        " {%p for m in measures %} ",
        "{%r if agency %}a{%r endif %}",
        "{ agency } 50% {x} # }{ ${x}",
    ],
)
def test_tags_of_the_language_are_allowed(text: str) -> None:
    assert MAIN in check_package(template(text))


@pytest.mark.parametrize(
    "tag",
    [
        "{% set x = 1 %}",
        "{% include '/etc/passwd' %}",
        "{% raw %}",
        "{% colspan agency %}",
        "{% cellbg agency %}",
        "{% vm %}",
        "{% hm %}",
        "{%- if agency %}",
        "{%+ if agency %}",
        "{%tc  set x %}",
        "{%x for m in measures %}",
        "{% forx %}",
        "{{r agency }}",
        "{{p agency }}",
        "{{- agency }}",
        "{{ 'a' }}",
        "{{}}",
        "{# a #}",
        "{{{ agency }}",
    ],
)
def test_other_tags_are_refused_by_their_words(tag: str) -> None:
    assert refused(template(f"a {tag} b")) == f"{MAIN}: {NOT_ALLOWED}: {tag}"


def test_a_tag_longer_than_anyone_writes_is_refused() -> None:
    tag = f"{{{{ {'a' * 300} }}}}"

    assert refused(template(tag)) == f"{MAIN}: {NOT_ALLOWED}: {tag[:60]}…"


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (["{{ agency", "}}"], "{{ agency"),
        (["ก agency }} ข"], "ก agency }} ข"),
        (["{% if agency"], "{% if agency"),
    ],
)
def test_a_tag_that_is_not_whole_is_shown(texts: list[str], shown: str) -> None:
    assert refused(template(*texts)) == f"{MAIN}: A tag is not whole: {shown}"


def test_a_tag_may_be_cut_into_runs_as_word_does() -> None:
    cut = '{{ ag</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>ency }}'

    assert MAIN in check_package(replaced(template("{{ agency }}"), "{{ agency }}", cut))


@pytest.mark.parametrize("around", ["tr", "tc"])
def test_tags_of_rows_and_cells_stand_in_tables(around: str) -> None:
    tag = f"{{%{around} for m in measures %}}"

    assert MAIN in check_package(template(rows=[[tag]]))
    assert refused(template(tag)) == f"{MAIN}: The tag {tag} stands where it cannot be filled"


@pytest.mark.parametrize(
    "content",
    [
        template("{%p if agency %}{%p endif %}"),
        template("ก {%p if agency %}"),
        template(rows=[["{%tr if agency %}", "ก"]]),
        template(rows=[["{%tr if agency %}", "{%tr endif %}"]]),
        template(rows=[["{%tc if agency %} ก"]]),
    ],
)
def test_what_would_be_lost_beside_a_tag_is_refused(content: bytes) -> None:
    assert re.fullmatch(
        rf"{MAIN}: Beside the tag {{%t?[prc] if agency %}} stands more, which would be lost",
        refused(content),
    )


@pytest.mark.parametrize(
    "xml",
    [
        '<w:p><w:bookmarkStart w:id="1" w:name="{{ agency }}"/></w:p>',
        "<w:p><w:r><w:delText>{{ agency }}</w:delText></w:r></w:p>",
        "<w:p><w:r><w:instrText>PAGE {{ agency }}</w:instrText></w:r></w:p>",
        "<w:p><w:r><w:delText>{</w:delText><w:delText>{ agency</w:delText></w:r></w:p>",
        "<w:t>{{ agency }}</w:t>",
    ],
)
def test_tags_outside_of_the_text_are_refused(xml: str) -> None:
    content = replaced(template(), "<w:body>", f"<w:body>{xml}")

    assert refused(content) == f"{MAIN}: The tag … stands where it cannot be filled"


def test_tags_in_parts_that_are_not_filled_are_refused() -> None:
    xml = '<w:comments xmlns:w="x"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:comments>'
    comments = {"word/comments.xml": xml.format("{{ agency }}").encode()}
    braces = {"word/comments.xml": xml.format("}}").encode()}

    assert refused(tampered(template(), comments)) == (
        "word/comments.xml: The tag {{ agency }} stands where it cannot be filled"
    )
    assert MAIN in check_package(tampered(template(), braces))


def test_more_tags_than_a_person_writes_are_refused() -> None:
    many = template(*["{{ agency }}" * 100] * 20)

    assert MAIN in check_package(many)
    assert refused(
        replaced(many, "<w:body>", "<w:body><w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p>")
    ) == (f"{MAIN}: The template has more than 2000 tags")
