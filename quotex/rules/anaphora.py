"""Cues that point back: `‹Завод запустят в мае›. Об этом сообщил губернатор`; `‹…› — такое мнение высказал X`."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.cues import Cue
from quotex.lexicon.cue import CueKind, Frame
from quotex.parse import Sentence
from quotex.rules.claim import Claim, Reading
from quotex.rules.content import kind_of, pieces, tidy
from quotex.rules.syntax import DASHES, complementiser
from quotex.rules.voice import voice

HEAD = 5
SUCH = {"такой", "подобный", "данный"}
SUMMARY = {"такой", "таков", "таковой"}
TOLD = {
    "мнение", "заявление", "вывод", "прогноз", "оценка", "данные", "информация", "предположение", "точка",
    "предложение", "требование", "идея",
}  # fmt: skip
SHORTEST = 2  # words


def anaphora(reading: Reading) -> Iterator[Claim]:
    """The sentence before is the content, once no other rule has it."""
    for cues in reading.cues:
        for cue in cues:
            if cue.sentence and _may_refer(reading.sentence(cue), cue) and refers_back(reading.sentence(cue), cue):
                content = (tidy(reading, reading.doc.sentences[cue.sentence - 1].stretch),)
                if len(content[0].of(reading.doc.text).split()) < SHORTEST:
                    continue
                yield Claim(kind_of(reading, content), content, cue.sentence, cue, voice(reading, cue), "anaphora")


def summed_up(reading: Reading) -> Iterator[Claim]:
    """`‹Мост пора закрыть› — такое мнение высказал X`, `‹…› — таков вывод комиссии`."""
    for number, sentence in enumerate(reading.doc.sentences):
        for at in range(2, len(sentence.tokens) - 2):
            if sentence.tokens[at].text in DASHES and not sentence.tokens[at].quoted and _sums_up(sentence, at + 1):
                cue = next((c for c in reading.cues[number] if c.tokens[0] > at), None)
                content = pieces(reading, sentence, 0, at)
                if cue and content:
                    yield Claim(kind_of(reading, content), content, number, cue, voice(reading, cue), "summed_up")
                break


def _sums_up(sentence: Sentence, at: int) -> bool:
    """`‹такое› мнение`, `‹таков› вывод`, `вот ‹такой› ответ`."""
    return any(t.lemma in SUMMARY for t in sentence.tokens[at : at + 2])


def _may_refer(sentence: Sentence, cue: Cue) -> bool:
    """A verb that is told of `об этом`; with `такое мнение` any cue but a mere parenthetical; `Так считает X`."""
    named = cue.entry.kind is not CueKind.PREPOSITION and any(t.lemma in SUCH for t in sentence.tokens[:HEAD])
    return cue.entry.takes(Frame.ANAPHORA) or named or _follows_so(sentence, cue)


def _follows_so(sentence: Sentence, cue: Cue) -> bool:
    """`Так ‹считает› X`."""
    return cue.tokens[0] == 1 and sentence.tokens[0].text == "Так"


def refers_back(sentence: Sentence, cue: Cue) -> bool:
    """`Об этом сообщил X`, `Такое мнение высказал X`, `С таким заявлением выступил X`: no content of its own."""
    if complementiser(sentence, cue.tokens[-1] + 1, len(sentence.tokens)) is not None and not _told_of(sentence, cue):
        return False
    if sentence.tokens[0].lemma == "как" and cue.tokens[0] > HEAD and _pointer(sentence, cue.tokens[0] - 1):
        return True  # Как пишет X, об этом заявил Y
    if _follows_so(sentence, cue) and cue.entry.takes(Frame.THAT):
        return True  # Так считает X
    return any(_pointer(sentence, i) for i in range(min(HEAD, len(sentence.tokens)))) or (
        sentence.at(cue.stretch.start) <= 1
        and any(_pointer(sentence, i) for i in range(cue.head, min(cue.head + 3, len(sentence.tokens))))
    )


def _told_of(sentence: Sentence, cue: Cue) -> bool:
    """`Об этом заявил X, комментируя новость о том, что …`: the pointer stands right before the verb."""
    return [t.text.lower() for t in sentence.tokens[: cue.tokens[0]]][:2] == ["об", "этом"] and cue.tokens[0] <= HEAD


def _pointer(sentence: Sentence, at: int) -> bool:
    """`об ‹этом›`, `В ‹этом› признался`, `‹Это› подтвердил`, `‹такое› мнение`."""
    token = sentence.tokens[at]
    left = sentence.tokens[at - 1].text.lower() if at else ""
    following = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    if token.text.lower() == "этом" and left in {"об", "о"}:
        return at < 2 or sentence.tokens[at - 2].pos != "NOUN"
    if token.text.lower() == "этом" and left == "в" and at == 1:
        return following is not None and following.pos == "VERB"
    if token.text == "Это" and at == 0 and following and following.pos in {"VERB", "NOUN", "PROPN", "ADV", "PRON"}:
        return token.has(Case="Acc") or token.rel == "obj"
    return token.lemma in SUCH and following is not None and following.lemma in TOLD
