"""Of whom an agency asks a second factor."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Ask nobody, as it was until now."""

    dependencies = [("agencies", "0002_wall")]

    operations = [
        migrations.AddField(
            model_name="agency",
            name="second_factor",
            field=models.CharField(
                choices=[
                    ("nobody", "Nobody: each decides"),
                    ("administrators", "Administrators"),
                    ("writers", "Everybody who may write"),
                    ("everybody", "Everybody"),
                ],
                default="nobody",
                help_text="Whoever must and has none sets one up after the sign-in, before "
                "anything else. Programs with a token and links to a calendar are not asked.",
                max_length=20,
                verbose_name="who must have a second factor",
            ),
        ),
    ]
