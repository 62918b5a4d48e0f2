"""Page furniture: what was copied from the page around the article.

A line is furniture by its own words (`Теги: мост, ремонт`) or by its place: headlines under `Читайте также`, a ticker
of headlines with times, whatever stands behind the tags when no more prose follows. Prose is never furniture by place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from quotex.lexicon.table import rows
from quotex.span import Stretch

LONGEST_TITLE = 160
LONGEST_TEASER = 300
LONGEST_OWN = 300
LONGEST_CELL = 30
LOOK_BACK = 600
SMALLEST_ARTICLE = 200  # with less prose than that, headlines with times may be the article itself
ANY = r"(?:[^.!?\n]|[.!?](?=\S)){0,200}"  # not beyond the end of the sentence

TIME = r"(?:[01]?\d|2[0-3]):[0-5]\d"
DAY = (
    r"(?:\d{1,2}[./]\d{2}[./]\d{2,4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2} (?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.?(?: \d{4})?)"
)
DATE = re.compile(DAY, re.IGNORECASE)
WHEN = rf"(?:(?:{DAY}|сегодня|вчера),? (?:в )?)?{TIME}"
SECTION = r"[А-ЯЁA-Z][\w-]+(?: [\w-]+){0,2}"
AGO = r"(?:минут[уы]?|час(?:а|ов)?|день|дня|дней|месяц(?:а|ев)?) назад"
STAMP = re.compile(rf"(?:{SECTION}, ?)?(?i:{WHEN}|{DAY}|(?:\d+ )?{AGO})\W*")
STAMPED = re.compile(
    rf"{TIME}(?: ?[|•·—–―-])? +[A-ZА-ЯЁ\d«„“\"].*"
    rf"|.{{1,{LONGEST_TITLE}}}[\w»”\"!?)],? (?:{SECTION}, ?)?(?:{WHEN}|\d+ {AGO})"
)

LINE = re.compile(r"[^\n]+")
DECORATION = r"[^\w\n«„“\"'(\[©#@+—–―-]{0,8}"
CELLS = re.compile(r"\s{2,}|[|·•»›→/]")
BETWEEN_ITEMS = re.compile(r"[\s|·•»›>→/\\▲▼▴▾↑↓%]*")
SENTENCE_BREAK = re.compile(r"[.!?] +[«\"„]?[A-ZА-ЯЁ]")
SENTENCE_START = r"(?:^[^\w\n«\"—–―-]{0,6}|(?<=[.!?…)»\"”] )|(?<=  ))"
SENTENCE_REST = r"(?:[^.!?…\n]|\.(?=\S)){0,250}(?:[.!?…]+|$)"
CLOSED = re.compile(r"[.;:,][»”“\"')\]*¹²]*$|(?:…|\.\.)[»”“\"')\]]+$")
TEASER = re.compile(r"(?:…|\.\.)$")
REPLY = re.compile(r"[—–―-]\s")
CONTINUED = re.compile(r"\n[^\S\n]*[а-яёії.,;)]")
IN_MARKS = re.compile(r"«[^»]*»|\"[^\"]*\"")
SAID = re.compile(r"[,!?…][»”\"]?,? [—–―-] [а-яё]")
LOW_WORD = re.compile(r"(?<![\w-])[а-яё][а-яё-]{2,}")


class Look(StrEnum):
    """What a line looks like by itself; a letter each, so that the shape of a page can be read by a pattern."""

    FURNITURE = "f"  # Фото: Reuters
    CLOSING = "c"  # Теги: мост, ремонт
    HEADING = "h"  # Читайте также
    BESIDE = "b"  # Читайте также: Мост закрыт
    TIMED = "t"  # 17:57 Мост закрыт
    STAMP = "s"  # Бизнес, 17:57
    TITLE = "T"  # Мост закрыт
    TEASER = "e"  # Движение остановили после того, как...
    PROSE = "P"


TICKER = re.compile("(?:t|Ts){2,}")
OWN_HEADLINE = re.compile("Ts[Te]?P")
LINKS = re.compile("t[ts]*|(?:Ts)+|(?:Te)+|[Tsf]+")
LINKS_AT_TOP = re.compile(
    "t[ts]*|[Tf]*?(?=T[es]*P)|" + LINKS.pattern
)  # the last title before prose is the article's own


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something in it; `gap` counts the line breaks before it."""

    stretch: Stretch
    gap: int
    look: Look


