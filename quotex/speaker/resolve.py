"""Who speaks: from what stands at the cue to an entity of the article, one candidate left or none.

people = cast(doc, roles, outlets)
resolve(people, [Utterance(voice, sentence, at, gender="Masc"), …])
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from quotex.lexicon.role import RoleKind
from quotex.parse import Token
from quotex.rules.claim import Slot
from quotex.speaker.apposition import apposed
from quotex.speaker.entities import Cast
from quotex.speaker.scene import Scene, SpeakerFound, Utterance, nobody, said_by
from quotex.speaker.spoken import Spoken, fits
from quotex.speaker.voice_described import described, phrase
from quotex.speaker.voice_document import document, taken_up
from quotex.speaker.voice_named import couple, joint, named
from quotex.speaker.voice_pronoun import pronoun, relative

__all__ = ["SpeakerFound", "Utterance", "resolve"]

# Each step answers, stays silent, or sends on to another noun; the order is the priority.
Step = Callable[[Scene], SpeakerFound | Scene | None]
CONTINUING = {"отмечаться", "уточняться", "подчеркиваться", "подчёркиваться", "поясняться", "добавляться"}
STEPS: tuple[Step, ...] = (joint, couple, named, apposed, relative, taken_up, pronoun, document, described, phrase)


def resolve(cast: Cast, utterances: Sequence[Utterance]) -> list[SpeakerFound | None]:
    """The speaker of each utterance, in the order given (that of the text); None where nobody is named."""
    spoken: list[Spoken] = []
    found: list[SpeakerFound | None] = []
    for utterance in utterances:
        speaker = _speaker(cast, spoken, utterance)
        found.append(speaker)
        if speaker and speaker.name:
            spoken.append(_spoken(cast, speaker, utterance))
    return _with_sole_voice(found, utterances)


def _with_sole_voice(
    found: Sequence[SpeakerFound | None], utterances: Sequence[Utterance]
) -> list[SpeakerFound | None]:
    """`Мост закроют, сообщила депутат. … Анна Ким добавила`: one person speaks by name, one is described: the same."""
    people = {s.name: s for s in found if s and s.entity and s.kind == "person"}
    described = {s.name for s in found if s and _is_described(s)}
    if len(people) != 1 or len(described) != 1:
        return list(found)
    (sole,) = people.values()
    told = zip(found, utterances, strict=True)
    if not all(_may_be(sole, utterance) for s, utterance in told if s and _is_described(s)):
        return list(found)
    return [replace(sole, mention=s.mention, resolved_by=s.resolved_by) if s and _is_described(s) else s for s in found]


def _may_be(sole: SpeakerFound, utterance: Utterance) -> bool:
    """In gender; who bears another title is another."""
    return sole.entity is not None and not sole.entity.titles and fits(sole.entity.gender, utterance.gender)


def _is_described(found: SpeakerFound) -> bool:
    return found.kind == "person" and found.entity is None and found.resolved_by in ("description", "pronoun")


def _speaker(cast: Cast, spoken: Sequence[Spoken], utterance: Utterance) -> SpeakerFound | None:
    if utterance.voice is None:
        return _unvoiced(cast, spoken, utterance)
    if utterance.voice.slot is Slot.ABSENT:
        return nobody(None, "absent")
    return _stepped(Scene(cast, spoken, utterance, utterance.voice))


def _stepped(scene: Scene) -> SpeakerFound | None:
    answer = next((answer for step in STEPS if (answer := step(scene))), None)
    return _stepped(answer) if isinstance(answer, Scene) else answer


def _unvoiced(cast: Cast, spoken: Sequence[Spoken], utterance: Utterance) -> SpeakerFound | None:
    """A quotation without a cue goes on with the last speaker; so does `добавил, что`; `сообщается, что` has none."""
    if utterance.cued and not _is_active(cast, utterance):
        last = spoken[-1] if spoken and _goes_on(cast, spoken[-1], utterance) else None
        return said_by(last, None, "adjacency") if last else nobody(None, "absent")
    agrees = spoken and fits(spoken[-1].gender, utterance.gender)
    return said_by(spoken[-1], None, "adjacency") if agrees else None


def _goes_on(cast: Cast, last: Spoken, utterance: Utterance) -> bool:
    """`…, сообщили в посольстве. Отмечается, что`: the same body."""
    sentence = cast.doc.sentences[utterance.sentence]
    index = sentence.at(utterance.at)
    lemma = sentence.tokens[index].lemma if index < len(sentence.tokens) else ""
    return lemma in CONTINUING and last.sentence == utterance.sentence - 1 and last.kind == "organization"


def _is_active(cast: Cast, utterance: Utterance) -> bool:
    """`добавил`, `надеется`: a verb that wants a subject of one person, unlike `сообщается` and `считают`."""
    sentence = cast.doc.sentences[utterance.sentence]
    index = sentence.at(utterance.at)
    verb = sentence.tokens[index] if index < len(sentence.tokens) else None
    if utterance.gender in ("Masc", "Fem") or verb is None:
        return utterance.gender != ""
    return verb.pos == "VERB" and verb.has(Number="Sing", Person="3") and not verb.has(Voice="Pass")


def _spoken(cast: Cast, speaker: SpeakerFound, utterance: Utterance) -> Spoken:
    entity, voice = speaker.entity, utterance.voice
    place = (voice.sentence, voice.stretch.start) if voice else (utterance.sentence, utterance.at)
    noun = cast.doc.sentences[voice.sentence].tokens[voice.head] if voice else None
    gender = (entity.gender if entity else "") or _gender(speaker, noun, utterance)
    number = "Plur" if speaker.kind == "group" else noun.feats.get("Number", "Sing") if noun else "Sing"
    document = noun and not entity and cast.roles.get(noun.lemma) is RoleKind.DOCUMENT
    kind = "document" if document else speaker.kind
    return Spoken(speaker.name, kind, gender, number, *place, entity, speaker.role)


def _gender(speaker: SpeakerFound, noun: Token | None, utterance: Utterance) -> str:
    """Of a person without a name only the verb tells it: `министр заявила`."""
    return utterance.gender if speaker.kind == "person" or noun is None else noun.feats.get("Gender", "")
