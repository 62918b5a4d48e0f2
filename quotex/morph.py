"""Word forms: lemmas, gender, inflection. The only door to pymorphy3."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import pymorphy3
from pymorphy3.tagset import OpencorporaTag

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


LONGEST = 60  # letters of a word that are looked at
OTHER_SCRIPTS = re.compile("[^\u0000-\u052f\u2000-\u206f]")  # pymorphy3 fails on letters that Unicode has no name for


class Reading(NamedTuple):
    """What a word may be: OpenCorpora's part of speech and grammemes, the dictionary form (ё kept as е).

    `is_known`: the dictionary has the word, it is not guessed from its ending.
    """

    part: str
    normal: str
    grammemes: frozenset[str]
    is_known: bool

    def in_case(self, case: str) -> bool:
        """`Gen` is met by the second genitive too."""
        grammeme = GRAMMEMES.get(case, "nomn")
        return grammeme in self.grammemes or OBLIQUE.get(grammeme) in self.grammemes

    @property
    def gender(self) -> str:
        """`Masc`, `Fem` or `Neut`; empty without one."""
        return next((gender for gender in GENDERS if GRAMMEMES[gender] in self.grammemes), "")


@lru_cache(maxsize=1)
def analyzer() -> Any:
    return pymorphy3.MorphAnalyzer()


def _parses(word: str) -> list[Any]:
    """pymorphy3's own readings of the word, the likeliest first."""
    found: list[Any] = analyzer().parse(OTHER_SCRIPTS.sub("×", word[:LONGEST]))
    return found


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Reading, ...]:
    """What the word, in small letters, may be; the likeliest first, at least one."""
    found = [(p.word, p.normal_form.replace("ё", "е"), p.tag.grammemes) for p in _parses(word)]
    known = {spelling: analyzer().word_is_known(spelling) for spelling in {spelling for spelling, _, _ in found}}
    return tuple(Reading(_part(tag), normal, tag, known[spelling]) for spelling, normal, tag in found)


@lru_cache(maxsize=1_000)
def _part(grammemes: frozenset[str]) -> str:
    return next(iter(OpencorporaTag.PARTS_OF_SPEECH & grammemes), "")


@lru_cache(maxsize=10_000)
def _inflected(word: str, number: int, wanted: frozenset[str]) -> str | None:
    """The form of the word's reading of that number that has the grammemes, if there is one."""
    form = _parses(word)[number].inflect(wanted)
    return str(form.word) if form else None


@lru_cache(maxsize=20_000)
def lemma(word: str, part: str = "") -> str:
    """Dictionary form of the word as a part of speech (UD name), ё kept as e; verbs in the infinitive."""
    low, wanted = word.lower(), PARTS.get(part, ())
    found = readings(low)
    fitting = [i for i, r in enumerate(found) if r.part in wanted]
    best = min(fitting, key=lambda i: wanted.index(found[i].part), default=0)
    if part == "ADJ" and found[best].part == "PRTS":  # уверены → уверенный, not уверить
        return (_inflected(low, best, frozenset({"PRTF", "masc", "sing", "nomn"})) or low).replace("ё", "е")
    return found[best].normal


Form = tuple[str, Mapping[str, str]]  # part of speech and features, by Universal Dependencies
NOMINAL = ("NOUN", "PROPN", "ADJ")
UD_PARTS = {
    "NOUN": "NOUN",
    "ADJF": "ADJ",
    "ADJS": "ADJ",
    "INFN": "VERB",
    "VERB": "VERB",
    "GRND": "VERB",
    "PRTF": "VERB",
    "PRTS": "VERB",
    "ADVB": "ADV",
}
UD_FORMS = {"INFN": "Inf", "GRND": "Conv", "PRTF": "Part", "PRTS": "Part", "VERB": "Fin"}


@lru_cache(maxsize=20_000)
def read(word: str, tag: str) -> tuple[str, str, Mapping[str, str]]:
    """Lemma, part of speech and features of a word that the model gives a tag: `прививать` is no noun."""
    part, feats = _reconciled(word, *form(tag))
    return lemma(word, part), part, feats


