"""How far retold content goes: to the sentence's end, or to where the author speaks again."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.cues import Cue
from quotex.lexicon.cue import CueKind, Frame
from quotex.parse import Sentence, Token
from quotex.rules.claim import Reading
from quotex.rules.coordination import CONJUNCTIONS, anchor, coordinated, governs
from quotex.rules.inset import is_inserted, last_word, segment_end, segment_start
from quotex.rules.resumption import resumed
from quotex.rules.syntax import (
    closing,
    comma_at,
    is_comma,
    is_finite,
    is_gerund,
    is_sister,
    is_word,
    own_subject,
)
from quotex.span import Stretch

CONTRASTS = {("тогда", "как"), ("в", "то")}
OPPOSING = {"а", "но", "однако"}
CONTRASTING = OPPOSING | {"хотя"}
BANNED = {"запретить", "запрещенный", "иноагент", "экстремистский", "террористический"}  # организация запрещена в РФ
AUTHOR_AGAIN = {"впрочем"}


def content_end(reading: Reading, cue: Cue, start: int) -> int:
    """One past the last token of the content that begins at token `start` and hangs on the cue."""
    sentence = reading.sentence(cue)
    stops = [
        *_commented(reading, sentence, start),
        *_tails(reading, cue, start),
        *coordinated(reading, cue, start),
        *resumed(sentence, cue, start),
        *_turned(reading, cue, start),
        *_asides(reading, cue, start),
    ]
    return min([_bracket(reading.sentence(cue), start), *(s for s in stops if s > start)])


def _asides(reading: Reading, cue: Cue, start: int) -> Iterator[int]:
    """`…, что ‹число вырастет› (сейчас, по данным МЧС, их сто)`, `‹…› (запрещено в РФ)`: a bracket of the author's."""
    tokens = reading.sentence(cue).tokens
    for at in range(start + 1, len(tokens)):
        if tokens[at].text == "(" and not tokens[at].quoted:
            end = closing(tokens, at)
            inside = (c for c in reading.cues[cue.sentence] if at < c.tokens[0] < end)
            banned = any(t.lemma in BANNED for t in tokens[at:end])
            if banned or any(c.entry.takes(Frame.INSERTED) for c in inside):
                yield at


def frame_end(reading: Reading, cue: Cue, start: int) -> int:
    """One past the last token of what goes on behind an inserted segment: `По словам X, ‹…›`; `‹…›, сказал X, ‹…›`.

    Nothing goes on behind `…, сказал он, добавив, что …` and `…, сказал он и добавил, что …`.
    """
    tokens = reading.sentence(cue).tokens
    first = next((i for i in range(start, len(tokens)) if is_word(tokens[i])), len(tokens))
    if first < len(tokens) and is_gerund(tokens[first]) and cue.entry.kind is not CueKind.PREPOSITION:
        return start
    if any(t.lemma in {"который", "где"} for t in tokens[first : first + 2]):
        return start
    stops = [*_tails(reading, cue, start - 1), *_turned(reading, cue, start)]
    if cue.entry.kind is not CueKind.PREPOSITION:
        stops += coordinated(reading, cue, start - 1)
    return min([_bracket(reading.sentence(cue), start), *(start if s <= first else s for s in stops if s >= start)])


def _tails(reading: Reading, cue: Cue, start: int) -> Iterator[int]:
    """`…, что ‹завод закрыт›, передаёт ТАСС.`"""
    sentence = reading.sentence(cue)
    for other in reading.cues[cue.sentence]:
        if other.head > start and is_inserted(sentence, other) and _closes(reading, other):
            yield segment_start(sentence, other)


def _closes(reading: Reading, cue: Cue) -> bool:
    """The segment ends the sentence, or an outlet speaks in it: `…, сообщает ТАСС со ссылкой на …`."""
    if cue.entry.kind is CueKind.PREPOSITION:
        return False
    segment = Stretch(
        cue.stretch.start,
        reading.sentence(cue).tokens[min(segment_end(reading, cue), len(reading.sentence(cue).tokens)) - 1].end,
    )
    return segment_end(reading, cue) >= last_word(reading.sentence(cue)) or any(
        segment.holds(o) for o in reading.outlets
    )


