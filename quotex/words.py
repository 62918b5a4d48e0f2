"""Words of a sentence: razdel's tokens, but an address (`bor.ru`) is one word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotex.engine.tokens import tokens
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


def words_of(text: str, sentence: Stretch) -> list[Word]:
    """The sentence's words with their places in the text."""
    content = sentence.of(text)
    cut = tokens(content)
    return [(sentence.start + start, sentence.start + end, word) for start, end, word in _joined(content, cut)]


def _joined(content: str, cut: list[Word]) -> Iterator[Word]:
    starts, ends = {start for start, _, _ in cut}, {end for _, end, _ in cut}
    spans = (match.span() for match in DOMAIN.finditer(content)) if "." in content else ()
    addresses = [(start, end) for start, end in spans if start in starts and end in ends]
    for word in cut:
        inside = next(((start, end) for start, end in addresses if start <= word[0] < end), None)
        if inside is None:
            yield word
        elif inside[0] == word[0]:
            yield *inside, content[slice(*inside)]
