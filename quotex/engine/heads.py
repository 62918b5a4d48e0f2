"""From the encoder's rows to tags: names, forms, dependencies. Each network answers a chunk with a tag a token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from quotex.engine.chunk import Chunk, Ints
from quotex.engine.crf import best_tags
from quotex.engine.network import Encoder, Norm
from quotex.engine.pack import Pack
from quotex.engine.vocab import Floats

Link = tuple[int, str]

NO_HEAD = -1


class Encoding(Protocol):
    """Builds the encoder of a model: the vocabulary is shared, the weights are the model's own."""

    def __call__(self, model: dict[str, Any]) -> Encoder: ...


@dataclass(frozen=True, slots=True)
class Linear:
    """rows · weight + bias."""

    weight: Floats
    bias: Floats

    @classmethod
    def of(cls, proj: dict[str, Floats], norm: Norm) -> Linear:
        """The product for rows not yet normalised."""
        weight, shift = norm.into(proj["weight"])
        return cls(weight, proj["bias"] + shift)

    def __call__(self, rows: Floats) -> Floats:
        product: Floats = rows @ self.weight
        product += self.bias
        return product


class Entities:
    """Names: a score for each tag of each token, then the best sequence in each sentence."""

    def __init__(self, pack: Pack, encoding: Encoding) -> None:
        model = pack.model()
        self._encoder = encoding(model)
        self._scores = Linear.of(model["head"]["proj"], self._encoder.norm)
        self._transitions = model["head"]["crf"]["transitions"]
        self._tags = pack.items("tag")

    def __call__(self, chunk: Chunk) -> list[str]:
        scores = self._scores(self._encoder(chunk))[chunk.rows]
        return [self._tags[i] for i in best_tags(scores, chunk.sizes, self._transitions).tolist()]


class Forms:
    """Morphology: the best tag of each token."""

    def __init__(self, pack: Pack, encoding: Encoding) -> None:
        model = pack.model()
        self._encoder = encoding(model)
        self._scores = Linear.of(model["head"]["proj"], self._encoder.norm)
        self._tags = pack.items("tag")

    def __call__(self, chunk: Chunk) -> list[str]:
        scores = self._scores(self._encoder(chunk)[chunk.rows])
        return [self._tags[i] for i in scores.argmax(axis=1).tolist()]


class Trees:
    """Dependencies: the likeliest head of each token, then the likeliest relation to it.

    A root hangs on a token of its own before the sentence: the empty row there plays it.
    """

    def __init__(self, pack: Pack, encoding: Encoding) -> None:
        model = pack.model()
        self._encoder = encoding(model)
        self._heads = Pair.of(model["head"], self._encoder.norm)
        self._relations = Pair.of(model["rel"], self._encoder.norm)
        self._head_kernel = model["head"]["kernel"]
        self._relation_kernel = model["rel"]["kernel"]
        self._names = pack.items("rel")

    def __call__(self, chunk: Chunk) -> list[Link]:
        rows = self._encoder(chunk)
        heads = self._best_heads(rows, chunk)
        names = [self._names[i] for i in self._best_relations(rows, heads, chunk).tolist()]
        return list(zip(_positions(heads, chunk), names, strict=True))

    def _best_heads(self, rows: Floats, chunk: Chunk) -> Ints:
        """score(token, head) = token · kernel · head, over the root and the tokens of the sentence → rows of heads."""
        below, above = self._heads(rows, chunk.gaps)
        below = below @ self._head_kernel
        best = []
        for start, end in zip(chunk.starts.tolist(), (chunk.starts + chunk.sizes).tolist(), strict=True):
            scores = below[start:end] @ above[start - 1 : end].T
            best.append(scores.argmax(axis=1) + (start - 1))
        return np.concatenate(best)

    def _best_relations(self, rows: Floats, heads: Ints, chunk: Chunk) -> Ints:
        """score(relation) = head · kernel(relation) · token."""
        above, below = self._relations(rows, chunk.gaps)
        wanted = (above[heads] @ self._relation_kernel).reshape(len(heads), len(self._names), -1)
        scores: Floats = wanted @ below[chunk.rows, :, None]
        best: Ints = scores[:, :, 0].argmax(axis=1)
        return best


def _positions(heads: Ints, chunk: Chunk) -> list[int]:
    """Rows of heads to indices in the caller's sentences."""
    inside = heads - np.repeat(chunk.starts, chunk.sizes)
    found: list[int] = np.where(inside < 0, NO_HEAD, inside + np.repeat(chunk.offsets, chunk.sizes)).tolist()
    return found


@dataclass(frozen=True, slots=True)
class Pair:
    """Two views of each row, (n, 32) each, as slovnet calls them; a root has views of its own.

    In `head` the first view is the token that seeks, in `rel` the one that was found.
    """

    head: Linear
    tail: Linear
    root_head: Floats
    root_tail: Floats

    @classmethod
    def of(cls, part: dict[str, Any], norm: Norm) -> Pair:
        views = [part[side]["proj"] for side in ("head", "tail")]
        roots = [np.maximum(part["root"] @ view["weight"] + view["bias"], 0) for view in views]
        return cls(Linear.of(views[0], norm), Linear.of(views[1], norm), roots[0], roots[1])

    def __call__(self, rows: Floats, gaps: Ints) -> tuple[Floats, Floats]:
        head, tail = np.maximum(self.head(rows), 0), np.maximum(self.tail(rows), 0)
        head[gaps], tail[gaps] = self.root_head, self.root_tail
        return head, tail
