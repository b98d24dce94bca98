"""A small edition as the plain mapping of its file, and a way to spoil one value of it."""

from __future__ import annotations

import copy
from typing import Any

from prongsai.core.editions.model import Duties
from prongsai.core.sentences import Names

GONE = object()
"""Put in the place of a value, it takes the field away."""

Path = tuple[str | int, ...]

DUTIES = Duties(
    disclosure={
        "structure": Names(th="โครงสร้าง", en="Structure"),
        "news": Names(th="ข่าว", en="News"),
    },
    survey={"work-standard": Names(th="ขั้นตอนและเวลา", en="Steps and time")},
)


def _name(text: str) -> dict[str, str]:
    return {"th": f"ชื่อ {text}", "en": text}


def _fact(value: str) -> dict[str, str]:
    return {"value": value, "confidence": "H", "source": "handbook"}


def _disclosure(code: str, duty: str) -> dict[str, Any]:
    return {
        "code": code,
        "topic": _name(duty),
        "duties": [duty],
        "period": "current",
        "confidence": "H",
        "source": "handbook",
        "elements": [_name("chart")],
        "elements_confidence": "R",
    }


def _survey(code: str) -> dict[str, Any]:
    return {
        "code": code,
        "topic": _name("work"),
        "duties": ["work-standard"],
        "scale": "four",
        "sub_questions": 2,
        "reversed": [False, True],
        "confidence": "M",
    }


def _indicator(key: str, **more: Any) -> dict[str, Any]:
    return {"key": key, "title": _name(key), "aggregation": _fact("items_mean"), **more}


def _instrument(key: str, prefix: str, weight: str, **more: Any) -> dict[str, Any]:
    return {
        "key": key,
        "title": _name(key),
        "prefix": prefix,
        "weight": _fact(weight),
        "items_known": "H",
        **more,
    }


def _level(key: str, total: str, **more: Any) -> dict[str, Any]:
    return {
        "key": key,
        "title": _name(key),
        "total": total,
        "passes": total != "0",
        "confidence": "H",
        "source": "handbook",
        **more,
    }


def _instruments() -> list[dict[str, Any]]:
    sub = {
        "key": "9.1",
        "title": _name("basic"),
        "confidence": "M",
        "items": [_disclosure("o1", "structure"), _disclosure("o2", "news")],
    }
    checklist = _indicator("9", sub_indicators=[sub])
    checklist["aggregation"]["value"] = "sub_indicators_mean"
    return [
        _instrument("IIT", "i", "0.30", indicators=[_indicator("1", items=[_survey("i1")])]),
        _instrument(
            "EIT",
            "e",
            "0.30",
            parts=[{"key": part, "title": _name(part)} for part in ("public", "survey")],
            pooling=_fact("unknown"),
            indicators=[_indicator("6", items=[_survey("e1")])],
        ),
        _instrument("OIT", "o", "0.40", indicators=[checklist]),
    ]


def small_edition(change: Path = (), value: object = None) -> dict[str, Any]:
    """Return the mapping of a small edition, with `value` (or GONE) at the path `change`."""
    raw: dict[str, Any] = {
        "key": "small",
        "title": _name("small"),
        "body": "public-agency",
        "fiscal_years": [2570],
        "pass_mark": _fact("85"),
        "sources": {"handbook": "Handbook, page 1"},
        "scales": [{"key": "four", "points": ["0", 33, "66.5", "100"], "confidence": "R"}],
        "instruments": _instruments(),
        "levels": [
            _level("good", "85", minima={"IIT": "85", "EIT/public": "85", "OIT": "85"}),
            _level("pass", "85"),
            _level("low", "0"),
        ],
        "calendar": [
            {"title": _name("end"), "when": _name("1 Aug"), "fiscal_year": 2570, "confidence": "H"}
        ],
        "open_questions": [_name("sample")],
        "duties": {"disclosure": {"self-assessment": _name("self-assessment")}},
    }
    return spoilt(raw, change, value) if change else raw


def spoilt(raw: dict[str, Any], change: Path, value: object) -> dict[str, Any]:
    """Return a copy with `value` at the path `change`; GONE removes what stands there."""
    copied = copy.deepcopy(raw)
    holder: Any = copied
    for step in change[:-1]:
        holder = holder[step]
    if value is GONE:
        del holder[change[-1]]
    else:
        holder[change[-1]] = value
    return copied
