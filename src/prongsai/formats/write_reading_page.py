"""Write what was read of a document as one page, beside the document: for her who confirms it.

The page needs nothing else, and no network. Answers are saved as a file of corrections by a small
script; without it the page still shows everything, and says to edit that file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path

from prongsai.core.checks.model import Problem
from prongsai.core.readings.corrections import Correction, adds_measure, how_to_write
from prongsai.core.readings.model import Reading
from prongsai.core.readings.source import Source
from prongsai.core.sentences import Sentence, language_of, say, write
from prongsai.formats.corrections_file import comments, corrections_name
from prongsai.formats.html_fonts import font_faces, policy
from prongsai.formats.reading_page.answers import ADDED, CODES, LABELS, LONG, choices
from prongsai.formats.reading_page.left import SourceSide
from prongsai.formats.reading_page.right import ReadingSide
from prongsai.formats.reading_page.shown import Page, page_of
from prongsai.formats.reading_page.summary import summary
from prongsai.formats.reading_words import FIELDS

_FOLDER = Path(__file__).parents[1] / "data" / "html"


def reading_page(
    source: Source,
    reading: Reading,
    problems: Sequence[Problem],
    words: Mapping[str, str],
    corrections: Sequence[Correction] = (),
    name: str = "",
) -> str:
    """Write the page of a document called `name` in the language of `words`.

    `reading` is as it was read; `corrections` are shown beside it, and saved again with the rest.
    """
    page = page_of(reading, problems, words, corrections)
    title = page.write(say("What was read of %(name)s", name=name or say("the document")))
    style, script = f"{font_faces()}\n{_file('reading.css')}", _file("reading.js")
    return f"""<!DOCTYPE html>
<html lang="{language_of(words)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy(style, script=script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{_body(source, page, title, name)}
{choices()}<script type="application/json" id="texts">{_texts(page, name)}</script>
<script>{script}</script>
</body>
</html>
"""


def _body(source: Source, page: Page, title: str, name: str) -> str:
    left = SourceSide(source, page).html()  # the page knows its anchors from now on
    right = f"{ReadingSide(page).html()}{_save(page)}"
    return f"""<header>
<h1>{title}</h1>
{_how(page, corrections_name(name))}
{summary(page)}
</header>
<main>
{_side("source", say("The document"), left, page)}
{_side("reading", say("What was read"), right, page)}
</main>"""


def _side(key: str, title: Sentence, inside: str, page: Page) -> str:
    return (
        f'<section class="side" id="{key}" tabindex="0" aria-labelledby="{key}-title">\n'
        f'<h2 id="{key}-title">{page.write(title)}</h2>\n{inside}\n</section>'
    )


def _how(page: Page, file: str) -> str:
    told = page.write(
        say(
            "Left: the document, the words of each value marked. Right: what was read of it."
            " A value leads to its words, and they lead back to it."
        )
    )
    scripted = page.write(
        say("Answer on the right, then save the file of corrections at the bottom.")
    )
    plain = page.write(
        say("To correct a value, edit the file %(file)s beside the document.", file=file)
    )
    links = (
        f'<a href="#source">{page.write(say("To the document"))}</a> · '
        f'<a href="#reading">{page.write(say("To what was read"))}</a>'
    )
    return (
        f'<p>{told}</p>\n<p class="with-script">{scripted}</p>\n'
        f'<p class="without-script">{plain}</p>\n<nav>{links}</nav>'
    )


def _save(page: Page) -> str:
    button = page.write(say("Save the corrections as a file"))
    return (
        '\n<div class="save with-script"><button type="button" id="save">'
        f'{button}</button> <span id="told" role="status"></span></div>'
    )


def _texts(page: Page, name: str) -> str:
    """Return what the script says and writes; no text of it can end the element."""
    hows = {field: how for field in FIELDS if (how := how_to_write(field)) is not None}
    data = {
        "file": corrections_name(name),
        "head": comments(),
        "kept": [asdict(each) for each in page.kept],
        "labels": {key: write(text, page.words) for key, text in LABELS.items()},
        "how": {field: write(how, page.words) for field, how in hows.items()},
        "long": LONG,
        "added": [(field, many, write(FIELDS[field], page.words)) for field, many in ADDED],
        "taken": [each.at for each in page.kept if adds_measure(each.at)],
        "codes": CODES,
    }
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


@cache
def _file(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")
