"""Labels at the head of a line: `Песков: …`, `Раиса Жук, пенсионерка: …`, `«Вечерний Бор»: …`, `Киев: …`."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.lexicon.role import RoleKind, countries
from quotex.parse import Sentence
from quotex.rules.claim import Reading, Slot, Voice
from quotex.rules.lines import Line, asks
from quotex.rules.noun_phrase import phrase, plausible
from quotex.rules.syntax import is_finite
from quotex.span import Stretch

LONGEST_LABEL = 12


def opening(reading: Reading, line: Line) -> Sentence:
    """The sentence that the line begins with."""
    return reading.doc.sentences[line.sentences[0]]


def label_end(reading: Reading, line: Line) -> int | None:
    """The colon of a label at the head of the line: no verb stands before it."""
    for at, token in enumerate(opening(reading, line).tokens[:LONGEST_LABEL]):
        if token.text == ":" and not token.has(Abbr="Yes"):
            return at if at else None
        if is_finite(token) or token.text in {".", "?", "!"}:
            return None
    return None


def labelled_by(reading: Reading, line: Line, colon: int) -> Voice | None:
    """The name, outlet or word of a role that the label begins with."""
    sentence = opening(reading, line)
    named = min(_named(reading, sentence, colon), default=None)
    at = sentence.at(named.start) if named else 0
    who = phrase(reading, line.sentences[0], at, Slot.LABEL)
    if named:
        return who if at == 0 or _introduces(reading, sentence, at) else None
    return who if _is_speaking_role(reading, sentence, colon) and plausible(reading, who) else None


def askers(reading: Reading) -> set[str]:
    """Labels whose lines ask: the interviewer's (`РБК: …?`)."""
    asking: set[str] = set()
    for line in reading.lines:
        colon = label_end(reading, line)
        who = labelled_by(reading, line, colon) if colon is not None else None
        if who and asks(reading.doc, line):
            asking.add(who.stretch.of(reading.doc.text))
    return asking


def _named(reading: Reading, sentence: Sentence, colon: int) -> Iterator[Stretch]:
    """The names before the colon: of people, bodies and outlets, in marks, of a place that speaks."""
    before = Stretch(sentence.start, sentence.tokens[colon].start)
    yield from (n.stretch for n in reading.doc.names if n.kind in {"PER", "ORG"} and before.holds(n.stretch))
    yield from (q.inner for q in reading.doc.quotations if q.whole.start == before.start and before.holds(q.whole))
    yield from (o for o in reading.outlets if before.holds(o))
    yield from _capital(reading, sentence, colon)
    yield from _surname(reading, sentence)


def _capital(reading: Reading, sentence: Sentence, colon: int) -> Iterator[Stretch]:
    """`Киев: Россия начнёт переговоры`; not the scene of `Испания: …`, nor a place without a verb behind it."""
    if sentence.tokens[0].lemma not in countries() and _says(sentence, colon):
        whole = Stretch(sentence.start, sentence.tokens[colon - 1].end)
        yield from (n.stretch for n in reading.doc.names if n.kind == "LOC" and n.stretch == whole)


def _surname(reading: Reading, sentence: Sentence) -> Iterator[Stretch]:
    """`Гольц: …`: the first word is part of a person's name elsewhere."""
    first = sentence.tokens[0]
    known = any(n.kind == "PER" and first.text in n.stretch.of(reading.doc.text).split() for n in reading.doc.names)
    if known and first.text[0].isupper():
        yield first.stretch


def _introduces(reading: Reading, sentence: Sentence, name: int) -> bool:
    """`Тренер сборной по дзюдо ‹Ким›:`, not `Забастовка в ‹Ryanair›:`."""
    before = sentence.tokens[:name]
    nouns = [t for t in before if t.pos == "NOUN" and t.has(Case="Nom")]
    return bool(nouns and nouns[0].lemma in reading.roles) or not any(t.pos in {"ADP", "NOUN"} for t in before)


def _is_speaking_role(reading: Reading, sentence: Sentence, colon: int) -> bool:
    """`Тренер: мы готовы`, `Тренер:¶…`, `Полиция: дорога открыта`; not `Вратарь: Иван Петров`, `Полиция:¶…`."""
    first, says = sentence.tokens[0], _says(sentence, colon)
    role = reading.roles.get(first.lemma) if first.has(Case="Nom") else None
    if role is RoleKind.BODY:
        return says
    return role in (RoleKind.PERSON, RoleKind.GROUP) and (says or colon + 1 == len(sentence.tokens))


def _says(sentence: Sentence, colon: int) -> bool:
    return any(map(is_finite, sentence.tokens[colon:]))
