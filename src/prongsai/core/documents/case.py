"""What every document of a year is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from prongsai.core.documents.model import Block, Document, Picture
from prongsai.core.documents.papers import Paper
from prongsai.core.documents.texts import Texts
from prongsai.core.editions.model import TOTAL
from prongsai.core.editions.spans import spans
from prongsai.core.findings.analysis import Analysis
from prongsai.core.measures.model import Measure, Plan
from prongsai.core.measures.months import first_of
from prongsai.core.scoring.model import OpenFact
from prongsai.core.scoring.rounding import display
from prongsai.core.tracking import NOTHING_SAID, Progress, ProgressOf


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A plan, what its results came to, and the words to say it in.

    One source for each number and name.
    """

    plan: Plan
    analysis: Analysis
    texts: Texts
    progress: ProgressOf = field(default_factory=dict)
    papers: Mapping[str, Paper] = field(default_factory=dict)  # by the key of their kind
    garuda: Picture | None = None  # the agency's own pictures; none is ours
    emblem: Picture | None = None

    @property
    def agency(self) -> str:
        """Return the agency's name, or a place for it where nobody gave one."""
        return self.plan.agency.name or self.texts("nameless")

    @property
    def place(self) -> str:
        """Write the district and the province, or nothing where nobody gave them."""
        agency = self.plan.agency
        if agency.district and agency.province:
            return self.texts("place", district=agency.district, province=agency.province)
        return self.texts("place_province", province=agency.province) if agency.province else ""

    def of(self, measure: Measure) -> Progress:
        """Return how far a measure has come."""
        return self.progress.get(measure.key, NOTHING_SAID)

    def period(self, measure: Measure) -> str:
        """Write the months of a measure as the agency writes them, or nothing."""
        return self.plan.style.span(*map(first_of, measure.period)) if measure.period else ""

    def document(self, title: str, dated: date, blocks: Iterable[Block]) -> Document:
        """Make the document of blocks, in the agency's name and style."""
        style = self.plan.style
        return Document(
            title=title,
            author=self.agency,
            dated=dated,
            blocks=tuple(blocks),
            thai_digits=style.thai_digits,
            catchword=style.catchword,
        )

    def shown(self, value: Decimal | None) -> str:
        """Write a score, or that there is none."""
        return self.texts("no_value") if value is None else str(display(value))

    def title(self, code: str) -> str:
        """Return the Thai name of an instrument or an indicator, or the topic of an item."""
        edition = self.analysis.card.edition
        if code in edition.items:
            topic = edition.items[code].topic
            return self.texts("unknown_topic") if topic is None else topic.th
        if code in edition.indicators:
            return edition.indicators[code].title.th
        return edition.instrument[code].title.th

    def spelled(self, name: str) -> str:
        """Write the name of a score as documents do: e3 (EIT Survey), EIT Public, o35."""
        code, _, part = name.partition("/")
        if not part:
            return self.texts("total_row") if code == TOTAL else code
        edition = self.analysis.card.edition
        line = (code, *edition.ancestors.get(code, ()))
        instrument = next((each for each in line if each in edition.instrument), None)
        if instrument is None:  # a person wrote a code that the edition does not know
            return name
        whole = f"{instrument} {part.capitalize()}"
        return whole if code == instrument else f"{code} ({whole})"

    def missing(self, names: Sequence[str]) -> str:
        """Write the names of what has no value, like ones together, each kind with its word."""
        edition = self.analysis.card.edition
        kinds = (
            ("missing_items", edition.items),
            ("missing_sub_indicators", edition.sub_indicators),
            ("missing_indicators", edition.indicators),
            ("missing_instruments", edition.instrument),
        )
        written = []
        for key, codes in kinds:
            of_kind = [name for name in names if name.partition("/")[0] in codes]
            if of_kind:
                short = spans(of_kind) if key == "missing_items" else map(self.spelled, of_kind)
                written.append(self.texts(key, names=", ".join(short)))
        if TOTAL in names:
            written.append(self.texts("total_row"))
        return "; ".join(written)

    def facts(self, rests_on: Sequence[OpenFact]) -> str:
        """Write facts that nobody has read, each with its mark."""
        written = (f"{self.texts.written(f.what)} ({f.confidence.value})" for f in rests_on)
        return "; ".join(written)
