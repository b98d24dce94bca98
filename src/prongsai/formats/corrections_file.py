"""The corrections of a person in a YAML file beside the document. Read back, they are the same.

Only `be` is filled in by hand. An entry whose `be` is missing or blank is not answered yet; `""`
says that the document has no such value.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from prongsai.core.checks.model import Problem
from prongsai.core.editions.node import Node, Notes
from prongsai.core.errors import Refusal, Refusals
from prongsai.core.readings.corrections import (
    Correction,
    Slot,
    how_to_write,
    measure_names,
    slots_of,
    written,
)
from prongsai.core.readings.corrections.model import answers_of, flat
from prongsai.core.readings.model import Certainty, Reading
from prongsai.core.sentences import Sentence, say, write
from prongsai.core.thai.text import normalise
from prongsai.formats.file_bytes import read_at_most
from prongsai.formats.read_yaml import parse_yaml
from prongsai.formats.reading_problems import questions
from prongsai.formats.reading_words import CERTAINTIES, called, way

LARGEST = 8_000_000  # bytes: as a reading, whose words it repeats

_COMMENTS = Path(__file__).parents[1] / "data" / "texts" / "corrections-file.txt"
# Letters that JSON leaves as they are, and YAML takes for ends of lines or for none of its own.
_BARE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")


def corrections_name(document: str) -> str:
    """Return the name of the file of a document's corrections, beside it: plan.docx has its own."""
    return f"{document or 'document'}.corrections.yaml"


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """Read what a person has answered.

    :raises Refusal: with everything that is wrong with the file, each with the way to its place.
    """
    return corrections_in(read_at_most(path, LARGEST), path.name)


def corrections_in(content: bytes, name: str) -> tuple[Correction, ...]:
    """Return the corrections in the bytes of a file of a name. Raises as `read_corrections`."""
    try:
        data = parse_yaml(content, comments_after_values=False, most=LARGEST, only_texts=True)
    except Refusal as refusal:
        raise refusal.within(name) from None
    notes = Notes()
    rows = Node(data, (name,), notes).fields(("corrections",))["corrections"]
    found = [_correction(row) for row in rows.rows("at")] if rows.present else []
    if notes.refusals:
        raise Refusals(notes.refusals)
    return tuple(each for each in found if each is not None)


def _correction(row: Node) -> Correction | None:
    fields = row.fields(("at",), ("was", "be"))
    at, was, be = fields["at"].text(), _text(fields["was"]), normalise(_text(fields["be"]))
    return Correction(at=at, was=was, be=be) if fields["be"].present else None


def _text(node: Node) -> str:
    is_blank = isinstance(node.value, str) and not node.value.strip()
    return node.text() if node.present and not is_blank else ""


def write_corrections(
    reading: Reading,
    problems: Sequence[Problem],
    words: Mapping[str, str],
    corrections: Sequence[Correction] = (),
) -> str:
    """Write the file for a reading as it was read: what is asked, each with a `be` to fill in.

    `corrections` are those that there are already: they keep their answers, whether anybody asks
    for them or not.
    """
    entries = [*_entries(reading, problems, words, corrections)]
    body = "\n".join(entries) if entries else "corrections: []\n"
    head = "corrections:\n\n" if entries else ""
    return f"{comments()}\n{head}{body}"


def corrections_text(corrections: Iterable[Correction]) -> str:
    """Write corrections alone as such a file, without what was asked."""
    entries = "\n".join(_entry(each, (), answered=True) for each in corrections)
    return f"corrections:\n\n{entries}" if entries else "corrections: []\n"


def comments() -> str:
    """Return the top of the file, which tells its readers in Thai how to fill it in."""
    return _COMMENTS.read_text(encoding="utf-8")


def _entries(
    reading: Reading,
    problems: Sequence[Problem],
    words: Mapping[str, str],
    corrections: Sequence[Correction],
) -> Iterator[str]:
    asked = questions(reading, problems)
    answers = answers_of(corrections)
    names = measure_names(reading.measures)
    for slot in slots_of(reading):
        if slot.at in asked:
            given = answers.get((slot.at, slot.words), [])
            answer = given.pop(0) if given else None
            told = (write(each, words) for each in _told(slot, asked[slot.at], names))
            entry = Correction(at=slot.at, was=slot.words)
            yield _entry(answer or entry, told, answered=answer is not None)
    for each in chain.from_iterable(answers.values()):
        yield _entry(each, (), answered=True)


def _told(slot: Slot, problems: Iterable[Problem], names: list[str]) -> Iterator[Sentence]:
    """Yield what a person should know to answer."""
    said = slot.said
    if said is None:
        yield called(slot, names)
        yield say("The document says nothing here.")
    else:
        yield say("%(name)s (%(place)s)", name=called(slot, names), place=way(said.place))
        yield say("Read as: %(value)s", value=written(slot.field, said.value))
        if said.certainty is not Certainty.SURE:
            yield say(
                "%(certainty)s. %(why)s", certainty=CERTAINTIES[said.certainty], why=said.why or ""
            )
    for problem in problems:
        yield say("Found by the checks: %(what)s %(do)s", what=problem.what, do=problem.expected)
    how = how_to_write(slot.field)
    if how is not None:
        yield how


def _entry(correction: Correction, told: Iterable[str], *, answered: bool) -> str:
    comments = "".join(f"  # {line}\n" for line in map(_line, told) if line)
    be = f" {quoted(correction.be)}" if answered else ""
    return (
        f"{comments}  - at: {quoted(correction.at)}\n    was: {quoted(correction.was)}\n"
        f"    be:{be}\n"
    )


def _line(text: str) -> str:
    return _HALVES.sub("", flat(normalise(text)))


def quoted(text: str) -> str:
    """Return a text as JSON writes it, which every YAML reader reads as the same text."""
    text = json.dumps(_HALVES.sub("\ufffd", text), ensure_ascii=False)
    return _BARE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
