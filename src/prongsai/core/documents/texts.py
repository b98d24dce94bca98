"""The official words of one kind of document, and the words of sentences, by their keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from prongsai.core.sentences import Sentence, write


@dataclass(frozen=True, slots=True)
class Texts:
    """Hold `official` (key -> words of the kind) and `words` (English template -> Thai)."""

    official: Mapping[str, str | list[str]]
    words: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """Write the words of a key with its values filled in.

        Raises KeyError for an unknown key.
        """
        return " ".join(str(self.official[key]).split()) % values

    def paragraphs(self, key: str, /, **values: object) -> tuple[str, ...]:
        """Write the paragraphs of a key."""
        return tuple(" ".join(each.split()) % values for each in self.official[key])

    def written(self, sentence: Sentence) -> str:
        """Write a sentence, such as the reason of a finding."""
        return write(sentence, self.words)
