"""Who speaks: from what stands at the cue to an entity of the article, one candidate left or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quotex.antecedent import Spoken, entity_of, pronoun_antecedent
from quotex.description import ANAPHORIC, bearer, kind_of, last_body, last_person
from quotex.entities import Cast, Entity
from quotex.lexicon.role import RoleKind
from quotex.mentions import Mention, MentionKind
from quotex.naming import phrase_name
from quotex.parse import Sentence, Token
from quotex.phrase import NAMING, climb, extent, peers
from quotex.rules.claim import Slot, Voice
from quotex.span import Stretch

PRONOUNS = {"он": "", "она": "", "они": "", "его": "Masc", "ее": "Fem", "их": "", "тот": "", "последний": "", "сам": ""}


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quote in want of its speaker: what stands at the cue, where it is, and the forms of the cue's verb."""

    voice: Voice | None
    sentence: int
    at: int
    cued: bool = True
    gender: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class SpeakerFound:
    """The speaker of an utterance; `name` is None for a voice without a name."""

    name: str | None
    kind: str
    role: str | None
    mention: Stretch | None
    resolved_by: str
    entity: Entity | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a step may ask: the cast, who has spoken so far, and the utterance with the token it hangs on."""

    cast: Cast
    spoken: Sequence[Spoken]
    utterance: Utterance
    voice: Voice

    @property
    def sentence(self) -> Sentence:
        return self.cast.doc.sentences[self.voice.sentence]

    @property
    def token(self) -> Token:
        return self.sentence.tokens[self.voice.head]

    def found(self, spoken: Spoken, resolved_by: str) -> SpeakerFound:
        return SpeakerFound(spoken.name, spoken.kind, spoken.role, self.voice.stretch, resolved_by, spoken.entity)


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
    voice = utterance.voice
    if voice is None:
        return _unvoiced(spoken, utterance)
    if voice.slot is Slot.ABSENT:
        return SpeakerFound(None, "unnamed", None, None, "absent")
    scene = Scene(cast, spoken, utterance, voice)
    return next((speaker for step in STEPS if (speaker := step(scene))), None)


def _unvoiced(spoken: Sequence[Spoken], utterance: Utterance) -> SpeakerFound | None:
    """A quotation without a cue goes on with the last speaker; a cue without a subject too, where the verb agrees."""
    if not spoken or utterance.number == "Plur" or utterance.gender == "Neut":
        return SpeakerFound(None, "unnamed", None, None, "absent") if utterance.cued else None
    last = spoken[-1]
    if utterance.cued and utterance.gender and last.gender and utterance.gender != last.gender:
        return None
    return SpeakerFound(last.name, last.kind, last.role, None, "adjacency", last.entity)


def _spoken(cast: Cast, speaker: SpeakerFound, utterance: Utterance) -> Spoken:
    gender, number = (speaker.entity.gender, "Sing") if speaker.entity else ("", "Sing")
    at, sentence = utterance.at, utterance.sentence
    if utterance.voice:
        at, sentence = utterance.voice.stretch.start, utterance.voice.sentence
        token = cast.doc.sentences[sentence].tokens[utterance.voice.head]
        gender = gender or token.feats.get("Gender", "")
        number = "Plur" if speaker.kind == "group" else token.feats.get("Number", "Sing")
    return Spoken(speaker.name, speaker.kind, gender, number, sentence, at, speaker.entity, speaker.role)


def _mentions(scene: Scene) -> list[Mention]:
    return [m for m in scene.cast.mentions if m.sentence == scene.voice.sentence and m.stretch.meets(scene.voice.stretch)]


def _linked(scene: Scene, mention: Mention, head: int) -> bool:
    """Whether the mention is what the head names: the head itself, its title's noun, or in apposition to it."""
    if mention.first <= head <= mention.last or any(t.first <= head <= t.last for t in mention.titles):
        return True
    return head in climb(scene.sentence, mention.head, NAMING)


def _joint(scene: Scene) -> SpeakerFound | None:
    """`Обама и Меркель`, `Латвия, Литва и Польша`: peers of the head inside the stretch."""
    heads = [scene.voice.head, *(p for p in peers(scene.sentence, scene.voice.head) if _within(scene, p))]
    if len(heads) < 2:
        return None
    entities = [e for head in heads if (e := _entity_at(scene, head))]
    if len(entities) < len(heads):
        return None
    names = [e.name for e in entities]
    return SpeakerFound(", ".join(names[:-1]) + " и " + names[-1], "group", None, scene.voice.stretch, "joint")


