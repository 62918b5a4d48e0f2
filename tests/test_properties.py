"""What holds for any text whatever."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotex import Extraction, Extractor

WORDS = [
    "сказал", "заявил", "сообщил", "что", "чтобы", "по словам", "Иванов", "Анна Белова", "мэр", "МЧС", "ТАСС", "он",
    "она", "министр", "вчера", "в пятницу", "28 января", "об этом", "считает", "призвал", "сделать", "назвал", "мост",
    "откроют", "готов", "отметив", "источник", "Кремль", "в Кремле", "сообщается", "как", "и", "но", "не", "Telegram",
]  # fmt: skip
MARKS = ["«", "»", "„", "“", "”", '"', "'", "—", "–", "-", "--", ",", ".", ":", ";", "!", "?", "…", "(", ")", "[", "]"]
SPACES = [" ", "  ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u00ad", "\u200b", "\u202f", "\ufeff", "\u2028", ""]
ODD = ["\x00", "ё", "e\u0301", "😀", "👩‍👩‍👧", "\ud83d", "\U0010ffff", "İ", "ﬁ", "A", "c", "سلام", "字", "\u202e", "№"]

articles = st.lists(st.sampled_from(WORDS + MARKS + SPACES + ODD + [" ", " ", " "]), max_size=80).map("".join)
anything = st.text(st.characters(), max_size=200)
fast = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def check(text: str, found: Extraction) -> None:
    """Spans lie in the text and are what they say; quotes stand in order, and inside their parents."""
    for number, quote in enumerate(found.quotes):
        spans = [*quote.spans, quote.cue, quote.speaker and quote.speaker.mention]
        spans += [quote.source and quote.source.mention, quote.date and quote.date.mention]
        for span in filter(None, spans):
            assert 0 <= span.start < span.end <= len(text)
            assert span.text == text[span.start : span.end]
        assert quote.text == " ".join(span.text for span in quote.spans)
        assert all(a.end <= b.start for a, b in zip(quote.spans, quote.spans[1:], strict=False))
        if quote.parent is not None:
            parent = found.quotes[quote.parent]
            assert quote.parent != number
            assert parent.spans[0].start <= quote.spans[0].start
            assert quote.spans[-1].end <= parent.spans[-1].end
    starts = [quote.spans[0].start for quote in found.quotes]
    assert starts == sorted(starts)


@fast
@given(text=articles)
def test_words_and_marks_in_any_order(text: str, extractor: Extractor) -> None:
    check(text, extractor.extract(text, published="2025-01-29"))


@fast
@given(text=anything)
def test_any_characters(text: str, extractor: Extractor) -> None:
    check(text, extractor.extract(text))


@settings(fast, max_examples=40)
@given(text=articles)
def test_the_same_text_gives_the_same(text: str, extractor: Extractor) -> None:
    assert extractor.extract(text) == next(extractor.pipe([text, "«Да», — сказал он."]))


@settings(fast, max_examples=20)
@given(texts=st.lists(articles, max_size=6))
def test_neighbours_in_a_batch_change_nothing(texts: list[str], extractor: Extractor) -> None:
    assert list(extractor.pipe(texts)) == [extractor.extract(text) for text in texts]


SECONDS = 20  # for what takes one or two
LONG = {
    "one quotation": "«" + "Мы готовы. " * 2000 + "», — сказал Иванов.",
    "one sentence": "Иванов сказал, что " + "мост откроют, и " * 3000 + "всё.",
    "opening marks": "«" * 5000 + "да",
    "pairs of marks": "«»" * 5000,
    "nested marks": "«да " * 300 + "нет» " * 300,
    "straight marks": '"' * 5001,
    "dashes": "— " * 5000,
    "cues": "сказал, что " * 200,
    "one word": "а" * 50_000,
    "no spaces": "сказал,что«да»—" * 200,
    "lines": "— Да.\n" * 1500,
}


@pytest.fixture
def hurry() -> Iterator[None]:
    """Ends a test that takes more than a few seconds."""
    old = signal.signal(signal.SIGALRM, _too_late)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, old)


def _too_late(*_: object) -> None:
    raise TimeoutError(f"took more than {SECONDS} s")


@pytest.mark.usefixtures("hurry")
@pytest.mark.parametrize("name", LONG)
def test_no_text_is_too_long(name: str, extractor: Extractor) -> None:
    check(LONG[name], extractor.extract(LONG[name]))
