"""Outlets that no table knows and no noun announces, by the words beside them: `пишет «Вечерний Бор»`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotex.lexicon.outlet import Herald
from quotex.naming import phrase_name
from quotex.parse import Sentence
from quotex.source.announced import LATIN, is_a_name, name_behind, organisation_behind
from quotex.source.credit import Credit, Page, head_of
from quotex.span import Stretch

KIND = "press"
OBLIQUE = ("Gen", "Dat", "Ins", "Loc")


def heralded(page: Page, number: int, sentence: Sentence) -> Iterator[Credit]:
    """`передаёт Bor Daily`, `в интервью «Вечернему Бору»`, `рассказал «Вечернему Бору»`, `«Вечерний Бор» писал`."""
    for index, token in enumerate(sentence.tokens):
        herald = None if token.quoted else page.press.heralds.get(token.lemma)
        name = _name(page, sentence, index, herald) if herald else None
        if herald and name and not any(n.kind == "PER" for n in page.named(name)):
            yield Credit(name, _title(page, sentence, name, herald), KIND, number, head_of(sentence, name))


def _name(page: Page, sentence: Sentence, index: int, herald: Herald) -> Stretch | None:
    behind = _behind(page, sentence, index, herald)
    before = _before(page, sentence, index) if behind is None and herald in (Herald.WRITES, Herald.TOLD) else None
    if herald is Herald.TOLD:
        told = behind and (_is_given(page, sentence, behind) or _is_before_the_speaker(page, sentence, behind))
        return behind if told else before if before and _is_given(page, sentence, before) else None
    if behind is not None and herald is Herald.LATIN:
        return behind if LATIN.fullmatch(behind.of(page.doc.text)) else None
    return behind or before


def _behind(page: Page, sentence: Sentence, index: int, herald: Herald) -> Stretch | None:
    """`пишет Вечерний Бор`, `в интервью «Вечернему Бору»`, `в беседе с «Вечерним Бором»`."""
    if found := name_behind(page, sentence, index):
        return found
    if herald is Herald.WRITES:
        return organisation_behind(page, sentence, index)
    following = sentence.tokens[index + 1].text if index + 1 < len(sentence.tokens) else ""
    return name_behind(page, sentence, index + 1) if herald is Herald.TALK and following in ("с", "для") else None


def _before(page: Page, sentence: Sentence, index: int) -> Stretch | None:
    """`«Вечерний Бор» (ранее) писал`: a name in marks that no common noun announces."""
    end = index - 1 - (index > 1 and sentence.tokens[index - 1].pos == "ADV")
    inner = page.by_end.get(sentence.tokens[end].start) if end > 0 else None
    if inner is None or not is_a_name(inner.of(page.doc.text)):
        return None
    before = sentence.at(inner.start) - 2
    return None if before >= 0 and sentence.tokens[before].pos == "NOUN" else inner


def _is_given(page: Page, sentence: Sentence, name: Stretch) -> bool:
    """`рассказал «Вечернему Бору»`, `«Вечернему Бору» сообщили`: a name in marks and the dative."""
    words = sentence.tokens[sentence.at(name.start) : sentence.at(name.end)]
    return name.start in page.inside and any(t.has(Case="Dat") for t in words)


def _is_before_the_speaker(page: Page, sentence: Sentence, name: Stretch) -> bool:
    """`рассказала Bor Daily хозяйка пекарни`."""
    after = sentence.at(name.end + (name.start in page.inside))
    token = sentence.tokens[after] if after < len(sentence.tokens) else None
    return token is not None and token.pos == "NOUN" and token.text.islower() and token.has(Case="Nom")


def _title(page: Page, sentence: Sentence, name: Stretch, herald: Herald) -> str:
    """`Вечернему Бору` → `Вечерний Бор`."""
    first, last, head = sentence.at(name.start), sentence.at(name.end - 1), head_of(sentence, name)
    agreed = _agreed(sentence, head)
    if herald not in (Herald.TALK, Herald.TOLD) or agreed.tokens[head].feats.get("Case") not in OBLIQUE:
        return name.of(page.doc.text)
    return phrase_name(agreed, head, first, last, proper=True)


def _agreed(sentence: Sentence, head: int) -> Sentence:
    """The sentence with its head in the case of its adjective, which tells it better: `Вечернему Усть-Бору`."""
    token = sentence.tokens[head]
    adjectives = (sentence.tokens[i] for i in sentence.children[head] if sentence.tokens[i].rel == "amod")
    cases = [a.feats["Case"] for a in adjectives if "Case" in a.feats]
    if token.feats.get("Case") in OBLIQUE or not cases:
        return sentence
    tokens = list(sentence.tokens)
    tokens[head] = replace(token, feats={**token.feats, "Case": cases[0]})
    return replace(sentence, tokens=tuple(tokens))
