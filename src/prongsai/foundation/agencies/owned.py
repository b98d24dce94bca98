"""What belongs to an agency: read and written only while it is active."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from django.db import models

from prongsai.foundation.agencies.scope import WrongAgency, active

Row = TypeVar("Row", bound="AgencyOwned")


class OwnedQuerySet(models.QuerySet[Row], Generic[Row]):
    """Rows of the active agency; writes of many rows are held to it as `save` is."""

    def bulk_create(self, objs: Iterable[Row], *args: Any, **kwargs: Any) -> list[Row]:
        """Insert rows. Raises WrongAgency if one is another agency's."""
        rows = list(objs)
        for row in rows:
            row.check_agency()
            row.complete()
        return super().bulk_create(rows, *args, **kwargs)

    def bulk_update(self, objs: Iterable[Row], *args: Any, **kwargs: Any) -> int:
        """Change rows. Raises WrongAgency if one is another agency's."""
        rows = list(objs)
        for row in rows:
            row.check_agency()
        return super().bulk_update(rows, *args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        """Change all rows found. Raises WrongAgency if they would become another agency's."""
        if {"agency", "agency_id"} & kwargs.keys():
            raise WrongAgency("a row never changes its agency")
        return super().update(**kwargs)


class OwnedManager(models.Manager[Row], Generic[Row]):
    """The manager of every table of an agency, related access included."""

    def get_queryset(self) -> OwnedQuerySet[Row]:
        """Return the rows of the active agency. Raises NoAgency if none is active."""
        rows: OwnedQuerySet[Row] = OwnedQuerySet(self.model, using=self._db)
        now = active()
        return rows if now is None else rows.filter(agency_id=now)


class AgencyOwned(models.Model):
    """A row of one agency."""

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")

    objects = OwnedManager()

    class Meta:
        """Let related access go through the same manager."""

        abstract = True
        base_manager_name = "objects"
        default_manager_name = "objects"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row. Raises WrongAgency if it is another agency's."""
        self.check_agency()
        if self._state.adding:
            self.complete()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Remove the row. Raises WrongAgency if it is another agency's."""
        self.check_agency()
        return super().delete(*args, **kwargs)

    def complete(self) -> None:
        """Fill what follows from other rows, before the row is inserted."""

    def check_agency(self) -> None:
        """Raise WrongAgency unless the row is of the active agency."""
        now = active()
        if now is not None and self.agency_id != now:
            raise WrongAgency(f"{self._meta.label} of agency {self.agency_id}, active is {now}")
