"""Word forms: lemmas, gender, inflection. The only door to pymorphy3."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pymorphy3

# Universal Dependencies' parts of speech and the OpenCorpora ones that may stand for them.
PARTS = {
    "VERB": ("VERB", "INFN", "GRND", "PRTF", "PRTS"),
    "AUX": ("VERB", "INFN", "GRND", "PRTF", "PRTS"),
    "NOUN": ("NOUN",),
    "PROPN": ("NOUN",),
    "ADJ": ("ADJF", "ADJS", "COMP", "PRTF", "PRTS"),
    "DET": ("ADJF", "NPRO"),
    "PRON": ("NPRO", "ADJF", "NOUN"),
    "ADV": ("ADVB", "COMP", "PRED"),
    "NUM": ("NUMR",),
    "ADP": ("PREP",),
    "SCONJ": ("CONJ",),
    "CCONJ": ("CONJ",),
    "PART": ("PRCL",),
}


@lru_cache(maxsize=1)
def analyzer() -> Any:
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=100_000)
def parses(word: str) -> tuple[Any, ...]:
    """pymorphy3's readings of the word, the likeliest first."""
    return tuple(analyzer().parse(word))


@lru_cache(maxsize=100_000)
def lemma(word: str, part: str = "") -> str:
    """Dictionary form of the word as a part of speech (UD name), ё kept as e; verbs in the infinitive."""
    readings = parses(word.lower())
    wanted = PARTS.get(part, ())
    best = next((r for r in readings if r.tag.POS in wanted), readings[0])
    normal = best.normal_form
    return str(normal).replace("ё", "е")


def feature(feats: Mapping[str, str], name: str) -> str:
    return feats.get(name, "")
