"""The report as one HTML file, which needs no other and asks no network for anything.

Vega-Lite draws it; `vl-convert` brings its JavaScript along. Needs the extra `quotex[report]`.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import Any, Final

import vl_convert

from quotex.report.read import KINDS, Said
from quotex.report.tally import OUTLETS, SPEAKERS, Cell, Tally

SCRIPTS = (
    "tally.js",
    "plots.js",
    "quotes.js",
    "sections.js",
    "page.js",
)  # each builds on those before it
LONGEST = 400  # characters of a quote that are shown
LANGUAGE: Final = "ru-RU"
WITHIN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})  # so that no data can end it


def html(tally: Tally, name: str) -> str:
    """The page; `name` is that of the file with the quotes, where a reader can find them all."""
    script = _script()
    page = Template(_part("page.html")).substitute(
        title=escape(name),
        speakers=str(SPEAKERS),
        outlets=str(OUTLETS),
        digest=b64encode(sha256(script.encode()).digest()).decode(),
        style=_part("page.css"),
        data=json.dumps(_data(tally, name), ensure_ascii=False, separators=(",", ":")).translate(WITHIN_SCRIPT),
        script=script,
    )
    return page.encode(errors="replace").decode()  # without half surrogate pairs, which no file can hold


def _script() -> str:
    """Vega with what it needs, and the page's own: all that may run, as its digest stands in the page's policy."""
    library = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    own = "\n".join(map(_part, SCRIPTS))
    return f"{library}\n(() => {{\n{own}\n}})();".replace("</script", "<\\/script")


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


def _shown(said: Said) -> dict[str, object]:
    """What the page says of a quote, but for what its cell says, and what is null."""
    text = said.text if len(said.text) <= LONGEST else f"{said.text[:LONGEST].rstrip()}…"
    told = {"voice": said.voice, "outlet": said.outlet, "day": said.day and said.day.isoformat(), "text": text}
    known = {**told, "article": said.article, "link": said.link}
    return {name: value for name, value in known.items() if value is not None}
