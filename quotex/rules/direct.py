"""Direct speech in marks: `«…», — сказал X`; `«…, — сказал X. — …»`; `«…» — X`."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.cues import Cue
from quotex.lexicon.cue import CueKind, Frame, entry
from quotex.marks import Quotation
from quotex.parse import Sentence
from quotex.rules.claim import Claim, Reading, Slot
from quotex.rules.content import tidy
from quotex.rules.marked import contents, first_hole, opens_sentence, quotations
from quotex.rules.noun_phrase import phrase
from quotex.rules.syntax import DASHES, is_break, is_finite, is_word
from quotex.rules.voice import voice

ADDRESSEE = 3  # words between a cue and the marks behind it: `крикнул ей вслед «…»`
SPEAKING = (Frame.DIRECT, Frame.INSERTED)


def attributed(reading: Reading) -> Iterator[Claim]:
    """`«‹…›», — сказал X`: the cue follows or stands inside."""
    for number, sentence in enumerate(reading.doc.sentences):
        for quotation in quotations(reading, sentence, titles=True):
            if (
                opens_sentence(sentence, quotation)
                and (cue := _cue_after(reading, number, quotation))
                and _spoken(reading, sentence, quotation)
            ):
                end = _segment_end(sentence, cue)
                who = voice(reading, cue, (sentence.at(first_hole(quotation)), end))
                content = contents(reading, number, quotation)
                yield Claim("direct", content, number, cue, who, "attributed")


def _spoken(reading: Reading, sentence: Sentence, quotation: Quotation) -> bool:
    """`«Мостовая кривая», — критикует инженер`: what a dash parts from its cue is no name, however short."""
    if quotation.whole not in reading.titles:
        return True
    after = sentence.tokens[sentence.at(quotation.whole.end) :][:2]
    return any(t.text in DASHES for t in after)


def adjoined(reading: Reading) -> Iterator[Claim]:
    """`Толпа скандирует «‹Долой›»`: marks right behind the cue or its subject, no colon, and nothing behind them."""
    for number, sentence in enumerate(reading.doc.sentences):
        for quotation in quotations(reading, sentence):
            start = sentence.at(quotation.whole.start)
            cue = _cue_right_before(reading, number, start)
            if cue and _closes_clause(sentence, quotation) and not _is_part_of_clause(sentence, cue, quotation):
                content = contents(reading, number, quotation)
                yield Claim("direct", content, number, cue, voice(reading, cue, (0, start)), "adjoined")


def _cue_right_before(reading: Reading, number: int, start: int) -> Cue | None:
    """`‹крикнул› ей вслед «…»`: a verb of speech, and between it and the marks at most an addressee."""
    near = (c for c in reading.cues[number] if 0 <= start - 1 - c.tokens[-1] <= ADDRESSEE)
    cue = next((c for c in near if c.entry.takes(Frame.DIRECT)), None)
    if cue is None or cue.entry.kind is not CueKind.VERB:
        return None
    between = reading.doc.sentences[number].tokens[cue.tokens[-1] + 1 : start]
    return None if any(is_break(t) or is_finite(t) or t.pos in {"ADP", "SCONJ", "CCONJ"} for t in between) else cue


def _is_part_of_clause(sentence: Sentence, cue: Cue, quotation: Quotation) -> bool:
    """`назвала "вредной фантазией"`, `ответили «взаимностью»`: an instrumental is what the verb asks for."""
    inside = sentence.tokens[sentence.at(quotation.inner.start) : sentence.at(quotation.inner.end)]
    evaluated = cue.entry.takes(Frame.EVALUATION) and any(t.has(Case="Ins") for t in inside[:3])
    return evaluated or (len(inside) == 1 and inside[0].has(Case="Ins"))


def _closes_clause(sentence: Sentence, quotation: Quotation) -> bool:
    after = sentence.at(quotation.whole.end)
    return after >= len(sentence.tokens) or is_break(sentence.tokens[after])


def signed(reading: Reading) -> Iterator[Claim]:
    """`«‹…›» — Пётр Иванов, директор`: a name and no verb behind the dash."""
    for number, sentence in enumerate(reading.doc.sentences):
        for quotation in quotations(reading, sentence):
            signature = _signature(reading, sentence, quotation)
            if signature is not None and opens_sentence(sentence, quotation):
                who = phrase(reading, number, signature, Slot.LABEL)
                yield Claim("direct", contents(reading, number, quotation), number, None, who, "signed")


def _signature(reading: Reading, sentence: Sentence, quotation: Quotation) -> int | None:
    """The noun right behind the dash (or bracket) after the quotation, where no verb stands behind it."""
    at = sentence.at(quotation.whole.end)
    while at < len(sentence.tokens) and sentence.tokens[at].text in {",", "."}:
        at += 1
    if (
        at + 1 >= len(sentence.tokens)
        or sentence.tokens[at].text not in DASHES | {"("}
        or any(map(is_finite, sentence.tokens[at:]))
    ):
        return None
    named = {n.stretch.start for n in reading.doc.names if n.kind == "PER"}
    for i in range(at + 1, min(at + 5, len(sentence.tokens))):
        token = sentence.tokens[i]
        if token.start in named or (token.has(Case="Nom", Animacy="Anim") and token.pos == "NOUN"):
            return i
    return None


def standalone(reading: Reading) -> Iterator[Claim]:
    """`«‹…›».`: a sentence all in marks; whose it is the neighbours tell (`quotex.rules.neighbour`)."""
    for number, sentence in enumerate(reading.doc.sentences):
        for quotation in quotations(reading, sentence):
            if (_alone(sentence, quotation) or _heads(reading, number, quotation)) and not _follows_dash(
                reading, number
            ):
                content = tuple(s for p in quotation.inner.without(quotation.holes) if len(s := tidy(reading, p)))
                yield from [Claim("direct", content, number, None, None, "standalone")] if content else []


def _alone(sentence: Sentence, quotation: Quotation) -> bool:
    return not any(is_word(t) and not quotation.verbatim(t.stretch) for t in sentence.tokens)


def _heads(reading: Reading, number: int, quotation: Quotation) -> bool:
    """`«Нас просто вычеркнули»: как закрывают библиотеку`: a headline that opens with somebody's words."""
    sentence = reading.doc.sentences[number]
    after = sentence.at(quotation.whole.end)
    return (
        number == 0
        and opens_sentence(sentence, quotation)
        and sentence.tokens[after : after + 1] != ()
        and sentence.tokens[after].text == ":"
    )


