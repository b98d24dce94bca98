"""Forms of the staff pages: they check what was written, and save nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.forms import fields_for_model
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Capacity, Person
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.services import Post, roles_from
from prongsai.foundation.agencies.models import Agency, AgencyKind, Unit, UnitLevel
from prongsai.foundation.agencies.selectors import unit_tree
from prongsai.foundation.agencies.services import CHANGEABLE
from prongsai.foundation.notices.kinds import BY_MAIL, KINDS, kinds_for
from prongsai.web.day_fields import DayField
from prongsai.web.suggestions import offer_places
from prongsai.web.text_fields import SeenText

if TYPE_CHECKING:
    OfUnits = forms.ModelChoiceField[Unit]
else:
    # Django's fields take no parameter while they run.
    OfUnits = forms.ModelChoiceField


# What others find an agency by.
SEEN = {"name": SeenText, "province": SeenText}


class Options(forms.Select):
    """A choice of very many: Django's own way takes a fifth of a millisecond for ten."""

    template_name = "web/options.html"

    def optgroups(self, name: str, value: list[str], attrs: object = None) -> list[Any]:  # noqa: ARG002
        """Return one group of the value of each option, its label, and whether it is chosen."""
        options = [(str(key), label, str(key) in value) for key, label in self.choices]
        return [(None, options, 0)]


class Boxes(forms.CheckboxSelectMultiple):
    """Boxes to tick, each drawn from one template: Django's own takes four."""

    option_template_name = "web/box.html"


class UnitChoice(OfUnits):
    """An open unit of the active agency, shown as deep as it stands."""

    def __init__(self, **options: Any) -> None:
        """Offer nothing until a form is made: then an agency is active."""
        super().__init__(queryset=None, required=False, widget=Options, **options)

    def offer(self) -> None:
        """Offer the units of the active agency in the order of the tree."""
        self.queryset = Unit.objects.filter(is_closed=False)
        dashes = ((each.pk, "– " * each.depth + each.name) for each in unit_tree())
        self.widget.choices = [("", _("(none)")), *dashes]


class WithUnits(forms.Form):
    """A form with a choice of units."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the units of the active agency."""
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, UnitChoice):
                field.offer()


class AgencyForm(forms.Form):
    """What an agency is called, where it is and how it writes its documents."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for what an administrator may change."""
        super().__init__(*args, **kwargs)
        self.fields.update(fields_for_model(Agency, fields=CHANGEABLE, field_classes=SEEN))
        self.fields["kind"] = forms.ChoiceField(label=_("Kind"), choices=AgencyKind.choices)
        offer_places(self)


class UnitForm(WithUnits):
    """How a unit is called and where it stands."""

    name = SeenText(label=_("Name of the unit"), max_length=200)
    parent = UnitChoice(label=_("Stands below"))
    seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)


class NewUnitForm(UnitForm):
    """A unit to add; its level stays what it is."""

    level = forms.ChoiceField(label=_("Level"), choices=UnitLevel.choices)
    field_order = ("name", "level", "parent")

    def clean_level(self) -> UnitLevel:
        """Return the level as one of ours."""
        return UnitLevel(self.cleaned_data["level"])


class PostForm(WithUnits):
    """What somebody is to be in the agency."""

    position = forms.CharField(label=_("Position"), max_length=200, required=False)
    unit = UnitChoice(label=_("Unit"))
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=Role.choices,
        widget=Boxes,
        error_messages={"required": _("Choose at least one role.")},
    )

    def post(self) -> Post:
        """Return what was written."""
        data = self.cleaned_data
        return Post(roles_from(data["roles"]), data["position"], data["unit"])


class MemberForm(PostForm):
    """What somebody who works here is to be."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)


class InviteForm(PostForm):
    """Somebody to invite."""

    name = SeenText(label=_("Name, with prefix or rank"), max_length=200)
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    field_order = ("name", "email", "position", "unit", "roles")


class ActingForm(forms.Form):
    """A post that somebody acts for."""

    capacity = forms.ChoiceField(label=_("Capacity"), choices=Capacity.choices)
    post = SeenText(label=_("Post"), max_length=200)
    role = forms.ChoiceField(
        label=_("What the post may do"), choices=[("", _("(nothing more)")), *Role.choices],
        required=False,
    )  # fmt: skip
    starts_on = DayField(label=_("From"), required=True)
    ends_on = DayField(label=_("To"), required=True)


class ChoicesForm(forms.Form):
    """Which notices somebody wants."""

    wanted = forms.MultipleChoiceField(label=_("Tell me of"), required=False, widget=Boxes)

    def __init__(self, *args: Any, who: Actor, **kwargs: Any) -> None:
        """Offer the kinds of notices that somebody can get, and the mail of the day."""
        super().__init__(*args, **kwargs)
        kinds = ((key, gettext(KINDS[key].name)) for key in kinds_for(who))
        self.fields["wanted"].choices = [*kinds, (BY_MAIL, _("by an e-mail a day"))]  # type: ignore[attr-defined]


class HolidayForm(forms.Form):
    """A day off that was announced, or a holiday on which the agency works."""

    day = DayField(label=_("Day"), required=True)
    name = SeenText(label=_("Name of the day"), max_length=200)
    is_off = forms.TypedChoiceField(
        label=_("On this day"),
        choices=[("yes", _("the agency is closed")), ("no", _("the agency works after all"))],
        coerce=lambda given: given == "yes",
    )


class NewPasswordForm(forms.Form):
    """A password that somebody chooses."""

    password = forms.CharField(
        label=_("Password"),
        max_length=1_000,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        help_text=_("At least 12 letters. A sentence that only you know is best."),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        """Ask for the password of a person, which may not be like the name or the address."""
        super().__init__(*args, **kwargs)
        self._person = person

    def clean_password(self) -> str:
        """Return the password. Raises ValidationError where it is easy to guess."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self._person)
        return password
