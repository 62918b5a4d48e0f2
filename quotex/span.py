"""Offsets: half-open stretches of a text, counted in Unicode code points. The only offset arithmetic of quotex."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SPACE = " \t\n\r\u00a0\u202f\u2009"


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """`text[start:end]`, without the text."""

    start: int
    end: int

    def __len__(self) -> int:
        return max(0, self.end - self.start)

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, other: Stretch) -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Stretch) -> bool:
        return self.start < other.end and other.start < self.end

    def trimmed(self, text: str, left: str = SPACE, right: str = SPACE) -> Stretch:
        """The stretch without the characters of `left` at its head and of `right` at its tail."""
        kept = self.of(text).lstrip(left)
        start = self.end - len(kept)
        return Stretch(start, start + len(kept.rstrip(right)))

    def without(self, holes: Iterable[Stretch]) -> list[Stretch]:
        """What is left of the stretch when the holes are cut out of it, in order."""
        pieces, start = [], self.start
        for hole in sorted(holes):
            if hole.end <= start or hole.start >= self.end:
                continue
            if hole.start > start:
                pieces.append(Stretch(start, hole.start))
            start = max(start, hole.end)
        if start < self.end:
            pieces.append(Stretch(start, self.end))
        return pieces


def hull(stretches: Iterable[Stretch]) -> Stretch:
    """The shortest stretch that holds all the given ones (at least one)."""
    items = list(stretches)
    return Stretch(min(s.start for s in items), max(s.end for s in items))
