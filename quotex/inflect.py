"""The nominative of names that no dictionary knows, by their endings: `Верхофстадта` → `Верхофстадт`."""

from __future__ import annotations

import re

VOWELS = "аеёиоуыэюя"

# Case → endings of a man's surname with what they stand for in the nominative; the first that fits wins.
# {C} is a consonant, {V} a vowel.
MASCULINE = {
    "Gen": ((r"([кгхжшщчц]|н)ого$", r"\1ий"), (r"({C})ого$", r"\1ый"), (r"его$", "ий"), (r"({C})а$", r"\1"),
            (r"({V})я$", r"\1й"), (r"({C})я$", r"\1ь"), (r"({C})ы$", r"\1а"), (r"([^сц]к)и$", r"\1а")),
    "Dat": ((r"([кгхжшщчцн])ому$", r"\1ий"), (r"({C})ому$", r"\1ый"), (r"({C})у$", r"\1"),
            (r"({V})ю$", r"\1й"), (r"({C})ю$", r"\1ь"), (r"({C})е$", r"\1а")),
    "Ins": ((r"(ов|ев|ёв|ин|ын)ым$", r"\1"), (r"([кгхжшщчц])им$", r"\1ий"), (r"({C})ым$", r"\1ый"),
            (r"({C})ом$", r"\1"), (r"([жшщчц])ем$", r"\1"), (r"({V})ем$", r"\1й"), (r"({C})ем$", r"\1ь"), (r"({C})ой$", r"\1а")),
    "Loc": ((r"({V})е$", r"\1й"), (r"({C})е$", r"\1"), (r"({C})ом$", r"\1ый")),
}  # fmt: skip
FEMININE = {
    "Gen": ((r"(ов|ев|ёв|ин|ын)ой$", r"\1а"), (r"ой$", "ая"), (r"ей$", "яя"), (r"({C})ы$", r"\1а"),
            (r"([кгхжшчщ])и$", r"\1а"), (r"({V})и$", r"\1я")),
    "Dat": ((r"(ов|ев|ёв|ин|ын)ой$", r"\1а"), (r"ой$", "ая"), (r"({C})е$", r"\1а"), (r"ии$", "ия")),
    "Acc": ((r"ую$", "ая"), (r"({C})у$", r"\1а"), (r"({V})ю$", r"\1я")),
    "Ins": ((r"(ов|ев|ёв|ин|ын)ой$", r"\1а"), (r"([кнрл])ой$", r"\1а"), (r"({C})ой$", r"\1а"), (r"({V})ей$", r"\1я")),
    "Loc": ((r"(ов|ев|ёв|ин|ын)ой$", r"\1а"), (r"ой$", "ая"), (r"({C})е$", r"\1а"), (r"ии$", "ия")),
}  # fmt: skip
ONE_FORM = re.compile(
    r"([^а-яё]|ых|их|э|(?<![ое]г)о|[ая]го|дзе|швили|[аеоу]у)$"
)  # Шевченко, Черных, Саакашвили, Ландау
SYLLABLE = re.compile(f"[^{VOWELS}]*[{VOWELS}]й?", re.IGNORECASE)  # Елены Цой
OVER_VOWEL = {"C": "[бвгджзклмнпрстфхцчшщ]", "V": f"[{VOWELS}]"}


def surname_nominative(word: str, case: str, gender: str) -> str:
    """The nominative of a surname (or a foreign given name) that stands in the case."""
    if case == "Nom" or _has_one_form(word, gender):
        return word
    masculine_case = "Gen" if case == "Acc" else case
    table = FEMININE.get(case, ()) if gender == "Fem" else MASCULINE.get(masculine_case, ())
    for ending, nominative in table:
        pattern = ending.replace("{C}", OVER_VOWEL["C"]).replace("{V}", OVER_VOWEL["V"])
        if re.search(pattern, word):
            return re.sub(pattern, nominative, word)
    return re.sub("у$", "а", word) if case == "Acc" else word


def _has_one_form(word: str, gender: str) -> bool:
    if ONE_FORM.search(word):
        return True
    return gender == "Fem" and (word[-1] not in VOWELS + "й" or SYLLABLE.fullmatch(word) is not None)


def stem(word: str) -> str:
    """What the forms of a name have in common: `Песковым`, `Пескову` → `песков`."""
    low = word.lower().replace("ё", "е").replace("\u00ad", "")
    return "-".join(map(_piece_stem, low.split("-")))


def _piece_stem(low: str) -> str:
    return re.sub(
        r"(?<=[а-я]{2})(ого|его|ому|ему|ыми|ими|ой|ей|ый|ий|ая|яя|ую|юю|ым|им|ом|ем|ою|[аеиоуыэюяьй])$", "", low
    )
