"""Endings of names in the oblique cases, with what stands for them in the nominative."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quotex.lexicon.table import rows

SOUNDS = {"C": "[бвгджзклмнпрстфхцчшщ]", "V": "[аеёиоуыэюя]", "-": ""}


@dataclass(frozen=True, slots=True)
class Ending:
    """One line of `tables/endings.tsv`: a man's -а after a consonant in the genitive stands for nothing."""

    gender: str
    case: str
    pattern: re.Pattern[str]
    nominative: str
    example: str

    def replaced(self, word: str) -> str | None:
        """The word with the nominative's ending, if it has this one."""
        match = self.pattern.search(word)
        return word[: match.end(1)] + self.nominative if match else None


def read_endings() -> Iterator[Ending]:
    """The entries of `endings.tsv`, in the table's order."""
    for gender, case, kept, ending, nominative, example in rows("endings"):
        pattern = re.compile(f"({SOUNDS.get(kept, kept)}){ending}$")
        yield Ending(gender, case, pattern, nominative.strip("-"), example)
