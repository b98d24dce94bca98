"""The mail of the day: written from notices, sent at most once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email.message import EmailMessage

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from prongsai.core.thai.working_days import is_working_day
from prongsai.foundation.jobs.models import Job
from prongsai.foundation.jobs.services import MOST_TRIES, TryAgain
from prongsai.foundation.notices.envelopes import written
from prongsai.foundation.notices.kinds import BY_MAIL, MAIL_FAILED
from prongsai.foundation.notices.models import Mail, MailState, Notice, SwitchedOff
from prongsai.foundation.notices.selectors import holidays, staff_on
from prongsai.foundation.notices.services import tell
from prongsai.foundation.notices.smtp import NotSent, Server, Unsure, deliver

_NOT_TOLD = Q(mail=None) | Q(mail__state__in=[MailState.UNSURE, MailState.GIVEN_UP])


@transaction.atomic
def write_mails(today: date) -> Iterator[Mail]:
    """Write the mails of a day for the active agency: to who has something new that is not read.

    What stood in a mail that may not have arrived counts as new. Done again it writes none twice.
    """
    if settings.MAIL_SERVER is None or not is_working_day(today, holidays()):
        return iter(())
    unwanted = set(SwitchedOff.objects.filter(kind=BY_MAIL).values_list("person", flat=True))
    wanted = [each for each in staff_on(today).memberships if each.person_id not in unwanted]
    made = []
    for each in wanted:
        unread = Notice.objects.filter(person=each.person_id, read_at=None)
        if not unread.filter(_NOT_TOLD).exists():
            continue
        mail, is_new = Mail.objects.get_or_create(
            agency_id=each.agency_id,
            person_id=each.person_id,
            day=today,
            defaults={"count": unread.count()},
        )
        if is_new:
            unread.filter(_NOT_TOLD).update(mail=mail)
            made.append(mail)
    return iter(made)


def send(job: Job) -> None:
    """Send the mail of a job, at most once.

    :raises TryAgain: if the server surely did not take it.
    """
    server: Server | None = settings.MAIL_SERVER
    if server is None:  # it was taken out of the settings meanwhile: that is to be seen
        raise TryAgain
    mail = _begun(job.key)
    if mail is None:
        return
    try:
        deliver(
            letter(mail),
            sender=settings.MAIL_FROM,
            recipient=mail.person.email,
            server=server,
        )
    except Unsure:
        _set(mail, MailState.UNSURE)
    except NotSent as error:
        if error.is_final or job.tries + 1 >= MOST_TRIES:
            _give_up(mail)
            return
        _set(mail, MailState.WAITING)
        raise TryAgain from error
    else:
        _set(mail, MailState.SENT)


def letter(mail: Mail) -> EmailMessage:
    """Write a mail in the language of its reader: how many wait and where, never what.

    :raises NotSent: if the address cannot stand in a letter.
    """
    address = settings.ADDRESS
    with translation.override(mail.person.language):
        subject = _("Prongsai: %(count)s notices wait for you") % {"count": mail.count}
        body = _(
            "%(count)s notices wait for you. Read them here:\n\n%(link)s\n\n"
            "You can switch these messages off here:\n\n%(choices)s\n"
        ) % {
            "count": mail.count,
            "link": f"{address}/notices",
            "choices": f"{address}/notices/choices",
        }
    return written(subject, body, to=mail.person.email, key=mail.uuid)


@transaction.atomic
def _begun(key: str) -> Mail | None:
    """Write down that a mail is being sent, before anything is; None where it is not to be sent."""
    mail = Mail.objects.select_for_update().get(uuid=key)
    if mail.state == MailState.SENDING:
        # Whoever began this was killed, before the server took it or after: nobody can know.
        _set(mail, MailState.UNSURE)
    if mail.state != MailState.WAITING:
        return None
    _set(mail, MailState.SENDING)
    return Mail.objects.select_related("person").get(pk=mail.pk)


@transaction.atomic
def _give_up(mail: Mail) -> None:
    _set(mail, MailState.GIVEN_UP)
    today = timezone.localdate()
    people = staff_on(today).administrators()
    tell(people=people, kind=MAIL_FAILED, key=today.isoformat())


def _set(mail: Mail, state: MailState) -> None:
    mail.state = state
    mail.save(update_fields=["state", "at"])
