"""Evaluations: `назвал ‹слухи «бредом»›`, `считает ‹город неделимым›`, `оценил ‹разговор как конструктивный›`;
and objects with a verbatim part: `отметил ‹«крайне низкий» уровень›`."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.cues import Cue
from quotex.lexicon.cue import CueKind, Frame
from quotex.parse import Sentence, Token
from quotex.rules.claim import Claim, Reading, Slot, Voice
from quotex.rules.clause import infinitive_end
from quotex.rules.content import kind, pieces, verbatim
from quotex.rules.syntax import is_break, is_comma, is_finite, is_gerund, is_passive, is_word, part_start
from quotex.rules.voice import voice
from quotex.span import Stretch

TIMES = {"утро", "вечер", "день", "ночь", "лето", "зима", "осень", "весна"}


def evaluation(reading: Reading) -> Iterator[Claim]:
    """`X назвал ‹Y Z-ом›`."""
    for cues in reading.cues:
        for cue in cues:
            if cue.entry.takes(Frame.EVALUATION) and _evaluates(reading, cue):
                yield from _claim(reading, cue, "evaluation")


def fragment(reading: Reading) -> Iterator[Claim]:
    """`X отметил ‹«крайне низкий» уровень подготовки›`: an object with a verbatim part."""
    for cues in reading.cues:
        for cue in cues:
            if _takes_object(reading, cue) and _verbatim_object(reading, cue):
                yield from _claim(reading, cue, "fragment")


def _takes_object(reading: Reading, cue: Cue) -> bool:
    """Not `говоря о «Шёлковом пути», X отметил`: that is a topic."""
    topic = cue.entry.lemmas[0] in {"говорить", "рассуждать", "отвечать"} and is_gerund(
        reading.sentence(cue).tokens[cue.head]
    )
    return cue.entry.takes(Frame.OBJECT, Frame.INFINITIVE, Frame.THAT) and not topic


def _claim(reading: Reading, cue: Cue, rule: str) -> Iterator[Claim]:
    """`‹Слухи› Лосев назвал ‹«бредом»›`: object and evaluation on both sides of the cue, without the speaker."""
    sentence = reading.sentence(cue)
    start = cue.tokens[-1] + 1 if rule == "evaluation" else _object_start(reading, cue)
    end = infinitive_end(reading, cue, start)
    who = voice(reading, cue, (0, end))
    holes = [_with_preposition(sentence, who)] if who and who.sentence == cue.sentence else []
    behind = pieces(reading, sentence, start, _object_end(sentence, start, end, who), holes)
    content = (*_before(reading, cue, holes), *behind)
    if content:
        yield Claim(kind(reading, content), content, cue.sentence, cue, who, rule)


def _with_preposition(sentence: Sentence, who: Voice) -> Stretch:
    """The speaker's stretch; that of a place with its preposition: `‹в мэрии› назвали`."""
    at = sentence.at(who.stretch.start)
    preposed = who.slot is Slot.PLACE and at > 0 and sentence.tokens[at - 1].pos == "ADP"
    return Stretch(sentence.tokens[at - 1].start, who.stretch.end) if preposed else who.stretch


def _evaluates(reading: Reading, cue: Cue) -> bool:
    """Object and evaluation are both there: a noun, and an instrumental, a `как` or words in marks."""
    sentence = reading.sentence(cue)
    clause, fronted = _clause(sentence, cue), _fronted(reading, cue)
    before = [sentence.tokens[i] for i in fronted]
    evaluated = _instrumental(sentence, cue) or _as(clause) or _marks(reading, cue) or any(map(_is_evaluation, before))
    objects = [*clause, *(t for t in before if not _is_evaluation(t))]
    return bool(clause or len(fronted) > 1) and evaluated and any(map(_may_be_object, objects))


def _may_be_object(token: Token) -> bool:
    nominal = token.pos in {"NOUN", "PROPN", "PRON"} and (
        token.has(Case="Acc") or token.has(Case="Nom") or token.has(Case="Gen")
    )
    return nominal or token.has(VerbForm="Inf") or token.rel == "obj"


