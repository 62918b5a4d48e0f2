"""Descriptions: `министр`, `политик`, `компания`, `собеседник агентства`, to whoever bears the role."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.antecedent import MEMORY, Spoken, as_spoken
from quotex.entities import Cast, Entity
from quotex.lexicon.role import RoleKind
from quotex.mentions import MentionKind

# Words for one office: any of a line stands for any other.
SAME_OFFICE = (
    {"президент", "глава", "лидер"},
    {"премьер", "премьер-министр", "глава"},
    {"глава", "руководитель", "директор", "начальник", "председатель", "министр", "мэр", "губернатор"},
    {"мэр", "градоначальник"},
    {"тренер", "наставник"},
    {"замминистра", "заместитель"},
    {"депутат", "парламентарий", "политик"},
    {"адвокат", "юрист", "защитник"},
    {"представитель", "пресс-секретарь"},
    {"посол", "дипломат"},
)
# Bodies that are called so only after they have been named.
ANAPHORIC = frozenset(
    "компания авиакомпания корпорация холдинг концерн автоконцерн фирма ведомство агентство информагентство издание газета журнал "
    "телеканал канал портал сайт ресурс организация объединение министерство лоукостер производитель перевозчик банк клуб регулятор "
    "предприятие департамент студия киностудия таблоид радиостанция застройщик ритейлер".split()
)


def bearer(cast: Cast, spoken: Sequence[Spoken], at: int, lemmas: Sequence[str], gender: str) -> Spoken | None:
    """The person whose title says what the description says; of several the one who spoke last."""
    bearers = [e for e in cast.entities if e.kind == "person" and _fits(e, gender) and any(_bears(t.lemmas, lemmas) for t in e.titles)]
    if not bearers:
        return None
    voices = [s for s in spoken if s.entity in bearers]
    if voices:
        return voices[-1]
    known = [e for e in bearers if e.mentions[0].stretch.start < at] or bearers
    return as_spoken(known[-1], known[-1].mentions[0]) if len(known) == 1 else _latest_mentioned(known, at)


def _latest_mentioned(entities: Sequence[Entity], at: int) -> Spoken:
    def last(entity: Entity) -> int:
        return max((m.stretch.start for m in entity.mentions if m.stretch.start < at), default=-1)

    best = max(entities, key=last)
    return as_spoken(best, best.mentions[0])


def _fits(entity: Entity, gender: str) -> bool:
    return not gender or not entity.gender or entity.gender == gender


def _bears(title: Sequence[str], description: Sequence[str]) -> bool:
    """Every word of the description is in the title, its head as itself or as another word for the office."""
    head, *rest = description
    return _same_office(head, title) and all(word in title for word in rest)


def _same_office(word: str, title: Sequence[str]) -> bool:
    return word in title or any(word in office and office & set(title) for office in SAME_OFFICE)


def last_person(spoken: Sequence[Spoken], sentence: int, gender: str) -> Spoken | None:
    """The person or unnamed voice that spoke last, if it agrees."""
    for voice in reversed(spoken):
        if voice.kind in ("person", "unnamed") and sentence - voice.sentence <= 2 * MEMORY:
            return voice if not gender or not voice.gender or voice.gender == gender else None
    return None


def last_body(cast: Cast, spoken: Sequence[Spoken], at: int, sentence: int) -> Spoken | None:
    """The body that spoke last, or else was named last."""
    for voice in reversed(spoken):
        if voice.kind == "organization" and sentence - voice.sentence <= 2 * MEMORY and voice.entity:
            return voice
    bodies = [m for m in cast.mentions if m.kind is MentionKind.ORGANIZATION and m.stretch.end <= at and not m.quoted]
    entity = next((e for e in cast.entities if bodies and any(m is bodies[-1] for m in e.mentions)), None)
    return as_spoken(entity, bodies[-1]) if entity else None


def kind_of(role: RoleKind | None, number: str, animate: bool) -> str:
    """The kind of a speaker that keeps its description as its name."""
    if role is RoleKind.UNNAMED:
        return "unnamed"
    if role in (RoleKind.BODY, RoleKind.DOCUMENT):
        return "organization"
    if role is RoleKind.GROUP or (number == "Plur" and (role is RoleKind.PERSON or animate)):
        return "group"
    return "person" if role is RoleKind.PERSON or animate else "organization"
