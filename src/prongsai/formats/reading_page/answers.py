"""The inputs by which a person answers. Without our script nobody sees them."""

from __future__ import annotations

from html import escape

from prongsai.core.readings.corrections import how_to_write
from prongsai.core.readings.corrections.values import KINDS
from prongsai.core.sentences import Sentence, say
from prongsai.core.tracking import WORDS_OF_STATES
from prongsai.formats.reading_page.shown import Page, Shown

LABELS: dict[str, Sentence] = {
    "right": say("What is right"),
    "same": say("It is right as read"),
    "gone": say("Not in the document"),
    "edit": say("Correct what stands here"),
    "row": say("This row is no measure"),
    "add": say("One more entry"),
    "measure": say("Add a measure"),
    "count": say("Answered: N"),
    "none": say("Nothing has been answered yet."),
    "saved": say("Saved. Keep the file beside the document, and read the document again."),
}
CHOICES: dict[str, tuple[str, ...]] = {
    "kind": tuple(KINDS.values()),
    "state": tuple(WORDS_OF_STATES.values()),
}
CODES = ("weak", "keep", "answers", "cures", "names")  # one code of a document may be in each
ADDED = (  # of a measure that was not read, with whether there may be several
    *(("title", False), ("indicator", False), ("answers", True), ("steps", True), ("lead", True)),
    *(("support", True), ("period", False), ("follow_up", False), ("state", False)),
    ("output", True),
)
LONG = ("title", "steps", "follow_up", "output", "outcome", "actions", "proofs", "subject")


def answer(value: Shown, page: Page) -> str:
    """Write the inputs for a value that a person is asked about."""
    number, field = value.number, value.slot.field
    how = how_to_write(field)
    hint = "" if how is None else f'<p class="how" id="h{number}">{page.write(how)}</p>'
    told = "" if how is None else f' aria-describedby="h{number}"'
    be = "" if value.answer is None else escape(value.answer.be)
    box = (
        f'<textarea id="a{number}" rows="2"{told}>{be}</textarea>'
        if field in LONG
        else f'<input id="a{number}" type="text" value="{be}"{told}{_list(field)}>'
    )
    label = f'<label for="a{number}">{page.write(LABELS["right"])}</label>'
    return f'<div class="answer">{label}{box}{_buttons(value, page)}{hint}</div>'


def _buttons(value: Shown, page: Page) -> str:
    if value.slot.said is None:
        return ""
    gone = " checked" if value.answer is not None and not value.answer.be else ""
    return (
        f'<button type="button" class="same">{page.write(LABELS["same"])}</button>'
        f'<label class="gone"><input type="checkbox"{gone}> {page.write(LABELS["gone"])}</label>'
    )


def choices() -> str:
    """Write the words that inputs of some fields propose."""
    return "".join(
        f'<datalist id="list-{field}">{"".join(map(_option, words))}</datalist>\n'
        for field, words in CHOICES.items()
    )


def _option(words: str) -> str:
    return f'<option value="{escape(words)}"></option>'


def _list(field: str) -> str:
    return f' list="list-{field}"' if field in CHOICES else ""
