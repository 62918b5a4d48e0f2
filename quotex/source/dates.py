"""Time expressions, and the days they name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from quotex.lexicon.month import month, month_names
from quotex.lexicon.table import rows
from quotex.morph import readings
from quotex.span import Stretch

SPACE = r"[ \u00a0\n]+"
WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
WEEKDAY = r"(?P<weekday>понедельник[а]?|вторник[а]?|сред[ыу]|четверг[а]?|пятниц[ыу]|суббот[ыу]|воскресень[ея])"
BACK = {"сегодня": 0, "вчера": 1, "накануне": 1, "позавчера": 2}
PART_OF_DAY = r"утром|днем|днём|вечером|ночью"
SEASON = r"весной|летом|осенью|зимой"
SPAN = r"год[а]?|лет|месяц(?:а|ев)?|недел[юиь]|дн[яейь]{1,2}|день|сутки|суток"
PERIOD = r"недел\w+|месяц\w*|год[ау]?|квартал\w*|столети\w+|век[ае]?"


@dataclass(frozen=True, slots=True)
class When:
    """A time expression: the day it names, or None; `vague` where it names no single day (ранее, в 2014 году)."""

    stretch: Stretch
    value: date | None
    vague: bool


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of time expression: how it looks, and which day it names in an article of that day (none: vague)."""

    pattern: re.Pattern[str]
    day: Callable[[re.Match[str], date | None], date | None] | None


def find(text: str, within: Stretch, published: date | None) -> list[When]:
    """The time expressions inside the stretch, in order; where two meet, the one that names a day more fully stays.

    Days are resolved against the day of publication; without one, only full dates have a value.
    """
    found: list[When] = []
    for kind in _kinds():
        for match in kind.pattern.finditer(text, within.start, within.end):
            stretch = Stretch(match.start(), match.end())
            if not _is_no_eve(match) and not any(stretch.meets(other.stretch) for other in found):
                found.append(When(stretch, kind.day(match, published) if kind.day else None, kind.day is None))
    return sorted(found, key=lambda w: w.stretch)


def _is_no_eve(match: re.Match[str]) -> bool:
    """`накануне написала`, `накануне она` name a day, unlike `накануне финала`."""
    event = match.groupdict().get("event")
    return event is not None and not any(r.part in ("NOUN", "ADJF", "PRTF") for r in readings(event.lower()))


@lru_cache(maxsize=1)
def _kinds() -> tuple[_Kind, ...]:
    """The fullest first: what one kind has taken, no later one may."""
    months = month_names()
    year = rf"(?:{SPACE}(?P<year>\d{{4}})(?:-го)?(?:{SPACE}г(?:ода|оду|\.))?)?"
    last_year = rf"{SPACE}(?P<back>прошлого|минувшего){SPACE}года"
    phrases = sorted((words for words, _ in rows("vague_times")), key=len, reverse=True)
    vague = "|".join(re.escape(words).replace(r"\ ", SPACE) for words in phrases)
    return tuple(
        _Kind(re.compile(rf"(?<![\w.,])(?:{pattern})(?!\w)", re.IGNORECASE), day)
        for pattern, day in (
            (rf"\d{{1,2}}(?:[–—-]|{SPACE}(?:и|по|до){SPACE})\d{{1,2}}{SPACE}{months}{year}", None),
            (rf"(?P<day>\d{{1,2}})(?:-го)?{SPACE}(?P<month>{months})(?:{last_year}|{year})", _named_day),
            (r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4}|\d{2})", _numbered_day),
            (r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", _numbered_day),
            (rf"(?:в|во|на|{PART_OF_DAY}){SPACE}(?P<last>прошл\w+{SPACE}|минувш\w+{SPACE})?{WEEKDAY}", _weekday),
            (rf"накануне{SPACE}(?!в |во |на |вечером|ночью|агентств)(?P<event>[а-яё]+(?:ы|и|а|я|ов|ей|ого|ой))", None),
            (rf"{'|'.join(BACK)}", _days_back),
            (rf"(?:{vague})(?!{SPACE}как\b|, что\b)", None),
            (
                rf"(?:в|на|за|до|после|с){SPACE}(?:самом{SPACE})?(?:начал|середин|конц)\w+{SPACE}(?:\w+{SPACE})?(?:{months}|{PERIOD}){year}",
                None,
            ),
            (rf"(?:в|с|к|на){SPACE}(?:(?:этом|прошлом|минувшем){SPACE})?(?:{months}){year}", None),
            (
                rf"(?:в|на|за){SPACE}(?:прошл|минувш|позапрошл|эт|последн|нынешн|текущ)\w+{SPACE}(?:{PERIOD}|дн[ия]|дней)",
                None,
            ),
            (rf"(?:в|к|с|до){SPACE}\d{{4}}(?:-м|-го)?{SPACE}год[ауе]?", None),
            (rf"(?:в|с){SPACE}\d{{4}}[–—-]\d{{4}}{SPACE}год\w+", None),
            (rf"после{SPACE}этого(?!{SPACE}(?:он|она|они)\b)", None),
            (r"(?:в|с|к|до) \d{4}-(?:м|го|му|году?)", None),
            (rf"(?:через|спустя){SPACE}(?:(?:\w+|\d+){SPACE})?(?:{SPAN})|(?:\w+{SPACE})?(?:{SPAN}){SPACE}спустя", None),
            (rf"(?:{SEASON})(?:{SPACE}\d{{4}}{SPACE}года)?", None),
            (
                rf"(?:(?:\d+|два|две|три|четыре|пять|шесть|несколько){SPACE})?(?:дн[яей]{{1,2}}|день|недел[юиь]|месяц\w*|год[а]?|лет|час\w*){SPACE}назад",
                None,
            ),
        )
    )


def _named_day(match: re.Match[str], published: date | None) -> date | None:
    number = month(match["month"])
    if number is None:
        return None
    if match["back"]:
        return _real(published.year - 1, number, int(match["day"])) if published else None
    return _day(match["year"], number, int(match["day"]), published)


def _numbered_day(match: re.Match[str], published: date | None) -> date | None:
    year = match["year"] if len(match["year"]) == 4 else "20" + match["year"]
    return _day(year, int(match["month"]), int(match["day"]), published)


def _day(year: str | None, number: int, day: int, published: date | None) -> date | None:
    """The day as given, or without a year the nearest not after the publication."""
    if year:
        return _real(int(year), number, day)
    if published is None:
        return None
    days = (_real(published.year - back, number, day) for back in range(8))
    return next((d for d in days if d is not None and d <= published), None)


def _real(year: int, number: int, day: int) -> date | None:
    try:
        return date(year, number, day)
    except ValueError:
        return None


def _weekday(match: re.Match[str], published: date | None) -> date | None:
    """The latest such day not after the publication; `в прошлую пятницу` is never that day itself."""
    if published is None:
        return None
    wanted = next(i for i, stem in enumerate(WEEKDAYS) if match["weekday"].lower().startswith(stem))
    back = (published.weekday() - wanted) % 7
    return _before(published, back or 7 * bool(match["last"]))


def _days_back(match: re.Match[str], published: date | None) -> date | None:
    return _before(published, BACK[match.group().lower()]) if published else None


def _before(day: date, days: int) -> date | None:
    return day - timedelta(days) if day.toordinal() > days else None
