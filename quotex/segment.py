"""Sentences: razdel's, rejoined where a quotation spans the cut, so that the author's sentence is whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from razdel import sentenize

from quotex.lexicon.month import month_names
from quotex.marks import Quotation
from quotex.span import Stretch

INNER_END = re.compile(r"[.!?…]")
OF_NAMES = r"(?:Ру|РУ|Рф|РФ|Инфо|Ком|Онлайн|Новости|Реалии|Медиа|ТВ)\b"  # Бор.Ру, Север.Реалии
ENDED = r"(?:(?<=[а-яё]{2}[.!?»])|(?<=\)[.!?])|(?<=[а-яё»] \.))"  # закрыт.Он; (ФАС).Он; закрыт .Он
LOST_SPACE = re.compile(rf"{ENDED}(?=[А-ЯЁ«][а-яё]* ?[а-яёА-ЯЁ])(?!{OF_NAMES})")
NO_ABBREVIATION = re.compile(
    r"(?<=/[чс]\.)\s+(?=[А-ЯЁ«])"  # 90 км/ч. Мост закрыт
    r"|(?<=\d[A-Z]\.)\s+(?=[А-ЯЁ][а-яё])"  # X-43A. Он упал
    r"|(?<=\d (?:см|мм|км|кг|га|кв)\.)\s+(?=[А-ЯЁ])"  # 42 см. Снег тает
)
WORD = r"(?:[а-яё]{1,30}|[А-ЯЁ]{1,30})(?:-[А-ЯЁ]?(?:[а-яё]{1,30}|[А-ЯЁ]{1,30})){0,3}"
PLACE = rf"(?:[А-ЯЁ]{WORD}(?: [А-ЯЁ]?{WORD}){{0,2}}(?: \([^)\n]{{2,30}}\))?)"
CAPITALS = r"[A-ZА-ЯЁ][A-ZА-ЯЁ-]{2,30}(?: [A-ZА-ЯЁ-]{3,30}){0,3}"
NAME = r"[A-ZА-ЯЁ][\w.&]{0,30}(?<!\.)"
TIME = r"\d{1,2}:\d{2}"
BLANK = r"[^\S\n]*"  # white space of one line
LINKS = "в|с|к|о|у|на|из|от|об|до|по|за|для|при|и|а|что"  # words that end no line
WRAPPED = re.compile(
    rf"{BLANK}\n(?={BLANK}(?:[а-яё]|[,;](?!\s*[—–―-])|-[а-яё]))"  # заявил¶глава; запретили¶, сообщили; премьер¶-министр
    rf"|(?<=[»”\"]){BLANK}\n\s*\n(?={BLANK}[а-яё]{{4}})"  # «Мост готов»¶¶заявил он
    rf"|(?<=[а-яё]){BLANK}\n\s*\n(?={BLANK}[,;] ?[а-яё])"  # Мост закрыли¶¶, сообщили в мэрии
    rf"| (?:{LINKS})(?P<end>{BLANK}\n)(?={BLANK}[А-ЯЁA-Z])"  # у себя в¶Telegram
)  # where a line goes on in the next one
CLOSED_SENTENCE = re.compile(r"[.!?…](?:[»”]\s*|[\"“]\s+)(?=[А-ЯЁA-Z«„“\"])")


def sentences(text: str, quotations: Iterable[Quotation]) -> list[Stretch]:
    """The sentences of the text, in order. A line break ends one, unless the next line goes on in lower case."""
    outer = [q for q in quotations if q.depth == 0]
    masked = _masked(text, outer)
    found = []
    for paragraph in _paragraphs(masked):
        line = dateline_of(text, paragraph)
        if line is not None:
            found += [*_split(text, masked, Stretch(paragraph.start, line.start)), line.trimmed(text)]
        found += _split(text, masked, Stretch(line.end if line else paragraph.start, paragraph.end))
    return found


def dateline_of(text: str, paragraph: Stretch) -> Stretch | None:
    """The dateline that opens the line, or is glued behind a headline (`…мост закрытМосква. 5 мая. INTERFAX.RU - `)."""
    opening, glued = _datelines()
    match = opening.match(text, paragraph.start, paragraph.end) or glued.search(text, paragraph.start, paragraph.end)
    return Stretch(match.start(), match.end()) if match else None


@lru_cache(maxsize=1)
def _datelines() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """`МОСКВА, 5 фев — РИА Новости. `, `Москва. 12 марта. `, `, 15:08 REGNUM `; and the kind that is told anywhere."""
    day = rf"\d{{1,2}} {month_names()}\.?(?: \d{{4}}(?: года?| г\.)?)?"
    outlet = rf"(?:Корр\.? )?[/(«\"]?{NAME}(?:[ -]{NAME}){{0,3}}[»\"/)]?"
    end = r"(?:\s*[—–―/-]|[.:])[.:—–―/-]*\s+(?=[«\"„A-ZА-ЯЁ\d])"
    opening = (
        rf"\s*(?:{PLACE}(?:\. ?|, ?){day}[\s.]*(?:[—–―/-] ?)?(?:{outlet})?|{CAPITALS}, ?{day}[\s.,]*{outlet}){end}"
        rf"|[\s,]*{TIME},?\s+{CAPITALS}\s+(?=[«\"А-ЯЁ])"
    )
    glued = rf"{PLACE}\. {day}\.? [/(«\"]?{NAME}(?:[ -]{NAME}){{0,3}}[»\"/)]?{end}"
    return re.compile(opening), re.compile(glued)


def _split(text: str, masked: str, part: Stretch) -> Iterator[Stretch]:
    for piece in sentenize(masked[part.start : part.end]):
        whole = Stretch(part.start + piece.start, part.start + piece.stop)
        yield from (s for cut in _cut(text, masked, whole) if (s := cut.trimmed(text)))


def _masked(text: str, quotations: list[Quotation]) -> str:
    """The text with the ends of sentences and lines inside quotations made harmless, at the same length."""
    pieces, at = [], 0
    for quotation in quotations:
        pieces += [text[at : quotation.inner.start], _harmless(quotation.inner.of(text))]
        at = quotation.inner.end
    return WRAPPED.sub(_unbroken, "".join([*pieces, text[at:]]))


def _unbroken(match: re.Match[str]) -> str:
    """The line break as spaces; a word before it stays: `в¶Telegram` → `в Telegram`."""
    end = match["end"] or match.group()
    return match.group()[: -len(end)] + " " * len(end)


def _harmless(inner: str) -> str:
    return INNER_END.sub(",", inner).replace("\n", " ")


def _paragraphs(masked: str) -> Iterator[Stretch]:
    for match in re.finditer(r"[^\n]+", masked):
        yield Stretch(match.start(), match.end())


def _cut(text: str, masked: str, sentence: Stretch) -> Iterator[Stretch]:
    """`Завод закрыт.Он стоял` and `«Мы готовы.» Завод` are two sentences each."""
    cuts = [m.end() for m in CLOSED_SENTENCE.finditer(text, sentence.start, sentence.end)]
    cuts += [m.start() for m in LOST_SPACE.finditer(masked, sentence.start, sentence.end)]
    cuts += [m.end() for m in NO_ABBREVIATION.finditer(masked, sentence.start, sentence.end)]
    start = sentence.start
    for cut in sorted({c for c in cuts if masked[c - 1] == text[c - 1]}):
        yield Stretch(start, cut)
        start = cut
    yield Stretch(start, sentence.end)
