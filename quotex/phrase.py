"""Noun phrases: how far one reaches from its head, what it is joined to, what it hangs on."""

from __future__ import annotations

from collections.abc import Collection

from quotex.parse import Sentence, Token

BEFORE = {"amod", "det", "nummod", "nummod:gov", "nummod:entity", "advmod", "flat", "compound"}
AFTER = {"nmod", "appos", "flat", "flat:name", "flat:foreign", "conj", "compound", "amod"}
NAMING = ("appos", "flat:name", "flat")
MARKS = set('«»"“”„')


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


def _first(sentence: Sentence, head: int) -> int:
    first = head
    while first > 0 and _modifies(sentence, first - 1, head):
        first -= 1
    return first


def _modifies(sentence: Sentence, index: int, head: int) -> bool:
    """`первый вице-премьер`, `три независимых эксперта`, `близкий и верный друг`."""
    token = sentence.tokens[index]
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
    while last > head and tokens[last].pos in ("ADP", "CCONJ", "PUNCT") and tokens[last].text not in MARKS | {")"}:
        last -= 1
    return last


def _continues(sentence: Sentence, index: int, head: int) -> bool:
    """Whether the token after the head still belongs to the phrase and not to a clause, list or aside."""
    token = sentence.tokens[index]
    if token.text in MARKS:
        return True
    if token.text == ",":
        return _lists_on(sentence, index)
    if token.pos in ("PUNCT", "VERB", "PRON", "SCONJ", "PART", "AUX") or _is_place_of_speech(sentence, index):
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
    """`депутат в Facebook`: the platform is not part of the description."""
    following = sentence.tokens[index + 1].text if index + 1 < len(sentence.tokens) else ""
    return sentence.tokens[index].text in ("в", "на") and following.isascii() and following[:1].isalpha()
