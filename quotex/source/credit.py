"""A mention of an outlet, and the page on which such mentions are looked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from quotex.lexicon.outlet import Press
from quotex.parse import Doc, Name, Sentence, Token
from quotex.span import Stretch

OPENING, CLOSING = '«„“"', '»“”"'


@dataclass(frozen=True, slots=True)
class Credit:
    """A mention of an outlet: its place, canonical name and kind, its sentence, the token on which it hangs."""

    stretch: Stretch
    name: str
    kind: str
    sentence: int
    head: int


@dataclass(frozen=True)
class Page:
    """A parsed article and all that is known of outlets."""

    doc: Doc
    press: Press

    @cached_property
    def by_start(self) -> Mapping[int, Stretch]:
        """The inside of each quotation, by where its marks begin."""
        return {q.whole.start: q.inner.trimmed(self.doc.text) for q in self.doc.quotations}

    @cached_property
    def inside(self) -> Mapping[int, Stretch]:
        """The inside of each quotation, by where it begins."""
        return {inner.start: inner for inner in self.by_start.values()}

    @cached_property
    def by_end(self) -> Mapping[int, Stretch]:
        """The inside of each quotation, by where its closing mark stands."""
        return {q.inner.end: q.inner.trimmed(self.doc.text) for q in self.doc.quotations}

    @cached_property
    def starts(self) -> Sequence[int]:
        return [name.stretch.start for name in self.doc.names]

    def named(self, stretch: Stretch) -> list[Name]:
        """The names that meet the stretch."""
        first = max(bisect_left(self.starts, stretch.start) - 1, 0)
        last = bisect_left(self.starts, stretch.end)
        return [name for name in self.doc.names[first:last] if name.stretch.meets(stretch)]


def noun_of(token: Token) -> str:
    """The lemma of a noun; of other words nothing."""
    return token.lemma.lower() if token.pos in ("NOUN", "PROPN", "X") else ""


def head_of(sentence: Sentence, stretch: Stretch) -> int:
    """The token of the mention whose head stands outside it."""
    inside = range(sentence.at(stretch.start), min(sentence.at(stretch.end - 1) + 1, len(sentence.tokens)))
    return next(
        (i for i in inside if sentence.tokens[i].head not in inside and sentence.tokens[i].pos != "PUNCT"), inside[0]
    )
