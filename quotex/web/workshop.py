"""Extraction beside the event loop: in a few threads, for a bounded number of requests, in bounded time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http import HTTPStatus
from threading import Event
from typing import TypeVar

from starlette.exceptions import HTTPException

from quotex.web.limits import Limits

Made = TypeVar("Made")
RETRY = {"Retry-After": "1"}


class Workshop:
    """Threads, and the places for those who wait for one."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._places = limits.threads + limits.waiting
        self._pool = ThreadPoolExecutor(limits.threads, thread_name_prefix="quotex")

    @contextmanager
    def place(self) -> Iterator[None]:
        """One of the places, for as long as the request is read and worked on. Raises HTTPException (503)."""
        if not self._places:
            raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, "too many requests at a time: try again", RETRY)
        self._places -= 1
        try:
            yield
        finally:
            self._places += 1

    async def make(self, work: Callable[[Event], Made]) -> Made:
        """What the work gives. It is told by the event when nobody waits for it any more. Raises HTTPException (504).

        A thread cannot be stopped: it is free again when the work ends, and until then others wait.
        """
        given_up = Event()
        job = asyncio.get_running_loop().run_in_executor(self._pool, work, given_up)
        try:
            return await asyncio.wait_for(job, self._limits.seconds)
        except TimeoutError:
            raise HTTPException(HTTPStatus.GATEWAY_TIMEOUT, self._late()) from None
        finally:
            given_up.set()

    def close(self) -> None:
        """No more work; what has not begun is dropped."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _late(self) -> str:
        return f"no answer within {self._limits.seconds:g} s: send less at a time, or try again later"
