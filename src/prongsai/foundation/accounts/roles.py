"""What a person may do, and the roles that bring it (FIELD.md 2.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _


class Permission(models.TextChoices):
    """One thing that a person may do in an agency."""

    AGENCY_VIEW = "agency.view", _("see the agency and its units")
    AGENCY_EDIT = "agency.edit", _("change the agency and its units")
    PEOPLE_VIEW = "people.view", _("see who works here")
    PEOPLE_EDIT = "people.edit", _("invite people and give them roles")
    AUDIT_VIEW = "audit.view", _("read the record of changes")
    EVIDENCE_VIEW = "evidence.view", _("look at evidence and download it")
    EVIDENCE_ADD = "evidence.add", _("hand in evidence, and remove one's own")
    EVIDENCE_REMOVE = "evidence.remove", _("remove evidence of others")
    YEAR_VIEW = "year.view", _("see the year and its results")
    YEAR_EDIT = (
        "year.edit",
        _("open a year, set its dates and who is in charge, and plan its measures"),
    )
    RESULTS_EDIT = "results.edit", _("enter results")
    RESULTS_ANNOUNCE = "results.announce", _("announce results to who oversees the agency")
    MEASURES_REPORT = "measures.report", _("say how far measures have come that one's unit leads")
    OVERSEE = "oversee", _("see the agencies that are overseen")


class Role(models.TextChoices):
    """A role in an agency."""

    ADMINISTRATOR = "administrator", _("Administrator")
    ITA_OFFICER = "ita_officer", _("ITA officer")
    ITEM_OWNER = "item_owner", _("Owner of disclosure items")
    UNIT_HEAD = "unit_head", _("Head of a unit")
    CLERK = "clerk", _("Clerk of the agency")
    EXECUTIVE = "executive", _("Chief executive")
    LEGAL_OFFICER = "legal_officer", _("Legal officer")
    PROCUREMENT_OFFICER = "procurement_officer", _("Procurement officer")
    AUDITOR = "auditor", _("Internal auditor")
    VIEWER = "viewer", _("Viewer")
    OVERSEER = "overseer", _("Overseer of agencies")


_SEES = frozenset({Permission.AGENCY_VIEW, Permission.YEAR_VIEW})
_SEES_PEOPLE = _SEES | {Permission.PEOPLE_VIEW}
_SEES_EVIDENCE = _SEES_PEOPLE | {Permission.EVIDENCE_VIEW}
_ADDS = _SEES_EVIDENCE | {Permission.EVIDENCE_ADD}
_RUNS_THE_YEAR = frozenset(
    {
        Permission.YEAR_EDIT, Permission.RESULTS_EDIT, Permission.RESULTS_ANNOUNCE,
        Permission.MEASURES_REPORT,
    }
)  # fmt: skip

PERMISSIONS: Mapping[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: frozenset(Permission) - {Permission.OVERSEE},
    Role.ITA_OFFICER: _ADDS | _RUNS_THE_YEAR | {Permission.AUDIT_VIEW, Permission.EVIDENCE_REMOVE},
    Role.ITEM_OWNER: _ADDS,
    Role.UNIT_HEAD: _ADDS | {Permission.MEASURES_REPORT},
    Role.CLERK: _ADDS | {Permission.AUDIT_VIEW, Permission.RESULTS_ANNOUNCE},
    Role.EXECUTIVE: _SEES_EVIDENCE | {Permission.AUDIT_VIEW, Permission.RESULTS_ANNOUNCE},
    Role.LEGAL_OFFICER: _ADDS,
    Role.PROCUREMENT_OFFICER: _ADDS,
    Role.AUDITOR: _SEES_EVIDENCE | {Permission.AUDIT_VIEW},
    Role.VIEWER: _SEES,
    Role.OVERSEER: frozenset({Permission.AGENCY_VIEW, Permission.OVERSEE}),
}


def permissions_of(roles: Iterable[str]) -> frozenset[Permission]:
    """Return what roles, by their keys, bring together. Raises ValueError for an unknown key."""
    return frozenset().union(*(PERMISSIONS[Role(key)] for key in roles))
