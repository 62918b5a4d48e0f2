"""Articles of the project's own corpus, and what `extract` makes of them: the adapters must say the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quotex.extractor import Extractor
from quotex.model import Document, Extraction

CORPUS = Path(__file__).parent.parent.parent / "corpus" / "news.jsonl"
ARTICLES = 30


@pytest.fixture(scope="session")
def articles() -> list[dict[str, Any]]:
    """Id, text, published and outlet of each: every third is given an outlet."""
    lines = CORPUS.read_text(encoding="utf-8").split("\n")[:ARTICLES]
    fields = [{k: json.loads(line)[k] for k in ("id", "text", "published")} for line in lines]
    return [{**a, "outlet": "Вестник Прикамья" if n % 3 == 0 else None} for n, a in enumerate(fields)]


@pytest.fixture(scope="session")
def found(articles: list[dict[str, Any]], extractor: Extractor) -> list[Extraction]:
    """What `extract` gives for each of the articles."""
    return [extractor.extract(Document(**article)) for article in articles]
