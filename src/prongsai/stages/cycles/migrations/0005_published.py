"""What an agency has announced is kept beside its years, for who oversees it to read."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import F
from django.utils import timezone

from prongsai.core.results import Result, ResultSheet
from prongsai.core.scoring.scorer import score
from prongsai.formats.edition_text import edition_in
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.walls import open_to_overseers, wall


def publish_what_is_announced(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Make the copies of what was announced before there were any."""
    for agency in apps.get_model("agencies", "Agency").objects.order_by("id"):
        with scope.agency(agency.pk):
            sets = apps.get_model("cycles", "ResultSet").objects.select_related("cycle", "edition")
            announced = sets.filter(agency_id=agency.pk, number=F("cycle__announced"))
            for results in announced.order_by("id"):
                _publish(apps, results)


def _publish(apps: StateApps, results: Any) -> None:
    rows = apps.get_model("cycles", "ResultValue").objects.filter(results=results)
    sheet = ResultSheet(
        tuple(
            Result(
                code=row.code,
                part=row.part or None,
                score=row.score,
                weak=row.weak,
                note=row.note,
                place=row.place,
            )
            for row in rows.order_by("order", "id")
        )
    )
    card = score(edition_in(results.edition.text), sheet)
    level = card.standing.level
    apps.get_model("cycles", "Published").objects.create(
        agency_id=results.agency_id,
        fiscal_year=results.cycle.fiscal_year,
        edition=results.edition,
        total=card.total.shown,
        level=level.key if level else "",
        is_certain=card.standing.certain,
        on=timezone.localdate(results.cycle.announced_at),
    )


class Migration(migrations.Migration):
    """Add the table with its wall, and fill it."""

    dependencies = [
        ("agencies", "0002_wall"),
        ("cycles", "0004_results_of_programs"),
    ]

    operations = [
        migrations.CreateModel(
            name="Published",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fiscal_year", models.PositiveIntegerField()),
                (
                    "total",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True),
                ),
                ("level", models.CharField(blank=True, max_length=40)),
                ("is_certain", models.BooleanField(default=False)),
                ("on", models.DateField()),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agency", "fiscal_year"), name="published_year_once"
                    )
                ],
            },
        ),
        wall("cycles_published"),
        open_to_overseers("cycles_published"),
        migrations.RunPython(publish_what_is_announced, migrations.RunPython.noop),
    ]
