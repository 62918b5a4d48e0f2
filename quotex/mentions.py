"""Mentions: every place where a person, body, place or bearer of a role is named or described."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from quotex.lexicon.role import RoleKind, Roles, Trait, has_trait
from quotex.naming import person_name, phrase_name
from quotex.parse import Doc, Sentence, Token
from quotex.persons import Run, named_runs, person_runs
from quotex.phrase import MARKS, NAMING, climb, extent
from quotex.span import Stretch
from quotex.titles import Title, titles

LONGEST_NAME = 5
GENERIC_NAME = re.compile(r"[А-ЯЁа-яё][а-яё\- ]+[«\"]([^«»\"]+)[»\"]")


class MentionKind(StrEnum):
    """What is mentioned."""

    PERSON = "person"  # Сергей Лавров
    ORGANIZATION = "organization"  # МВД, «Ромашка»
    PLACE = "place"  # Кремль, Москва
    ROLE = "role"  # министр, эксперты, пресс-служба: described, not named


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: its place, what it names in the nominative, and the forms that agreement asks for."""

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


def find(doc: Doc, roles: Roles, outlets: Mapping[Stretch, str] = MappingProxyType({})) -> list[Mention]:
    """All mentions of the article in text order; `outlets`: places of media outlets with their canonical names."""
    runs = zip(person_runs(doc, roles), named_runs(doc, "ORG"), named_runs(doc, "LOC"), strict=True)
    places = sorted(outlets.items())
    found: list[Mention] = []
    for number, (persons, bodies, locations) in enumerate(runs):
        sentence = doc.sentences[number]
        media = [
            _outlet(sentence, number, place, name)
            for place, name in places
            if sentence.stretch.holds(place) and not name[:1].islower()
        ]
        people = [m for run in persons if not _meets(m := _person(sentence, number, run, roles), media)]
        runs_of = ((MentionKind.ORGANIZATION, bodies), (MentionKind.PLACE, locations))
        named = [m for kind, some in runs_of for run in some if (m := _named(sentence, number, run, kind, roles))]
        named = [*media, *(m for m in named if not _meets(m, [*people, *media]))]
        named += (m for m in _marked(doc, sentence, number, roles) if not _meets(m, [*people, *named]))
        found += sorted([*people, *named, *_described(sentence, number, people, roles)], key=lambda m: m.stretch)
    return found


def _meets(mention: Mention, others: list[Mention]) -> bool:
    return any(mention.stretch.meets(other.stretch) for other in others)


def _marked(doc: Doc, sentence: Sentence, number: int, roles: Roles) -> Iterator[Mention]:
    """`агентство «Весь спорт»`: a name in marks after the noun of a body, untagged by the model."""
    for quotation in (q for q in doc.quotations if sentence.stretch.holds(q.whole)):
        at = sentence.at(quotation.whole.start)
        noun = sentence.tokens[at - 1] if at else None
        if (
            noun
            and roles.get(noun.lemma) is RoleKind.BODY
            and len(quotation.inner.of(doc.text).split()) <= LONGEST_NAME
        ):
            run = at, sentence.at(quotation.whole.end - 1)
            mention = _mention(sentence, number, run, at, MentionKind.ORGANIZATION, quotation.inner.of(doc.text))
            yield replace(mention, generic=noun.lemma)


def _outlet(sentence: Sentence, number: int, place: Stretch, name: str) -> Mention:
    run = sentence.at(place.start), sentence.at(place.end - 1)
    mention = _mention(sentence, number, run, _head(sentence, run), MentionKind.ORGANIZATION, name)
    return replace(mention, outlet=True)


def _person(sentence: Sentence, number: int, run: Run, roles: Roles) -> Mention:
    subject = _subject_verb(sentence, run)
    gender = subject.feats.get("Gender", "").replace("Neut", "") if subject else ""
    name = person_name(sentence.tokens[run[0] : run[1] + 1], gender, "Nom" if subject else "")
    mention = _mention(sentence, number, run, run[0], MentionKind.PERSON, name.text)
    found = titles(sentence, run, name.case, roles)
    return replace(mention, gender=name.gender, number="Sing", case=name.case, words=name.words, titles=found)


def _subject_verb(sentence: Sentence, run: Run) -> Token | None:
    """`Амира Арнон заявила`: the verb whose subject the name is tells case and gender. Not so `муж Биби сказал`."""
    path = climb(sentence, run[0], NAMING)
    token = sentence.tokens[path[-1]]
    if any(has_trait(sentence.tokens[i].lemma, Trait.KIN) for i in path[1:]):
        return None
    verb = sentence.tokens[token.head] if token.rel == "nsubj" and token.head >= 0 else None
    return verb if verb and verb.has(VerbForm="Fin", Number="Sing") else None


