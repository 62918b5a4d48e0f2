"""What the tests of the server share: how it is asked for, limits that are soon reached, and what a reader does."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="fastapi is not installed: pip install 'quotex[web]'")
pytest.importorskip("uvicorn", reason="uvicorn is not installed: pip install 'quotex[web]'")
pytest.importorskip("httpx", reason="httpx is not installed: pip install 'quotex[dev-web]'")

import httpx

from quotex.web import Limits

__all__ = ["ARTICLE", "SMALL", "Page", "Serving", "httpx", "read", "style"]

Serving = Callable[..., AbstractContextManager[str]]
SMALL = Limits(body=2_000, letters=300, articles=2, seconds=0.3, threads=1, waiting=0)
Page = Any  # playwright's
ARTICLE = """Мост открывают 😀

«Опоры стоят, — сказал ТАСС мэр Олег Нестеров. — Ждать недолго».
Он добавил, что проезд будет бесплатным.
По словам Анны Беловой, слухи о пошлине — «пустые разговоры»."""


def read(page: Page, text: str = ARTICLE, published: str = "2025-03-14", outlet: str = "") -> None:
    page.get_by_label("Текст статьи").fill(text)
    page.get_by_label("Дата публикации").fill(published)
    page.get_by_label("Издание").fill(outlet)
    page.get_by_role("button", name="Найти цитаты").click()
    page.locator("article").wait_for()


def style(element: Any, name: str) -> str:
    return str(element.evaluate("(element, name) => getComputedStyle(element).getPropertyValue(name)", name))
