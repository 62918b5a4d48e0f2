"""Outlets named in a parsed article.

By a name of the table, by a noun that announces one (`газета «…»`), by a domain, or once more as `издание`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quotex.lexicon.outlet import CHUNK, Alias, OutletNoun, Press, forms, is_cyrillic
from quotex.parse import Doc, Sentence, Token
from quotex.phrase import extent
from quotex.span import Stretch

GAP = re.compile(r"[ \u00a0\"«»“”„'’.+&/@—–-]{1,3}")
OPENING, CLOSING = '«„“"', '»“”"'
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
DOMAIN = re.compile(
    r"(?<![\w@/.-])(?:[a-z0-9][a-z0-9-]*\.)+(?:ru|рф|su|com|net|org|info|ua|by|kz|uz|kg|az|am|ge|md|lv|lt|ee|tv|uk|de|fr|us|eu|news|media|today|online|io|me|fm)(?![\w/-]|\]\()",
    re.IGNORECASE,
)
LINKS = "of|the|and|de|la|le|el|del|della|dello|der|di"
LATIN_WORD = r"[A-ZÀ-Ý][A-Za-zÀ-ž0-9'’+&-]*"
LATIN = re.compile(rf"(?:{LATIN_WORD}|\d+[a-z][a-z0-9+-]*)(?:\.[a-z]{{2,4}}\b)?(?: (?:(?:{LINKS}) )?{LATIN_WORD})*")
LATIN_TAIL = re.compile(r"[ \u00a0](?!(?:TV|News|Online|Live|FM)\b)[A-ZÀ-Ý][a-z]")
LONGEST_NAME = 5
NAMED_BY_OWNER = ("site", "blog")
HERALDED = OutletNoun("", "press", None, frozenset(), "")
AGAIN = {"press": {"paper", "magazine", "site", "press", "agency"}, "site": {"site", "press"}}


@dataclass(frozen=True, slots=True)
class Credit:
    """A mention of an outlet: its place, canonical name and kind, its sentence, the token on which it hangs."""

    stretch: Stretch
    name: str
    kind: str
    sentence: int
    head: int


@dataclass(frozen=True)
class _Page:
    doc: Doc
    press: Press
    by_start: dict[int, Stretch]  # whole quotation → its inside
    inside: frozenset[Stretch]


def find(doc: Doc, press: Press) -> list[Credit]:
    """Every mention of an outlet, in text order. What is only called «издание» has the name of the last outlet."""
    inner = {q.whole.start: q.inner.trimmed(doc.text) for q in doc.quotations}
    page = _Page(doc, press, inner, frozenset(inner.values()))
    found = [c for number, sentence in enumerate(doc.sentences) for c in _of_sentence(page, number, sentence)]
    return list(_called_again(found))


def _of_sentence(page: _Page, number: int, sentence: Sentence) -> list[Credit]:
    listed = list(_listed(page, number, sentence))
    found: list[Credit] = []
    taken: list[Stretch] = []
    for index, token in enumerate(sentence.tokens):
        noun = page.press.nouns.get(_noun(token))
        if noun and not any(c.stretch.holds(token.stretch) for c in listed):
            found += _announced(page, number, index, noun, listed)
            taken.append(token.stretch)
    for credit in (*listed, *_domains(page, number, sentence), *_heralded(page, number, sentence)):
        if not any(credit.stretch.meets(other) for other in (*taken, *(c.stretch for c in found))):
            found.append(credit)
    return sorted(found, key=lambda c: c.stretch)


def _noun(token: Token) -> str:
    return token.lemma.lower() if token.pos in ("NOUN", "PROPN", "X") else ""


# --- names of the table


def _listed(page: _Page, number: int, sentence: Sentence) -> Iterator[Credit]:
    words = _words(page.doc.text, sentence)
    at = 0
    while at < len(words):
        match = _longest(page, sentence, words, at)
        if match is not None:
            alias, stretch = match
            yield Credit(stretch, alias.outlet.name, alias.outlet.kind, number, _head(sentence, stretch))
        at += len(match[0].words) if match else 1


def _words(text: str, sentence: Sentence) -> list[Stretch]:
    """The words of the sentence outside addresses."""
    addresses = [Stretch(m.start(), m.end()) for m in ADDRESS.finditer(text, sentence.start, sentence.end)]
    words = (Stretch(m.start(), m.end()) for m in CHUNK.finditer(text, sentence.start, sentence.end))
    return [w for w in words if not any(a.holds(w) for a in addresses)]


def _longest(page: _Page, sentence: Sentence, words: Sequence[Stretch], at: int) -> tuple[Alias, Stretch] | None:
    text = page.doc.text
    for form in forms(words[at].of(text)):
        for alias in page.press.aliases.get(form, ()):
            part = words[at : at + len(alias.words)]
            if _reads(text, alias, part):
                stretch = _closed(text, Stretch(part[0].start, part[-1].end))
                if _is_plain(page, sentence, alias, stretch):
                    return alias, stretch
    return None


def _reads(text: str, alias: Alias, part: Sequence[Stretch]) -> bool:
    """Whether the words of the text are those of the alias, each in any form."""
    if len(part) < len(alias.words) or not _capital(text, alias, part[0]):
        return False
    gaps = (text[left.end : right.start] for left, right in pairwise(part))
    return all(GAP.fullmatch(gap) for gap in gaps) and all(
        wanted & forms(word.of(text)) for wanted, word in zip(alias.words, part, strict=True)
    )


def _capital(text: str, alias: Alias, word: Stretch) -> bool:
    written = word.of(text)
    if alias.abbreviation:
        return written.isupper() or (len(alias.words) > 1 and not is_cyrillic(written))
    return not alias.capital or written[0].isupper() or not is_cyrillic(written)


def _closed(text: str, stretch: Stretch) -> Stretch:
    """`РИА «Новости`: with the mark that closes the one inside."""
    opened = any(sign in OPENING for sign in stretch.of(text))
    return (
        Stretch(stretch.start, stretch.end + 1)
        if opened and text[stretch.end : stretch.end + 1] in tuple(CLOSING)
        else stretch
    )


def _is_plain(page: _Page, sentence: Sentence, alias: Alias, stretch: Stretch) -> bool:
    """Whether a word that may also mean something else means the outlet here."""
    text = page.doc.text
    if LATIN_TAIL.match(text, stretch.end) and not is_cyrillic(stretch.of(text)):
        return False
    if not alias.abbreviation and stretch not in page.inside and _goes_on(text, stretch):
        return False
    if not alias.ordinary and not alias.doubtful:
        return True
    marked = stretch in page.inside
    before = sentence.at(stretch.start) - 1 - marked
    announced = before >= 0 and _noun(sentence.tokens[before]) in page.press.nouns
    if alias.doubtful or announced:
        return announced or _is_credited(page, sentence, stretch, before)
    return not _titles(sentence, stretch, before) if marked else _is_a_name(page, sentence, stretch)


def _goes_on(text: str, stretch: Stretch) -> bool:
    """`«Известия Холл»`: the marks hold a longer name."""
    opened = text[stretch.start - 1 : stretch.start] in tuple(OPENING)
    return opened and bool(re.match(r"[ -][A-ZА-ЯЁ]", text[stretch.end : stretch.end + 2]))


def _is_credited(page: _Page, sentence: Sentence, stretch: Stretch, before: int) -> bool:
    """`сообщает ВВС.`, `корреспонденту «Труда»`; not `сообщили ВВС Израиля`."""
    if before > 0 and sentence.tokens[before].lemma in ("на", "с"):
        before -= 1
    after = page.doc.text[stretch.end : stretch.end + 2].strip(CLOSING)
    return before >= 0 and sentence.tokens[before].lemma in page.press.neighbours and not after[1:].isupper()


def _titles(sentence: Sentence, stretch: Stretch, before: int) -> bool:
    """`завод «Звезда»`, `партия «Взгляд»`: a common noun announces something that is no outlet."""
    token = sentence.tokens[before] if before >= 0 else None
    name = sentence.tokens[sentence.at(stretch.start)]
    return token is not None and token.pos == "NOUN" and token.text.islower() and name.feats.get("Case", "Nom") == "Nom"


def _is_a_name(page: _Page, sentence: Sentence, stretch: Stretch) -> bool:
    """An ordinary word without marks: where a capital is its own (not at the head) and no person or place is named."""
    kinds = {name.kind for name in page.doc.names if name.stretch.meets(stretch)}
    return "ORG" in kinds or (not kinds and stretch.start > sentence.tokens[0].end)


# --- announced by a noun


def _announced(page: _Page, number: int, index: int, noun: OutletNoun, listed: Iterable[Credit]) -> Iterator[Credit]:
    """`газета «Вечерний Бор»`, `портал Bor.ru`, `на сайте МВД`, `в телеграм-канале`, `издание`."""
    sentence = page.doc.sentences[number]
    if _adjectives(sentence, index) & noun.unless:
        return
    token = sentence.tokens[index]
    known = next((c for c in listed if 0 < c.stretch.start - token.end <= len(" «")), None)
    if known is not None:
        yield replace(known, head=index)
    elif name := _named(page, sentence, index, noun):
        yield Credit(name, name.of(page.doc.text), noun.kind, number, index)
    elif owned := _owned(page.doc.text, sentence, index, noun):
        yield Credit(owned, _title(page.doc.text, token, owned, noun), noun.kind, number, index)
    elif noun.platform or _is_own(sentence, index, noun):
        yield Credit(token.stretch, noun.platform or noun.noun, noun.kind, number, index)
    elif _is_bare(sentence, index):
        yield Credit(token.stretch, "", noun.kind, number, index)


def _adjectives(sentence: Sentence, index: int) -> set[str]:
    return {sentence.tokens[i].lemma for i in sentence.children[index] if sentence.tokens[i].rel == "amod"}


def _named(page: _Page, sentence: Sentence, index: int, noun: OutletNoun) -> Stretch | None:
    """The name behind the noun: in marks, in Latin letters, or an organisation's as the model found it."""
    text, end = page.doc.text, sentence.tokens[index].end
    start = end + len(text[end : end + 1]) if text[end : end + 1] in (" ", "\u00a0") else sentence.end
    if marked := page.by_start.get(start):
        return marked if _looks_like_a_name(marked.of(text)) else None
    if match := LATIN.match(text, start, sentence.end) or DOMAIN.match(text, start):
        return Stretch(match.start(), match.end())
    if noun.kind in NAMED_BY_OWNER:
        return None
    return next((n.stretch for n in page.doc.names if n.kind == "ORG" and n.stretch.start == start), None)


