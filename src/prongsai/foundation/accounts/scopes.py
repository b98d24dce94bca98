"""What a token of a program may do, and what its owner must be allowed for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.foundation.accounts.roles import Permission


class Scope(models.TextChoices):
    """One thing that a token lets a program do."""

    YEARS_READ = "years.read", _("read the years")
    RESULTS_READ = "results.read", _("read results and their history")
    RESULTS_WRITE = "results.write", _("save results")
    SCORECARDS_READ = "scorecards.read", _("read scorecards")
    EDITIONS_READ = "editions.read", _("read the frameworks")


NEEDS: Mapping[Scope, Permission] = {
    Scope.YEARS_READ: Permission.YEAR_VIEW,
    Scope.RESULTS_READ: Permission.YEAR_VIEW,
    Scope.RESULTS_WRITE: Permission.RESULTS_EDIT,
    Scope.SCORECARDS_READ: Permission.YEAR_VIEW,
    Scope.EDITIONS_READ: Permission.AGENCY_VIEW,
}


def scopes_within(permissions: frozenset[Permission]) -> tuple[Scope, ...]:
    """Return what somebody with these permissions may let a program do."""
    return tuple(each for each in Scope if NEEDS[each] in permissions)


def names_of(keys: Iterable[str]) -> str:
    """Return what scopes are called, by their keys."""
    return ", ".join(str(Scope(key).label) for key in keys)
