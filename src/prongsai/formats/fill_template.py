"""Fill an agency's own Word template. It keeps its look; it can reach nothing but its fields."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from prongsai.core.documents.case import Case
from prongsai.core.documents.papers import BLANK
from prongsai.core.documents.prepare import thai_spelling
from prongsai.core.documents.template_fields import PAPER, template_fields
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.core.thai.text import normalise
from prongsai.formats.file_bytes import check_size, read_at_most
from prongsai.formats.office_template.package import check_package

MOST_PACKED = 20_000_000  # bytes of the file


def fill_template(template: bytes | Path, case: Case, dated: date) -> bytes:
    """Fill a Word template (docx) with the fields of a case, and return the Word file.

    The same template and case give the same bytes; title, author and dates are the agency's.

    :raises Refusal: if it is no template, or asks for more than fields, loops and conditions.
    """
    if isinstance(template, bytes):
        return _filled(template, case, dated)
    content = read_at_most(template, MOST_PACKED)
    try:
        return _filled(content, case, dated)
    except Refusal as refusal:
        raise refusal.within(template.name) from None


def _filled(content: bytes, case: Case, dated: date) -> bytes:
    check_size(content, MOST_PACKED, say("Leave out large pictures and whatever is not needed."))
    parts = check_package(content)
    # Only what was looked at is given to code of others.
    from prongsai.formats.office_template.document import fill, signed  # noqa: PLC0415 -- slow import

    plan, paper = case.plan, case.papers.get(PAPER, BLANK)
    title = paper.subject or case.texts("template_title", plan_year=plan.plan_year)
    spelled = thai_spelling if plan.style.thai_digits else normalise
    filled = fill(content, parts, template_fields(case, dated), spelled)
    return signed(filled, spelled(title), spelled(case.agency), dated)
