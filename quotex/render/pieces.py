"""An article cut up at the edges of everything found in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from quotex.model import Quote, Span

_Part = Literal["content", "cue", "mention"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters to which the same things hold.

    `around`: indices of the quotes whose content they are, the outermost first. `opens`, `closes`: the quotes that have
    a span which begins or ends with them, as brackets would stand. `cue`: whether they attribute a quote; `mention`:
    index of the quote whose speaker they name.
    """

    text: str
    around: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()
    cue: bool = False
    mention: int | None = None

    @property
    def quote(self) -> int | None:
        """Index of the innermost quote."""
        return self.around[-1] if self.around else None


@dataclass(frozen=True, slots=True)
class _Mark:
    """A span of the quote with this index."""

    span: Span
    quote: int
    part: _Part

    def holds(self, start: int, end: int) -> bool:
        return self.span.start <= start and end <= self.span.end


def pieces(text: str, quotes: Sequence[Quote]) -> Iterator[Piece]:
    """The whole text, in order."""
    beginning = _by_start(quotes)
    edges = {edge for marks in beginning.values() for mark in marks for edge in (mark.span.start, mark.span.end)}
    open_marks: list[_Mark] = []
    for start, end in pairwise(sorted({0, len(text), *edges})):
        open_marks = [mark for mark in (*open_marks, *beginning[start]) if mark.holds(start, end)]
        yield _piece(text[start:end], start, end, open_marks)


def voices(quotes: Sequence[Quote]) -> dict[str | None, int]:
    """Every speaker's name with a number, in the order in which they speak."""
    return {name: number for number, name in enumerate(dict.fromkeys(map(voice, quotes)))}


def voice(quote: Quote) -> str | None:
    """The speaker's name, or what stands in its place; None where nobody is named."""
    if quote.speaker is None:
        return None
    return quote.speaker.name or (quote.speaker.mention.text if quote.speaker.mention else None)


def _by_start(quotes: Sequence[Quote]) -> defaultdict[int, list[_Mark]]:
    found: defaultdict[int, list[_Mark]] = defaultdict(list)
    for mark in (mark for n, quote in enumerate(quotes) for mark in _marks(n, quote)):
        found[mark.span.start].append(mark)
    return found


def _marks(number: int, quote: Quote) -> Iterator[_Mark]:
    yield from (_Mark(span, number, "content") for span in quote.spans)
    if quote.cue:
        yield _Mark(quote.cue, number, "cue")
    if quote.speaker and quote.speaker.mention:
        yield _Mark(quote.speaker.mention, number, "mention")


def _piece(text: str, start: int, end: int, marks: Sequence[_Mark]) -> Piece:
    around = sorted((m for m in marks if m.part == "content"), key=lambda m: (m.span.start - m.span.end, m.quote))
    return Piece(
        text,
        around=tuple(m.quote for m in around),
        opens=tuple(m.quote for m in around if m.span.start == start),
        closes=tuple(m.quote for m in reversed(around) if m.span.end == end),
        cue=any(m.part == "cue" for m in marks),
        mention=min((m.quote for m in marks if m.part == "mention"), default=None),
    )
