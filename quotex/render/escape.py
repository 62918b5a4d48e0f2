"""Text of an article or a name inside HTML: shown, never obeyed."""

from __future__ import annotations

import html
import re

STEERING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # they would reorder what stands after them, quotes too


def shown(text: str) -> str:
    """The text for the content of an element. A character that reorders others is shown by its code, and tamed."""
    return STEERING.sub(_tamed, html.escape(text))


def hint(text: str) -> str:
    """The text for the value of an attribute, where nothing can be shown by its code."""
    return html.escape(STEERING.sub("", text))


def _tamed(found: re.Match[str]) -> str:
    return f'<bdi class="control" data-code="U+{ord(found[0]):04X}">{found[0]}</bdi>'
