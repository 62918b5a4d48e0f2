"""The quotations of a sentence, and what of them is content: `«‹Мост готов›, — сказал X. — ‹Ждём›»`."""

from __future__ import annotations

from quotex.marks import Quotation
from quotex.parse import Sentence
from quotex.rules.claim import Reading
from quotex.rules.content import tidy
from quotex.rules.syntax import DASHES, is_word
from quotex.span import Stretch


def quotations(reading: Reading, sentence: Sentence, titles: bool = False) -> list[Quotation]:
    """The outer quotations of the sentence, without those that are titles unless these are wanted."""
    here = reading.doc.quotations_in(sentence.stretch)
    return [q for q in here if q.depth == 0 and (titles or q.whole not in reading.titles)]


def opens_sentence(sentence: Sentence, quotation: Quotation) -> bool:
    """No word of the author's stands before it."""
    return not any(is_word(t) for t in sentence.tokens[: sentence.at(quotation.whole.start)])


def first_hole(quotation: Quotation) -> int:
    """`«Мост готов‹, — сказал X. — ›Ждём»`: where the author's words begin inside; without them, the end."""
    return quotation.holes[0].start if quotation.holes else quotation.whole.end


def contents(reading: Reading, number: int, quotation: Quotation) -> tuple[Stretch, ...]:
    """The quotation without the author's words in it, and what goes on behind a dash: `«A», — сказал X. — «B»`."""
    found = quotation.inner.without(quotation.holes)
    sentence = reading.doc.sentences[number]
    after = sentence.at(quotation.whole.end)
    for other in quotations(reading, sentence):
        at = sentence.at(other.whole.start)
        if at > after + 1 and sentence.tokens[at - 1].text in DASHES:
            found.append(other.inner)
    found += _next_line(reading, number)
    return tuple(
        piece for s in found if (piece := tidy(reading, s)) and any(c.isalnum() for c in piece.of(reading.doc.text))
    )


def _next_line(reading: Reading, number: int) -> list[Stretch]:
    """`— «B».` as the next sentence."""
    if number + 1 >= len(reading.doc.sentences):
        return []
    following = reading.doc.sentences[number + 1]
    gap = reading.doc.text[reading.doc.sentences[number].end : following.start]
    if following.tokens[0].text not in DASHES or "\n" in gap:
        return []
    return [q.inner for q in quotations(reading, following)[:1] if opens_sentence(following, q)]
