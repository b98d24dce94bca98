"""Texts in a page."""

from __future__ import annotations

from html import escape


def html_text(text: str) -> str:
    """Return a text as it stands in a page, each of its lines on its own."""
    return escape(text).replace("\n", "<br>")
