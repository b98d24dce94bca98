"""`prongsai score`: the scorecard of one result sheet."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

from prongsai.cli.inputs import add_inputs, add_what_if, analysis, outcome_of
from prongsai.cli.outputs import add_output, check_outputs
from prongsai.cli.parsing import Parser
from prongsai.cli.screen import table
from prongsai.cli.showing import rests_on, standing_lines
from prongsai.core.editions.spans import spans
from prongsai.core.findings.analysis import Analysis
from prongsai.core.scoring.model import Basis, Kind, Score
from prongsai.core.scoring.next_level import NextLevel
from prongsai.core.scoring.rounding import display
from prongsai.core.scoring.titles import title_of
from prongsai.core.scoring.what_if import WhatIf
from prongsai.core.sentences import Sentence, language_of, say, write
from prongsai.formats.whole_file import write_whole
from prongsai.formats.write_scorecard import as_csv, as_json

BASES: dict[Basis, Sentence] = {
    Basis.MEASURED: say("measured"),
    Basis.COMPUTED: say("computed"),
    Basis.STATED: say("as announced"),
    Basis.NONE: say("no value"),
}
MOST_GAINS = 10


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "score",
        words,
        say(
            "Scores a result sheet: items make indicators, indicators make instruments,"
            " instruments make the total.\n"
            "Every number shows how it is made; what was announced stands beside it; what is"
            " missing is named."
        ),
    )
    add_inputs(made)
    add_what_if(made)
    made.option(
        "--format",
        choices=("table", "json", "csv"),
        default="table",
        help=say("how to write the scorecard"),
    )
    add_output(made)
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Score and show."""
    check_outputs(filter(None, (arguments.output,)), (arguments.results, arguments.previous))
    worked_out = analysis(arguments, words)
    outcome = outcome_of(arguments, worked_out.card)
    if arguments.format == "json":
        text = as_json(worked_out, words, outcome)
    elif arguments.format == "csv":
        text = as_csv(worked_out)
    else:
        text = "\n".join((*page(worked_out, words), *_what_if(outcome, words))) + "\n"
    if arguments.output is None:
        print(text, end="")
    else:
        write_whole({arguments.output: text})
        print(write(say("Written: %(file)s", file=arguments.output), words))


def page(worked_out: Analysis, words: Mapping[str, str]) -> Iterator[str]:
    """Write the scorecard as a page for a screen."""
    card = worked_out.card
    yield card.edition.title.in_language(language_of(words))
    yield ""
    yield from standing_lines(card, words)
    yield ""
    yield table(_rows(worked_out, words), numbers=(2, 3))
    yield from _gains(worked_out, words)
    yield from _next_level(worked_out.next_level, words)
    if card.missing:
        yield ""
        yield write(say("No value: %(names)s", names=", ".join(spans(card.missing))), words)


def _rows(worked_out: Analysis, words: Mapping[str, str]) -> list[tuple[str, ...]]:
    headings = (
        say("code"),
        say("name"),
        say("score"),
        say("announced"),
        say("from"),
        say("how it is made"),
    )
    rows = [tuple(write(each, words) for each in headings)]
    for each in _shown(worked_out):
        stated = "" if each.stated is None or each.kind is Kind.ITEM else str(display(each.stated))
        rows.append(
            (
                each.name,
                _title(worked_out, each, words),
                "–" if each.shown is None else str(each.shown),
                stated,
                write(BASES[each.basis], words),
                each.formula if each.basis is Basis.COMPUTED else "",
            )
        )
    return rows


def _shown(worked_out: Analysis) -> Iterator[Score]:
    """Yield what has a value, from the total down to the items."""
    for kind in (Kind.TOTAL, Kind.INSTRUMENT, Kind.INDICATOR, Kind.SUB_INDICATOR, Kind.ITEM):
        yield from (
            each
            for each in worked_out.card.of_kind(kind)
            if each.score is not None or kind in {Kind.TOTAL, Kind.INSTRUMENT, Kind.INDICATOR}
        )


def _title(worked_out: Analysis, score: Score, words: Mapping[str, str]) -> str:
    return write(say("%(name)s", name=title_of(score, worked_out.card.edition)), words)


def _gains(worked_out: Analysis, words: Mapping[str, str]) -> Iterator[str]:
    largest = [gain for gain in worked_out.gains if gain.points > 0][:MOST_GAINS]
    if largest:
        yield ""
        yield write(say("Largest gains of the total, if the item scored 100:"), words)
        yield table(
            [
                (
                    f"  {g.score.name}",
                    str(g.score.shown),
                    f"+{display(g.points)}",
                    _title(worked_out, g.score, words),
                )
                for g in largest
            ],
            numbers=(1, 2),
        )


def _next_level(found: NextLevel | None, words: Mapping[str, str]) -> Iterator[str]:
    if found is None:
        return
    way = say(
        "Fewest items to reach the level %(level)s: %(names)s (total %(total)s).",
        level=found.level.title,
        names=", ".join(item.name for item in found.items or ()) or "–",
        total="–" if found.total is None else display(found.total),
    )
    short = say(
        "The known items do not suffice for the level %(level)s; short: %(names)s.",
        level=found.level.title,
        names=", ".join(found.blocked),
    )
    yield ""
    yield write(short if found.items is None else way, words)
    if found.assumed:
        taken = say(
            "Taken to pass, for nobody gave them: %(names)s.", names=", ".join(found.assumed)
        )
        yield write(taken, words)
    yield from (write(rests_on(fact), words) for fact in found.rests_on)


def _what_if(outcome: WhatIf | None, words: Mapping[str, str]) -> Iterator[str]:
    if outcome is None:
        return
    yield ""
    yield write(say("What if:"), words)
    yield from (f"  {line}" for line in standing_lines(outcome.after, words))
    changed = (each for each in outcome.after.scores.values() if each.key in outcome.differences)
    rows = [_change(outcome, each) for each in changed]
    yield table(rows, numbers=(1, 3, 4))


def _change(outcome: WhatIf, after: Score) -> tuple[str, ...]:
    """Write what a score was, becomes and changes by, as the rounded values say it."""
    before = outcome.before.scores[after.key]
    moved = outcome.differences[after.key]
    if before.shown is not None and after.shown is not None:
        moved = after.shown - before.shown
    was, becomes = ("–" if each.shown is None else str(each.shown) for each in (before, after))
    return f"  {after.name}", was, "→", becomes, f"{display(moved):+}"
