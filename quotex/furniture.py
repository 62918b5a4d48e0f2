"""Page furniture: what was copied from the page around the article."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.span import Stretch


def furniture(text: str) -> Iterator[Stretch]:
    """The stretches of the text that are no part of the article."""
    return iter(())
