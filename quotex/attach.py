"""Which outlet a quote came through, and when it was said: ANNOTATION §5 and §6 over the finished quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from quotex.attribution import Attribution, Coverage, DateFound, SourceFound
from quotex.closing import closing
from quotex.credit import Credit
from quotex.datelines import Dateline
from quotex.lexicon.outlet import Press
from quotex.parse import Doc
from quotex.said_when import day_of
from quotex.stated import stated

__all__ = ["Attribution", "DateFound", "SourceFound", "dates", "sources"]

PRESS_AT_LARGE = re.compile(r"(?:[а-яё-]+(?:ие|ые|ая|яя) ){0,3}(?:сми|пресса|масс-медиа)\b", re.IGNORECASE)


def sources(
    doc: Doc, press: Press, quotes: Sequence[Attribution], found: Sequence[Credit], line: Dateline, outlet: str | None
) -> list[SourceFound | None]:
    """The source of each quote, in their order. `outlet` is the caller's, the last resort."""
    page = Coverage(doc, press, quotes, found)
    own = [stated(page, quote) for quote in quotes]
    general = _general(page, line, outlet)
    return [own[i] or _inherited(quotes, own, i) or _unless_at_large(quotes[i], general) for i in range(len(quotes))]


def dates(doc: Doc, quotes: Sequence[Attribution], published: date | None, line: Dateline) -> list[DateFound | None]:
    """The day of each quote, in their order."""
    contents = [s for q in quotes for s in q.content]
    today = published or line.day
    return [day_of(doc, quote, contents, today) for quote in quotes]


def _inherited(quotes: Sequence[Attribution], own: Sequence[SourceFound | None], number: int) -> SourceFound | None:
    """The latest earlier source of the same speaker, else the first later one."""
    speaker = quotes[number].speaker
    if speaker is None:
        return None
    others = [i for i, q in enumerate(quotes) if q.speaker == speaker and own[i] is not None]
    best = max((i for i in others if i < number), default=min(others, default=None))
    source = own[best] if best is not None else None
    return SourceFound(source.name, source.mention, "inherited") if source else None


def _unless_at_large(quote: Attribution, general: SourceFound | None) -> SourceFound | None:
    """`СМИ сообщали, что…`: the press at large is a source of its own, but none that has a name."""
    return None if quote.speaker and PRESS_AT_LARGE.match(quote.speaker) else general


def _general(page: Coverage, line: Dateline, outlet: str | None) -> SourceFound | None:
    """The outlet that closes one of the first sentences, that of the dateline, or the caller's."""
    credit = closing(page) or line.credit
    if credit is not None:
        return SourceFound(credit.name, credit.stretch, "document")
    return SourceFound(outlet, None, "document") if outlet else None
