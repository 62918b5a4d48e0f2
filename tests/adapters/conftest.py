"""Articles of the project's own corpus, and what `extract` makes of them: the adapters must say the same."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
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


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A local Spark with two Python workers."""
    spark = pytest.importorskip("pyspark.sql", reason="PySpark is not installed: pip install 'quotex[spark]'")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("Spark needs Java 17, and there is none")
    builder = spark.SparkSession.builder.master("local[2]").appName("quotex")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("spark")),
    }
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PYSPARK_PYTHON", sys.executable)  # the Python in which quotex is installed
        made = builder.config(map=settings).getOrCreate()
        made.sparkContext.setLogLevel("OFF")
        yield made
        made.stop()
