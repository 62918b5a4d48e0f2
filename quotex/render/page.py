"""An article with its quotes as one HTML file that needs no other."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from importlib.resources import files
from string import Template

from quotex.model import Extraction, Quote
from quotex.render.pieces import Piece, pieces, voice, voices

GOLDEN = 137.508  # degrees: hues at this distance stay apart, however many there are
NOBODY = "nobody named"


def html(article: str, found: Extraction, title: str = "quotex") -> str:
    """The page: the article with its quotes marked, who speaks, and a list of the quotes that leads to their places."""
    page = Template((files("quotex.render") / "page.html").read_text(encoding="utf-8"))
    return page.substitute(
        title=escape(title),
        about=escape(" · ".join(filter(None, (str(found.published or ""), found.outlet, f"quotex {found.version}")))),
        article=_article(article, found.quotes),
        voices=_voices(found.quotes),
        quotes=_list(found.quotes),
    )


def _article(article: str, quotes: Sequence[Quote]) -> str:
    hues, seen = _hues(quotes), set[int]()
    return "".join(_marked(piece, quotes, hues, seen) for piece in pieces(article, quotes))


def _hues(quotes: Sequence[Quote]) -> list[int]:
    """A hue for each quote, the same for all quotes of a speaker."""
    numbers = voices(quotes)
    return [round(numbers[voice(quote)] * GOLDEN) % 360 for quote in quotes]


def _marked(piece: Piece, quotes: Sequence[Quote], hues: Sequence[int], seen: set[int]) -> str:
    text = _outside(piece, hues)
    if piece.quote is None:
        return text
    quote, hue = quotes[piece.quote], hues[piece.quote]
    numbers = "".join(_number(n, seen) for n in piece.opens)
    hint = escape(f"{piece.quote + 1}. {voice(quote) or NOBODY} · {quote.kind}")
    return f'<mark class="{quote.kind}" style="--hue:{hue}" title="{hint}">{numbers}{text}</mark>'


def _number(quote: int, seen: set[int]) -> str:
    """The number at the head of a span; the first one is where links lead."""
    place = "" if quote in seen else f' id="q{quote + 1}"'
    seen.add(quote)
    return f"<sup{place}>{quote + 1}</sup>"


def _outside(piece: Piece, hues: Sequence[int]) -> str:
    text = escape(piece.text)
    if piece.cue:
        text = f"<i>{text}</i>"
    return text if piece.mention is None else f'<b style="--hue:{hues[piece.mention]}">{text}</b>'


def _voices(quotes: Sequence[Quote]) -> str:
    """The legend: every speaker with a colour and the numbers of their quotes."""
    hues = _hues(quotes)
    said = {name: [n for n, quote in enumerate(quotes) if voice(quote) == name] for name in voices(quotes)}
    return "\n".join(_voice(name, numbers, hues[numbers[0]]) for name, numbers in said.items())


def _voice(name: str | None, numbers: Sequence[int], hue: int) -> str:
    links = " ".join(f'<a href="#q{n + 1}">{n + 1}</a>' for n in numbers)
    return f'<li><span class="swatch" style="--hue:{hue}"></span>{escape(name or NOBODY)} {links}</li>'


def _list(quotes: Sequence[Quote]) -> str:
    hues = _hues(quotes)
    return "\n".join(_entry(n, quote, hue) for n, (quote, hue) in enumerate(zip(quotes, hues, strict=True), 1))


def _entry(number: int, quote: Quote, hue: int) -> str:
    who = f"<b>{escape(voice(quote) or NOBODY)}</b>" + escape(_role(quote))
    link = f'<a href="#q{number}" class="{quote.kind}">{escape(" ".join(quote.text.split()))}</a>'
    return f'<li style="--hue:{hue}">{who}<br>{link}<br><small>{escape(_about(quote))}</small></li>'


def _role(quote: Quote) -> str:
    return f", {quote.speaker.role}" if quote.speaker and quote.speaker.role else ""


def _about(quote: Quote) -> str:
    """`direct · ТАСС · 2025-01-29`"""
    source = quote.source.name if quote.source else ""
    date = str(quote.date.value) if quote.date else ""
    return " · ".join(filter(None, (quote.kind, source, date)))
