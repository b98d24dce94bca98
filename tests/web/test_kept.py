"""What is drawn once and kept: nobody is shown what is out of date, or somebody else's."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

import pytest
from django.template import Context, Template, TemplateSyntaxError, engines
from django.test import RequestFactory
from django.urls import set_script_prefix
from django.utils.safestring import mark_safe
from django.utils.translation import override

from prongsai.foundation.accounts.models import Person
from prongsai.foundation.accounts.roles import Role
from prongsai.web.templatetags import kept


class Row(NamedTuple):
    """A row of a list."""

    name: str
    roles: tuple[Role, ...] = ()


@pytest.fixture(autouse=True)
def _at_the_root() -> Iterator[None]:
    yield
    set_script_prefix("/")


def drawn(text: str, **values: object) -> list[str]:
    """Draw a template with each of the values in turn."""
    page = engines["django"].from_string(text)
    turns = zip(*values.values(), strict=True)
    return [page.render(dict(zip(values, turn, strict=True))) for turn in turns]


def test_the_same_values_are_drawn_once_and_others_by_themselves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    turn = count()
    page = Template("{% kept a=a %}{{ a }}{% endkept %}")
    node = page.nodelist[0]
    assert isinstance(node, kept.Kept)
    whole = node.nodelist.render
    monkeypatch.setattr(node.nodelist, "render", lambda now: f"{next(turn)} {whole(now)}")
    given = ["ก", "ก", "ข", "ก", None, ""]
    assert [page.render(Context({"a": each})) for each in given] == [
        "0 ก", "0 ก", "1 ข", "0 ก", "2 None", "3 ",
    ]  # fmt: skip


def test_values_that_are_equal_and_look_otherwise_are_told_apart() -> None:
    text = "{% kept a=a %}{{ a }}{% endkept %}"
    assert drawn(text, a=[1, True, 0, False]) == ["1", "True", "0", "False"]


def test_what_is_not_named_is_not_seen() -> None:
    text = "{% kept a=a %}{{ a }}{{ b }}{{ request.path }}{{ user.pk }}{% endkept %}{{ b }}"
    page = engines["django"].from_string(text + "{{ request.path }}{{ user.pk }}")
    request = RequestFactory().get("/units")
    request.user = Person(pk=7)
    assert page.render({"a": "ก", "b": "ข"}, request) == "กข/units7"
    assert page.render({"a": "ก", "b": "ค"}, request) == "กค/units7"


def test_text_is_escaped_however_it_was_kept_before() -> None:
    text = "{% kept a=a %}{{ a }}{% endkept %}"
    assert drawn(text, a=["<b>", "<b>"]) == ["&lt;b&gt;", "&lt;b&gt;"]
    with pytest.raises(TypeError, match="takes plain values, and a has a SafeString"):
        drawn(text, a=[mark_safe("<b>")])


@pytest.mark.parametrize(
    ("value", "kind"),
    [([1], "list"), ({"a": 1}, "dict"), (object(), "object"), ((1, [2]), "tuple")],
)
def test_a_value_that_may_change_is_refused(value: object, kind: str) -> None:
    with pytest.raises(TypeError, match=rf"unhashable|a has a {kind}"):
        drawn("{% kept a=a %}{{ a }}{% endkept %}", a=[value])


def test_rows_and_roles_may_be_kept_and_are_written_in_the_language_of_the_page() -> None:
    text = (
        "{% kept row=row %}{{ row.name }}:{% for each in row.roles %} {{ each.label }}{% endfor %}"
        "{% endkept %}"
    )
    row = Row("ก", (Role.VIEWER,))
    with override("en"):
        english = drawn(text, row=[row])
    with override("th"):
        thai = drawn(text, row=[row])
    assert english == [f"ก: {_label('en')}"]
    assert thai == [f"ก: {_label('th')}"]
    assert english != thai


def test_addresses_are_those_of_where_it_is_served() -> None:
    page = engines["django"].from_string('{% kept a=a %}{% url "start" %}{% endkept %}')
    found = []
    for prefix in ("/", "/ita/", "/"):
        set_script_prefix(prefix)
        found.append(page.render({"a": 1}))
    assert found == ["/", "/ita/", "/"]


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    page = Template("{% kept a=a %}{{ a }}{% endkept %}")
    node = page.nodelist[0]
    assert isinstance(node, kept.Kept)
    sizes = []
    for number in range(8):
        assert page.render(Context({"a": number})) == str(number)
        sizes.append(len(node._drawn))
    assert sizes == [1, 2, 3, 1, 2, 3, 1, 2]


@pytest.mark.parametrize("tag", ["{% kept %}", "{% kept a %}", "{% kept a=1 b %}"])
def test_it_says_what_it_takes(tag: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="takes name=value"):
        engines["django"].from_string(tag + "{% endkept %}")


def _label(language: str) -> str:
    with override(language):
        return str(Role.VIEWER.label)
