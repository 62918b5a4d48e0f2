"""The door to natasha's models: a page's sentences become one frozen Doc of tokens, names and dependencies.

A long quotation is hidden from the syntax behind a placeholder, so that the parser sees the author's short sentence;
the tokens inside it are kept, marked as quoted, and parsed as sentences of their own (`Doc.inner`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Protocol

from quotex.marks import Quotation
from quotex.morph import read
from quotex.sketch import NO_HEAD, Sketch, Source, Tree, Words, bounded, shortened, sketch_of, spread, texts
from quotex.span import Stretch
from quotex.words import words_of

LONGEST_ABBREVIATION = 3


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


def parse(engine: Engine, pages: Sequence[Source]) -> Iterator[Doc]:
    """One Doc a page, in order; all pages go through the networks together.

    A Doc is made when it is asked for: whoever is done with one before the next keeps the tokens of one page at a time,
    and the garbage collector has the less to look through.
    """
    outer = [[sketch_of(words, p) for s in p.sentences for words in bounded(words_of(p.text, s), p)] for p in pages]
    inner = [[Sketch(words_of(p.text, s)) for s in p.inner] for p in pages]
    flat = [s for both in zip(outer, inner, strict=True) for s in chain(*both)]
    tags = iter(engine.entities([texts(s.words) for s in chain(*outer)]))
    forms = iter(engine.morphology([texts(s.words) for s in flat]))
    trees = iter(engine.syntax([shortened(s) for s in flat]))
    for page, sentences, insides in zip(pages, outer, inner, strict=True):
        yield Doc(
            page.text,
            tuple(_sentence(s, next(forms), next(trees)) for s in sentences),
            tuple(_sentence(s, next(forms), next(trees)) for s in insides),
            tuple(name for s in sentences for name in _names(s.words, next(tags))),
            tuple(page.quotations),
        )


def _sentence(sketch: Sketch, tags: list[str], tree: Tree) -> Sentence:
    words, links = sketch.words, spread(sketch, tree)
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
