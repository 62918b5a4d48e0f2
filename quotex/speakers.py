"""Who speaks: from what stands at the cue to an entity of the article, one candidate left or none.

people = cast(doc, roles, outlets)
resolve(people, [Utterance(voice, sentence, at, gender="Masc"), …])
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from quotex.antecedent import person_antecedent, pronoun_antecedent
from quotex.bodies import last_body
from quotex.description import Description, bearer, fuller, is_generic, kind_of, only_person
from quotex.entities import Cast, Entity
from quotex.lexicon.role import RoleKind, Trait, has_trait
from quotex.mentions import Mention, MentionKind
from quotex.naming import phrase_name
from quotex.parse import Token
from quotex.phrase import NAMING, climb, extent, peers
from quotex.rules.claim import Slot
from quotex.scene import Scene, SpeakerFound, Utterance
from quotex.spoken import Spoken

__all__ = ["SpeakerFound", "Utterance", "resolve"]

PRONOUNS = {
    "он": ("Masc", "Sing"), "она": ("Fem", "Sing"), "они": ("", "Plur"), "тот": ("Masc", "Sing"), "та": ("Fem", "Sing"),
    "его": ("Masc", "Sing"), "ее": ("Fem", "Sing"), "их": ("", "Plur"),
}  # fmt: skip
CONTENTS = {"информация", "сведение", "данные", "версия", "позиция"}  # согласно данным полиции: the police speaks
NEAR = 4  # sentences

Step = Callable[[Scene], SpeakerFound | None]


def resolve(cast: Cast, utterances: Sequence[Utterance]) -> list[SpeakerFound | None]:
    """The speaker of each utterance, in the order given (that of the text); None where nobody is named."""
    spoken: list[Spoken] = []
    found: list[SpeakerFound | None] = []
    for utterance in utterances:
        speaker = _speaker(cast, spoken, utterance)
        found.append(speaker)
        if speaker and speaker.name:
            spoken.append(_spoken(cast, speaker, utterance))
    return found


def _speaker(cast: Cast, spoken: Sequence[Spoken], utterance: Utterance) -> SpeakerFound | None:
    if utterance.voice is None:
        return _unvoiced(cast, spoken, utterance)
    if utterance.voice.slot is Slot.ABSENT:
        return SpeakerFound(None, "unnamed", None, None, "absent")
    return _stepped(Scene(cast, spoken, utterance, utterance.voice))


def _stepped(scene: Scene) -> SpeakerFound | None:
    return next((speaker for step in STEPS if (speaker := step(scene))), None)


def _unvoiced(cast: Cast, spoken: Sequence[Spoken], utterance: Utterance) -> SpeakerFound | None:
    """A quotation without a cue goes on with the last speaker; so does `добавил, что`; `сообщается, что` has none."""
    if not utterance.cued or _is_active(cast, utterance):
        agreeing = [s for s in spoken[-1:] if not utterance.gender or not s.gender or s.gender == utterance.gender]
        return (
            SpeakerFound(agreeing[0].name, agreeing[0].kind, agreeing[0].role, None, "adjacency", agreeing[0].entity)
            if agreeing
            else None
        )
    return SpeakerFound(None, "unnamed", None, None, "absent")


def _is_active(cast: Cast, utterance: Utterance) -> bool:
    """`добавил`, `надеется`: a verb that wants a subject of one person, unlike `сообщается` and `считают`."""
    sentence = cast.doc.sentences[utterance.sentence]
    index = sentence.at(utterance.at)
    verb = sentence.tokens[index] if index < len(sentence.tokens) else None
    if utterance.gender in ("Masc", "Fem") or verb is None:
        return utterance.gender != ""
    return verb.pos == "VERB" and verb.has(Number="Sing", Person="3") and not verb.has(Voice="Pass")


def _spoken(cast: Cast, speaker: SpeakerFound, utterance: Utterance) -> Spoken:
    gender, number, voice = speaker.entity.gender if speaker.entity else "", "Sing", utterance.voice
    if voice is None:
        return Spoken(
            speaker.name, speaker.kind, gender, number, utterance.sentence, utterance.at, speaker.entity, speaker.role
        )
    token = cast.doc.sentences[voice.sentence].tokens[voice.head]
    kind = "document" if cast.roles.get(token.lemma) is RoleKind.DOCUMENT and not speaker.entity else speaker.kind
    number = "Plur" if kind == "group" else token.feats.get("Number", "Sing")
    gender = gender or (token.feats.get("Gender", "") if speaker.kind != "person" else utterance.gender)
    return Spoken(speaker.name, kind, gender, number, voice.sentence, voice.stretch.start, speaker.entity, speaker.role)


def _joint(scene: Scene) -> SpeakerFound | None:
    """`Обама и Меркель`, `Латвия, Литва и Польша`: peers of the head that the verb or the stretch takes together."""
    tokens, joined = scene.sentence.tokens, peers(scene.sentence, scene.voice.head)
    plural = scene.utterance.number == "Plur" and scene.token.has(Number="Sing")
    heads = [scene.voice.head, *(p for p in joined if plural or scene.voice.stretch.holds(tokens[p].stretch))]
    entities = [e for head in heads if (e := _entity_at(scene, head))]
    if len(heads) < 2 or len(entities) < len(heads):
        return None
    return _together(scene, entities)


def _couple(scene: Scene) -> SpeakerFound | None:
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


def _entity_at(scene: Scene, head: int) -> Entity | None:
    mention = _named_at(scene, head)
    return scene.cast.home[mention] if mention else None


def _named_at(scene: Scene, head: int) -> Mention | None:
    """The name that stands on the token or belongs to it; a person before a body."""
    here = [
        m
        for m in scene.cast.in_sentence(scene.voice.sentence)
        if m.kind is not MentionKind.ROLE and _linked(scene, m, head)
    ]
    return next((m for m in here if m.kind is MentionKind.PERSON), next(iter(here), None))


def _linked(scene: Scene, mention: Mention, head: int) -> bool:
    """Whether the name stands on the head, under a title of which the head is part, or in apposition to the head."""
    role = scene.cast.roles.get(scene.sentence.tokens[head].lemma)
    inside = mention.first <= head <= mention.last
    if mention.kind is not MentionKind.PERSON and role not in (None, RoleKind.BODY) and not (mention.outlet and inside):
        return False
    titled = any(t.first <= head <= t.last for t in mention.titles)
    apposed = head in climb(scene.sentence, mention.head, NAMING) and _agrees(mention, scene.sentence.tokens[head])
    return titled or inside or apposed


def _agrees(mention: Mention, noun: Token) -> bool:
    """`жена Петра Иванова` is not he: the noun stands in another case; nor is `муж Биби`, with a name of one word."""
    person = mention.kind is MentionKind.PERSON
    return not person or (
        noun.has(Case=mention.case) and (len(mention.words) > 1 or not has_trait(noun.lemma, Trait.KIN))
    )


def _named(scene: Scene) -> SpeakerFound | None:
    """`Песков`, `министр Лавров`, `Кремль`, `компания «Ромашка»`."""
    mention = _named_at(scene, scene.voice.head)
    if mention is None:
        return None
    entity = scene.cast.home[mention]
    by = mention.kind.value if entity.kind != "person" else "surname" if len(mention.words) == 1 else "name"
    return SpeakerFound(entity.name, entity.kind, entity.role, scene.voice.stretch, by, entity)


def _pronoun(scene: Scene) -> SpeakerFound | None:
    """`он`, `её`, `их`, `тот`; `там` is the body before. A pronoun without antecedent names nobody."""
    word = scene.token.text.lower().replace("ё", "е")
    if word == "там":
        found = last_body(scene.cast, scene.spoken, scene.description)
    elif scene.token.has(Person="1"):
        found = None
    elif word in PRONOUNS or scene.token.pos == "PRON":
        gender, number = PRONOUNS.get(word, (scene.utterance.gender, scene.token.feats.get("Number", "Sing")))
        place = Description(word, (), (), gender, scene.voice.stretch.start, scene.voice.sentence)
        found = pronoun_antecedent(scene.cast, scene.spoken, place, number)
    else:
        return None
    return (
        scene.found(found, "pronoun") if found else SpeakerFound(None, "unnamed", None, scene.voice.stretch, "pronoun")
    )


def _relative(scene: Scene) -> SpeakerFound | None:
    """`источник, который сказал, что …`: the noun that the clause belongs to speaks."""
    tokens = scene.sentence.tokens
    noun = tokens[scene.token.head].head if scene.token.head >= 0 else -1
    if scene.token.lemma != "который" or noun < 0 or tokens[noun].start >= scene.token.start:
        return None
    return _stepped(scene.at(noun))


def _document(scene: Scene) -> SpeakerFound | None:
    """`в заявлении МВД`: the ministry; `в статье`: the paper; `в твите`: the last person; `согласно данным`: nobody."""
    lemma = scene.token.lemma
    if lemma in CONTENTS or has_trait(lemma, Trait.STATEMENT):
        owner = _owner(scene)
        return _stepped(scene.at(owner)) if owner is not None else _author(scene) or _of_nobody(scene)
    if has_trait(lemma, Trait.PAPER) and not scene.description.rest:
        body = last_body(scene.cast, scene.spoken, scene.description)
        return scene.found(body, "document") if body else None
    if has_trait(lemma, Trait.PRIVATE) and not scene.description.rest:
        author = person_antecedent(scene.cast, scene.spoken, scene.description)
        return scene.found(author, "document") if author else None
    return _author(scene) if has_trait(lemma, Trait.TEXT) and not scene.description.rest else None


def _author(scene: Scene) -> SpeakerFound | None:
    """`в документе`, `в сообщении`, without a word of whose: the body or group that spoke just before."""
    near = [
        s for s in scene.spoken if s.kind in ("organization", "group") and scene.voice.sentence - s.sentence <= NEAR
    ]
    return scene.found(near[-1], "document") if near and scene.role is RoleKind.DOCUMENT else None


def _owner(scene: Scene) -> int | None:
    """The noun in the genitive (or on whose site) that a statement belongs to."""
    tokens = scene.sentence.tokens
    children = [
        c for c in scene.sentence.children[scene.voice.head] if c > scene.voice.head and tokens[c].rel == "nmod"
    ]
    owners = [c for c in children if tokens[c].has(Case="Gen") or _entity_at(scene, c)]
    return next((c for c in owners if scene.cast.roles.get(tokens[c].lemma) or _entity_at(scene, c)), None)


def _of_nobody(scene: Scene) -> SpeakerFound | None:
    vague = scene.role is not RoleKind.DOCUMENT
    return SpeakerFound(None, "unnamed", None, scene.voice.stretch, "absent") if vague else None


def _described(scene: Scene) -> SpeakerFound | None:
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


def _phrase(scene: Scene) -> SpeakerFound:
    """A description that nobody of the article bears stands under its own words."""
    name = phrase_name(scene.sentence, scene.voice.head, *extent(scene.sentence, scene.voice.head))
    if scene.token.text[:1].isdigit() or scene.token.text == "%":
        return SpeakerFound(scene.voice.stretch.of(scene.cast.doc.text), "group", None, scene.voice.stretch, "group")
    animate = scene.token.has(Animacy="Anim")
    kind = kind_of(scene.role, scene.token.feats.get("Number", "Sing"), animate)
    return SpeakerFound(name, kind, None, scene.voice.stretch, kind if kind in ("unnamed", "group") else "description")


STEPS: tuple[Step, ...] = (_joint, _couple, _named, _relative, _pronoun, _document, _described, _phrase)
