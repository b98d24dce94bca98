"""What every form carries: the proof against forged requests, and in which agency it was made.

Stands in the place of Django's own `{% csrf_token %}`, so that no form can have one without the
other: a form that forgets the tag is refused at its first try.
"""

from __future__ import annotations

from django import template
from django.template.base import Parser, Token
from django.template.context import Context
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html
from django.utils.safestring import SafeString

from prongsai.web.made_in import FIELD

register = template.Library()


class Carried(CsrfTokenNode):
    """Writes both fields; the agency is left away where nobody is at work."""

    def render(self, context: Context) -> SafeString:
        """Write the fields."""
        proof = super().render(context)
        membership = getattr(context.get("request"), "membership", None)
        if membership is None:
            return format_html("{}", proof)
        field = '{}<input type="hidden" name="{}" value="{}">'
        return format_html(field, proof, FIELD, membership.agency.uuid)


@register.tag("csrf_token")
def csrf_token(_parser: Parser, _token: Token) -> Carried:
    """Put the fields into a form."""
    return Carried()
