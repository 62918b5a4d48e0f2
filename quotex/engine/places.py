"""Where the networks keep what they know of a token: the same row in the tables of all three."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from threading import Lock

import numpy as np

from quotex.engine.chunk import ROWS, Ints

GAP, FREE = -1, -2  # looks of no token
CAPACITY = 2 * ROWS
SHARE = 8  # this part of the rows makes room at a time
SPELLINGS = 4  # remembered for each row: tokens unlike in letters may look alike


class Places:
    """A bounded number of rows for the looks of tokens; those unseen for longest make room. Row 0 is that of the gaps.

    `looks` says what each row is for by now; a table that still holds another look's there writes that row anew.
    Threads share rows and tables: whoever asks for rows holds `lock` until he has read the table at them.
    A chunk has fewer tokens than there are rows, so it never loses its own.
    """

    def __init__(self, look: Callable[[str], int], capacity: int = CAPACITY) -> None:
        self.looks: Ints = np.full(1 + capacity, FREE)
        self.looks[0] = GAP
        self.lock = Lock()
        self._look = look
        self._capacity = capacity
        self._of_looks: dict[int, int] = {}
        self._of_tokens: dict[str | None, int] = {None: 0}
        self._tokens: list[list[str]] = [[] for _ in self.looks]  # of each row
        self._seen = np.zeros(1 + capacity, np.intp)  # in which call
        self._calls = 0

    def __call__(self, tokens: Sequence[str | None]) -> Ints:
        """n tokens, None for a gap → (n,) rows."""
        self._calls += 1
        if len(self._of_tokens) > SPELLINGS * self._capacity:
            self._forget_tokens(range(1, 1 + self._capacity))
        if new := dict.fromkeys(token for token in tokens if token not in self._of_tokens):
            self._learn(tokens, {token: self._look(token) for token in new if token is not None})
        rows = np.fromiter(map(self._of_tokens.__getitem__, tokens), np.intp, len(tokens))
        self._seen[rows] = self._calls
        return rows

    def _learn(self, tokens: Iterable[str | None], looks: dict[str, int]) -> None:
        """Gives each of the looks a row; those of the tokens known already must not make room."""
        self._seen[[self._of_tokens[token] for token in tokens if token in self._of_tokens]] = self._calls
        self._seen[[self._of_looks[look] for look in looks.values() if look in self._of_looks]] = self._calls
        new = [look for look in dict.fromkeys(looks.values()) if look not in self._of_looks]
        rows = self._freed(len(new))
        self.looks[rows] = new
        self._of_looks.update(zip(new, rows.tolist(), strict=True))
        for token, look in looks.items():
            self._of_tokens[token] = row = self._of_looks[look]
            self._tokens[row].append(token)

    def _freed(self, count: int) -> Ints:
        if np.count_nonzero(self.looks == FREE) < count:
            self._forget(max(count, self._capacity // SHARE))
        return np.flatnonzero(self.looks == FREE)[:count]

    def _forget(self, count: int) -> None:
        oldest = 1 + np.argpartition(self._seen[1:], count - 1)[:count]
        self._forget_tokens(oldest.tolist())
        for look in self.looks[oldest].tolist():
            self._of_looks.pop(look, None)
        self.looks[oldest] = FREE

    def _forget_tokens(self, rows: Iterable[int]) -> None:
        for row in rows:
            for token in self._tokens[row]:
                del self._of_tokens[token]
            self._tokens[row].clear()
