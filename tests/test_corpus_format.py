"""The project's own gold: each row is well formed and keeps the mechanical part of the annotation guide."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).parents[1] / "corpus"
FILES = sorted(path.name for path in CORPUS.glob("*.jsonl"))
ROWS = {name: [json.loads(line) for line in (CORPUS / name).read_text("utf-8").splitlines()] for name in FILES}
ROW = {"id", "published", "outlet", "text", "quotes"}
QUOTE = {"kind", "spans", "cue", "speaker", "source", "date"}
KINDS = {"direct", "indirect", "mixed"}
SPEAKERS = {"person", "organization", "group", "unnamed"}
SHORTEST, LONGEST = 500, 3_000
ODD = "[\u00a0\u00ad\u200b\u202f\ufeff\r]"  # hard and soft spaces and hyphens, line ends of Windows
MARKS = '«»„“”"'
# Nobody who lives has words put into the mouth: persons of the articles are invented.
LIVING = {
    "Путин", "Медведев", "Мишустин", "Песков", "Лавров", "Шойгу", "Белоусов", "Захарова", "Матвиенко", "Володин",
    "Набиуллина", "Силуанов", "Собянин", "Кадыров", "Лукашенко", "Зеленский", "Порошенко", "Токаев", "Пашинян",
    "Трамп", "Байден", "Макрон", "Шольц", "Мерц", "Меркель", "Стармер", "Орбан", "Эрдоган", "Нетаньяху", "Маск",
}  # fmt: skip

Row = dict[str, Any]
Problems = Iterator[str]


def _iso(value: object) -> bool:
    return isinstance(value, str) and date.fromisoformat(value).isoformat() == value


def _meet(one: list[int], other: list[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _names(found: Row | None) -> set[str]:
    return set(found["names"]) - {None} if found else set()


def fields(row: Row) -> Problems:
    if set(row) != ROW or any(set(q) != QUOTE for q in row["quotes"]):
        yield "fields"
    if row["outlet"] is not None and not row["outlet"].strip():
        yield "an empty outlet"
    if not SHORTEST <= len(row["text"]) <= LONGEST:
        yield f"{len(row['text'])} characters"


def days(row: Row) -> Problems:
    if row["published"] is not None and not _iso(row["published"]):
        yield f"published {row['published']}"
    for found in filter(None, (q["date"] for q in row["quotes"])):
        if not _iso(found["value"]) or found["basis"] not in {"explicit", "document"}:
            yield f"date {found}"
        if row["published"] and found["value"] > row["published"]:
            yield f"{found['value']} is after publication"
        if row["published"] and found["basis"] == "document" and found["value"] != row["published"]:
            yield f"{found['value']} is not the day of publication"


def documents_agree(row: Row) -> Problems:
    """An article has one outlet and one day."""
    for part, key in (("source", "names"), ("date", "value")):
        known = {str(q[part][key]) for q in row["quotes"] if q[part] and q[part]["basis"] == "document"}
        if len(known) > 1:
            yield f"several for the document: {known}"


def enumerations(row: Row) -> Problems:
    for quote in row["quotes"]:
        if quote["kind"] not in KINDS or quote["speaker"]["kind"] not in SPEAKERS:
            yield f"{quote['kind']}, {quote['speaker']['kind']}"
        if quote["source"] and quote["source"]["basis"] not in {"explicit", "inherited", "document"}:
            yield f"source {quote['source']}"


def places(row: Row) -> Problems:
    """Spans, cues and mentions lie in the text, hold something, and begin and end with it."""
    for quote in row["quotes"]:
        for start, end in [*quote["spans"], *filter(None, (quote["cue"], quote["speaker"].get("mention")))]:
            held = row["text"][start:end]
            if not 0 <= start < end <= len(row["text"]) or held != held.strip() or not re.search(r"\w", held):
                yield f"{start}:{end} {held!r}"


def apart(row: Row) -> Problems:
    """Quotes stand in the order of the text, and no content meets another, nor any cue."""
    spans = [span for quote in row["quotes"] for span in quote["spans"]]
    for quote in row["quotes"]:
        if quote["spans"] != sorted(quote["spans"]) or not quote["spans"]:
            yield f"order of {quote['spans']}"
    if [q["spans"][0] for q in row["quotes"]] != sorted(q["spans"][0] for q in row["quotes"]):
        yield "order of quotes"
    yield from (f"{a} meets {b}" for a, b in pairwise(sorted(spans)) if _meet(a, b))
    cues = [q["cue"] for q in row["quotes"] if q["cue"]]
    yield from (f"cue {row['text'][c[0] : c[1]]!r} in a content" for c in cues for s in spans if _meet(c, s))


def marks(row: Row) -> Problems:
    for quote in row["quotes"]:
        texts = [row["text"][start:end] for start, end in quote["spans"]]
        if quote["kind"] == "mixed" and not any(mark in text for text in texts for mark in MARKS):
            yield f"mixed without marks: {texts}"
        if any(text[-1] in ".,:;" and not text.endswith("...") and not text[-2:].isalnum() for text in texts):
            yield f"ends in a mark: {texts}"


def voices(row: Row) -> Problems:
    for quote in row["quotes"]:
        speaker = quote["speaker"]
        if not _names(speaker) and speaker["kind"] != "unnamed":
            yield f"a {speaker['kind']} without a name"
        if any(name != name.strip() or not name for name in _names(speaker) | _names(quote["source"])):
            yield f"name {speaker['names']}, {quote['source']}"
        if any(name.split()[-1] in LIVING for name in _names(speaker)):
            yield f"{speaker['names']} live"


def sources(row: Row) -> Problems:
    """What a quote inherits, another of its speaker has."""
    for quote in row["quotes"]:
        own = quote["source"]
        if own and not own["names"]:
            yield "a source without a name"
        kin = [q for q in row["quotes"] if q is not quote and _names(q["speaker"]) & _names(quote["speaker"])]
        if own and own["basis"] == "inherited" and not any(_explicit(q) & _names(own) for q in kin):
            yield f"inherited from nobody: {own['names']}"


def _explicit(quote: Row) -> set[str]:
    return _names(quote["source"]) if quote["source"] and quote["source"]["basis"] == "explicit" else set()


CHECKS = [fields, days, documents_agree, enumerations, places, apart, marks, voices, sources]


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("name", FILES)
def test_rows(name: str, check: Callable[[Row], Problems]) -> None:
    found = {row["id"]: told for row in ROWS[name] if (told := list(check(row)))}
    assert found == {}


def test_ids_are_unique() -> None:
    ids = [row["id"] for rows in ROWS.values() for row in rows]
    assert len(set(ids)) == len(ids)


def test_there_is_enough_of_each() -> None:
    rows = ROWS["news.jsonl"]
    assert len(rows) >= 60
    assert sum(not row["quotes"] for row in rows) >= len(rows) / 13
    assert sum(bool(row["published"]) for row in rows) >= len(rows) / 3


def _counted(rows: list[Row]) -> dict[str, int]:
    """What the corpus page says of a file."""
    quotes = [quote for row in rows for quote in row["quotes"]]
    kinds, speakers = Counter(q["kind"] for q in quotes), Counter(q["speaker"]["kind"] for q in quotes)
    bases = {p: Counter(q[p]["basis"] if q[p] else "none" for q in quotes) for p in ("source", "date")}
    lengths = sorted(len(row["text"]) for row in rows)
    return {
        "articles": len(rows),
        "… without a quote": sum(not row["quotes"] for row in rows),
        "… with `published`": sum(bool(row["published"]) for row in rows),
        "… with `outlet`": sum(bool(row["outlet"]) for row in rows),
        "… with odd characters": sum(bool(re.search(ODD, row["text"])) for row in rows),
        "characters in all": sum(lengths),
        "… of the shortest article": lengths[0],
        "… of the middle one": lengths[len(lengths) // 2],
        "… of the longest": lengths[-1],
        "quotes": len(quotes),
        **{kind: kinds[kind] for kind in ("indirect", "direct", "mixed")},
        "of several spans": sum(len(q["spans"]) > 1 for q in quotes),
        "without a cue": sum(not q["cue"] for q in quotes),
        **{f"said by: {kind}": speakers[kind] for kind in ("person", "organization", "group", "unnamed")},
        "speakers for whom several names will do": sum(len(q["speaker"]["names"]) > 1 for q in quotes),
        **{f"source: {basis}": bases["source"][basis] for basis in ("explicit", "inherited", "document", "none")},
        **{f"date: {basis}": bases["date"][basis] for basis in ("explicit", "document", "none")},
    }


def test_the_page_about_the_corpus_counts_right() -> None:
    counted = [_counted(ROWS[name]) for name in ("news.jsonl", "robust.jsonl", "blind.jsonl")]
    table = {f"| {what} | {' | '.join(str(c[what]) for c in counted)} |" for what in counted[0]}
    assert table - set((CORPUS / "README.md").read_text("utf-8").splitlines()) == set()