def _turned(reading: Reading, cue: Cue, start: int) -> Iterator[int]:
    """`…, что ‹завод закроют›: рабочие настаивают на том, что …`; `…, тогда как, по данным мэрии, …`: another voice."""
    tokens = reading.sentence(cue).tokens
    for at in range(start + 1, len(tokens) - 2):
        if _explained(reading, cue, at) or (is_comma(tokens[at]) and _author_again(reading, cue, at + 1)):
            yield at
        elif tokens[at].text == ";" or (is_comma(tokens[at]) and _contrasts(tokens, at + 1)):
            yield from _new_voice(reading, cue, at)


def _explained(reading: Reading, cue: Cue, at: int) -> bool:
    """`…‹:› рабочие настаивают на том, что …`, `…‹:› по её мнению, …`: a colon, and another cue closely behind it."""
    sentence = reading.sentence(cue)
    if sentence.tokens[at].text != ":" or sentence.tokens[at].quoted:
        return False
    near = {c.head for c in reading.cues[cue.sentence]} & set(range(at + 1, at + 7))
    return _opened(reading, cue, at) or any(governs(sentence, i) for i in near)


def _author_again(reading: Reading, cue: Cue, at: int) -> bool:
    """`…, ‹впрочем›, …`; `…, ‹после чего› уехал`; `…, ‹который›, по словам X, …`."""
    sentence = reading.sentence(cue)
    lemma = sentence.tokens[at].lemma
    opened = lemma in {"и", "который"} and _opened(reading, cue, at + 1)
    return lemma in AUTHOR_AGAIN or opened or _others(sentence, cue, at) or _afterwards(reading, cue, at)


def _others(sentence: Sentence, cue: Cue, at: int) -> bool:
    """`Одни говорят, что ‹…›, ‹другие› выделяют …`; not `…, что ‹мост нужен, другие мосты стоят›`."""
    some = any(t.lemma in {"некоторый", "один"} and t.has(Number="Plur") for t in sentence.tokens[: cue.head])
    token, behind = sentence.tokens[at], sentence.tokens[at + 1 : at + 2]
    alone = all(t.pos != "NOUN" for t in behind)
    return some and alone and token.lemma == "другой" and token.has(Case="Nom", Number="Plur")


def _contrasts(tokens: tuple[Token, ...], at: int) -> bool:
    """`…, ‹а› её коллега …`, `…, ‹тогда как› …`."""
    return tokens[at].lemma in CONTRASTING or (tokens[at].lemma, tokens[at + 1].lemma) in CONTRASTS


def _afterwards(reading: Reading, cue: Cue, at: int) -> bool:
    """`…, после чего уехал`: nobody else is the subject."""
    sentence = reading.sentence(cue)
    tokens = sentence.tokens
    verb = next((i for i in range(at, len(tokens)) if is_finite(tokens[i])), None)
    if [t.text.lower() for t in tokens[at : at + 2]] != ["после", "чего"] or verb is None:
        return False
    alone = not any(t.has(Case="Nom") for t in tokens[at:verb]) and not own_subject(sentence, verb)
    head = tokens[anchor(sentence, cue)]
    return alone and is_sister(head, tokens[verb]) and head.feats.get("Tense") == tokens[verb].feats.get("Tense")


def _opened(reading: Reading, cue: Cue, at: int) -> bool:
    """`…: по её мнению, …`: a parenthetical right behind."""
    return any(c.tokens[0] == at + 1 and c.entry.kind is CueKind.PREPOSITION for c in reading.cues[cue.sentence])


