"""Page furniture: what was copied from the page around the article.

A line is furniture by its own words (`Теги: мост, ремонт`) or by its place: headlines under `Читайте также`, a ticker
of headlines with times, whatever stands behind the tags when no more prose follows. Prose is never furniture by place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
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
    rf"{TIME}(?: ?[|•·—–-])? +[A-ZА-ЯЁ\d«„“\"].*"
    rf"|.{{1,{LONGEST_TITLE}}}[\w»”\"!?)],? (?:{SECTION}, ?)?(?:{WHEN}|\d+ {AGO})"
)

LINE = re.compile(r"[^\n]+")
DECORATION = r"[^\w\n«„“\"'(\[©#@+—–-]{0,8}"
CELLS = re.compile(r"\s{2,}|[|·•»›→/]")
BETWEEN_ITEMS = re.compile(r"[\s|·•»›>→/\\▲▼▴▾↑↓%]*")
SENTENCE_BREAK = re.compile(r"[.!?] +[«\"„]?[A-ZА-ЯЁ]")
SENTENCE_START = r"(?:^[^\w\n«\"—–-]{0,6}|(?<=[.!?…)»\"”] )|(?<=  ))"
SENTENCE_REST = r"(?:[^.!?…\n]|\.(?=\S)){0,250}(?:[.!?…]+|$)"
CLOSED = re.compile(r"[.;:,][»”“\"')\]*¹²]*$|(?:…|\.\.)[»”“\"')\]]+$")
TEASER = re.compile(r"(?:…|\.\.)$")
REPLY = re.compile(r"[—–-]\s")
CONTINUED = re.compile(r"\n[^\S\n]*[а-яёії.,;)]")
IN_MARKS = re.compile(r"«[^»]*»|\"[^\"]*\"")
AUTHORS_WORDS = re.compile(r",[»”\"]? [—–-] ")
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
LINKS = re.compile("t[ts]*|(?:Ts)+|(?:Te)+|[Tsf]+")
TAIL = re.compile("[cbh][^P]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something in it; `gap` counts the line breaks before it."""

    stretch: Stretch
    gap: int
    look: Look


@dataclass(frozen=True, slots=True)
class Signs:
    """The patterns of `tables/furniture.tsv`, a kind each."""

    line: re.Pattern[str]
    closing: re.Pattern[str]
    credit: re.Pattern[str]
    heading: re.Pattern[str]
    beside: re.Pattern[str]
    call: re.Pattern[str]
    piece: re.Pattern[str]
    item: re.Pattern[str]
    holder: re.Pattern[str]


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
def _signs() -> Signs:
    words: dict[str, list[str]] = {}
    for pattern, kind, _example in rows("furniture"):
        words.setdefault(kind, []).append(_expanded(pattern))
    words["beside"] = words["heading"]
    flags = re.IGNORECASE | re.MULTILINE
    return Signs(*(re.compile(SHAPES[f.name] % "|".join(words[f.name]), flags) for f in fields(Signs)))


def _expanded(pattern: str) -> str:
    """The pattern of an entry with its shorthand written out: `…` any words, a space any white space, ё also е."""
    return pattern.replace("…", ANY).replace("ё", "[её]").replace(" ?", r"[^\S\n]*").replace(" ", r"[^\S\n]+")


def furniture(text: str) -> Iterator[Stretch]:
    """The stretches of the text that are no part of the article, in order and apart from each other."""
    inline = list(_merged(sorted(_inline(text))))
    lines = _lines(blanked(text, inline))
    away = {*_own(lines), *_blocks(lines), *_tickers(lines), *_tail(lines)}
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
    for match in _signs().piece.finditer(text):
        yield Stretch(*match.span())
    for match in _signs().call.finditer(text):
        if not _quoted(text, match):
            yield Stretch(*match.span("call"))


