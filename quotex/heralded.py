"""Outlets that no table knows and no noun announces, by the words beside them: `пишет «Вечерний Бор»`."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.announced import LATIN, name_behind
from quotex.credit import Credit, Page, head_of
from quotex.lexicon.outlet import Herald, OutletNoun
from quotex.naming import phrase_name
from quotex.parse import Sentence, Token
from quotex.span import Stretch

PRESS = OutletNoun("", "press", None, frozenset(), "")
OBLIQUE = ("Gen", "Dat", "Ins", "Loc")


def heralded(page: Page, number: int, sentence: Sentence) -> Iterator[Credit]:
    """`передаёт Bor Daily`, `в интервью «Вечернему Бору»`, `рассказал «Вечернему Бору»`, `«Вечерний Бор» писал`."""
    for index, token in enumerate(sentence.tokens):
        herald = None if token.quoted else page.press.heralds.get(token.lemma)
        name = _name(page, sentence, index, herald) if herald else None
        if name is not None and not any(n.kind == "PER" for n in page.named(name)):
            yield Credit(name, _nominative(page, sentence, name), PRESS.kind, number, head_of(sentence, name))


def _name(page: Page, sentence: Sentence, index: int, herald: Herald) -> Stretch | None:
    behind = _behind(page, sentence, index, herald)
    if behind is None:
        return _before(page, sentence, index) if herald is Herald.WRITES else None
    latin = LATIN.fullmatch(behind.of(page.doc.text)) is not None
    if herald is Herald.TOLD:
        return behind if _is_told(page, sentence, index, behind) else None
    return behind if latin or herald is not Herald.LATIN else None


def _behind(page: Page, sentence: Sentence, index: int, herald: Herald) -> Stretch | None:
    """`в интервью «Вечернему Бору»`, `в беседе с «Вечерним Бором»`."""
    if found := name_behind(page, sentence, index, PRESS):
        return found
    following = sentence.tokens[index + 1].text if index + 1 < len(sentence.tokens) else ""
    return name_behind(page, sentence, index + 1, PRESS) if herald is Herald.TALK and following in ("с", "для") else None


def _before(page: Page, sentence: Sentence, index: int) -> Stretch | None:
    """`«Вечерний Бор» (ранее) писал`: a name in marks that no common noun announces."""
    end = index - 1 - (index > 1 and sentence.tokens[index - 1].pos == "ADV")
    if end < 2 or sentence.tokens[end].text not in ("»", '"', "“", "”"):
        return None
    inner = next((q for q in page.inside.values() if q.end == sentence.tokens[end].start), None)
    return inner
