"""Who has spoken or acted so far: what pronouns and descriptions may go back to."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.phrase import NAMING, climb
from quotex.speaker.entities import Cast, Entity
from quotex.speaker.mentions import Mention


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody who spoke or was the subject of a clause: name, kind, forms, and where."""

    name: str | None
    kind: str
    gender: str
    number: str
    sentence: int
    at: int
    entity: Entity | None = None
    role: str | None = None


def as_spoken(entity: Entity, mention: Mention) -> Spoken:
    """The entity at one of its mentions."""
    number = "Sing" if entity.kind == "person" else mention.number
    return Spoken(
        entity.name, entity.kind, entity.gender, number, mention.sentence, mention.stretch.start, entity, entity.role
    )


def fits(one: str, other: str) -> bool:
    """Whether two genders agree, an unknown one with any."""
    return not one or not other or one == other


def is_main_subject(cast: Cast, mention: Mention) -> bool:
    """`Путин приехал`: the mention (or the title that it stands beside) is the subject of a main clause."""
    sentence = cast.doc.sentences[mention.sentence]
    tokens, index = sentence.tokens, climb(sentence, mention.head, NAMING)[-1]
    verb = tokens[index].head
    return tokens[index].rel.startswith("nsubj") and verb >= 0 and tokens[verb].rel in ("root", "conj", "parataxis")
