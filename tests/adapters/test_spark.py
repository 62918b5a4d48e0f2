"""Quotes of a Spark DataFrame: a real local Spark with two Python workers."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyspark", reason="PySpark is not installed: pip install 'quotex[spark]'")
pytest.importorskip("pandas", reason="pandas is not installed: pip install 'quotex[spark]'")
pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'quotex[spark]'")

from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql import functions as sql

from quotex.adapters import spark as adapter
from quotex.extractor import Extractor
from quotex.jsonl import Layout, convert
from quotex.lexicon import Lexicon

pytestmark = pytest.mark.filterwarnings("ignore")  # Spark's own, about itself

CORPUS = Path(__file__).parent.parent.parent / "corpus"
TEXTS = 100
TEXT = "«Мост откроют», — сказал ТАСС мэр Олег Нестеров."


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """The corpus as JSON lines with a field more, until there are enough."""
    files = [path.read_text(encoding="utf-8").split("\n") for path in sorted(CORPUS.glob("*.jsonl"))]
    read = [json.loads(line) for file in files for line in file if line]
    fields = [{k: a[k] for k in ("id", "text", "published", "outlet")} for a in read]
    return [json.dumps({**a, "url": f"https://example.ru/{n}", "views": n}) for n, a in enumerate(fields[:TEXTS])]


@pytest.fixture(scope="module")
def path(lines: list[str], tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("spark") / "articles.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return str(file)


@pytest.fixture(scope="module")
def articles(session: SparkSession, path: str) -> DataFrame:
    return session.read.json(path).repartition(4)


def converted(extractor: Extractor, lines: list[str], **layout: Any) -> list[dict[str, Any]]:
    """What `quotex convert` writes."""
    outcomes = convert(extractor, [line.encode() for line in lines], Layout(**layout))
    return [json.loads(line) for outcome in outcomes for line in outcome.output.splitlines()]


def plain(row: Row) -> dict[str, Any]:
    """A row as `json.loads` would give it."""
    return json.loads(json.dumps(row.asDict(recursive=True), default=date.isoformat))


def test_records_are_those_of_convert(articles, extractor, lines):
    rows = map(plain, adapter.records(articles).orderBy("meta.views").collect())
    made = [{name: value for name, value in row.items() if name != "error"} for row in rows]
    assert made == converted(extractor, lines)
    assert sum(len(record["quotes"]) for record in made) > 300


def test_quotes_are_those_of_convert(articles, extractor, lines):
    rows = map(plain, adapter.quotes(articles).orderBy("meta.views", "quote").collect())
    assert list(map(flat, rows)) == converted(extractor, lines, flat=True)


def flat(row: dict[str, Any]) -> dict[str, Any]:
    """`{…, "meta": {"url": …}}` → `{…, "meta.url": …}`, as a line of `convert --flat` has it."""
    meta = {f"meta.{name}": value for name, value in row.pop("meta").items()}
    return row | meta


def test_from_jsonl_to_parquet(session, path, extractor, lines, tmp_path):
    adapter.quotes(session.read.json(path).limit(10)).write.parquet(str(tmp_path / "quotes"))
    again = session.read.parquet(str(tmp_path / "quotes"))
    assert again.count() == len(converted(extractor, lines[:10], flat=True))
    assert again.schema["date"].dataType.simpleString() == "date"
    assert again.where("meta.url = 'https://example.ru/3'").count() > 0


def test_from_parquet_with_other_names_and_types(session, tmp_path):
    row = Row(guid=5, body=TEXT, day=date(2025, 1, 29), site="РБК")
    session.createDataFrame([row]).write.parquet(str(tmp_path / "articles"))
    layout = Layout(text="body", id="guid", published="day", outlet="site")
    (found,) = adapter.records(session.read.parquet(str(tmp_path / "articles")), layout).collect()
    assert (found.id, found.published, found.outlet, found.error) == ("5", date(2025, 1, 29), "РБК", None)
    assert (found.quotes[0].speaker.name, found.quotes[0].source.name) == ("Олег Нестеров", "ТАСС")
    assert "meta" not in found


def test_a_bad_article_stops_nothing(session):
    rows = [("a", TEXT, "2025-01-29"), ("b", None, None), ("c", TEXT, "29.01.2025"), ("d", "", None)]
    articles = session.createDataFrame(rows, "id string, text string, published string")
    found = {row.id: (len(row.quotes or ()), row.error) for row in adapter.records(articles).collect()}
    assert (found["a"], found["d"]) == ((1, None), (0, None))
    assert "must be a str" in found["b"][1]
    assert "YYYY-MM-DD" in found["c"][1]
    assert [row.id for row in adapter.quotes(articles).collect()] == ["a"]


def test_an_extractor_of_ones_own(session):
    def make() -> Extractor:
        people = {"Олег Иванович Нестеров": ["Олег Нестеров"]}
        return Extractor(Lexicon.default().extend(people=people))

    (found,) = adapter.quotes(session.createDataFrame([(TEXT,)], "text string"), extractor=make).collect()
    assert found.speaker == "Олег Иванович Нестеров"


def test_models_are_loaded_once_a_worker(session, tmp_path):
    """Eight partitions, two workers: at most two loads."""
    folder = str(tmp_path)

    def make() -> Extractor:
        import tempfile

        tempfile.mkstemp(dir=folder)
        return Extractor()

    articles = session.createDataFrame([(TEXT,)] * 64, "text string").repartition(8)
    assert adapter.quotes(articles, extractor=make).count() == 64
    assert 1 <= len(list(tmp_path.iterdir())) <= 2  # as many as the session has


def test_a_query_on_what_came_out(articles):
    """The column names are good for SQL."""
    told = adapter.quotes(articles).where("speaker is not null").groupBy("speaker").agg(sql.count("*").alias("n"))
    assert told.where("n > 1").count() > 5
