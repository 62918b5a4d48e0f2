"""Content clauses: `сказал, что`, `заявил о том, что`, `потребовал, чтобы`, `спросил, готов ли`, `мнение, что`."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.cues import Cue
from quotex.lexicon.cue import CueKind, Frame
from quotex.parse import Sentence
from quotex.rules.anaphora import refers_back
from quotex.rules.claim import Claim, Reading, Slot
from quotex.rules.clause import content_end
from quotex.rules.content import kind, pieces
from quotex.rules.noun_phrase import phrase
from quotex.rules.subject import late_subject
from quotex.rules.syntax import complementiser, is_comma, is_finite, is_participle
from quotex.rules.voice import voice

EVIDENCE = {"работа", "исследование", "данные", "результат", "след", "факт", "анализ", "статистика", "опыт", "улика"}
REASONS = {"из-за", "вместо", "после", "до", "ради", "кроме", "помимо", "вследствие", "ввиду", "исходя", "от"}
SIGNS = {"говорить", "указывать", "свидетельствовать"}
CONSEQUENCE = {"вызвать", "привести", "вынудить", "заставить", "позволить", "спровоцировать", "повлечь", "возмутить"}
CLAUSAL = (Frame.THAT, Frame.SO_THAT, Frame.ABOUT)


def complement(reading: Reading) -> Iterator[Claim]:
    """`X сказал, что ‹…›`."""
    for cues in reading.cues:
        for cue in cues:
            start = _start(reading, cue)
            if start is not None and not _governed(reading, cue) and not refers_back(reading.sentence(cue), cue):
                yield from _claim(reading, cue, start)


def cut_cue(reading: Reading) -> Iterator[Claim]:
    """`Глава МИД Пётр Иванов , что ‹…›`: the verb was a link and is lost; a name stands before the complementiser."""
    ends = {n.stretch.end for n in reading.doc.names if n.kind == "PER"}
    for number, sentence in enumerate(reading.doc.sentences):
        at = complementiser(sentence, 2, len(sentence.tokens))
        if at is None or sentence.tokens[at].text.lower() != "что" or sentence.tokens[at - 2].end not in ends:
            continue
        if not any(is_finite(t) or t.pos == "VERB" for t in sentence.tokens[:at]) and not reading.cues[number]:
            content = pieces(reading, sentence, at + 1, len(sentence.tokens))
            yield Claim(
                kind(reading, content), content, number, None, phrase(reading, number, at - 2, Slot.LABEL), "cut_cue"
            )


def _claim(reading: Reading, cue: Cue, start: int) -> Iterator[Claim]:
    """`X сказал, что ‹…›`; `Подтвердила, что ‹газом пахло›, X`: the content ends at the comma before a late subject."""
    sentence, end = reading.sentence(cue), content_end(reading, cue, start)
    who = voice(reading, cue, (0, start))
    late = late_subject(sentence, cue.head, start)
    if late is not None and late < end:
        who = phrase(reading, cue.sentence, late, Slot.SUBJECT)
        at = sentence.at(who.stretch.start)
        end = next((i for i in range(at, start, -1) if is_comma(sentence.tokens[i])), at)
    content = pieces(reading, sentence, start, end)
    if content and not _is_sign(reading, cue):
        yield Claim(kind(reading, content), content, cue.sentence, cue, who, "complement")


def _is_sign(reading: Reading, cue: Cue) -> bool:
    """`Всё это говорит о том, что`, `Опыт указывает на то, что`: nobody speaks. But `Говорит, что` goes on."""
    if cue.entry.lemmas[0] not in SIGNS or cue.tokens[0] == 0:
        return False
    who = voice(reading, cue)
    return who is None or reading.doc.sentences[who.sentence].tokens[who.head].lemma in EVIDENCE


def _start(reading: Reading, cue: Cue) -> int | None:
    """First token of the content clause that hangs on the cue."""
    sentence = reading.sentence(cue)
    if cue.entry.kind is CueKind.PREPOSITION:
        return None
    if cue.entry.takes(*CLAUSAL):
        at = complementiser(sentence, cue.tokens[-1] + 1, len(sentence.tokens))
        if at is not None and _reaches(reading, cue, at) and _allowed(sentence, cue, at):
            return at + 1
    return _whether(sentence, cue) if cue.entry.takes(Frame.WHETHER) else None


def _allowed(sentence: Sentence, cue: Cue, at: int) -> bool:
    """`сказал, что`, `заявил о том, что`, `просил, чтобы`; not `отказался из-за того, что`, `ответил с тем, чтобы`."""
    left = [t.text.lower() for t in sentence.tokens[max(0, at - 3) : at]]
    so_that = sentence.tokens[at].text.lower() == "чтобы"
    if left[1:] == ["того", ","] and left[0] in REASONS:
        return False
    if (so_that and left == ["с", "тем", ","]) or (cue.entry.kind is CueKind.NOUN and left[-1] != ","):
        return False
    if _is_comment(sentence, cue, at):
        return False
    if so_that:
        return cue.entry.takes(Frame.SO_THAT) or cue.entry.kind is CueKind.NOUN
    if sentence.tokens[at - 1].text == "," and sentence.tokens[at - 2].lemma in {"то", "тот"}:
        return True
    return cue.entry.takes(Frame.THAT)


def _is_comment(sentence: Sentence, cue: Cue, at: int) -> bool:
    """`сообщил о закрытии моста, что ‹вызвало› протесты`: the relative pronoun stands for all that was said before."""
    if at + 1 >= len(sentence.tokens) or sentence.tokens[at + 1].lemma not in CONSEQUENCE:
        return False
    between = sentence.tokens[cue.tokens[-1] + 1 : at]
    return any(t.rel == "obj" or (t.pos == "ADP" and t.lemma in ("о", "про")) for t in between)


def _reaches(reading: Reading, cue: Cue, at: int) -> bool:
    """Whether nothing between cue and complementiser claims the clause for itself: no other verb outside an aside."""
    sentence = reading.sentence(cue)
    for i in range(cue.tokens[-1] + 1, at):
        token = sentence.tokens[i]
        if token.start in reading.marked or i in cue.tokens:
            continue
        if is_finite(token) and not _aside(sentence, cue, i):
            return False
        if token.has(VerbForm="Inf") and cue.entry.takes(Frame.INFINITIVE):
            return False
        if token.pos == "VERB" and cue.entry.kind is CueKind.NOUN:
            return False
        if token.text == ":" or (token.text == "." and token.quoted is False):
            return False
        if any(o.head == i and o.entry.takes(*CLAUSAL) and _takes_over(reading, o) for o in reading.cues[cue.sentence]):
            return False
    return True


def _takes_over(reading: Reading, other: Cue) -> bool:
    """A nearer cue that takes the clause: a verb form, or a noun right before it."""
    sentence = reading.sentence(other)
    if other.entry.kind is CueKind.NOUN:
        if _governed(reading, other):
            return False
        follows = sentence.tokens[other.tokens[-1] + 1 : other.tokens[-1] + 5]
        return any(t.text == "," for t in follows)
    return not is_participle(sentence.tokens[other.head])


def _aside(sentence: Sentence, cue: Cue, index: int) -> bool:
    """`X, который сменил Y, заявил`: the verb stands in a relative clause between commas."""
    token = sentence.tokens[index]
    return token.rel.startswith("acl") or (token.head != -1 and sentence.tokens[token.head].rel.startswith("acl"))


def _whether(sentence: Sentence, cue: Cue) -> int | None:
    """`спросил, ‹готов ли завод›`: the clause begins after the comma; `ли` stays."""
    for i in range(cue.tokens[-1] + 1, len(sentence.tokens)):
        if sentence.tokens[i].text.lower() == "ли" and not sentence.tokens[i].quoted:
            comma = next((j for j in range(i, cue.tokens[-1], -1) if sentence.tokens[j].text == ","), None)
            return None if comma is None else comma + 1
        if i - cue.tokens[-1] > 25:
            return None
    return None


def _governed(reading: Reading, cue: Cue) -> bool:
    """`опроверг сообщения о том, что`: a noun that is the object of a cue leaves the clause to it."""
    if cue.entry.kind is not CueKind.NOUN:
        return False
    head = reading.sentence(cue).tokens[cue.head].head
    return any(c.head == head and c.entry.takes(*CLAUSAL) for c in reading.cues[cue.sentence])
