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
    "person.password_changed": _("%(subject)s changed the password"),
    "outside_sign_in.connected": _("%(subject)s connected the sign-in outside"),
    "outside_sign_in.disconnected": _("%(subject)s ended the connection of the sign-in outside"),
    "passkey.added": _("%(subject)s added a passkey"),
    "passkey.removed": _("%(subject)s removed a passkey"),
    "sessions.ended": _("%(subject)s ended sessions elsewhere"),
    "second_factor.turned_on": _("%(subject)s turned on the second factor"),
    "second_factor.turned_off": _("%(subject)s turned off the second factor"),
    "second_factor.removed": _("%(by)s removed the second factor of %(subject)s"),
    "recovery_codes.made": _("%(subject)s made new codes for a lost phone"),
    "recovery_codes.used": _("%(subject)s signed in with a code for a lost phone"),
    "token.made": _("%(by)s made the token %(subject)s for a program"),
    "token.revoked": _("%(by)s revoked the token %(subject)s of a program"),
    "membership.changed": _("%(by)s changed what %(subject)s may do"),
    "membership.ended": _("%(by)s ended the membership of %(subject)s"),
    "reminder.set": _("%(by)s set a day for %(subject)s"),
    "reminder.settled": _("%(by)s settled the deadline of %(subject)s"),
    "notices.chosen": _("%(by)s chose which notices %(subject)s gets"),
    "holiday.added": _("%(by)s added the holiday %(subject)s"),
    "holiday.removed": _("%(by)s removed the holiday %(subject)s"),
    "calendar.linked": _("%(by)s made a link to the calendar of %(subject)s"),
    "calendar.unlinked": _("%(by)s closed the link to the calendar of %(subject)s"),
    "acting.granted": _("%(by)s let %(subject)s act for another post"),
    "file.added": _("%(by)s handed in the file %(subject)s"),
    "file.downloaded": _("%(by)s downloaded the file %(subject)s"),
    "file.removed": _("%(by)s removed the file %(subject)s"),
    "file.infected": _("%(by)s handed in %(subject)s, in which a virus was found"),
    "year.opened": _("%(by)s opened the fiscal year %(subject)s"),
    "year.closed": _("%(by)s closed the fiscal year %(subject)s"),
    "year.reopened": _("%(by)s opened the fiscal year %(subject)s again"),
    "year.edition_corrected": _("%(by)s took the corrected framework for %(subject)s"),
    "year.date_set": _("%(by)s set a date of %(subject)s"),
    "year.date_removed": _("%(by)s took a date out of %(subject)s"),
    "year.charge_set": _("%(by)s changed who is in charge in %(subject)s"),
    "results.saved": _("%(by)s saved results of %(subject)s"),
    "results.announced": _("%(by)s changed which results of %(subject)s are announced"),
}
