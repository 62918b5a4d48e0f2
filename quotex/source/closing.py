"""The outlet of the article: the one that closes one of its first sentences (`Мост закрыт, сообщает X.`)."""

from __future__ import annotations

import re
from itertools import takewhile

from quotex.parse import Doc, Sentence
from quotex.source.attribution import Coverage, upward
from quotex.source.credit import Credit
from quotex.source.stated import BACKWARD, VERBS, WORDS_SAID, serving
from quotex.span import Stretch

LONGEST_HEADLINE = 130  # an unpunctuated line this long is a lead
SAID = re.compile(WORDS_SAID)
ENDED = re.compile(r"[.!?…]+[»”\"]?\s*$")
RELATIVE = frozenset({"который", "что", "где", "чей", "кто", "чтобы", "и", "а", "но"})
LONGEST_INSERTION = 4
SHORTEST_SENTENCE = 40
BETWEEN = 3  # сообщает британское информационное агентство
SPEAKERS = frozenset({"корреспондент", "журналист", "обозреватель"})


def closing(page: Coverage) -> Credit | None:
    """The first outlet that closes one of the first two sentences of the body, even if a rule took it for content."""
    found = (c for n in _first_sentences(page.doc) for c in serving(page, n, page.unmarked) if _closes(page, n, c))
    return next(found, None)


def _first_sentences(doc: Doc) -> list[int]:
    """The first two sentences of the body, and those of a first line that may be its lead as well as the headline.

    `Об этом пишет X` at the end of the first paragraph counts too.
    """
    ended = [i for i, s in enumerate(doc.sentences) if _is_of_the_body(doc.text, s.stretch)]
    first_line = doc.text.find("\n", doc.sentences[0].start) if doc.sentences else -1
    lead = [i for i in ended if doc.sentences[i].end <= first_line]
    body = [i for i in ended if i not in lead] if len(lead) < 2 else lead
    last = next((i for i in body if "\n" in doc.text[doc.sentences[i].end :][:1]), None)
    closing = [last] if last is not None and BACKWARD.match(doc.text, doc.sentences[last].start) else []
    return [*lead[:2], *body[:2], *closing]


def _is_of_the_body(text: str, sentence: Stretch) -> bool:
    words = sentence.of(text)
    if len(sentence) >= LONGEST_HEADLINE and sentence.start:
        return True
    return bool(ENDED.search(words)) and (len(sentence) >= SHORTEST_SENTENCE or bool(BACKWARD.match(words)))


def _closes(page: Coverage, number: int, credit: Credit) -> bool:
    """`…, сообщает X.`, `…, передаёт X со ссылкой на МЧС`, `Об этом пишет X`: a verb, and the outlet its subject."""
    sentence = page.doc.sentences[number]
    verb = _verb(sentence, credit.head)
    if verb < 0 or credit.kind == "platform" or not _is_subject(sentence, credit.head, verb):
        return False
    return bool(BACKWARD.match(page.doc.text, sentence.start)) or (verb < credit.head and _inserted(sentence, verb))


def _verb(sentence: Sentence, head: int) -> int:
    """The verb above the outlet; where the parser saw none, the one shortly before it."""
    above = (i for i in upward(sentence, sentence.tokens[head].head) if sentence.tokens[i].pos in VERBS)
    before = range(head - 1, max(head - 1 - BETWEEN, -1), -1)
    near = next((i for i in before if sentence.tokens[i].pos in ("VERB", "ADP", "PUNCT")), -1)
    return next(above, near if near >= 0 and sentence.tokens[near].pos == "VERB" else -1)


def _is_subject(sentence: Sentence, head: int, verb: int) -> bool:
    """`передаёт ТАСС`, `передаёт корреспондент ТАСС`; not `сказал в эфире НТВ`, `рассказали РБК в мэрии`."""
    path = list(takewhile(lambda i: i != verb, upward(sentence, head)))
    subjects = [i for i in sentence.children[verb] if sentence.tokens[i].rel == "nsubj" and i not in path]
    words = (i for i in subjects if sentence.tokens[i].pos != "PUNCT")
    others = [i for i in words if not SAID.match(sentence.tokens[i].lemma)]  # передаёт ТАСС сообщение мэрии
    return not others and _is_told_by(sentence, head, verb) and all(_is_nominative(sentence, i) for i in path)


def _is_told_by(sentence: Sentence, head: int, verb: int) -> bool:
    """`сообщают «Ведомости»`, but `рассказали РБК` is told to the outlet."""
    told = sentence.tokens[verb]
    return not told.has(Number="Plur", Tense="Past") or sentence.tokens[head].has(Number="Plur")


def _is_nominative(sentence: Sentence, at: int) -> bool:
    """Names that do not decline pass for accusatives."""
    token = sentence.tokens[at]
    if any(sentence.tokens[i].rel == "case" for i in sentence.children[at]):
        return False
    above = sentence.tokens[token.head] if token.head >= 0 else token
    return token.feats.get("Case", "Nom") in ("Nom", "Acc") or above.lemma in SPEAKERS


def _inserted(sentence: Sentence, verb: int) -> bool:
    """`Завод закрыт, сообщает…`, `…, его слова приводит…`: a mark shortly before the verb, and no relative clause."""
    before = list(takewhile(lambda t: t.pos not in ("PUNCT", "VERB"), reversed(sentence.tokens[:verb])))
    start = verb - len(before) - 1
    short = len(before) <= LONGEST_INSERTION and not any(t.lemma in RELATIVE for t in before)
    return short and start > 0 and sentence.tokens[start].pos == "PUNCT"
