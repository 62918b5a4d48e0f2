"""What tests share: the models, loaded once, and texts as Docs; a browser for the tests of pages."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import pytest

from quotex.engine import Engine
from quotex.extractor import Extractor
from quotex.marks import pair
from quotex.parse import Doc, parse
from quotex.segment import sentences
from quotex.sketch import Source

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


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


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A browser, without a window."""
    driver = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pip install 'quotex[dev-web]'"
    )
    if CHROMIUM is None:
        pytest.skip("there is no chromium: install it with the system's packages")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def _source(text: str) -> Source:
    quotations = pair(text)
    return Source(text, sentences(text, quotations), [], quotations)
