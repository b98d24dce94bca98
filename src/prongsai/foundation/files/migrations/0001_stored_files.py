"""Files handed in as evidence."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the table."""

    initial = True

    dependencies = [
        ("agencies", "0002_wall"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=150, verbose_name="name of the file")),
                (
                    "title",
                    models.CharField(blank=True, max_length=300, verbose_name="what it shows"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("jpg", "JPG"),
                            ("png", "PNG"),
                            ("webp", "WEBP"),
                            ("docx", "DOCX"),
                            ("xlsx", "XLSX"),
                            ("pptx", "PPTX"),
                            ("csv", "CSV"),
                            ("txt", "TXT"),
                        ],
                        max_length=4,
                        verbose_name="kind",
                    ),
                ),
                ("size", models.PositiveBigIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("original_sha256", models.CharField(max_length=64)),
                ("taken_out", models.JSONField(default=list)),
                (
                    "event_on",
                    models.DateField(blank=True, null=True, verbose_name="day of the event"),
                ),
                (
                    "document_on",
                    models.DateField(blank=True, null=True, verbose_name="date of the document"),
                ),
                ("uploaded_at", models.DateTimeField(auto_now_add=True)),
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
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("removal_reason", models.CharField(blank=True, max_length=300)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["agency", "sha256"], name="stored_file_by_bytes"),
                    models.Index(fields=["agency", "-uploaded_at"], name="stored_file_newest"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("removal_reason", ""),
                                ("removed_at__isnull", True),
                                ("removed_by__isnull", True),
                            ),
                            models.Q(
                                ("removed_at__isnull", False),
                                ("removed_by__isnull", False),
                                models.Q(("removal_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="stored_file_removal_says_who_and_why",
                    )
                ],
            },
        ),
    ]
