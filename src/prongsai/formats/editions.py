"""Load the editions that come with Prongsai, and those that a kind of body writes itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from prongsai.core.editions.model import Duties, Edition
from prongsai.core.editions.parse import parse_duties, parse_edition
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.formats.file_bytes import cannot_be_read
from prongsai.formats.read_yaml import read_yaml

# Path, not importlib.resources: this is on the start path of every command.
_FOLDER = Path(__file__).parents[1] / "data" / "editions"
DUTIES = _FOLDER / "duties.yaml"
"""The file of the duties that run through the years."""


def edition_keys() -> list[str]:
    """List the keys of the editions that come with Prongsai, the oldest first."""
    return sorted(path.stem for path in _FOLDER.glob("*.yaml") if path != DUTIES)


def load_edition(key_or_path: str | Path) -> Edition:
    """Load an edition by its key, or from a file of one's own.

    :raises Refusal: if there is none of that name, or with everything that is wrong with the file.
    """
    path = path_of(key_or_path)
    return _load_ours(path) if path.parent == _FOLDER else _load(path)


@cache
def _load_ours(path: Path) -> Edition:
    """Load an edition that comes with Prongsai: once, for it does not change while we run."""
    return _load(path)


def _load(path: Path) -> Edition:
    raw = read_yaml(path)
    try:
        edition = parse_edition(raw, load_duties())
        _check_own_key(edition.key, path)
    except Refusal as refusal:
        raise refusal.within(path.name) from refusal
    return edition


@cache
def load_duties() -> Duties:
    """Load the duties that run through the years."""
    return parse_duties(read_yaml(DUTIES))


def path_of(key_or_path: str | Path) -> Path:
    """Return the file of an edition, by its key or of one's own.

    :raises Refusal: if there is none of that name.
    """
    name = str(key_or_path)
    ours = _ours(name)
    if ours is not None:
        return ours
    path = Path(name)
    try:
        if path.is_file():
            return path
    except OSError as error:
        raise cannot_be_read(error).within(path.name) from error
    serving = _serving(name)
    if serving is not None:
        raise Refusal(
            say("“%(name)s” is a fiscal year, not the name of an edition.", name=name),
            fix=say("Its edition is %(key)s.", key=serving),
        )
    raise Refusal(
        say("There is no edition and no file “%(name)s”.", name=name),
        fix=say("Editions: %(names)s. Or name a YAML file.", names=tuple(edition_keys())),
    )


def _ours(name: str) -> Path | None:
    """Return the file of the edition that comes with Prongsai under a key, in any case."""
    key = name.casefold()
    return _FOLDER / f"{key}.yaml" if key in edition_keys() else None


def _serving(year: str) -> str | None:
    """Return the key of the edition that serves a fiscal year (B.E.), where the name is one."""
    digits = to_arabic_digits(year)
    serving = (key for key in edition_keys() if digits in map(str, load_edition(key).fiscal_years))
    return next(serving, None)


def _check_own_key(key: str, path: Path) -> None:
    """Refuse an edition of one's own that would be taken for one that comes with Prongsai."""
    ours = _ours(key)
    if ours is not None and not ours.samefile(path):
        raise Refusal(
            say("An edition that comes with Prongsai has the key %(key)s.", key=key),
            fix=say("Give this edition a key of its own."),
            where=("key",),
        )
