"""Lemmas of the words in quotex's own tables: to look each up in the dictionary would delay the first result."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from quotex.lexicon.table import rows


def told(word: str, part: str = "") -> str:
    """What `morph.lemma` gives for a word of the tables, as `lemmas.tsv` has it; one not there is its own lemma."""
    return _lemmas().get((word, part)) or word.lower().replace("ё", "е")


@lru_cache(maxsize=1)
def _lemmas() -> Mapping[tuple[str, str], str]:
    return {(word, part): lemma for word, part, lemma in rows("lemmas")}
