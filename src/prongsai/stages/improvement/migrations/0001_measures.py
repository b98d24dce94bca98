"""Tables of the measures of a year."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the tables."""

    initial = True

    dependencies = [
        ("agencies", "0003_who_must_have_a_second_factor"),
    ]

    operations = [
        migrations.CreateModel(
            name="Measure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("fiscal_year", models.PositiveIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=300, verbose_name="What is to be done")),
                ("answers", models.JSONField(default=list, verbose_name="What it answers")),
                ("steps", models.JSONField(default=list, verbose_name="Steps")),
                (
                    "first_month",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="From the month"
                    ),
                ),
                (
                    "last_month",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="To the month"
                    ),
                ),
                ("follow_up", models.TextField(blank=True, verbose_name="How it is followed up")),
                (
                    "cures",
                    models.JSONField(
                        default=list, verbose_name="OIT items that it brings in order"
                    ),
                ),
                ("evidence", models.JSONField(default=list, verbose_name="Wanted evidence")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("done", "Done"),
                            ("dropped", "Dropped"),
                        ],
                        default="not_started",
                        max_length=12,
                        verbose_name="State",
                    ),
                ),
                ("dropped_because", models.CharField(blank=True, max_length=300)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "carried_from",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_on",
                        to="improvement.measure",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.unit",
                        verbose_name="Lead unit",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="SupportingUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveIntegerField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="support",
                        to="improvement.measure",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.unit",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.UniqueConstraint(
                fields=("agency", "fiscal_year", "number"), name="measure_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("first_month__isnull", True), ("last_month__isnull", True)),
                    models.Q(("first_month__range", (1, 12)), ("last_month__range", (1, 12))),
                    _connector="OR",
                ),
                name="measure_months_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "dropped"), models.Q(("dropped_because", ""), _negated=True)
                    ),
                    models.Q(
                        models.Q(("state", "dropped"), _negated=True), ("dropped_because", "")
                    ),
                    _connector="OR",
                ),
                name="measure_dropped_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="supportingunit",
            constraint=models.UniqueConstraint(
                fields=("measure", "unit"), name="supporting_unit_once"
            ),
        ),
    ]
