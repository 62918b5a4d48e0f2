"""An article with its quotes as a part of a page: for a file of its own, and for the page that `serve` shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotex.model import Extraction, Quote
from quotex.render.escape import hint, shown
from quotex.render.labels import RU, Labels
from quotex.render.legend import colours, legend
from quotex.render.pieces import Piece, pieces, voice, voices
from quotex.render.records import about, records


@dataclass(frozen=True, slots=True)
class View:
    """Markup, and the style that goes with this article alone; `assets/page.css` has what all of them share."""

    html: str
    css: str


def view(article: str, found: Extraction, labels: Labels = RU) -> View:
    """The article with its quotes marked, who speaks, and a list of the quotes that leads to their places."""
    quotes = found.quotes
    parts = (
        legend(quotes, labels) if quotes else "",
        f'<article lang="ru">{_article(article, quotes, labels)}</article>',
        f'<aside aria-label="{labels.quotes}">\n{records(quotes, labels)}\n</aside>',
    )
    return View("\n".join(('<div class="view">', *filter(None, parts), "</div>")), colours(quotes))


def _article(article: str, quotes: Sequence[Quote], labels: Labels) -> str:
    names, seen = voices(quotes), set[int]()
    numbers = [names[voice(quote)] for quote in quotes]
    return "".join(_marked(piece, quotes, numbers, seen, labels) for piece in pieces(article, quotes))


def _marked(piece: Piece, quotes: Sequence[Quote], numbers: Sequence[int], seen: set[int], labels: Labels) -> str:
    text = _outside(piece, numbers)
    if piece.quote is None:
        return text
    quote = quotes[piece.quote]
    heads = "".join(_number(n, quotes[n], numbers[n], seen, labels) for n in piece.opens)
    around = " ".join(map(str, sorted({numbers[n] for n in piece.around})))
    title = hint(_title(piece.quote, quote, labels))
    return (
        f'{heads}<mark class="{quote.kind} v{numbers[piece.quote]}" data-quote="{piece.quote + 1}"'
        f' data-voices="{around}" title="{title}"{_end(piece, labels)}>{text}</mark>'
    )


def _number(index: int, quote: Quote, number: int, seen: set[int], labels: Labels) -> str:
    """What stands before a span and leads to the record; the first one is where the record leads back."""
    place = "" if index in seen else f' id="q{index + 1}"'
    seen.add(index)
    name = hint(f"{labels.quote} {_title(index, quote, labels)}")
    return (
        f'<a class="number v{number}" data-voices="{number}" data-quote="{index + 1}" href="#r{index + 1}"{place}'
        f' aria-label="{name}">{index + 1}</a>'
    )


def _title(index: int, quote: Quote, labels: Labels) -> str:
    """`3. Олег Нестеров · прямая · ТАСС · 29.01.2025`"""
    return f"{index + 1}. {voice(quote) or labels.nobody} · {about(quote, labels)}"


def _end(piece: Piece, labels: Labels) -> str:
    """What a screen reader says where quotes end."""
    ends = ", ".join(f"{labels.end} {n + 1}" for n in piece.closes)
    return f' data-end="{ends}"' if ends else ""


def _outside(piece: Piece, numbers: Sequence[int]) -> str:
    """Cues in italics, speakers bold in their colour."""
    text = f"<i>{shown(piece.text)}</i>" if piece.cue else shown(piece.text)
    return text if piece.mention is None else f'<b class="v{numbers[piece.mention]}">{text}</b>'
