"""Content without a complementiser, its cue in a segment of its own:
`‹…›, сообщил X`; `‹…›, отметил X, ‹…›`; `Как заявил X, ‹…›`; `По словам X, ‹…›`; `‹Завод›, по данным X, ‹закроют›`.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotex.cues import Cue
from quotex.lexicon.cue import CueKind
from quotex.lexicon.role import RoleKind
from quotex.parse import Sentence, Token
from quotex.rules.anaphora import refers_back
from quotex.rules.claim import Claim, Reading, Voice
from quotex.rules.clause import frame_end
from quotex.rules.content import kind_of, pieces
from quotex.rules.inset import goes_on, is_inserted, segment_end, segment_start
from quotex.rules.resumption import main_clause
from quotex.rules.syntax import DASHES, closing, comma_at, complementiser, is_comma, is_finite, is_participle
from quotex.rules.voice import voice
from quotex.span import Stretch

OWNED = {"по словам", "по мнению", "со слов", "согласно"}  # nothing without somebody: `по словам ‹Иванова›`
TOLD = {"информация", "данные", "сведение", "версия", "инициатива", "предложение", "слух", "гипотеза", "теория"}
RULINGS = {"приговор", "закон", "решение", "договор", "соглашение"}  # acts, not words
NORMS = {"статья", "часть", "пункт"}
LONGEST_BRACKET = 6  # tokens
ABOUT = (["тот", ",", "что"], ["то", ",", "что"])  # О том, что ‹мост закроют›, сообщил X
SUBORDINATORS = {"который", "где", "когда", "что", "чтобы", "поскольку", "хотя", "куда", "чей"}


def parenthetical(reading: Reading) -> Iterator[Claim]:
    """`По словам X, ‹…›`; `‹…›, по мнению X, ‹…›`; `согласно отчёту, ‹…›`."""
    for cues in reading.cues:
        for cue in cues:
            if cue.entry.kind is CueKind.PREPOSITION:
                who = voice(reading, cue)
                if who is None and cue.entry.phrase in OWNED:
                    continue
                if cue.entry.phrase == "согласно" and _is_norm(reading, who):
                    continue
                yield from _around(reading, cue, who, cue.tokens[0], _phrase_end(reading, cue, who), "parenthetical")


def _is_norm(reading: Reading, who: Voice | None) -> bool:
    """`механизм, согласно которому …`; `согласно статье 5`: no words of anybody's."""
    if who is None:
        return False
    tokens = reading.doc.sentences[who.sentence].tokens
    if tokens[who.head].lemma != "который":
        return tokens[who.head].lemma in NORMS
    noun = next((t.lemma for t in reversed(tokens[: who.head]) if t.pos == "NOUN"), "")
    told = noun in TOLD or reading.roles.get(noun) is RoleKind.DOCUMENT
    return noun in RULINGS or not told


def inserted(reading: Reading) -> Iterator[Claim]:
    """`‹…›, сообщил X`; `‹…›, отметил X, ‹…›`; `Как заявил X, ‹…›`."""
    for cues in reading.cues:
        for cue in cues:
            sentence = reading.sentence(cue)
            if cue.entry.kind is not CueKind.PREPOSITION and is_inserted(sentence, cue) and _apart(reading, cue):
                first, end = segment_start(sentence, cue) + 1, segment_end(reading, cue)
                who = voice(reading, cue, (first, end))
                if who is None and cue.entry.phrase == "говориться":
                    continue  # как говорится
                yield from _around(reading, cue, who, first, end, "inserted")


def _apart(reading: Reading, cue: Cue) -> bool:
    """The segment has no clause and no topic of its own, and it opens the sentence only as `Как сообщил X, …`."""
    sentence = reading.sentence(cue)
    start, end = segment_start(sentence, cue), segment_end(reading, cue)
    inside = sentence.tokens[start + 1 : end]
    if end < len(sentence.tokens) and sentence.tokens[end].text == ":":
        return False
    if start < 0 and not _as(inside):
        return False
    if complementiser(sentence, cue.tokens[-1] + 1, min(end + 2, len(sentence.tokens))) is not None:
        return False
    if [t.text.lower() for t in inside[:2]] == ["об", "этом"] and start >= 0:
        return True
    if cue.entry.kind is CueKind.VERB and any(_topic(sentence, cue, t) for t in inside):
        return False
    return not refers_back(sentence, cue) and not any(t.lemma in {"это", "тот"} and t.has(Case="Loc") for t in inside)


def _topic(sentence: Sentence, cue: Cue, about: Token) -> bool:
    """`…, сообщалось о пожаре`: a noun with `о` hangs on the cue."""
    if about.lemma != "о" or about.head < 0:
        return False
    noun = sentence.tokens[about.head]
    return noun.head == cue.head and noun.pos in {"NOUN", "PROPN"}


def _as(inside: tuple[object, ...]) -> bool:
    return any(getattr(t, "lemma", "") == "как" for t in inside[:3])


def _phrase_end(reading: Reading, cue: Cue, who: Voice | None) -> int:
    """One past the last token of `по словам министра обороны`, with its apposition or participle."""
    sentence = reading.sentence(cue)
    end = cue.tokens[-1] + 1
    following = [t.text for t in sentence.tokens[end : end + 2]]
    if following[:1] == ["на"] and following[-1].isdigit():
        return min(end + 3, len(sentence.tokens))  # по сведениям на 4 июня
    if who is None:
        return _past_participle(sentence, end)
    end = _past_bracket(sentence, max(end, sentence.at(who.stretch.end - 1) + 1))
    own = sentence.subtree(who.head) | sentence.subtree(cue.head)
    while end < len(sentence.tokens) and goes_on(sentence, end, own):
        end = comma_at(sentence.tokens, end + 1)
    return end


