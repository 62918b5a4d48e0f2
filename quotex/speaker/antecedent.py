"""Antecedents: whom a pronoun or a bare description goes back to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotex.lexicon.role import RoleKind, Trait, has_trait
from quotex.morph import noun_gender
from quotex.speaker.description import Description, bearer
from quotex.speaker.entities import Cast
from quotex.speaker.mentions import Mention, MentionKind, wording
from quotex.speaker.spoken import Spoken, as_spoken, fits, is_main_subject

MEMORY = 12  # sentences
INTERLOCUTORS = ("собеседник", "собеседница")


def pronoun_antecedent(cast: Cast, spoken: Sequence[Spoken], place: Description, number: str) -> Spoken | None:
    """The nearest speaker or subject before the place that agrees, a person before a body; else the one person."""
    candidates = [c for c in [*spoken, *_subjects(cast, spoken, place)] if c.at < place.at and c.name]
    fitting = [c for c in candidates if _agrees(c, place.gender, number)]
    near = [c for c in fitting if place.sentence - c.sentence <= MEMORY]
    persons = [c for c in near if c.kind in ("person", "unnamed", "group")]
    certain = [c for c in persons if c.gender == place.gender]
    ranked = next((found for some in (certain, persons, near) if (found := _latest(some))), None)
    return ranked or _only_person(cast, place, number)


def person_antecedent(cast: Cast, spoken: Sequence[Spoken], place: Description) -> Spoken | None:
    """For `политик`, `собеседник агентства`: the person or unnamed voice that spoke last, else was subject."""
    kinds = (
        ("person", "unnamed") if has_trait(place.head, Trait.PRIVATE) or place.head in INTERLOCUTORS else ("person",)
    )
    near = [s for s in spoken if s.kind in kinds and place.sentence - s.sentence <= MEMORY]
    voices = [s for s in near if s.entity or s.kind == "unnamed" or place.head in (s.name or "").lower().split()]
    if voices and fits(voices[-1].gender, place.gender):
        return voices[-1]
    subjects = [s for s in _subjects(cast, spoken, place) if s.entity and s.kind == "person"]
    return _latest([s for s in [*voices, *subjects] if fits(s.gender, place.gender)])


def _agrees(candidate: Spoken, gender: str, number: str) -> bool:
    if number == "Plur":
        return candidate.number == "Plur" or candidate.kind == "group"
    generics = candidate.entity.generics if candidate.entity else ()
    called = any(noun_gender(noun) == gender for noun in generics)  # по её данным: газеты «Труд»
    return candidate.number != "Plur" and (called or fits(candidate.gender, gender))


def _latest(candidates: Sequence[Spoken]) -> Spoken | None:
    return max(candidates, key=lambda c: (c.sentence, c.at), default=None)


def _subjects(cast: Cast, spoken: Sequence[Spoken], place: Description) -> Iterator[Spoken]:
    """Persons that are subjects of main clauses in the author's words shortly before the place."""
    for mention in cast.mentions:
        near = place.sentence - MEMORY <= mention.sentence <= place.sentence and mention.stretch.end <= place.at
        if near and not mention.quoted and is_main_subject(cast, mention):
            subject = _subject(cast, spoken, mention)
            yield from [subject] if subject else []


def _subject(cast: Cast, spoken: Sequence[Spoken], mention: Mention) -> Spoken | None:
    if mention.kind in (MentionKind.PERSON, MentionKind.ORGANIZATION):
        return as_spoken(cast.home[mention], mention)
    if mention.role in (RoleKind.PERSON, RoleKind.GROUP) and mention.number == "Plur":
        return Spoken(wording(cast.doc, mention), "group", "", "Plur", mention.sentence, mention.stretch.start)
    if mention.role is not RoleKind.PERSON:
        return None
    known = bearer(
        cast,
        spoken,
        Description(mention.lemma, mention.rest, mention.nouns, "", mention.stretch.start, mention.sentence),
    )
    if known and known.entity:
        return as_spoken(known.entity, mention)
    return Spoken(wording(cast.doc, mention), "person", "", "Sing", mention.sentence, mention.stretch.start)


def _only_person(cast: Cast, place: Description, number: str) -> Spoken | None:
    """The one person of that gender mentioned so far."""
    if number == "Plur":
        return None
    people = [e for e in cast.people if e.gender == place.gender and e.mentions[0].sentence <= place.sentence]
    return as_spoken(people[0], people[0].mentions[0]) if len(people) == 1 else None
