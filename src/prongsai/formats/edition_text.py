"""An edition as one text that can be kept, and read back as it was."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from prongsai.core.editions.model import Edition
from prongsai.core.editions.parse import parse_duties, parse_edition
from prongsai.formats.editions import DUTIES, load_edition, path_of
from prongsai.formats.read_yaml import read_yaml


def edition_text(key_or_path: str | Path) -> str:
    """Return an edition with the duties that it names, as a text that `edition_in` reads back.

    Comments and layout of the file are not in it; the order of what it lists is.

    :raises Refusal: as `load_edition`.
    """
    edition = load_edition(key_or_path)
    named = {duty for item in edition.items.values() for duty in item.duties}
    duties = cast("Mapping[str, Mapping[str, Any]]", read_yaml(DUTIES))
    used = {
        kind: {name: names for name, names in each.items() if name in named}
        for kind, each in duties.items()
    }
    kept = {"edition": read_yaml(path_of(key_or_path)), "duties": used}
    return json.dumps(kept, ensure_ascii=False)


def edition_in(text: str) -> Edition:
    """Read an edition back.

    :raises Refusal: if it was kept by a Prongsai that wrote editions in another way.
    """
    kept = json.loads(text)
    return parse_edition(kept["edition"], parse_duties(kept["duties"]))
