"""Load the editions that come with Prongsai, and those that a kind of body writes itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from prongsai.core.editions.model import Duties, Edition
from prongsai.core.editions.parse import parse_duties, parse_edition
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.read_yaml import read_yaml

# Path, not importlib.resources: this is on the start path of every command.
_FOLDER = Path(__file__).parents[1] / "data" / "editions"
_DUTIES = "duties.yaml"


def edition_keys() -> list[str]:
    """List the keys of the editions that come with Prongsai, the oldest first."""
    return sorted(path.stem for path in _FOLDER.glob("*.yaml") if path.name != _DUTIES)


def load_edition(key_or_path: str | Path) -> Edition:
    """Load an edition by its key, or from a file of one's own.

    :raises Refusal: if there is none of that name, or with everything that is wrong with the file.
    """
    duties = load_duties()
    path = _path_of(key_or_path)
    raw = read_yaml(path)
    try:
        return parse_edition(raw, duties)
    except Refusal as refusal:
        raise refusal.within(path.name) from refusal


@cache
def load_duties() -> Duties:
    """Load the duties that run through the years."""
    path = _FOLDER / _DUTIES
    return parse_duties(read_yaml(path))


def _path_of(key_or_path: str | Path) -> Path:
    keys = edition_keys()
    if str(key_or_path) in keys:
        return _FOLDER / f"{key_or_path}.yaml"
    path = Path(key_or_path)
    if path.is_file():
        return path
    raise Refusal(
        say("There is no edition and no file “%(name)s”.", name=str(key_or_path)),
        fix=say("Editions: %(names)s. Or name a YAML file.", names=tuple(keys)),
    )
