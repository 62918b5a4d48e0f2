"""Cue entries: the words that introduce speech, each with the frames it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from quotex.lexicon.lemmas import told
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


Form = Callable[[str, str], str]
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
    form = lemma if folder else told
    for phrase, kind, frames, *example in rows("cues", folder, 3):
        yield entry(phrase, CueKind(kind), frozenset(map(Frame, frames.split())), "".join(example[:1]), form)


def entry(phrase: str, kind: CueKind, frames: frozenset[Frame], example: str = "", form: Form = lemma) -> CueEntry:
    """`form`: what gives the lemma of a word as a part of speech."""
    return CueEntry(phrase, tuple(form(word, part) for word, part in parts(phrase, kind)), kind, frames, example)


def parts(phrase: str, kind: CueKind) -> Iterator[tuple[str, str]]:
    """The words of a cue, each with its part of speech: `по словам` is a preposition of a short word and a noun."""
    first, *rest = phrase.split()
    yield first, PARTS[kind]
    yield from ((word, "" if len(word) < 4 else "NOUN") for word in rest)