def _past_bracket(sentence: Sentence, end: int) -> int:
    """`по данным службы ‹(ФАС)›`: a short bracket."""
    near = sentence.tokens[end : end + LONGEST_BRACKET]
    close = closing(near, 0) if near and near[0].text == "(" else 0
    return end + close + 1 if close else end


def _past_participle(sentence: Sentence, end: int) -> int:
    """`По данным, ‹объявленным в среду›, …`."""
    tokens = sentence.tokens
    if end + 1 >= len(tokens) or not (is_comma(tokens[end]) and is_participle(tokens[end + 1])):
        return end
    agrees = tokens[end + 1].feats.get("Case") == tokens[end - 1].feats.get("Case")
    comma = comma_at(tokens, end + 1)
    return comma if agrees and comma < len(tokens) else end


def _around(reading: Reading, cue: Cue, who: Voice | None, first: int, end: int, rule: str) -> Iterator[Claim]:
    """The clause around the segment first:end as content."""
    sentence = reading.sentence(cue)
    left, right = _clause_start(sentence, first, end), _clause_stop(reading, cue, end)
    left = max([left, *_outer_frames(reading, cue, first)])
    if who and sentence.tokens[who.head].lemma == "который":
        left = end  # законопроект, согласно которому ‹граждан нельзя брать на службу›
    if left:
        right = min([right, *_relative_end(sentence, end)])
    hole = Stretch(sentence.tokens[first].start, sentence.tokens[min(end, len(sentence.tokens)) - 1].end)
    if [t.lemma for t in sentence.tokens[:4]][1:] in ABOUT and left == 0:
        left = 4
    content = pieces(reading, sentence, left, right, [hole])
    if content and sum(len(c.of(reading.doc.text).split()) for c in content) > 1 and not _points_back(sentence, left):
        yield Claim(kind_of(reading, content), content, cue.sentence, cue, who, rule)


def _points_back(sentence: Sentence, start: int) -> bool:
    """`Как пишет «Вечерний Бор», ‹об этом заявил Y›`: behind the frame's comma there is no content, but a pronoun."""
    tokens, behind = sentence.tokens, comma_at(sentence.tokens, start) + 1
    opened = [[t.text.lower() for t in tokens[at : at + 2]] for at in (start, behind)]
    return tokens[0].lemma == "как" and ["об", "этом"] in opened


def _outer_frames(reading: Reading, cue: Cue, first: int) -> Iterator[int]:
    """`Как пишет X, по мнению эксперта, ‹…›`: where an outlet's frame at the head of the sentence ends."""
    sentence = reading.sentence(cue)
    for other in reading.cues[cue.sentence]:
        end = segment_end(reading, other) if other.head < first and _as(sentence.tokens[:3]) else 0
        segment = Stretch(sentence.start, sentence.tokens[end].end) if 0 < end < first else None
        if segment and is_inserted(sentence, other) and any(segment.holds(o) for o in reading.outlets):
            yield end + 1


def _clause_start(sentence: Sentence, first: int, end: int) -> int:
    """`завод, который, по его словам, ‹откроют в мае›`: a subordinate clause is the whole of the content."""
    if first and sentence.tokens[first - 1].text in {":", ";", "("}:
        return first
    if (bracket := _bracket(sentence, first)) is not None:
        return bracket + 1
    at = first - 1
    while at >= 0 and (is_comma(sentence.tokens[at]) or sentence.tokens[at].text in DASHES):
        at -= 1
    if at > 0 and (sentence.tokens[at].lemma in SUBORDINATORS or sentence.tokens[at].pos in {"CCONJ", "SCONJ"}):
        return at + 1
    return next((i for i in range(first, 0, -1) if _opens_clause(sentence, i, first, end)), 0)


def _bracket(sentence: Sentence, first: int) -> int | None:
    """`(тем временем, по данным СМИ, ‹мост закроют›)`: the bracket that is open where the segment begins."""
    open_at: list[int] = []
    for at, token in enumerate(sentence.tokens[:first]):
        if token.text == "(":
            open_at.append(at)
        elif token.text == ")" and open_at:
            open_at.pop()
    return open_at[-1] if open_at else None


def _opens_clause(sentence: Sentence, at: int, first: int, end: int) -> bool:
    """`A; ‹B›, сказал X`; `A, а ‹отчёт›, по словам X, ‹готов›`: a new clause, its verb still to come."""
    left = sentence.tokens[at - 1]
    if left.text == ";" and not left.quoted:
        return True
    contrast = left.lemma in {"а", "но"} or [t.lemma for t in sentence.tokens[max(0, at - 2) : at]] == ["тогда", "как"]
    if not contrast or left.quoted or not any(is_finite(t) for t in sentence.tokens[:at]):
        return False
    before, behind = sentence.tokens[at:first], sentence.tokens[end:]
    subject = any(t.has(Case="Nom") and t.pos in {"NOUN", "PROPN", "PRON"} for t in before)
    return subject and not any(map(is_finite, before)) and any(map(is_finite, behind[:12]))


def _relative_end(sentence: Sentence, end: int) -> Iterator[int]:
    """`терминал, который, по словам министра, ‹откроют в августе›, сдают уже четвёртый раз`."""
    verb = next((i for i in range(end, len(sentence.tokens)) if is_finite(sentence.tokens[i])), None)
    if verb is None:
        return
    yield from main_clause(sentence, verb, verb, verb)
    for at in range(verb + 1, len(sentence.tokens) - 1):
        if is_comma(sentence.tokens[at]) and is_finite(sentence.tokens[at + 1]):
            yield at
            return


def _clause_stop(reading: Reading, cue: Cue, end: int) -> int:
    return frame_end(reading, cue, end) if end < len(reading.sentence(cue).tokens) else end
