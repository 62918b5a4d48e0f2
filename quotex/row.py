"""A quote as one flat row: what tables, CSV and Parquet hold. Needs no library."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, TypedDict

from quotex.model import Extraction, Quote

META = "meta."  # stands before the names of the input's other fields, in a flat record


class Row(TypedDict):
    """The columns, in order; `start` and `end` are the hull of the content's spans."""

    id: str | None
    published: datetime.date | None
    outlet: str | None
    quote: int
    kind: str
    text: str
    start: int
    end: int
    cue: str | None
    cue_lemma: str | None
    speaker: str | None
    speaker_kind: str | None
    role: str | None
    resolved_by: str | None
    source: str | None
    source_basis: str | None
    date: datetime.date | None
    date_basis: str | None
    parent: int | None
    confidence: float
    rule: str


class FiledRow(Row):
    """A row in a file that `convert` makes: `meta` holds the input's other fields, as JSON."""

    meta: str


def rows(found: Extraction) -> Iterator[Row]:
    """A row for each quote of an article."""
    return (_row(found, number, quote) for number, quote in enumerate(found.quotes))


def filed(record: Mapping[str, Any]) -> dict[str, Any]:
    """A line of `convert --flat` as a FiledRow, its dates still ISO text; `meta.url`, `meta.views` go into `meta`."""
    meta = {name.removeprefix(META): value for name, value in record.items() if name.startswith(META)}
    return {**{name: record.get(name) for name in Row.__annotations__}, "meta": json.dumps(meta, ensure_ascii=False)}


def csv_head(row: type = Row) -> bytes:
    """The first line of a CSV file."""
    return _csv_line(row.__annotations__)


def csv_line(row: Mapping[str, Any]) -> bytes:
    """A row's line of a CSV file; what is null is an empty cell."""
    return _csv_line(row.values())


def _csv_line(cells: Any) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue().encode(errors="backslashreplace")


def _row(found: Extraction, number: int, quote: Quote) -> Row:
    cue, speaker, source, date = quote.cue, quote.speaker, quote.source, quote.date
    return {
        "id": found.id,
        "published": found.published,
        "outlet": found.outlet,
        "quote": number,
        "kind": quote.kind,
        "text": quote.text,
        "start": quote.spans[0].start,
        "end": quote.spans[-1].end,
        "cue": cue.text if cue else None,
        "cue_lemma": cue.lemma if cue else None,
        "speaker": speaker.name if speaker else None,
        "speaker_kind": speaker.kind if speaker else None,
        "role": speaker.role if speaker else None,
        "resolved_by": speaker.resolved_by if speaker else None,
        "source": source.name if source else None,
        "source_basis": source.basis if source else None,
        "date": date.value if date else None,
        "date_basis": date.basis if date else None,
        "parent": quote.parent,
        "confidence": quote.confidence,
        "rule": quote.rule,
    }
