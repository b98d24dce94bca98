"""Load the catalogue of measures that comes with Prongsai."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from prongsai.core.measures.model import Catalogue
from prongsai.core.measures.parse import parse_catalogue
from prongsai.formats.editions import load_duties
from prongsai.formats.read_yaml import read_yaml

_FOLDER = Path(__file__).parents[1] / "data" / "measures"


@cache
def load_catalogue() -> Catalogue:
    """Load all files of the catalogue, in the order of their names."""
    return read_catalogue(_FOLDER)


def read_catalogue(folder: Path) -> Catalogue:
    """Read the catalogue that the YAML files of a folder make together.

    :raises Refusal: with everything that is wrong with them.
    """
    files = {path.name: read_yaml(path) for path in sorted(folder.glob("*.yaml"))}
    return parse_catalogue(files, load_duties())
