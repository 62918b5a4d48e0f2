"""Direct speech in marks behind a colon: `X сказал: «…»`, `X: «…»`."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.cues import Cue
from quotex.lexicon.cue import CueKind, Frame
from quotex.marks import Quotation
from quotex.parse import Sentence
from quotex.rules.claim import Claim, Reading, Slot, Voice
from quotex.rules.marked import contents, quotations
from quotex.rules.noun_phrase import phrase, plausible
from quotex.rules.syntax import DASHES, complementiser, is_gerund, is_word
from quotex.rules.voice import voice
from quotex.span import Stretch


def announced(reading: Reading) -> Iterator[Claim]:
    """`X сказал: «‹…›»`: the last cue before the colon; without one, the subject of its clause."""
    for number, sentence in enumerate(reading.doc.sentences):
        for quotation in quotations(reading, sentence, titles=True):
            colon = sentence.at(quotation.whole.start) - 1
            if colon > 0 and sentence.tokens[colon].text == ":":
                cue = _cue_before(reading, number, colon)
                if _framed(reading, number, colon):
                    continue
                if cue and (_retold(reading, number, cue) or _has_clause(sentence, cue, colon)):
                    continue
                who = voice(reading, cue, (0, colon)) if cue else label(reading, number, colon)
                alone = quotation is quotations(reading, sentence, titles=True)[-1]
                if cue or (alone and plausible(reading, who) and _ends_sentence(sentence, quotation)):
                    yield Claim(
                        "direct",
                        contents(reading, number, quotation),
                        number,
                        cue,
                        who,
                        "announced" if cue else "label",
                    )


def _framed(reading: Reading, number: int, colon: int) -> bool:
    """`По утверждению соседки, Ким ответила так: «…»`: somebody else tells all of it."""
    first = next(iter(reading.cues[number]), None)
    return first is not None and first.entry.kind is CueKind.PREPOSITION and first.tokens[0] == 0 < colon


def _retold(reading: Reading, number: int, cue: Cue) -> bool:
    """`X сказал, что ему ответили: «…»`: the cue before the colon stands in a content clause itself."""
    sentence = reading.doc.sentences[number]
    if is_gerund(sentence.tokens[cue.head]):
        return False  # предполагает, что …, подчёркивая: «…»
    outer = (c for c in reading.cues[number] if c.head < cue.head and c.entry.takes(Frame.THAT))
    return any(complementiser(sentence, c.tokens[-1] + 1, cue.tokens[0]) is not None for c in outer)


def _has_clause(sentence: Sentence, cue: Cue, colon: int) -> bool:
    """`X сказал, что ‹ставка зависит от числа детей: «чем больше, тем ниже»›`: the marks go on with the clause."""
    between = range(cue.tokens[-1] + 1, colon)
    clause = cue.entry.takes(Frame.THAT) and complementiser(sentence, between.start, between.stop) is not None
    acts = cue.entry.takes(Frame.INFINITIVE) and any(sentence.tokens[i].has(VerbForm="Inf") for i in between)
    return (clause or acts) and sentence.tokens[colon - 1].lemma not in {"что", "следующий"}


def _ends_sentence(sentence: Sentence, quotation: Quotation) -> bool:
    """Nothing of the author's goes on behind it: not `Украина стала полигоном: «Завод» подписал …`."""
    behind = [t for t in sentence.tokens[sentence.at(quotation.whole.end) :] if not t.quoted]
    listed = [t.text for t in behind[:1]] == [","] and not any(t.text in DASHES for t in behind[1:2])
    return not any(map(is_word, behind[:1])) and not listed


def _cue_before(reading: Reading, number: int, colon: int) -> Cue | None:
    sentence = reading.doc.sentences[number]
    start = max([0, *(i + 1 for i in range(colon) if sentence.tokens[i].quoted)])
    found = [c for c in reading.cues[number] if start <= c.head < colon and c.entry.kind is not CueKind.PREPOSITION]
    return found[-1] if found else None


def label(reading: Reading, number: int, colon: int) -> Voice | None:
    """`Иванов: «…»`, `Пётр Иванов, директор: «…»`, `Иванов не скрывал радости: «…»`."""
    sentence = reading.doc.sentences[number]
    for at in range(colon):
        token = sentence.tokens[at]
        if token.rel.startswith("nsubj") and not token.quoted and token.pos in {"NOUN", "PROPN", "PRON"}:
            return phrase(reading, number, at, Slot.LABEL)
    names = [
        n
        for n in reading.doc.names
        if n.kind != "LOC" and Stretch(sentence.start, sentence.tokens[colon].start).holds(n.stretch)
    ]
    first = sentence.tokens[0]
    if not names and first.has(Case="Nom", Animacy="Anim"):
        return phrase(reading, number, 0, Slot.LABEL)
    if names:
        return phrase(reading, number, sentence.at(names[0].stretch.start), Slot.LABEL)
    return None
