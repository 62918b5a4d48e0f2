"""An article cut up at the edges of everything found in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quotex.model import Quote, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters to which the same things hold.

    `quote`: index of the innermost quote whose content they are. `opens`, `closes`: the quotes that have a span which
    begins or ends with them, as brackets would stand. `cue`: whether they attribute a quote; `mention`: index of the
    quote whose speaker they name.
    """

    text: str
    quote: int | None = None
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()
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
    around = [(s, n) for n, quote in enumerate(quotes) for s in quote.spans if _holds(s, start, end)]
    around.sort(key=lambda found: found[0].start - found[0].end)
    return Piece(
        text[start:end],
        around[-1][1] if around else None,
        opens=tuple(n for span, n in around if span.start == start),
        closes=tuple(n for span, n in reversed(around) if span.end == end),
        cue=any(_holds(quote.cue, start, end) for quote in quotes),
        mention=next((n for n, q in enumerate(quotes) if q.speaker and _holds(q.speaker.mention, start, end)), None),
    )


def _holds(span: Span | None, start: int, end: int) -> bool:
    return span is not None and span.start <= start and end <= span.end
