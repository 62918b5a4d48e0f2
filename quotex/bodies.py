"""Bodies called by their kind: `компания`, `ведомство`, `издание`, `там`."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.description import Description
from quotex.entities import Cast, Entity
from quotex.lexicon.role import Trait, has_trait
from quotex.mentions import MentionKind
from quotex.spoken import Spoken, as_spoken

MEMORY = 8  # sentences


def last_body(cast: Cast, spoken: Sequence[Spoken], place: Description) -> Spoken | None:
    """The body called so beside its name; else the one that spoke last, else was named last; for `издание` a medium."""
    medium = has_trait(place.head, Trait.MEDIUM) or has_trait(place.head, Trait.PAPER)
    called = called_so(cast, place)
    if called or not _goes_back(place.head):
        return called
    named = [
        m for m in cast.mentions if m.kind is MentionKind.ORGANIZATION and m.stretch.end <= place.at and not m.quoted
    ]
    pairs = [as_spoken(cast.home[m], m) for m in named]
    voices = [s for s in spoken if s.kind == "organization" and place.sentence - s.sentence <= MEMORY]
    spoke = [s for s in voices if s.number == "Sing" and _is_medium(s.entity) == medium]
    known = [s for s in spoke if s.entity]
    rest = [s for s in pairs if _is_medium(s.entity) == medium]
    return next((found[-1] for found in (known, rest, spoke) if found), None)


def _goes_back(noun: str) -> bool:
    return noun == "там" or has_trait(noun, Trait.AGAIN) or has_trait(noun, Trait.PAPER)


def called_so(cast: Cast, place: Description) -> Spoken | None:
    """`суд` after `Басманный суд`, `компания` after `компания «Ромашка»`: the last body of which the noun is part."""
    earlier = (
        m for m in reversed(cast.mentions) if m.stretch.end <= place.at and m.sentence >= place.sentence - MEMORY
    )
    bodies = (m for m in earlier if m.kind is MentionKind.ORGANIZATION)
    return next((as_spoken(cast.home[m], m) for m in bodies if place.head in cast.home[m].generics), None)


def _is_medium(entity: Entity | None) -> bool:
    return entity is not None and (entity.is_outlet or any(has_trait(noun, Trait.MEDIUM) for noun in entity.generics))