def _instrumental(sentence: Sentence, cue: Cue) -> bool:
    """`неделимым`, `ошибкой`: an instrumental without a preposition that tells no time."""
    start = cue.tokens[-1] + 1
    near = range(start, start + len(_clause(sentence, cue)))
    told = any(_is_evaluation(sentence.tokens[i]) and not _prepositional(sentence, i) for i in near)
    return told or _ends_in_epithet(sentence, near)


def _ends_in_epithet(sentence: Sentence, clause: range) -> bool:
    """`считала ‹рукопись утерянной›`: a feminine instrumental that looks like a genitive, and nothing behind it."""
    last = sentence.tokens[clause[-1]] if clause else None
    return last is not None and last.pos in {"ADJ", "VERB"} and last.has(Case="Gen", Gender="Fem", Number="Sing")


def _is_evaluation(token: Token) -> bool:
    nominal = token.pos in {"NOUN", "PROPN", "ADJ", "VERB"} or token.lemma == "один"  # назвал ‹одной из задач порядок›
    return token.has(Case="Ins") and token.lemma not in TIMES and nominal


def _prepositional(sentence: Sentence, at: int) -> bool:
    """A preposition stands before the noun phrase: `с министром`, `перед главным судом`."""
    while at > 0 and sentence.tokens[at - 1].pos in {"ADJ", "DET", "NUM", "ADV"}:
        at -= 1
    return at > 0 and sentence.tokens[at - 1].pos == "ADP"


def _as(clause: list[Token]) -> bool:
    return any(t.text.lower() == "как" for t in clause[:12])


def _marks(reading: Reading, cue: Cue) -> bool:
    sentence = reading.sentence(cue)
    clause = _clause(sentence, cue)
    return bool(clause) and verbatim(reading, Stretch(clause[0].start, clause[-1].end))


def _clause(sentence: Sentence, cue: Cue) -> list[Token]:
    """The tokens after the cue up to the next break; quotations and a relative clause are passed over."""
    found: list[Token] = []
    inside = False
    for at in range(cue.tokens[-1] + 1, len(sentence.tokens)):
        token = sentence.tokens[at]
        relative = any(t.lemma == "который" for t in sentence.tokens[at + 1 : at + 3])
        if is_break(token) and token.text not in {"(", ")"} and not (is_comma(token) and (relative or inside)):
            break
        inside = relative if is_comma(token) else inside
        found.append(token)
    return found


def _fronted(reading: Reading, cue: Cue) -> list[int]:
    """Object or evaluation before the cue: `‹Слухи› он назвал ‹«бредом»›`, `‹Кандидатами› назвали ‹двоих›`."""
    sentence = reading.sentence(cue)
    before = [i for i in sentence.children[cue.head] if i < cue.tokens[0]]
    found = [i for i in before if _is_evaluated(sentence, cue, i) or _is_fronted_evaluation(sentence, cue, i)]
    found += _epithet(sentence, cue) or _loose_object(reading, cue)
    return sorted({i for i in found if sentence.tokens[i].pos != "PRON"})


def _is_evaluated(sentence: Sentence, cue: Cue, at: int) -> bool:
    """`‹Слухи› он назвал`; `‹обложка› была названа`: an object, or the subject of a passive; nobody who speaks."""
    token = sentence.tokens[at]
    if is_passive(sentence.tokens[cue.head]):
        return token.rel.startswith("nsubj")
    mistaken = token.rel == "nsubj" and token.has(Case="Acc", Animacy="Inan")  # the model took the object for a subject
    return (token.rel == "obj" or mistaken) and not token.has(Case="Nom", Animacy="Anim")


def _is_fronted_evaluation(sentence: Sentence, cue: Cue, at: int) -> bool:
    """`‹Кандидатами› назвали двоих`; beside a passive only where no other instrumental follows: its agent."""
    token = sentence.tokens[at]
    if not _is_evaluation(token) or token.pos not in {"NOUN", "ADJ"} or _prepositional(sentence, at):
        return False
    return not (is_passive(sentence.tokens[cue.head]) and _instrumental(sentence, cue))


