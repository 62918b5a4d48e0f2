"""The author's segment inside or behind retold content: `…, сообщил X`, `…, как заявил X, …`, `По словам X, …`."""

from __future__ import annotations

from itertools import pairwise

from quotex.cues import Cue
from quotex.lexicon.cue import CueKind, Frame
from quotex.parse import Sentence, Token
from quotex.rules.claim import Reading
from quotex.rules.syntax import DASHES, before, is_break, is_comma, is_finite, is_gerund, is_participle, is_word

MONTHS = {
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
}
YEAR = {"год", "г"}
ASIDE = {"appos", "acl", "acl:relcl", "amod"}
ACQUAINTED = {"близкий", "знакомый", "осведомленный", "причастный"}  # источник, близкий к следствию
POINTERS = {("о", "чем"), ("о", "чём"), ("об", "этом")}
LAST_WORDS = 4


def is_inserted(sentence: Sentence, cue: Cue) -> bool:
    """`…, сообщил X`; `…, как сообщил X`; `— говорит X`: the cue opens a segment between commas or dashes."""
    if not cue.entry.takes(Frame.INSERTED) or cue.entry.kind is CueKind.NOUN:
        return False
    if cue.entry.kind is CueKind.VERB and not is_finite(sentence.tokens[cue.head]):
        return False
    left = segment_start(sentence, cue)
    if sentence.tokens[cue.head].has(VerbForm="Part", Variant="Short") and any(
        sentence.tokens[i].rel.startswith("nsubj") for i in sentence.children[cue.head]
    ):
        return False  # …, заключены договоры
    if left > 1 and [t.text.lower() for t in sentence.tokens[left - 1 : left]] == ["того"]:
        return False  # после того, как сообщил
    if left > 0 and _compares(sentence, cue, left):
        return False
    if cue.tokens[0] and sentence.tokens[cue.tokens[0] - 1].text.lower() == "не":
        return False  # …, однако не исключают такой возможности
    if cue.entry.kind is CueKind.VERB and any(
        i < left and sentence.tokens[i].rel.startswith("nsubj") and not sentence.tokens[i].quoted
        for i in sentence.children[cue.head]
    ):
        return False
    return (
        left < 0
        or sentence.tokens[left].text == "("
        or is_comma(sentence.tokens[left])
        or sentence.tokens[left].text in DASHES
        or _lost_comma(sentence, cue)
    )


def _compares(sentence: Sentence, cue: Cue, comma: int) -> bool:
    """`не такой серьёзной, как предполагал врач`."""
    as_told = any(t.text.lower() == "как" for t in sentence.tokens[comma + 1 : cue.tokens[0]])
    degree, quality = sentence.tokens[max(0, comma - 2)], sentence.tokens[comma - 1]
    return as_told and degree.lemma in {"такой", "столь", "настолько"} and quality.pos in {"ADJ", "ADV"}


def _lost_comma(sentence: Sentence, cue: Cue) -> bool:
    """`Завод закрыли сообщает ТАСС.`: the last words are a cue and its subject, and the sentence has a verb before."""
    tokens = sentence.tokens
    behind = [t for t in tokens[cue.tokens[-1] + 1 :] if is_word(t)]
    subject = any(i > cue.head and tokens[i].rel.startswith("nsubj") for i in sentence.children[cue.head])
    linked = (
        tokens[cue.tokens[0] - 1].pos in {"CCONJ", "PART", "ADP", "PRON", "SCONJ", "ADV", "DET"}
        if cue.tokens[0]
        else True
    )
    short = 0 < len(behind) <= LAST_WORDS and not any(is_finite(t) or is_comma(t) for t in tokens[cue.tokens[-1] + 1 :])
    return (
        cue.entry.kind is CueKind.VERB
        and not tokens[cue.head].has(Variant="Short")
        and subject
        and short
        and not linked
        and any(map(is_finite, tokens[: cue.tokens[0]]))
    )


