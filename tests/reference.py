"""The same models as slovnet runs them: what quotex's engine must agree with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from navec import Navec  # type: ignore[import-untyped]
from slovnet import NER, Morph, Syntax  # type: ignore[import-untyped]

from quotex.engine.pack import VECTORS, find_models

Sentences = Sequence[Sequence[str]]


class Reference:
    """Takes sentences of at least one token; every method keeps order and lengths."""

    def __init__(self, folder: Path) -> None:
        navec = Navec.load(folder / VECTORS)
        self._ner = NER.load(folder / "model/slovnet_ner_news_v1.tar").navec(navec)
        self._morph = Morph.load(folder / "model/slovnet_morph_news_v1.tar").navec(navec)
        self._syntax = Syntax.load(folder / "model/slovnet_syntax_news_v1.tar").navec(navec)

    @classmethod
    def load(cls) -> Reference:
        return cls(find_models())

    def entities(self, sentences: Sentences) -> list[list[str]]:
        infer = self._ner.infer
        return [list(tags) for tags in infer.decoder(infer.process(infer.encoder(sentences)))]

    def morphology(self, sentences: Sentences) -> list[list[tuple[str, dict[str, str]]]]:
        return [[(t.pos, t.feats) for t in m.tokens] for m in self._morph.map(sentences)]

    def syntax(self, sentences: Sentences) -> list[list[tuple[int, str]]]:
        return [[(int(t.head_id) - 1, t.rel) for t in m.tokens] for m in self._syntax.map(sentences)]

    def head_scores(self, sentence: Sequence[str]) -> Any:
        """(tokens, 1 + tokens): how well each head suits each token; the root is the column 0."""
        infer = self._syntax.infer
        (seen,) = infer.encoder([sentence])
        return np.asarray(infer.model(seen.word_id, seen.shape_id, seen.pad_mask).head_id[0])
