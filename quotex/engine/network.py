"""The encoder that natasha's three networks share the form of: a token's vector and shape, then three convolutions.

The weights are slovnet's, the arithmetic is arranged anew, and gives the same numbers but for float rounding.

1. A convolution of width 3 is three products, shifted: row i gets the row before times W₀, itself times W₁ and the row
   after times W₂. So one product with [W₀ W₁ W₂] and two shifted additions do, and no window is ever copied.
2. The first convolution is two thirds of all the arithmetic, and its products depend on the token alone: they are
   kept for the tokens seen of late (`Memo`), and most tokens of a page were seen of late.
3. A layer ends with ReLU, then normalisation, y·s + h for each column. Being linear, that goes into the weights of
   what follows: (y·s + h)·W + b = y·(s·W) + (h·W + b).
   The convolution must see zeros between sentences, after the normalisation, that is y = -h/s before it: `blank`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from quotex.engine.chunk import Chunk, Ints
from quotex.engine.places import GAP, Places
from quotex.engine.vocab import Floats, Tokens, Vectors

TAPS = 3


@dataclass(frozen=True, slots=True)
class Norm:
    """What stands between a layer's ReLU and the next product: y·scale + shift."""

    scale: Floats
    shift: Floats

    @classmethod
    def of(cls, norm: dict[str, Floats]) -> Norm:
        scale = norm["weight"] / norm["std"]
        return cls(scale, norm["bias"] - norm["mean"] * scale)

    @property
    def blank(self) -> Floats:
        """The row that the normalisation makes zeros of."""
        return -self.shift / self.scale

    def into(self, weight: Floats) -> tuple[Floats, Floats]:
        """(n, m) weights of the next product → the same for rows not yet normalised, and what to add to them, (m,)."""
        return np.ascontiguousarray(self.scale[:, None] * weight), self.shift @ weight


@dataclass(frozen=True, slots=True)
class Convolution:
    """A layer as the file has it, the weight as [W₀ W₁ W₂]."""

    weight: Floats
    bias: Floats
    norm: Norm

    @classmethod
    def of(cls, layer: dict[str, Any]) -> Convolution:
        weight = layer["conv"]["weight"]  # (m, n, 3)
        side_by_side = weight.transpose(1, 2, 0).reshape(weight.shape[1], -1)
        return cls(side_by_side, layer["conv"]["bias"], Norm.of(layer["norm"]))


@dataclass(frozen=True, slots=True)
class Layer:
    """A convolution from its products on: the shifted additions, the bias, ReLU, and the rows between sentences."""

    bias: Floats
    blank: Floats

    def __call__(self, products: Floats, gaps: Ints) -> Floats:
        """(n, 3·m) products with [W₀ W₁ W₂] → (n, m), not yet normalised."""
        size = len(self.bias)
        rows: Floats = products[:, size : 2 * size] + self.bias
        rows[1:] += products[:-1, :size]
        rows[:-1] += products[1:, 2 * size :]
        np.maximum(rows, 0, out=rows)
        rows[gaps] = self.blank
        return rows


class Embedding:
    """The first convolution's products of tokens, from scratch: 300 numbers of a token's word, 30 of its shape."""

    def __init__(self, tokens: Tokens, vectors: Vectors, shapes: Floats, weight: Floats) -> None:
        size = len(weight) - shapes.shape[1]
        self._tokens = tokens
        self._vectors = vectors
        self._weight = np.ascontiguousarray(weight[:size])
        self._shape_products = shapes @ weight[size:]

    def __call__(self, looks: Ints) -> Floats:
        """(n,) looks of tokens → (n, 768)."""
        words, shapes = self._tokens.split(looks)
        products: Floats = self._vectors[words] @ self._weight
        products += self._shape_products[shapes]
        return products


class Memo:
    """The first convolution's products in a table, at the rows that `places` gives the tokens."""

    def __init__(self, products: Callable[[Ints], Floats], places: Places, width: int) -> None:
        self._products = products
        self._places = places
        self._table = np.zeros((len(places.looks), width), np.float32)  # takes memory only as rows are written
        self._written = np.full(len(places.looks), GAP)  # the look that each row of the table is of

    def __call__(self, tokens: Sequence[str | None]) -> Floats:
        """n tokens → (n, 768); zeros for a gap."""
        with self._places.lock:
            rows = self._places(tokens)
            self._learn(rows)
            return self._table.take(rows, axis=0)

    def _learn(self, rows: Ints) -> None:
        wanted = np.zeros(len(self._written), np.bool_)
        wanted[rows] = True
        new = np.flatnonzero(wanted & (self._written != self._places.looks))
        if len(new):
            self._written[new] = self._places.looks[new]
            self._table[new] = self._products(self._written[new])


class Encoder:
    """Tokens to rows of 64 numbers. The last normalisation, `norm`, is left to the head that reads them."""

    def __init__(self, model: dict[str, Any], tokens: Tokens, places: Places, vectors: Vectors) -> None:
        layers = [Convolution.of(layer) for layer in model["encoder"]["layers"]]
        first = layers[0]
        embedding = Embedding(tokens, vectors, model["emb"]["shape"]["weight"], first.weight)
        self._memo = Memo(embedding, places, first.weight.shape[1])
        self._first = Layer(first.bias, first.norm.blank)
        self._rest = [_after(before, layer) for before, layer in pairwise(layers)]
        self.norm = layers[-1].norm

    def __call__(self, chunk: Chunk) -> Floats:
        """A chunk of n rows → (n, 64)."""
        gaps = chunk.gaps
        rows = self._first(self._memo(chunk.tokens), gaps)
        for weight, layer in self._rest:
            rows = layer(rows @ weight, gaps)
        return rows


def _after(before: Convolution, layer: Convolution) -> tuple[Floats, Layer]:
    """The layer's product and the rest of it, for rows that the layer before has not normalised."""
    weight, shift = before.norm.into(layer.weight)
    bias = layer.bias + shift.reshape(TAPS, -1).sum(axis=0)
    return weight, Layer(bias, layer.norm.blank)
