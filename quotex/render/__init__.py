"""An article with its quotes, to be read: on a terminal, or as a page."""

from quotex.render.page import html
from quotex.render.terminal import text

__all__ = ["html", "text"]