def _new_voice(reading: Reading, cue: Cue, at: int) -> Iterator[int]:
    """`…, что ‹отвечать должен кабинет›, а её коллега предложил …`: the first verb behind is another's cue."""
    sentence = reading.sentence(cue)
    verb = next((i for i in range(at + 1, len(sentence.tokens)) if is_finite(sentence.tokens[i])), None)
    for other in reading.cues[cue.sentence]:
        framed = other.entry.kind is CueKind.PREPOSITION and at < other.head and other.tokens[0] <= at + 3
        if framed or other.head == verb:
            yield from [at] if framed or _speaks_anew(sentence, at, other) else []
            return


def _speaks_anew(sentence: Sentence, at: int, other: Cue) -> bool:
    """`…, а ‹коллега› предложил отложить`, `…, а ‹другие› считают его чудом`: another verb with content."""
    told, joined = sentence.tokens[at : other.head], sentence.tokens[at + 1].lemma in OPPOSING
    subject = any(t.has(Case="Nom") and (t.pos in {"NOUN", "PROPN"} or t.lemma == "другой") for t in told)
    if joined and (not subject or other.entry.takes(Frame.EVALUATION)):
        return subject
    return governs(sentence, other.tokens[-1]) or is_inserted(sentence, other)


def infinitive_end(reading: Reading, cue: Cue, start: int) -> int:
    """`попросили ‹принести воды›, но соседи отказались`: a new finite clause is the author's."""
    tokens = reading.sentence(cue).tokens
    end = content_end(reading, cue, start)
    if cue.entry.kind is CueKind.NOUN and (verb := _matrix_verb(tokens, start, end)) is not None:
        return verb
    for at in range(start + 1, end - 1):
        if tokens[at].text == ";" or (
            is_comma(tokens[at])
            and tokens[at + 1].lemma in {*CONJUNCTIONS, "однако", "поэтому"}
            and _finite_next(tokens, at + 2, end)
        ):
            return at
        if is_comma(tokens[at]) and _subject_next(tokens, at + 1, end):
            return at
    return end


def _matrix_verb(tokens: tuple[Token, ...], start: int, end: int) -> int | None:
    """`Призыв врачей ‹не жечь траву› услышали все`: the verb of the sentence, with no comma before it."""
    for at in range(start + 1, end):
        if is_comma(tokens[at]) or tokens[at].pos == "SCONJ":
            return None
        if is_finite(tokens[at]) and tokens[at].pos == "VERB":
            return at
    return None


def _subject_next(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """`…, граждане сами называли`: a nominative and its verb right behind a bare comma."""
    clause = tokens[start : min(comma_at(tokens, start), end)]
    if (
        not clause
        or not (clause[0].has(Case="Nom") and clause[0].pos in {"NOUN", "PROPN", "PRON"})
        or clause[0].lemma in {"который", "что", "кто"}
    ):
        return False
    return any(is_finite(t) for t in clause)


def _finite_next(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """A finite verb before the next comma, and no conjunction that would subordinate it."""
    for token in tokens[start:end]:
        if is_comma(token) or token.pos == "SCONJ":
            return False
        if is_finite(token):
            return True
    return False


def _commented(reading: Reading, sentence: Sentence, start: int) -> Iterator[int]:
    """`пояснил, что ‹«это важно»›, связав это с …`: a gerund behind content that is all in marks is the author's."""
    end = (
        next((q.whole.end for q in reading.doc.quotations if q.whole.start == sentence.tokens[start].start), None)
        if start < len(sentence.tokens)
        else None
    )
    at = sentence.at(end) if end is not None else len(sentence.tokens)
    if at + 1 < len(sentence.tokens) and is_comma(sentence.tokens[at]) and is_gerund(sentence.tokens[at + 1]):
        yield at


def _bracket(sentence: Sentence, start: int) -> int:
    """Where a bracket that was open before `start` closes, else the end of the sentence."""
    depth = 0
    for at in range(start, len(sentence.tokens)):
        text = sentence.tokens[at].text
        depth += (text == "(") - (text == ")")
        if depth < 0:
            return at
    return len(sentence.tokens)
