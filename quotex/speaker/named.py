"""Mentions of bodies and places by name: `МИД России`, `компания «Ромашка»`, `Кремль`, media outlets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quotex.lexicon.role import RoleKind, Trait, has_trait
from quotex.naming import phrase_name
from quotex.parse import Sentence, Token
from quotex.phrase import MARKS
from quotex.span import Stretch
from quotex.speaker.mention import Line, Mention, MentionKind, Run

LONGEST_NAME = 5
MISSIONS = {"посольство", "консульство", "генконсульство", "представительство", "постпредство"}
DISTRICTS = {"область", "край", "республика", "округ", "регион", "район"}
GENERIC_NAME = re.compile(r"[А-ЯЁа-яё][а-яё\- ]+[«\"]([^«»\"]+)[»\"]")


def outlet(line: Line, place: Stretch, name: str) -> Mention:
    """A media outlet at a known place, by its canonical name."""
    run = line.sentence.at(place.start), line.sentence.at(place.end - 1)
    head = _head(line.sentence, run)
    return line.mention(MentionKind.ORGANIZATION, run, head, name, outlet=True, generic=_generic(line, run, head))


def named(line: Line, run: Run, kind: MentionKind) -> Iterator[Mention]:
    """A body or place on the model's span; `СМИ` and other common nouns name nobody."""
    head = _head(line.sentence, run)
    noun = line.sentence.tokens[head]
    if line.roles.get(noun.lemma, RoleKind.BODY) is RoleKind.BODY and not (noun.text.islower() and run[0] == run[1]):
        run = _complemented(line.sentence, head, run) if kind is MentionKind.ORGANIZATION else run
        run = _closed(line.sentence, _unstopped(line.sentence, _unbracketed(line.sentence, run)))
        yield line.mention(kind, run, head, _name(line, run, head), generic=_generic(line, run, head))


def in_marks(line: Line) -> Iterator[Mention]:
    """`агентство «Весь спорт»`: a name in marks after the noun of a body, whether or not the model saw it."""
    text, tokens = line.doc.text, line.sentence.tokens
    for quotation in line.doc.quotations_in(line.sentence.stretch):
        at, name = line.sentence.at(quotation.whole.start), quotation.inner.of(text)
        called = at and line.roles.get(tokens[at - 1].lemma) is RoleKind.BODY
        if called and len(name.split()) <= LONGEST_NAME:
            run = at, line.sentence.at(quotation.whole.end - 1)
            yield line.mention(MentionKind.ORGANIZATION, run, at, name, generic=tokens[at - 1].lemma)


def in_latin(line: Line) -> Iterator[Mention]:
    """`группа AC/DC`, `авиакомпания Fly Baltic`: a foreign name after the noun of a body."""
    tokens = line.sentence.tokens
    for at in range(1, len(tokens)):
        noun, foreign = tokens[at - 1].lemma, tokens[at].text.isascii() and tokens[at].text[:1].isupper()
        if foreign and line.roles.get(noun) is RoleKind.BODY and not has_trait(noun, Trait.OFFICE):
            last = _last_latin(line.sentence, at)
            name = line.doc.text[tokens[at].start : tokens[last].end]
            yield line.mention(MentionKind.ORGANIZATION, (at, last), at, name, generic=noun)


def _last_latin(sentence: Sentence, at: int) -> int:
    """`AC/‹DC›`, `Fly ‹Baltic›`: the last token of the foreign name that begins at `at`."""
    last = at
    for left, right in pairwise(sentence.tokens[at:]):
        if not _goes_on(right, glued=left.end == right.start):
            break
        last += 1
    return last - (not sentence.tokens[last].text[0].isalnum())


def _goes_on(token: Token, glued: bool) -> bool:
    return token.text.isascii() and (token.text[0].isupper() or (glued and token.text in ("/", "-", "&", ".")))


def _head(sentence: Sentence, run: Run) -> int:
    """The token of the name that hangs on none of the others."""
    inside = range(run[0], run[1] + 1)
    words = [i for i in inside if sentence.tokens[i].text[:1].isalnum()]
    return next((i for i in words if sentence.tokens[i].head not in inside), run[0])


def _complemented(sentence: Sentence, head: int, run: Run) -> Run:
    """`Ассоциация туроператоров` + `России`: with the genitives right after the name that hang on it."""
    inside, last, tokens = sentence.subtree(head), run[1], sentence.tokens
    while last + 1 in inside and tokens[last + 1].pos in ("PROPN", "NOUN", "ADJ") and tokens[last + 1].has(Case="Gen"):
        last += 1
    return run[0], _with_district(sentence, head, last)


def _with_district(sentence: Sentence, head: int, last: int) -> int:
    """`ГУ МВД России` + `по Ростовской области`, `посольство России` + `в Анкаре`: where the office is."""
    tokens = sentence.tokens
    wanted = {"в": "Loc", "по": "Dat"}.get(tokens[last + 1].text if last + 1 < len(tokens) else "")
    if wanted is None or (wanted == "Loc" and tokens[head].lemma not in MISSIONS):
        return last
    at = last + 2
    while at < len(tokens) and tokens[at].pos == "ADJ" and tokens[at].has(Case=wanted):
        at += 1
    place = tokens[at] if at < len(tokens) else None
    if place is None or not place.has(Case=wanted):
        return last
    return at if place.lemma in DISTRICTS or (wanted == "Loc" and place.pos == "PROPN") else last


def _unbracketed(sentence: Sentence, run: Run) -> Run:
    """`Федеральная антимонопольная служба` without its `(ФАС)`."""
    bracket = next((i for i in range(run[0] + 1, run[1] + 1) if sentence.tokens[i].text == "("), run[1] + 1)
    return run[0], bracket - 1


def _unstopped(sentence: Sentence, run: Run) -> Run:
    """`МВД Медиа.`: the stop at the end of a sentence is no part of a name, that of `Inc.` is."""
    ends = run[1] > run[0] and sentence.tokens[run[1]].text == "." and len(sentence.tokens[run[1] - 1].text) > 3
    return run[0], run[1] - ends


def _closed(sentence: Sentence, run: Run) -> Run:
    """`РИА "Новости` with the mark that closes it."""
    texts = [t.text for t in sentence.tokens[run[0] : run[1] + 1]]
    opened = texts.count("«") - texts.count("»") + texts.count('"') % 2
    following = sentence.tokens[run[1] + 1].text if run[1] + 1 < len(sentence.tokens) else ""
    return (run[0], run[1] + 1) if opened > 0 and following in ("»", '"') else run


def _name(line: Line, run: Run, head: int) -> str:
    """`управляющая компания «Ромашка»` is Ромашка."""
    name = phrase_name(line.sentence, head, *run, proper=True)
    bare = GENERIC_NAME.fullmatch(name) if line.roles.get(line.sentence.tokens[head].lemma) is RoleKind.BODY else None
    return bare.group(1) if bare else name


def _generic(line: Line, run: Run, head: int) -> str:
    """`компания` of `компания «Ромашка»`: the noun of a body that heads the name or has it as an apposition."""
    tokens = line.sentence.tokens
    before = [i for i in range(max(0, run[0] - 2), run[0]) if tokens[i].text not in MARKS]
    apposed = tokens[head].rel == "appos" or tokens[run[0]].text.isascii() or tokens[run[0] - 1].text in MARKS
    nouns = [tokens[i] for i in (head, *(before[-1:] if apposed else ()))]
    return next((t.lemma for t in nouns if t.pos == "NOUN" and line.roles.get(t.lemma) is RoleKind.BODY), "")
