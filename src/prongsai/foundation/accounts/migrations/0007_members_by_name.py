"""Where the name of a member stands in a Thai dictionary, kept where lists are read."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from prongsai.core.thai.order import dictionary_key
from prongsai.foundation.agencies import scope

AT_ONCE = 500


def put_in_order(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Give the members who are there their keys, agency by agency: the wall shows no more.

    The keys of now, not of this step: who changes the rule writes a step that does it anew.
    """
    members = apps.get_model("accounts", "Membership").objects
    for agency in apps.get_model("agencies", "Agency").objects.order_by("id"):
        with scope.agency(agency.pk):
            rows = list(members.filter(agency_id=agency.pk).select_related("person"))
            for row in rows:
                row.sorted_by = dictionary_key(row.person.name)
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
