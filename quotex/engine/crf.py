"""The best sequence of tags for each sentence (Viterbi), all sentences stepping together.

The longest sentence comes first, so that at step p those with a token p are the first ones, and the rest have ended.
"""

from __future__ import annotations

import numpy as np

from quotex.engine.chunk import Ints
from quotex.engine.vocab import Floats


def best_tags(emissions: Floats, sizes: Ints, transitions: Floats) -> Ints:
    """(n, t) scores of tags, sizes of the sentences, (t, t) scores from tag to tag → (n,) tags."""
    order = np.argsort(-sizes, kind="stable")
    starts = (np.cumsum(sizes) - sizes)[order]
    alive = _alive(sizes[order])
    best, came_from = _forward(emissions, starts, alive, transitions)
    return _backward(best, came_from, starts, alive, len(emissions))


def _alive(sizes: Ints) -> list[int]:
    """For each step the number of sentences that long; `[3, 1]` → `[2, 1, 1]`."""
    counts: list[int] = np.searchsorted(-sizes, -np.arange(sizes[0]), side="left").tolist()
    return counts


def _forward(emissions: Floats, starts: Ints, alive: list[int], transitions: Floats) -> tuple[Ints, list[Ints]]:
    """The last tag of each sentence (s,), and for each step after the first the tag before each tag, (alive, t)."""
    scores = emissions[starts]
    came_from = []
    for step, count in enumerate(alive[1:], start=1):
        paths = scores[:count, None, :] + transitions.T  # (alive, tag, tag before)
        came_from.append(paths.argmax(axis=2))
        scores[:count] = paths.max(axis=2) + emissions[starts[:count] + step]
    return scores.argmax(axis=1), came_from


def _backward(last: Ints, came_from: list[Ints], starts: Ints, alive: list[int], total: int) -> Ints:
    tags = np.empty(total, np.intp)
    for step in range(len(alive) - 1, 0, -1):
        count = alive[step]
        tags[starts[:count] + step] = last[:count]
        last[:count] = came_from[step - 1][np.arange(count), last[:count]]
    tags[starts] = last
    return tags
