"""The best sequence of tags for each sentence (Viterbi), all sentences stepping together.

The longest sentence comes first, so that at each step those not yet ended are the first ones.
Going forward only the best scores are kept; the tag that led to each is found going back, on the best path alone.
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
    tags = np.empty(len(emissions), np.intp)
    scores = _forward(emissions, starts, alive, transitions)
    _backward(scores, starts, alive, transitions, tags)
    return tags


def _alive(sizes: Ints) -> list[int]:
    """For each step the number of sentences that long; `[3, 1]` → `[2, 1, 1]`."""
    counts: list[int] = np.searchsorted(-sizes, -np.arange(sizes[0]), side="left").tolist()
    return counts


def _forward(emissions: Floats, starts: Ints, alive: list[int], transitions: Floats) -> list[Floats]:
    """For each step the score of the best path to each tag, (alive, t)."""
    scores = [emissions[starts]]
    for step, count in enumerate(alive[1:], start=1):
        paths = scores[-1][:count].T[:, :, None] + transitions[:, None, :]  # (tag before, alive, tag)
        scores.append(paths.max(axis=0) + emissions[starts[:count] + step])
    return scores


def _backward(scores: list[Floats], starts: Ints, alive: list[int], transitions: Floats, tags: Ints) -> None:
    """Writes the tags of the best paths, last ones first."""
    to = np.ascontiguousarray(transitions.T)
    for step in reversed(range(len(alive))):
        here, count = scores[step], alive[step + 1] if step + 1 < len(alive) else 0
        here[:count] += to[tags[starts[:count] + step + 1]]
        tags[starts[: alive[step]] + step] = here.argmax(axis=1)
