"""`prongsai edition`: list, show and check the editions."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

from prongsai.cli.parsing import Parser
from prongsai.cli.screen import table
from prongsai.core.editions.model import Edition, Indicator, Item
from prongsai.core.editions.open_facts import open_facts
from prongsai.core.errors import Refusal
from prongsai.core.sentences import language_of, say, write
from prongsai.formats.editions import edition_keys, load_edition


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "edition",
        words,
        say(
            "list: the editions that come with Prongsai. show: one of them, with what is not"
            " known.\n"
            "check: reads an edition file of your own, such as one for a college or a hospital,"
            " and names every mistake."
        ),
    )
    made.option(
        "action",
        choices=("list", "show", "check"),
        metavar="list|show|check",
        help=say("what to do"),
    )
    made.option(
        "edition",
        nargs="?",
        metavar="EDITION",
        help=say("the edition's key or its file (for show and check)"),
    )
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Do what is asked with the edition named."""
    if arguments.action == "list":
        print(table([_line(load_edition(key), words) for key in edition_keys()]))
        return
    if arguments.edition is None:
        raise Refusal(
            say("which edition?"), fix=say("Name its key (see prongsai edition list) or its file.")
        )
    edition = load_edition(arguments.edition)
    if arguments.action == "show":
        print("\n".join(page(edition, words)))
    else:
        print(
            write(
                say(
                    "%(key)s is in order: %(indicators)s indicators, %(items)s items, %(open)s"
                    " facts nobody has read.",
                    key=edition.key,
                    indicators=len(edition.indicators),
                    items=len(edition.items),
                    open=len(open_facts(edition)),
                ),
                words,
            )
        )


def _line(edition: Edition, words: Mapping[str, str]) -> tuple[str, ...]:
    years = ", ".join(str(year) for year in edition.fiscal_years)
    return edition.key, years, edition.title.in_language(language_of(words))


def page(edition: Edition, words: Mapping[str, str]) -> Iterator[str]:
    """Write an edition as a page: instruments, indicators, items, levels, and what is not known."""
    language = language_of(words)
    yield f"{edition.key}  {edition.title.in_language(language)}"
    for instrument in edition.instruments:
        yield ""
        weight = write(
            say(
                "weight %(weight)s (%(mark)s)",
                weight=instrument.weight.value,
                mark=instrument.weight.confidence.value,
            ),
            words,
        )
        yield f"{instrument.key}  {instrument.title.in_language(language)}  {weight}"
        for indicator in instrument.indicators:
            yield f"  {indicator.key}  {indicator.title.in_language(language)}"
            yield from _items(indicator, words)
    yield ""
    yield write(say("Levels:"), words)
    for level in edition.levels:
        minima = ", ".join(
            f"{m.instrument}{'/' + m.part if m.part else ''} ≥ {m.score}" for m in level.minima
        )
        name, mark = level.title.in_language(language), level.confidence.value
        yield f"  {name}  ≥ {level.total}  {minima}  ({mark})"
    yield ""
    yield write(say("Not known:"), words)
    yield from (f"  - {question.in_language(language)}" for question in edition.open_questions)
    yield from (f"  - {write(fact.sentence, words)}" for fact in open_facts(edition))


def _items(indicator: Indicator, words: Mapping[str, str]) -> Iterator[str]:
    if not indicator.items:
        yield "    " + write(say("(items not known)"), words)
    for sub in indicator.sub_indicators:
        title = "" if sub.title is None else sub.title.in_language(language_of(words))
        yield f"    {sub.key}  {title}  ({sub.confidence.value})"
        yield from (f"      {_item(item, words)}" for item in sub.items)
    yield from (f"    {_item(item, words)}" for item in indicator.own_items)


def _item(item: Item, words: Mapping[str, str]) -> str:
    topic = (
        write(say("(topic not known)"), words)
        if item.topic is None
        else item.topic.in_language(language_of(words))
    )
    return f"{item.code}  {topic}  ({item.confidence.value})"
