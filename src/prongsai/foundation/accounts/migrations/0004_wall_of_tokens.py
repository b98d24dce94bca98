"""Close the tokens of each agency to the others."""

from django.db import migrations

from prongsai.foundation.agencies.walls import wall


class Migration(migrations.Migration):
    """Set up row-level security where the database has it."""

    dependencies = [("accounts", "0003_tokens")]
    operations = [wall("accounts_token")]
