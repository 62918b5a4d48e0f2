"""A claim: what a rule found, before it is known who the speaker is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from quotex.cues import Cue
from quotex.lexicon.role import RoleKind, Roles
from quotex.parse import Doc, Sentence
from quotex.rules.lines import Line, lines
from quotex.span import Stretch


class Slot(StrEnum):
    """How the speaker stands at the cue."""

    SUBJECT = "subject"  # Песков сказал
    GENITIVE = "genitive"  # по словам Пескова, заявление Пескова
    POSSESSIVE = "possessive"  # по его словам
    PLACE = "place"  # в Кремле отметили
    AGENT = "agent"  # сказано Песковым
    DOCUMENT = "document"  # в сообщении говорится
    LABEL = "label"  # Песков: …
    NEIGHBOUR = "neighbour"  # named in the next sentence, without a cue
    ABSENT = "absent"  # сообщается, что


MEDIA = {"сми", "пресса", "местные сми"}


@dataclass(frozen=True, slots=True)
class Voice:
    """What stands at the cue in the speaker's place: its stretch, the token it hangs on, its slot.

    `relayed`: an outlet says it for the voice (`сообщает ТАСС со ссылкой на МЧС`).
    """

    stretch: Stretch
    sentence: int
    head: int
    slot: Slot
    relayed: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A quote as its rule sees it. `sentence`: index in the Doc of the cue's sentence (without a cue the content's)."""

    kind: str
    content: tuple[Stretch, ...]
    sentence: int
    cue: Cue | None
    voice: Voice | None
    rule: str


@dataclass(frozen=True)
class Reading:
    """What the rules read: the parsed article and the cues of each sentence."""

    doc: Doc
    cues: Sequence[Sequence[Cue]]
    titles: frozenset[Stretch]
    outlets: frozenset[Stretch]
    roles: Roles

    def speaks_for(self, voice: Voice | None) -> bool:
        """Whether a media outlet speaks, a mere channel for others: `сообщает ТАСС`, `… со ссылкой на МЧС`.

        Not so `источник ТАСС`, who is somebody.
        """
        if voice is None or voice.relayed:
            return voice is not None
        unnamed = self.roles.get(self.doc.sentences[voice.sentence].tokens[voice.head].lemma) is RoleKind.UNNAMED
        return not unnamed and any(voice.stretch.holds(o) for o in self.outlets)

    def is_press(self, voice: Voice | None) -> bool:
        """Whether the media at large speak: `По информации СМИ, …`."""
        return voice is not None and voice.stretch.of(self.doc.text).lower() in MEDIA

    @cached_property
    def lines(self) -> Sequence[Line]:
        """The lines that hold sentences, in order."""
        return lines(self.doc)

    @cached_property
    def marked(self) -> frozenset[int]:
        """Where the tokens start that stand between marks of any kind."""
        outer = [q for q in self.doc.quotations if q.depth == 0]
        return frozenset(
            t.start
            for s in self.doc.sentences
            for q in outer
            if q.whole.meets(s.stretch)
            for t in s.tokens
            if q.verbatim(t.stretch)
        )

    def sentence(self, cue: Cue) -> Sentence:
        return self.doc.sentences[cue.sentence]
