"""Reading the tables: tab-separated, one entry a line, `#` begins a comment."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path


def rows(name: str, folder: Path | None = None, least: int = 1) -> Iterator[list[str]]:
    """The cells of each entry of `tables/<name>.tsv`, or of that file in a folder of one's own (nothing without it).

    Raises ValueError where an entry has fewer cells than `least`.
    """
    place = folder / f"{name}.tsv" if folder else files("quotex.lexicon") / "tables" / f"{name}.tsv"
    if not place.is_file():
        return
    for number, line in enumerate(place.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("\t")]
            if len(cells) < least:
                raise ValueError(f"{place}, line {number}: an entry has at least {least} columns, parted by tabs")
            yield cells