def _follows_dash(reading: Reading, number: int) -> bool:
    return number > 0 and reading.doc.sentences[number].tokens[0].text in DASHES


def _cue_after(reading: Reading, number: int, quotation: Quotation) -> Cue | None:
    """The first speaking cue behind the quotation (or in the author's words inside it), before any other quotation."""
    sentence, start = reading.doc.sentences[number], first_hole(quotation)
    others = [q.whole.start for q in quotations(reading, sentence) if q.whole.start >= quotation.whole.end]
    limit = min([sentence.end, *others])
    for cue in reading.cues[number]:
        if start <= cue.stretch.start < limit and cue.entry.takes(*SPEAKING) and cue.entry.kind is not CueKind.NOUN:
            return cue if _close(sentence, quotation, cue) else None
    return _any_verb(reading, number, start)


def _any_verb(reading: Reading, number: int, start: int) -> Cue | None:
    """`«…», — взорвался депутат`: a verb of no lexicon right behind the dash, with somebody behind it."""
    sentence = reading.doc.sentences[number]
    at = sentence.at(start)
    while at < len(sentence.tokens) and sentence.tokens[at].text in {",", ".", *DASHES}:
        at += 1
    if not 0 < at < len(sentence.tokens) - 1 or sentence.tokens[at - 1].text not in DASHES:
        return None
    verb, following = sentence.tokens[at], sentence.tokens[at + 1]
    if verb.has(Case="Nom") and verb.pos in {"NOUN", "PROPN", "PRON", "DET", "ADJ"} and at + 1 < len(sentence.tokens):
        at, verb, following = at + 1, following, verb
    speaks = (
        is_finite(verb) and verb.pos == "VERB" and not verb.has(Tense="Fut") and verb.feats.get("Person", "3") == "3"
    )
    somebody = following.has(Case="Nom") and following.pos in {"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"}
    if speaks and (somebody or (verb.has(Number="Plur") and following.has(Case="Acc"))):
        return Cue(entry(verb.lemma, CueKind.VERB, frozenset({Frame.DIRECT})), verb.stretch, number, (at,), at)
    return None


def _close(sentence: Sentence, quotation: Quotation, cue: Cue) -> bool:
    """Between quotation and cue stands no other verb of the author's."""
    between = sentence.tokens[sentence.at(first_hole(quotation)) : cue.tokens[0]]
    return not any((is_finite(t) and not t.rel.startswith("acl")) or t.text == ":" for t in between)


def _segment_end(sentence: Sentence, cue: Cue) -> int:
    after = range(cue.tokens[-1] + 1, len(sentence.tokens))
    return next(
        (i for i in after if sentence.tokens[i].quoted or sentence.tokens[i].text in {".", ":", *DASHES}),
        len(sentence.tokens),
    )
