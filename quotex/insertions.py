"""The author's words inside a pair of marks: `«Мы готовы, — сказал Песков. — Ждём ответа»`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from quotex.marks import DASH, Quotation
from quotex.morph import Reading, readings
from quotex.span import Stretch

SEGMENT = re.compile(
    rf"(?<=[,!?…])\s*{DASH}\s*(?P<words>[а-яё](?:«[^«»\n]{{1,60}}»|[^«»„“\n]){{3,260}}?)"
    rf"(?:(?:[.,!?…]\s*|\s+)(?P<dash>{DASH})\s*(?=[А-ЯЁа-яё«\"])"  # «Готово, — сказал он. — Ждём»
    r"|[.,]?\s*$"  # «Готово, — сказал он.»
    r"|(?<=[а-яё]{2})[.!?](?=\s+[А-ЯЁ]))"  # «Готово, — сказал он. Ждём»
)
# «Деньги? — 71-летний Роберт Айри разводит руками. — Покажите мне»
GESTURE = re.compile(r"(?<=[,!?…])\s*[—–―]\s*(?P<words>[А-ЯЁ\d][^«»„“\n—–―]{5,200}?)[.!?]\s*[—–―]\s*(?=[А-ЯЁ])")
HEAD = 4


def insertions(text: str, quotations: Iterable[Quotation], verbs: Collection[str]) -> list[Quotation]:
    """The quotations, each with its holes. `verbs`: lemmas of the verbs of speech."""
    return [replace(q, holes=tuple(_holes(text, q, verbs))) if q.depth == 0 else q for q in quotations]


def _holes(text: str, quotation: Quotation, verbs: Collection[str]) -> Iterator[Stretch]:
    inner = quotation.inner
    for match in SEGMENT.finditer(text[inner.start : inner.end]):
        if _speaks(match["words"], verbs) or (match["dash"] and _acts(match["words"])):
            yield Stretch(inner.start + match.start(), inner.start + match.end())
    for match in GESTURE.finditer(text[inner.start : inner.end]):
        if any(_acts(word) for word in re.findall(r"[а-яё]+", match["words"])):
            yield Stretch(inner.start + match.start(), inner.start + match.end())


def _speaks(words: str, verbs: Collection[str]) -> bool:
    """A verb of speech in the third person stands at the head of the words; not `— это сказал я`."""
    return not words.startswith("это ") and any(
        _is_speech(word, verbs) for word in re.findall(r"[а-яё-]+", words.lower())[:HEAD]
    )


def _acts(words: str) -> bool:
    """`— взорвался депутат. —`: between two dashes any verb in the third person will do."""
    return any(_is_told(r) for r in readings(words.split()[0].lower())[:1])


def _is_speech(word: str, verbs: Collection[str]) -> bool:
    return any(r.normal in verbs and _is_told(r) for r in readings(word))


def _is_told(reading: Reading) -> bool:
    """`сказал`, `говорит`: a verb in the third person or in the past."""
    return reading.part == "VERB" and not reading.grammemes.isdisjoint(("past", "3per"))