def _looks_like_a_name(inside: str) -> bool:
    return not inside[:1].islower() and len(inside.split()) <= LONGEST_NAME


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
    return noun.kind in NAMED_BY_OWNER and bool(owners & {"свой", "он", "она", "они", "его", "ее", "их"})


def _is_bare(sentence: Sentence, index: int) -> bool:
    """`пишет издание`, `собеседник агентства`, `немецкая газета`; not `агентство по туризму`."""
    token = sentence.tokens[index]
    below = [sentence.tokens[i] for i in sentence.children[index] if i > index]
    return token.has(Number="Sing") and not any(t.rel in ("nmod", "appos", "flat", "flat:name") for t in below)


def _heralded(page: _Page, number: int, sentence: Sentence) -> Iterator[Credit]:
    """`пишет «Вечерний Бор»`, `передаёт Bor Daily`, `в интервью Bor Daily`: a name that no table knows."""
    for index, token in enumerate(sentence.tokens):
        letters = "" if token.quoted else page.press.heralds.get(token.lemma, "")
        name = _named(page, sentence, index, HERALDED) if letters else None
        if name is not None and _is_an_outlet(page, name, letters):
            yield Credit(name, name.of(page.doc.text), HERALDED.kind, number, _head(sentence, name))


def _is_an_outlet(page: _Page, name: Stretch, letters: str) -> bool:
    if letters == "latin" and not LATIN.fullmatch(name.of(page.doc.text)):
        return False
    return not any(n.kind == "PER" and n.stretch.meets(name) for n in page.doc.names)


