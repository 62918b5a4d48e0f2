"""The lemmas told by a table are those of the dictionary."""

from __future__ import annotations

from quotex.lexicon.cue import CueKind, parts
from quotex.lexicon.lemmas import told
from quotex.lexicon.table import rows
from quotex.morph import lemma


def _words() -> set[tuple[str, str]]:
    """The words of the cues and roles, each with the part of speech that it is read as."""
    cues = {word for phrase, kind, *_ in rows("cues") for word in parts(phrase, CueKind(kind))}
    return cues | {(word, "NOUN") for word, *_ in rows("roles")}


def _unlike() -> set[str]:
    """The lines of `lemmas.tsv` that there ought to be."""
    found = ((word, part, lemma(word, part)) for word, part in _words())
    return {"\t".join(line) for line in found if line[2] != line[0].lower().replace("ё", "е")}


def test_words_unlike_their_lemma_stand_in_the_table() -> None:
    lines = {"\t".join(row) for row in rows("lemmas")}
    assert sorted(_unlike() - lines) == [], "add these lines to tables/lemmas.tsv"
    assert sorted(lines - _unlike()) == [], "take these lines out of tables/lemmas.tsv"


def test_other_words_are_their_own_lemma() -> None:
    assert told("сообщить", "VERB") == lemma("сообщить", "VERB") == "сообщить"
    assert told("счёт", "NOUN") == lemma("счёт", "NOUN") == "счет"