SHAPES = {
    "line": rf"{DECORATION}(?:%s)\W{{0,8}}",
    "closing": rf"{DECORATION}(?:%s)\W{{0,8}}",
    "credit": rf"{DECORATION}(?:%s)\s*",
    "heading": rf"{DECORATION}(?:%s)\W{{0,8}}",
    "beside": rf"{DECORATION}(?:%s)(?:\s*:\s*|\s+(?={TIME}))(?=\S)",
    "call": rf"{SENTENCE_START}(?P<call>(?:%s){SENTENCE_REST})",
    "piece": r"\b(?:%s)",
    "item": r"(?<!\w)(?:%s)(?!\w)",
    "holder": "(?:%s)",
}


@lru_cache(maxsize=1)
def _signs() -> dict[str, re.Pattern[str]]:
    """The patterns of `tables/furniture.tsv`, all of a kind in one."""
    words: dict[str, list[str]] = {}
    for pattern, kind, _example in rows("furniture"):
        words.setdefault(kind, []).append(_expanded(pattern))
    words["beside"] = words["heading"]
    flags = re.IGNORECASE | re.MULTILINE
    return {kind: re.compile(shape % "|".join(words[kind]), flags) for kind, shape in SHAPES.items()}


def _expanded(pattern: str) -> str:
    """The pattern of an entry with its shorthand written out: `…` any words, a space any white space, ё also е."""
    return pattern.replace("…", ANY).replace("ё", "[её]").replace(" ?", r"[^\S\n]*").replace(" ", r"[^\S\n]+")


def furniture(text: str) -> Iterator[Stretch]:
    """The stretches of the text that are no part of the article, in order and apart from each other."""
    inline = list(_merged(sorted(_inline(text))))
    lines = _lines(blanked(text, inline))
    shape = "".join(line.look for line in lines)
    own = (i for i, look in enumerate(shape) if look in "fchb")
    away = {*own, *_blocks(lines, shape), *_tickers(lines, shape), *_tail(shape)}
    yield from _merged(sorted([*inline, *(lines[i].stretch for i in away)]))


def blanked(text: str, stretches: Iterable[Stretch]) -> str:
    """The text with spaces instead of the stretches (in order and apart from each other); line breaks stay."""
    pieces, at = [], 0
    for stretch in stretches:
        pieces += [text[at : stretch.start], re.sub(r"[^\n]", " ", stretch.of(text))]
        at = stretch.end
    return "".join([*pieces, text[at:]])


