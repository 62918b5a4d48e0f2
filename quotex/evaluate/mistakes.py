"""What went wrong, grouped by cause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotex.evaluate.annotation import Annotated, Article
from quotex.evaluate.match import Comparison, Pair, folded, words

STEM = 4  # letters by which two forms of a name are told to be of one name


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake; a quote may have several. `what` is its group, `why` the cause within the group."""

    article: Article
    what: str
    why: str
    gold: Annotated | None
    predicted: Annotated | None


@dataclass(frozen=True, slots=True)
class Cause:
    """All mistakes of one cause, and their share of all mistakes."""

    what: str
    why: str
    share: float
    mistakes: tuple[Mistake, ...]


def causes(found: Sequence[Mistake]) -> list[Cause]:
    """The causes, the most frequent first."""
    groups: dict[tuple[str, str], list[Mistake]] = defaultdict(list)
    for mistake in found:
        groups[mistake.what, mistake.why].append(mistake)
    return sorted((Cause(*key, len(group) / len(found), tuple(group)) for key, group in groups.items()), key=_order)


def mistakes(article: Article, comparison: Comparison) -> Iterator[Mistake]:
    """Everything that is wrong with one article's quotes."""
    for quote in comparison.missed:
        yield Mistake(article, "missed", _missed(article.text, quote, comparison.spurious), quote, None)
    for quote in comparison.spurious:
        yield Mistake(article, "spurious", f"by rule {quote.rule or '?'}", None, quote)
    for pair in comparison.pairs:
        for what, why in _wrong(article.text, pair):
            yield Mistake(article, what, why, pair.gold, pair.predicted)


def _order(cause: Cause) -> tuple[int, str, str]:
    return -len(cause.mistakes), cause.what, cause.why


def _missed(text: str, quote: Annotated, spurious: Iterable[Annotated]) -> str:
    cue = "a cue" if quote.cue else "no cue"
    mine = words(text, quote.spans)
    cut = any(mine & words(text, other.spans) for other in spurious)
    return f"{quote.kind}, {cue}" + (", found with other bounds" if cut else "")


def _wrong(text: str, pair: Pair) -> Iterator[tuple[str, str]]:
    gold, predicted = pair.gold, pair.predicted
    if not pair.exact:
        yield "bounds", _bounds(text, pair)
    if not pair.kind:
        yield "kind", f"{gold.kind} taken for {predicted.kind}"
    if not pair.speaker:
        yield "speaker", _speaker(gold.speaker, predicted.speaker[0])
    if not pair.source:
        yield "source", _source(gold, predicted)
    if not pair.date:
        yield "date", _presence(gold.date, predicted.date)


def _bounds(text: str, pair: Pair) -> str:
    gold, predicted = words(text, pair.gold.spans), words(text, pair.predicted.spans)
    if predicted > gold:
        return "too long"
    return "too short" if predicted < gold else "shifted"


def _speaker(gold: Sequence[str | None], predicted: str | None) -> str:
    if predicted is None or None in gold:
        return _presence(gold[0], predicted)
    return "name form" if any(_related(name, predicted) for name in gold if name) else "another entity"


def _source(gold: Annotated, predicted: Annotated) -> str:
    """`missing, inherited`: with the basis that the gold has, or that a spurious one claims."""
    presence = _presence(gold.source[0], predicted.source[0])
    return f"{presence}, {gold.basis or predicted.basis}"


def _presence(gold: str | None, predicted: str | None) -> str:
    if predicted is None:
        return "missing"
    return "spurious" if gold is None else "another"


def _related(one: str, other: str) -> bool:
    """Дмитрия Пескова — Песков"""
    return not _stems(one).isdisjoint(_stems(other))


def _stems(name: str) -> set[str]:
    return {word[:STEM] for word in (folded(name) or "").split() if len(word) >= STEM}
