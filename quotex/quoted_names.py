"""Quotations that are names (the club «Спартак», газета «Известия», операция «Щит»), not words of somebody."""

from __future__ import annotations

from collections.abc import Collection

from quotex.marks import Quotation
from quotex.parse import Doc, Sentence, Token
from quotex.span import Stretch

MAX_WORDS = 8
CODES = {"УК", "КоАП", "ГК", "УПК"}


def find(doc: Doc, outlets: Collection[Stretch] = ()) -> frozenset[Stretch]:
    """The stretches (marks included) of the quotations that are names or titles; `outlets`: where outlets are named."""
    short = ((s, q) for s in doc.sentences for q in _short(doc, s))
    return frozenset(
        q.whole for s, q in short if _is_name(doc, s, q) or any(q.inner.trimmed(doc.text) == o for o in outlets)
    )


def _short(doc: Doc, sentence: Sentence) -> list[Quotation]:
    return [q for q in doc.quotations_in(sentence.stretch) if len(q.inner.of(doc.text).split()) <= MAX_WORDS]


def _is_name(doc: Doc, sentence: Sentence, quotation: Quotation) -> bool:
    words = [t for t in sentence.tokens if quotation.inner.holds(t.stretch) and t.text[0].isalnum()]
    if not words:
        return False
    if _entity(doc, quotation) or not any(map(_is_russian, words)):
        return not _is_clause(words)
    if _so_called(sentence, quotation) or (len(words) == 1 and _is_term(sentence, quotation, words[0])):
        return True
    if not (words[0].text[0].isupper() or words[0].text[0].isdigit()):
        return False
    head = _generic(sentence, quotation)
    return (len(words) <= 5 and head) if _is_clause(words) else (len(words) <= 4 or head)


def _so_called(sentence: Sentence, quotation: Quotation) -> bool:
    """`так называемый «чёрный список»`, `по статье 137 УК РФ «нарушение тайны»`."""
    at = sentence.at(quotation.whole.start)
    before = [t.text for t in sentence.tokens[max(0, at - 3) : at]]
    return any(word.lower().startswith("называем") for word in before) or bool(CODES & set(before))


def _is_term(sentence: Sentence, quotation: Quotation, word: Token) -> bool:
    """`«оранжевый» уровень`, `конец «оттепели»`: one word that names; not `она «закабалила» их`, `назвал «бредом»`."""
    behind = sentence.at(quotation.whole.end)
    noun = sentence.tokens[behind] if behind < len(sentence.tokens) else None
    if word.pos == "ADJ":
        return noun is not None and noun.pos == "NOUN" and noun.feats.get("Case") == word.feats.get("Case")
    return word.pos == "NOUN" and not word.has(Case="Ins")


def _entity(doc: Doc, quotation: Quotation) -> bool:
    return any(n.stretch.meets(quotation.inner) and len(n.stretch) * 2 > len(quotation.inner) for n in doc.names)


def _generic(sentence: Sentence, quotation: Quotation) -> bool:
    """`газета «…»`: a noun stands right before the marks."""
    at = sentence.at(quotation.whole.start) - 1
    return at >= 0 and sentence.tokens[at].pos in {"NOUN", "PROPN"} and not sentence.tokens[at].quoted


def _is_clause(words: list[Token]) -> bool:
    return any(t.has(VerbForm="Fin") or t.has(Variant="Short") or t.has(Person="1") or t.has(Person="2") for t in words)


def _is_russian(token: Token) -> bool:
    return any("а" <= c <= "я" or c == "ё" for c in token.text.lower())
