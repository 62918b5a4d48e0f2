"""Marked sentences: `«[D Мы готовы]», — [C сказал] [S Лосев].` read to text and quotes, and held against an extraction.

`[D …]`, `[I …]`, `[M …]` is content, direct, indirect or mixed (several of one number: the spans of one quote),
`[C …]` its cue (none: a quote without one), `[S …]` what stands at the cue for the speaker (none: anything will do).
`[I2 …] [C2 …] [S2 …]` is a second quote, `[S1+2 …]` one mention for two. Content marked inside other content is a quote
inside a quote; one that is not marked may be found or not. `¶` is a line break, `\\u00a0` a character by its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from quotex.model import Extraction, Quote
from quotex.span import Stretch

KINDS = {"D": "direct", "I": "indirect", "M": "mixed"}
PART = re.compile(r"(\[[DIMCS][\d+]* |\])")
ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Mark:
    """One pair of brackets: the sign, the quote's number, the place."""

    sign: str
    number: int
    place: Stretch


@dataclass(frozen=True)
class Wanted:
    """A quote as the marks give it."""

    kind: str
    content: tuple[Stretch, ...]
    cue: Stretch | None
    mention: Stretch | None
    nested: bool


@dataclass(frozen=True)
class Marked:
    """A marked sentence: the text without marks, and the marks."""

    text: str
    marks: tuple[Mark, ...]

    @cached_property
    def quotes(self) -> list[Wanted]:
        """The quotes by their numbers."""
        numbers = sorted({m.number for m in self.marks if m.sign in KINDS})
        return [self._wanted([m for m in self.marks if m.number == n]) for n in numbers]

    def _wanted(self, marks: list[Mark]) -> Wanted:
        content = sorted((m for m in marks if m.sign in KINDS), key=lambda m: m.place)
        places = {m.sign: m.place for m in marks}
        around = (m for m in self.marks if m.sign in KINDS and m not in marks)
        nested = any(m.place.holds(content[0].place) for m in around)
        kind = KINDS[content[0].sign]
        return Wanted(kind, tuple(m.place for m in content), places.get("C"), places.get("S"), nested)


def read(marked: str) -> Marked:
    """The marks of a line taken out of it. Raises ValueError where they do not pair."""
    text, opened, marks = "", [], []
    for part in PART.split(ESCAPE.sub(lambda m: chr(int(m[1], 16)), marked.replace("¶", "\n"))):
        if part.startswith("[") and PART.fullmatch(part):
            opened.append((part[1], part[2:-1], len(text)))
        elif part == "]" and opened:
            sign, numbers, start = opened.pop()
            marks += [Mark(sign, int(n or 1), Stretch(start, len(text))) for n in numbers.split("+")]
        else:
            text += part
    if opened or "[" in text or "]" in text:
        raise ValueError(f"brackets that do not pair: {marked}")
    return Marked(text, tuple(marks))


def differences(marked: Marked, found: Extraction) -> list[str]:
    """What the extraction has otherwise than the marks, a line each; nothing where all is as marked."""
    pairs = [(wanted, _same(marked, wanted, found.quotes)) for wanted in marked.quotes]
    missed = [f"missed {w.kind}: {_text(marked, w.content)}" for w, quote in pairs if quote is None]
    taken = [quote for _, quote in pairs]
    spurious = [f"found {_shown(q)}" for q in found.quotes if q.parent is None and q not in taken]
    return [*missed, *spurious, *(line for w, quote in pairs if quote for line in _details(marked, w, quote))]


def _details(marked: Marked, wanted: Wanted, quote: Quote) -> Iterator[str]:
    mention = quote.speaker.mention if quote.speaker else None
    cue = Stretch(quote.cue.start, quote.cue.end) if quote.cue else None
    if quote.kind != wanted.kind:
        yield f"kind {quote.kind}, not {wanted.kind}: {_shown(quote)}"
    if (wanted.cue is None) != (cue is None) or (wanted.cue and cue and not wanted.cue.meets(cue)):
        yield f"cue {_of(marked, cue)}, not {_of(marked, wanted.cue)}: {_shown(quote)}"
    place = Stretch(mention.start, mention.end) if mention else None
    if wanted.mention and not (place and wanted.mention.meets(place)):
        yield f"speaker {_of(marked, place)}, not {_of(marked, wanted.mention)}: {_shown(quote)}"


def _same(marked: Marked, wanted: Wanted, quotes: Iterable[Quote]) -> Quote | None:
    """The quote of the same words, nested or not as marked."""
    words = _words(marked.text, wanted.content)
    level = (q for q in quotes if (q.parent is not None) == wanted.nested)
    return next((q for q in level if _words(marked.text, (Stretch(s.start, s.end) for s in q.spans)) == words), None)


def _words(text: str, content: Iterable[Stretch]) -> set[int]:
    """Where the words of the content start."""
    return {s.start + m.start() for s in content for m in WORD.finditer(s.of(text))}


def _of(marked: Marked, place: Stretch | None) -> str:
    return f"«{place.of(marked.text)}»" if place else "none"


def _text(marked: Marked, content: Iterable[Stretch]) -> str:
    return " … ".join(s.of(marked.text) for s in content)


def _shown(quote: Quote) -> str:
    return f"{quote.kind} by {quote.rule}: {' … '.join(s.text for s in quote.spans)}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: where it stands, its marked sentence, and whether it is known to fail (`xfail …`)."""

    name: str
    marked: str
    fails: bool


def lines(folder: Path) -> list[Line]:
    """The lines of every table `*.txt` of the folder; blank ones and those that begin with `#` are for the reader."""
    return [line for path in sorted(folder.glob("*.txt")) for line in _lines(path)]


def _lines(path: Path) -> Iterator[Line]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield Line(f"{path.stem}:{number}", line.removeprefix("xfail "), line.startswith("xfail "))
