"""Outlets of the table, by any of their names in any form: `«Ведомостям»`, `РИА "Новости"`, `INTERFAX.RU`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotex.lexicon.outlet import CHUNK, Alias, forms, is_cyrillic
from quotex.parse import Sentence
from quotex.source.credit import CLOSING, OPENING, Credit, Page, head_of, noun_of
from quotex.span import Stretch

GAP = re.compile(r"[ \u00a0\"«»“”„'’.+&/@—–―-]{1,3}")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,64}@\S+")
PUTS = re.compile(r"\bприв(?:од|[её]л)\w* (?:слова|сообщение|заявление|текст|мнение)(?: [^\s,;:«\"]+){0,5} [«\"]?$")
LATIN_TAIL = re.compile(r"[ \u00a0](?!(?:TV|News|Online|Live|FM)\b)[A-ZÀ-Ý][a-z]")
LATIN_HEAD = re.compile(r"\b(?!The\b|By\b|Via\b)[A-Z][a-z]+ $")
LONGEST_NAME = 5


def listed(page: Page, number: int, sentence: Sentence) -> Iterator[Credit]:
    """The outlets of the table in the sentence, in order."""
    words = _words(page.doc.text, sentence) if _may_name_one(page, sentence) else ()
    end = 0
    for at, word in enumerate(words):
        if at < end or not _begins_one(page, word.of(page.doc.text)):
            continue
        if match := _longest(page, sentence, words, at):
            alias, stretch = match
            yield Credit(stretch, alias.outlet.name, alias.outlet.kind, number, head_of(sentence, stretch))
            end = at + len(alias.words)


def _may_name_one(page: Page, sentence: Sentence) -> bool:
    return any(_begins_one(page, word) for word in CHUNK.findall(page.doc.text, sentence.start, sentence.end))


def _begins_one(page: Page, word: str) -> bool:
    return not page.press.aliases.keys().isdisjoint(forms(word))


def addresses(text: str, sentence: Sentence) -> list[Stretch]:
    """Where links and mail addresses stand."""
    content = sentence.stretch.of(text)
    if not any(sign in content for sign in ("@", "://", "www.")):
        return []
    return [Stretch(m.start(), m.end()) for m in ADDRESS.finditer(text, sentence.start, sentence.end)]


def _words(text: str, sentence: Sentence) -> list[Stretch]:
    """The words of the sentence outside addresses."""
    outside = addresses(text, sentence)
    words = [Stretch(m.start(), m.end()) for m in CHUNK.finditer(text, sentence.start, sentence.end)]
    return [w for w in words if not any(a.holds(w) for a in outside)] if outside else words


def _longest(page: Page, sentence: Sentence, words: Sequence[Stretch], at: int) -> tuple[Alias, Stretch] | None:
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
        not wanted.isdisjoint(forms(word.of(text))) for wanted, word in zip(alias.forms, part, strict=True)
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


def _is_plain(page: Page, sentence: Sentence, alias: Alias, stretch: Stretch) -> bool:
    """Whether a word that may also mean something else means the outlet here."""
    text = page.doc.text
    if not is_cyrillic(stretch.of(text)) and (LATIN_TAIL.match(text, stretch.end) or _is_tail(text, stretch)):
        return False
    if not alias.abbreviation and _is_of_a_longer_name(page, stretch):
        return False
    if not alias.ordinary and not alias.doubtful:
        return True
    marked = page.inside.get(stretch.start) == stretch
    before = sentence.at(stretch.start) - 1 - marked
    announced = before >= 0 and noun_of(sentence.tokens[before]) in page.press.nouns
    if alias.doubtful or announced:
        return announced or _is_credited(page, sentence, stretch, before)
    return not _titles(sentence, stretch, before) if marked else _is_a_name(page, sentence, stretch)


def _is_tail(text: str, stretch: Stretch) -> bool:
    """`ugra-‹news.ru›`, `Bor ‹Times›`: the rest of another address or name."""
    if " " not in stretch.of(text) and LATIN_HEAD.search(text, max(0, stretch.start - 20), stretch.start):
        return True
    return text[max(0, stretch.start - 1) : stretch.start] == "-" and "." in stretch.of(text)


def _is_of_a_longer_name(page: Page, stretch: Stretch) -> bool:
    """`«Известия Холл»`, `«Мтавари новости»`: the marks hold a longer name."""
    inner = page.inside.get(stretch.start)
    if inner is None or inner.end <= stretch.end or len(inner.of(page.doc.text).split()) > LONGEST_NAME:
        return False
    return bool(re.match(r"[ \u00a0]+\w|-[А-ЯЁ]", page.doc.text[stretch.end : inner.end]))


def _is_credited(page: Page, sentence: Sentence, stretch: Stretch, before: int) -> bool:
    """`сообщает ВВС.`, `корреспонденту «Труда»`, `приводит слова мэра «Труд»`; not `сообщили ВВС Израиля`."""
    if PUTS.search(page.doc.text, sentence.start, stretch.start):
        return True
    if before > 0 and sentence.tokens[before].lemma in ("на", "с"):
        before -= 1
    after = page.doc.text[stretch.end : stretch.end + 2].strip(CLOSING)
    return before >= 0 and sentence.tokens[before].lemma in page.press.neighbours and not after[1:].isupper()


def _titles(sentence: Sentence, stretch: Stretch, before: int) -> bool:
    """`завод «Звезда»`, `партия «Взгляд»`: a common noun announces something that is no outlet."""
    token = sentence.tokens[before] if before >= 0 else None
    name = sentence.tokens[sentence.at(stretch.start)]
    return token is not None and token.pos == "NOUN" and token.text.islower() and name.feats.get("Case", "Nom") == "Nom"


def _is_a_name(page: Page, sentence: Sentence, stretch: Stretch) -> bool:
    """An ordinary word without marks: where a capital is its own (not at the head) and no person or place is named."""
    kinds = {name.kind for name in page.named(stretch)}
    return "ORG" in kinds or (not kinds and stretch.start > sentence.tokens[0].end)