def _quoted(text: str, call: re.Match[str]) -> bool:
    """`«Мы растём. Подписывайтесь на канал», — сказал он`: somebody else says it."""
    if AUTHORS_WORDS.search(call["call"]):
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
    if signs.closing.fullmatch(words):
        return Look.CLOSING
    if signs.heading.fullmatch(words):
        return Look.HEADING
    if beside := signs.beside.match(words):
        return Look.BESIDE if _is_link(words[beside.end() :]) else None
    if signs.line.fullmatch(words) or _is_credit(words) or _is_menu(words):
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
    if len(words) > LONGEST_TITLE or REPLY.match(words) or CLOSED.search(words):
        return True
    return words[-1] in "!?" and SENTENCE_BREAK.search(words) is not None


def _is_link(words: str) -> bool:
    """`Читайте также: Мост закрыт.`, but no paragraph."""
    return len(words) <= LONGEST_TITLE and not SENTENCE_BREAK.search(words)


def _is_credit(words: str) -> bool:
    """`Фото: Анна Белова / архив «Бора»`, but not `Фото: мэр пообещал, что мост откроют`."""
    label = _signs().credit.match(words)
    if label is None or len(words) > LONGEST_TITLE:
        return False
    names = IN_MARKS.sub("", words[label.end() :])
    small = all(_signs().holder.fullmatch(word) for word in LOW_WORD.findall(names))
    return small and ":" not in names and any(c.isalpha() for c in names)


def _is_menu(words: str) -> bool:
    """`Новости | Политика | Спорт | 16+`, `USD 27,95 ▲ EUR 33,42 ▼`, `Facebook Telegram`."""
    if CLOSED.search(words) or DATE.search(words):
        return False
    rest, known = _signs().item.subn("", words)
    if known < 2:
        return False
    cells = [cell.strip() for cell in CELLS.split(words) if cell.strip()]
    return BETWEEN_ITEMS.fullmatch(rest) is not None or (len(cells) > 2 and all(map(_is_cell, cells)))


def _is_cell(words: str) -> bool:
    return len(words) <= LONGEST_CELL and len(words.split()) <= 3


def _own(lines: Sequence[Line]) -> Iterator[int]:
    return (i for i, line in enumerate(lines) if line.look in "fchb")


def _shape(lines: Sequence[Line]) -> str:
    return "".join(line.look for line in lines)


def _blocks(lines: Sequence[Line]) -> Iterator[int]:
    """The headlines under `Читайте также`."""
    shape = _shape(lines)
    body = shape.find("P")
    if body < 0:
        return
    for heading in re.finditer("[hb]", shape):
        if links := LINKS.match(shape, heading.end()):
            end = _near(lines, heading.start(), links.end())
            yield from range(heading.end(), _spared(lines, heading, end, at_top=heading.start() < body))


def _near(lines: Sequence[Line], heading: int, end: int) -> int:
    """Where an empty line ends the block: one wider than that under the heading."""
    widest = 1 if lines[heading].look is Look.BESIDE else lines[heading + 1].gap
    return next((i for i in range(heading + 1, end) if lines[i].gap > widest), end)


def _spared(lines: Sequence[Line], heading: re.Match[str], end: int, at_top: bool) -> int:
    """The end of the block without what runs on into prose: a subheading, or the headline of the article itself."""
    runs_on = end < len(lines) and lines[end].look is Look.PROSE and lines[end].gap == 1
    if end <= heading.end() or not runs_on or lines[heading.end()].look is Look.TIMED:
        return end
    if heading.group() == Look.BESIDE:
        return heading.end()
    return end - 1 if at_top else end


def _tickers(lines: Sequence[Line]) -> Iterator[int]:
    """Two or more headlines in a row, each with its time."""
    if sum(len(line.stretch) for line in lines if line.look is Look.PROSE) < SMALLEST_ARTICLE:
        return
    shape = _shape(lines)
    for ticker in TICKER.finditer(shape):
        ours = (
            "P" not in shape[: ticker.start()]
            and re.match("[Te]?P", shape[ticker.end() :])
            and ticker[0].endswith("Ts")
        )
        yield from range(ticker.start(), ticker.end() - 2 * bool(ours))


def _tail(lines: Sequence[Line]) -> range:
    """What stands behind the tags or `Читайте также`, where no more prose follows."""
    tail = TAIL.search(_shape(lines))
    return range(tail.start(), tail.end()) if tail and "P" in _shape(lines)[: tail.start()] else range(0)
