"""What a report counts: how many quotes there are of each speaker, outlet, period and kind, and a sample of them.

Whatever the number of quotes, it stays small: those most often named have a place of their own, all others share one,
and each bar that can be drawn keeps a few of its quotes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from heapq import heappush, heappushpop
from typing import NamedTuple
from zlib import crc32

from quotex.report.read import KINDS, Said
from quotex.report.window import Window, window

SPEAKERS, OUTLETS = 100, 30  # that have a place of their own
NONE, OTHERS, FIRST = 0, 1, 2  # places: of nobody named, of all without a place of their own, of the first that has one
EACH, PAIR = 20, 4  # quotes kept of a bar, and of a speaker at an outlet


class Cell(NamedTuple):
    """The places of a quote: those of its speaker, outlet and day, and its kind's index among KINDS."""

    speaker: int
    outlet: int
    period: int
    kind: int


class Different(NamedTuple):
    """How many there are, with a place of their own or without."""

    speakers: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Sides:
    """The names that have places of their own, most frequent first, and the time."""

    speakers: Mapping[str, int]
    outlets: Mapping[str, int]
    window: Window
    different: Different

    def cell(self, said: Said) -> Cell:
        speaker, outlet = _place(self.speakers, said.speaker), _place(self.outlets, said.outlet)
        return Cell(speaker, outlet, self._period(said.day), KINDS.index(said.kind))

    def _period(self, day: date | None) -> int:
        place = self.window.place(day) if day else None
        return NONE if day is None else OTHERS if place is None else FIRST + place


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts, and the quotes kept, in the order in which they came."""

    sides: Sides
    cells: Mapping[Cell, int]
    sample: tuple[tuple[Cell, Said], ...]

    @property
    def total(self) -> int:
        return sum(self.cells.values())


def tally(quotes: Callable[[], Iterable[Said]]) -> Tally:
    """Counts the quotes. They are asked for twice: which names there are must be known before they can be counted."""
    sides = survey(quotes())
    cells, sample = Counter[Cell](), _Sample()
    for said in quotes():
        cell = sides.cell(said)
        cells[cell] += 1
        sample.offer(cell, said)
    return Tally(sides, cells, tuple(sample.kept()))


def survey(quotes: Iterable[Said]) -> Sides:
    """Who and what has a place of its own."""
    speakers, outlets, days = Counter[str | None](), Counter[str | None](), Counter[date | None]()
    for said in quotes:
        speakers[said.speaker] += 1
        outlets[said.outlet] += 1
        days[said.day] += 1
    known = {day: count for day, count in days.items() if day}
    different = Different(sum(1 for name in speakers if name), sum(1 for name in outlets if name))
    return Sides(_places(speakers, SPEAKERS), _places(outlets, OUTLETS), window(known), different)


def _places(counts: Mapping[str | None, int], most: int) -> dict[str, int]:
    ranked = sorted((-count, name) for name, count in counts.items() if name is not None)
    return {name: place for place, (_, name) in enumerate(ranked[:most], FIRST)}


def _place(places: Mapping[str, int], name: str | None) -> int:
    return NONE if name is None else places.get(name, OTHERS)


class _Sample:
    """For each bar, those of its quotes whose numbers come first when all numbers are shuffled.

    So each bar's sample is drawn evenly from its quotes, the same each time; and as all bars go by the same order, one
    quote often serves several.
    """

    def __init__(self) -> None:
        self._bars = defaultdict[Hashable, list[tuple[int, int, Cell, Said]]](list)
        self._number = 0

    def offer(self, cell: Cell, said: Said) -> None:
        self._number += 1
        entry = -crc32(b"%d" % self._number), self._number, cell, said
        for bar, most in _bars(cell):
            kept = self._bars[bar]
            (heappush if len(kept) < most else heappushpop)(kept, entry)

    def kept(self) -> Iterator[tuple[Cell, Said]]:
        numbered = {number: (cell, said) for kept in self._bars.values() for _, number, cell, said in kept}
        return (numbered[number] for number in sorted(numbered))


def _bars(cell: Cell) -> Iterator[tuple[Hashable, int]]:
    yield from ((side, EACH) for side in zip(cell._fields, cell, strict=True))
    yield cell[:2], PAIR
