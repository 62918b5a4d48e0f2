"""Sentences: razdel's, rejoined where a quotation spans the cut, so that the author's sentence is whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from razdel import sentenize

from quotex.marks import Quotation
from quotex.span import Stretch

INNER_END = re.compile(r"[.!?…]")
LOST_SPACE = re.compile(r"(?<=[а-яё]{2}[.!?»])(?=[А-ЯЁ«][а-яё]* ?[а-яёА-ЯЁ])")
WRAPPED = re.compile(r"[^\S\n]*\n(?=[^\S\n]*[а-яё])")
DATELINE = re.compile(r"(?:[А-ЯЁ][А-ЯЁа-яё -]{2,30}[.,]\s+\d{1,2}\s+[а-яё]{3,8}\.?(?:\s*\d{4}(?: года?| г\.)?)?[\s.,/—–-]*(?:[A-ZА-ЯЁ][\w./ «»\"-]{1,30}?)?\s*(?:[/.:—–-]+)\s+)(?=[А-ЯЁ«\"A-Z])")
CLOSED_SENTENCE = re.compile(r"[.!?…][»”\"“]\s+(?=[А-ЯЁA-Z«„“\"])")


def sentences(text: str, quotations: Iterable[Quotation]) -> list[Stretch]:
    """The sentences of the text, in order. A line break ends one, unless the next line goes on in lower case."""
    outer = [q for q in quotations if q.depth == 0]
    masked = _masked(text, outer)
    found = []
    for paragraph in _paragraphs(masked):
        line = DATELINE.match(text, paragraph.start, paragraph.end)
        body = line.end() if line else paragraph.start
        found += [Stretch(paragraph.start, body).trimmed(text)] if line else []
        for piece in sentenize(masked[body : paragraph.end]):
            whole = Stretch(body + piece.start, body + piece.stop)
            found += [s for part in _cut(text, masked, whole) if (s := part.trimmed(text))]
    return found


def _masked(text: str, quotations: list[Quotation]) -> str:
    """The text with the ends of sentences and lines inside quotations made harmless, at the same length."""
    pieces, at = [], 0
    for quotation in quotations:
        pieces += [text[at : quotation.inner.start], _harmless(quotation.inner.of(text))]
        at = quotation.inner.end
    return WRAPPED.sub(lambda m: " " * len(m.group()), "".join([*pieces, text[at:]]))


def _harmless(inner: str) -> str:
    return INNER_END.sub(",", inner).replace("\n", " ")


def _paragraphs(masked: str) -> Iterator[Stretch]:
    for match in re.finditer(r"[^\n]+", masked):
        yield Stretch(match.start(), match.end())


def _cut(text: str, masked: str, sentence: Stretch) -> Iterator[Stretch]:
    """`Завод закрыт.Он стоял` and `«Мы готовы.» Завод` are two sentences each."""
    cuts = [m.end() for m in CLOSED_SENTENCE.finditer(text, sentence.start, sentence.end)]
    cuts += [m.start() for m in LOST_SPACE.finditer(masked, sentence.start, sentence.end)]
    start = sentence.start
    for cut in sorted({c for c in cuts if masked[c - 1] == text[c - 1]}):
        yield Stretch(start, cut)
        start = cut
    yield Stretch(start, sentence.end)
