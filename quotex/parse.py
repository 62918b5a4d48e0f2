"""The door to natasha's models: a page's sentences become one frozen Doc of tokens, names and dependencies.

A long quotation is hidden from the syntax behind a placeholder, so that the parser sees the author's short sentence;
the tokens inside it are kept, marked as quoted, and parsed as sentences of their own (`Doc.inner`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Protocol

from quotex.marks import Quotation
from quotex.morph import read
from quotex.span import Stretch
from quotex.words import words_of

PLACEHOLDER = "цитата"
SHORT_QUOTATION = 6
SENTENCE_END = re.compile(r"[.!?]\s+\S")  # not in «Лента.ру»
LONGEST = 150  # words of a sentence
LONGEST_ABBREVIATION = 3
NO_HEAD = -1


class Engine(Protocol):
    """What the parser asks of its models: each method takes tokenised sentences and keeps their order and lengths."""

    def entities(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]: ...
    def morphology(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]: ...
    def syntax(self, sentences: Sequence[Sequence[str]]) -> list[list[tuple[int, str]]]: ...


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign: its place, dictionary form, part of speech and features (UD), head and relation (UD)."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    feats: Mapping[str, str]
    head: int
    rel: str
    quoted: bool

    @property
    def stretch(self) -> Stretch:
        return Stretch(self.start, self.end)

    def has(self, **feats: str) -> bool:
        """`token.has(Case="Nom", Number="Sing")`."""
        return feats.items() <= self.feats.items()


@dataclass(frozen=True)
class Sentence:
    """Tokens of one sentence; heads are indices into them (`NO_HEAD` for a root and for hidden tokens)."""

    start: int
    end: int
    tokens: tuple[Token, ...]

    @cached_property
    def stretch(self) -> Stretch:
        return Stretch(self.start, self.end)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its dependents, in order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head >= 0:
                found[token.head].append(index)
        return tuple(map(tuple, found))

    def subtree(self, index: int) -> set[int]:
        """The token and all that depends on it."""
        found, todo = set(), [index]
        while todo:
            at = todo.pop()
            if at not in found:
                found.add(at)
                todo += self.children[at]
        return found

    def at(self, offset: int) -> int:
        """Index of the first token that ends after the offset (number of tokens where there is none)."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self.tokens[middle].end > offset else (middle + 1, high)
        return low


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity as the model found it: PER, ORG or LOC."""

    stretch: Stretch
    kind: str


@dataclass(frozen=True)
class Doc:
    """A parsed page, all in text order. `inner` holds the sentences inside long quotations."""

    text: str
    sentences: tuple[Sentence, ...]
    inner: tuple[Sentence, ...]
    names: tuple[Name, ...]
    quotations: tuple[Quotation, ...]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [q.whole.start for q in self.quotations]

    def quotations_in(self, stretch: Stretch) -> list[Quotation]:
        """The quotations that the stretch holds whole, in order."""
        first, last = (bisect_left(self._starts, offset) for offset in (stretch.start, stretch.end))
        return [q for q in self.quotations[first:last] if stretch.holds(q.whole)]


@dataclass(frozen=True, slots=True)
class Source:
    """What there is to parse of one page."""

    text: str
    sentences: Sequence[Stretch]
    inner: Sequence[Stretch]
    quotations: Sequence[Quotation]


Words = list[tuple[int, int, str]]
Tree = list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class _Sketch:
    """A sentence not yet parsed: its words, the indices of those hidden from the syntax, and of all that is quoted."""

    words: Words
    hidden: Set[int] = frozenset()
    quoted: Set[int] = frozenset()


def parse(engine: Engine, pages: Sequence[Source]) -> Iterator[Doc]:
    """One Doc a page, in order; all pages go through the networks together.

    A Doc is made when it is asked for: whoever is done with one before the next keeps the tokens of one page at a time,
    and the garbage collector has the less to look through.
    """
    outer = [[_sketch(words, p) for s in p.sentences for words in _bounded(words_of(p.text, s), p)] for p in pages]
    inner = [[_Sketch(words_of(p.text, s)) for s in p.inner] for p in pages]
    flat = [s for both in zip(outer, inner, strict=True) for s in chain(*both)]
    tags = iter(engine.entities([_texts(s.words) for s in chain(*outer)]))
    forms = iter(engine.morphology([_texts(s.words) for s in flat]))
    trees = iter(engine.syntax([_shortened(s) for s in flat]))
    for page, sentences, insides in zip(pages, outer, inner, strict=True):
        yield Doc(
            page.text,
            tuple(_sentence(s, next(forms), next(trees)) for s in sentences),
            tuple(_sentence(s, next(forms), next(trees)) for s in insides),
            tuple(name for s in sentences for name in _names(s.words, next(tags))),
            tuple(page.quotations),
        )


def _bounded(words: Words, page: Source) -> Iterator[Words]:
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


def _texts(words: Words) -> list[str]:
    return [text for _, _, text in words]


def _sketch(words: Words, page: Source) -> _Sketch:
    """A sentence of the author's."""
    hidden = _hidden(words, page)
    return _Sketch(words, hidden, hidden | _signs(words, page))


