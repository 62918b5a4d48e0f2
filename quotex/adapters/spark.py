"""Quotes of a Spark DataFrame of articles, by `mapInPandas`. Needs the extra `quotex[spark]` and Java 17.

Every article goes through the same function as a line of `quotex convert`, and so becomes the same record.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial

import pandas as pd
from pyspark import cloudpickle
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as sql
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructField, StructType

from quotex.adapters import columns
from quotex.extractor import Extractor
from quotex.jsonl import Layout, Outcome, convert
from quotex.row import META

LINES = 100  # articles whose results are in memory at a time, besides the batch that Spark gives
LAYOUT = Layout()
PICKLE: Callable[[object], bytes] = cloudpickle.dumps  # takes a lambda too
OUTCOME = "id string, error string, output string"


def records(articles: DataFrame, layout: Layout = LAYOUT, extractor: Callable[[], Extractor] = Extractor) -> DataFrame:
    """A row an article, as `convert` makes it: `id, published, outlet, quotes, meta, error`.

    `articles`: a column with the text and, where there are, those with id, day and outlet (`layout` tells their names);
    all others go into the struct `meta`. An article that cannot be read has an `error`. `extractor` makes the
    Extractor, once in each Python worker.
    """
    meta = [StructField("meta", StructType(_others(articles, layout)))] if _others(articles, layout) else []
    schema = StructType([*from_arrow_schema(columns.nested()).fields, *meta])
    outcomes = _outcomes(articles, replace(layout, flat=False), extractor, schema)
    rest = [sql.col("record")[field.name].alias(field.name) for field in schema.fields[1:]]
    return outcomes.select("id", *rest, "error")


def quotes(articles: DataFrame, layout: Layout = LAYOUT, extractor: Callable[[], Extractor] = Extractor) -> DataFrame:
    """A row a quote, with the columns of `convert --flat`, and the articles' other columns in the struct `meta`.

    An article that cannot be read has none; `records` tells which those are. The arguments are those of `records`.
    """
    others = _others(articles, layout)
    flat = from_arrow_schema(columns.flat()).fields
    schema = StructType([*flat, *(StructField(META + field.name, field.dataType) for field in others)])
    outcomes = _outcomes(articles, replace(layout, flat=True), extractor, schema).where("error is null")
    return outcomes.select(*(_cell(field.name) for field in flat), *_meta(others))


def _others(articles: DataFrame, layout: Layout) -> list[StructField]:
    return [field for field in articles.schema.fields if field.name not in layout.own]


def _cell(name: str) -> Column:
    return sql.col("record")[name].alias(name.removeprefix(META))


def _meta(others: Sequence[StructField]) -> list[Column]:
    return [sql.struct(*(_cell(META + field.name) for field in others)).alias("meta")] if others else []


def _outcomes(articles: DataFrame, layout: Layout, extractor: Callable[[], Extractor], schema: StructType) -> DataFrame:
    """`id`, `error` and the `record` of each line that `convert` writes."""
    lines = articles.select(sql.to_json(sql.struct("*"), {"ignoreNullFields": "false"}).alias("line"))
    work = partial(_converted, recipe=PICKLE(extractor), layout=layout)
    return lines.mapInPandas(work, OUTCOME).withColumn("record", sql.from_json("output", schema))


def _converted(frames: Iterator[pd.DataFrame], recipe: bytes, layout: Layout) -> Iterator[pd.DataFrame]:
    """What a Python worker does with its articles."""
    extractor = _extractor(recipe)
    for frame in frames:
        lines = [line.encode() for line in frame["line"]]
        for start in range(0, len(lines), LINES):
            yield _frame(convert(extractor, lines[start : start + LINES], layout))


@lru_cache(maxsize=1)
def _extractor(recipe: bytes) -> Extractor:
    """One for the life of a worker, which serves many partitions."""
    make: Callable[[], Extractor] = pickle.loads(recipe)
    return make()


def _frame(outcomes: Sequence[Outcome]) -> pd.DataFrame:
    return pd.DataFrame([row for o in outcomes for row in _written(o)], columns=["id", "error", "output"])


def _written(outcome: Outcome) -> Iterator[tuple[str | None, str | None, str | None]]:
    if outcome.error:
        yield outcome.id, outcome.error, None
    for line in outcome.output.splitlines():
        yield outcome.id, None, line.decode()
