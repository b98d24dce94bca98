"""A scorecard as plain data (for JSON and programs) and as rows (for CSV)."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from decimal import Decimal

from prongsai.core.editions.model import Level
from prongsai.core.findings.analysis import Analysis
from prongsai.core.findings.model import Finding
from prongsai.core.scoring.model import (
    Basis,
    Comparison,
    Kind,
    OpenFact,
    Score,
    Scorecard,
    Standing,
)
from prongsai.core.scoring.next_level import NextLevel
from prongsai.core.scoring.rounding import display
from prongsai.core.scoring.what_if import Gain, WhatIf
from prongsai.core.sentences import write


def as_data(
    analysis: Analysis, words: Mapping[str, str], outcome: WhatIf | None = None
) -> dict[str, object]:
    """Return the analysis as plain data; scores are strings with two places, or None."""
    card = analysis.card
    data: dict[str, object] = {
        "edition": card.edition.key,
        "total": _two_places(card.total.score),
        "level": _standing(card.standing),
        "instruments": _scores(card, Kind.INSTRUMENT),
        "indicators": _scores(card, Kind.INDICATOR),
        "sub_indicators": _scores(card, Kind.SUB_INDICATOR),
        "items": _scores(card, Kind.ITEM),
        "missing": list(card.missing),
        "rests_on": _open_facts(card.standing.rests_on, words),
        "stated": [_comparison(each) for each in card.comparisons],
        "findings": [finding_as_data(finding, words) for finding in analysis.findings],
        "gains": [_gain(each) for each in analysis.gains],
        "next_level": _next_level(analysis.next_level, words),
    }
    if outcome is not None:
        data["what_if"] = _what_if(outcome)
    return data


def as_json(analysis: Analysis, words: Mapping[str, str], outcome: WhatIf | None = None) -> str:
    """Return the analysis as JSON, Thai unescaped."""
    import json  # noqa: PLC0415 -- slow import

    return json.dumps(as_data(analysis, words, outcome), ensure_ascii=False, indent=2) + "\n"


def as_csv(analysis: Analysis) -> str:
    """Return one row a score, in the order of the edition."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("code", "kind", "score", "basis", "stated", "computed", "formula"))
    for each in analysis.card.scores.values():
        writer.writerow(
            (
                each.name,
                each.kind.value,
                _two_places(each.score) or "",
                each.basis.value,
                _two_places(each.stated) or "",
                _two_places(each.computed) or "",
                each.formula if each.basis is Basis.COMPUTED else "",
            )
        )
    return out.getvalue()


def finding_as_data(finding: Finding, words: Mapping[str, str]) -> dict[str, object]:
    """Return a finding as plain data, its reason in the language of `words`."""
    return {
        "rule": finding.rule,
        "code": finding.name,
        "severity": finding.severity.value,
        "score": _two_places(finding.score),
        "reason": write(finding.reason, words),
    }


def _two_places(value: Decimal | None) -> str | None:
    return None if value is None else str(display(value))


def _scores(card: Scorecard, kind: Kind) -> dict[str, dict[str, object]]:
    return {each.name: _score(each) for each in card.of_kind(kind)}


def _score(score: Score) -> dict[str, object]:
    data: dict[str, object] = {"score": _two_places(score.score), "basis": score.basis.value}
    if score.kind is not Kind.ITEM:
        data["formula"] = score.formula if score.basis is Basis.COMPUTED else None
        data["items"] = len(score.terms)
        data["missing"] = list(score.missing)
    return data


def _standing(standing: Standing) -> dict[str, object]:
    return {
        **_level(standing.level),
        "certain": standing.certain,
        "possible": [level.key for level in standing.possible],
        "missing": list(standing.missing),
    }


def _open_facts(facts: Sequence[OpenFact], words: Mapping[str, str]) -> list[dict[str, str]]:
    return [
        {"what": write(fact.what, words), "confidence": fact.confidence.value} for fact in facts
    ]


def _comparison(each: Comparison) -> dict[str, object]:
    return {
        "name": each.name,
        "stated": _two_places(each.stated),
        "computed": _two_places(each.computed),
        "agrees": each.agrees,
    }


def _gain(gain: Gain) -> dict[str, object]:
    return {
        "code": gain.score.name,
        "score": _two_places(gain.score.score),
        "gain": _two_places(gain.points),
    }


def _level(level: Level | None) -> dict[str, object]:
    if level is None:
        return {"key": None, "name_th": None, "name_en": None}
    return {"key": level.key, "name_th": level.title.th, "name_en": level.title.en}


def _next_level(found: NextLevel | None, words: Mapping[str, str]) -> dict[str, object] | None:
    if found is None:
        return None
    return {
        **_level(found.level),
        "items": None if found.items is None else [item.name for item in found.items],
        "total": _two_places(found.total),
        "blocked": list(found.blocked),
        "assumed": list(found.assumed),
        "rests_on": _open_facts(found.rests_on, words),
    }


def _what_if(outcome: WhatIf) -> dict[str, object]:
    after = outcome.after
    return {
        "total": _two_places(after.total.score),
        "level": _standing(after.standing),
        "instruments": _scores(after, Kind.INSTRUMENT),
        "indicators": _scores(after, Kind.INDICATOR),
        "differences": _differences(outcome.differences),
    }


def _differences(differences: Mapping[tuple[str, str | None], Decimal]) -> dict[str, str | None]:
    return {
        code if part is None else f"{code}/{part}": _two_places(moved)
        for (code, part), moved in differences.items()
    }
