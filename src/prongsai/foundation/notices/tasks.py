"""What the worker runs for notices: the day of an agency, and one mail."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from prongsai.foundation.jobs.models import Job
from prongsai.foundation.jobs.selectors import given_up
from prongsai.foundation.jobs.services import ask, forget_old
from prongsai.foundation.notices import mails
from prongsai.foundation.notices.kinds import JOB_FAILED
from prongsai.foundation.notices.selectors import staff_on
from prongsai.foundation.notices.services import tell, tell_of_deadlines

MAIL = "notices.mail"


@transaction.atomic
def day(job: Job) -> None:
    """Tell the people of an agency what a day brings, and ask for their mails to be sent."""
    today = date.fromisoformat(job.key)
    tell_of_deadlines(today)
    _tell_of_jobs(today)
    for mail in mails.write_mails(today):
        ask(agency_id=job.agency_id, kind=MAIL, key=str(mail.uuid))
    forget_old(timezone.now())


def mail(job: Job) -> None:
    """Send one mail."""
    mails.send(job)


def _tell_of_jobs(today: date) -> None:
    people = staff_on(today).administrators()
    for job in given_up():
        tell(people=people, kind=JOB_FAILED, key=str(job.uuid), title=job.kind)
