"""Long lists by pages, with links that need no script."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

if TYPE_CHECKING:
    from django.core.paginator import _SupportsPagination

Row = TypeVar("Row")
ON_A_PAGE = 50


def page_of(rows: _SupportsPagination[Row], request: HttpRequest) -> Page[Row]:
    """Return the page that the address asks for; the nearest one where there is none such."""
    return Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
