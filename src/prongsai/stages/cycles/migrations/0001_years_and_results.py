"""Years, their dates, who is in charge, results."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the tables."""

    initial = True

    dependencies = [
        ("accounts", "0002_wall"),
        ("agencies", "0002_wall"),
    ]

    operations = [
        migrations.CreateModel(
            name="EditionVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=80)),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("text", models.TextField()),
                ("kept_at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name="Cycle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("fiscal_year", models.PositiveIntegerField()),
                ("opened_at", models.DateTimeField(auto_now_add=True)),
                ("announced", models.PositiveIntegerField(blank=True, null=True)),
                ("announced_at", models.DateTimeField(blank=True, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cycles.editionversion",
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
            name="ResultSet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("typed", "typed in"),
                            ("file", "from a file"),
                            ("document", "from a document"),
                            ("restored", "restored"),
                        ],
                        max_length=10,
                    ),
                ),
                ("source_name", models.CharField(blank=True, max_length=255)),
                ("source_sha256", models.CharField(blank=True, max_length=64)),
                ("restores", models.PositiveIntegerField(blank=True, null=True)),
                ("saved_by", models.CharField(max_length=40)),
                ("saved_at", models.DateTimeField(auto_now_add=True)),
                ("note", models.CharField(blank=True, max_length=500)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results",
                        to="cycles.cycle",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cycles.editionversion",
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
            name="ResultValue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveIntegerField()),
                ("code", models.CharField(max_length=20)),
                ("part", models.CharField(blank=True, max_length=40)),
                (
                    "score",
                    models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True),
                ),
                ("weak", models.BooleanField(default=False)),
                ("note", models.TextField(blank=True)),
                ("place", models.CharField(blank=True, max_length=40)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "results",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="values",
                        to="cycles.resultset",
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
            name="Charge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(blank=True, max_length=20)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.unit",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="charges",
                        to="cycles.cycle",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("code", ""), _negated=True),
                        fields=("cycle", "code"),
                        name="charge_of_code_once",
                    ),
                    models.UniqueConstraint(fields=("cycle", "unit"), name="charge_of_unit_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("code", ""), ("unit__isnull", False)),
                            models.Q(models.Q(("code", ""), _negated=True), ("unit__isnull", True)),
                            _connector="OR",
                        ),
                        name="charge_of_a_code_or_a_unit",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CycleDate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.CharField(max_length=200)),
                (
                    "said",
                    models.CharField(blank=True, max_length=200),
                ),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dates",
                        to="cycles.cycle",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "title"), name="cycle_date_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ends_on__isnull", True), ("starts_on__isnull", True)),
                            models.Q(
                                ("ends_on__gte", models.F("starts_on")),
                                ("starts_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="cycle_date_ends_after_it_starts",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="cycle",
            constraint=models.UniqueConstraint(
                fields=("agency", "fiscal_year"), name="cycle_year_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="cycle",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("announced__isnull", True), ("announced_at__isnull", True)),
                    models.Q(("announced__isnull", False), ("announced_at__isnull", False)),
                    _connector="OR",
                ),
                name="cycle_announced_and_at_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="resultset",
            constraint=models.UniqueConstraint(
                fields=("cycle", "number"), name="result_set_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="resultset",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("restores__isnull", False), ("source", "restored")),
                    models.Q(
                        models.Q(("source", "restored"), _negated=True), ("restores__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="result_set_restores_what_is_named",
            ),
        ),
        migrations.AddConstraint(
            model_name="resultvalue",
            constraint=models.UniqueConstraint(
                fields=("results", "code", "part"), name="result_value_code_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="resultvalue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("score__isnull", True),
                    models.Q(("score__gte", 0), ("score__lte", 100)),
                    _connector="OR",
                ),
                name="result_value_score_of_100",
            ),
        ),
    ]
