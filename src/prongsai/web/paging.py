"""Long lists by pages, with links that need no script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property

if TYPE_CHECKING:
    Numbered = Paginator[Any]
    OnePage = Page[Any]
else:
    Numbered, OnePage = Paginator, Page  # Django's take no parameter while they run

Row = TypeVar("Row")
Table = TypeVar("Table", bound=Model)
ON_A_PAGE = 50
AHEAD = 20  # pages that a list of unknown length tells of; who looks further back searches


class Rows(OnePage):
    """A page whose rows are handed out as they were read: Django's looks each of them up anew."""

    def __iter__(self) -> Iterator[Any]:
        """Yield the rows."""
        return iter(self.object_list)


class InRows(Numbered):
    """The pages of a list."""

    def _get_page(self, *args: Any, **kwargs: Any) -> Rows:
        return Rows(*args, **kwargs)


class Pages(InRows):
    """The pages of a list, of which no more is counted than the next pages need."""

    def __init__(self, rows: QuerySet[Table, Row], asked: str | None) -> None:
        """Begin at the page that an address asks for."""
        super().__init__(rows, ON_A_PAGE)
        here = int(asked) if asked and asked.isdecimal() and len(asked) < len("1000000") else 1
        self._most = (here + AHEAD) * ON_A_PAGE
        self._rows = rows

    @cached_property
    def count(self) -> int:
        """Return how many rows there are, or are known of."""
        # Ten thousand rows take longer to count than to show, and more so with all they show.
        return self._rows.order_by().values_list("pk")[: self._most].count()

    @property
    def is_open(self) -> bool:
        """Return whether there are more pages than are known of."""
        return self.count == self._most


def page_of(rows: QuerySet[Table, Row], request: HttpRequest) -> Page[Row]:
    """Return the page that the address asks for; the nearest one where there is none such."""
    return InRows(rows, ON_A_PAGE).get_page(request.GET.get("page"))


def page_of_many(rows: QuerySet[Table, Row], request: HttpRequest) -> Page[Row]:
    """Return the page that the address asks for, of a list whose length nobody asks for."""
    asked = request.GET.get("page")
    return Pages(rows, asked).get_page(asked)
