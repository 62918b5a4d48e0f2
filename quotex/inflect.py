"""The nominative of names that no dictionary knows, by their endings: `Верхофстадта` → `Верхофстадт`."""

from __future__ import annotations

import re
from functools import lru_cache

from quotex.lexicon.ending import Ending, read_endings

VOWELS = "аеёиоуыэюя"
# Шевченко, Черных, Саакашвили, Ландау, Живаго
ONE_FORM = re.compile(r"([^а-яё]|ых|их|э|(?<![ое]г)о|[ая]го|дзе|швили|[аеоу]у)$")
SYLLABLE = re.compile(f"[^{VOWELS}]*[{VOWELS}]й?", re.IGNORECASE)  # Елены Цой
ENDING = re.compile(
    "(?<=[а-я]{2})(ого|его|ому|ему|ыми|ими|ой|ей|ый|ий|ая|яя|ую|юю|ым|им|ом|ем|ою|[аеиоуыэюяьй])$",
)


def surname_nominative(word: str, case: str, gender: str) -> str:
    """The nominative of a surname (or a foreign given name) that stands in the case (UD: `Gen`), of that gender."""
    if case == "Nom" or _has_one_form(word, gender):
        return word
    return next((form for ending in _endings(case, gender) if (form := ending.replaced(word))), word)


def _endings(case: str, gender: str) -> list[Ending]:
    """A man's accusative is his genitive, but for `Бульбону`."""
    gender = "Fem" if gender == "Fem" else "Masc"
    cases = ("Gen", "Acc") if (case, gender) == ("Acc", "Masc") else (case,)
    return [e for e in endings() if e.gender == gender and e.case in cases]


@lru_cache(maxsize=1)
def endings() -> tuple[Ending, ...]:
    """The table, in its order: the first that fits decides."""
    return tuple(read_endings())


def _has_one_form(word: str, gender: str) -> bool:
    if ONE_FORM.search(word):
        return True
    return gender == "Fem" and (word[-1] not in VOWELS + "й" or SYLLABLE.fullmatch(word) is not None)


@lru_cache(maxsize=10_000)
def stem(word: str) -> str:
    """What the forms of a name have in common: `Песковым`, `Пескову` → `песков`."""
    low = word.lower().replace("ё", "е").replace("\u00ad", "")
    return "-".join(ENDING.sub("", piece) for piece in low.split("-"))
