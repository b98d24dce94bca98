from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.conf import LazySettings

from prongsai.foundation.accounts.models import Person
from prongsai.foundation.agencies import scope
from prongsai.foundation.jobs.models import Job, State
from prongsai.foundation.jobs.services import MOST_TRIES, PAUSES
from prongsai.foundation.jobs.work import do_next
from prongsai.foundation.notices.kinds import BY_MAIL, KINDS, MAIL_FAILED
from prongsai.foundation.notices.models import Mail, Notice
from prongsai.foundation.notices.services import choose, mark_all_read
from prongsai.foundation.notices.smtp import Server
from tests.factories.deadlines import MONDAY, TITLE, asked, deadline, mails, told
from tests.factories.mail_server import Box, mail_server
from tests.factories.people import Somebody

pytestmark = [pytest.mark.django_db, pytest.mark.enable_socket]
ADDRESS = "https://ita.example.go.th"


@pytest.fixture
def box(settings: LazySettings) -> Iterator[Box]:
    with mail_server() as made:
        settings.MAIL_SERVER = Server(host="127.0.0.1", port=made.port)
        settings.MAIL_FROM, settings.ADDRESS = "ita@example.go.th", ADDRESS
        yield made


@pytest.fixture
def officer(anong: Somebody, dao: Somebody) -> Somebody:
    """Somebody with a deadline tomorrow."""
    with scope.agency(dao.agency.pk):
        for each in (anong, dao):
            each.membership.starts_on = date(2020, 1, 1)
            each.membership.save()
    deadline(anong, MONDAY + timedelta(days=1))
    return anong


def a_day(who: Somebody, today: date = MONDAY) -> int:
    """Do the day of an agency, and all that it asks for; return how many jobs were begun."""
    asked(who.agency, "notices.day", today.isoformat())
    return work_on()


def work_on() -> int:
    count = 0
    while do_next():
        count += 1
    return count


def no_pause(who: Somebody) -> None:
    with scope.agency(who.agency.pk):
        Job.objects.update(not_before=None)


def test_a_mail_says_that_something_waits_and_never_what(officer: Somebody, box: Box) -> None:
    a_day(officer)
    ((address, message),) = box.taken
    whole = f"{message}{message.get_content()}"
    assert (address, message["To"]) == (officer.person.email, officer.person.email)
    assert message["Subject"] == "โปร่งใส: มีการแจ้งเตือน 1 รายการ"
    assert f"{ADDRESS}/notices\n" in message.get_content()
    assert not any(word in whole for word in (TITLE, officer.person.name, officer.agency.name))
    assert mails(officer.agency) == [("sent", 1)]


def test_a_mail_is_in_the_language_of_its_reader(officer: Somebody, box: Box) -> None:
    Person.objects.filter(pk=officer.person.pk).update(language="en")
    a_day(officer)
    assert box.taken[0][1]["Subject"] == "Prongsai: 1 notices wait for you"


def test_a_day_sends_one_mail_and_a_day_without_news_none(officer: Somebody, box: Box) -> None:
    assert [a_day(officer), a_day(officer), a_day(officer, MONDAY + timedelta(days=1))] == [2, 0, 1]
    assert len(box.taken) == 1


def test_without_a_mail_server_people_are_told_in_the_pages_only(officer: Somebody) -> None:
    a_day(officer)
    assert (len(told(officer)), mails(officer.agency)) == (1, [])


def test_who_wants_no_mail_gets_none(officer: Somebody, box: Box) -> None:
    with scope.agency(officer.agency.pk):
        choose(person=officer.person, wanted=[*KINDS], by=officer.actor)
    a_day(officer)
    assert (len(told(officer)), box.taken) == (1, [])
    with scope.agency(officer.agency.pk):
        choose(person=officer.person, wanted=[*KINDS, BY_MAIL], by=officer.actor)
    a_day(officer, MONDAY + timedelta(days=1))
    assert len(box.taken) == 1


def test_a_server_that_is_busy_is_asked_again_after_growing_pauses(
    officer: Somebody, box: Box
) -> None:
    box.answers = ["451 later", "451 later"]
    a_day(officer)
    waits = []
    for _ in range(2):
        with scope.agency(officer.agency.pk):
            job = Job.objects.get(kind="notices.mail")
        assert job.not_before is not None
        waits.append((job.state, job.tries, job.not_before > job.asked_at + PAUSES[job.tries - 1]))
        no_pause(officer)
        work_on()
    assert waits == [(State.WAITING, 1, True), (State.WAITING, 2, True)]
    assert (len(box.taken), mails(officer.agency)) == (1, [("sent", 1)])


def test_a_server_that_never_answers_is_told_to_the_administrator_once(
    officer: Somebody, dao: Somebody, settings: LazySettings, box: Box
) -> None:
    settings.MAIL_SERVER = Server(host="127.0.0.1", port=1)
    a_day(officer)
    for _ in range(MOST_TRIES):
        no_pause(officer)
        work_on()
    assert mails(officer.agency) == [("given_up", 1)]
    assert (told(dao), box.taken) == ([(MAIL_FAILED, None)], [])


def test_what_stood_in_a_mail_that_was_given_up_is_in_the_next(officer: Somebody, box: Box) -> None:
    box.answers = ["550 no"]
    a_day(officer)
    assert mails(officer.agency) == [("given_up", 1)]
    a_day(officer, MONDAY + timedelta(days=1))
    assert [address for address, _ in box.taken].count(officer.person.email) == 1


def test_an_address_with_a_line_break_sends_nothing_to_anybody(officer: Somebody, box: Box) -> None:
    bad = "a@example.org\nbcc: x@example.org"
    Person.objects.filter(pk=officer.person.pk).update(email=bad)
    a_day(officer)
    assert (box.taken, mails(officer.agency)) == ([], [("given_up", 1)])


def test_a_mail_whose_sender_was_killed_is_not_sent_again_and_comes_into_the_next(
    officer: Somebody, box: Box
) -> None:
    asked(officer.agency, "notices.day", MONDAY.isoformat())
    do_next()
    with scope.agency(officer.agency.pk):
        Mail.objects.update(state="sending")
    work_on()
    assert (box.taken, mails(officer.agency)) == ([], [("unsure", 1)])
    a_day(officer, MONDAY + timedelta(days=1))
    assert mails(officer.agency) == [("unsure", 1), ("sent", 1)]


def test_what_was_read_is_in_no_mail(officer: Somebody, box: Box, settings: LazySettings) -> None:
    server, settings.MAIL_SERVER = settings.MAIL_SERVER, None
    a_day(officer)
    settings.MAIL_SERVER = server
    with scope.agency(officer.agency.pk):
        mark_all_read(person=officer.person, up_to=Notice.objects.latest("pk").pk)
    a_day(officer, MONDAY + timedelta(days=1))
    assert box.taken == []
