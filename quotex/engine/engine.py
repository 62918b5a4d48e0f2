"""natasha's news models: entities, morphology and syntax of tokenised sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeVar

from quotex.engine.chunk import Chunk, chunks
from quotex.engine.heads import Entities, Forms, Link, Trees
from quotex.engine.network import Encoder
from quotex.engine.pack import VECTORS, ModelError, Pack, find_models
from quotex.engine.places import Places
from quotex.engine.vocab import Tokens, Vectors, Words

__all__ = ["Engine", "ModelError"]

Tag = TypeVar("Tag")
Sentences = Sequence[Sequence[str]]


class Engine:
    """Three networks over tokenised sentences, each read on its first use; threads may share it.

    Every method keeps the order and the lengths of the sentences.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def load(cls) -> Engine:
        """The engine on the models of the natasha installed here; raises ModelError where there is none."""
        return cls(find_models())

    def entities(self, sentences: Sentences) -> list[list[str]]:
        """BIO tags: `B-PER`, `I-ORG`, `O`."""
        return _tagged(sentences, self._entities)

    def morphology(self, sentences: Sentences) -> list[list[str]]:
        """Part of speech and features, by Universal Dependencies: `NOUN|Case=Nom|Number=Sing`."""
        return _tagged(sentences, self._forms)

    def syntax(self, sentences: Sentences) -> list[list[Link]]:
        """Head (index in the sentence, -1 for a root) and relation, by Universal Dependencies."""
        return _tagged(sentences, self._trees)

    # Two threads may both read a network at first: the work is done twice, the result is the same.

    @cached_property
    def _entities(self) -> Entities:
        return Entities(self._pack("ner"), self._encoder)

    @cached_property
    def _forms(self) -> Forms:
        return Forms(self._pack("morph"), self._encoder)

    @cached_property
    def _trees(self) -> Trees:
        return Trees(self._pack("syntax"), self._encoder)

    @cached_property
    def _tokens(self) -> Tokens:
        """The three packs hold the same words and shapes."""
        pack = self._pack("ner")
        return Tokens(Words(pack.vocabulary("word")), pack.items("shape"))

    @cached_property
    def _places(self) -> Places:
        return Places(self._tokens.look)

    @cached_property
    def _vectors(self) -> Vectors:
        return Vectors(Pack(self._folder / VECTORS))

    def _encoder(self, model: dict[str, Any]) -> Encoder:
        return Encoder(model, self._tokens, self._places, self._vectors)

    def _pack(self, name: str) -> Pack:
        return Pack(self._folder / f"model/slovnet_{name}_news_v1.tar")


def _tagged(sentences: Sentences, network: Callable[[Chunk], list[Tag]]) -> list[list[Tag]]:
    """The network's tags, sentence by sentence."""
    tags = chain.from_iterable(map(network, chunks(sentences)))
    return [list(islice(tags, len(sentence))) for sentence in sentences]
