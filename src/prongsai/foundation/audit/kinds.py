"""Every kind of event, with its sentence; an unknown kind is a bug and is refused."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as _

KINDS: Mapping[str, str] = {
    "agency.created": _("%(by)s opened %(subject)s"),
    "agency.changed": _("%(by)s changed %(subject)s"),
    "unit.added": _("%(by)s added the unit %(subject)s"),
    "unit.changed": _("%(by)s changed the unit %(subject)s"),
    "unit.closed": _("%(by)s closed the unit %(subject)s"),
    "person.invited": _("%(by)s invited %(subject)s"),
    "person.joined": _("%(subject)s took up the invitation"),
    "person.signed_in": _("%(subject)s signed in"),
    "membership.changed": _("%(by)s changed what %(subject)s may do"),
    "membership.ended": _("%(by)s ended the membership of %(subject)s"),
    "acting.granted": _("%(by)s let %(subject)s act for another post"),
    "year.opened": _("%(by)s opened the fiscal year %(subject)s"),
    "year.edition_corrected": _("%(by)s took the corrected framework for %(subject)s"),
    "year.date_set": _("%(by)s set a date of %(subject)s"),
    "year.date_removed": _("%(by)s took a date out of %(subject)s"),
    "year.charge_set": _("%(by)s changed who is in charge in %(subject)s"),
    "results.saved": _("%(by)s saved results of %(subject)s"),
    "results.announced": _("%(by)s changed which results of %(subject)s are announced"),
}
