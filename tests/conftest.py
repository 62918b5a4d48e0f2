"""What every test of parsed text shares: the models, loaded once, and texts as Docs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import pytest

from quotex.engine import Engine
from quotex.extractor import Extractor
from quotex.marks import pair
from quotex.parse import Doc, Source, parse
from quotex.segment import sentences


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine.load()


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The whole of quotex, with the words it comes with."""
    return Extractor()


@pytest.fixture(scope="session")
def parsed_all(engine: Engine) -> Callable[[Sequence[str]], list[Doc]]:
    """Texts to Docs, all through the models together."""
    return lambda texts: list(parse(engine, [_source(text) for text in texts]))


@pytest.fixture(scope="session")
def parsed(parsed_all: Callable[[Sequence[str]], list[Doc]]) -> Callable[[str], Doc]:
    """A text to its Doc; the same text is parsed once."""
    return lru_cache(maxsize=None)(lambda text: parsed_all([text])[0])


def _source(text: str) -> Source:
    quotations = pair(text)
    return Source(text, sentences(text, quotations), [], quotations)