def _merged(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    done = 0
    for stretch in stretches:
        if stretch.end > done:
            yield Stretch(max(stretch.start, done), stretch.end)
            done = stretch.end


def _inline(text: str) -> Iterator[Stretch]:
    """Sentences to the reader (`Подпишитесь на наш канал!`) and counters, wherever they stand."""
    for match in _signs()["piece"].finditer(text):
        yield Stretch(*match.span())
    for match in _signs()["call"].finditer(text):
        if not _quoted(text, match):
            yield Stretch(*match.span("call"))


def _quoted(text: str, call: re.Match[str]) -> bool:
    """`«Мы растём. Подписывайтесь на канал», — сказал он`: somebody else says it."""
    if SAID.search(call["call"]):
        return True
    before = text[max(0, call.start() - LOOK_BACK) : call.start()].rpartition("\n")[2]
    return any(p.count("«") != p.count("»") or p.count('"') % 2 for p in (before, call["call"]))


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    end, in_article = 0, False
    for match in LINE.finditer(text):
        if stretch := Stretch(*match.span()).trimmed(text):
            look = _look(stretch.of(text), CONTINUED.match(text, match.end()) is not None, in_article)
            in_article = in_article or look is Look.PROSE
            found.append(Line(stretch, text.count("\n", end, stretch.start), look))
            end = stretch.end
    return found


def _look(words: str, continued: bool, in_article: bool) -> Look:
    dated = not in_article and DATE.search(words)
    own = None if continued or dated else _own_look(words)
    if own is Look.BESIDE and not in_article:
        own = None
    return own or _place_look(words, continued)


def _own_look(words: str) -> Look | None:
    """What the words of a line alone make it."""
    signs = _signs()
    if len(words) > LONGEST_OWN:
        return None
    if signs["closing"].fullmatch(words):
        return Look.CLOSING
    if signs["heading"].fullmatch(words):
        return Look.HEADING
    if beside := signs["beside"].match(words):
        return Look.BESIDE if _is_link(words[beside.end() :]) else None
    if signs["line"].fullmatch(words) or _is_credit(words) or _is_menu(words):
        return Look.FURNITURE
    return None


def _place_look(words: str, continued: bool) -> Look:
    """What a line may be, if its place makes it furniture."""
    if STAMP.fullmatch(words):
        return Look.STAMP
    if TEASER.search(words) and len(words) <= LONGEST_TEASER:
        return Look.TEASER
    if continued or words[0].islower() or _is_prose(words):
        return Look.PROSE
    return Look.TIMED if STAMPED.fullmatch(words) else Look.TITLE


def _is_prose(words: str) -> bool:
    if len(words) > LONGEST_TITLE or REPLY.match(words) or CLOSED.search(words) or SAID.search(words):
        return True
    return words[-1] in "!?" and SENTENCE_BREAK.search(words) is not None


def _is_link(words: str) -> bool:
    """`Читайте также: Мост закрыт.`, but no paragraph."""
    return len(words) <= LONGEST_TITLE and not SENTENCE_BREAK.search(words)


def _is_credit(words: str) -> bool:
    """`Фото: Анна Белова / архив «Бора»`, but not `Фото: мэр пообещал, что мост откроют`."""
    label = _signs()["credit"].match(words)
    if label is None or len(words) > LONGEST_TITLE:
        return False
    names = IN_MARKS.sub("", words[label.end() :])
    small = all(_signs()["holder"].fullmatch(word) for word in LOW_WORD.findall(names))
    return small and ":" not in names and any(c.isalpha() for c in names)


def _is_menu(words: str) -> bool:
    """`Новости | Политика | Спорт | 16+`, `USD 27,95 ▲ EUR 33,42 ▼`, `Facebook Telegram`."""
    if CLOSED.search(words) or DATE.search(words):
        return False
    rest, known = _signs()["item"].subn("", words)
    if known < 2:
        return False
    cells = [cell.strip() for cell in CELLS.split(words) if cell.strip()]
    return BETWEEN_ITEMS.fullmatch(rest) is not None or (len(cells) > 2 and all(map(_is_cell, cells)))


def _is_cell(words: str) -> bool:
    return len(words) <= LONGEST_CELL and len(words.split()) <= 3


def _blocks(lines: Sequence[Line], shape: str) -> Iterator[int]:
    """The headlines under `Читайте также`."""
    body = shape.find("P")
    for heading in re.finditer("[hb]", shape) if body >= 0 else ():
        pattern = LINKS if body < heading.start() else LINKS_AT_TOP
        if links := pattern.match(shape, heading.end()):
            yield from range(links.start(), _end(lines, links.start(), links.end()))


def _end(lines: Sequence[Line], start: int, end: int) -> int:
    """Where the block ends that may reach from start to end: at an empty line wider than that under the heading.

    Beside `Читайте также: Мост закрыт` what runs on into prose is a subheading of it.
    """
    beside = lines[start - 1].look is Look.BESIDE
    widest = 1 if beside else lines[start].gap if start < end else 0
    near = next((i for i in range(start, end) if lines[i].gap > widest), end)
    runs_on = near < len(lines) and lines[near].look is Look.PROSE and lines[near].gap == 1
    return start if beside and runs_on and lines[start].look is not Look.TIMED else near


def _tickers(lines: Sequence[Line], shape: str) -> Iterator[int]:
    """Two or more headlines in a row, each with its time."""
    if sum(len(line.stretch) for line in lines if line.look is Look.PROSE) < SMALLEST_ARTICLE:
        return
    body = shape.find("P")
    for ticker in TICKER.finditer(shape):
        own = ticker.end() <= body and OWN_HEADLINE.match(shape, ticker.end() - 2)
        yield from range(ticker.start(), ticker.end() - 2 if own else ticker.end())


def _tail(shape: str) -> range:
    """What stands behind the tags or `Читайте также`, where no more prose follows."""
    body_end = shape.rfind("P") + 1
    tail = re.compile("[ch]").search(shape, body_end) if body_end else None
    return range(tail.start() if tail else len(shape), len(shape))
