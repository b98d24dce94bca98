"""Surveys that people might have answered, chosen by a seed."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from prongsai.core.editions.model import Edition
from prongsai.core.scoring.rounding import display


def answered(edition: Edition, instrument: str, respondents: int, dice: Random) -> dict[str, str]:
    """Return the published score of each item of a survey that so many people answered.

    People differ in mood, items in difficulty, and some people tick the best answer throughout.
    """
    mood = dice.choice((0.4, 0.6, 0.8, 0.95))
    content = dice.choice((0.0, 0.0, 0.4, 0.8))
    people = [2.0 if dice.random() < content else dice.gauss(mood, 0.2) for _ in range(respondents)]
    return {
        item.code: _score(
            [sorted(edition.scale[q.scale].points) for q in item.questions],
            people,
            dice.uniform(-0.25, 0.15),
            dice,
        )
        for item in edition.instrument[instrument].items
    }


def _score(questions: list[list[Decimal]], people: list[float], ease: float, dice: Random) -> str:
    answers = [
        points[_answer(person + ease + dice.gauss(0, 0.2), len(points))]
        for points in questions
        for person in people
    ]
    return str(display(sum(answers, Decimal(0)) / len(answers)))


def _answer(feeling: float, choices: int) -> int:
    return min(max(int(feeling * choices), 0), choices - 1)


def misprinted(scores: dict[str, str], dice: Random) -> tuple[dict[str, str], str]:
    """Return the scores with one of them off by up to nine points, and its code."""
    code = dice.choice(sorted(scores))
    steps = [
        step for step in range(-900, 901) if step and 0 <= float(scores[code]) + step / 100 <= 100
    ]
    wrong = Decimal(scores[code]) + Decimal(dice.choice(steps)) / 100
    return {**scores, code: str(wrong)}, code
