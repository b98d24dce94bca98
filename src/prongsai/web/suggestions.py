"""Fields that offer names and take any other: browsers show the list without a script."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.foundation.agencies.places import districts, provinces, subdistricts


class Suggested(forms.TextInput):
    """A field to write in, with names to choose from."""

    template_name = "web/suggested.html"

    def __init__(self, names: tuple[str, ...], attrs: dict[str, Any]) -> None:
        """Offer these names."""
        super().__init__(attrs)
        self._names = names

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Name the list by its field."""
        context = super().get_context(name, value, attrs)
        context["widget"]["names"] = self._names
        if self._names:
            context["widget"]["attrs"]["list"] = f"{name}-names"
        return context


def offer_places(form: forms.BaseForm) -> None:
    """Offer provinces, the districts of the one that is written, and so on."""
    province, district = (form[name].value() or "" for name in ("province", "district"))
    offered = {
        "province": provinces(),
        "district": districts(province),
        "subdistrict": subdistricts(province, district),
    }
    for name, names in offered.items():
        field = form.fields[name]
        field.widget = Suggested(names, field.widget.attrs)
    # The licence asks for it wherever the names are shown.
    form.fields["subdistrict"].help_text = _(
        "Names are offered for the province and district that are saved; you may write others."
        " Names of places: GeoThai, CC BY 4.0."
    )
