"""The report as one HTML file, which needs no other and asks no network for anything.

Vega-Lite draws it; `vl-convert` brings its JavaScript along. Needs the extra `quotex[report]`.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import Any, Final

import vl_convert

from quotex.report.read import KINDS, Said
from quotex.report.tally import Cell, Tally

SCRIPTS = ("tally.js", "plots.js", "quotes.js", "page.js")  # in the order in which they build on each other
LONGEST = 400  # characters of a quote that are shown
LANGUAGE: Final = "ru-RU"
WITHIN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})  # so that no data can end it


def html(tally: Tally, name: str) -> str:
    """The page; `name` is that of the file with the quotes, where a reader can find them all."""
    script = _script()
    return Template(_part("page.html")).substitute(
        title=escape(name),
        digest=b64encode(sha256(script.encode()).digest()).decode(),
        style=_part("page.css"),
        data=json.dumps(_data(tally, name), ensure_ascii=False, separators=(",", ":")).translate(WITHIN_SCRIPT),
        script=script,
    )


def _script() -> str:
    """Vega with what it needs, and the page's own: all that may run, as its digest stands in the page's policy."""
    library = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    return "\n".join((library, *map(_part, SCRIPTS))).replace("</script", "<\\/script")


def _part(name: str) -> str:
    return (files("quotex.report") / name).read_text(encoding="utf-8")


def _data(tally: Tally, name: str) -> dict[str, Any]:
    sides = tally.sides
    return {
        "file": name,
        "speakers": list(sides.speakers),
        "outlets": list(sides.outlets),
        "different": {"speakers": sides.different.speakers, "outlets": sides.different.outlets},
        "kinds": KINDS,
        "grain": sides.window.grain,
        "starts": [start.isoformat() for start in (*sides.window.starts, sides.window.end)],
        "cells": {**_columns(list(tally.cells)), "count": list(tally.cells.values())},
        "sample": {**_columns([cell for cell, _ in tally.sample]), "said": [_shown(said) for _, said in tally.sample]},
        "format": vl_convert.get_format_locale(LANGUAGE),
        "time": vl_convert.get_time_format_locale(LANGUAGE),
    }


def _columns(cells: Sequence[Cell]) -> dict[str, list[int]]:
    return {side: [cell[n] for cell in cells] for n, side in enumerate(Cell._fields)}


def _shown(said: Said) -> dict[str, str]:
    text = said.text if len(said.text) <= LONGEST else f"{said.text[:LONGEST].rstrip()}…"
    return dict(_known(said._replace(text=text)))


def _known(said: Said) -> Iterator[tuple[str, str]]:
    """What is not null, as JSON can hold it."""
    told = zip(said._fields, said, strict=True)
    return ((name, _utf8(str(value))) for name, value in told if value is not None and name not in {"speaker", "kind"})


def _utf8(text: str) -> str:
    return text.encode(errors="replace").decode()  # half a surrogate pair, which no file can hold
