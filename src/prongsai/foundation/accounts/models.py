"""Tables of people and what they are in an agency."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from prongsai.core.thai.order import dictionary_key
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, Unit
from prongsai.foundation.agencies.owned import AgencyOwned


class PersonQuerySet(models.QuerySet["Person"]):
    """People, whose names are changed one by one."""

    def update(self, **kwargs: Any) -> int:
        """Change all people found. Raises TypeError for names: lists would not follow them."""
        if "name" in kwargs:
            raise TypeError(
                "names are changed by save(), which keeps the lists of members in order"
            )
        return super().update(**kwargs)


class PersonManager(BaseUserManager["Person"]):
    """People, found by their address in any case."""

    def get_queryset(self) -> PersonQuerySet:
        """Return all people."""
        return PersonQuerySet(self.model, using=self._db)

    def get_by_natural_key(self, username: str | None) -> Person:
        """Return the person of an e-mail address. Raises Person.DoesNotExist."""
        return self.get(email=(username or "").lower())


class Person(AbstractBaseUser):
    """A human being who may come in."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {"id", "uuid", "is_active", "language", "created_at", "last_login"}
        personal: ClassVar = {"email", "name"}
        secret: ClassVar = {"password"}

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mail address"), max_length=254, unique=True)  # in small letters
    name = models.CharField(_("name"), max_length=200)  # with prefix or rank, as it is signed
    language = models.CharField(_("language"), max_length=2, default="th")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    objects: ClassVar[PersonManager] = PersonManager()

    class Meta:
        """Keep each address once, in any case."""

        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="person_email_in_small_letters"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row; where the name is written again, the lists of every agency follow it."""
        is_new, fields = self._state.adding, kwargs.get("update_fields")
        with transaction.atomic():
            super().save(*args, **kwargs)
            if not is_new and (fields is None or "name" in fields):
                with scope.everywhere():
                    places = Membership.objects.filter(person=self)
                    places.update(sorted_by=dictionary_key(self.name))


class Membership(AgencyOwned):
    """What a person is in an agency, from a day to a day."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {
            "id", "uuid", "agency", "person", "unit", "position", "roles", "starts_on", "ends_on",
        }  # fmt: skip
        personal: ClassVar = {"sorted_by"}

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    position = models.CharField(_("position"), max_length=200, blank=True)
    roles = models.JSONField(default=list)  # keys of Role
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)  # the last day
    # Where the person's name stands in a Thai dictionary. It is kept here, and not beside the name,
    # so that a page of many members is read as it stands, without sorting the rest.
    sorted_by = models.BinaryField(default=b"")

    class Meta(AgencyOwned.Meta):
        """Keep one membership a person and agency; nothing ends before it begins."""

        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["agency", "person"], name="membership_once"),
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="membership_ends_after_it_starts",
            ),
        ]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["agency", "sorted_by", "id"], name="membership_by_name")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.position}"

    def complete(self) -> None:
        """Let it stand where the name of its person does."""
        self.sorted_by = dictionary_key(self.person.name)

    def is_on(self, day: date) -> bool:
        """Test if it has begun on a day, and has not ended before it."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


class Capacity(models.TextChoices):
    """In what capacity somebody acts for a post (FIELD.md 2.4): the Thai words are the law's."""

    ACTING_FOR = "acting_for", "รักษาการแทน"
    ACTING_IN_OFFICE = "acting_in_office", "รักษาราชการแทน"
    ON_BEHALF = "on_behalf", "ปฏิบัติราชการแทน"


class Acting(AgencyOwned):
    """A post that a member acts for between two days, both included, or until it is ended.

    The row stays when it is ended: what was signed meanwhile was signed by who acted then.
    """

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {
            "id", "uuid", "agency", "membership", "capacity", "post", "role", "starts_on",
            "ends_on", "ended_at",
        }  # fmt: skip

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="acting")
    capacity = models.CharField(_("capacity"), max_length=20, choices=Capacity.choices)
    post = models.CharField(_("post"), max_length=200)
    role = models.CharField(_("role"), max_length=30, blank=True)  # what the post may do, by key
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    ended_at = models.DateTimeField(null=True, blank=True)  # before its time, or before it began

    class Meta(AgencyOwned.Meta):
        """Let nothing end before it begins."""

        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="acting_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.capacity} {self.post}"


class Invitation(AgencyOwned):
    """A way in that works once, until a moment."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {
            "id", "uuid", "agency", "unit", "position", "roles", "expires_at", "taken_up_at",
        }  # fmt: skip
        personal: ClassVar = {"email", "name"}
        secret: ClassVar = {"word_hash"}

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mail address"), max_length=254)
    name = models.CharField(_("name"), max_length=200)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    position = models.CharField(_("position"), max_length=200, blank=True)
    roles = models.JSONField(default=list)
    word_hash = models.CharField(max_length=64, unique=True)  # SHA-256: the word has 256 bits
    expires_at = models.DateTimeField()
    taken_up_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.email


class Token(AgencyOwned):
    """A key with which a program works for a member, until a moment, never beyond that member."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {
            "id", "uuid", "agency", "membership", "name", "scopes", "made_at", "expires_at",
            "last_used_on", "revoked_at",
        }  # fmt: skip
        secret: ClassVar = {"word_hash"}

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=100)  # of the program
    word_hash = models.CharField(max_length=64, unique=True)  # SHA-256: the word has 256 bits
    scopes = models.JSONField(_("what it may do"), default=list)  # keys of Scope
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("works until"))
    last_used_on = models.DateField(null=True, blank=True)  # the day is enough
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta(AgencyOwned.Meta):
        """Let nothing end before it begins."""

        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("made_at")),
                name="token_expires_after_it_is_made",
            )
        ]

    def __str__(self) -> str:
        return self.name


class PasswordLink(models.Model):
    """A way to a new password that works once, until a moment; a person has one at most."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {"id", "person", "shown_in", "expires_at"}
        secret: ClassVar = {"word_hash"}

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    shown_in = (
        models.ForeignKey(  # whose administrator saw it; empty: only its person and the server
            Agency, on_delete=models.PROTECT, null=True, related_name="+"
        )
    )
    word_hash = models.CharField(max_length=64, unique=True)  # SHA-256: the word has 256 bits
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.person_id)
