"""Cue entries: the words that introduce speech, each with the frames it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from quotex.lexicon.table import rows
from quotex.morph import lemma


class Frame(StrEnum):
    """What a cue may govern."""

    THAT = "that"  # сказал, что (будто, якобы) …
    SO_THAT = "so_that"  # потребовал, чтобы …
    WHETHER = "whether"  # спросил, готов ли …
    INFINITIVE = "inf"  # призвал сделать …
    EVALUATION = "eval"  # назвал решение ошибкой; считает город неделимым; оценил как …
    ABOUT = "about"  # заявил о том, что; обвинил в том, что; настаивает на том, что
    DIRECT = "direct"  # сказал: «…»; «…», — сказал он
    INSERTED = "inserted"  # …, сообщил он; по словам Иванова, …
    ANAPHORA = "anaphora"  # Об этом сообщил …
    OBJECT = "object"  # отметил «крайне низкий» уровень


class CueKind(StrEnum):
    """What part of speech the cue is."""

    VERB = "verb"
    PREDICATE = "predicate"  # уверен, убеждён
    NOUN = "noun"
    PREPOSITION = "preposition"  # по словам, согласно


PARTS = {CueKind.VERB: "VERB", CueKind.PREDICATE: "ADJ", CueKind.NOUN: "NOUN", CueKind.PREPOSITION: ""}


@dataclass(frozen=True, slots=True)
class CueEntry:
    """One line of `tables/cues.tsv`: the phrase in its dictionary form, its lemmas, its frames, its example."""

    phrase: str
    lemmas: tuple[str, ...]
    kind: CueKind
    frames: frozenset[Frame]
    example: str

    def takes(self, *frames: Frame) -> bool:
        return any(frame in self.frames for frame in frames)


def read_cues(folder: Path | None = None) -> Iterator[CueEntry]:
    """The entries of `cues.tsv`, in the table's order."""
    for phrase, kind, frames, *example in rows("cues", folder, 3):
        yield entry(phrase, CueKind(kind), frozenset(map(Frame, frames.split())), *example)


def entry(phrase: str, kind: CueKind, frames: frozenset[Frame], example: str = "") -> CueEntry:
    first, *rest = phrase.split()
    lemmas = (lemma(first, PARTS[kind]), *(lemma(word, "" if len(word) < 4 else "NOUN") for word in rest))
    return CueEntry(phrase, lemmas, kind, frames, example)
