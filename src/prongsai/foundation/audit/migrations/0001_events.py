"""Events and the heads of their chains."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the tables."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AuditHead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chain", models.BigIntegerField(unique=True)),
                ("number", models.PositiveBigIntegerField(default=0)),
                (
                    "hash",
                    models.CharField(
                        default="0000000000000000000000000000000000000000000000000000000000000000",
                        max_length=64,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("chain", models.BigIntegerField()),
                ("number", models.PositiveBigIntegerField()),
                ("at", models.DateTimeField()),
                ("kind", models.CharField(max_length=60)),
                ("subject_kind", models.CharField(max_length=40)),
                ("subject_key", models.CharField(max_length=40)),
                ("author_key", models.CharField(max_length=40)),
                ("request_id", models.CharField(blank=True, max_length=40)),
                ("details", models.JSONField(null=True)),
                ("salt", models.CharField(max_length=32, null=True)),
                ("details_hash", models.CharField(max_length=64)),
                ("previous_hash", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("chain", "number"), name="audit_event_number_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("details__isnull", True), ("salt__isnull", True)),
                            models.Q(("details__isnull", False), ("salt__isnull", False)),
                            _connector="OR",
                        ),
                        name="audit_event_details_and_salt_together",
                    ),
                ],
            },
        ),
    ]
