"""Where the name of a member stands in a Thai dictionary, kept where lists are read."""

import re

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.text import normalise
from prongsai.foundation.agencies import scope

AT_ONCE = 500


def key_of(name: str) -> bytes:
    """Return the key of a name, as `core.thai.order` made it when this step was written."""
    written = normalise(name)
    letters = re.sub("[\u0e2f\u0e3a\u0e46-\u0e4e]", "", to_arabic_digits(written).lower())
    swapped = re.sub("([\u0e40-\u0e44])([\u0e01-\u0e2e])", r"\2\1", letters)
    return f"{swapped}\0{written}".encode()


def put_in_order(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Give the members who are there their keys, agency by agency: the wall shows no more."""
    members = apps.get_model("accounts", "Membership").objects
    for agency in apps.get_model("agencies", "Agency").objects.order_by("id"):
        with scope.agency(agency.pk):
            rows = list(members.filter(agency_id=agency.pk).select_related("person"))
            for row in rows:
                row.sorted_by = key_of(row.person.name)
            members.bulk_update(rows, ["sorted_by"], batch_size=AT_ONCE)


class Migration(migrations.Migration):
    """Add the column and its index, and fill it."""

    dependencies = [("accounts", "0006_password_links")]

    operations = [
        migrations.AddField(
            model_name="membership",
            name="sorted_by",
            field=models.BinaryField(default=b""),
        ),
        migrations.AddIndex(
            model_name="membership",
            index=models.Index(fields=["agency", "sorted_by", "id"], name="membership_by_name"),
        ),
        migrations.RunPython(put_in_order, migrations.RunPython.noop),
    ]
