"""Speech acts with an infinitive: `призвал ‹сделать›`, `выразил готовность ‹уйти›`, `с требованием ‹пересмотреть›`."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.cues import Cue
from quotex.lexicon.cue import CueKind, Frame
from quotex.parse import Sentence
from quotex.rules.claim import Claim, Reading
from quotex.rules.clause import infinitive_end
from quotex.rules.content import kind_of, pieces
from quotex.rules.syntax import ancestors, is_break, is_finite
from quotex.rules.voice import voice

REACH = 16
NO_ACT = {
    "прокомментировать",
    "комментировать",
    "называть",
    "раскрывать",
    "указывать",
}  # просьба прокомментировать, не называть имя
ANONYMOUS = {"неназванный", "анонимный", "неизвестный", "инкогнито"}
INTENTIONS = {"план", "решение", "желание", "намерение"}


def infinitive(reading: Reading) -> Iterator[Claim]:
    """`X призвал Y ‹не ходить на выборы›`."""
    for cues in reading.cues:
        for cue in cues:
            if (
                cue.entry.takes(Frame.INFINITIVE)
                and _spoken_of(reading, cue)
                and (at := _infinitive(reading.sentence(cue), cue)) is not None
            ):
                yield from _claim(reading, cue, at)


def _spoken_of(reading: Reading, cue: Cue) -> bool:
    """`объявил о планах ‹закрыть завод›`: plans and decisions count where a verb of speech governs them."""
    if cue.entry.phrase not in INTENTIONS:
        return True
    head = reading.sentence(cue).tokens[cue.head].head
    return any(c.head == head and c.entry.kind is not CueKind.NOUN for c in reading.cues[cue.sentence])


def _claim(reading: Reading, cue: Cue, at: int) -> Iterator[Claim]:
    sentence = reading.sentence(cue)
    start = _left_edge(sentence, cue, at)
    content = pieces(reading, sentence, start, infinitive_end(reading, cue, at))
    if content:
        yield Claim(
            kind_of(reading, content), content, cue.sentence, cue, voice(reading, cue, (0, start)), "infinitive"
        )


def _infinitive(sentence: Sentence, cue: Cue) -> int | None:
    """The infinitive that the cue governs: its dependent, or the first one to the right with no verb between."""
    nouns = [i for i in cue.tokens if sentence.tokens[i].pos == "NOUN"]
    after = (nouns[-1] if nouns else cue.tokens[-1]) + 1  # о намерении ‹закрыть завод› заявил директор
    for i in range(after, min(len(sentence.tokens), after + REACH)):
        token = sentence.tokens[i]
        if token.lemma in NO_ACT or (token.lemma == "остаться" and _unnamed(sentence, i)):
            return None
        if token.has(VerbForm="Inf"):
            return i if token.quoted or cue.head in ancestors(sentence, i) or i - after <= 8 else None
        if (
            is_finite(token)
            or (token.text in {":", "."} and not token.quoted)
            or token.text.lower() in {"что", "чтобы"}
        ):
            return None
    return None


def _unnamed(sentence: Sentence, at: int) -> bool:
    """`пожелавший остаться неназванным`."""
    return any(t.lemma in ANONYMOUS for t in sentence.tokens[at + 1 : at + 3])


def _left_edge(sentence: Sentence, cue: Cue, at: int) -> int:
    """`попросил граждан ‹на выборах голосовать›`: what depends on the infinitive and stands before it."""
    own, start = sentence.subtree(at), at
    while start - 1 > cue.tokens[-1] and start - 1 in own and not is_break(sentence.tokens[start - 1]):
        start -= 1
    return start
