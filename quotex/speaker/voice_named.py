"""Voices that are names: `Песков`, `Обама и Меркель`, `компания «Ромашка»`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quotex.lexicon.role import RoleKind, Trait, has_trait
from quotex.phrase import NAMING, climb, peers
from quotex.rules.claim import Slot
from quotex.speaker.entities import Entity
from quotex.speaker.mentions import Mention, MentionKind
from quotex.speaker.scene import Scene, SpeakerFound, is_kins

LONG_TITLE = 3  # words


def joint(scene: Scene) -> SpeakerFound | None:
    """`Обама и Меркель`, `Латвия, Литва и Польша`: peers of the head that the verb or the stretch takes together."""
    tokens, joined = scene.sentence.tokens, peers(scene.sentence, scene.voice.head)
    plural = scene.utterance.number == "Plur" and scene.token.has(Number="Sing")
    heads = [scene.voice.head, *(p for p in joined if plural or scene.voice.stretch.holds(tokens[p].stretch))]
    entities = [e for head in heads if (e := entity_at(scene, head))]
    apart = list(dict.fromkeys(entities))
    if len(apart) < 2 or len(entities) < len(heads):
        return None
    return _together(scene, apart)


def couple(scene: Scene) -> SpeakerFound | None:
    """`адвокаты Софи Ламбер и Кристоф Нгуен`: persons side by side in the stretch, however the parser joins them."""
    people = [
        m
        for m in scene.cast.in_sentence(scene.voice.sentence)
        if m.kind is MentionKind.PERSON and scene.voice.stretch.holds(m.stretch)
    ]
    text = scene.cast.doc.text
    gaps = [text[left.stretch.end : right.stretch.start].strip() for left, right in pairwise(people)]
    if not gaps or gaps[-1] != "и" or any(gap != "," for gap in gaps[:-1]):
        return None
    return _together(scene, [scene.cast.home[m] for m in people])


def _together(scene: Scene, entities: Sequence[Entity]) -> SpeakerFound:
    names = [e.name for e in entities]
    return SpeakerFound(", ".join(names[:-1]) + " и " + names[-1], "group", None, scene.voice.stretch, "joint")


def named(scene: Scene) -> SpeakerFound | None:
    """`Песков`, `министр Лавров`, `Кремль`, `компания «Ромашка»`."""
    mention = _named_at(scene, scene.voice.head)
    if mention is None:
        return None
    entity = scene.cast.home[mention]
    by = mention.kind.value if entity.kind != "person" else "surname" if len(mention.words) == 1 else "name"
    return SpeakerFound(entity.name, entity.kind, entity.role, scene.voice.stretch, by, entity)


def entity_at(scene: Scene, head: int) -> Entity | None:
    mention = _named_at(scene, head)
    return scene.cast.home[mention] if mention else None


def _named_at(scene: Scene, head: int) -> Mention | None:
    """The name that stands on the token or belongs to it; a person before a body."""
    here = [
        m
        for m in scene.cast.in_sentence(scene.voice.sentence)
        if m.kind is not MentionKind.ROLE and _linked(scene, m, head)
    ]
    people = [m for m in here if m.kind is MentionKind.PERSON]
    starts = {m.first for m in people}  # адвокат ‹Алёхиной› Оксана Дарова: another follows at once
    ranked = [*(m for m in people if m.last + 1 not in starts), *(m for m in here if m.outlet), *here]
    return next(iter(ranked), None)


def _linked(scene: Scene, mention: Mention, head: int) -> bool:
    """Whether the name stands on the head, under a title of which the head is part, or in apposition to the head."""
    noun = scene.sentence.tokens[head]
    role = scene.cast.roles.get(noun.lemma)
    inside = mention.first <= head <= mention.last
    if mention.kind is not MentionKind.PERSON and role not in (None, RoleKind.BODY) and not (mention.outlet and inside):
        return False
    if mention.kind is MentionKind.ORGANIZATION and mention.first > head and _owns(mention, noun.lemma):
        return False
    titled = any(t.first <= head <= t.last for t in mention.titles)
    apposed = head in climb(scene.sentence, mention.head, (*NAMING, "conj")) and _agrees(scene, mention, head)
    called = bool(mention.generic) and mention.generic == noun.lemma and 0 < mention.first - head <= 2
    return titled or inside or apposed or called or _ends_phrase(scene, mention, head)


def _owns(mention: Mention, noun: str) -> bool:
    """`пресс-служба ‹IBU›`: a foreign name shows no case; it is the name of a firm or paper, the owner of an office."""
    return mention.name.isascii() and has_trait(noun, Trait.OFFICE)


def _ends_phrase(scene: Scene, mention: Mention, head: int) -> bool:
    """`редактор журнала «Труд» Института мировой экономики ‹Олег Ким›`: however long the title, in its case."""
    case = scene.sentence.tokens[head].feats.get("Case")
    nearest = mention.first - head < LONG_TITLE  # по словам представителя ‹Олега Кима›: perhaps his representative
    person = mention.kind is MentionKind.PERSON and mention.case == case and head < mention.first
    return (
        person
        and not _names_body(scene, mention)
        and not (case == "Gen" and nearest)
        and not is_kins(scene.sentence.tokens[head].lemma, mention)
        and head == scene.voice.head
        and scene.voice.stretch.end == mention.stretch.end
    )


def _names_body(scene: Scene, mention: Mention) -> bool:
    """`редактор газеты ‹Кима›`: a name of one word right behind a body in the genitive is the body's."""
    before = scene.sentence.tokens[mention.first - 1]
    return len(mention.words) == 1 and before.has(Case="Gen") and scene.cast.roles.get(before.lemma) is RoleKind.BODY


def _agrees(scene: Scene, mention: Mention, head: int) -> bool:
    """`жена Петра Иванова` is not he: the noun stands in another case; nor is `муж Биби`, with a name of one word."""
    noun = scene.sentence.tokens[head]
    subject = scene.voice.slot is Slot.SUBJECT and head == scene.voice.head
    same_case = noun.has(Case=mention.case) or (subject and mention.case == "Nom" and noun.pos != "NOUN")
    several = noun.has(Number="Plur") and noun.pos == "NOUN"  # оппоненты ‹Кима›
    return mention.kind is not MentionKind.PERSON or (same_case and not several and not is_kins(noun.lemma, mention))
