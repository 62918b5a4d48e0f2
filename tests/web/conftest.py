"""Servers to ask: a real uvicorn on a free port, in a thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import Thread
from time import sleep
from typing import Any

import pytest

from quotex.extractor import Extractor

Serving = Callable[..., AbstractContextManager[str]]


@pytest.fixture(scope="session")
def serving(extractor: Extractor) -> Serving:
    """Serves with such limits, or in place of an extractor something else; gives the address."""
    import uvicorn

    from quotex.web import create

    @contextmanager
    def run(limits: Any = None, instead: Any = None) -> Iterator[str]:
        server = uvicorn.Server(uvicorn.Config(create(instead or extractor, limits), port=0, log_level="critical"))
        thread = Thread(target=server.run)
        thread.start()
        while not server.started:
            sleep(0.01)
        try:
            yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()

    return run


@pytest.fixture(scope="session")
def address(serving: Serving) -> Iterator[str]:
    """A server as it comes."""
    with serving() as url:
        yield url


@pytest.fixture
def requested() -> list[str]:
    """Every address that the page asked for."""
    return []


@pytest.fixture
def page(chromium: Any, address: str, requested: list[str]) -> Iterator[Any]:
    """The page, opened; whatever goes wrong in it fails the test."""
    context = chromium.new_context(locale="ru-RU", viewport={"width": 1280, "height": 800})
    page, wrong = context.new_page(), list[str]()
    page.set_default_timeout(5_000)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: requested.append(request.url))
    page.goto(address)
    yield page
    context.close()
    assert wrong == []
