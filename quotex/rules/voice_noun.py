"""The speaker at a noun or preposition: `по словам Иванова`, `согласно отчёту`, `заявление МИД о том, что`."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.cues import Cue
from quotex.morph import may_be
from quotex.parse import Sentence, Token
from quotex.phrase import POSSESSIVES
from quotex.rules.claim import Reading, Slot, Voice
from quotex.rules.noun_phrase import phrase
from quotex.rules.subject import agents, preposition, subjects
from quotex.rules.syntax import OPENERS, ancestors, is_break, is_finite, is_passive, stretch

OWN = POSSESSIVES | {"своему", "собственному"}
MODIFIERS = {"ADJ", "DET", "NUM", "VERB", "ADV"}
NOMINAL = {"NOUN", "PROPN", "PRON", "X"}
NETS = {"сеть", "интернет", "половина", "часть"}  # в Сети появились публикации о том, что: nobody has them
HOLDERS = {"в", "во", "среди"}


def of_preposition(reading: Reading, cue: Cue) -> Voice | None:
    """`по словам министра Иванова`, `по его словам`, `по версии «Форбс»`."""
    sentence = reading.sentence(cue)
    for at in range(cue.tokens[0], cue.tokens[-1]):
        if sentence.tokens[at].text.lower() in OWN:
            return Voice(sentence.tokens[at].stretch, cue.sentence, at, Slot.POSSESSIVE)
    first = at = cue.tokens[-1] + 1
    if at < len(sentence.tokens) and sentence.tokens[at].text.lower() in OWN and _owns_noun(sentence, at):
        at += 1  # по мнению её французской коллеги
    while at < len(sentence.tokens) and sentence.tokens[at].pos in MODIFIERS and not is_break(sentence.tokens[at]):
        at += 1
    if first < at and _stands_alone(sentence, at):
        at -= 1
    if at >= len(sentence.tokens):
        return None
    if sentence.tokens[at].text in OPENERS:
        return _in_marks(reading, cue, first, at + 1)
    token = sentence.tokens[at]
    voiced = token.pos in NOMINAL or (at >= first and token.pos in MODIFIERS)
    return phrase(reading, cue.sentence, at, Slot.GENITIVE, first) if voiced and _oblique(token) else None


def _owns_noun(sentence: Sentence, at: int) -> bool:
    """`по мнению ‹её› французской коллеги`: a genitive follows, with nothing but its modifiers between."""
    for token in sentence.tokens[at + 1 :]:
        if token.pos not in MODIFIERS or is_break(token):
            return token.pos in {"NOUN", "PROPN"} and may_be(token.text, "Gen")
    return False


def _stands_alone(sentence: Sentence, at: int) -> bool:
    """`по расчётам ‹Короткого›, …`, `по словам ‹одного› из них`: what modifies no noun stands for one."""
    before = sentence.tokens[at - 1]
    behind = sentence.tokens[at] if at < len(sentence.tokens) else None
    if before.lemma == "один":
        return behind is not None and behind.text == "из"
    if before.lemma == "последний":
        return behind is None or is_break(behind)
    return before.text[:1].isupper() and before.pos == "ADJ" and (behind is None or is_break(behind))


def _oblique(token: Token) -> bool:
    """Not the subject of the content: `по предварительным данным эта ‹трагедия› произошла`."""
    subject = token.has(Case="Nom") and token.rel.startswith("nsubj")
    return not subject and (not token.has(Case="Nom") or token.pos == "X" or may_be(token.text, "Gen"))


def _in_marks(reading: Reading, cue: Cue, first: int, at: int) -> Voice | None:
    sentence = reading.sentence(cue)
    inside = (
        next((q for q in reading.doc.quotations if q.inner.start == sentence.tokens[at].start), None)
        if at < len(sentence.tokens)
        else None
    )
    if inside is None:
        return None
    return Voice(stretch(sentence, first, sentence.at(inside.whole.end - 1)), cue.sentence, at, Slot.GENITIVE)


def of_noun(reading: Reading, cue: Cue) -> Voice | None:
    """`заявление МИД о том, что`; `угрозы со стороны посла`; `Артисты обратились с просьбой отменить`: the subject."""
    return next(_of_noun(reading, cue), None)


def _of_noun(reading: Reading, cue: Cue) -> Iterator[Voice]:
    sentence = reading.sentence(cue)
    for child in sentence.children[cue.head]:
        if sentence.tokens[child].text.lower() in OWN:
            yield Voice(sentence.tokens[child].stretch, cue.sentence, child, Slot.POSSESSIVE)
    for owner in _owners(sentence, cue):
        yield phrase(reading, cue.sentence, owner, Slot.GENITIVE)
    for up in ancestors(sentence, cue.head):
        for at in subjects(sentence, up):
            if at != cue.head and is_finite(sentence.tokens[up]) and cue.head not in sentence.subtree(at):
                yield phrase(reading, cue.sentence, at, Slot.SUBJECT)
        if is_passive(sentence.tokens[up]):
            yield from (phrase(reading, cue.sentence, at, Slot.AGENT) for at in agents(sentence, up))
    yield from _holders(reading, cue)


def _owners(sentence: Sentence, cue: Cue) -> Iterator[int]:
    """`слова Иванова`, `угрозы со стороны посла`."""
    after = cue.tokens[-1] + 1
    if [t.text.lower() for t in sentence.tokens[after : after + 2]] == ["со", "стороны"]:
        yield from (
            i for i in range(after + 2, min(after + 6, len(sentence.tokens))) if sentence.tokens[i].pos in NOMINAL
        )
    for child in sentence.children[cue.head]:
        token = sentence.tokens[child]
        if (
            child > cue.head
            and token.has(Case="Gen")
            and token.pos in {"NOUN", "PROPN"}
            and not preposition(sentence, child)
        ):
            yield child
    if (
        after < len(sentence.tokens)
        and sentence.tokens[after].has(Case="Gen")
        and sentence.tokens[after].pos in {"NOUN", "PROPN"}
    ):
        yield after


def _holders(reading: Reading, cue: Cue) -> Iterator[Voice]:
    """`У следствия есть подозрение, что`; `В отчёте содержится вывод о том, что`: whoever has it, where it stands."""
    sentence = reading.sentence(cue)
    for up in ancestors(sentence, cue.head):
        for child in (c for c in sentence.children[up] if c < cue.head):
            token, case = sentence.tokens[child], preposition(sentence, child)
            if case == "у" and token.has(Case="Gen"):
                yield phrase(reading, cue.sentence, child, Slot.GENITIVE)
            known = token.lemma in reading.roles and token.lemma not in NETS
            if case in HOLDERS and token.pos in {"NOUN", "PROPN"} and known:
                yield phrase(reading, cue.sentence, child, Slot.DOCUMENT)
