"""The author's segment inside or behind retold content: `…, сообщил X`, `…, как заявил X, …`, `По словам X, …`."""

from __future__ import annotations

from itertools import pairwise

from quotex.cues import Cue
from quotex.lexicon.cue import CueKind, Frame
from quotex.parse import Sentence, Token
from quotex.rules.claim import Reading
from quotex.rules.syntax import (
    DASHES,
    MONTHS,
    before,
    closing,
    comma_at,
    is_break,
    is_comma,
    is_finite,
    is_gerund,
    is_participle,
    is_word,
    own_subject,
)

DATED = {*MONTHS, "год", "г"}
ASIDE = {"appos", "acl", "acl:relcl", "amod"}
LINKS = {"CCONJ", "PART", "ADP", "PRON", "SCONJ", "ADV", "DET"}
ACQUAINTED = {"близкий", "знакомый", "осведомленный", "причастный"}  # источник, близкий к следствию
POINTERS = {("о", "чем"), ("о", "чём"), ("об", "этом")}
LAST_WORDS = 4
ASIDE_HEAD = 6  # words of an aside among which its head is looked for
MORE = {"кроме", "более", "помимо", "сверх"}  # кроме того, сообщил X


def is_inserted(sentence: Sentence, cue: Cue) -> bool:
    """`…, сообщил X`; `…, как сообщил X`; `— говорит X`: the cue opens a segment between commas or dashes."""
    if not cue.entry.takes(Frame.INSERTED) or cue.entry.kind is CueKind.NOUN:
        return False
    if cue.entry.kind is CueKind.VERB and not is_finite(sentence.tokens[cue.head]):
        return False
    left = segment_start(sentence, cue)
    if cue.tokens[0] and sentence.tokens[cue.tokens[0] - 1].text.lower() == "не":
        return False  # …, однако не исключают такой возможности
    if _is_of_main_clause(sentence, cue, left):
        return False
    return left < 0 or _parts(sentence.tokens[left]) or _lost_comma(sentence, cue)


def _parts(token: Token) -> bool:
    return is_comma(token) or token.text == "(" or token.text in DASHES


def _is_of_main_clause(sentence: Sentence, cue: Cue, left: int) -> bool:
    """`после того, как сообщил …`; `не такой, как считал …`; `…, заключены договоры`: no aside begins there."""
    if left > 1 and sentence.tokens[left - 1].text.lower() == "того" and sentence.tokens[left - 2].lemma not in MORE:
        return True
    if sentence.tokens[cue.head].has(VerbForm="Part", Variant="Short") and own_subject(sentence, cue.head):
        return True
    return (left > 0 and _compares(sentence, cue, left)) or _has_subject_before(sentence, cue, left)


def _has_subject_before(sentence: Sentence, cue: Cue, left: int) -> bool:
    """`‹Лосев›, приехав, сообщил`."""
    children = [sentence.tokens[i] for i in sentence.children[cue.head] if i < left]
    return cue.entry.kind is CueKind.VERB and any(t.rel.startswith("nsubj") and not t.quoted for t in children)


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
    linked = cue.tokens[0] == 0 or tokens[cue.tokens[0] - 1].pos in LINKS
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
    return (closing(tokens, at) if tokens[at].text == "(" else at) + 1


def goes_on(sentence: Sentence, at: int, own: set[int], cue: int = -1) -> bool:
    """`отметил Иванов, глава комитета, …`; `сообщил источник, знакомый с делом`; `сообщили в среду, 8 июля, …`.

    Not so `По данным МЧС, 8 июля …`, where no `cue` is given.
    """
    tokens = sentence.tokens
    if not is_comma(tokens[at]) or at + 2 >= len(tokens):
        return False
    told = tokens[at + 1 : comma_at(tokens, at + 1)]
    clause = any(is_finite(t) or t.quoted for t in told)
    if tokens[at + 1].text.isdigit() and tokens[at + 2].lemma in MONTHS:
        return cue >= 0
    if tokens[at - 1].lemma in DATED:
        return cue >= 0 and not clause and not any(map(_is_nominative, tokens[cue + 1 : at]))
    if tokens[at + 1].pos in {"CCONJ", "SCONJ", "ADP"} or is_gerund(tokens[at + 1]):
        return False
    if clause and tokens[at + 1].lemma != "который":
        return False
    named = cue >= 0 and _names(told) and not _names(tokens[cue + 1 : at])
    return named or _describes(sentence, at + 1, at + 1 + len(told), own)


def _is_nominative(token: Token) -> bool:
    return token.has(Case="Nom") and token.pos in {"NOUN", "PROPN", "PRON"}


def _describes(sentence: Sentence, first: int, end: int, own: set[int]) -> bool:
    """`источник, ‹близкий к следствию›`, `депутат, ‹избранный в мае›`; not `…, прошедшие в крае ‹выборы›`."""
    token = sentence.tokens[first]
    prenominal = token.rel == "amod" and token.head > first
    if token.lemma in ACQUAINTED or (is_participle(token) and not prenominal):
        return True
    return any(i in own and sentence.tokens[i].rel in ASIDE for i in range(first, min(first + ASIDE_HEAD, end)))


def _names(tokens: tuple[Token, ...]) -> bool:
    """`автор закона, первый зампред комитета ‹Андрей Красин›`: a given name and surname in the nominative."""
    return any(
        a.pos == b.pos == "PROPN" and a.has(Animacy="Anim", Case="Nom") and b.rel == "flat:name"
        for a, b in pairwise(tokens)
    )


def last_word(sentence: Sentence) -> int:
    return next((i for i in range(len(sentence.tokens) - 1, -1, -1) if is_word(sentence.tokens[i])), 0)
