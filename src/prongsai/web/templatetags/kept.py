"""`{% kept row=row may_edit=may_edit %}…{% endkept %}`: drawn once, and kept for the next time.

What stands between the two sees nothing but what is named, the language and where this is served.
So what was kept for the same values is what would be drawn anew: nothing in it can be out of date
or somebody else's. Rows of lists and the frame of the pages are most of what a page takes.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from types import NoneType
from uuid import UUID

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token, token_kwargs
from django.template.context import Context
from django.urls import get_script_prefix
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

MOST = 1024  # of one place in a template, in each process of the server; a row has half a kB
# Values that say all of what they are by being equal. A row of a table is equal to what it was
# before it changed, and text marked as safe is equal to the same text that must be escaped.
_PLAIN = frozenset({str, int, bool, UUID, date, datetime, NoneType})


class Kept(template.Node):
    """What stands between the two tags, with all that was drawn of it."""

    def __init__(self, values: dict[str, FilterExpression], nodelist: NodeList) -> None:
        """Keep nothing yet."""
        self.values, self.nodelist = values, nodelist
        self._drawn: dict[tuple[object, ...], SafeString] = {}

    def render(self, context: Context) -> SafeString:
        """Draw it, unless the same is there. Raises TypeError for a value that may change."""
        values = [each.resolve(context) for each in self.values.values()]
        # 1 and True are equal, and drawn they are not.
        key = (get_language(), get_script_prefix(), *map(type, values), *values)
        found = self._drawn.get(key)  # raises TypeError where it cannot be told apart at all
        if found is None:
            named = dict(zip(self.values, values, strict=True))
            self._check(named)
            if len(self._drawn) >= MOST:
                self._drawn.clear()  # what is asked for is there again after one page
            found = self._drawn[key] = self.nodelist.render(context.new(named))
        return found

    def _check(self, named: dict[str, object]) -> None:
        for name, value in named.items():
            if not _is_plain(value):
                kind = type(value).__qualname__
                raise TypeError(f"{{% kept %}} takes plain values, and {name} has a {kind}")


def _is_plain(value: object) -> bool:
    if type(value) in _PLAIN or isinstance(value, Enum):
        return True
    return isinstance(value, tuple) and all(map(_is_plain, value))


@register.tag
def kept(parser: Parser, token: Token) -> Kept:
    """Read the names and what stands between the two tags."""
    words = token.split_contents()[1:]
    values = token_kwargs(words, parser)
    if words or not values:
        raise template.TemplateSyntaxError("{% kept %} takes name=value, at least one")
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return Kept(values, nodelist)
