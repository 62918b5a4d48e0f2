"""The models as slovnet runs them."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from navec import Navec
from slovnet import NER, Morph, Syntax


class Engine:
    """Three networks over tokenised sentences; every method keeps order and lengths."""

    def __init__(self, ner: Any, morph: Any, syntax: Any) -> None:
        self._ner, self._morph, self._syntax = ner, morph, syntax

    @classmethod
    def load(cls) -> Engine:
        spec = find_spec("natasha")
        assert spec and spec.origin
        data = Path(spec.origin).parent / "data"
        navec = Navec.load(data / "emb/navec_news_v1_1B_250K_300d_100q.tar")
        return cls(
            *(
                kind.load(data / f"model/slovnet_{name}_news_v1.tar").navec(navec)
                for kind, name in ((NER, "ner"), (Morph, "morph"), (Syntax, "syntax"))
            )
        )

    def entities(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """BIO tags: `B-PER`, `I-ORG`, `O`."""
        infer, words = self._ner.infer, [list(s) for s in sentences]
        return [list(tags) for tags in infer.decoder(infer.process(infer.encoder(words)))]

    def morphology(self, sentences: Sequence[Sequence[str]]) -> list[list[tuple[str, dict[str, str]]]]:
        """Part of speech and features, by Universal Dependencies."""
        return [[(t.pos, t.feats) for t in m.tokens] for m in self._morph.map([list(s) for s in sentences])]

    def syntax(self, sentences: Sequence[Sequence[str]]) -> list[list[tuple[int, str]]]:
        """Head (index in the sentence, -1 for a root) and relation, by Universal Dependencies."""
        return [[(int(t.head_id) - 1, t.rel) for t in m.tokens] for m in self._syntax.map([list(s) for s in sentences])]