def _hidden(words: Words, page: Source) -> set[int]:
    """Indices of the tokens inside the long quotations of the sentence, marks included."""
    found: set[int] = set()
    if not words:
        return found
    here = Stretch(words[0][0], words[-1][1])
    for quotation in page.quotations:
        if quotation.depth == 0 and here.holds(quotation.whole) and is_long(page.text, quotation):
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


def is_long(text: str, quotation: Quotation) -> bool:
    """Whether the quotation is likely a sentence of its own: many words, or a sentence's end inside."""
    inner = quotation.inner.of(text)
    return len(inner.split()) > SHORT_QUOTATION or SENTENCE_END.search(inner) is not None


def _seen(sketch: _Sketch) -> list[int]:
    """Indices of the words that the parser sees: of a hidden run the first."""
    hidden = sketch.hidden
    return [i for i in range(len(sketch.words)) if i not in hidden or i - 1 not in hidden]


def _shortened(sketch: _Sketch) -> list[str]:
    """The sentence for the parser, a placeholder for each hidden run."""
    if not sketch.hidden:
        return _texts(sketch.words)
    return [PLACEHOLDER if i in sketch.hidden else sketch.words[i][2] for i in _seen(sketch)]


def _spread(sketch: _Sketch, tree: Tree) -> Tree:
    """The short sentence's tree over all tokens; hidden tokens but the first hang in the air."""
    if not sketch.hidden:
        return tree
    seen, full = _seen(sketch), [(NO_HEAD, "hidden")] * len(sketch.words)
    for index, (head, rel) in zip(seen, tree, strict=True):
        full[index] = (seen[head] if head >= 0 else NO_HEAD, rel)
    return full


def _sentence(sketch: _Sketch, tags: list[str], tree: Tree) -> Sentence:
    words, links = sketch.words, _spread(sketch, tree)
    heads = _acyclic([head for head, _ in links])
    tags = [
        tag.partition("|")[0] + "|Abbr=Yes" if text in {".", ":"} and _abbreviates(words, i) else tag
        for i, ((_, _, text), tag) in enumerate(zip(words, tags, strict=True))
    ]
    tokens = tuple(
        Token(start, end, text, *read(text if i else text.lower(), tag), heads[i], rel, i in sketch.quoted)
        for i, ((start, end, text), tag, (_, rel)) in enumerate(zip(words, tags, links, strict=True))
    )
    return Sentence(words[0][0], words[-1][1], tokens)


def _abbreviates(words: Words, at: int) -> bool:
    """`по г. Москве`, `А. В. Петров`, `News.am`, `12:00`: a stop behind a short word, a stop or colon inside a word."""
    if not 0 < at < len(words) - 1:
        return False
    (start, end, before), (_, stop, _), (following, _, behind) = words[at - 1 : at + 2]
    glued = start < end and stop == following
    if words[at][2] == ":":
        return glued and before.isdigit() and behind.isdigit()
    return behind[0].isalnum() and (glued or (before.isalpha() and len(before) <= LONGEST_ABBREVIATION))


def _acyclic(heads: list[int]) -> list[int]:
    """The heads, each cycle cut where it was entered: the parser picks heads one by one and may close a ring."""
    done = [False] * len(heads)
    for start in range(len(heads)):
        path, at = set(), start
        while at != NO_HEAD and not done[at]:
            path.add(at)
            if heads[at] in path:
                heads[at] = NO_HEAD
            at = heads[at]
        for i in path:
            done[i] = True
    return heads


def _names(words: Words, tags: Iterable[str]) -> Iterator[Name]:
    """BIO tags to stretches."""
    start, end, kind = 0, 0, ""
    for (left, right, _), tag in zip(words, tags, strict=True):
        part, _, new = tag.partition("-")
        if kind and (part != "I" or new != kind):
            yield Name(Stretch(start, end), kind)
            kind = ""
        if new and not kind:
            start, kind = left, new
        end = right
    if kind:
        yield Name(Stretch(start, end), kind)
