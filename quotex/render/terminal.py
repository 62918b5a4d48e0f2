"""An article with its quotes for a terminal: colours by speaker, brackets by kind, and a table of who said what."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from quotex.model import Extraction, Quote
from quotex.render.pieces import Piece, pieces, voice, voices

BRACKETS = {"direct": ("⟦", "⟧"), "indirect": ("⟨", "⟩"), "mixed": ("⟪", "⟫")}
COLOURS = ("green", "cyan", "magenta", "yellow", "blue", "red", "bright_green", "bright_cyan", "bright_magenta")
NOBODY = "—"


def text(article: str, found: Extraction, width: int = 100, colour: bool = False) -> str:
    """The article with its quotes marked, and a table of them, in lines of at most `width` characters."""
    console = Console(file=StringIO(), width=width, force_terminal=colour, highlight=False)
    console.print(_article(article, found.quotes))
    console.print()
    console.print(_table(found.quotes) if found.quotes else "no quotes")
    return "\n".join(line.rstrip() for line in _written(console).splitlines())


def _written(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def _article(article: str, quotes: Sequence[Quote]) -> Text:
    styles = _styles(quotes)
    return Text.assemble(*(_marked(piece, quotes, styles) for piece in pieces(article, quotes)))


def _styles(quotes: Sequence[Quote]) -> list[str]:
    numbers = voices(quotes)
    return [COLOURS[numbers[voice(quote)] % len(COLOURS)] for quote in quotes]


def _marked(piece: Piece, quotes: Sequence[Quote], styles: Sequence[str]) -> tuple[str, str]:
    """`⟦1 Мы готовы⟧`, with the number that the quote has in the table."""
    if piece.quote is None:
        return piece.text, _outside(piece, styles)
    opening, closing = BRACKETS[quotes[piece.quote].kind]
    before = f"{opening}{piece.quote + 1} " if piece.opens else ""
    return f"{before}{piece.text}{closing if piece.closes else ''}", styles[piece.quote]


def _outside(piece: Piece, styles: Sequence[str]) -> str:
    """The author's words: cues in italics, speakers bold in their colour."""
    bold = "" if piece.mention is None else f"bold {styles[piece.mention]}"
    return f"{bold}{' italic' if piece.cue else ''}".strip()


def _table(quotes: Sequence[Quote]) -> Table:
    table = Table("", Column("who", ratio=2), Column("what", ratio=4), "kind", "source", "date", expand=True)
    for number, (quote, style) in enumerate(zip(quotes, _styles(quotes), strict=True), 1):
        first = voice(quote) not in map(voice, quotes[: number - 1])
        table.add_row(str(number), Text(_who(quote, first), style), Text(_what(quote)), *_rest(quote))
    return table


def _who(quote: Quote, with_role: bool) -> str:
    """`Олег Нестеров, министр транспорта`"""
    role = quote.speaker.role if quote.speaker and with_role else None
    return (voice(quote) or NOBODY) + (f", {role}" if role else "")


def _what(quote: Quote) -> str:
    """`⟦Мы готовы … Ждём ответа⟧`, on one line."""
    opening, closing = BRACKETS[quote.kind]
    return f"{opening}{' … '.join(' '.join(span.text.split()) for span in quote.spans)}{closing}"


def _rest(quote: Quote) -> tuple[str, str, str]:
    return quote.kind, quote.source.name if quote.source else NOBODY, str(quote.date.value) if quote.date else NOBODY
