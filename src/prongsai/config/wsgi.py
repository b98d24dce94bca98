"""The door for web servers."""

from __future__ import annotations

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prongsai.config.settings")
application = get_wsgi_application()

# A server that loads this before it parts into processes has the pages in memory once for all of
# them: so they are loaded now, and the collector of garbage, which writes into what it looks at,
# leaves alone what is there already.
get_resolver().url_patterns  # noqa: B018 -- reading it loads them
gc.collect()
gc.freeze()
# What a page leaves behind is freed when nothing names it; the collector looks for rings only, and
# looking as often as it does by itself takes a tenth of the time of a page.
gc.set_threshold(100_000, 50, 100)
