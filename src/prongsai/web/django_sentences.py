"""What Django says on our pages: named here, so that our own Thai stands before Django's."""

from __future__ import annotations

from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

SENTENCES = (
    _("This field is required."),
    _("Enter a valid email address."),
    _("Enter a valid date."),
    _("Select a valid choice. %(value)s is not one of the available choices."),
    _("Select a valid choice. That choice is not one of the available choices."),
    _("Null characters are not allowed."),
    _("“%(value)s” is not a valid UUID."),
    _(
        "Please enter a correct %(username)s and password. Note that both fields may be "
        "case-sensitive."
    ),
)


def count_in_thai() -> None:
    """Let what is too long be refused in one sentence; Django has two, by the number."""
    MaxLengthValidator.message = gettext_lazy(
        "At most %(limit_value)d characters; these are %(show_value)d. Shorten it."
    )
