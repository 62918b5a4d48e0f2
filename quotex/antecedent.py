"""Antecedents: whom a pronoun or a bare description goes back to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotex.entities import Cast, Entity
from quotex.mentions import Mention, MentionKind
from quotex.phrase import NAMING, climb

MEMORY = 6  # sentences


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody who spoke or was the subject: name, kind, forms, and where."""

    name: str | None
    kind: str
    gender: str
    number: str
    sentence: int
    at: int
    entity: Entity | None = None
    role: str | None = None


def pronoun_antecedent(cast: Cast, spoken: Sequence[Spoken], at: int, sentence: int, gender: str, number: str) -> Spoken | None:
    """The nearest speaker or subject before the place that agrees; a person before a body."""
    candidates = [c for c in [*spoken, *_subjects(cast, at, sentence)] if c.at < at and c.name]
    fitting = [c for c in candidates if agrees(c, gender, number)]
    near = [c for c in fitting if sentence - c.sentence <= MEMORY]
    persons = [c for c in near if c.kind in ("person", "unnamed")]
    return _latest(persons) or _latest(near) or _only_person(cast, gender, number, sentence) or _latest(fitting)


def agrees(candidate: Spoken, gender: str, number: str) -> bool:
    if number == "Plur":
        return candidate.number == "Plur" or candidate.kind == "group"
    return candidate.number != "Plur" and (not gender or not candidate.gender or candidate.gender == gender)


def _latest(candidates: Sequence[Spoken]) -> Spoken | None:
    return max(candidates, key=lambda c: (c.sentence, c.at), default=None)


def _subjects(cast: Cast, at: int, sentence: int) -> Iterator[Spoken]:
    """Persons that are subjects of main clauses in the author's words just before."""
    for mention in cast.mentions:
        near = sentence - MEMORY <= mention.sentence <= sentence and mention.stretch.end <= at
        if near and mention.kind is MentionKind.PERSON and not mention.quoted and is_main_subject(cast, mention):
            entity = entity_of(cast, mention)
            if entity:
                yield as_spoken(entity, mention)


def as_spoken(entity: Entity, mention: Mention) -> Spoken:
    number = "Sing" if entity.kind == "person" else mention.number
    return Spoken(entity.name, entity.kind, entity.gender, number, mention.sentence, mention.stretch.start, entity, entity.role)


def entity_of(cast: Cast, mention: Mention) -> Entity | None:
    return next((e for e in cast.entities if any(m is mention for m in e.mentions)), None)


def is_main_subject(cast: Cast, mention: Mention) -> bool:
    """`Путин приехал`: the name (or the title that it stands beside) is the subject of the sentence's root."""
    sentence = cast.doc.sentences[mention.sentence]
    tokens, index = sentence.tokens, climb(sentence, mention.first, NAMING)[-1]
    verb = tokens[index].head
    return tokens[index].rel.startswith("nsubj") and verb >= 0 and tokens[verb].rel in ("root", "conj", "parataxis")


def _only_person(cast: Cast, gender: str, number: str, sentence: int) -> Spoken | None:
    """The one person of that gender mentioned so far."""
    if number == "Plur":
        return None
    people = [e for e in cast.entities if e.kind == "person" and e.gender == gender and e.mentions[0].sentence <= sentence]
    return as_spoken(people[0], people[0].mentions[0]) if len(people) == 1 else None
