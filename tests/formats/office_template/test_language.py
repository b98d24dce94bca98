"""The language of templates: what it says, and that nothing else is compiled."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError, UndefinedError

from prongsai.core.documents.template_fields import SHAPE, template_fields
from prongsai.core.errors import Refusal
from prongsai.core.thai.numerals import to_thai_digits
from prongsai.formats.office_template.language import TemplateLanguage
from tests.factories.filed import DATED, case

FIELDS = template_fields(case(), DATED)
LANGUAGE = TemplateLanguage(FIELDS, to_thai_digits)


def written(source: str) -> str:
    return LANGUAGE.from_string(source).render(FIELDS)


def refused(source: str) -> str:
    with pytest.raises(Refusal) as caught:
        LANGUAGE.compile(source)
    return str(caught.value).partition(". ")[0]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ agency }}", "อบต.นาทอง"),
        ("{{ plan_year }}", "๒๕๖๗"),
        ("{% for m in measures %}{{ m.number }}{% endfor %}", "๑๒๓"),
        ("{% for m in measures %}{{ loop.index }}{% endfor %}", "๑๒๓"),
        (
            "{% for m in measures %}{{ m.key }}{% if not loop.last %}, {% endif %}{% endfor %}",
            "M-๐๐๑, M-๐๐๒, M-๐๐๓",
        ),
        ("{% if signatures %}a{% else %}b{% endif %}", "b"),
        ("{% if agency and not email %}a{% endif %}", "a"),
        ("{% if email or paper.unit %}a{% elif district %}b{% endif %}", "b"),
        ('{% if district == "เชียงยืน" %}a{% endif %}', "a"),
        ("{% if district != province %}a{% endif %}", "a"),
    ],
)
def test_fields_loops_and_conditions_say_what_they_mean(source: str, text: str) -> None:
    assert written(source) == text


def test_loops_go_down_to_the_items() -> None:
    source = (
        "{% for i in instruments %}{% for d in i.indicators %}{% for o in d.items %}"
        "{% if o.below %}{{ o.code }} {% endif %}{% endfor %}{% endfor %}{% endfor %}"
    )
    assert written(source) == "i๘ e๓ (EIT Survey) o๓๕ "


@pytest.mark.parametrize(
    ("source", "node"),
    [
        ("{{ ''.__class__.__mro__ }}", "Const"),
        ("{{ cycler.__init__.__globals__.os.popen('id') }}", "Call"),
        ("{{ agency.upper() }}", "Call"),
        ("{{ [].append }}", "List"),
        ("{{ {} }}", "Dict"),
        ("{{ agency['__class__'] }}", "Getitem"),
        ("{{ measures[0] }}", "Getitem"),
        ('{{ "%s"|format(1) }}', "Filter"),
        ("{{ agency|attr('__class__') }}", "Filter"),
        ("{{ agency|safe }}", "Filter"),
        ("{{ 'a' * 1000000000 }}", "Mul"),
        ("{{ agency ~ agency }}", "Concat"),
        ("{{ agency + agency }}", "Add"),
        ("{{ -1 }}", "Neg"),
        ("{{ 7 }}", "Const"),
        ("{{ agency if agency }}", "CondExpr"),
        ("{{ agency == agency }}", "Compare"),
        ("{{ not agency }}", "Not"),
        ("{% if agency is defined %}{% endif %}", "Test"),
        ("{% if true %}{% endif %}", "Const"),
        ("{% if count == 3 %}{% endif %}", "Const"),
        ("{% for x in range(1000000000) %}{% endfor %}", "Call"),
        ("{% for m in measures if m.done %}{% endfor %}", "For"),
        ("{% for m in measures recursive %}{% endfor %}", "For"),
        ("{% for m in measures %}{% else %}a{% endfor %}", "For"),
        ("{% for a, b in measures %}{% endfor %}", "For"),
        ("{% for m in measures %}{{ loop.cycle('a') }}{% endfor %}", "Call"),
        ("{% include '/etc/passwd' %}", "Include"),
        ("{% import '/etc/passwd' as x %}", "Import"),
        ("{% from '/etc/passwd' import x %}", "FromImport"),
        ("{% extends '/etc/passwd' %}", "Extends"),
        ("{% set x = agency %}", "Assign"),
        ("{% macro x() %}{% endmacro %}", "Macro"),
        ("{% call x() %}{% endcall %}", "CallBlock"),
        ("{% filter upper %}a{% endfilter %}", "FilterBlock"),
        ("{% block x %}{% endblock %}", "Block"),
        ("{% with %}{% endwith %}", "With"),
        ("{% autoescape false %}{{ agency }}{% endautoescape %}", "Scope"),
    ],
)
def test_what_is_no_field_loop_or_condition_is_not_compiled(source: str, node: str) -> None:
    assert refused(source) == (
        f"The template asks for more than fields, loops and conditions: {node}"
    )


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("{{ agancy }}", "There is no field “agancy”"),
        ("{{ self }}", "There is no field “self”"),
        ("{{ lipsum.__globals__ }}", "There is no field “lipsum”"),
        ("{{ loop.index }}", "There is no field “loop”"),
        ("{{ paper.__class__ }}", "There is no field “paper.__class__”"),
        ("{{ paper.items }}", "There is no field “paper.items”"),
        ("{{ agency.__class__ }}", "“agency” has no fields in it"),
        ("{{ measures.append }}", "“measures” has no fields in it"),
        ("{{ measures }}", "“measures” is no text that could stand here"),
        ("{{ paper }}", "“paper” is no text that could stand here"),
        ("{% if agency == paper %}{% endif %}", "“paper” is no text that could stand here"),
        (
            "{% for m in measures %}{{ m.titel }}{% endfor %}",
            "There is no field “m.titel”",
        ),
        (
            "{% for m in measures %}{{ loop.previtem }}{% endfor %}",
            "There is no field “loop.previtem”",
        ),
        (
            "{% for m in measures %}{{ loop.first }}{% endfor %}",
            "“loop.first” is no text that could stand here",
        ),
        (
            "{% for m in agency %}{% endfor %}",
            "“agency” is no list that a loop could walk through",
        ),
        (
            "{% for agency in measures %}{% endfor %}",
            "A loop cannot call its entries “agency”",
        ),
        ("{% for _m in measures %}{% endfor %}", "A loop cannot call its entries “_m”"),
        (
            "{% for x in 'abc' %}{% endfor %}",
            "The template asks for more than fields, loops and conditions: Const",
        ),
        (
            "{% if agency > 'a' %}{% endif %}",
            "Values can be compared with == and != only; scores are texts here",
        ),
        (
            "{% if agency in 'abc' %}{% endif %}",
            "Values can be compared with == and != only; scores are texts here",
        ),
    ],
)
def test_what_is_not_among_the_fields_is_not_compiled(source: str, why: str) -> None:
    assert refused(source) == why


def test_a_field_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(Refusal) as caught:
        LANGUAGE.compile("{{ nothing }}")
    assert str(caught.value).endswith(f"The fields are: {', '.join(SHAPE)}.")


def test_a_loop_over_no_list_is_refused_with_the_lists_there_are() -> None:
    with pytest.raises(Refusal) as caught:
        LANGUAGE.compile("{% for d in indicators %}{% for i in d.topic %}{% endfor %}{% endfor %}")
    assert str(caught.value).endswith(
        "The lists here are: instruments, indicators, items, findings, measures, history,"
        " signatures, d.items."
    )


FOUR = ("instruments", "a.indicators", "b.items", "history")


def test_four_loops_inside_each_other_are_too_deep() -> None:
    loops = [f"{{% for {name} in {each} %}}" for name, each in zip("abcd", FOUR, strict=True)]

    LANGUAGE.compile("".join(loops[:3]) + "{% endfor %}" * 3)
    assert refused("".join(loops) + "{% endfor %}" * 4) == (
        "Loops and conditions stand too deep inside each other"
    )


def test_conditions_stand_ten_deep_at_most() -> None:
    LANGUAGE.compile("{% if agency %}" * 10 + "a" + "{% endif %}" * 10)
    assert refused("{% if agency %}" * 11 + "a" + "{% endif %}" * 11) == (
        "Loops and conditions stand too deep inside each other"
    )


def test_loops_that_would_go_round_without_end_are_refused() -> None:
    all_items = [f"{{% for {name} in items %}}" for name in "abc"]

    LANGUAGE.compile("".join(all_items[:2]) + "{% endfor %}" * 2)
    assert refused("".join(all_items) + "{% endfor %}" * 3) == (
        "The loops of the template go round 1103439 times"
    )


def test_loops_over_lists_of_entries_are_reckoned_by_their_longest() -> None:
    one: dict[str, Any] = {**FIELDS, "items": [{}] * 400}
    language = TemplateLanguage(one, str)

    with pytest.raises(Refusal, match="go round 160400 times"):
        language.compile("{% for a in items %}{% for b in items %}{% endfor %}{% endfor %}")


def test_values_come_out_as_text_whatever_signs_they_have() -> None:
    hostile = "{{ agency }} {% include 'x' %} {_{ <w:p/> & \"'"
    language = TemplateLanguage({**FIELDS, "agency": hostile}, str)

    out = language.from_string("<w:t>{{ agency }}</w:t>").render({"agency": hostile})

    assert out == (
        "<w:t>&#123;&#123; agency &#125;&#125; &#123;% include &#39;x&#39; %&#125;"
        " &#123;_&#123; &#60;w:p/&#62; &#38; &#34;&#39;</w:t>"
    )


def test_what_could_not_be_refused_would_reach_nothing() -> None:
    """The second wall: a template that nobody looked at finds no function and no attribute."""
    assert (LANGUAGE.globals, LANGUAGE.filters, LANGUAGE.tests) == ({}, {}, {})
    for thing, name in (("", "__class__"), ({}, "items"), ([], "append"), (written, "__globals__")):
        with pytest.raises(UndefinedError):
            str(LANGUAGE.getattr(thing, name))
    with pytest.raises(SecurityError):
        LANGUAGE.call(None, written, "a")  # type: ignore[arg-type]


def test_a_template_that_cannot_be_parsed_is_jinjas_to_refuse() -> None:
    with pytest.raises(TemplateSyntaxError):
        LANGUAGE.compile("{% if agency %}")
