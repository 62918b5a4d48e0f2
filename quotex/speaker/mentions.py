"""Mentions: every place where a person, body, place or bearer of a role is named or described."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from quotex.lexicon.role import Roles, Trait, has_trait
from quotex.morph import is_oblique_name
from quotex.naming import given_gender, person_name, phrase_name
from quotex.parse import Doc, Sentence, Token
from quotex.phrase import NAMING, climb, extent
from quotex.span import Stretch
from quotex.speaker.mention import Line, Mention, MentionKind, Run
from quotex.speaker.named import in_latin, in_marks, named, outlet
from quotex.speaker.persons import named_runs, person_runs
from quotex.speaker.titles import Title, titles

__all__ = ["NO_OUTLETS", "Mention", "MentionKind", "find", "wording"]

NO_OUTLETS: Mapping[Stretch, str] = MappingProxyType({})


def find(doc: Doc, roles: Roles, outlets: Mapping[Stretch, str] = NO_OUTLETS) -> list[Mention]:
    """All mentions of the article in text order; `outlets`: places of media outlets with their canonical names."""
    runs = zip(person_runs(doc, roles), named_runs(doc, "ORG"), named_runs(doc, "LOC"), strict=True)
    found: list[Mention] = []
    for number, (persons, bodies, places) in enumerate(runs):
        line = Line(doc, number, roles)
        media = list(_media(line, outlets))
        people = _apart((_person(line, run) for run in persons), media)
        known = [*media, *people]
        known += _apart((m for run in bodies for m in named(line, run, MentionKind.ORGANIZATION)), known)
        known += _apart((m for run in places for m in named(line, run, MentionKind.PLACE)), known)
        known += _apart(in_marks(line), known)
        known += _apart(in_latin(line), known)
        found += sorted([*known, *_described(line, people)], key=lambda m: m.stretch)
    return found


def wording(doc: Doc, mention: Mention) -> str:
    """The name, or the words of a description in the nominative: most are never asked for."""
    return mention.name or phrase_name(doc.sentences[mention.sentence], mention.head, mention.first, mention.last)


def _apart(mentions: Iterable[Mention], others: list[Mention]) -> list[Mention]:
    """Those that share no text with the others."""
    return [m for m in mentions if not any(m.stretch.meets(other.stretch) for other in others)]


def _media(line: Line, outlets: Mapping[Stretch, str]) -> Iterator[Mention]:
    """Outlets by name; `сайт мэрии` is the mayor's office, not an outlet."""
    for place in sorted(outlets):
        if line.sentence.stretch.holds(place) and not outlets[place][:1].islower():
            yield outlet(line, place, outlets[place])


def _person(line: Line, run: Run) -> Mention:
    verb, words = _subject_verb(line.sentence, run), line.sentence.tokens[run[0] : run[1] + 1]
    gender = verb.feats.get("Gender", "").replace("Neut", "") if verb else ""
    name = person_name(words, gender, "Nom" if verb or _is_label(line.sentence, run) else "")
    found = titles(line.sentence, run, name.case, line.roles)
    gender = name.gender if given_gender(words, name.case) or verb else _gender_of(line.sentence, found) or name.gender
    forms = {"gender": gender, "number": "Sing", "case": name.case}
    return line.mention(MentionKind.PERSON, run, run[0], name.text, words=name.words, titles=found, **forms)


def _gender_of(sentence: Sentence, found: Sequence[Title]) -> str:
    """`писательница Харпер Ли`: a title that only women have."""
    return next(("Fem" for t in found if sentence.tokens[t.head].has(Gender="Fem", Animacy="Anim")), "")


def _is_label(sentence: Sentence, run: Run) -> bool:
    """`‹Оле Хансен›: рынок испугался`, `‹Анна Ким›, директор школы: …`: a name that opens the line alone."""
    return run[0] == 0 and sentence.tokens[0].rel == "root"


def _subject_verb(sentence: Sentence, run: Run) -> Token | None:
    """`Амира Арнон заявила`: the verb whose subject the name is tells case and gender. Not so `муж Биби сказал`."""
    path = climb(sentence, run[0], NAMING)
    token = sentence.tokens[path[-1]]
    if token.pos == "NOUN" and token.has(Animacy="Anim") and not token.has(Case="Nom"):
        return None  # удивило ‹премьера› Юкио Хатояму
    if token.rel != "nsubj" or token.head < 0 or any(_is_anothers(sentence, run, i) for i in path[1:]):
        return None
    verb = sentence.tokens[token.head]
    return verb if verb.has(VerbForm="Fin", Number="Sing") else None


def _is_anothers(sentence: Sentence, run: Run, noun: int) -> bool:
    """`муж Биби`; `менеджер Мии Ферроу`: a given name that is no nominative belongs to the noun before it."""
    return is_oblique_name(sentence.tokens[run[0]].text) or has_trait(sentence.tokens[noun].lemma, Trait.KIN)


def _described(line: Line, people: list[Mention]) -> Iterator[Mention]:
    """Role nouns that are not the title of a person named beside them."""
    taken = {i for p in people for i in range(p.first, p.last + 1)}
    titled = {i for p in people for t in p.titles for i in range(t.first, t.last + 1)}
    for index, token in enumerate(line.sentence.tokens):
        known = token.lemma in line.roles and token.pos in ("NOUN", "ADJ", "PROPN")
        if known and index not in titled and index not in taken:
            named_so = {p.first for p in people if token.has(Case=p.case)}
            yield _role(line, index, extent(line.sentence, index, named_so))


def _role(line: Line, index: int, run: Run) -> Mention:
    words = [line.sentence.tokens[i] for i in range(run[0], run[1] + 1) if i != index]
    return line.mention(
        MentionKind.ROLE,
        run,
        index,
        "",
        role=line.roles[line.sentence.tokens[index].lemma],
        rest=tuple(w.lemma for w in words if w.pos in ("NOUN", "ADJ", "PROPN")),
        nouns=tuple(w.lemma for w in words if w.pos in ("NOUN", "PROPN")),
    )
