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
CONTROL = dict.fromkeys((*range(32), *range(127, 160)), "�")
HARMLESS = CONTROL | str.maketrans({"\t": "\t", "\n": "\n", "\r": ""})  # an article must not steer the terminal


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
    shown = Text.assemble(*(_marked(piece, quotes, styles) for piece in pieces(article, quotes)))
    shown.rstrip()
    return shown


def _styles(quotes: Sequence[Quote]) -> list[str]:
    numbers = voices(quotes)
    return [COLOURS[numbers[voice(quote)] % len(COLOURS)] for quote in quotes]


def _marked(piece: Piece, quotes: Sequence[Quote], styles: Sequence[str]) -> tuple[str, str]:
    """`⟦1 Мы готовы⟧`, with the number that the quote has in the table."""
    opening = "".join(f"{BRACKETS[quotes[n].kind][0]}{n + 1} " for n in piece.opens)
    closing = "".join(BRACKETS[quotes[n].kind][1] for n in piece.closes)
    style = _outside(piece, styles) if piece.quote is None else styles[piece.quote]
    return f"{opening}{piece.text.translate(HARMLESS)}{closing}", style


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
    return ((voice(quote) or NOBODY) + (f", {role}" if role else "")).translate(HARMLESS)


def _what(quote: Quote) -> str:
    """`⟦Мы готовы … Ждём ответа⟧`, on one line."""
    opening, closing = BRACKETS[quote.kind]
    said = " … ".join(" ".join(span.text.translate(HARMLESS).split()) for span in quote.spans)
    return f"{opening}{said}{closing}"


def _rest(quote: Quote) -> tuple[str, str, str]:
    return quote.kind, quote.source.name if quote.source else NOBODY, str(quote.date.value) if quote.date else NOBODY