@lru_cache(maxsize=1_000)
def form(tag: str) -> Form:
    """`NOUN|Case=Nom|Number=Sing` → `("NOUN", {"Case": "Nom", "Number": "Sing"})`."""
    part, *feats = tag.split("|")
    return part, dict(feat.split("=", 1) for feat in feats)


def _reconciled(word: str, part: str, given: Mapping[str, str]) -> Form:
    """The model's tag where the dictionary admits it, else the dictionary's."""
    if part not in (*NOMINAL, "VERB") or not word.islower():
        return part, given
    known = [r for r in readings(word) if r.is_known]
    if not known:
        return part, given
    if part == "VERB" and given.get("Variant") == "Short" and known[0].part == "ADJS":
        return "ADJ", given
    same = [r for r in known if r.part in PARTS[part]]
    if part == "VERB" and same and given.get("VerbForm") not in {UD_FORMS.get(r.part) for r in same}:
        return part, _features(same[0].part, same[0].grammemes)  # передаёт is no participle
    if same and (part == "VERB" or "Case" not in given or any(r.in_case(given["Case"]) for r in same)):
        return part, given
    best = (same or known)[0]
    return (UD_PARTS[best.part], _features(best.part, best.grammemes)) if best.part in UD_PARTS else (part, given)


@lru_cache(maxsize=1_000)
def _features(part: str, grammemes: frozenset[str]) -> Mapping[str, str]:
    """OpenCorpora's grammemes under the names of UD."""
    found = {"VerbForm": UD_FORMS[part]} if part in UD_FORMS else {}
    for name, values in FEATURES.items():
        if value := next((v for v in values if GRAMMEMES[v] in grammemes), None):
            found[name] = value
    return {**found, "Variant": "Short"} if part in ("ADJS", "PRTS") else found


# Values of UD features as OpenCorpora calls them.
GRAMMEMES = {
    "Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct",
    "Masc": "masc", "Fem": "femn", "Neut": "neut", "Sing": "sing", "Plur": "plur",
    "Past": "past", "Pres": "pres", "Fut": "futr",
}  # fmt: skip
GENDERS = ("Masc", "Fem", "Neut")
FEATURES = {
    "Case": ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc"),
    "Number": ("Sing", "Plur"),
    "Gender": GENDERS,
    "Tense": ("Past", "Pres", "Fut"),
}
OBLIQUE = {"gent": "gen2", "loct": "loc2", "accs": "acc2"}
NAME_PARTS = frozenset({"Name", "Patr", "Surn"})


def nominative(word: str, part: str, case: str, number: str = "Sing", gender: str = "") -> str:
    """The word in the nominative of the same number, in the capitals of the original: `министром` → `министр`."""
    low = word.lower()
    index = _index(low, PARTS.get(part, ()), case, number, gender)
    if index is None:
        return word
    grammemes = readings(low)[index].grammemes
    wanted = {"nomn"} if "NUMR" in grammemes else {"nomn", GRAMMEMES.get(number, "sing")}
    if "ADJF" in grammemes or "PRTF" in grammemes:
        wanted |= {GRAMMEMES[gender]} if gender and number != "Plur" else set()
    form = _inflected(low, index, frozenset(wanted))
    return _as_written(form, word) if form else word


def genitive(word: str, case: str, number: str) -> str:
    """A counted noun in the genitive of the number, from the plural of the case: `собеседников` → `собеседника`."""
    index = _index(word.lower(), PARTS["NOUN"], case, "Plur", "")
    form = _inflected(word.lower(), index, frozenset({"gent", GRAMMEMES[number]})) if index is not None else None
    return _as_written(form, word) if form else word


