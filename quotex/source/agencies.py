"""Outlets named in a parsed article.

By a name of the table, by a noun that announces one (`газета «…»`), by a word beside it, by a domain, or once more
as `издание`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quotex.lexicon.outlet import Press
from quotex.parse import Doc, Sentence, Token
from quotex.source.announced import announced
from quotex.source.credit import Credit, Page, head_of, noun_of
from quotex.source.heralded import heralded
from quotex.source.listed import addresses, listed
from quotex.span import Stretch
from quotex.words import domains_in

__all__ = ["Credit", "find"]

AGAIN = {"press": {"paper", "magazine", "site", "press", "agency"}, "site": {"site", "press"}}


def find(doc: Doc, press: Press) -> list[Credit]:
    """Every mention of an outlet, in text order. What is only called «издание» has the name of the last outlet."""
    page = Page(doc, press)
    found = [c for number, sentence in enumerate(doc.sentences) for c in _of_sentence(page, number, sentence)]
    return list(_called_again(found))


def _of_sentence(page: Page, number: int, sentence: Sentence) -> list[Credit]:
    known = list(listed(page, number, sentence))
    found: list[Credit] = []
    taken: list[Stretch] = []
    for index, token in enumerate(sentence.tokens):
        noun = page.press.nouns.get(noun_of(token))
        if noun and (_is_of_another(page, token, known) or not any(c.stretch.holds(token.stretch) for c in known)):
            found += announced(page, number, index, noun, known)
            taken.append(token.stretch)
    for credit in (*known, *_domains(page, number, sentence), *heralded(page, number, sentence)):
        if not any(credit.stretch.meets(other) for other in (*taken, *(c.stretch for c in found))):
            found.append(credit)
    return sorted(found, key=lambda c: c.stretch)


def _is_of_another(page: Page, token: Token, known: Iterable[Credit]) -> bool:
    """`РИА «Бор-Информ»`, `РИА ФедералПресс` are not РИА Новости."""
    beside = token.end + 1
    other = beside in page.by_start or any(c.stretch.start == beside for c in known)
    return other and any(c.stretch == token.stretch for c in known)


def _domains(page: Page, number: int, sentence: Sentence) -> Iterator[Credit]:
    """`Новость первым дал bor.info`."""
    text = page.doc.text
    links = addresses(text, sentence)
    for stretch in domains_in(text, sentence.stretch):
        if not any(link.meets(stretch) for link in links):
            yield Credit(stretch, stretch.of(text), "site", number, head_of(sentence, stretch))


def _called_again(found: Iterable[Credit]) -> Iterator[Credit]:
    """`Издание полагает`: the last outlet of that kind; with none before it, no mention at all."""
    last: dict[str, tuple[int, Credit]] = {}  # of each kind, with its number
    for number, credit in enumerate(found):
        kinds = AGAIN.get(credit.kind, {credit.kind, "press"})
        before = max((last[kind] for kind in kinds if kind in last), default=None, key=lambda pair: pair[0])
        named = credit if credit.name else before[1] if before else None
        if named is not None:
            last[credit.kind] = (number, replace(credit, name=named.name))
            yield last[credit.kind][1]
