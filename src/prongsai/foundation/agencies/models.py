"""Tables of agencies and their units."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.foundation.agencies.owned import AgencyOwned


class AgencyKind(models.TextChoices):
    """What an agency is; local administrations as the open list of the DLA names them (FIELD.md
    2.2), and who looks after them.
    """

    SAO = "sao", _("Subdistrict administrative organisation")
    SUBDISTRICT_MUNICIPALITY = "subdistrict_municipality", _("Subdistrict municipality")
    TOWN_MUNICIPALITY = "town_municipality", _("Town municipality")
    CITY_MUNICIPALITY = "city_municipality", _("City municipality")
    PAO = "pao", _("Provincial administrative organisation")
    SPECIAL = "special", _("Special local administration")
    OTHER = "other", _("Another public agency")
    OVERSEER = "overseer", _("Province or ministry that oversees agencies")


class Digits(models.TextChoices):
    """Which digits documents are written in."""

    THAI = "thai", _("Thai digits (๑๒๓)")
    ARABIC = "arabic", _("Arabic digits (123)")


class WhoMust(models.TextChoices):
    """Of whom an agency asks a second factor at the sign-in."""

    NOBODY = "nobody", _("Nobody: each decides")
    ADMINISTRATORS = "administrators", _("Administrators")
    WRITERS = "writers", _("Everybody who may write")
    EVERYBODY = "everybody", _("Everybody")


class UnitLevel(models.TextChoices):
    """How high a unit stands: office or division, section, job (FIELD.md 2.4)."""

    DIVISION = "division", _("Office or division")
    SECTION = "section", _("Section")
    JOB = "job", _("Job")


class Agency(models.Model):
    """A public agency: the tenant."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {
            "id", "uuid", "digits", "document_number", "is_active", "created_at", "overseer",
            "second_factor",
        }  # fmt: skip
        public: ClassVar = {
            "name", "kind", "code", "province", "district", "subdistrict",
        }  # fmt: skip

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name of the agency"), max_length=200, unique=True)
    kind = models.CharField(_("kind"), max_length=30, choices=AgencyKind.choices)
    # Text: codes of the open list begin with 0 in some systems.
    code = models.CharField(_("code"), max_length=20, blank=True)
    province = models.CharField(_("province"), max_length=80)
    district = models.CharField(_("district"), max_length=80, blank=True)
    subdistrict = models.CharField(_("subdistrict"), max_length=80, blank=True)
    digits = models.CharField(
        _("digits in documents"), max_length=10, choices=Digits.choices, default=Digits.THAI
    )
    # Letters of the province and number of the office, as in "สค ๗๓๒๐๑" (FIELD.md 1.5).
    document_number = models.CharField(
        _("letters and number of documents"), max_length=40, blank=True
    )
    second_factor = models.CharField(
        _("who must have a second factor"),
        max_length=20,
        choices=WhoMust.choices,
        default=WhoMust.NOBODY,
        help_text=_(
            "Whoever must and has none sets one up after the sign-in, before anything else. "
            "Programs with a token and links to a calendar are not asked."
        ),
    )
    overseer = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Keep each code once."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["code"], condition=~models.Q(code=""), name="agency_code_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(overseer=models.F("id")), name="agency_not_its_own_overseer"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Unit(AgencyOwned):
    """A part of an agency."""

    class Data:
        """Say what each field may be shown in."""

        internal: ClassVar = {"id", "uuid", "agency", "place", "is_closed"}
        public: ClassVar = {"name", "level", "parent"}

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name of the unit"), max_length=200)
    level = models.CharField(_("level"), max_length=10, choices=UnitLevel.choices)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    place = models.PositiveIntegerField(default=0)  # among its neighbours, as people order them
    is_closed = models.BooleanField(default=False)

    class Meta(AgencyOwned.Meta):
        """Keep a name once among the parts of a unit, and a division at the top."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["parent", "name"], name="unit_name_once_below_its_parent"
            ),
            models.UniqueConstraint(
                fields=["agency", "name"],
                condition=models.Q(parent__isnull=True),
                name="unit_name_once_at_the_top",
            ),
            models.CheckConstraint(
                condition=models.Q(level="division", parent__isnull=True)
                | models.Q(level__in=["section", "job"], parent__isnull=False),
                name="unit_division_at_the_top",
            ),
        ]
        # A page of a long tree is read as it stands, without sorting the rest.
        indexes: ClassVar = [
            models.Index(fields=["agency", "parent", "place", "id"], name="unit_in_its_place")
        ]

    def __str__(self) -> str:
        return self.name
