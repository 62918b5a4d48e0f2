"""Places that speak for who is there: `в Кремле отметили`, `в пресс-службе уточнили`, `там добавили`."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.lexicon.role import RoleKind
from quotex.parse import Sentence, Token
from quotex.rules.claim import Reading
from quotex.rules.noun_phrase import is_named
from quotex.rules.subject import is_lone, preposition, run, subjects
from quotex.rules.syntax import TIME, ancestors, is_finite, is_gerund

INSIDE = {"в", "во", "на"}


def places(reading: Reading, sentence: Sentence, verb: int, end: int | None = None) -> Iterator[int]:
    """`‹в Кремле› отметили`, `в ‹Fosun Group› изданию сообщили`, `‹там› добавили`: those before the verb first."""
    if not sentence.tokens[verb].has(Number="Plur"):
        return
    stop = len(sentence.tokens) if end is None else end
    for child in sorted(sentence.children[verb], key=lambda i: (i > verb, i)):
        if child < stop and (sentence.tokens[child].text.lower() == "там" or _is_inside(reading, sentence, child)):
            yield child


def shared_places(reading: Reading, sentence: Sentence, verb: int) -> Iterator[int]:
    """`В ‹Росавиации› подтвердили … и добавили, что`; `в ‹федерации› назвали …, напомнив, что`: of the verb above."""
    token = sentence.tokens[verb]
    for up in ancestors(sentence, verb) if not token.has(Number="Sing") else ():
        if token.rel not in {"conj", "advcl", "parataxis"} and not is_gerund(token):
            return
        token = sentence.tokens[up]
        yield from places(reading, sentence, up)


def loose_places(reading: Reading, sentence: Sentence, verb: int) -> Iterator[int]:
    """`Слухи в ‹мэрии› назвали бредом`: an office near a plural without a subject, however the parser joins it."""
    token = sentence.tokens[verb]
    spoken = any(not is_lone(sentence, i, token) for i in subjects(sentence, verb))
    if not is_finite(token) or not token.has(Number="Plur") or spoken:
        return
    left, right = range(verb - 1, 0, -1), range(verb + 1, len(sentence.tokens))
    yield from (i for side in (left, right) for i in run(sentence, side) if _is_office(reading, sentence, i))


def _is_inside(reading: Reading, sentence: Sentence, at: int) -> bool:
    """`в ‹Кремле›`, `в ‹Fosun Group›`: a noun in the locative, or a name that shows no case; no time."""
    token = sentence.tokens[at]
    if preposition(sentence, at) not in INSIDE or token.lemma in TIME or token.text[0].isdigit():
        return False
    return _is_located(token) or (token.pos in {"X", "PROPN"} and is_named(reading, token))


def _is_located(token: Token) -> bool:
    return token.has(Case="Loc") and token.pos in {"NOUN", "PROPN"}


def _is_office(reading: Reading, sentence: Sentence, at: int) -> bool:
    """`в ‹мэрии›`, `на ‹«Искре»›`: a body, by its noun or its name."""
    token = sentence.tokens[at]
    known = reading.roles.get(token.lemma) is RoleKind.BODY or is_named(reading, token)
    return known and preposition(sentence, at) in INSIDE and token.has(Case="Loc") and token.lemma not in TIME