def _loose_object(reading: Reading, cue: Cue) -> list[int]:
    """`‹Слухи› Лосев назвал ‹вымыслом›`: a noun at the head of the clause, somebody's name, the verb."""
    sentence = reading.sentence(cue)
    who = voice(reading, cue) if is_finite(sentence.tokens[cue.head]) else None
    if who is None or who.slot is not Slot.SUBJECT or not sentence.start <= who.stretch.start < cue.stretch.start:
        return []
    at = sentence.at(who.stretch.start)
    start = part_start(sentence, at)
    words = sentence.tokens[start:at]
    nouns = [t for t in words if (t.pos == "NOUN" and t.has(Animacy="Inan")) or t.pos == "X"]
    plain = nouns and all(t.pos in {"NOUN", "ADJ", "DET", "X"} and not t.has(Case="Ins") for t in words)
    return list(range(start, at)) if plain else []


def _epithet(sentence: Sentence, cue: Cue) -> list[int]:
    """`‹Верным решение› считают в комиссии`: an instrumental of no noun opens the clause, its object perhaps behind."""
    start = part_start(sentence, cue.tokens[0])
    words = sentence.tokens[start : cue.tokens[0]]
    epithet = bool(words) and words[0].pos in {"ADJ", "VERB"} and words[0].has(Case="Ins") and not words[0].quoted
    if not epithet or any(t.pos == "NOUN" and t.has(Case="Ins") for t in words) or any(map(is_finite, words)):
        return []
    objects = [start + i for i, t in enumerate(words) if t.pos in {"NOUN", "PROPN"} and t.has(Case="Acc")]
    return [start, *objects[:1]]


def _before(reading: Reading, cue: Cue, holes: list[Stretch]) -> tuple[Stretch, ...]:
    """`‹Слухи› он назвал`, `‹Верным решение арбитра› считают`: the words of what stands before the cue, in runs."""
    sentence = reading.sentence(cue)
    own = {i for head in _fronted(reading, cue) for i in sentence.subtree(head) if i < cue.tokens[0]}
    runs: list[list[int]] = []
    for i in sorted(own):
        runs = [*runs[:-1], [*runs[-1], i]] if runs and runs[-1][-1] == i - 1 else [*runs, [i]]
    return tuple(piece for run in runs for piece in pieces(reading, sentence, run[0], run[-1] + 1, holes))


def _object_end(sentence: Sentence, start: int, end: int, who: Voice | None) -> int:
    """`назвал ‹коллег› и биолог Ким`: the conjunction before the speaker goes."""
    at = sentence.at(who.stretch.start) if who else end
    return at - 1 if start < at < end and sentence.tokens[at - 1].pos == "CCONJ" else end


def _object_start(reading: Reading, cue: Cue) -> int:
    """`заявил о ‹возросшей «до критического уровня» угрозе›`: the phrase with the marks, without its preposition."""
    sentence = reading.sentence(cue)
    for child in sentence.children[cue.head]:
        own = sorted(i for i in sentence.subtree(child) if i > cue.tokens[-1])
        if (
            own
            and child > cue.head
            and verbatim(reading, Stretch(sentence.tokens[own[0]].start, sentence.tokens[own[-1]].end))
        ):
            return own[0] + (sentence.tokens[own[0]].pos == "ADP")
    return cue.tokens[-1] + 1


def _verbatim_object(reading: Reading, cue: Cue) -> bool:
    sentence = reading.sentence(cue)
    clause = _clause(sentence, cue)
    if not clause or any(is_finite(t) for t in clause) or cue.entry.kind is CueKind.PREPOSITION:
        return False
    place = Stretch(clause[0].start, clause[-1].end)
    if not any(
        q.whole.meets(place) and q.whole not in reading.titles and len(q.inner.of(reading.doc.text).split()) > 1
        for q in reading.doc.quotations
    ):
        return False
    return not any(t.text == ":" for t in clause) and sum(is_word(t) for t in clause) > 1
