"""The quotes in a file that `quotex convert` wrote: a line an article or a line a quote, packed or not."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast, get_args

from quotex.errors import InputError
from quotex.model import QuoteKind

GZIP = b"\x1f\x8b"
KINDS: tuple[str, ...] = get_args(QuoteKind)
UNNAMED = "unnamed"  # the kind of a speaker whom nobody names
WEB = ("http://", "https://")


class Said(NamedTuple):
    """What a report needs of a quote. `speaker` is null where nobody is named; `voice` is what stands there then."""

    speaker: str | None
    voice: str | None
    outlet: str | None
    day: date | None
    kind: str
    text: str
    article: str | None = None
    link: str | None = None


def said(path: Path) -> Iterator[Said]:
    """The quotes, one after another. Raises InputError at a line that `convert` did not write, OSError as `open`."""
    with _opened(path) as file:
        try:
            for number, line in enumerate(file, 1):
                yield from _quotes(line, f"{path}, line {number}")
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise InputError(f"{path} cannot be read further ({error}): copy or make it anew") from error


def _opened(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        packed = file.read(2) == GZIP
    return cast("BinaryIO", gzip.open(path)) if packed else path.open("rb")


def _quotes(line: bytes, place: str) -> list[Said]:
    try:
        record = json.loads(line)
        return _nested(record) if "quotes" in record else [_flat(record)]
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise InputError(f"{place} is no JSON record of quotes: give a file that `quotex convert` wrote") from error


def _nested(record: dict[str, Any]) -> list[Said]:
    link = (record.get("meta") or {}).get("url")
    return [_said(_flattened(quote), record["id"], link) for quote in record["quotes"]]


def _flattened(quote: dict[str, Any]) -> dict[str, Any]:
    speaker, source, day = quote["speaker"] or {}, quote["source"] or {}, quote["date"] or {}
    names = {"speaker": speaker.get("name"), "speaker_kind": speaker.get("kind"), "source": source.get("name")}
    return {**quote, **names, "date": day.get("value")}


def _flat(record: dict[str, Any]) -> Said:
    return _said(record, record["id"], record.get("meta.url"))


def _said(quote: dict[str, Any], article: str | None, link: object) -> Said:
    if quote["kind"] not in KINDS:
        raise ValueError(quote["kind"])
    voice = _one_line(quote["speaker"])
    return Said(
        speaker=None if quote["speaker_kind"] == UNNAMED else voice,
        voice=voice,
        outlet=_one_line(quote["source"]),
        day=date.fromisoformat(quote["date"]) if quote["date"] else None,
        kind=quote["kind"],
        text=_one_line(quote["text"]) or "",
        article=article,
        link=link if isinstance(link, str) and link.startswith(WEB) else None,
    )


def _one_line(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None
