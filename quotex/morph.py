"""Word forms: lemmas, gender, inflection. The only door to pymorphy3."""

from __future__ import annotations

import re
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


LONGEST = 60  # letters of a word that are looked at
OTHER_SCRIPTS = re.compile("[^\u0000-\u052f\u2000-\u206f]")  # pymorphy3 fails on letters that Unicode has no name for


@lru_cache(maxsize=1)
def analyzer() -> Any:
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=20_000)
def parses(word: str) -> tuple[Any, ...]:
    """pymorphy3's readings of the word, the likeliest first."""
    return tuple(analyzer().parse(OTHER_SCRIPTS.sub("×", word[:LONGEST])))


@lru_cache(maxsize=20_000)
def lemma(word: str, part: str = "") -> str:
    """Dictionary form of the word as a part of speech (UD name), ё kept as e; verbs in the infinitive."""
    readings = parses(word.lower())
    wanted = PARTS.get(part, ())
    fitting = [r for r in readings if r.tag.POS in wanted]
    best = min(fitting, key=lambda r: wanted.index(r.tag.POS), default=readings[0])
    if part == "ADJ" and best.tag.POS == "PRTS":  # уверены → уверенный, not уверить
        best = best.inflect({"PRTF", "masc", "sing", "nomn"}) or best
        return str(best.word).replace("ё", "е")
    return str(best.normal_form).replace("ё", "е")


Reading = tuple[str, Mapping[str, str]]
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
def reconciled(word: str, part: str, feats: tuple[tuple[str, str], ...]) -> Reading:
    """The model's tag where the dictionary admits it, else the dictionary's: `прививать` is no noun."""
    given = dict(feats)
    readings = [r for r in parses(word.lower()) if r.is_known]
    if not readings or part not in (*NOMINAL, "VERB") or not word.islower():
        return part, given
    if part == "VERB" and given.get("Variant") == "Short" and readings[0].tag.POS == "ADJS":
        return "ADJ", given
    same = [r for r in readings if r.tag.POS in PARTS[part]]
    if part == "VERB" and same and given.get("VerbForm") not in {UD_FORMS.get(r.tag.POS) for r in same}:
        return part, _features(same[0])  # передаёт is no participle
    if same and (part == "VERB" or "Case" not in given or any(_in_case(r, given["Case"]) for r in same)):
        return part, given
    best = (same or readings)[0]
    return (UD_PARTS[best.tag.POS], _features(best)) if best.tag.POS in UD_PARTS else (part, given)


def _features(reading: Any) -> dict[str, str]:
    """OpenCorpora's grammemes under the names of UD."""
    found = {"VerbForm": UD_FORMS[reading.tag.POS]} if reading.tag.POS in UD_FORMS else {}
    names = {v: k for k, v in GRAMMEMES.items()}
    for key, value in (("Case", reading.tag.case), ("Number", reading.tag.number), ("Gender", reading.tag.gender)):
        if str(value) in names:
            found[key] = names[str(value)]
    if reading.tag.POS in ("ADJS", "PRTS"):
        found["Variant"] = "Short"
    tense = {"past": "Past", "pres": "Pres", "futr": "Fut"}.get(str(reading.tag.tense))
    return {**found, "Tense": tense} if tense else found


# Values of UD features as OpenCorpora calls them.
GRAMMEMES = {
    "Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct",
    "Masc": "masc", "Fem": "femn", "Neut": "neut", "Sing": "sing", "Plur": "plur",
}  # fmt: skip
NAME_PARTS = {"Name", "Patr", "Surn"}


def nominative(word: str, part: str, case: str, number: str = "Sing", gender: str = "") -> str:
    """The word in the nominative of the same number, in the capitals of the original: `министром` → `министр`."""
    reading = _reading(word, PARTS.get(part, ()), case, number, gender)
    if reading is None:
        return word
    wanted = {"nomn"} if "NUMR" in reading.tag else {"nomn", GRAMMEMES.get(number, "sing")}
    if "ADJF" in reading.tag or "PRTF" in reading.tag:
        wanted |= {GRAMMEMES[gender]} if gender and number != "Plur" else set()
    form = reading.inflect(wanted)
    return _as_written(str(form.word), word) if form else word


def genitive(word: str, case: str, number: str) -> str:
    """A counted noun in the genitive of the number, from the plural of the case: `собеседников` → `собеседника`."""
    reading = _reading(word, PARTS["NOUN"], case, "Plur", "")
    form = reading.inflect({"gent", GRAMMEMES[number]}) if reading else None
    return _as_written(str(form.word), word) if form else word


