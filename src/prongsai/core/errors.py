"""What Prongsai raises on purpose.

Refusal            something given by a person cannot be used: what, where, why and what to do
└── Refusals       several at once, in the order in which they stand in the file
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prongsai.core.sentences import Sentence, write


class Refusal(Exception):
    """An expected no. Anything else that is raised is a bug."""

    def __init__(
        self, what: Sentence, *, fix: Sentence | None = None, where: Sequence[Sentence | str] = ()
    ) -> None:
        """Keep what is wrong and why, what to do, and the way to the place, outermost first."""
        super().__init__(what, fix, tuple(where))
        self.what = what
        self.fix = fix
        self.where = tuple(where)

    def __str__(self) -> str:
        return self.written({})

    def within(self, *outer: Sentence | str) -> Refusal:
        """Return the same refusal with a longer way to its place, such as the file it stands in."""
        return type(self)(self.what, fix=self.fix, where=(*outer, *self.where))

    def written(self, catalogue: Mapping[str, str]) -> str:
        """Write the refusal on one line: place: what. What to do."""
        place = " › ".join(write(step, catalogue) for step in self.where)
        sentences = [write(part, catalogue) for part in (self.what, self.fix) if part is not None]
        return (f"{place}: " if place else "") + " ".join(sentences)


class Refusals(Refusal):
    """Several refusals of one file. It reads as its first one; `parts` has them all."""

    def __init__(self, parts: Sequence[Refusal]) -> None:
        """Keep at least one refusal, in the order of the file."""
        first = parts[0]
        super().__init__(first.what, fix=first.fix, where=first.where)
        self.parts = tuple(parts)

    def within(self, *outer: Sentence | str) -> Refusals:
        """Return the same refusals with a longer way to their places."""
        return Refusals([part.within(*outer) for part in self.parts])

    def written(self, catalogue: Mapping[str, str]) -> str:
        """Write one refusal a line."""
        return "\n".join(part.written(catalogue) for part in self.parts)
