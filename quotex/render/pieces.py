"""An article cut up at the edges of everything found in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quotex.model import Quote, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters to which the same things hold.

    `quote`: index of the innermost quote whose content they are. `opens`, `closes`: whether a span of it begins or ends
    here. `cue`: whether they attribute a quote; `mention`: index of the quote whose speaker they name.
    """

    text: str
    quote: int | None = None
    opens: bool = False
    closes: bool = False
    cue: bool = False
    mention: int | None = None


def pieces(text: str, quotes: Sequence[Quote]) -> Iterator[Piece]:
    """The whole text, in order."""
    for start, end in pairwise(_edges(text, quotes)):
        yield _piece(text, start, end, quotes)


def voices(quotes: Sequence[Quote]) -> dict[str | None, int]:
    """Every speaker's name with a number, in the order in which they speak."""
    return {name: number for number, name in enumerate(dict.fromkeys(map(voice, quotes)))}


def voice(quote: Quote) -> str | None:
    """The speaker's name, or what stands in its place; None where nobody is named."""
    if quote.speaker is None:
        return None
    return quote.speaker.name or (quote.speaker.mention.text if quote.speaker.mention else None)


def _edges(text: str, quotes: Sequence[Quote]) -> list[int]:
    spans = [span for quote in quotes for span in _spans(quote)]
    return sorted({0, len(text), *(edge for span in spans for edge in (span.start, span.end))})


def _spans(quote: Quote) -> list[Span]:
    mention = quote.speaker.mention if quote.speaker else None
    return [*quote.spans, *(span for span in (quote.cue, mention) if span)]


def _piece(text: str, start: int, end: int, quotes: Sequence[Quote]) -> Piece:
    inside = [(s.end - s.start, n, s) for n, q in enumerate(quotes) for s in q.spans if _holds(s, start, end)]
    _, quote, span = min(inside, default=(0, None, None), key=lambda found: found[0])
    return Piece(
        text[start:end],
        quote,
        opens=span is not None and span.start == start,
        closes=span is not None and span.end == end,
        cue=any(_holds(q.cue, start, end) for q in quotes),
        mention=next((n for n, q in enumerate(quotes) if q.speaker and _holds(q.speaker.mention, start, end)), None),
    )


def _holds(span: Span | None, start: int, end: int) -> bool:
    return span is not None and span.start <= start and end <= span.end
