"""Which predicted quote is which gold quote, and what is right about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotex.evaluate.annotation import Annotated
from quotex.span import Stretch

WORD = re.compile(r"\w+")
ENOUGH = 0.7  # of the words in common: intersection over union


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold quote and the predicted one that matches it."""

    gold: Annotated
    predicted: Annotated
    overlap: float

    @property
    def exact(self) -> bool:
        return self.overlap == 1

    @property
    def kind(self) -> bool:
        return self.gold.kind == self.predicted.kind

    @property
    def speaker(self) -> bool:
        return same_name(self.gold.speaker, self.predicted.speaker)

    @property
    def source(self) -> bool:
        return same_name(self.gold.source, self.predicted.source)

    @property
    def date(self) -> bool:
        return self.gold.date == self.predicted.date

    @property
    def record(self) -> bool:
        return self.kind and self.speaker and self.source and self.date


@dataclass(frozen=True, slots=True)
class Comparison:
    """One article: what matches, and what is left on either side."""

    gold: tuple[Annotated, ...]
    predicted: tuple[Annotated, ...]
    pairs: tuple[Pair, ...]

    @property
    def missed(self) -> list[Annotated]:
        found = {id(pair.gold) for pair in self.pairs}
        return [quote for quote in self.gold if id(quote) not in found]

    @property
    def spurious(self) -> list[Annotated]:
        right = {id(pair.predicted) for pair in self.pairs}
        return [quote for quote in self.predicted if id(quote) not in right]


def compare(text: str, gold: Sequence[Annotated], predicted: Sequence[Annotated]) -> Comparison:
    """Pairs off the quotes, greedily, the best overlap first."""
    pairs: list[Pair] = []
    used_gold, used_predicted = set(), set()
    for overlap, g, p in sorted(_overlaps(text, gold, predicted), reverse=True):
        if overlap >= ENOUGH and g not in used_gold and p not in used_predicted:
            used_gold.add(g)
            used_predicted.add(p)
            pairs.append(Pair(gold[g], predicted[p], overlap))
    return Comparison(tuple(gold), tuple(predicted), tuple(pairs))


def words(text: str, spans: Iterable[Stretch]) -> set[int]:
    """Where the words inside the spans start: their identity."""
    return {span.start + word.start() for span in spans for word in WORD.finditer(span.of(text))}


def same_name(gold: Sequence[str | None], predicted: Sequence[str | None]) -> bool:
    """Whether the two have a name in common, whatever its case, ё, spaces and quotation marks."""
    return not {folded(name) for name in gold}.isdisjoint(folded(name) for name in predicted)


def folded(name: str | None) -> str | None:
    """«ТАСС» → тасс"""
    return None if name is None else re.sub(r"\s+", " ", name.casefold().replace("ё", "е")).strip(" «»\"“”„'")


def _overlaps(text: str, gold: Sequence[Annotated], predicted: Sequence[Annotated]) -> Iterable[tuple[float, int, int]]:
    theirs = [words(text, quote.spans) for quote in predicted]
    for g, mine in enumerate(words(text, quote.spans) for quote in gold):
        for p, other in enumerate(theirs):
            if mine & other:
                yield len(mine & other) / len(mine | other), g, p
