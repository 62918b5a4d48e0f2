"""Sentences laid out for a network: one after another, with an empty row before, between and after them.

Nothing is padded to the longest sentence, and a convolution sees the empty row where slovnet's sees its padding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.intp]
Piece = tuple[int, Sequence[str]]

ROWS = 2048  # tokens that go through a network at a time: many share the cost of each step, few fit the caches


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows of tokens, `None` for an empty row; the sentence i begins at the row starts[i] and has sizes[i] tokens.

    offsets[i] is its place in the caller's sentence: 0, but for the later pieces of an endless one.
    """

    tokens: Sequence[str | None]
    starts: Ints
    sizes: Ints
    offsets: Ints

    @property
    def gaps(self) -> Ints:
        """The empty rows: one before each sentence, and the last."""
        return np.append(self.starts - 1, len(self.tokens) - 1)

    @property
    def rows(self) -> Ints:
        """The rows that are tokens."""
        return np.delete(np.arange(len(self.tokens)), self.gaps)


def chunks(sentences: Iterable[Sequence[str]]) -> Iterator[Chunk]:
    """All tokens in order. A sentence longer than `ROWS` (nobody writes such) comes in pieces, to keep memory flat."""
    group: list[Piece] = []
    size = 0
    for piece in _pieces(sentences):
        if size + len(piece[1]) > ROWS:
            yield _chunk(group)
            group, size = [], 0
        group.append(piece)
        size += len(piece[1])
    if group:
        yield _chunk(group)


def _pieces(sentences: Iterable[Sequence[str]]) -> Iterator[Piece]:
    for sentence in sentences:
        for offset in range(0, len(sentence), ROWS):
            yield offset, sentence[offset : offset + ROWS]


def _chunk(pieces: Sequence[Piece]) -> Chunk:
    tokens: list[str | None] = [None]
    for _, piece in pieces:
        tokens += piece
        tokens.append(None)
    sizes = np.array([len(piece) for _, piece in pieces])
    return Chunk(tokens, np.cumsum(sizes + 1) - sizes, sizes, np.array([offset for offset, _ in pieces]))
