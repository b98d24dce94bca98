"""Close the record: rows are added and forgotten, and nothing else."""

from django.db import migrations

from prongsai.foundation.audit.append_only import close, open_again


class Migration(migrations.Migration):
    """Make the triggers."""

    dependencies = [("audit", "0001_events")]
    operations = [migrations.RunPython(close, open_again)]
