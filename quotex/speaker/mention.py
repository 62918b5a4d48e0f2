"""A mention: a place where somebody is named or described."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from quotex.lexicon.role import RoleKind, Roles
from quotex.parse import Doc, Sentence
from quotex.span import Stretch
from quotex.speaker.titles import Title

Run = tuple[int, int]  # first and last token


class MentionKind(StrEnum):
    """What is mentioned."""

    PERSON = "person"  # Сергей Лавров
    ORGANIZATION = "organization"  # МВД, «Ромашка»
    PLACE = "place"  # Кремль, Москва
    ROLE = "role"  # министр, эксперты, пресс-служба: described, not named


@dataclass(frozen=True, slots=True, eq=False)  # itself alone: no other stands in its place
class Mention:
    """One mention: its place, whom it names in the nominative (a role: nobody), the forms that agreement asks for.

    Of a person: the words of the name and the titles beside it. Of a role: the noun's kind, the lemmas of its other
    words, and of the nouns among them. Of a body: the noun that it is called by, and whether it is a media outlet.
    """

    kind: MentionKind
    stretch: Stretch
    sentence: int
    first: int
    last: int
    head: int
    name: str
    lemma: str
    gender: str
    number: str
    case: str
    quoted: bool
    words: tuple[str, ...] = ()
    titles: tuple[Title, ...] = ()
    role: RoleKind | None = None
    rest: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    generic: str = ""
    outlet: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence to look for mentions in: its Doc, its number there, and the role words."""

    doc: Doc
    number: int
    roles: Roles

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.doc.sentences[self.number]

    def mention(self, kind: MentionKind, run: Run, head: int, name: str, **more: Any) -> Mention:
        """A mention on the tokens of the run, with the forms of its head, but for what is given in `more`."""
        tokens, noun = self.sentence.tokens, self.sentence.tokens[head]
        forms = {
            "gender": noun.feats.get("Gender", ""),
            "number": noun.feats.get("Number", "Sing"),
            "case": noun.feats.get("Case", "Nom"),
        }
        return Mention(
            kind=kind,
            stretch=Stretch(tokens[run[0]].start, tokens[run[1]].end),
            sentence=self.number,
            first=run[0],
            last=run[1],
            head=head,
            name=name,
            lemma=noun.lemma,
            quoted=noun.quoted,
            **(forms | more),
        )
