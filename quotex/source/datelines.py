"""Datelines and headers: what the top of an article tells of its day and its outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from quotex.lexicon.month import month_names
from quotex.segment import dateline_of
from quotex.source.agencies import Credit
from quotex.source.dates import find
from quotex.span import Stretch

HEADER_LINES = 8
LONGEST_PLACE = 60
TIME = r"\d{1,2}:\d{2}(?::\d{2})?"
LINE = re.compile(r"[^\n]+")
SIGNED = re.compile(r"[—–-] [^\n]*\(@\w+\)\s*\n\s*$")  # — Бор (@bor)⏎7 марта 2017 г.: the day of a post
AFTER_OUTLET = re.compile(r"[»”\"]?[ \u00a0]*(?:[.—–:/(-]|$|\n)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline or header gives: the day, and the mention of the outlet; either may be missing."""

    day: date | None
    credit: Credit | None


def dateline(text: str, found: Sequence[Credit], published: date | None) -> Dateline:
    """`МОСКВА, 5 фев — РИА Новости. …`, `Москва. 12 марта. INTERFAX.RU - …`, `/ТАСС/`, a line `04:42 27.12.2020`.

    A day without a year is resolved against the day of publication, if that is given.
    """
    first = (Stretch(m.start(), m.end()) for _, m in zip(range(HEADER_LINES), LINE.finditer(text), strict=False))
    lines = [_without_headline(text, line) for line in first]
    day = next(_days(text, lines, published), None)
    return Dateline(day, next(_outlets(text, lines, found), None))


def _without_headline(text: str, line: Stretch) -> Stretch:
    """`…мост закрытМосква. 12 марта. INTERFAX.RU - `: the line from where its dateline begins."""
    found = dateline_of(text, line)
    return Stretch(found.start if found else line.start, line.end).trimmed(text)


def _days(text: str, lines: Sequence[Stretch], published: date | None) -> Iterator[date]:
    for line in lines:
        match = _header().match(text, line.start, line.end)
        if match and not SIGNED.search(text, 0, line.start):
            found = find(text, Stretch(match.start(), match.end()), published)
            yield from (w.value for w in found if w.value is not None)


def _named_day() -> str:
    """`5 фев`, `12 марта 2025 года`."""
    return rf"\d{{1,2}} (?:{month_names()})\.?,?(?: \d{{4}}(?: г\.| года)?)?"


@lru_cache(maxsize=1)
def _header() -> re.Pattern[str]:
    """A line that is only a date and an hour, begins with both or ends in a date, or a dateline with its day."""
    day = rf"(?:{_named_day()}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|\d{{4}}-\d\d-\d\d)"
    edge = r"[\s_*|,.()]*"
    hour = rf"(?:{TIME}[^\w\n]*(?:по мск|мск)?{edge})?"
    return re.compile(
        rf"{edge}{hour}{day}{edge}(?:в )?(?:{TIME})?{edge}(?:мск)?{edge}(?:\d+{edge})?$"
        rf"|{edge}{day}{edge}{TIME}\s*[:—–―-]"
        rf"|[^\n]{{1,200}}[^\n\w.]\d\d\.\d\d\.\d{{4}}\s*$"
        rf"|[А-ЯЁ][\w(). -]{{1,40}}[.,] {day}[ .,]{{1,3}}(?:[—–―-] ?)?[A-ZА-ЯЁ/«\"]",
        re.MULTILINE,
    )


def _outlets(text: str, lines: Sequence[Stretch], found: Sequence[Credit]) -> Iterator[Credit]:
    for line in lines:
        first = next((c for c in found if line.holds(c.stretch)), None)
        if first is not None and first.kind != "platform" and _opens(text, line, first):
            yield first


def _opens(text: str, line: Stretch, credit: Credit) -> bool:
    """Whether nothing but a place, a day and an hour stand before the outlet, and the outlet ends the dateline."""
    whole = dateline_of(text, line)
    if whole is not None and whole.holds(credit.stretch):
        return True
    before = Stretch(line.start, credit.stretch.start).of(text)
    after = Stretch(credit.stretch.end, line.end).of(text)
    if not before.strip(' /\t(«"'):
        return credit.kind == "agency" and bool(re.match(r"[»\"]?\s*(?:/|\)|$)", after))
    if len(before) > LONGEST_PLACE or not _place().fullmatch(before):
        return False
    return bool(AFTER_OUTLET.match(after)) or bool(re.search(r"\d", before))


@lru_cache(maxsize=1)
def _place() -> re.Pattern[str]:
    """`МОСКВА, 5 фев — `, `Париж (Франция). 29 ноября. `, `, 15:44 `, `МОСКВА. /`."""
    day = _named_day()
    place = r"(?:[А-ЯЁ][А-ЯЁа-яё -]+(?:\([А-ЯЁ][\w -]+\))?)"
    capitals = r"(?:[А-ЯЁ][А-ЯЁ -]+)"
    hour = rf"(?:[ ,]*{TIME})?"
    end = r"[\s.,—–/«\"(-]*(?:Корр\.?\s*)?"
    return re.compile(rf"(?:{place}[.,]\s*{day}{hour}|{place}?[ ,]*{TIME}(?:[ ,]*{day})?|{capitals}[.,/—– ]+){end}")
