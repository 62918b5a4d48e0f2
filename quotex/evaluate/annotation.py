"""Gold and predicted quotes, read from JSON lines into one form."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from quotex.errors import InputError
from quotex.span import Stretch

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A quote as one side has it. The gold may give several names, any of which will do; None stands for nobody.

    `basis` is the source's, `rule` the one that predicted the quote.
    """

    kind: str
    spans: tuple[Stretch, ...]
    speaker: tuple[str | None, ...] = (None,)
    source: tuple[str | None, ...] = (None,)
    basis: str | None = None
    date: str | None = None
    cue: Stretch | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A gold article."""

    id: str
    text: str
    quotes: tuple[Annotated, ...]
    published: str | None = None
    outlet: str | None = None


def articles(lines: Iterable[str]) -> Iterator[Article]:
    """The articles of a gold file. Raises InputError at a line that is none."""
    for number, record in _records(lines):
        try:
            quotes = tuple(map(_gold, record["quotes"]))
            yield Article(str(record["id"]), record["text"], quotes, record.get("published"), record.get("outlet"))
        except (KeyError, TypeError) as error:
            raise InputError(f"line {number} is no gold article: {error!r}; it needs id, text and quotes") from error


def predictions(lines: Iterable[str]) -> dict[str, tuple[Annotated, ...]]:
    """The quotes of each article that `quotex convert` wrote, by its id. Raises InputError at a line that is none."""
    found = {}
    for number, record in _records(lines):
        try:
            found[str(record["id"])] = predicted(record["quotes"])
        except (KeyError, TypeError) as error:
            raise InputError(f"line {number} is no output of quotex convert: {error!r}") from error
    return found


def predicted(quotes: Iterable[Record]) -> tuple[Annotated, ...]:
    """The outermost of them: what stands inside another quote is not annotated."""
    return tuple(_predicted(quote) for quote in quotes if quote.get("parent") is None)


def _records(lines: Iterable[str]) -> Iterator[tuple[int, Record]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except ValueError as error:
                raise InputError(f"line {number} is not JSON: {error}") from error


def _gold(quote: Record) -> Annotated:
    return Annotated(
        kind=quote["kind"],
        spans=tuple(map(_stretch, quote["spans"])),
        speaker=tuple(quote["speaker"]["names"]) or (None,),
        source=tuple((quote.get("source") or {}).get("names") or (None,)),
        basis=(quote.get("source") or {}).get("basis"),
        date=(quote.get("date") or {}).get("value"),
        cue=_stretch(quote["cue"]) if quote.get("cue") else None,
    )


def _predicted(quote: Record) -> Annotated:
    return Annotated(
        kind=quote["kind"],
        spans=tuple(map(_stretch, quote["spans"])),
        speaker=((quote.get("speaker") or {}).get("name"),),
        source=((quote.get("source") or {}).get("name"),),
        basis=(quote.get("source") or {}).get("basis"),
        date=(quote.get("date") or {}).get("value"),
        cue=_stretch(quote["cue"]) if quote.get("cue") else None,
        rule=quote.get("rule"),
    )


def _stretch(span: Record | list[int]) -> Stretch:
    """`{"start": 3, "end": 9, …}` of the output or `[3, 9]` of the gold."""
    return Stretch(span["start"], span["end"]) if isinstance(span, dict) else Stretch(*span)
