"""JSON lines: a line with an article becomes a line with its quotes, or a line for each of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from quotex.errors import InputError
from quotex.extractor import Extractor, document
from quotex.model import Document, Extraction
from quotex.row import META, FiledRow, csv_head, csv_line, filed, rows


@dataclass(frozen=True, slots=True)
class Layout:
    """Which field of the input is what, and what the output looks like.

    `flat`: a line a quote, not a line an article. `csv`: the same as CSV, the input's other fields in one column.
    """

    text: str = "text"
    id: str = "id"
    published: str = "published"
    outlet: str = "outlet"
    flat: bool = False
    csv: bool = False

    @property
    def own(self) -> frozenset[str]:
        """The fields that quotex reads; all others are handed through."""
        return frozenset((self.text, self.id, self.published, self.outlet))

    @property
    def head(self) -> bytes:
        """What stands above all output."""
        return csv_head(FiledRow) if self.csv else b""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one line: the output in its place and the number of quotes in it, or an error."""

    output: bytes = b""
    quotes: int = 0
    id: str | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class _Article:
    document: Document
    meta: dict[str, Any]


def convert(extractor: Extractor, lines: Sequence[bytes], layout: Layout) -> list[Outcome]:
    """The outcome of each line, in order. A line that is no article, or that fails, spoils no other."""
    read = [_article(line, layout) for line in lines]
    found = _extractions(extractor, [item.document for item in read if isinstance(item, _Article)])
    return [_written(item, next(found), layout) if isinstance(item, _Article) else item for item in read]


def _extractions(extractor: Extractor, documents: Sequence[Document]) -> Iterator[Extraction | Exception]:
    try:
        yield from list(extractor.pipe(documents))
    except Exception:  # one of them: whoever it is, the others are to be had
        yield from (_alone(extractor, document) for document in documents)


def _alone(extractor: Extractor, document: Document) -> Extraction | Exception:
    try:
        return extractor.extract(document)
    except Exception as error:
        return error


def _article(line: bytes, layout: Layout) -> _Article | Outcome:
    """The article of a line, or the error that it is."""
    name = None
    try:
        record = _object(line)
        name = _name(record, layout)
        return _Article(_document(record, name, layout), {k: v for k, v in record.items() if k not in layout.own})
    except (ValueError, RecursionError) as error:
        return Outcome(id=name, error=_reason(error))


def _object(line: bytes) -> dict[str, Any]:
    """The JSON object of a line. Raises ValueError where it holds none."""
    record = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number)
    if not isinstance(record, dict):
        raise InputError(f"a line must hold a JSON object, not {type(record).__name__}")
    return record


def _no_number(name: str) -> NoReturn:
    raise InputError(f"{name} is no JSON number")


def _name(record: dict[str, Any], layout: Layout) -> str | None:
    value = record.get(layout.id)
    return value if value is None else str(value)


def _document(record: dict[str, Any], name: str | None, layout: Layout) -> Document:
    if layout.text not in record:
        raise InputError(f"no field {layout.text!r}: name the field that holds the article with --text-field")
    outlet = record.get(layout.outlet)
    if not isinstance(outlet, str | None):
        raise InputError(f"{layout.outlet} must be a string or null, not {type(outlet).__name__}")
    given = document(record[layout.text], record.get(layout.published), outlet)
    return given.model_copy(update={"id": name})


def _written(article: _Article, found: Extraction | Exception, layout: Layout) -> Outcome:
    name = article.document.id
    if isinstance(found, Exception):
        return Outcome(id=name, error=_reason(found))
    return Outcome(b"".join(_lines(found, article.meta, layout)), len(found.quotes), name)


def _lines(found: Extraction, meta: dict[str, Any], layout: Layout) -> Iterator[bytes]:
    if layout.csv:
        return (csv_line(filed(row)) for row in _rows(found, meta))
    return map(_line, _rows(found, meta) if layout.flat else [_record(found, meta)])


def _reason(error: BaseException) -> str:
    """What was wrong with a line, for its reader: quotex's own words, or the name of what was raised as well."""
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8: {error}"
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error}"
    return str(error) if isinstance(error, InputError) else f"{type(error).__name__}: {error}"


def _record(found: Extraction, meta: dict[str, Any]) -> dict[str, Any]:
    """An article's output record."""
    return {**found.model_dump(mode="json", exclude={"version"}), "meta": meta}


def _rows(found: Extraction, meta: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A table's rows, one a quote: `{"id": …, "speaker": "Дмитрий Песков", …, "meta.url": …}`."""
    tail = {f"{META}{name}": value for name, value in meta.items()}
    return ({**row, **tail} for row in rows(found))


def _line(record: dict[str, Any]) -> bytes:
    try:
        return json.dumps(record, ensure_ascii=False, default=date.isoformat).encode() + b"\n"
    except UnicodeEncodeError:  # half a surrogate pair, which JSON can hold and UTF-8 cannot
        return json.dumps(record, default=date.isoformat).encode() + b"\n"