# --- domains, and mentions of the last outlet


def _domains(page: _Page, number: int, sentence: Sentence) -> Iterator[Credit]:
    text = page.doc.text
    addresses = [Stretch(m.start(), m.end()) for m in ADDRESS.finditer(text, sentence.start, sentence.end)]
    for match in DOMAIN.finditer(text, sentence.start, sentence.end):
        stretch = Stretch(match.start(), match.end())
        if not any(a.meets(stretch) for a in addresses):
            yield Credit(stretch, stretch.of(text), "site", number, _head(sentence, stretch))


def _head(sentence: Sentence, stretch: Stretch) -> int:
    """The token of the mention whose head stands outside it."""
    inside = range(sentence.at(stretch.start), min(sentence.at(stretch.end - 1) + 1, len(sentence.tokens)))
    return next(
        (i for i in inside if sentence.tokens[i].head not in inside and sentence.tokens[i].pos != "PUNCT"), inside[0]
    )


def _called_again(found: Iterable[Credit]) -> Iterator[Credit]:
    """`Издание полагает`: the last outlet of that kind; with none before it, no mention at all."""
    before: list[Credit] = []
    for credit in found:
        kinds = AGAIN.get(credit.kind, {credit.kind, "press"})
        last = credit if credit.name else next((c for c in reversed(before) if c.kind in kinds), None)
        if last is not None:
            before.append(replace(credit, name=last.name))
            yield before[-1]
