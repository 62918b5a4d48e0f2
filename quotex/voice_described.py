"""Voices that are descriptions: `министр`, `компания`, `источник в мэрии`, `заявление МВД`."""

from __future__ import annotations

from quotex.antecedent import person_antecedent
from quotex.bodies import last_body
from quotex.description import bearer, fuller, is_generic, kind_of, only_person
from quotex.lexicon.role import RoleKind, Trait, has_trait
from quotex.naming import phrase_name
from quotex.scene import Scene, SpeakerFound, nobody
from quotex.voice_named import entity_at

CONTENTS = {"информация", "сведение", "данные", "версия", "позиция"}  # согласно данным полиции: the police speaks
NEAR = 4  # sentences


def document(scene: Scene) -> SpeakerFound | Scene | None:
    """`в заявлении МВД`: the ministry; `в статье`: the paper; `в твите`: the last person; `согласно данным`: nobody."""
    lemma = scene.token.lemma
    if lemma in CONTENTS or has_trait(lemma, Trait.STATEMENT):
        owner = _owner(scene)
        return scene.at(owner) if owner is not None else _author(scene) or _of_nobody(scene)
    if has_trait(lemma, Trait.PAPER) and not scene.description.rest:
        body = last_body(scene.cast, scene.spoken, scene.description)
        return scene.found(body, "document") if body else None
    if has_trait(lemma, Trait.PRIVATE) and not scene.description.rest:
        author = person_antecedent(scene.cast, scene.spoken, scene.description)
        return scene.found(author, "document") if author else None
    return _author(scene) if has_trait(lemma, Trait.TEXT) and not scene.description.rest else None


def _owner(scene: Scene) -> int | None:
    """The noun in the genitive (or on whose site) that a statement belongs to."""
    tokens = scene.sentence.tokens
    children = scene.sentence.children
    nouns = [c for c in children[scene.voice.head] if c > scene.voice.head and tokens[c].rel == "nmod"]
    nouns += [below for c in nouns if tokens[c].lemma == "сайт" for below in children[c] if below > c]
    owners = [c for c in nouns if tokens[c].has(Case="Gen") or entity_at(scene, c)]
    known = (c for c in owners if tokens[c].lemma in scene.cast.roles or entity_at(scene, c))
    return next(known, None)


def _of_nobody(scene: Scene) -> SpeakerFound | None:
    return nobody(scene.voice.stretch, "absent") if scene.role is not RoleKind.DOCUMENT else None


def _author(scene: Scene) -> SpeakerFound | None:
    """`в документе`, `в сообщении`, without a word of whose: the body or group that spoke just before."""
    near = [
        s for s in scene.spoken if s.kind in ("organization", "group") and scene.voice.sentence - s.sentence <= NEAR
    ]
    return scene.found(near[-1], "document") if near and scene.role is RoleKind.DOCUMENT else None


def described(scene: Scene) -> SpeakerFound | None:
    """`министр`, `глава ведомства`, `собеседник агентства`, `компания`."""
    if scene.token.has(Number="Plur"):
        return None
    if scene.role is RoleKind.PERSON:
        return _person_described(scene)
    if scene.role is RoleKind.BODY:
        return _body_described(scene)
    if scene.role is RoleKind.UNNAMED and scene.token.lemma in ("собеседник", "собеседница"):
        last = person_antecedent(scene.cast, scene.spoken, scene.description)
        return scene.found(last, "description") if last else None
    return _fuller(scene) if scene.role is RoleKind.UNNAMED else None


def _person_described(scene: Scene) -> SpeakerFound | None:
    description = scene.description
    if role := bearer(scene.cast, scene.spoken, description):
        return scene.found(role, "role")
    last = (
        person_antecedent(scene.cast, scene.spoken, description) if is_generic(scene.cast.roles, description) else None
    )
    if last := last or only_person(scene.cast, description):
        return scene.found(last, "description")
    later = bearer(scene.cast, scene.spoken, description, later=True)
    return scene.found(later, "role") if later else _fuller(scene)


def _body_described(scene: Scene) -> SpeakerFound | None:
    longer, description = _fuller(scene), scene.description
    if longer or description.nouns:
        return longer
    body = last_body(scene.cast, scene.spoken, description)
    return scene.found(body, "description") if body else None


def _fuller(scene: Scene) -> SpeakerFound | None:
    mention = fuller(scene.cast, scene.description) if not scene.description.rest else None
    return (
        SpeakerFound(mention.name, kind_of(mention.role, "Sing", True), None, scene.voice.stretch, "description")
        if mention
        else None
    )


def phrase(scene: Scene) -> SpeakerFound:
    """A description that nobody of the article bears stands under its own words."""
    if scene.token.pos in ("ADP", "PUNCT", "DET", "CCONJ", "SCONJ", "PART", "ADV"):
        return nobody(scene.voice.stretch, "absent")
    name = phrase_name(scene.sentence, scene.voice.head, *scene.run(scene.voice.head))
    if scene.token.text[:1].isdigit() or scene.token.text == "%":
        return SpeakerFound(scene.voice.stretch.of(scene.cast.doc.text), "group", None, scene.voice.stretch, "group")
    animate = scene.token.has(Animacy="Anim")
    kind = kind_of(scene.role, scene.token.feats.get("Number", "Sing"), animate)
    return SpeakerFound(name, kind, None, scene.voice.stretch, kind if kind in ("unnamed", "group") else "description")
