"""An article with its quotes as one HTML file that needs no other."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from string import Template

from quotex.model import Extraction
from quotex.render.escape import shown
from quotex.render.labels import RU, Labels
from quotex.render.view import view

FRAMED = '<base href="about:srcdoc">'  # links inside a frame without an address would lead to the notebook


def html(article: str, found: Extraction, title: str = "quotex", labels: Labels = RU) -> str:
    """The page: the article with its quotes marked, who speaks, and a list of the quotes that leads to their places."""
    seen = view(article, found, labels)
    return Template(_read("page.html")).substitute(
        lang=labels.lang,
        title=escape(title),
        style=_read("assets/page.css") + seen.css,
        about=shown(_about(found, labels)),
        view=seen.html,
    )


def notebook(article: str, found: Extraction) -> str:
    """The page in a frame of its own, so that neither its style nor that of the notebook reaches the other."""
    height = min(40, 18 + len(article) // 60)
    style = f"width:100%;height:{height}rem;border:0"
    page = html(article, found).replace("<head>", f"<head>\n{FRAMED}", 1)
    return f'<iframe sandbox title="quotex" style="{style}" srcdoc="{escape(page)}"></iframe>'


def _read(name: str) -> str:
    return (files("quotex.render") / name).read_text(encoding="utf-8")


def _about(found: Extraction, labels: Labels) -> str:
    """`ТАСС · 29.01.2025`"""
    day = labels.shown_day(found.published) if found.published else ""
    return " · ".join(filter(None, (found.outlet, day, f"quotex {found.version}")))