def _reading(word: str, parts: tuple[str, ...], case: str, number: str, gender: str) -> Any | None:
    """The likeliest reading of that part of speech and case; number and gender decide among several."""
    asked = [GRAMMEMES[value] for value in (number, gender) if value in GRAMMEMES]
    in_case = [r for r in parses(word.lower()) if _in_case(r, case)]
    fitting = [r for r in in_case if r.tag.POS in parts] or [
        r for r in in_case if r.tag.POS in ("ADJF", "PRTF", "NOUN")
    ]
    return max(fitting, key=lambda r: sum(g in r.tag for g in asked), default=None)


def _in_case(reading: Any, case: str) -> bool:
    oblique = {"gent": "gen2", "loct": "loc2", "accs": "acc2"}
    grammeme = GRAMMEMES.get(case, "nomn")
    return grammeme in reading.tag or oblique.get(grammeme, grammeme) in reading.tag


def name_nominative(word: str, case: str, gender: str) -> str | None:
    """`Сергея` → `Сергей`, for a name or surname that the dictionary knows in that case and gender; else None."""
    for reading in sorted(parses(word.lower()) if len(word) > 2 else (), key=lambda r: "Fixd" in r.tag):
        if NAME_PARTS & reading.tag.grammemes and _in_case(reading, case) and _is_of(reading, gender):
            form = reading.inflect({"nomn"})
            return _as_written(str(form.word), word) if form else None
    return None


def _is_of(reading: Any, gender: str) -> bool:
    return "plur" not in reading.tag and (
        GRAMMEMES[gender] in reading.tag or "GNdr" in reading.tag or "ms-f" in reading.tag
    )


def name_part(word: str) -> str:
    """`Name`, `Patr` or `Surn`, as the dictionary knows the word; empty for one that it does not know."""
    for reading in parses(word.lower()):
        found = NAME_PARTS & reading.tag.grammemes
        if found and reading.is_known:
            return str(found.pop())
    return ""


def name_gender(word: str, case: str = "Nom") -> str:
    """`Masc` or `Fem` of a given name or patronymic in that case; empty where it tells nothing."""
    found = {
        r.tag.gender
        for r in parses(word.lower())
        if r.is_known and {"Name", "Patr"} & r.tag.grammemes and _in_case(r, case)
    }
    return {"masc": "Masc", "femn": "Fem"}.get(str(found.pop()), "") if len(found) == 1 else ""


def is_oblique_name(word: str) -> bool:
    """`Мии`: a given name that the dictionary knows, but not as a nominative."""
    names = [r for r in parses(word.lower()) if r.is_known and "Name" in r.tag and "plur" not in r.tag]
    return bool(names) and not any("nomn" in r.tag or "Fixd" in r.tag for r in names)


def is_known(word: str) -> bool:
    """Whether the dictionary has the word."""
    return any(r.is_known for r in parses(word.lower()))


def _as_written(form: str, original: str) -> str:
    """The form in the capitals of the original, and without ё where the original writes none."""
    form = form if "ё" in original.lower() else form.replace("ё", "е")
    if original.isupper() and len(original) > 1:
        return form.upper()
    pieces = zip(form.split("-"), original.split("-"), strict=False)
    return "-".join(piece[:1].upper() + piece[1:] if old[:1].isupper() else piece for piece, old in pieces)


def may_be(word: str, case: str) -> bool:
    """Whether the word has a reading in that case, or is unknown or not declined."""
    readings = parses(word.lower())
    return any(_in_case(r, case) or not r.is_known or "Fixd" in r.tag for r in readings)


@lru_cache(maxsize=10_000)
def is_infinitive(word: str) -> bool:
    """Whether the dictionary knows the word as an infinitive: `сообщать`, not `опасать`."""
    return any(r.is_known and r.tag.POS == "INFN" for r in parses(word))


def is_past(word: str) -> bool:
    """Whether the dictionary knows the word as a verb in the past: `заявил`."""
    return any(r.is_known and r.tag.POS == "VERB" and "past" in r.tag for r in parses(word.lower()))


def noun_gender(word: str) -> str:
    """`Masc`, `Fem` or `Neut` of a common noun in its dictionary form."""
    found = next((r.tag.gender for r in parses(word) if r.tag.POS == "NOUN" and r.tag.gender), "")
    return {"masc": "Masc", "femn": "Fem", "neut": "Neut"}.get(str(found), "")
