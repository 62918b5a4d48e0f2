"""Quotation marks paired, and the author's words inside them.

A row is a text in which `[…]` is what a pair of marks holds (nested as the marks are),
`{…}` the author's words inside it.
"""

from __future__ import annotations

from itertools import count

import pytest

from quotex.insertions import insertions
from quotex.marks import Quotation, pair
from quotex.span import Stretch

PAIRED = [
    # each kind of marks
    "Он сказал: «[Мы готовы]».",
    "Он сказал: „[Мы готовы]“.",
    "Он сказал: „[Мы готовы]”.",
    "Он сказал: “[Мы готовы]”.",
    'Он сказал: "[Мы готовы]".',
    "Он сказал: ''[Мы готовы]''.",
    "Он сказал: ``[Мы готовы]''.",
    'Он сказал: „[Мы готовы]", и уехал.',
    "«[Мы готовы]»",
    '"[Мы готовы]"',
    "«[Мы готовы]» «[Ждём]»",
    '"[Мы готовы]" "[Ждём]"',
    '("[Мы готовы]")',
    "«[Мы готовы]», — сказал он, — «[и ждём]».",
    # nested
    "«[Завод «[Искра]» закрыт]».",
    '«[Завод "[Искра]" закрыт]».',
    '"[Завод «[Искра]» закрыт]".',
    '"[Завод "[Искра]" закрыт]".',
    "«[Завод „[Искра]“ закрыт]».",
    "“[Завод “[Искра]” закрыт]”.",
    "«[«[Искра]» закрыта]».",
    "«[Закрыта «[Искра]»]».",
    "«[Один «[два «[три]»]»]»",
    # one mark closes both
    "«[Мы за «[Спартак]]», — сказал он.",
    "Он сказал: «[Мы за «[Спартак]]».",
    "«[Мы за «[Спартак]», — сказал он. — Всегда]».",
    # straight marks tell by their neighbours
    'Матч "[Спартак]" - "[Динамо]" отменён.',
    'Газета "[Бор]", сайт "[Бор-2]".',
    'Экран 15" стоит дорого. "[Мы готовы]", — сказал он.',
    "Д'Артаньян и О'Нил уехали.",
    'Он сказал:"[Мы готовы]".',
    # over paragraphs, the mark repeated at the head of each or not
    "«[Мост готов.¶Ему сто лет]», — сказал он.",
    "«[Мост готов.¶«Ему сто лет]», — сказал он.",
    "«[Мост готов.¶«Ему сто лет.¶«И всё]», — сказал он.",
    '"[Мост готов.¶"Ему сто лет]", — сказал он.',
    "«[Мост готов]».¶«[Ему сто лет]».",
    # stray and unclosed
    "Завод «Искра закрыт.",
    "Завод Искра» закрыт.",
    "Завод Искра» закрыт. «[Мы готовы]».",
    "Завод «Искра закрыт.¶Он стоял. «[Мы готовы]».",
    "Завод «Искра закрыт.¶«[Мы готовы]», — сказал он.",
    "«[Мы готовы, — сказал он.]¶«[Ждём]», — добавил он.",
    "«[Мы готовы]»», — сказал он.",
    "»Мы готовы«",
    # nothing between
    "«» и « »",
    '""',
    "",
]

INSERTED = [
    "«[Мы готовы,{ — сказал он. — }Ждём]».",
    "«[Мы готовы,{ – сказал он. – }Ждём]».",
    "«[Мы готовы,{ - сказал он. - }Ждём]».",
    "«[Мы готовы,{ -- сказал он. -- }Ждём]».",
    '"[Мы готовы,{ - сказал он. - }Ждём]".',
    "«[Мы,{ — сказал он, — }готовы]».",
    "«[Мы готовы?{ — спросил он. — }Ждём]».",
    "«[Тихо…{ — сказал он. — }Ждём]».",
    "«[Мы готовы,{ — сказал он. — }Ждём,{ — добавил он. — }Едем]».",
    "«[Мы готовы,{ — сказал мэр города «[Бор]». — }Ждём]».",
    "«[Мы готовы,{ — говорит он. — }Ждём]».",
    "«[Мы готовы,{ — взорвался депутат. — }Ждём]».",
    "«[Мы готовы,{ — сказал он.}]»",
    "«[Мы готовы]», — сказал он.",
    "«[Мост — чудо — открыт]».",
    "«[Мы, — я и сын, — готовы]».",
    "«[Мост готов, — большой, красивый]».",
    "Мы готовы, — сказал он. — Ждём.",
]


def _case(row: str) -> object:
    marks = [pytest.mark.xfail(strict=True)] if row.startswith("xfail ") else []
    return pytest.param(row.removeprefix("xfail "), marks=marks)


def _plain(row: str) -> str:
    """The text of a row, without `[ ] { }`."""
    return row.replace("¶", "\n").translate({ord(sign): None for sign in "[]{}"})


def _marked(text: str, quotations: list[Quotation]) -> str:
    """The text with each quotation's content in `[…]` and each hole in `{…}`."""
    order = count()
    starts = [(q.inner.start, next(order), "[") for q in quotations]
    starts += [(hole.start, next(order), "{") for q in quotations for hole in q.holes]
    ends = [(hole.end, -next(order), "}") for q in quotations for hole in q.holes]
    ends += [(q.inner.end, -len(quotations) - q.depth, "]") for q in quotations]
    at, found = 0, ""
    for place, _, sign in sorted(starts + ends, key=lambda p: (p[0], p[1])):
        found, at = found + text[at:place] + sign, place
    return (found + text[at:]).replace("\n", "¶")


@pytest.mark.parametrize("row", list(map(_case, PAIRED)))
def test_pairs(row: str) -> None:
    text = _plain(row)
    assert _marked(text, pair(text)) == row


@pytest.mark.parametrize("row", list(map(_case, INSERTED)))
def test_insertions(row: str) -> None:
    text = _plain(row)
    assert _marked(text, insertions(text, pair(text), {"сказать", "говорить", "спросить", "добавить"})) == row


def test_depth_counts_the_marks_around() -> None:
    assert [q.depth for q in pair("«Один «два „три“» четыре» «пять»")] == [0, 1, 2, 0]


def test_whole_has_the_marks_and_inner_has_not() -> None:
    (quotation,) = pair("Он: «Да».")
    assert (quotation.whole, quotation.inner) == (Stretch(4, 8), Stretch(5, 7))


def test_what_stands_in_a_hole_is_not_verbatim() -> None:
    text = "«Мы готовы, — сказал он. — Ждём»."
    (quotation,) = insertions(text, pair(text), {"сказать"})
    verbatim = [word for word in ("готовы", "сказал", "Ждём") if quotation.verbatim(_at(text, word))]
    assert verbatim == ["готовы", "Ждём"]


def _at(text: str, word: str) -> Stretch:
    return Stretch(text.index(word), text.index(word) + len(word))
