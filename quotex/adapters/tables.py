"""Quotes as tables: Arrow, polars and pandas frames, CSV and Parquet files. Needs the extra `quotex[tables]`."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from quotex.adapters import columns
from quotex.model import Extraction
from quotex.row import Row, csv_head, csv_line, filed, rows

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

GROUP = 20_000  # rows that are in memory at a time, and a row group of a Parquet file


def to_arrow(found: Iterable[Extraction]) -> pa.Table:
    """A row a quote: article, kind, content, speaker, role, source, date, cue, confidence, offsets."""
    return _table(list(_rows(found)), columns.flat())


def to_polars(found: Iterable[Extraction]) -> pl.DataFrame:
    """The same rows as a polars frame."""
    import polars as pl

    return pl.DataFrame(to_arrow(found))


def to_pandas(found: Iterable[Extraction]) -> pd.DataFrame:
    """The same rows as a pandas frame: days as datetime64, whole numbers whole even where some are missing."""
    import pandas as pd

    whole = {pa.int64(): pd.Int64Dtype()}
    frame: pd.DataFrame = to_arrow(found).to_pandas(date_as_object=False, types_mapper=whole.get)
    return frame


def write_parquet(found: Iterable[Extraction], path: str | Path) -> int:
    """Writes the rows as they come, a group at a time; returns their number. The file is there when it is whole."""
    return _write_parquet(_rows(found), columns.flat(), Path(path))


def write_csv(found: Iterable[Extraction], path: str | Path) -> int:
    """Writes the rows as UTF-8 with a head line; returns their number. The file is there when it is whole."""
    with _whole(Path(path)) as part, part.open("wb") as file:
        file.write(csv_head())
        return sum(1 for row in _rows(found) if file.write(csv_line(row)))


def parquet_of_jsonl(lines: Iterable[bytes], path: str | Path) -> int:
    """The lines of `convert --flat` as one Parquet file, with the input's other fields as JSON in `meta`."""
    return _write_parquet(map(_filed, lines), columns.filed(), Path(path))


def _rows(found: Iterable[Extraction]) -> Iterator[Row]:
    return chain.from_iterable(map(rows, found))


def _filed(line: bytes) -> dict[str, Any]:
    row = filed(json.loads(line))
    return {**row, "published": _day(row["published"]), "date": _day(row["date"])}


def _day(iso: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(iso) if iso else None


def _write_parquet(given: Iterable[Mapping[str, object]], schema: pa.Schema, path: Path) -> int:
    source, written = iter(given), 0
    with _whole(path) as part, pq.ParquetWriter(part, schema, compression="zstd") as file:
        while group := list(islice(source, GROUP)):
            file.write_table(_table(group, schema))
            written += len(group)
    return written


def _table(given: Sequence[Mapping[str, object]], schema: pa.Schema) -> pa.Table:
    try:
        return pa.Table.from_pylist(given, schema=schema)
    except UnicodeEncodeError:  # half a surrogate pair, which str can hold and UTF-8 cannot
        return pa.Table.from_pylist([{k: _utf8(v) for k, v in row.items()} for row in given], schema=schema)


def _utf8(value: object) -> object:
    return value.encode(errors="replace").decode() if isinstance(value, str) else value


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A file beside the path, which takes its place at the end, or is gone if there was an error."""
    part = path.with_name(f"{path.name}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
