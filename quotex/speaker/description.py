"""Descriptions: `министр`, `глава ведомства`, `представитель завода`, to the person who bears the role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotex.lexicon.role import RoleKind, Roles, Trait, countries, has_trait, offices
from quotex.speaker.entities import Cast, Entity
from quotex.speaker.mentions import Mention, MentionKind
from quotex.speaker.spoken import Spoken, as_spoken, fits

IN_TITLES = {
    "кремль": "президент", "дипломатия": "иностранный", "мид": "иностранный", "мвд": "внутренний", "цб": "банк",
    "центробанк": "банк", "ек": "еврокомиссия", "еврокомиссия": "ек", "ес": "евросоюз", "евросоюз": "ес",
    "госдума": "дума", "скр": "следственный", "ск": "следственный", "генпрокуратура": "прокуратура",
    "госдепартамент": "госдеп", "госдеп": "госдепартамент",
}  # глава МИД: министр иностранных дел  # fmt: skip
WHOSE = ("он", "она", "они", "его", "ее", "их", "свой")  # lemmas of possessives
NEAR = 3  # sentences
STATE = {"государство", "страна", "правительство"}  # глава государства: the president
BODY = {
    "ведомство",
    "компания",
    "организация",
    "министерство",
    "регион",
    "город",
    "департамент",
    "район",
    "партия",
    "агентство",
}


@dataclass(frozen=True, slots=True)
class Description:
    """A role noun and its words: `глава Минторга США` is (глава; минторг, сша); its gender, where known; its place."""

    head: str
    rest: tuple[str, ...]
    nouns: tuple[str, ...]
    gender: str
    at: int
    sentence: int


def bearer(cast: Cast, spoken: Sequence[Spoken], description: Description, later: bool = False) -> Spoken | None:
    """The person whose title says what the description says: in its own words, or else in others for the same office.

    One who is named before the description, or `later`, as where the headline says `министр` and the text names him.
    """
    named = [e for e in cast.people if fits(e.gender, description.gender)]
    people = [e for e in named if (e.mentions[0].stretch.start >= description.at) == later]
    for same in (_same_word, _same_office):
        bearers = [
            e
            for e in people
            if any(same(description.head, t.lemmas) and _bears(t.lemmas, description) for t in e.titles)
        ]
        if bearers:
            return _latest(bearers, spoken, description.at)
    return None


def _latest(bearers: Sequence[Entity], spoken: Sequence[Spoken], at: int) -> Spoken:
    """Of several bearers the one who spoke last, else the one mentioned last before, else the first to come."""
    voices = [s for s in spoken if s.entity in bearers]
    if voices:
        return voices[-1]

    def last(entity: Entity) -> tuple[int, int]:
        before = [m.stretch.start for m in entity.mentions if m.stretch.start < at]
        return max(before, default=-1), -entity.mentions[0].stretch.start

    best = max(bearers, key=last)
    return as_spoken(best, best.mentions[0])


def _same_word(word: str, title: Sequence[str]) -> bool:
    return word in title


def _same_office(word: str, title: Sequence[str]) -> bool:
    return any(word in office and office & set(title) for office in offices())


def _bears(title: Sequence[str], description: Description) -> bool:
    """`главный тренер «Бора»` is met by `тренер «Бора»`."""
    rest = [word for word in description.rest if word != "главный"] or description.rest
    return all(_met(word, title) for word in rest)


def _met(word: str, title: Sequence[str]) -> bool:
    """`Минторга` is met by `торговли`, `МИД` by `иностранных дел`, `государства` by a president, `ведомства` by all.

    `американский` is met by `США`; Russia and adjectives also where the title names no country.
    """
    if word in countries():
        lands = {countries()[lemma] for lemma in title if lemma in countries()}
        return countries()[word] in lands or (not lands and (word.endswith("ий") or countries()[word] == "россия"))
    if word in title or word in BODY or (word in STATE and "президент" in title):
        return True
    if word.startswith("мин") and len(word) > 5:
        return any(lemma.startswith(word[3:7]) for lemma in title)
    return IN_TITLES.get(word) in title


def goes_on(spoken: Sequence[Spoken], description: Description) -> Spoken | None:
    """`‹Президент США› добавил` right after somebody without a title spoke, or `его тренер Иван Ким`: the same."""
    last = spoken[-1] if spoken else None
    if last is None or last.kind != "person" or last.entity is None or description.sentence - last.sentence > NEAR:
        return None
    titles = [t.lemmas for t in last.entity.titles]
    untitled = not titles and len(description.rest) < 2 and _is_office(description.head)
    same = untitled or any(_is_part(title, description) for title in titles)
    return last if same and fits(last.gender, description.gender) else None


def _is_office(word: str) -> bool:
    """`президент`, `глава`: there is one; `представитель` and `житель` may be others than those before."""
    return any(word in office for office in offices()) and word != "представитель"


def _is_part(title: Sequence[str], description: Description) -> bool:
    """`главный тренер` of `главный тренер сборной`; `пресс-секретарь ведомства` of `представитель МВД`."""
    head = description.head
    words = [w for w in title if w not in WHOSE and w not in BODY and w not in (*description.rest, head)]
    named = _same_word(head, title) or _same_office(head, title)
    return named and all(any(w in office and head in office for office in offices()) for w in words)


def is_generic(roles: Roles, description: Description) -> bool:
    """`политик`, `российский учёный`, `глава ведомства`: what anybody just named may be called."""
    return len(description.rest) < 2 and not has_trait(description.head, Trait.OF_ONE)


def only_person(cast: Cast, description: Description) -> Spoken | None:
    """The one person named so far, if no title tells otherwise."""
    before = [e for e in cast.people if e.mentions[0].stretch.start < description.at]
    untitled = len(before) == 1 and not before[0].titles and fits(before[0].gender, description.gender)
    return as_spoken(before[0], before[0].mentions[0]) if untitled else None


def person_near(cast: Cast, description: Description) -> Spoken | None:
    """`Премию дали Анне Ким. ‹Спортсменка› рада`: the one person of that gender in this sentence or the one before."""
    before = [m for m in cast.mentions if m.kind is MentionKind.PERSON and m.stretch.end <= description.at]
    near = [m for m in before if m.sentence >= description.sentence - 1 and not m.quoted]
    people = {cast.home[m]: m for m in near if fits(cast.home[m].gender, description.gender)}
    return next((as_spoken(person, m) for person, m in people.items()), None) if len(people) == 1 else None


def fuller(cast: Cast, description: Description) -> Mention | None:
    """`пресс-служба` after `пресс-служба завода`: the last description with the same noun and more words."""
    alike = (m for m in reversed(cast.mentions) if m.kind is MentionKind.ROLE and m.lemma == description.head)
    return next(
        (m for m in alike if m.stretch.end <= description.at and m.rest and m.number == "Sing" and not m.quoted), None
    )


def kind_of(role: RoleKind | None, number: str, animate: bool) -> str:
    """The kind of a speaker that keeps its description as its name."""
    if role is RoleKind.UNNAMED:
        return "unnamed"
    if role in (RoleKind.BODY, RoleKind.DOCUMENT):
        return "organization"
    if role is RoleKind.GROUP or (number == "Plur" and (role is RoleKind.PERSON or animate)):
        return "group"
    return "person" if role is RoleKind.PERSON or animate else "organization"
