"""The content's stretches as the guide wants them, and the kind they make the quote."""

from __future__ import annotations

from collections.abc import Iterable

from quotex.marks import Quotation
from quotex.parse import Sentence
from quotex.rules.claim import Reading
from quotex.span import SPACE, Stretch

LEFT = SPACE + ",;:.—–―-)!?"
RIGHT = SPACE + ",;:—–―-.("
CONNECTIVES = {
    "более",
    "с",
    "между",
    "тем",
    "так",
    "впрочем",
    "также",
    "правда",
    "наконец",
    "например",
    "кстати",
    "поэтому",
    "вместе",
    "менее",
    "не",
    "таким",
    "образом",
    "же",
    "тоже",
}
FUNCTION_WORDS = CONNECTIVES | {
    "что",
    "который",
    "которая",
    "которое",
    "которые",
    "и",
    "а",
    "но",
    "где",
    "когда",
    "чтобы",
    "если",
    "как",
    "при",
    "этом",
    "однако",
    "кроме",
    "того",
}


def tidy(reading: Reading, stretch: Stretch) -> Stretch:
    """Without outer punctuation, and without the outer marks where one pair holds it all."""
    text = reading.doc.text
    stretch = _ending(text, stretch.trimmed(text, LEFT, SPACE))
    outer = next((q for q in reading.doc.quotations if _same(text, q, stretch)), None)
    return outer.inner.trimmed(text, SPACE, SPACE) if outer else stretch


def _ending(text: str, stretch: Stretch) -> Stretch:
    """The closing full stop or comma goes, an ellipsis stays."""
    if stretch.of(text).rstrip().endswith("..."):
        return stretch.trimmed(text, "", SPACE)
    return stretch.trimmed(text, "", RIGHT)


def _same(text: str, quotation: Quotation, stretch: Stretch) -> bool:
    return quotation.whole == stretch or (quotation.whole.holds(stretch) and not quotation.inner.holds(stretch))


def pieces(
    reading: Reading, sentence: Sentence, first: int, end: int, holes: Iterable[Stretch] = ()
) -> tuple[Stretch, ...]:
    """The tokens first:end as content, the holes cut out; a piece is never a lone function word."""
    if first >= end:
        return ()
    whole = Stretch(sentence.tokens[first].start, sentence.tokens[end - 1].end)
    found = [tidy(reading, piece) for piece in whole.without(holes)]
    return tuple(p for p in found if p and not _is_function_word(p.of(reading.doc.text)))


def _is_function_word(text: str) -> bool:
    words = text.lower().split()
    return all(w.strip(",.") in FUNCTION_WORDS for w in words) or not any(c.isalnum() for c in text)


def kind(reading: Reading, content: Iterable[Stretch]) -> str:
    """`mixed` where a verbatim fragment stands inside, else `indirect`."""
    return "mixed" if any(verbatim(reading, piece) for piece in content) else "indirect"


def kind_of(reading: Reading, content: tuple[Stretch, ...]) -> str:
    """`direct` where all of it stands in marks (and no complementiser before it)."""
    whole = all(any(q.inner.holds(c) for q in reading.doc.quotations if q.whole not in reading.titles) for c in content)
    return "direct" if whole else kind(reading, content)


def verbatim(reading: Reading, stretch: Stretch) -> bool:
    """Whether part of the stretch is in marks and no title."""
    return any(q.whole.meets(stretch) and q.whole not in reading.titles for q in reading.doc.quotations)
