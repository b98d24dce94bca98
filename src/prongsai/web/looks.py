"""Widgets as Tabler looks at them: classes given in one place, not in each form."""

from __future__ import annotations

from typing import Any

from django.forms.renderers import Jinja2


class Looks(Jinja2):
    """Widgets with Tabler's classes, by Jinja, which takes a third less time (ADR 20)."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        """Render one widget or form."""
        widget = context.get("widget")
        if widget is not None:
            _dress(widget)
        return super().render(template_name, context, request)


def _dress(widget: dict[str, Any]) -> None:
    kind = widget.get("type") or widget["template_name"].rpartition("/")[2].removesuffix(".html")
    classes = {
        "select": "form-select",
        "options": "form-select",
        "checkbox": "form-check-input",
        "hidden": "",
    }
    invalid = " is-invalid" if widget["attrs"].get("aria-invalid") else ""
    widget["attrs"].setdefault("class", classes.get(kind, "form-control") + invalid)