def _within(scene: Scene, index: int) -> bool:
    return scene.voice.stretch.holds(scene.sentence.tokens[index].stretch)


def _entity_at(scene: Scene, head: int) -> Entity | None:
    linked = [m for m in _mentions(scene) if m.kind is not MentionKind.ROLE and _linked(scene, m, head)]
    return entity_of(scene.cast, linked[0]) if linked else None


def _named(scene: Scene) -> SpeakerFound | None:
    """`Песков`, `министр Лавров`, `Кремль`, `компания «Ромашка»`."""
    linked = [m for m in _mentions(scene) if m.kind is not MentionKind.ROLE and _linked(scene, m, scene.voice.head)]
    people = [m for m in linked if m.kind is MentionKind.PERSON]
    mention = next(iter(people or linked), None)
    entity = entity_of(scene.cast, mention) if mention else None
    if mention is None or entity is None:
        return None
    by = "surname" if len(mention.words) == 1 else mention.kind.value if entity.kind != "person" else "name"
    return SpeakerFound(entity.name, entity.kind, entity.role, scene.voice.stretch, by, entity)


def _pronoun(scene: Scene) -> SpeakerFound | None:
    """`он`, `её`, `их`, `тот`."""
    token = scene.token
    if token.pos not in ("PRON", "DET") and token.lemma not in PRONOUNS:
        return None
    gender, number = _forms(scene, token)
    found = pronoun_antecedent(scene.cast, scene.spoken, scene.voice.stretch.start, scene.voice.sentence, gender, number)
    return scene.found(found, "pronoun") if found else None


def _forms(scene: Scene, token: Token) -> tuple[str, str]:
    word = token.text.lower().replace("ё", "е")
    fixed = {"его": ("Masc", "Sing"), "ее": ("Fem", "Sing"), "их": ("", "Plur"), "они": ("", "Plur"), "он": ("Masc", "Sing"), "она": ("Fem", "Sing")}
    if word in fixed:
        return fixed[word]
    return token.feats.get("Gender") or scene.utterance.gender, token.feats.get("Number", "Sing")


def _described(scene: Scene) -> SpeakerFound | None:
    """`министр`, `глава ведомства`, `собеседник агентства`, `компания`."""
    token = scene.token
    kind = scene.cast.roles.get(token.lemma)
    if token.feats.get("Number") == "Plur":
        return None
    if kind is RoleKind.PERSON:
        return _person_described(scene)
    if kind is RoleKind.UNNAMED:
        last = last_person(scene.spoken, scene.voice.sentence, "")
        return scene.found(last, "description") if last and token.lemma in ("собеседник", "собеседница") else None
    if kind is RoleKind.BODY and token.lemma in ANAPHORIC and len(_lemmas(scene)) < 3:
        body = last_body(scene.cast, scene.spoken, scene.voice.stretch.start, scene.voice.sentence)
        return scene.found(body, "description") if body else None
    return None


def _person_described(scene: Scene) -> SpeakerFound | None:
    lemmas = _lemmas(scene)
    gender = "Fem" if scene.token.feats.get("Gender") == "Fem" else scene.utterance.gender
    role = bearer(scene.cast, scene.spoken, scene.voice.stretch.start, lemmas, gender)
    if role:
        return scene.found(role, "role")
    last = last_person(scene.spoken, scene.voice.sentence, gender) if len(lemmas) < 3 else None
    return scene.found(last, "description") if last else None


def _lemmas(scene: Scene) -> list[str]:
    """Head first, then the other words of the description."""
    first, last = extent(scene.sentence, scene.voice.head)
    tokens = scene.sentence.tokens
    return [scene.token.lemma] + [tokens[i].lemma for i in range(first, last + 1) if i != scene.voice.head and tokens[i].pos in ("NOUN", "ADJ", "PROPN")]


def _phrase(scene: Scene) -> SpeakerFound:
    """A description that nobody of the article bears stands under its own words."""
    first, last = extent(scene.sentence, scene.voice.head)
    name = phrase_name(scene.sentence, scene.voice.head, first, last)
    token = scene.token
    kind = kind_of(scene.cast.roles.get(token.lemma), token.feats.get("Number", "Sing"), token.feats.get("Animacy") == "Anim")
    by = {"unnamed": "unnamed", "group": "group"}.get(kind, "description")
    return SpeakerFound(name, kind, None, scene.voice.stretch, by)


STEPS: tuple[Step, ...] = (_joint, _named, _pronoun, _described, _phrase)
