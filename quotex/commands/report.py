"""`quotex report`: a page about a batch of quotes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import typer

from quotex.commands.failure import CommandError, failing
from quotex.errors import InputError


def report(
    quotes: Path = typer.Argument(..., help="What quotex convert wrote: JSON lines, flat or not, plain or gzipped."),
    output: Path = typer.Option(..., "-o", "--output", help="Where the page goes; - is stdout."),
) -> None:
    """Make a page about many quotes: who is quoted, through whom, when, and how."""
    from quotex.report.read import said
    from quotex.report.tally import tally

    try:
        from quotex.report.page import html
    except ModuleNotFoundError as missing:
        raise CommandError(f"report needs {missing.name}: pip install 'quotex[report]'") from missing
    if quotes.is_file() and output.exists() and quotes.samefile(output):
        raise CommandError(f"{output} holds the quotes: name another file to write to")
    with failing(InputError, OSError):
        found = tally(partial(said, quotes))
        if not found.total:
            raise InputError(f"{quotes} holds no quotes: there is nothing to report on")
        _write(html(found, quotes.name), output)


def _write(page: str, output: Path) -> None:
    if output == Path("-"):
        print(page)
    else:
        output.write_text(page, encoding="utf-8")
