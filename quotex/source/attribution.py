"""What a quote's source and day are found from, and what is found."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from quotex.lexicon.outlet import Press
from quotex.model import DateBasis, SourceBasis
from quotex.parse import Doc, Sentence
from quotex.source.credit import Credit
from quotex.span import Stretch, hull

LONGEST_NAME = 5
PLACES = frozenset({"сайт", "веб-сайт", "интернет-сайт", "блог"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """What attaching needs of a quote: content, cue, the cue's sentence (without one the content's), speaker's name."""

    content: tuple[Stretch, ...]
    cue: Stretch | None
    sentence: int
    speaker: str | None

    def distance(self, stretch: Stretch) -> int:
        """How far the stretch is from the cue, or without one from the content."""
        anchor = self.cue or hull(self.content)
        return max(stretch.start - anchor.end, anchor.start - stretch.end, 0)


@dataclass(frozen=True, slots=True)
class SourceFound:
    """The outlet of a quote, where it is named, and how it was reached."""

    name: str
    mention: Stretch | None
    basis: SourceBasis


@dataclass(frozen=True, slots=True)
class DateFound:
    """The day of a quote, the time expression, and how it was reached."""

    value: date
    mention: Stretch | None
    basis: DateBasis


@dataclass(frozen=True)
class Coverage:
    """An article with its quotes and the outlets it mentions."""

    doc: Doc
    press: Press
    quotes: Sequence[Attribution]
    credits: Sequence[Credit]

    @cached_property
    def contents(self) -> Sequence[Stretch]:
        """The contents of all quotes, the longest of those that begin together first."""
        return sorted((s for q in self.quotes for s in q.content), key=lambda s: (s.start, -s.end))

    @cached_property
    def by_sentence(self) -> Mapping[int, Sequence[Credit]]:
        """The mentions outside quotes, by sentence."""
        return _by_sentence(self._outside(self.contents))

    @cached_property
    def unmarked(self) -> Mapping[int, Sequence[Credit]]:
        """The mentions that are no part of a longer text in quotation marks, by sentence."""
        marked = [q.inner for q in self.doc.quotations if len(q.inner.of(self.doc.text).split()) > LONGEST_NAME]
        return _by_sentence(self._outside(marked))

    @cached_property
    def called(self) -> Mapping[str, Credit]:
        """The outlets of the article, platforms apart, by how they are called in it."""
        found: dict[str, Credit] = {}
        for credit in filter(self._may_speak, self.credits):
            found.setdefault(folded(credit.name), credit)
            found.setdefault(folded(credit.stretch.of(self.doc.text)), credit)
        return found

    @cached_property
    def starts(self) -> Sequence[int]:
        return [s.start for s in self.doc.sentences]

    def sentence_after(self, offset: int) -> int | None:
        """The number of the first sentence that starts at the offset or behind it."""
        number = bisect_left(self.starts, offset)
        return number if number < len(self.starts) else None

    def _may_speak(self, credit: Credit) -> bool:
        """Not a platform, and not `сайт X`: X speaks for itself, not for its site."""
        noun = self.doc.sentences[credit.sentence].tokens[credit.head].lemma
        return credit.kind != "platform" and (noun not in PLACES or "." in credit.name)

    def _outside(self, stretches: Sequence[Stretch]) -> Iterator[Credit]:
        """The mentions in none of the stretches; a content that ends within a name was cut wrongly and holds it not."""
        contents, reach = iter(stretches), 0
        content = next(contents, None)
        for credit in sorted(self.credits, key=lambda c: c.stretch):
            while content is not None and content.start <= credit.stretch.start:
                reach = max(reach, content.end)
                content = next(contents, None)
            if reach < credit.stretch.end:
                yield credit


def _by_sentence(mentions: Iterable[Credit]) -> Mapping[int, Sequence[Credit]]:
    found: dict[int, list[Credit]] = {}
    for credit in mentions:
        found.setdefault(credit.sentence, []).append(credit)
    return found


def upward(sentence: Sentence, at: int) -> Iterator[int]:
    """The token and those it depends on; a parser's heads may run in a circle."""
    seen: set[int] = set()
    while at >= 0 and at not in seen:
        yield at
        seen.add(at)
        at = sentence.tokens[at].head


def folded(name: str) -> str:
    """The name in small letters, without marks."""
    return re.sub(r"[«»\"“”„'\s]+", " ", name.casefold().replace("ё", "е")).strip()
