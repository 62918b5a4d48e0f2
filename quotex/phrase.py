"""Noun phrases: how far one reaches from its head, what it is joined to, what it hangs on."""

from __future__ import annotations

import re
from collections.abc import Collection

from quotex.lexicon.month import month_names
from quotex.parse import Sentence, Token

BEFORE = {"amod", "det", "nummod", "nummod:gov", "nummod:entity", "advmod", "flat", "compound"}
AFTER = {"nmod", "appos", "flat", "flat:name", "flat:foreign", "conj", "compound", "amod"}
NAMING = ("appos", "flat:name", "flat")
MARKS = set('«»"“”„')
STRANGE = {"PUNCT", "VERB", "PRON", "SCONJ", "PART", "AUX"}  # to a noun phrase
FOCUS = {
    "же", "уже", "только", "лишь", "даже", "также", "еще", "именно", "сам", "сразу", "почти", "лично",
}  # уже ‹восемь сенаторов›  # fmt: skip
YEAR = re.compile(r"(?:19|20)\d\d")
OPENING = {"«", "„", "("}
VENUES = {
    "пресс-конференция", "брифинг", "эфир", "интервью", "сайт", "соцсеть", "блог", "журнал", "телеграм", "твиттер",
    "фейсбук", "инстаграм", "вконтакте", "комментарий", "беседа", "пост", "выступление", "слушание",
}  # where one speaks  # fmt: skip
POSSESSIVES = {"его", "её", "ее", "их"}
ANONYMOUS = {"неназванный", "анонимный", "неизвестный"}


def peers(sentence: Sentence, head: int) -> list[int]:
    """`Латвия, Литва и Польша`: the tokens joined to the head in the same case, in order."""
    tokens, case = sentence.tokens, sentence.tokens[head].feats.get("Case")
    found, todo = [head], [head]
    while todo:
        joined = [
            c for c in sentence.children[todo.pop()] if tokens[c].rel == "conj" and tokens[c].feats.get("Case") == case
        ]
        todo += (new := [c for c in joined if c not in found])
        found += new
    return sorted(found[1:])


def climb(sentence: Sentence, index: int, relations: Collection[str]) -> list[int]:
    """The token and those it hangs on, as long as by one of the relations (the parser's trees may have loops)."""
    path = [index]
    while (
        sentence.tokens[path[-1]].rel in relations
        and (above := sentence.tokens[path[-1]].head) >= 0
        and above not in path
    ):
        path.append(above)
    return path


def extent(sentence: Sentence, head: int, stops: Collection[int] = ()) -> tuple[int, int]:
    """First and last token of the phrase: modifiers before the head, complements after it, without clauses.

    `stops` are tokens it must not reach into, such as those of a person's name after a title.
    """
    return _first(sentence, head), _last(sentence, head, stops)


def possessives(sentence: Sentence, head: int) -> list[int]:
    """`‹его› адвокат`: the pronouns before the noun that tell whose it is."""
    before = (i for i in sentence.children[head] if i < head)
    return [i for i in before if sentence.tokens[i].text.lower() in POSSESSIVES]


def _first(sentence: Sentence, head: int) -> int:
    """`‹первый› вице-премьер`, `уже ‹восемь› сенаторов`."""
    first = head
    while first > 0 and _modifies(sentence, first - 1, head):
        first -= 1
    while first < head and sentence.tokens[first].lemma in FOCUS:
        first += 1
    return first


def _modifies(sentence: Sentence, index: int, head: int) -> bool:
    """`первый вице-премьер`, `три независимых эксперта`, `близкий и верный друг`."""
    token = sentence.tokens[index]
    if YEAR.fullmatch(token.text):
        return False  # Science, 2016 Авторы …: a lost line break
    if token.head == head:
        return (
            token.rel in BEFORE
            and token.pos in ("ADJ", "DET", "NUM", "VERB", "NOUN", "ADV", "PROPN")
            and token.text != "это"
        )
    above = token.head
    return index < above < head and sentence.tokens[above].head == head and token.pos in ("CCONJ", "ADJ", "ADV", "DET")


def _last(sentence: Sentence, head: int, stops: Collection[int]) -> int:
    last, tokens = head, sentence.tokens
    inside = sentence.subtree(head)
    for index in range(head + 1, len(tokens)):
        if index in stops or index not in inside or not _continues(sentence, index, head):
            break
        last = index
    while last > head and _hangs_loose(tokens[last]):
        last -= 1
    return last


def _hangs_loose(token: Token) -> bool:
    """`партия «`: a preposition, conjunction or opening mark at the end of a phrase."""
    return token.text in OPENING or (token.pos in ("ADP", "CCONJ", "PUNCT") and token.text not in MARKS | {")"})


def _continues(sentence: Sentence, index: int, head: int) -> bool:
    """Whether the token after the head still belongs to the phrase and not to a clause, list or aside."""
    token = sentence.tokens[index]
    if token.text in MARKS:
        return True
    if token.text == ",":
        return _lists_on(sentence, index)
    participle = token.rel in ("amod", "nmod") and token.has(VerbForm="Part")  # лидеры ‹противоборствующих› партий
    if (token.pos in STRANGE and not participle) or _is_place_of_speech(sentence, index):
        return False
    return token.head != head or (token.rel in AFTER and not _is_stranger(token, sentence.tokens[head]))


def _is_stranger(token: Token, head: Token) -> bool:
    """`спросил у заказчика портал`: no apposition, since the cases differ."""
    cases = {t.feats.get("Case") for t in (token, head)}
    return token.rel == "appos" and token.pos == "NOUN" and len(cases) == 2 and None not in cases


def _lists_on(sentence: Sentence, comma: int) -> bool:
    """`представители США, ФРГ и Нидерландов`: a comma between names of one list."""
    following = sentence.tokens[comma + 1] if comma + 1 < len(sentence.tokens) else None
    return (
        following is not None and following.rel == "conj" and following.pos == "PROPN" and 0 <= following.head < comma
    )


def _is_place_of_speech(sentence: Sentence, index: int) -> bool:
    """`депутат в Facebook`, `губернатор на пресс-конференции`, `психолог в "Живом журнале"`: not of the description."""
    tokens = sentence.tokens[index : index + 4]
    if tokens[0].text not in ("в", "во", "на"):
        return (
            tokens[0].text.isdigit()
            and len(tokens) > 1
            and re.fullmatch(month_names(), tokens[1].text.lower()) is not None
        )
    following = [t for t in tokens[1:] if t.text not in MARKS]
    foreign = bool(following) and following[0].text.isascii() and following[0].text[:1].isalpha()
    return foreign or any(t.lemma in VENUES for t in following[:2])
