"""Speech acts with an infinitive: `призвал ‹сделать›`, `выразил готовность ‹уйти›`, `с требованием ‹пересмотреть›`."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.cues import Cue
from quotex.lexicon.cue import CueKind, Frame
from quotex.parse import Sentence
from quotex.phrase import ANONYMOUS
from quotex.rules.claim import Claim, Reading, Slot
from quotex.rules.clause import infinitive_end
from quotex.rules.content import kind_of, pieces
from quotex.rules.noun_phrase import phrase
from quotex.rules.subject import late_subject
from quotex.rules.syntax import ancestors, is_break, is_finite, part_start
from quotex.rules.voice import voice
from quotex.span import Stretch

REACH = 16
COMMENT = {"прокомментировать", "комментировать"}  # просьба прокомментировать
SECRET = {"называть", "раскрывать", "указывать"}  # просьба не называть имя
UNNAMED = ANONYMOUS | {"инкогнито"}
INTENTIONS = {"план", "решение", "желание"}


def infinitive(reading: Reading) -> Iterator[Claim]:
    """`X призвал Y ‹не ходить на выборы›`."""
    for cues in reading.cues:
        for cue in cues:
            if cue.entry.takes(Frame.INFINITIVE) and _spoken_of(reading, cue):
                at = _infinitive(reading.sentence(cue), cue)
                yield from _claim(reading, cue, at) if at is not None else _fronted(reading, cue)


def _spoken_of(reading: Reading, cue: Cue) -> bool:
    """`объявил о планах ‹закрыть завод›`: plans and decisions count where a verb of speech governs them."""
    intended = cue.entry.phrase == "намерение" and _of_nobody(reading, cue)
    if cue.entry.phrase not in INTENTIONS and not intended:
        return True
    head = reading.sentence(cue).tokens[cue.head].head
    return any(c.head == head and c.entry.kind is not CueKind.NOUN for c in reading.cues[cue.sentence])


def _of_nobody(reading: Reading, cue: Cue) -> bool:
    """`подозревают страну в намерении ‹напасть›`: nobody's intention is named with it."""
    sentence = reading.sentence(cue)
    return not any(sentence.tokens[i].has(Case="Gen") for i in sentence.children[cue.head])


def _claim(reading: Reading, cue: Cue, at: int) -> Iterator[Claim]:
    """`X потребовал ‹закрыть мост›`; `Потребовал ‹закрыть мост› X`: the content ends at a late subject."""
    sentence = reading.sentence(cue)
    start, end = _left_edge(sentence, cue, at), infinitive_end(reading, cue, at)
    who, late = voice(reading, cue, (0, start)), late_subject(sentence, cue.head, start)
    if late is not None and late < end:
        who = phrase(reading, cue.sentence, late, Slot.SUBJECT)
        end = sentence.at(who.stretch.start)
    content = pieces(reading, sentence, start, min(end, cue.head) if start < cue.head else end)
    if content:
        content = (*_topic(reading, cue, at), *content)
        yield Claim(kind_of(reading, content), content, cue.sentence, cue, who, "infinitive")


def _topic(reading: Reading, cue: Cue, at: int) -> tuple[Stretch, ...]:
    """`‹Дальние поездки› спасатели советуют ‹отложить›`: the infinitive's object at the head of the clause."""
    sentence = reading.sentence(cue)
    for child in sentence.children[at]:
        token = sentence.tokens[child]
        if child < cue.tokens[0] and token.rel == "obj" and token.pos in {"NOUN", "PROPN"} and not token.quoted:
            own = sorted(i for i in sentence.subtree(child) if i < cue.tokens[0])
            if part_start(sentence, own[0]) == own[0]:
                return pieces(reading, sentence, own[0], own[-1] + 1)
    return ()


def _fronted(reading: Reading, cue: Cue) -> Iterator[Claim]:
    """`‹Перенести выборы› потребовал депутат`: what the cue governs stands before it, at the head of the clause."""
    sentence, who = reading.sentence(cue), voice(reading, cue)
    holes = [who.stretch] if who and who.sentence == cue.sentence else []
    for at in _infinitives_before(sentence, cue):
        start = min(sentence.subtree(at))
        while start and sentence.tokens[start - 1].pos == "ADV":
            start -= 1
        alone = part_start(sentence, start) == start and not any(map(is_finite, sentence.tokens[start : cue.tokens[0]]))
        content = pieces(reading, sentence, start, cue.tokens[0], holes) if alone else ()
        if content:
            yield Claim(kind_of(reading, content), content, cue.sentence, cue, who, "infinitive")


def _infinitives_before(sentence: Sentence, cue: Cue) -> list[int]:
    """`‹Выйти› к ним выразил готовность мэр`: those that hang on any word of the cue."""
    found = {i for head in (cue.head, *cue.tokens) for i in sentence.children[head] if i < cue.tokens[0]}
    return sorted(i for i in found if sentence.tokens[i].has(VerbForm="Inf") and not sentence.tokens[i].quoted)


def _infinitive(sentence: Sentence, cue: Cue) -> int | None:
    """The infinitive that the cue governs: its dependent, or the first one to the right with no verb between."""
    nouns = [i for i in cue.tokens if sentence.tokens[i].pos == "NOUN"]
    after = (nouns[-1] if nouns else cue.tokens[-1]) + 1  # о намерении ‹закрыть завод› заявил директор
    for i in range(after, min(len(sentence.tokens), after + REACH)):
        token = sentence.tokens[i]
        unnamed = token.lemma == "остаться" and _unnamed(sentence, i)
        if token.lemma in COMMENT or unnamed or _is_kept(sentence, cue, i):
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


def _is_kept(sentence: Sentence, cue: Cue, at: int) -> bool:
    """`просил не ‹называть› имя`, `отказался ‹называть› имя`; not `просил ‹называть› улицы по-русски`."""
    kept = sentence.tokens[at - 1].text.lower() == "не" or not cue.entry.lemmas[0].startswith(("прос", "попрос"))
    return kept and sentence.tokens[at].lemma in SECRET


def _unnamed(sentence: Sentence, at: int) -> bool:
    """`пожелавший остаться неназванным`."""
    return any(t.lemma in UNNAMED for t in sentence.tokens[at + 1 : at + 3])


def _left_edge(sentence: Sentence, cue: Cue, at: int) -> int:
    """`попросил граждан ‹на выборах голосовать›`: what depends on the infinitive and stands before it."""
    own, start = sentence.subtree(at), at
    while start - 1 > cue.tokens[-1] and start - 1 in own and not is_break(sentence.tokens[start - 1]):
        start -= 1
    return start