def _index(word: str, parts: tuple[str, ...], case: str, number: str, gender: str) -> int | None:
    """The likeliest reading of that part of speech and case; number and gender decide among several."""
    asked = [GRAMMEMES[value] for value in (number, gender) if value in GRAMMEMES]
    in_case = [(i, r) for i, r in enumerate(readings(word)) if r.in_case(case)]
    fitting = [(i, r) for i, r in in_case if r.part in parts] or [
        (i, r) for i, r in in_case if r.part in ("ADJF", "PRTF", "NOUN")
    ]
    best = max(fitting, key=lambda found: sum(g in found[1].grammemes for g in asked), default=None)
    return best[0] if best else None


def name_nominative(word: str, case: str, gender: str) -> str | None:
    """`Сергея` → `Сергей`, for a name or surname that the dictionary knows in that case and gender; else None."""
    low = word.lower()
    found = list(enumerate(readings(low))) if len(word) > 2 else []
    for index, reading in sorted(found, key=lambda numbered: "Fixd" in numbered[1].grammemes):
        if NAME_PARTS & reading.grammemes and reading.in_case(case) and _is_of(reading, gender):
            form = _inflected(low, index, frozenset({"nomn"}))
            return _as_written(form, word) if form else None
    return None


def _is_of(reading: Reading, gender: str) -> bool:
    return "plur" not in reading.grammemes and (
        GRAMMEMES[gender] in reading.grammemes or "GNdr" in reading.grammemes or "ms-f" in reading.grammemes
    )


@lru_cache(maxsize=10_000)
def name_part(word: str) -> str:
    """`Name`, `Patr` or `Surn`, as the dictionary knows the word; empty for one that it does not know."""
    for reading in readings(word.lower()):
        found = NAME_PARTS & reading.grammemes
        if found and reading.is_known:
            return next(iter(found))
    return ""


def name_gender(word: str, case: str = "Nom") -> str:
    """`Masc` or `Fem` of a given name or patronymic in that case; empty where it tells nothing."""
    found = {
        r.gender for r in readings(word.lower()) if r.is_known and {"Name", "Patr"} & r.grammemes and r.in_case(case)
    }
    return found.pop().replace("Neut", "") if len(found) == 1 else ""


def is_oblique_name(word: str) -> bool:
    """`Мии`: a given name that the dictionary knows, but not as a nominative."""
    known = [r.grammemes for r in readings(word.lower()) if r.is_known]
    names = [grammemes for grammemes in known if "Name" in grammemes and "plur" not in grammemes]
    return bool(names) and not any("nomn" in grammemes or "Fixd" in grammemes for grammemes in names)


def is_known(word: str) -> bool:
    """Whether the dictionary has the word."""
    return any(r.is_known for r in readings(word.lower()))


def _as_written(form: str, original: str) -> str:
    """The form in the capitals of the original, and without ё where the original writes none."""
    form = form if "ё" in original.lower() else form.replace("ё", "е")
    if original.isupper() and len(original) > 1:
        return form.upper()
    pieces = zip(form.split("-"), original.split("-"), strict=False)
    return "-".join(piece[:1].upper() + piece[1:] if old[:1].isupper() else piece for piece, old in pieces)


def may_be(word: str, case: str) -> bool:
    """Whether the word has a reading in that case, or is unknown or not declined."""
    return any(r.in_case(case) or not r.is_known or "Fixd" in r.grammemes for r in readings(word.lower()))


@lru_cache(maxsize=10_000)
def is_infinitive(word: str) -> bool:
    """Whether the dictionary knows the word as an infinitive: `сообщать`, not `опасать`."""
    return any(r.is_known and r.part == "INFN" for r in readings(word))


def is_past(word: str) -> bool:
    """Whether the dictionary knows the word as a verb in the past: `заявил`."""
    return any(r.is_known and r.part == "VERB" and "past" in r.grammemes for r in readings(word.lower()))


def noun_gender(word: str) -> str:
    """`Masc`, `Fem` or `Neut` of a common noun in its dictionary form."""
    return next((r.gender for r in readings(word) if r.part == "NOUN" and r.gender), "")
