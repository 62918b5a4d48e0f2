"""Every adapter says what `extract` says, on all articles of the corpus, or on real ones:

    QUOTEX_ARTICLES=archive.jsonl.gz pytest tests/adapters/test_equality.py

takes the first 200 of a file of articles, as JSON lines. Real articles belong to their outlets, so none is here.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from quotex.extractor import Extractor
from quotex.extractor import document as as_document
from quotex.model import Document, Extraction
from quotex.row import Row, rows

CORPUS = Path(__file__).parent.parent.parent / "corpus" / "news.jsonl"
GIVEN = Path(os.environ.get("QUOTEX_ARTICLES") or CORPUS)
ARTICLES = 200
WHOLE = 0.9  # of the articles come out of a page line for line as they went in


@dataclass(frozen=True, slots=True)
class Articles:
    """Articles, and what `extract` makes of each by itself."""

    documents: list[Document]
    found: list[Extraction]

    def quotes(self) -> list[Any]:
        return [extraction.quotes for extraction in self.found]

    def rows(self) -> list[Row]:
        return [row for extraction in self.found for row in rows(extraction)]


@pytest.fixture(scope="module")
def given(extractor: Extractor) -> Articles:
    documents = [_document(n, json.loads(line)) for n, line in enumerate(islice(_lines(GIVEN), ARTICLES))]
    return Articles(documents, list(map(extractor.extract, documents)))


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from (line for line in file if line.strip())


def _document(number: int, article: dict[str, Any]) -> Document:
    read = as_document(article["text"], article.get("published"), article.get("outlet"))
    return read.model_copy(update={"id": str(number)})


def test_there_is_something_to_compare(given: Articles) -> None:
    assert len(given.documents) >= 70
    assert len(given.rows()) > 2 * len(given.documents)


def test_spacy(given: Articles) -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install 'quotex[spacy]'")
    nlp = spacy.blank("ru")
    nlp.add_pipe("quotex")
    docs = nlp.pipe(_doc(nlp, document) for document in given.documents)
    assert [doc._.quotes for doc in docs] == given.quotes()


def _doc(nlp: Any, document: Document) -> Any:
    doc = nlp.make_doc(document.text)
    doc._.published, doc._.outlet = document.published, document.outlet
    return doc


def test_tables(given: Articles, extractor: Extractor, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'quotex[tables]'")
    polars = pytest.importorskip("polars", reason="polars is not installed: pip install 'quotex[tables]'")
    from quotex.adapters import tables

    assert tables.to_polars(extractor.pipe(given.documents)).to_dicts() == given.rows()
    tables.write_parquet(extractor.pipe(given.documents), tmp_path / "quotes.parquet")
    assert polars.read_parquet(tmp_path / "quotes.parquet").to_dicts() == given.rows()


@pytest.mark.filterwarnings("ignore")  # Spark's own, about itself
def test_spark(given: Articles, session: Any, tmp_path: Path) -> None:
    from quotex.adapters import spark

    path = tmp_path / "articles.jsonl"
    path.write_text("".join(document.model_dump_json() + "\n" for document in given.documents), encoding="utf-8")
    articles = session.read.json(str(path)).repartition(4)
    found = {row["id"]: _plain(row.asDict(recursive=True)["quotes"]) for row in spark.records(articles).collect()}
    assert [found[e.id] for e in given.found] == [e.model_dump(mode="json")["quotes"] for e in given.found]


def _plain(quotes: Any) -> Any:
    return json.loads(json.dumps(quotes, default=date.isoformat))


def test_html(given: Articles, extractor: Extractor) -> None:
    """Nearly all pages give the article's lines and its day back; the quotes are those of `extract` for them."""
    pytest.importorskip("trafilatura", reason="trafilatura is not installed: pip install 'quotex[html]'")
    from quotex.adapters.html import article, extract_html

    whole = 0
    for document in given.documents:
        lines = [" ".join(line.split()) for line in document.text.splitlines() if line.strip()]
        page = _page(lines, document.published)
        read = article(page)
        assert document.published in {None, read.published}
        if read.text == "\n".join(lines):
            whole += 1
            assert extract_html(page).quotes == extractor.extract("\n".join(lines), read.published, read.outlet).quotes
    assert whole >= WHOLE * len(given.documents)


def _page(lines: list[str], published: date | None) -> str:
    day = f'<meta property="article:published_time" content="{published}">' if published else ""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f"<html><head>{day}</head><body><article>{paragraphs}</article></body></html>"
