"""The author's verb beside the cue: `…, что ‹работа идёт›, и пояснил, что …`; `…, отметив, что …`."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.cues import Cue
from quotex.lexicon.cue import CueKind, Frame
from quotex.parse import Sentence
from quotex.rules.claim import Reading
from quotex.rules.syntax import (
    OPENERS,
    ancestors,
    before,
    complementiser,
    is_break,
    is_comma,
    is_finite,
    is_gerund,
    is_sister,
    own_subject,
)

CONJUNCTIONS = {"и", "а", "но", "или", "либо"}
AGAIN = {"ранее", "затем", "потом", "также"}


def coordinated(reading: Reading, cue: Cue, start: int) -> Iterator[int]:
    """`…, что ‹работа идёт›, и пояснил, что …`; `…, отметив, что …`: the author's verb beside the cue."""
    sentence = reading.sentence(cue)
    head = sentence.tokens[anchor(sentence, cue)]
    spoken, urging = {c.head for c in reading.cues[cue.sentence]}, _urging(reading, cue)
    for at in range(start + 1, len(sentence.tokens)):
        token = sentence.tokens[at]
        if token.quoted or token.pos != "VERB":
            continue
        if is_gerund(token) and not is_gerund(head) and at in spoken - urging:
            yield from _left_comma(sentence, at, start)
        elif is_finite(token) and is_sister(head, token) and _beside(sentence, cue, at, at in spoken):
            yield from _left_conjunction(sentence, at, start)


def _urging(reading: Reading, cue: Cue) -> set[int]:
    """`…, что ‹союз говорил с ними, убеждая их уйти›`: imperfective gerunds that take an infinitive."""
    tokens = reading.sentence(cue).tokens
    heads = {c.head for c in reading.cues[cue.sentence] if c.entry.takes(Frame.INFINITIVE)}
    return {i for i in heads if is_gerund(tokens[i]) and tokens[i].has(Aspect="Imp")}


def _goes_with_content(sentence: Sentence, cue: Cue, at: int, spoken: bool) -> bool:
    """`отметили, что ‹следят за делом и считают его важным›`: a verb in the form of the content's own."""
    token, head = sentence.tokens[at], sentence.tokens[anchor(sentence, cue)]
    first = next((t for t in sentence.tokens[cue.tokens[-1] + 1 : at] if is_finite(t)), None)
    if first is None and not spoken and any(t.text in OPENERS for t in sentence.tokens[at + 1 : at + 7]):
        return True  # что ‹обмен «был честным», и показал возможность «спорить без обид»›
    if first is None or not is_sister(first, token) or first.feats.get("Tense") != token.feats.get("Tense"):
        return False
    return not spoken or head.feats.get("Tense") != token.feats.get("Tense")


def anchor(sentence: Sentence, cue: Cue) -> int:
    """The verb of the cue's clause: `заявил о намерении уйти` hangs on `заявил`."""
    if cue.entry.kind is not CueKind.NOUN:
        return cue.head
    return next((a for a in ancestors(sentence, cue.head) if is_finite(sentence.tokens[a])), cue.head)


def _beside(sentence: Sentence, cue: Cue, at: int, spoken: bool) -> bool:
    if _goes_with_content(sentence, cue, at, spoken):
        return False
    if sentence.tokens[at].rel == "conj" and sentence.tokens[at].head == anchor(sentence, cue):
        return True
    if _back_to_cue(sentence, cue, at):
        return True
    return spoken and governs(sentence, at) and not own_subject(sentence, at)


def _back_to_cue(sentence: Sentence, cue: Cue, at: int) -> bool:
    """`сказал, что ‹мост готов›, и уехал`: behind a comma, in the tense of the cue, which the content has not."""
    token, head = sentence.tokens[at], sentence.tokens[anchor(sentence, cue)]
    first = next((t for t in sentence.tokens[cue.tokens[-1] + 1 : at] if is_finite(t)), None)
    tense = token.feats.get("Tense")
    left = [t.lemma for t in sentence.tokens[max(0, at - 2) : at]]
    joined = left[:1] == ["и"] and left[-1] in AGAIN  # …, что ‹суд независим› и ранее осудил угрозы
    apart = (joined or _comma_before(sentence, at) is not None) and not own_subject(sentence, at)
    return first is not None and apart and tense == head.feats.get("Tense") and tense != first.feats.get("Tense")


def _comma_before(sentence: Sentence, at: int) -> int | None:
    """The comma of `, и уехал`, `, однако сроков не назвал`: nothing nominative between conjunction and verb."""
    for i in range(at - 1, max(at - 6, 1), -1):
        token = sentence.tokens[i]
        if token.lemma in {*CONJUNCTIONS, "однако"}:
            return i - 1 if is_comma(sentence.tokens[i - 1]) else None
        if token.has(Case="Nom") or is_break(token):
            return None
    return None


def governs(sentence: Sentence, at: int) -> bool:
    """Whether a content clause, an infinitive or marks follow the verb closely."""
    near = sentence.tokens[at + 1 : at + 7]
    if complementiser(sentence, at + 1, min(at + 8, len(sentence.tokens))) is not None:
        return True
    return any(t.has(VerbForm="Inf") or t.text in OPENERS or t.text == ":" for t in near)


def _left_comma(sentence: Sentence, at: int, start: int) -> Iterator[int]:
    """`…‹,› ещё раз отметив`: the comma closely before a gerund."""
    left = next((i for i in range(at - 1, start, -1) if is_break(sentence.tokens[i])), None)
    if left is not None and at - left <= 4:
        yield left


def _left_conjunction(sentence: Sentence, at: int, start: int) -> Iterator[int]:
    """`…, ‹и› пояснил`, `… ‹и› ранее осудил`, `…‹,› пояснил`: where the author's verb begins."""
    left, near = before(sentence, at), sentence.tokens[max(0, at - 2) : at]
    if len(near) == 2 and near[0].lemma == "и" and near[1].pos == "ADV":
        left = at - 2
    comma = _comma_before(sentence, at)
    if comma is not None and comma > start:
        yield comma
    elif left > start and sentence.tokens[left].lemma in CONJUNCTIONS:
        yield left - 1 if is_comma(sentence.tokens[left - 1]) else left
    elif left > start and is_comma(sentence.tokens[left]):
        yield left
