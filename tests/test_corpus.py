"""quotex on the project's own gold. The floors lie a little below what was measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotex import Extractor
from quotex.evaluate import articles, compare, scores
from quotex.evaluate.annotation import predicted
from quotex.extractor import document

CORPUS = Path(__file__).parents[1] / "corpus"
NAMES = ("detect", "exact", "kind", "speaker", "source", "date", "attrib")
FLOORS = {
    "news.jsonl": (0.94, 0.93, 0.98, 0.90, 0.94, 0.97, 0.86),
    "robust.jsonl": (0.86, 0.84, 0.97, 0.72, 0.88, 0.89, 0.64),
    "blind.jsonl": (0.88, 0.87, 0.97, 0.84, 0.92, 0.96, 0.76),
}


def shares(extractor: Extractor, gold: Path) -> dict[str, float]:
    given = list(articles(gold.read_text(encoding="utf-8").splitlines()))
    results = extractor.pipe(document(a.text, a.published, a.outlet) for a in given)
    found = [predicted(result.model_dump(mode="json")["quotes"]) for result in results]
    return scores([compare(a.text, a.quotes, f) for a, f in zip(given, found, strict=True)]).shares


def test_every_gold_file_has_floors() -> None:
    assert {path.name for path in CORPUS.glob("*.jsonl")} == FLOORS.keys()


@pytest.mark.parametrize("name", FLOORS)
def test_scores_stay_above_their_floors(extractor: Extractor, name: str) -> None:
    found = shares(extractor, CORPUS / name)
    below = {n: round(found[n], 3) for n, floor in zip(NAMES, FLOORS[name], strict=True) if found[n] < floor}
    assert below == {}
