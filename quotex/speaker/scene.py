"""An utterance and all that the search for its speaker may ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotex.lexicon.role import RoleKind, Trait, has_trait
from quotex.parse import Sentence, Token
from quotex.phrase import VENUES, extent
from quotex.rules.claim import Slot, Voice
from quotex.rules.syntax import TIME
from quotex.span import Stretch
from quotex.speaker.description import Description
from quotex.speaker.entities import Cast, Entity
from quotex.speaker.mentions import Mention, MentionKind
from quotex.speaker.spoken import Spoken

VAGUE = {"новый", "бывший", "этот", "сам", "известный", "последний", "наш", "весь", "некий", "один"}


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


def nobody(mention: Stretch | None, resolved_by: str) -> SpeakerFound:
    """A voice without a name."""
    return SpeakerFound(None, "unnamed", None, mention, resolved_by)


def said_by(spoken: Spoken, mention: Stretch | None, resolved_by: str) -> SpeakerFound:
    """The speaker that an antecedent stands for."""
    return SpeakerFound(spoken.name, spoken.kind, spoken.role, mention, resolved_by, spoken.entity)


def is_kins(noun: str, name: Mention) -> bool:
    """`муж ‹Биби›`: a name of one word after a word for kin is another's."""
    return len(name.words) == 1 and has_trait(noun, Trait.KIN)


@dataclass(frozen=True, slots=True)
class Scene:
    """The cast, who has spoken so far, the utterance, and what stands at its cue."""

    cast: Cast
    spoken: Sequence[Spoken]
    utterance: Utterance
    voice: Voice

    @property
    def sentence(self) -> Sentence:
        """The sentence of the voice."""
        return self.cast.doc.sentences[self.voice.sentence]

    @property
    def token(self) -> Token:
        """The token that the voice hangs on."""
        return self.sentence.tokens[self.voice.head]

    @property
    def role(self) -> RoleKind | None:
        """What kind of role noun it is, if one."""
        return self.cast.roles.get(self.token.lemma) or self.cast.roles.get(self.token.lemma.removeprefix("экс-"))

    @property
    def description(self) -> Description:
        """The noun at the cue, with the words that tell whose and which."""
        first, last = self.run(self.voice.head)
        words = [self.sentence.tokens[i] for i in range(first, last + 1) if i != self.voice.head]
        rest = tuple(w.lemma for w in words if w.pos in ("NOUN", "ADJ", "PROPN") and w.lemma not in VAGUE)
        told = self.utterance.gender if self.voice.slot is Slot.SUBJECT else ""
        gender = "Fem" if self.token.has(Gender="Fem", Animacy="Anim") else told
        nouns = tuple(w.lemma for w in words if w.pos in ("NOUN", "PROPN"))
        return Description(self.token.lemma, rest, nouns, gender, self.voice.stretch.start, self.voice.sentence)

    def run(self, head: int) -> tuple[int, int]:
        """First and last token of the noun's phrase, which ends before a name in its case."""
        noun = self.sentence.tokens[head]
        if self.cast.roles.get(noun.lemma) is RoleKind.BODY:
            return extent(self.sentence, head)  # администрация Эрдогана
        case = noun.feats.get("Case")
        here = self.cast.in_sentence(self.voice.sentence)
        people = [m for m in here if m.kind is MentionKind.PERSON and m.case == case]
        names = [m for m in people if not is_kins(noun.lemma, m) and not noun.has(Number="Plur")]
        first, last = extent(self.sentence, head, {m.first for m in names})
        unnamed = self.cast.roles.get(noun.lemma) is RoleKind.UNNAMED
        return first, self._with_place(last) if unnamed else last

    def _with_place(self, last: int) -> int:
        """`источник ‹в службах безопасности›`, however the parser joins it: to the end of the noun phrase."""
        tokens = self.sentence.tokens
        if last + 2 >= len(tokens) or tokens[last + 1].text not in ("в", "во") or tokens[last + 2].text[:1].isdigit():
            return last
        end = last + 1
        while end + 1 < len(tokens) and tokens[end + 1].pos in ("ADJ", "NOUN", "PROPN", "X"):
            located = tokens[end + 1].has(Case="Loc") if tokens[end].pos in ("ADP", "ADJ") else True
            if not located and not tokens[end + 1].has(Case="Gen"):
                break
            end += 1
        told = any(t.lemma in VENUES or t.lemma in TIME for t in tokens[last + 2 : end + 1])
        return last if told or tokens[end].pos == "ADJ" or end == last + 1 else end

    def at(self, head: int) -> Scene:
        """The same with another noun in the speaker's place."""
        first, last = self.run(head)
        stretch = Stretch(self.sentence.tokens[first].start, self.sentence.tokens[last].end)
        return replace(self, voice=Voice(stretch, self.voice.sentence, head, self.voice.slot))

    def found(self, spoken: Spoken, resolved_by: str) -> SpeakerFound:
        """The speaker that the voice goes back to."""
        return said_by(spoken, self.voice.stretch, resolved_by)
