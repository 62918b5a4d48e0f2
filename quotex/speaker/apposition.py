"""Names that stand in apposition to the noun at the cue: `совладелец завода, депутат Олег Ким, сказал`."""

from __future__ import annotations

from quotex.lexicon.role import RoleKind
from quotex.parse import Token
from quotex.rules.claim import Slot
from quotex.speaker.mentions import Mention, MentionKind
from quotex.speaker.scene import Scene, SpeakerFound

BEFORE_NOUN = ("ADJ", "DET", "ADV", "NUM")
LONGEST = 5  # words before the noun of one apposition


def apposed(scene: Scene) -> SpeakerFound | None:
    """`профессор, ведущий сотрудник института Олег Ким`; `второй, Олег Ким,`: the person named at the end."""
    if scene.token.pos not in ("NOUN", "ADJ") or scene.token.has(Number="Plur"):
        return None
    mention = _named_at_end(scene)
    if mention is None:
        return None
    entity = scene.cast.home[mention]
    return SpeakerFound(entity.name, entity.kind, entity.role, scene.voice.stretch, "name", entity)


def _named_at_end(scene: Scene) -> Mention | None:
    at, tokens = scene.run(scene.voice.head)[1] + 1, scene.sentence.tokens
    if inner := _named_from(scene, scene.voice.head + 1, at):
        return inner
    while at < len(tokens) and (tokens[at].text == "," or tokens[at].pos == "CCONJ"):
        if (mention := _named_from(scene, at + 1, at + 1)) is not None:
            return mention
        if (noun := _noun_from(scene, at + 1)) is None:
            return None
        last = scene.run(noun)[1]
        if (body := _body_within(scene, noun, last)) is not None:
            return body
        at = last + 1
    return None


def _body_within(scene: Scene, noun: int, last: int) -> Mention | None:
    """`владелец шахты, компания ‹«Ромашка»›`: the name of the body that the noun calls."""
    if scene.cast.roles.get(scene.sentence.tokens[noun].lemma) is not RoleKind.BODY:
        return None
    here = (m for m in scene.cast.in_sentence(scene.voice.sentence) if m.kind is MentionKind.ORGANIZATION)
    return next((m for m in here if noun <= m.first <= last and m.generic == scene.sentence.tokens[noun].lemma), None)


def _named_from(scene: Scene, first: int, last: int) -> Mention | None:
    """The person whose title begins between the tokens; or whose name does, closed by another comma before the cue."""
    people = [m for m in scene.cast.in_sentence(scene.voice.sentence) if m.kind is MentionKind.PERSON]
    for mention in (m for m in people if _same_case(scene, m.case) and m.first >= first):
        titled = any(first <= t.first <= last + 1 for t in mention.titles)
        if titled or (mention.first == last and first == last and _is_closed(scene, mention)):
            return mention
    return None


def _is_closed(scene: Scene, mention: Mention) -> bool:
    tokens, cue = scene.sentence.tokens, scene.utterance.at
    return mention.stretch.end < cue and tokens[mention.last + 1].text in (",", "—", "–", "(")


def _noun_from(scene: Scene, at: int) -> int | None:
    """The head of one more description in the same case: `ведущий научный ‹сотрудник› института`."""
    for index in range(at, min(at + LONGEST, len(scene.sentence.tokens))):
        token = scene.sentence.tokens[index]
        if token.pos == "NOUN" and token.has(Number="Sing") and _is_person(scene, token):
            return index if _same_case(scene, token.feats.get("Case", "")) else None
        if token.pos not in BEFORE_NOUN:
            return None
    return None


def _is_person(scene: Scene, token: Token) -> bool:
    return token.has(Animacy="Anim") or token.lemma in scene.cast.roles


def _same_case(scene: Scene, case: str) -> bool:
    """The case of the noun at the cue; of a subject, whatever the tagger says, the nominative."""
    return case == ("Nom" if scene.voice.slot is Slot.SUBJECT else scene.token.feats.get("Case"))
