"""Voices that are descriptions: `министр`, `компания`, `источник в мэрии`."""

from __future__ import annotations

from dataclasses import replace

from quotex.lexicon.role import RoleKind
from quotex.morph import is_known
from quotex.naming import phrase_name
from quotex.phrase import ANONYMOUS, possessives
from quotex.speaker.antecedent import INTERLOCUTORS, person_antecedent
from quotex.speaker.bodies import called_so, goes_back, last_body
from quotex.speaker.description import bearer, fuller, goes_on, is_generic, kind_of, only_person, person_near
from quotex.speaker.mentions import wording
from quotex.speaker.scene import Scene, SpeakerFound, nobody
from quotex.speaker.voice_named import entity_at

FIRST_MET = ANONYMOUS | {"некий", "один"}
ASKING = ("журналист", "журналистка", "репортер", "корреспондент", "ведущий", "ведущая")
JOURNALISTS = ("обозреватель", "журналист", "редактор", "главред", "колумнист")


def described(scene: Scene) -> SpeakerFound | Scene | None:
    """`министр`, `глава ведомства`, `собеседник агентства`, `компания`."""
    if scene.token.has(Number="Plur") or _is_new(scene):
        return None
    if scene.role is RoleKind.PERSON or _is_human(scene):
        return _person_described(scene)
    if scene.role is RoleKind.BODY:
        return _body_described(scene) or _bearing(scene)
    if scene.role is RoleKind.UNNAMED and scene.token.lemma in INTERLOCUTORS:
        last = person_antecedent(scene.cast, scene.spoken, scene.description)
        return scene.found(last, "description") if last else None
    return _fuller(scene) if scene.role is RoleKind.UNNAMED else None


def _is_new(scene: Scene) -> bool:
    """`собеседник газеты в мэрии`, `знакомый с делом юрист`, `некий юрист`: nobody known already."""
    words = [t for t in scene.sentence.tokens if scene.voice.stretch.holds(t.stretch)]
    first = [t for t in words if t.start < scene.token.start]
    told = any(t.pos == "ADP" for t in (words if scene.role is RoleKind.UNNAMED else first))
    return told or any(t.lemma in FIRST_MET for t in first)


def _opening(scene: Scene) -> int:
    """`‹знакомый› с делом юрист`: the participle or adjective that opens the voice before its noun."""
    first = scene.sentence.at(scene.voice.stretch.start)
    token = scene.sentence.tokens[first]
    agrees = all(token.feats.get(k) == scene.token.feats.get(k) for k in ("Case", "Number"))
    return first if agrees and token.pos == "ADJ" and token.head == scene.voice.head else scene.voice.head


def _is_human(scene: Scene) -> bool:
    """`исследовательница`, `Исследовательница`: somebody, though no table knows the word; not `Схинас`."""
    bare = scene.role is None and not scene.description.rest
    common = scene.token.text.islower() or (scene.token.text[1:].islower() and is_known(scene.token.text))
    return bare and common and scene.token.has(Animacy="Anim")


def _person_described(scene: Scene) -> SpeakerFound | Scene | None:
    description = scene.description
    if description.head == "корреспондент" and (paper := _paper(scene)) is not None:
        return scene.at(paper)
    if role := bearer(scene.cast, scene.spoken, description):
        return scene.found(role, "role")
    if possessives(scene.sentence, scene.voice.head):
        return replace(phrase(scene), resolved_by="possessive")  # ‹его› адвокат: not he
    generic = _is_anybody(scene)
    last = person_antecedent(scene.cast, scene.spoken, description) if generic else goes_on(scene.spoken, description)
    if last := last or only_person(scene.cast, description):
        return scene.found(last, "description")
    if later := bearer(scene.cast, scene.spoken, description, later=True):
        return scene.found(later, "role")
    near = person_near(scene.cast, description) if generic and not description.rest else None
    return scene.found(near, "description") if near else _fuller(scene)


def _is_anybody(scene: Scene) -> bool:
    """`политик`, `врач`: whoever was just named; not `журналист`, who asks, nor `обозреватель «Труда»`."""
    asks = scene.description.head in ASKING and not scene.description.rest
    return is_generic(scene.cast.roles, scene.description) and not asks and not _of_outlet(scene)


def _bearing(scene: Scene) -> SpeakerFound | None:
    """`оператор`, who may be a firm or a man: whoever is called so anywhere."""
    if not scene.token.has(Animacy="Anim"):
        return None
    found = (bearer(scene.cast, scene.spoken, scene.description, later) for later in (False, True))
    return next((scene.found(f, "role") for f in found if f), None)


def _of_outlet(scene: Scene) -> bool:
    """`обозреватель «Труда»`: nobody of those whom the paper writes about."""
    return scene.description.head in JOURNALISTS and _paper(scene) is not None


def _paper(scene: Scene) -> int | None:
    """`передаёт корреспондент ‹ТАСС›`: the outlet speaks."""
    children = scene.sentence.children[scene.voice.head]
    return next((c for c in children if (entity := entity_at(scene, c)) and entity.is_outlet), None)


def _body_described(scene: Scene) -> SpeakerFound | None:
    """`компания`: who is called so; `комитет`: the fuller `комитет по делам молодёжи`; `ведомство`: the last body."""
    longer, description = _fuller(scene), scene.description
    called = None if description.rest else called_so(scene.cast, description)
    if called is None and (
        description.nouns or (longer and (len(description.rest) > 1 or not goes_back(description.head)))
    ):
        return longer
    body = last_body(scene.cast, scene.spoken, description)
    return scene.found(body, "description") if body else longer


def _fuller(scene: Scene) -> SpeakerFound | None:
    mention = fuller(scene.cast, scene.description) if not scene.description.rest else None
    if mention is None:
        return None
    name, kind = wording(scene.cast.doc, mention), kind_of(mention.role, "Sing", True)
    return SpeakerFound(name, kind, None, scene.voice.stretch, "description")


def phrase(scene: Scene) -> SpeakerFound:
    """A description that nobody of the article bears stands under its own words."""
    if scene.token.pos in ("ADP", "PUNCT", "DET", "CCONJ", "SCONJ", "PART", "ADV"):
        return nobody(scene.voice.stretch, "absent")
    first, last = scene.run(scene.voice.head)
    name = phrase_name(scene.sentence, scene.voice.head, min(first, _opening(scene)), last)
    if scene.token.text[:1].isdigit() or scene.token.text == "%" or scene.token.lemma == "процент":
        return SpeakerFound(scene.voice.stretch.of(scene.cast.doc.text), "group", None, scene.voice.stretch, "group")
    animate = scene.token.has(Animacy="Anim")
    kind = kind_of(scene.role, scene.token.feats.get("Number", "Sing"), animate)
    return SpeakerFound(name, kind, None, scene.voice.stretch, kind if kind in ("unnamed", "group") else "description")
