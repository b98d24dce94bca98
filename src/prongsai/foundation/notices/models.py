"""Tables of deadlines, notices, mails, choices, holidays and calendars."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.agencies.owned import AgencyOwned

_OPEN = models.Q(done_at__isnull=True)


class Reminder(AgencyOwned):
    """A day by which something must be done, and who is told; another room says what it is."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {
            "id", "uuid", "agency", "subject_kind", "subject_key", "title", "due_on", "person",
            "unit", "role", "made_at", "done_at",
        }  # fmt: skip

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    subject_kind = models.CharField(max_length=40)
    subject_key = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    due_on = models.DateField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    role = models.CharField(max_length=30, blank=True)  # a key of Role
    made_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)  # done, or another day was set instead

    class Meta(AgencyOwned.Meta):
        """Let each be for one of the three, and stand open once."""

        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, unit__isnull=True, role="")
                | models.Q(person__isnull=True, unit__isnull=False, role="")
                | (models.Q(person__isnull=True, unit__isnull=True) & ~models.Q(role="")),
                name="reminder_for_one",
            ),
            *(
                models.UniqueConstraint(
                    fields=["agency", "subject_kind", "subject_key", whom],
                    condition=_OPEN & given,
                    name=f"reminder_open_once_a_{whom}",
                )
                for whom, given in (
                    ("person", models.Q(person__isnull=False)),
                    ("unit", models.Q(unit__isnull=False)),
                    ("role", ~models.Q(role="")),
                )
            ),
        ]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["agency", "due_on"], condition=_OPEN, name="reminder_open")
        ]

    def __str__(self) -> str:
        return f"{self.subject_kind} {self.subject_key}"


class MailState(models.TextChoices):
    """How far a mail is."""

    WAITING = "waiting"
    SENDING = "sending"  # written down before the server is spoken to
    SENT = "sent"
    UNSURE = "unsure"  # it may have been sent, or not: it is not sent again
    GIVEN_UP = "given_up"  # it was not sent


class Mail(AgencyOwned):
    """The digest of a day for a person: that something waits, and how many; never what."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {"id", "uuid", "agency", "person", "day", "count", "state", "at"}

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    count = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=MailState.choices, default=MailState.WAITING)
    at = models.DateTimeField(auto_now=True)

    class Meta(AgencyOwned.Meta):
        """Keep one mail a person and day."""

        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["agency", "person", "day"], name="mail_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.state}"


class Notice(AgencyOwned):
    """Something that a person is told, once."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {
            "id", "uuid", "agency", "person", "kind", "reminder", "step", "key", "title", "due_on",
            "made_at", "read_at", "mail",
        }  # fmt: skip

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)  # of kinds.KINDS
    reminder = models.ForeignKey(
        Reminder, on_delete=models.PROTECT, null=True, blank=True, related_name="notices"
    )
    step = models.IntegerField(null=True, blank=True)  # of steps.step_of
    key = models.CharField(max_length=60, blank=True)  # where no reminder says what it is about
    title = models.CharField(max_length=300, blank=True)
    due_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)
    mail = models.ForeignKey(
        Mail, on_delete=models.PROTECT, null=True, blank=True, related_name="notices"
    )

    class Meta(AgencyOwned.Meta):
        """Keep each thing told once."""

        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["reminder", "person", "step"], name="notice_once_a_step"
            ),
            models.UniqueConstraint(
                fields=["agency", "person", "kind", "key"],
                condition=models.Q(reminder__isnull=True),
                name="notice_once_a_key",
            ),
            models.CheckConstraint(
                condition=models.Q(reminder__isnull=True, step__isnull=True)
                | models.Q(reminder__isnull=False, step__isnull=False),
                name="notice_reminder_and_step_together",
            ),
        ]
        indexes: ClassVar[list[Any]] = [
            models.Index(
                fields=["agency", "person"],
                condition=models.Q(read_at__isnull=True),
                name="notice_unread",
            )
        ]

    def __str__(self) -> str:
        return self.kind


class SwitchedOff(AgencyOwned):
    """A kind of notice, or the mail of the day, that a person does not want in an agency."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {"id", "agency", "person", "kind"}

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)

    class Meta(AgencyOwned.Meta):
        """Keep each once."""

        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["agency", "person", "kind"], name="switched_off_once")
        ]

    def __str__(self) -> str:
        return self.kind


class Holiday(AgencyOwned):
    """A day off that was announced, or a known holiday on which this agency works after all."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {"id", "uuid", "agency"}
        public: ClassVar = {"day", "name", "is_off"}

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    day = models.DateField(_("day"))
    name = models.CharField(_("name"), max_length=200)
    is_off = models.BooleanField(default=True)

    class Meta(AgencyOwned.Meta):
        """Keep each day once."""

        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["agency", "day"], name="holiday_once")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.name}"


class CalendarLink(models.Model):
    """The secret word of a person's calendar, which shows the work in all of the agencies."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {"id", "person", "made_at"}
        secret: ClassVar = {"word_hash"}

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    word_hash = models.CharField(max_length=64, unique=True)  # SHA-256: the word has 256 bits
    made_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.person_id)
