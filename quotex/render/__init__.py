"""An article with its quotes, to be read: on a terminal, or as a page."""

from quotex.render.page import html, notebook
from quotex.render.terminal import text
from quotex.render.view import View, view

__all__ = ["View", "html", "notebook", "text", "view"]
