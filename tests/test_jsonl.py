"""A line with an article becomes a line with its quotes, or an error that says what was wrong."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from quotex.extractor import Extractor
from quotex.jsonl import Layout, Outcome, convert
from quotex.model import Document, Extraction

TEXT = "«Мост откроют в мае», — сказал мэр Олег Нестеров. Он добавил, что движение будет бесплатным."


@pytest.fixture
def outcome(extractor: Extractor) -> Callable[..., Outcome]:
    def one(line: str | bytes, **layout: Any) -> Outcome:
        return convert(extractor, [line if isinstance(line, bytes) else line.encode()], Layout(**layout))[0]

    return one


def line(**fields: Any) -> str:
    return json.dumps(fields, ensure_ascii=False)


def records(outcome: Outcome) -> list[dict[str, Any]]:
    return [json.loads(row) for row in outcome.output.splitlines()]


def test_an_article_becomes_a_record(outcome: Callable[..., Outcome]) -> None:
    (record,) = records(outcome(line(id="a1", text=TEXT, published="2025-01-29", outlet="ТАСС", url="u", views=7)))
    assert list(record) == ["id", "published", "outlet", "quotes", "meta"]
    assert (record["id"], record["published"], record["outlet"]) == ("a1", "2025-01-29", "ТАСС")
    assert record["meta"] == {"url": "u", "views": 7}
    assert [quote["text"] for quote in record["quotes"]] == ["Мост откроют в мае", "движение будет бесплатным"]


def test_flat_rows_stand_for_quotes(outcome: Callable[..., Outcome]) -> None:
    first, second = records(outcome(line(id="a1", text=TEXT, url="u"), flat=True))
    assert first.keys() == second.keys()
    assert not any(isinstance(value, dict | list) for value in first.values())
    assert (first["id"], first["quote"], first["text"], first["kind"], first["speaker"], first["meta.url"]) == (
        "a1", 0, "Мост откроют в мае", "direct", "Олег Нестеров", "u",
    )  # fmt: skip
    assert TEXT[second["start"] : second["end"]] == second["text"] == "движение будет бесплатным"


def test_flat_article_without_quotes_is_no_row(outcome: Callable[..., Outcome]) -> None:
    assert outcome(line(text="Мост открыли."), flat=True) == Outcome()


def test_csv_rows_are_the_flat_ones(outcome: Callable[..., Outcome]) -> None:
    given = line(id="a1", text=TEXT, published="2025-01-29", url="u", views=7)
    file = Layout(csv=True).head + outcome(given, csv=True).output
    found = list(csv.DictReader(file.decode().splitlines()))
    for row, flat in zip(found, records(outcome(given, flat=True)), strict=True):
        assert json.loads(row.pop("meta")) == {"url": flat.pop("meta.url"), "views": flat.pop("meta.views")}
        assert row == {name: "" if value is None else str(value) for name, value in flat.items()}


def test_only_csv_has_a_head() -> None:
    assert (Layout().head, Layout(flat=True).head) == (b"", b"")
    assert Layout(csv=True).head.count(b"\n") == 1


def test_fields_may_have_other_names(outcome: Callable[..., Outcome]) -> None:
    layout = {"text": "body", "id": "guid", "published": "day", "outlet": "site"}
    (record,) = records(outcome(line(body=TEXT, guid=5, day="2025-01-29", site="РБК", text="t"), **layout))
    assert (record["id"], record["published"], record["outlet"], record["meta"]) == (
        "5", "2025-01-29", "РБК", {"text": "t"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "name", "said"),
    [
        ("{", None, "not JSON"),
        ("[1]", None, "a JSON object, not list"),
        ('{"id": 1}', "1", "no field 'text'"),
        ('{"id": "a", "text": 5}', "a", "the text must be a str, not int"),
        ('{"id": "a", "text": null}', "a", "the text must be a str, not NoneType"),
        ('{"id": "a", "text": "т", "published": "29.01.2025"}', "a", "YYYY-MM-DD"),
        ('{"id": "a", "text": "т", "published": 20250129}', "a", "YYYY-MM-DD"),
        ('{"id": "a", "text": "т", "outlet": 7}', "a", "outlet must be a string or null, not int"),
        ('{"id": "a", "text": "т", "n": NaN}', None, "NaN is no JSON number"),
        (b'{"text": "\xff"}', None, "not UTF-8"),
        ("[" * 100_000, None, "RecursionError"),
    ],
)
def test_a_bad_line_says_what_is_wrong(
    outcome: Callable[..., Outcome], raw: str | bytes, name: str | None, said: str
) -> None:
    bad = outcome(raw)
    assert (bad.output, bad.quotes, bad.id) == (b"", 0, name)
    assert said in (bad.error or "")


def test_bom_and_half_a_surrogate_pair_are_no_errors(outcome: Callable[..., Outcome]) -> None:
    assert records(outcome("\ufeff" + line(text=TEXT)))[0]["quotes"]
    (record,) = records(outcome('{"text": "", "note": "\\ud83d"}'))
    assert record["meta"] == {"note": "\ud83d"}


class Moody:
    """An extractor that fails at one text, as no extractor should."""

    def pipe(self, documents: list[Document]) -> Iterator[Extraction]:
        return map(self.extract, documents)

    def extract(self, document: Document) -> Extraction:
        if document.text == "bad":
            raise KeyError("нет")
        return Extraction(id=document.id, version="0")


def test_a_failing_article_spoils_no_other() -> None:
    lines = [line(id=str(n), text="bad" if n == 1 else "good").encode() for n in range(3)]
    found = convert(Moody(), lines, Layout())  # type: ignore[arg-type]
    assert [outcome.error for outcome in found] == [None, "KeyError: 'нет'", None]
    assert [records(outcome)[0]["id"] for outcome in found if outcome.output] == ["0", "2"]
