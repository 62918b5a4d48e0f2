"""quotex as a component of a spaCy pipeline: `nlp.add_pipe("quotex")`. Needs the extra `quotex[spacy]`.

In a Doc it leaves `doc._.quotes` and three span groups, `quotex.content`, `quotex.cue` and `quotex.speaker`; a span's
`_.quote` is the quote that it belongs to. What is known of an article is said by `doc._.published` and `doc._.outlet`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import tee
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from quotex.extractor import Extractor, day
from quotex.lexicon import Lexicon
from quotex.model import Document, Extraction, Quote
from quotex.model import Span as Place

FOUND, PUBLISHED, OUTLET = "quotex.found", "quotex.published", "quotex.outlet"  # in doc.user_data: text alone
CONTENT, CUE, SPEAKER = "quotex.content", "quotex.cue", "quotex.speaker"  # in doc.spans


class QuoteFinder:
    """The component. `lexicon`: a folder with tables of one's own, which go along where the pipeline is saved."""

    def __init__(self, lexicon: str | None = None, min_confidence: float = 0.0) -> None:
        self.lexicon = lexicon
        self.min_confidence = min_confidence

    @cached_property
    def tables(self) -> Mapping[str, str]:
        """The tables of one's own: file name → text. Raises ValueError for a folder without any."""
        found = _tables(Path(self.lexicon)) if self.lexicon else {}
        if self.lexicon and not found:
            raise ValueError(f"{self.lexicon}: no such folder with tables, such as cues.tsv")
        return found

    @cached_property
    def extractor(self) -> Extractor:
        """Made on first use, so that a process of `nlp.pipe(…, n_process=2)` can make its own."""
        with TemporaryDirectory() as folder:
            _write(self.tables, Path(folder))
            return Extractor(Lexicon.default().with_folder(Path(folder)), min_confidence=self.min_confidence)

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int | None = None) -> Iterator[Doc]:
        """The Docs with their quotes, lazily, in order. `batch_size` is spaCy's to give; the extractor has its own."""
        docs, given = tee(stream)
        for doc, found in zip(docs, self.extractor.pipe(map(_document, given)), strict=True):
            yield _annotated(doc, found)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        return json.dumps(dict(self.tables)).encode()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> QuoteFinder:
        return self._with(json.loads(data))

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        Path(path).mkdir(parents=True, exist_ok=True)
        _write(self.tables, Path(path))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> QuoteFinder:
        return self._with(_tables(Path(path)))

    def _with(self, tables: Mapping[str, str]) -> QuoteFinder:
        self.tables = tables
        self.__dict__.pop("extractor", None)
        return self

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "extractor"}


def make(nlp: Language, name: str, lexicon: str | None, min_confidence: float) -> QuoteFinder:
    """The factory behind `nlp.add_pipe("quotex", config={"lexicon": "my/", "min_confidence": 0.5})`."""
    return QuoteFinder(lexicon, min_confidence)


def _tables(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.tsv"))}


def _write(tables: Mapping[str, str], folder: Path) -> None:
    for name, text in tables.items():
        (folder / name).write_text(text, encoding="utf-8")


def _document(doc: Doc) -> Document:
    return Document(text=doc.text, published=_published(doc), outlet=doc.user_data.get(OUTLET))


def _annotated(doc: Doc, found: Extraction) -> Doc:
    doc.user_data[FOUND] = found.model_dump_json()
    mentions = [quote.speaker and quote.speaker.mention for quote in found.quotes]
    doc.spans[CONTENT] = [_span(doc, n, s, q.kind) for n, q in enumerate(found.quotes) for s in q.spans]
    doc.spans[CUE] = [_span(doc, n, q.cue, "cue") for n, q in enumerate(found.quotes) if q.cue]
    doc.spans[SPEAKER] = [_span(doc, n, s, "speaker") for n, s in enumerate(mentions) if s]
    return doc


def _span(doc: Doc, quote: int, place: Place, label: str) -> Span:
    """The tokens over which the characters stretch, a token that they cut included."""
    span = doc.char_span(place.start, place.end, label=label, span_id=str(quote), alignment_mode="expand")
    assert span is not None
    return span


def _quotes(doc: Doc) -> tuple[Quote, ...]:
    found = doc.user_data.get(FOUND)
    return Extraction.model_validate_json(found).quotes if found else ()


def _quote(span: Span) -> Quote | None:
    return _quotes(span.doc)[int(span.id_)] if span.id_.isdecimal() else None


def _published(doc: Doc) -> date | None:
    return day(doc.user_data.get(PUBLISHED))


def _set_published(doc: Doc, value: str | date | None) -> None:
    found = day(value)
    doc.user_data[PUBLISHED] = found and found.isoformat()


def _set_outlet(doc: Doc, value: str | None) -> None:
    doc.user_data[OUTLET] = value


Language.factory(
    "quotex",
    default_config={"lexicon": None, "min_confidence": 0.0},
    assigns=["doc._.quotes", "doc.spans"],
    func=make,
)
Doc.set_extension("quotes", getter=_quotes, force=True)
Doc.set_extension("published", getter=_published, setter=_set_published, force=True)
Doc.set_extension("outlet", getter=lambda doc: doc.user_data.get(OUTLET), setter=_set_outlet, force=True)
Span.set_extension("quote", getter=_quote, force=True)
