"""Outlets that a noun announces (`газета «Вечерний Бор»`, `на сайте МВД`), whether a table knows their names or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quotex.lexicon.outlet import OutletNoun
from quotex.parse import Sentence, Token
from quotex.phrase import extent
from quotex.source.credit import Credit, Page
from quotex.span import Stretch
from quotex.words import DOMAIN

LINKS = "of|the|and|de|la|le|el|del|della|dello|der|di"
LATIN_WORD = r"[A-ZÀ-Ý][A-Za-zÀ-ž0-9'’+&-]*"
LATIN = re.compile(rf"(?:{LATIN_WORD}|\d+[a-z][a-z0-9+-]*)(?:\.[a-z]{{2,4}}\b)?(?: (?:(?:{LINKS}) )?{LATIN_WORD})*")
LONGEST_NAME = 5
ABBREVIATIONS = ("иа", "риа")
PROGRAMME = "programme"
NAMED_BY_OWNER = ("site", "blog")


def announced(page: Page, number: int, index: int, noun: OutletNoun, listed: Iterable[Credit]) -> Iterator[Credit]:
    """`газета «Вечерний Бор»`, `портал Bor.ru`, `на сайте МВД`, `в телеграм-канале`, `издание`."""
    sentence = page.doc.sentences[number]
    if _adjectives(sentence, index) & noun.unless or (noun.kind == PROGRAMME and not _is_on_air(page, sentence, index)):
        return
    token = sentence.tokens[index]
    known = next((c for c in listed if 0 < c.stretch.start - token.end <= len(" «")), None)
    if known is not None:
        yield replace(known, head=index)
    elif name := _name(page, sentence, index, noun):
        yield Credit(name, name.of(page.doc.text), noun.kind, number, index)
    elif owned := _owned(page.doc.text, sentence, index, noun):
        yield Credit(owned, _title(page.doc.text, token, owned, noun), noun.kind, number, index)
    elif noun.platform or _is_own(sentence, index, noun):
        yield Credit(token.stretch, noun.platform or noun.noun, noun.kind, number, index)
    elif _is_bare(sentence, index):
        yield Credit(token.stretch, "", noun.kind, number, index)


def name_behind(page: Page, sentence: Sentence, index: int) -> Stretch | None:
    """The name behind the token: in marks, a domain, or in Latin letters."""
    text, start = page.doc.text, _next_start(page.doc.text, sentence, index)
    if marked := page.by_start.get(start):
        return marked if is_a_name(marked.of(text)) else None
    match = DOMAIN.match(text, start, sentence.end) or LATIN.match(text, start, sentence.end)
    return Stretch(match.start(), match.end()) if match else None


def organisation_behind(page: Page, sentence: Sentence, index: int) -> Stretch | None:
    """The organisation behind the token, as the model found it."""
    start = _next_start(page.doc.text, sentence, index)
    here = page.named(Stretch(start, start + 1))
    return next((n.stretch for n in here if n.kind == "ORG" and n.stretch.start == start), None)


def _rest_of_the_name(page: Page, sentence: Sentence, index: int) -> Stretch | None:
    """`ИА Бор-Информ`: what follows the abbreviation in the organisation's name."""
    start = _next_start(page.doc.text, sentence, index)
    here = (n for n in page.named(sentence.tokens[index].stretch) if n.kind == "ORG" and n.stretch.end > start)
    return next((Stretch(start, n.stretch.end) for n in here if page.doc.text[start].isupper()), None)


def _next_start(text: str, sentence: Sentence, index: int) -> int:
    """Where the word after the token starts, if but a space parts them."""
    end = sentence.tokens[index].end
    return end + 1 if text[end : end + 1] in (" ", "\u00a0") and end < sentence.end else sentence.end


def is_a_name(inside: str) -> bool:
    """Whether what stands between marks reads like a name and not like words of somebody."""
    return not inside[:1].islower() and len(inside.split()) <= LONGEST_NAME


def _is_on_air(page: Page, sentence: Sentence, index: int) -> bool:
    """`в эфире программы «Утро»`; not `участник программы «Дороги Бора»`."""
    above = sentence.tokens[index].head
    return above >= 0 and sentence.tokens[above].lemma in page.press.neighbours


def _name(page: Page, sentence: Sentence, index: int, noun: OutletNoun) -> Stretch | None:
    owned = noun.kind in NAMED_BY_OWNER or noun.platform  # сайт МВД, Telegram-канал МВД: whose, not what it is called
    found = name_behind(page, sentence, index)
    if not found and noun.noun in ABBREVIATIONS:
        found = _rest_of_the_name(page, sentence, index)
    return found or (None if owned else organisation_behind(page, sentence, index))


def _adjectives(sentence: Sentence, index: int) -> set[str]:
    return {sentence.tokens[i].lemma for i in sentence.children[index] if sentence.tokens[i].rel == "amod"}


def _owned(text: str, sentence: Sentence, index: int, noun: OutletNoun) -> Stretch | None:
    """`на сайте Минлеса`, `в блоге путешественника`: the noun with its owner."""
    if noun.kind not in NAMED_BY_OWNER or noun.platform:
        return None
    last = extent(sentence, index)[1]
    owner = sentence.tokens[index + 1 : last + 1]
    if not owner or not any(t.has(Case="Gen") or t.pos in ("PROPN", "X") for t in owner):
        return None
    return Stretch(sentence.tokens[index].start, owner[-1].end)


def _title(text: str, token: Token, owned: Stretch, noun: OutletNoun) -> str:
    return noun.noun + Stretch(token.end, owned.end).of(text)


def _is_own(sentence: Sentence, index: int, noun: OutletNoun) -> bool:
    """`в своём блоге`, `на его сайте`."""
    owners = {sentence.tokens[i].lemma for i in sentence.children[index]}
    return noun.kind in NAMED_BY_OWNER and bool(owners & {"свой", "он", "она", "они", "его", "ее", "их", "личный"})


def _is_bare(sentence: Sentence, index: int) -> bool:
    """`пишет издание`, `собеседник агентства`, `немецкая газета`; not `агентство по туризму`."""
    token = sentence.tokens[index]
    below = [sentence.tokens[i] for i in sentence.children[index] if i > index]
    return token.has(Number="Sing") and not any(t.rel in ("nmod", "appos", "flat", "flat:name") for t in below)
