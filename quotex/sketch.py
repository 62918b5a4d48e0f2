"""Sentences as the parser is to see them: long ones in parts, and long quotations hidden behind a placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from quotex.marks import Quotation
from quotex.span import Stretch

PLACEHOLDER = "цитата"
SHORT_QUOTATION = 6
SENTENCE_END = re.compile(r"[.!?]\s+\S")  # not in «Лента.ру»
LONGEST = 150  # words of a sentence
NO_HEAD = -1

Words = list[tuple[int, int, str]]
Tree = list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Source:
    """What there is to parse of one page."""

    text: str
    sentences: Sequence[Stretch]
    inner: Sequence[Stretch]
    quotations: Sequence[Quotation]


@dataclass(frozen=True, slots=True)
class Sketch:
    """A sentence not yet parsed: its words, the indices of those hidden from the syntax, and of all that is quoted."""

    words: Words
    hidden: Set[int] = frozenset()
    quoted: Set[int] = frozenset()


def bounded(words: Words, page: Source) -> Iterator[Words]:
    """A sentence of more words of the author's than any has (a list, a table) in parts: the tree's cost is square."""
    if len(words) <= LONGEST:
        yield words
        return
    hidden, start, seen = _hidden(words, page), 0, 0
    for i, (_, _, text) in enumerate(words):
        seen += i not in hidden
        if i not in hidden and seen > LONGEST and (not text[0].isalnum() or seen > 2 * LONGEST):
            yield words[start : i + 1]
            start, seen = i + 1, 0
    if words[start:]:
        yield words[start:]


def texts(words: Words) -> list[str]:
    """The words without their places."""
    return [text for _, _, text in words]


def sketch_of(words: Words, page: Source) -> Sketch:
    """A sentence of the author's."""
    hidden = _hidden(words, page)
    return Sketch(words, hidden, hidden | _signs(words, page))


def _hidden(words: Words, page: Source) -> set[int]:
    """Indices of the tokens inside the long quotations of the sentence, marks included."""
    found: set[int] = set()
    if not words:
        return found
    here = Stretch(words[0][0], words[-1][1])
    for quotation in page.quotations:
        if quotation.depth == 0 and here.holds(quotation.whole) and _is_long(page.text, quotation):
            found |= {i for i, (s, e, _) in enumerate(words) if quotation.verbatim(Stretch(s, e))}
    return found


def _signs(words: Words, page: Source) -> set[int]:
    """Indices of the punctuation between the marks of any quotation: it parts no words of the author's."""
    if not words:
        return set()
    here = Stretch(words[0][0], words[-1][1])
    inside = [q for q in page.quotations if q.depth == 0 and here.meets(q.whole)]
    return {
        i
        for i, (start, end, text) in enumerate(words)
        if not text[0].isalnum()
        and any(q.inner.holds(Stretch(start, end)) and q.verbatim(Stretch(start, end)) for q in inside)
    }


def _is_long(text: str, quotation: Quotation) -> bool:
    """Whether the quotation is likely a sentence of its own: many words, or a sentence's end inside."""
    inner = quotation.inner.of(text)
    return len(inner.split()) > SHORT_QUOTATION or SENTENCE_END.search(inner) is not None


def _seen(sketch: Sketch) -> list[int]:
    """Indices of the words that the parser sees: of a hidden run the first."""
    hidden = sketch.hidden
    return [i for i in range(len(sketch.words)) if i not in hidden or i - 1 not in hidden]


def shortened(sketch: Sketch) -> list[str]:
    """The sentence for the parser, a placeholder for each hidden run."""
    if not sketch.hidden:
        return texts(sketch.words)
    return [PLACEHOLDER if i in sketch.hidden else sketch.words[i][2] for i in _seen(sketch)]


def spread(sketch: Sketch, tree: Tree) -> Tree:
    """The short sentence's tree over all tokens; hidden tokens but the first hang in the air."""
    if not sketch.hidden:
        return tree
    seen, full = _seen(sketch), [(NO_HEAD, "hidden")] * len(sketch.words)
    for index, (head, rel) in zip(seen, tree, strict=True):
        full[index] = (seen[head] if head >= 0 else NO_HEAD, rel)
    return full
