"""The scores of many articles."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quotex.evaluate.match import Comparison, Pair

KINDS = ("direct", "indirect", "mixed")
FIELDS = ("kind", "speaker", "source", "date")
ROUNDS, SEED = 300, 0  # of the bootstrap


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts, and shares between 0 and 1 by their names."""

    documents: int
    gold: int
    predicted: int
    matched: int
    shares: dict[str, float]


def scores(comparisons: Sequence[Comparison]) -> Scores:
    """The scores over all articles together.

    detect, exact: F1 of the match, and of the match with all words the same. kind, speaker, source, date: share right
    among the matched; `_given`: where the gold has one. attrib, record: F1 of the match with the right speaker, and
    with everything right.
    """
    count = sum(map(_count, comparisons), Counter[str]())
    return Scores(len(comparisons), count["gold"], count["predicted"], count["matched"], _shares(count))


def intervals(comparisons: Sequence[Comparison]) -> dict[str, tuple[float, float]]:
    """The 95 % bootstrap interval of each share, over articles."""
    draw = random.Random(SEED)
    counts = [_count(comparison) for comparison in comparisons]
    rounds = [_shares(sum(draw.choices(counts, k=len(counts)), Counter[str]())) for _ in range(ROUNDS)]
    return {name: _middle([shares[name] for shares in rounds]) for name in rounds[0]}


def _middle(values: list[float]) -> tuple[float, float]:
    ordered = sorted(values)
    return ordered[round(0.025 * ROUNDS) - 1], ordered[round(0.975 * ROUNDS)]


def _count(comparison: Comparison) -> Counter[str]:
    """One article's counts."""
    count = Counter[str](gold=len(comparison.gold), predicted=len(comparison.predicted), matched=len(comparison.pairs))
    count.update(f"gold {quote.kind}" for quote in comparison.gold)
    for pair in comparison.pairs:
        count.update(_right(pair))
    return count


def _right(pair: Pair) -> list[str]:
    """What is to be counted of a match."""
    right = [name for name in ("exact", "record", *FIELDS) if getattr(pair, name)]
    return [*right, f"matched {pair.gold.kind}", *_given(pair)]


def _given(pair: Pair) -> list[str]:
    """Source and date once more, where the gold has one."""
    has = {"source": None not in pair.gold.source, "date": pair.gold.date is not None}
    given = [name for name in has if has[name]]
    return [f"{name} given" for name in given] + [f"{name} given right" for name in given if getattr(pair, name)]


def _shares(count: Counter[str]) -> dict[str, float]:
    both = count["gold"] + count["predicted"]
    shares = {
        "precision": _share(count["matched"], count["predicted"]),
        "recall": _share(count["matched"], count["gold"]),
        "detect": _f1(count["matched"], both),
        "exact": _f1(count["exact"], both),
        **{name: _share(count[name], count["matched"]) for name in FIELDS},
        "source_given": _share(count["source given right"], count["source given"]),
        "date_given": _share(count["date given right"], count["date given"]),
        "attrib": _f1(count["speaker"], both),
        "record": _f1(count["record"], both),
    }
    return shares | {f"recall_{kind}": _share(count[f"matched {kind}"], count[f"gold {kind}"]) for kind in KINDS}


def _share(part: int, whole: int) -> float:
    return part / max(1, whole)


def _f1(hits: int, both: int) -> float:
    return 2 * hits / both if both else 1.0
