"""Fits the weights of `quotex/confidence.py`.

    python tests/fit_confidence.py GOLD.jsonl … [--calibrate GOLD.jsonl] [--check GOLD.jsonl …] [--write]

Logistic regression with an L2 penalty over the facts of each quote found; a quote is right where its content
(IoU >= 0.7) and its speaker are. Prints the reliability by five-fold cross-validation over documents, and on the
gold given to --check; --write puts the weights into the table.

The weights in the table: fitted on 120 articles of train gold, `corpus/news.jsonl`, `corpus/robust.jsonl` and 488
more real articles (neither the first nor the last may be given on), then scaled on `corpus/blind.jsonl`, by which no
rule was written: on articles that rules were written by, they err less than on others. All gold was annotated by
language models.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import quotex.confidence as model
from quotex import Document, Extractor
from quotex.assemble import Finding
from quotex.clean import Page
from quotex.evaluate.annotation import Annotated, Article, articles
from quotex.evaluate.match import compare
from quotex.rules.arbitrate import encloses

TABLE = Path(model.__file__).parent / "lexicon" / "tables" / "confidence.tsv"
FOLDS, PENALTY, STEPS, RARE = 5, 2.0, 60, 5
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A quote found: its facts, whether it is right, the number of its document."""

    facts: frozenset[str]
    right: bool
    document: int


def cases(paths: Iterable[Path], extractor: Extractor) -> tuple[list[Case], int]:
    """Every top quote found in the gold's articles; and how many quotes the gold has."""
    found: list[Case] = []
    gold = [article for path in paths for article in articles(path.read_text("utf-8").splitlines())]
    for number, article in enumerate(gold):
        found += _of_article(article, number, extractor)
    return found, sum(len(article.quotes) for article in gold)


def _of_article(article: Article, number: int, extractor: Extractor) -> list[Case]:
    published = date.fromisoformat(article.published) if article.published else None
    document = Document(text=article.text, id=None, published=published, outlet=article.outlet)
    _, page, doc = next(extractor.read([document]))
    _, findings = extractor.findings(document, doc)
    top = [f for f in findings if not any(o is not f and encloses(o.claim, f.claim) for o in findings)]
    quotes = [_annotated(f, page) for f in top]
    right = {id(p.predicted) for p in compare(article.text, article.quotes, quotes).pairs if p.speaker}
    facts = (frozenset(model.facts(f.claim, f.speaker, doc.text)) for f in top)
    return [Case(known, id(quote) in right, number) for known, quote in zip(facts, quotes, strict=True)]


def _annotated(finding: Finding, page: Page) -> Annotated:
    spans = tuple(page.given(stretch) for stretch in finding.claim.content)
    return Annotated(finding.claim.kind, spans, (finding.speaker.name if finding.speaker else None,))


def fit(found: Sequence[Case]) -> dict[str, float]:
    """Weights by Newton's method; facts seen fewer than RARE times have none."""
    counts = Counter(fact for case in found for fact in case.facts)
    names = sorted(fact for fact, seen in counts.items() if seen >= RARE)
    x = np.array([[float(name in case.facts) for name in names] for case in found])
    y = np.array([float(case.right) for case in found])
    return dict(zip(names, _newton(x, y, PENALTY).tolist(), strict=True))


def _newton(x: Vector, y: Vector, penalty: float) -> Vector:
    w = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (y - p) - penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + penalty * np.eye(len(w))
        w += np.linalg.solve(hessian, gradient)
    return w


def calibrated(weights: dict[str, float], fresh: Sequence[Case]) -> dict[str, float]:
    """The weights scaled and shifted (Platt, 1999) to what articles show that the rules were not written on."""
    p = predicted(fresh, weights)
    x = np.stack([np.ones(len(p)), np.log(p / (1 - p))], axis=1)
    shift, scale = _newton(x, np.array([float(case.right) for case in fresh]), 0.0)
    scaled = {fact: weight * scale for fact, weight in weights.items()}
    return scaled | {"always": scaled["always"] + shift}


def predicted(found: Sequence[Case], weights: dict[str, float]) -> Vector:
    """The probability of each case."""
    scores = np.array([sum(weights.get(fact, 0.0) for fact in case.facts) for case in found])
    return np.asarray(1 / (1 + np.exp(-scores)))


def cross_validated(found: Sequence[Case]) -> Vector:
    """Each case judged by weights that its document had no part in."""
    p = np.zeros(len(found))
    for fold in range(FOLDS):
        inside = [i for i, case in enumerate(found) if case.document % FOLDS == fold]
        weights = fit([case for case in found if case.document % FOLDS != fold])
        p[inside] = predicted([found[i] for i in inside], weights)
    return p


def report(title: str, found: Sequence[Case], p: Vector, gold: int) -> None:
    """Reliability by bins, and what a threshold buys."""
    right = np.array([case.right for case in found])
    print(f"\n{title}: {len(found)} quotes found, {gold} in the gold, Brier {np.mean((p - right) ** 2):.3f}")
    print("| said | quotes | mean said | were right |\n|---|---|---|---|")
    for low, high in pairwise(BINS):
        inside = (p >= low) & ((p < high) | (high == 1.0))
        if inside.any():
            print(f"| {low:.2f}–{high:.2f} | {inside.sum()} | {p[inside].mean():.2f} | {right[inside].mean():.2f} |")
    print("| min_confidence | precision | recall |\n|---|---|---|")
    for threshold in (0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97):
        kept = p >= threshold
        print(f"| {threshold:.2f} | {right[kept].mean() if kept.any() else 1:.3f} | {right[kept].sum() / gold:.3f} |")


def main() -> None:
    """The command line."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("gold", nargs="+", type=Path)
    arguments.add_argument("--calibrate", type=Path)
    arguments.add_argument("--check", nargs="*", type=Path, default=[])
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    extractor = Extractor()
    found, gold = cases(given.gold, extractor)
    report("cross-validation", found, cross_validated(found), gold)
    weights = fit(found)
    if given.calibrate:
        weights = calibrated(weights, cases([given.calibrate], extractor)[0])
    for path in given.check:
        checked, expected = cases([path], extractor)
        report(path.name, checked, predicted(checked, weights), expected)
    if given.write:
        lines = [f"{fact}\t{weight:.3f}" for fact, weight in weights.items()]
        TABLE.write_text("# fact\tweight\n" + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
