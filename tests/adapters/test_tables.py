"""Quotes as rows of frames and files."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from quotex.jsonl import Layout, convert
from quotex.model import Document, Extraction, Quote, Span
from quotex.row import FiledRow, Row, csv_head, csv_line, filed, rows

TEXT = "«Мост откроют в мае», — сказал во вторник ТАСС мэр Олег Нестеров. Анна Гусева уверена, что он нужен."
GIVEN = {"id": "a1", "published": "2025-01-29", "outlet": "Вестник"}


def article(text: str = TEXT) -> Document:
    return Document(text=text, **GIVEN)


@pytest.fixture(scope="module")
def two(extractor) -> Extraction:
    return extractor.extract(article())


@pytest.fixture(scope="module")
def lines(extractor) -> list[bytes]:
    """What `convert --flat` writes for the article, with two fields more."""
    line = json.dumps({**GIVEN, "text": TEXT, "url": "https://example.ru/1", "views": 7}, ensure_ascii=False)
    return convert(extractor, [line.encode()], Layout(flat=True))[0].output.splitlines()


@pytest.fixture(scope="module")
def tables() -> Any:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'quotex[tables]'")
    from quotex.adapters import tables

    return tables


@pytest.fixture(scope="module")
def polars(tables) -> Any:
    return pytest.importorskip("polars", reason="polars is not installed: pip install 'quotex[tables]'")


@pytest.fixture(scope="module")
def pandas(tables) -> Any:
    return pytest.importorskip("pandas", reason="pandas is not installed: pip install 'quotex[tables]'")


@pytest.fixture(scope="module")
def duckdb() -> Any:
    return pytest.importorskip("duckdb", reason="DuckDB is not installed: pip install 'quotex[tables]'")


@pytest.fixture(scope="module")
def expected(found: list[Extraction]) -> list[Row]:
    return [row for extraction in found for row in rows(extraction)]


def test_a_row_says_it_all(two):
    first, second = rows(two)
    assert first == {
        "id": "a1", "published": date(2025, 1, 29), "outlet": "Вестник", "quote": 0,
        "kind": "direct", "text": "Мост откроют в мае", "start": 1, "end": 19, "cue": "сказал", "cue_lemma": "сказать",
        "speaker": "Олег Нестеров", "speaker_kind": "person", "role": "мэр",
        "resolved_by": first["resolved_by"], "source": "ТАСС", "source_basis": "explicit",
        "date": date(2025, 1, 28), "date_basis": "explicit", "parent": None,
        "confidence": two.quotes[0].confidence, "rule": two.quotes[0].rule,
    }  # fmt: skip
    assert (second["kind"], second["speaker"], second["source"], second["date"]) == (
        "indirect", "Анна Гусева", "Вестник", date(2025, 1, 29),
    )  # fmt: skip


def test_a_row_of_a_voice_without_anything():
    bare = Quote(kind="direct", text="Да", spans=(Span(start=0, end=2, text="Да"),), confidence=0.5, rule="block")
    (row,) = rows(Extraction(quotes=(bare,), version="0"))
    assert {name for name, value in row.items() if value is None} == {
        "id", "published", "outlet", "cue", "cue_lemma", "speaker", "speaker_kind", "role", "resolved_by", "source",
        "source_basis", "date", "date_basis", "parent",
    }  # fmt: skip


def test_rows_are_those_of_convert(two, lines):
    """One shape of a row, whichever way it is made."""
    told = [{**row, "published": str(row["published"]), "date": str(row["date"])} for row in rows(two)]
    given = [json.loads(line) for line in lines]
    assert [{k: v for k, v in row.items() if not k.startswith("meta.")} for row in given] == told
    assert [list(row) for row in given] == [[*Row.__annotations__, "meta.url", "meta.views"]] * 2


def test_the_other_fields_are_one_column(lines):
    row = filed(json.loads(lines[0]))
    assert list(row) == list(FiledRow.__annotations__)
    assert json.loads(row["meta"]) == {"url": "https://example.ru/1", "views": 7}


def test_csv_lines_are_read_again(two):
    file = b"".join([csv_head(), *map(csv_line, rows(two))]).decode()
    assert [row["text"] for row in csv.DictReader(io.StringIO(file))] == ["Мост откроют в мае", "он нужен"]


def test_csv_of_converted_lines(lines):
    file = csv_head(FiledRow) + b"".join(csv_line(filed(json.loads(line))) for line in lines)
    first, second = csv.DictReader(io.StringIO(file.decode()))
    assert (first["speaker"], first["date"], first["parent"]) == ("Олег Нестеров", "2025-01-28", "")
    assert json.loads(second["meta"]) == {"url": "https://example.ru/1", "views": 7}


def test_rows_load_no_library():
    code = "import sys, quotex.row; print({'pandas', 'polars', 'pyarrow', 'spacy', 'pyspark'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


@pytest.mark.parametrize("text", ["а, б", 'сказал «"да"»', "одно\nдругое", "тонн; и рублей", "", "=1+1"])
def test_csv_cells_survive(two, text):
    row = {**next(rows(two)), "text": text}
    (again,) = csv.DictReader(io.StringIO((csv_head() + csv_line(row)).decode(), newline=""))
    assert again["text"] == text


def test_csv_half_a_surrogate_pair_is_no_error(two):
    assert b"\\ud83d" in csv_line({**next(rows(two)), "text": "\ud83d"})


def test_polars_says_what_extract_says(tables, polars, found, expected):
    frame = tables.to_polars(found)
    assert frame.to_dicts() == expected
    assert frame.schema["date"] == polars.Date
    assert len(expected) > 100


def test_pandas_says_what_extract_says(tables, pandas, found, expected):
    frame = tables.to_pandas(found)
    assert [known(row) for row in frame.to_dict("records")] == [known(row) for row in expected]
    assert frame["date"].dt.year.dropna().between(2000, 2030).all()
    assert frame["parent"].dtype == pandas.Int64Dtype()


def known(row: dict[str, Any]) -> dict[str, str]:
    """What is not missing, as text, days without a time: pandas has values of its own for these."""
    told = {name: str(value).removesuffix(" 00:00:00") for name, value in row.items()}
    return {name: value for name, value in told.items() if value not in {"None", "nan", "NaT", "<NA>"}}


@pytest.mark.parametrize("given", [[], [Extraction(version="0")]])
def test_without_quotes_there_are_columns(tables, polars, pandas, given):
    assert tables.to_polars(given).columns == list(Row.__annotations__)
    assert tables.to_pandas(given).shape == (0, len(Row.__annotations__))


def test_parquet_is_read_again(tables, polars, found, expected, tmp_path):
    assert tables.write_parquet(iter(found), tmp_path / "quotes.parquet") == len(expected)
    assert polars.read_parquet(tmp_path / "quotes.parquet").to_dicts() == expected


def test_parquet_is_written_in_groups(tables, found, expected, tmp_path, monkeypatch):
    import pyarrow.parquet as pq

    monkeypatch.setattr(tables, "GROUP", 50)
    tables.write_parquet(found, tmp_path / "quotes.parquet")
    file = pq.ParquetFile(tmp_path / "quotes.parquet")
    assert file.num_row_groups == -(-len(expected) // 50)
    assert file.read().to_pylist() == expected


def test_csv_is_read_again(tables, polars, found, expected, tmp_path):
    assert tables.write_csv(iter(found), tmp_path / "quotes.csv") == len(expected)
    read = polars.read_csv(tmp_path / "quotes.csv", schema=tables.to_polars([]).schema)
    assert read.to_dicts() == expected


def test_parquet_of_converted_lines(tables, polars, two, lines, tmp_path):
    assert tables.parquet_of_jsonl(lines, tmp_path / "quotes.parquet") == 2
    read = polars.read_parquet(tmp_path / "quotes.parquet")
    assert read.drop("meta").to_dicts() == list(rows(two))
    assert [json.loads(meta)["views"] for meta in read["meta"]] == [7, 7]


def test_half_a_surrogate_pair_is_no_error(tables, two):
    odd = two.quotes[0].model_copy(update={"text": "Мост \ud83d"})
    assert tables.to_arrow([two.model_copy(update={"quotes": (odd,)})]).to_pylist()[0]["text"] == "Мост ?"


def broken(first: Extraction) -> Iterator[Extraction]:
    yield first
    raise RuntimeError("no more")


@pytest.mark.parametrize("write", ["write_parquet", "write_csv"])
def test_a_file_is_whole_or_as_it_was(tables, two, write, tmp_path):
    path = tmp_path / "quotes"
    path.write_text("before")
    with pytest.raises(RuntimeError, match="no more"):
        getattr(tables, write)(broken(two), path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


QUERY = """
SELECT date, speaker, source, text
FROM 'quotes.parquet'
WHERE speaker = 'Олег Нестеров' AND text ILIKE '%мост%' AND date BETWEEN '2025-05-01' AND '2025-05-31'
ORDER BY date
"""

MAY = [
    ("2025-04-28", "«Мост почти готов», — сказал ТАСС мэр Олег Нестеров."),
    ("2025-05-06", "«Мост откроют к празднику», — сообщил во вторник РБК мэр Олег Нестеров."),
    ("2025-05-07", "Олег Нестеров заявил, что школы закроют на ремонт. Анна Гусева назвала мост «лишним»."),
    ("2025-05-20", "По словам Олега Нестерова, за мостом построят развязку, передаёт Интерфакс."),
]


def test_what_did_he_say_about_it_through_whom_in_may(tables, duckdb, extractor, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    documents = (Document(text=text, published=day) for day, text in MAY)
    tables.write_parquet(extractor.pipe(documents), "quotes.parquet")
    assert duckdb.sql(QUERY).fetchall() == [
        (date(2025, 5, 6), "Олег Нестеров", "РБК", "Мост откроют к празднику"),
        (date(2025, 5, 20), "Олег Нестеров", "Интерфакс", "за мостом построят развязку"),
    ]


def test_other_fields_can_be_asked_for(tables, duckdb, lines, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    tables.parquet_of_jsonl(lines, "quotes.parquet")
    assert duckdb.sql("SELECT DISTINCT meta->>'url' FROM 'quotes.parquet'").fetchall() == [("https://example.ru/1",)]
