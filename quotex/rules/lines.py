"""An article by its lines (paragraphs): what interviews, labels and headlines are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotex.marks import DASH
from quotex.parse import Doc
from quotex.span import SPACE, Stretch

OPENING = re.compile(rf"{DASH}\s*(?=[^\s—–―-])")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its stretch without outer white space, and the indices of the sentences that begin in it."""

    stretch: Stretch
    sentences: tuple[int, ...]
    number: int


def lines(doc: Doc) -> list[Line]:
    """The lines that hold sentences, in order. A sentence over several lines belongs to its first."""
    found: list[Line] = []
    starts = [s.start for s in doc.sentences]
    at = 0
    for match in re.finditer(r"[^\n]+", doc.text):
        stretch = Stretch(match.start(), match.end()).trimmed(doc.text)
        inside = []
        while at < len(starts) and starts[at] < match.end():
            inside.append(at)
            at += 1
        if inside and stretch:
            end = max(stretch.end, doc.sentences[inside[-1]].end)
            found.append(Line(Stretch(stretch.start, end), tuple(inside), len(found)))
    return found


def dashed(doc: Doc, line: Line) -> Stretch | None:
    """What stands behind the dash that opens the line: `— Мы готовы.`"""
    match = OPENING.match(doc.text, line.stretch.start, line.stretch.end)
    if match is None or doc.text[match.end()].islower():
        return None
    return Stretch(match.end(), line.stretch.end).trimmed(doc.text, SPACE, SPACE)


def asks(doc: Doc, line: Line) -> bool:
    """`— Когда откроют мост?`"""
    return line.stretch.of(doc.text).rstrip(' »"”').endswith("?")


def runs(found: Sequence[Line], wanted: frozenset[int]) -> Iterator[list[Line]]:
    """Stretches of lines that follow each other and are all wanted (by number)."""
    run: list[Line] = []
    for line in found:
        if line.number in wanted:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run
