"""The months: their numbers, and a pattern of their names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from quotex.lexicon.table import rows


def month(word: str) -> int | None:
    """`янв`, `января` → 1; None for a word that is no month."""
    low = word.lower()
    return next((number for stem, number in _months().items() if low.startswith(stem)), None)


@lru_cache(maxsize=1)
def month_names() -> str:
    """A pattern of the months' names, whole or short."""
    stems = "|".join(f"{stem}[а-яё]{{0,3}}" for stem, *_ in rows("months") if stem != "ма")
    return rf"(?:{stems}|ма[йяеюё]|{'|'.join(short for _, _, short, _ in rows('months'))})"


@lru_cache(maxsize=1)
def _months() -> Mapping[str, int]:
    return {short: int(number) for _, number, short, _ in rows("months")} | {"мая": 5}