def segment_start(sentence: Sentence, cue: Cue) -> int:
    """The comma or dash before the segment (the comma of `, —`); -1 where it opens the sentence."""
    at = before(sentence, cue.tokens[0])
    if at >= 0 and sentence.tokens[at].text.lower() == "как":
        at = before(sentence, at)
    if at > 0 and (sentence.tokens[at - 1].text.lower(), sentence.tokens[at].text.lower()) in POINTERS:
        at -= 2
    while at > 0 and sentence.tokens[at].text in DASHES and sentence.tokens[at - 1].text in {",", *DASHES}:
        at -= 1
    return at


def segment_end(reading: Reading, cue: Cue) -> int:
    """One past the last token of an inserted segment: cue, speaker, addressee, adverbials, up to a comma or dash."""
    sentence = reading.sentence(cue)
    tokens = sentence.tokens
    own = sentence.subtree(cue.head)
    at = cue.tokens[-1] + 1
    while at < len(tokens) and not _ends_segment(reading, cue, own, at):
        at = _past_parenthesis(tokens, at)
    return at


def _ends_segment(reading: Reading, cue: Cue, own: set[int], at: int) -> bool:
    """A comma or dash that no apposition follows; `и добавил` of the next cue."""
    sentence = reading.sentence(cue)
    token = sentence.tokens[at]
    verbs = (c.tokens[0] for c in reading.cues[cue.sentence] if c.entry.kind is CueKind.VERB)
    if token.pos == "CCONJ" and at + 1 in verbs:
        return True
    return is_break(token) and token.text not in {"(", ")"} and not goes_on(sentence, at, own, cue.tokens[-1])


def _past_parenthesis(tokens: tuple[Token, ...], at: int) -> int:
    if tokens[at].text == "(":
        at = next((i for i in range(at, len(tokens)) if tokens[i].text == ")"), at)
    return at + 1


def goes_on(sentence: Sentence, at: int, own: set[int], cue: int = -1) -> bool:
    """`отметил Иванов, глава комитета, …`; `сообщил источник, знакомый с делом`; `сообщили в среду, 8 июля, …`.

    Not so `По данным МЧС, 8 июля …`, where no `cue` is given.
    """
    tokens = sentence.tokens
    if not is_comma(tokens[at]) or at + 2 >= len(tokens):
        return False
    if tokens[at + 1].text.isdigit() and tokens[at + 2].lemma in MONTHS:
        return cue >= 0
    if tokens[at - 1].lemma in {*MONTHS, *YEAR}:
        said = any(t.has(Case="Nom") and t.pos in {"NOUN", "PROPN", "PRON"} for t in tokens[cue + 1 : at])
        stop = next((i for i in range(at + 1, len(tokens)) if is_comma(tokens[i])), len(tokens))
        return cue >= 0 and not said and not any(is_finite(t) or t.quoted for t in tokens[at + 1 : stop])
    if tokens[at + 1].pos in {"CCONJ", "SCONJ", "ADP"} or is_gerund(tokens[at + 1]):
        return False
    end = next((i for i in range(at + 1, len(tokens)) if is_comma(tokens[i])), len(tokens))
    if tokens[at + 1].lemma != "который" and any(is_finite(t) or t.quoted for t in tokens[at + 1 : end]):
        return False
    near = range(at + 1, min(at + 7, end))
    if tokens[at + 1].lemma in ACQUAINTED:
        return True
    if cue >= 0 and _names(tokens[at + 1 : end]) and not _names(tokens[cue + 1 : at]):
        return True  # пояснил автор закона, первый зампред комитета Андрей Красин
    prenominal = tokens[at + 1].head > at + 1 and tokens[at + 1].rel == "amod"  # …, прошедшие в крае выборы
    return (is_participle(tokens[at + 1]) and not prenominal) or any(i in own and tokens[i].rel in ASIDE for i in near)


def _names(tokens: tuple[Token, ...]) -> bool:
    """Somebody's given name and surname in the nominative."""
    return any(
        a.pos == b.pos == "PROPN" and a.has(Animacy="Anim", Case="Nom") and b.rel == "flat:name"
        for a, b in pairwise(tokens)
    )


def last_word(sentence: Sentence) -> int:
    return next((i for i in range(len(sentence.tokens) - 1, -1, -1) if is_word(sentence.tokens[i])), 0)
