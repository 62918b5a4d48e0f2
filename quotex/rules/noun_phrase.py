"""The noun phrase in the speaker's place: how far it goes, and whether it can speak."""

from __future__ import annotations

from quotex.morph import is_known
from quotex.parse import Sentence, Token
from quotex.rules.claim import Reading, Slot, Voice
from quotex.rules.syntax import TIME, is_break, is_comma, is_finite, is_gerund, stretch

TITLE = 8  # words of a title behind its noun
SUFFIX = 5  # a role of at least so many letters may end a compound: авиакомпания
SHARES = {"процент", "%", "треть", "четверть", "половина", "большинство", "меньшинство", "доля"}  # of people asked
SPEAKING = SHARES | {"сторона"}  # though inanimate
APPOSED = {"NOUN", "PROPN", "ADJ", "VERB"}  # what an apposition begins with: `ведущий сотрудник`
LINKS = {"ADP", "CCONJ", "ADV", "PART", "SCONJ"}


def phrase(reading: Reading, number: int, at: int, slot: Slot, first: int | None = None) -> Voice:
    """The phrase around its head: modifiers to the left, complements and a name to the right.

    `first`: where it begins, if that is known. An apposition that names a person is the voice itself:
    `профессор, ведущий сотрудник института ‹Сергей Кричевский›`.
    """
    sentence = reading.doc.sentences[number]
    own = sentence.subtree(at)
    left, right = at, at
    while left > 0 and (left - 1 in own) and _inside(sentence.tokens[left - 1]):
        if sentence.tokens[left - 1].has(Case="Acc") and sentence.tokens[at].has(Case="Nom"):
            break  # завышенную ‹оценку› аналитик называет …
        left -= 1
    while left < at and sentence.tokens[left].pos in LINKS:
        left += 1
    while _goes_right(reading, sentence, own, right + 1, sentence.tokens[at]):
        right += 1
    left = left if first is None else first
    return _with_name(reading, number, Voice(stretch(sentence, left, right), number, at, slot), left, right)


def _goes_right(reading: Reading, sentence: Sentence, own: set[int], at: int, head: Token) -> bool:
    """What depends on the head, and a name in its case: not `по словам врачей ‹Ричард Бах› …`."""
    if at >= len(sentence.tokens) or not _inside(sentence.tokens[at]):
        return False
    token = sentence.tokens[at]
    alone = token.has(Case="Nom") and head.has(Case="Gen")
    return at in own or (_person_at(reading, token.start) is not None and not alone)


def _inside(token: Token) -> bool:
    return not is_break(token) and not is_finite(token)


def _person_at(reading: Reading, start: int) -> int | None:
    """Where the person's name ends that covers the offset."""
    return next(
        (n.stretch.end for n in reading.doc.names if n.kind == "PER" and n.stretch.start <= start < n.stretch.end), None
    )


def _with_name(reading: Reading, number: int, who: Voice, left: int, right: int) -> Voice:
    """`Племянник режиссёра, завлит театра Руслан Вишневецкий, говорил`: a chain of appositions that ends in a name."""
    sentence = reading.doc.sentences[number]
    head, inside = sentence.tokens[who.head], sentence.tokens[left : right + 1]
    if head.pos == "PRON" or any(_person_at(reading, t.start) is not None for t in inside):
        return who
    name = _name_behind(reading, sentence, right + 1, head)
    name = _name_apposed(reading, sentence, right + 1, head) if name is None else name
    if name is None:
        return who
    return Voice(stretch(sentence, left, _last_of_name(reading, sentence, name)), number, name, who.slot)


def _name_apposed(reading: Reading, sentence: Sentence, comma: int, head: Token) -> int | None:
    """`племянник режиссёра, завлит театра ‹Руслан Вишневецкий›, говорил`: in an apposition of the head's case."""
    tokens = sentence.tokens
    while comma + 1 < len(tokens) and is_comma(tokens[comma]) and tokens[comma + 1].pos in APPOSED:
        end = next((i for i in range(comma + 1, len(tokens)) if is_break(tokens[i])), len(tokens))
        words = range(comma + 1, end)
        if any(_of_clause(tokens[i]) for i in words) or not _agrees(tokens[comma + 1], head):
            return None
        people = (i for i in words if _person_at(reading, tokens[i].start) is not None)
        if (name := next((i for i in people if _agrees(tokens[i], head)), None)) is not None:
            return name
        comma = end
    return None


def _of_clause(token: Token) -> bool:
    return is_finite(token) or token.quoted or is_gerund(token)


def _name_behind(reading: Reading, sentence: Sentence, first: int, head: Token) -> int | None:
    """`заместитель главы района по строительству ‹Олег Лосев›`: the title's complement parts it from the name."""
    for i in range(first, min(first + TITLE, len(sentence.tokens))):
        token = sentence.tokens[i]
        if not _inside(token) or token.pos == "VERB":
            return None
        if _person_at(reading, token.start) is not None:
            return i if _agrees(token, head) and head.pos == "NOUN" and head.has(Animacy="Anim") else None
    return None


def _last_of_name(reading: Reading, sentence: Sentence, at: int) -> int:
    end = _person_at(reading, sentence.tokens[at].start) or sentence.tokens[at].end
    return max(i for i in range(at, len(sentence.tokens)) if sentence.tokens[i].end <= end or i == at)


def _agrees(name: Token, head: Token) -> bool:
    return "Case" not in name.feats or "Case" not in head.feats or name.feats["Case"] == head.feats["Case"]


def plausible(reading: Reading, who: Voice | None) -> bool:
    """Whether whoever stands there can speak: a name, a pronoun, somebody animate, a word of the roles."""
    if who is None or who.slot not in (Slot.SUBJECT, Slot.LABEL):
        return who is None or who.slot is not Slot.LABEL
    token = reading.doc.sentences[who.sentence].tokens[who.head]
    if token.lemma in TIME:
        return False
    if token.lemma in SPEAKING or any(t.holds(token.stretch) for t in reading.titles):
        return True
    if token.pos != "NOUN" or not token.has(Animacy="Inan") or token.lemma in reading.roles:
        return not token.text[0].isdigit()
    if not is_known(token.text) or any(token.lemma.endswith(role) for role in reading.roles if len(role) >= SUFFIX):
        return True
    return is_named(reading, token)


def is_named(reading: Reading, token: Token) -> bool:
    """Whether the token is part of a name or of an outlet."""
    return any(n.stretch.meets(token.stretch) for n in reading.doc.names) or any(
        o.meets(token.stretch) for o in reading.outlets
    )
