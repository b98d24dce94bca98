"""Results lead to the file they were read from; files on their way, and what was corrected."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from prongsai.foundation.agencies.walls import wall


class Migration(migrations.Migration):
    """Make the tables, and close those of each agency to the others."""

    dependencies = [
        ("agencies", "0002_wall"),
        ("cycles", "0005_published"),
        ("files", "0003_sources"),
    ]

    operations = [
        migrations.AddField(
            model_name="resultset",
            name="source_file",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="files.storedfile",
            ),
        ),
        migrations.CreateModel(
            name="ReadingAnswers",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("original_sha256", models.CharField(max_length=64)),
                ("text", models.TextField()),
                ("changed_at", models.DateTimeField(auto_now=True)),
                ("changed_by", models.CharField(max_length=40)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agency", "original_sha256"), name="reading_answers_once_a_file"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ResultImport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("asked_by", models.CharField(max_length=40)),
                ("asked_at", models.DateTimeField(auto_now_add=True)),
                ("name", models.CharField(max_length=255)),
                ("data", models.BinaryField()),
                ("original_sha256", models.CharField(max_length=64)),
                (
                    "scan",
                    models.CharField(
                        choices=[
                            ("not_scanned", "not scanned for viruses"),
                            ("clean", "scanned, no virus found"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Waiting"), ("read", "Read"), ("refused", "Refused")],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("kind", models.CharField(blank=True, max_length=4)),
                ("taken_out", models.JSONField(default=list)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("typed", "typed in"),
                            ("file", "from a file"),
                            ("document", "from a document"),
                            ("restored", "restored"),
                            ("program", "from a program"),
                        ],
                        default="file",
                        max_length=10,
                    ),
                ),
                ("reading", models.TextField(blank=True)),
                ("notes", models.JSONField(default=dict)),
                ("refusal", models.TextField(blank=True)),
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
                        related_name="+",
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
                        fields=("cycle", "asked_by"), name="result_import_one_a_person"
                    )
                ],
            },
        ),
        wall("cycles_resultimport", "cycles_readinganswers"),
    ]
