"""Words of a sentence: razdel's tokens, but an address (`bor.ru`) is one word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quotex.engine.tokens import tokens
from quotex.morph import is_known, is_past
from quotex.span import Stretch

Word = tuple[int, int, str]  # start, end, text

ENDINGS = (
    "ru|ру|рф|рус|su|com|net|org|info|biz|pro|ua|by|kz|uz|kg|tj|tm|az|am|ge|md|lv|lt|ee|pl|cz|sk|hu|ro|bg|rs|gr|tr|il|"
    "tv|uk|ie|de|at|ch|nl|be|fr|es|pt|it|us|ca|au|nz|br|mx|cn|jp|kr|eu|news|media|today|online|io|me|fm|app|gov|edu"
)
DOMAIN = re.compile(
    rf"(?<![\w@/.-])(?:[a-zа-яё0-9][a-zа-яё0-9-]*\.)+(?:{ENDINGS})(?![\w/-]|\]\()",
    re.IGNORECASE,
)

INNER_STOP = re.compile(r"\.\w")  # no domain is without one, and most sentences are
LONGEST_WHOLE = 4  # letters of a word that is never two
SHORTEST_LOWER = 10  # letters of two words glued without a capital: августарассказала
CASE_SEAM = re.compile(r"([а-яё]{2,})(?:[А-ЯЁA-Z]{2,}|[А-ЯЁ][а-яё]{2,})")  # поТАСС, вчераИванов
PAST = re.compile(r"(?:л|ла|ло|ли|лся|лась|лись)$")
PREFIXES = {"пере", "недо", "само", "видео", "авто", "теле", "фото", "авиа", "радио", "псевдо", "взаимо", "кибер"}


def words_of(text: str, sentence: Stretch) -> list[Word]:
    """The sentence's words with their places in the text."""
    content = sentence.of(text)
    cut = tokens(content)
    if domains := list(domains_in(content, Stretch(0, len(content)))):
        cut = list(_joined(content, cut, domains))
    if any(seam(word) for _, _, word in cut):
        cut = [part for word in cut for part in _unglued(word)]
    return [(sentence.start + start, sentence.start + end, word) for start, end, word in cut]


def domains_in(text: str, within: Stretch) -> Iterator[Stretch]:
    """Where `bor.ru` and its like stand."""
    if INNER_STOP.search(text, within.start, within.end):
        yield from (Stretch(*match.span()) for match in DOMAIN.finditer(text, within.start, within.end))


def _unglued(word: Word) -> Iterator[Word]:
    """`поТАСС`, `Журавельзаявил`: two words whose space was lost with a link between them."""
    start, end, text = word
    cut = start + seam(text)
    yield from [(start, cut, text[: cut - start]), (cut, end, text[cut - start :])] if cut > start else [word]


@lru_cache(maxsize=20_000)
def seam(text: str) -> int:
    """Where the second of two words glued together begins; 0 where there is one word."""
    if len(text) <= LONGEST_WHOLE:
        return 0
    if match := CASE_SEAM.match(text):
        return match.end(1) if is_known(match[1]) else 0
    if len(text) < SHORTEST_LOWER or not PAST.search(text) or is_known(text):
        return 0
    return next((at for at in range(3, len(text) - 4) if _are_words(text[:at], text[at:])), 0)


def _are_words(left: str, right: str) -> bool:
    """`августа` + `рассказала`, `Кадыров` + `опубликовал`: a name or known word, and a verb in the past."""
    if not is_past(right):
        return False
    return is_known(left) if left.islower() else left[1:].islower() and left.lower() not in PREFIXES and len(left) > 3


def _joined(content: str, cut: list[Word], domains: list[Stretch]) -> Iterator[Word]:
    starts, ends = {start for start, _, _ in cut}, {end for _, end, _ in cut}
    addresses = [(d.start, d.end) for d in domains if d.start in starts and d.end in ends]
    for word in cut:
        inside = next(((start, end) for start, end in addresses if start <= word[0] < end), None)
        if inside is None:
            yield word
        elif inside[0] == word[0]:
            yield *inside, content[slice(*inside)]