def _named(sentence: Sentence, number: int, run: Run, kind: MentionKind, roles: Roles) -> Mention | None:
    """A body or place: complements belong to the name (`МИД` + `России`); `СМИ` and other common nouns name nobody."""
    head = _head(sentence, run)
    token = sentence.tokens[head]
    if roles.get(token.lemma, RoleKind.BODY) is not RoleKind.BODY or (token.text.islower() and run[0] == run[1]):
        return None
    run = (run[0], max(run[1], _complement(sentence, head, run[1]))) if kind is MentionKind.ORGANIZATION else run
    run = _closed(sentence, run)
    name = phrase_name(sentence, head, *run, proper=True)
    bare = GENERIC_NAME.fullmatch(name) if roles.get(token.lemma) is RoleKind.BODY else None
    mention = _mention(sentence, number, run, head, kind, bare.group(1) if bare else name)
    return replace(mention, generic=_generic(sentence, run, head, roles))


def _head(sentence: Sentence, run: Run) -> int:
    """The token of the name that hangs on none of the others."""
    inside = range(run[0], run[1] + 1)
    return next(
        (i for i in inside if sentence.tokens[i].head not in inside and sentence.tokens[i].text[:1].isalnum()), run[0]
    )


def _complement(sentence: Sentence, head: int, last: int) -> int:
    """`Ассоциация туроператоров` + `России`: genitives right after the name that hang on it."""
    inside = sentence.subtree(head)
    tokens = sentence.tokens
    while (
        last + 1 < len(tokens)
        and last + 1 in inside
        and tokens[last + 1].pos in ("PROPN", "NOUN", "ADJ")
        and tokens[last + 1].has(Case="Gen")
    ):
        last += 1
    return last


def _closed(sentence: Sentence, run: Run) -> Run:
    """`РИА "Новости` with the mark that closes it."""
    texts = [t.text for t in sentence.tokens[run[0] : run[1] + 1]]
    opened = texts.count("«") - texts.count("»") + texts.count('"') % 2
    following = sentence.tokens[run[1] + 1].text if run[1] + 1 < len(sentence.tokens) else ""
    return (run[0], run[1] + 1) if opened > 0 and following in ("»", '"') else run


def _generic(sentence: Sentence, run: Run, head: int, roles: Roles) -> str:
    """`компания` of `компания «Ромашка»`: the noun of a body that stands before the name or heads it."""
    before = [i for i in range(max(0, run[0] - 2), run[0]) if sentence.tokens[i].text not in MARKS]
    apposed = (
        sentence.tokens[head].rel == "appos"
        or sentence.tokens[run[0]].text.isascii()
        or sentence.tokens[run[0] - 1].text in MARKS
    )
    for index in [head, *(before[-1:] if apposed else [])]:
        token = sentence.tokens[index]
        if roles.get(token.lemma) is RoleKind.BODY and token.pos == "NOUN":
            return token.lemma
    return ""


def _described(sentence: Sentence, number: int, people: list[Mention], roles: Roles) -> Iterator[Mention]:
    """Role nouns that are not the title of a person named beside them."""
    taken = {i for p in people for i in range(p.first, p.last + 1)}
    titled = {i for p in people for t in p.titles for i in range(t.first, t.last + 1)}
    for index, token in enumerate(sentence.tokens):
        kind = roles.get(token.lemma) if token.pos in ("NOUN", "ADJ", "PROPN") else None
        if kind and index not in titled and index not in taken:
            first, last = extent(sentence, index, taken)
            name = phrase_name(sentence, index, first, last)
            words = [sentence.tokens[i] for i in range(first, last + 1) if i != index]
            rest = tuple(w.lemma for w in words if w.pos in ("NOUN", "ADJ", "PROPN"))
            nouns = tuple(w.lemma for w in words if w.pos in ("NOUN", "PROPN"))
            mention = _mention(sentence, number, (first, last), index, MentionKind.ROLE, name)
            yield replace(mention, role=kind, rest=rest, nouns=nouns)


def _mention(sentence: Sentence, number: int, run: Run, head: int, kind: MentionKind, name: str) -> Mention:
    token = sentence.tokens[head]
    return Mention(
        kind=kind,
        stretch=Stretch(sentence.tokens[run[0]].start, sentence.tokens[run[1]].end),
        sentence=number,
        first=run[0],
        last=run[1],
        head=head,
        name=name,
        lemma=token.lemma,
        gender=token.feats.get("Gender", ""),
        number=token.feats.get("Number", "Sing"),
        case=token.feats.get("Case", "Nom"),
        quoted=token.quoted,
    )
