"""Which outlet a quote came through, and when it was said: ANNOTATION §5 and §6 over the finished quotes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date

from quotex.lexicon.outlet import Press
from quotex.parse import Doc
from quotex.source.attribution import Attribution, Coverage, DateFound, SourceFound
from quotex.source.closing import closing
from quotex.source.credit import Credit
from quotex.source.datelines import Dateline
from quotex.source.said_when import day_of
from quotex.source.stated import stated

__all__ = ["Attribution", "DateFound", "SourceFound", "dates", "sources"]

PRESS_AT_LARGE = re.compile(r"(?:[а-яё-]+(?:ие|ые|ая|яя) ){0,3}(?:сми|пресса|масс-медиа)\b", re.IGNORECASE)


def sources(
    doc: Doc, press: Press, quotes: Sequence[Attribution], found: Sequence[Credit], line: Dateline, outlet: str | None
) -> list[SourceFound | None]:
    """The source of each quote, in their order. `outlet` is the caller's, the last resort."""
    page = Coverage(doc, press, quotes, found)
    own = [stated(page, quote) for quote in quotes]
    general = _general(page, line, outlet)
    sourced = _sourced(quotes, own)
    return [
        own[i] or _inherited(sourced.get(quote.speaker, ()), own, i) or _unless_at_large(quote, general)
        for i, quote in enumerate(quotes)
    ]


def dates(doc: Doc, quotes: Sequence[Attribution], published: date | None, line: Dateline) -> list[DateFound | None]:
    """The day of each quote, in their order."""
    contents = sorted(s for q in quotes for s in q.content)
    today = published or line.day
    return [day_of(doc, quote, contents, today) for quote in quotes]


def _inherited(others: Sequence[int], own: Sequence[SourceFound | None], number: int) -> SourceFound | None:
    """The latest earlier source of the same speaker (`others`: where it has one), else the first later one."""
    if not others:
        return None
    source = own[others[max(bisect_left(others, number) - 1, 0)]]
    return SourceFound(source.name, source.mention, "inherited") if source else None


def _sourced(quotes: Sequence[Attribution], own: Sequence[SourceFound | None]) -> Mapping[str | None, Sequence[int]]:
    """The quotes with a source of their own, by their speaker."""
    found: dict[str | None, list[int]] = {None: []}
    for number, quote in enumerate(quotes):
        if quote.speaker is not None and own[number] is not None:
            found.setdefault(quote.speaker, []).append(number)
    return found


def _unless_at_large(quote: Attribution, general: SourceFound | None) -> SourceFound | None:
    """`СМИ сообщали, что…`: no outlet of the caller's stands behind the press at large."""
    at_large = quote.speaker is not None and PRESS_AT_LARGE.match(quote.speaker)
    return general if general is None or general.mention or not at_large else None


def _general(page: Coverage, line: Dateline, outlet: str | None) -> SourceFound | None:
    """The outlet that closes one of the first sentences, that of the dateline, or the caller's."""
    credit = closing(page) or line.credit
    if credit is not None:
        return SourceFound(credit.name, credit.stretch, "document")
    return SourceFound(outlet, None, "document") if outlet else None
