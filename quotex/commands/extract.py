"""`quotex extract`: one article."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path

import typer
from rich.console import Console

from quotex.commands.failure import CommandError, failing
from quotex.commands.lexicon import CONFIDENCE, HELP, extractor
from quotex.errors import InputError
from quotex.model import Document, Extraction

PAGES = (".html", ".htm", ".xhtml")
WIDTH = 100  # of what is no terminal


class Format(StrEnum):
    """How the quotes are shown."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def extract(
    file: Path = typer.Argument(..., help="A text file with one article, in UTF-8, or a web page (.html); - is stdin."),
    published: str | None = typer.Option(None, metavar="YYYY-MM-DD", help="Day of publication: the base of «вчера»."),
    outlet: str | None = typer.Option(None, help="The outlet that published it."),
    shape: Format = typer.Option(Format.TEXT, "--format", help="How to show the quotes."),
    min_confidence: float = typer.Option(0.0, min=0.0, max=1.0, help=CONFIDENCE),
    lexicon: Path | None = typer.Option(None, metavar="DIR", help=HELP),
) -> None:
    """Show the quotes of one article."""
    given = _page(file) if file.suffix.lower() in PAGES else Document(text=_text(file))
    with failing(InputError):
        found = extractor(lexicon, min_confidence).extract(
            given.text, published or given.published, outlet or given.outlet
        )
    print(_shown(given.text, found, shape))


def _shown(text: str, found: Extraction, shape: Format) -> str:
    from quotex import render

    match shape:
        case Format.JSON:
            return found.model_dump_json(indent=2)
        case Format.HTML:
            return render.html(text, found)
        case Format.TEXT:
            terminal = Console()
            width = terminal.width if terminal.is_terminal else WIDTH
            return render.text(text, found, width, terminal.is_terminal)


def _page(file: Path) -> Document:
    """The article on a web page, with the day and the outlet that the page states."""
    try:
        from quotex.adapters.html import article
    except ModuleNotFoundError as missing:
        raise CommandError(f"{file}: web pages need {missing.name}: pip install 'quotex[html]'") from missing
    with failing(OSError):
        return article(file.read_bytes())


def _text(file: Path) -> str:
    """The article exactly as it is: line ends too, which the offsets count."""
    with failing(OSError):
        raw = sys.stdin.buffer.read() if file == Path("-") else file.read_bytes()
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise CommandError(f"{file}: not UTF-8 ({error.reason} at byte {error.start}); convert it first") from error
