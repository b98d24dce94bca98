"""Agencies and their units."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the tables."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Agency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "name",
                    models.CharField(
                        max_length=200, unique=True, verbose_name="name of the agency"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("sao", "Subdistrict administrative organisation"),
                            ("subdistrict_municipality", "Subdistrict municipality"),
                            ("town_municipality", "Town municipality"),
                            ("city_municipality", "City municipality"),
                            ("pao", "Provincial administrative organisation"),
                            ("special", "Special local administration"),
                            ("other", "Another public agency"),
                            ("overseer", "Province or ministry that oversees agencies"),
                        ],
                        max_length=30,
                        verbose_name="kind",
                    ),
                ),
                ("code", models.CharField(blank=True, max_length=20, verbose_name="code")),
                ("province", models.CharField(max_length=80, verbose_name="province")),
                ("district", models.CharField(blank=True, max_length=80, verbose_name="district")),
                (
                    "subdistrict",
                    models.CharField(blank=True, max_length=80, verbose_name="subdistrict"),
                ),
                (
                    "digits",
                    models.CharField(
                        choices=[("thai", "Thai digits (๑๒๓)"), ("arabic", "Arabic digits (123)")],
                        default="thai",
                        max_length=10,
                        verbose_name="digits in documents",
                    ),
                ),
                (
                    "document_number",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="letters and number of documents"
                    ),
                ),
                ("is_active", models.BooleanField(default=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "overseer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=200, verbose_name="name of the unit")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("division", "Office or division"),
                            ("section", "Section"),
                            ("job", "Job"),
                        ],
                        max_length=10,
                        verbose_name="level",
                    ),
                ),
                ("place", models.PositiveIntegerField(default=0)),
                ("is_closed", models.BooleanField(default=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
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
            model_name="agency",
            constraint=models.UniqueConstraint(
                condition=models.Q(("code", ""), _negated=True),
                fields=("code",),
                name="agency_code_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="agency",
            constraint=models.CheckConstraint(
                condition=models.Q(("overseer", models.F("id")), _negated=True),
                name="agency_not_its_own_overseer",
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.UniqueConstraint(
                fields=("parent", "name"), name="unit_name_once_below_its_parent"
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.UniqueConstraint(
                condition=models.Q(("parent__isnull", True)),
                fields=("agency", "name"),
                name="unit_name_once_at_the_top",
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("level", "division"), ("parent__isnull", True)),
                    models.Q(("level__in", ["section", "job"]), ("parent__isnull", False)),
                    _connector="OR",
                ),
                name="unit_division_at_the_top",
            ),
        ),
    ]
