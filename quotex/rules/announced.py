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
            if colon > 0 and sentence.tokens[colon].text == ":" and not _framed(reading, number):
                cue = _cue_before(reading, number, colon)
                claim = _of_cue(reading, quotation, cue, colon) if cue else _of_label(reading, number, quotation, colon)
                yield from claim


def _of_cue(reading: Reading, quotation: Quotation, cue: Cue, colon: int) -> Iterator[Claim]:
    """`X сказал: «‹…›»`, where the marks belong to no clause before the colon."""
    if not (_retold(reading, cue) or _has_clause(reading.sentence(cue), cue, colon)):
        content = contents(reading, cue.sentence, quotation)
        yield Claim("direct", content, cue.sentence, cue, voice(reading, cue, (0, colon)), "announced")


def _of_label(reading: Reading, number: int, quotation: Quotation, colon: int) -> Iterator[Claim]:
    """`X: «‹…›»`, where the marks end the sentence."""
    sentence, who = reading.doc.sentences[number], _label(reading, number, colon)
    last = quotation is quotations(reading, sentence, titles=True)[-1]
    if last and plausible(reading, who) and _ends_sentence(sentence, quotation):
        yield Claim("direct", contents(reading, number, quotation), number, None, who, "label")


def _framed(reading: Reading, number: int) -> bool:
    """`По утверждению соседки, Ким ответила так: «…»`: somebody else tells all of it."""
    first = next(iter(reading.cues[number]), None)
    return first is not None and first.entry.kind is CueKind.PREPOSITION and first.tokens[0] == 0


def _retold(reading: Reading, cue: Cue) -> bool:
    """`X сказал, что ему ответили: «…»`: the cue before the colon stands in a content clause itself."""
    sentence = reading.sentence(cue)
    if is_gerund(sentence.tokens[cue.head]):
        return False  # предполагает, что …, подчёркивая: «…»
    outer = (c for c in reading.cues[cue.sentence] if c.head < cue.head and c.entry.takes(Frame.THAT))
    return any(complementiser(sentence, c.tokens[-1] + 1, cue.tokens[0]) is not None for c in outer)


def _has_clause(sentence: Sentence, cue: Cue, colon: int) -> bool:
    """`X сказал, что ‹ставка зависит от детей: «чем больше, тем ниже»›`, `призвал ‹ждать: «…»›`: the clause's marks."""
    between = range(cue.tokens[-1] + 1, colon)
    clause = cue.entry.takes(Frame.THAT) and complementiser(sentence, between.start, between.stop) is not None
    acts = cue.entry.takes(Frame.INFINITIVE) and any(sentence.tokens[i].has(VerbForm="Inf") for i in between)
    return (clause or acts) and sentence.tokens[colon - 1].lemma not in {"что", "следующий"}


def _ends_sentence(sentence: Sentence, quotation: Quotation) -> bool:
    """Not `Украина стала полигоном: «Завод» подписал …`, nor `Партнёры: «Заря», «Искра» и «Маяк»`."""
    behind = [t for t in sentence.tokens[sentence.at(quotation.whole.end) :] if not t.quoted]
    listed = [t.text for t in behind[:1]] == [","] and not any(t.text in DASHES for t in behind[1:2])
    return not any(map(is_word, behind[:1])) and not listed


def _cue_before(reading: Reading, number: int, colon: int) -> Cue | None:
    sentence = reading.doc.sentences[number]
    start = max([0, *(i + 1 for i in range(colon) if sentence.tokens[i].quoted)])
    found = [c for c in reading.cues[number] if start <= c.head < colon and c.entry.kind is not CueKind.PREPOSITION]
    return found[-1] if found else None


def _label(reading: Reading, number: int, colon: int) -> Voice | None:
    """`Иванов: «…»`, `Пётр Иванов, директор: «…»`, `Иванов не скрывал радости: «…»`."""
    at = _labelling(reading, reading.doc.sentences[number], colon)
    return None if at is None else phrase(reading, number, at, Slot.LABEL)


def _labelling(reading: Reading, sentence: Sentence, colon: int) -> int | None:
    """The subject before the colon; without one the first name; without that, somebody who opens the sentence."""
    for at, token in enumerate(sentence.tokens[:colon]):
        if token.rel.startswith("nsubj") and not token.quoted and token.pos in {"NOUN", "PROPN", "PRON"}:
            return at
    before = Stretch(sentence.start, sentence.tokens[colon].start)
    names = [n.stretch for n in reading.doc.names if n.kind != "LOC" and before.holds(n.stretch)]
    if names:
        return sentence.at(names[0].start)
    return 0 if sentence.tokens[0].has(Case="Nom", Animacy="Anim") else None
