"""Bodies called by their kind: `компания`, `ведомство`, `издание`, `там`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotex.lexicon.role import Trait, has_trait
from quotex.speaker.description import Description
from quotex.speaker.entities import Cast, Entity
from quotex.speaker.mentions import MentionKind
from quotex.speaker.spoken import Spoken, as_spoken

MEMORY = 8  # sentences
OFFICES = {"ведомство", "служба", "комитет", "министерство", "департамент", "управление", "регулятор"}
FIRMS = {
    "предприятие", "компания", "авиакомпания", "фирма", "корпорация", "холдинг", "концерн", "автоконцерн", "завод",
    "производитель", "ритейлер", "застройщик", "стартап", "лоукостер", "перевозчик",
}  # fmt: skip
STATE = re.compile(
    "мин(?!ер)|мэри|администрац|дум|росси|сша|госдеп|пентагон|казнач|правительств|департамент|служб|управлени"
    "|мид|мвд|мчс|фсб|фас|фнс|цб|центробанк|ск |суд|генпрок|прокур|рос[а-я]+надзор"
)  # how names of offices of state begin


def last_body(cast: Cast, spoken: Sequence[Spoken], place: Description) -> Spoken | None:
    """The body called so beside its name; else the one that spoke last, else was named last; for `издание` a medium."""
    medium = has_trait(place.head, Trait.MEDIUM) or has_trait(place.head, Trait.PAPER)
    called = called_so(cast, place)
    if called or not goes_back(place.head):
        return called
    spoke = [s for s in _voices(cast, spoken, place) if _suits(s, place.head, medium)]
    rest = [s for s in _named(cast, place) if _suits(s, place.head, medium)]
    known = [s for s in spoke if s.entity]
    ranked = (_akin(known, place.head), _akin(rest, place.head), known, rest, spoke)
    return next((found[-1] for found in ranked if found), None)


def _akin(found: Sequence[Spoken], noun: str) -> list[Spoken]:
    """For `ведомство` those that sound like an office of state."""
    return [s for s in found if noun in OFFICES and STATE.match((s.name or "").casefold())]


def _voices(cast: Cast, spoken: Sequence[Spoken], place: Description) -> list[Spoken]:
    """The bodies that spoke lately; for `пресс-служба завода` the factory."""
    near = [s for s in spoken if s.kind == "organization" and place.sentence - s.sentence <= MEMORY]
    return [_behind(cast, s) for s in near if s.number == "Sing"]


def _behind(cast: Cast, spoken: Spoken) -> Spoken:
    if spoken.entity or not spoken.name:
        return spoken
    end = spoken.at + len(spoken.name) + 2
    inside = [m for m in cast.in_sentence(spoken.sentence) if spoken.at <= m.stretch.start < end]
    bodies = [m for m in inside if m.kind is MentionKind.ORGANIZATION]
    return as_spoken(cast.home[bodies[0]], bodies[0]) if bodies else spoken


def _named(cast: Cast, place: Description) -> list[Spoken]:
    """The bodies that the author named before the place."""
    bodies = [m for m in cast.mentions if m.kind is MentionKind.ORGANIZATION and m.stretch.end <= place.at]
    return [as_spoken(cast.home[m], m) for m in bodies if not m.quoted]


def _suits(spoken: Spoken, noun: str, medium: bool) -> bool:
    """`ведомство` is no firm, `компания` no ministry, `издание` a medium."""
    name = (spoken.name or "").casefold()
    if _is_medium(spoken.entity) != medium:
        return False
    return not (noun in FIRMS and STATE.match(name)) and not (noun in OFFICES and _is_firm(spoken.entity))


def _is_firm(entity: Entity | None) -> bool:
    return entity is not None and bool(entity.generics & FIRMS)


def goes_back(noun: str) -> bool:
    """`компания`, `ведомство`, `издание`, `там`: what a body is called after it was named."""
    return noun == "там" or has_trait(noun, Trait.AGAIN) or has_trait(noun, Trait.PAPER)


def called_so(cast: Cast, place: Description) -> Spoken | None:
    """`суд` after `Басманный суд`, `компания` after `компания «Ромашка»`: the last body of which the noun is part."""
    earlier = (
        m for m in reversed(cast.mentions) if m.stretch.end <= place.at and m.sentence >= place.sentence - MEMORY
    )
    bodies = (m for m in earlier if m.kind is MentionKind.ORGANIZATION)
    return next((as_spoken(cast.home[m], m) for m in bodies if _is_called(cast.home[m], place.head)), None)


def _is_called(entity: Entity, noun: str) -> bool:
    """`суд`; `госдеп` of `Госдепартамент США`."""
    first = entity.name.casefold().split()[0]
    return noun in entity.generics or (len(noun) > 4 and first != noun and first.startswith(noun))


def _is_medium(entity: Entity | None) -> bool:
    return entity is not None and (entity.is_outlet or any(has_trait(noun, Trait.MEDIUM) for noun in entity.generics))
