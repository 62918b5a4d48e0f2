"""What every request goes through before the app sees it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quotex.web.limits import Limits
from quotex.web.problem import problem
from quotex.web.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Gate:
    """Gives a place to each request with a body, and reads it whole, within the limits."""

    app: ASGIApp
    limits: Limits
    workshop: Workshop

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self.app(scope, receive, send)
            return
        try:
            with self.workshop.place():
                body = await self._body(Headers(scope=scope), receive)
                await self.app(scope, _again(body, receive), send)
        except HTTPException as error:
            answer = problem(HTTPStatus(error.status_code), error.detail, error.headers)
            await answer(scope, receive, send)

    async def _body(self, headers: Headers, receive: Receive) -> bytes:
        """The request's body. Raises HTTPException (413, 408)."""
        declared = headers.get("content-length", "0")
        self._measure(int(declared) if declared.isdecimal() else 0)
        try:
            async with asyncio.timeout(self.limits.seconds):
                return await self._read(receive)
        except TimeoutError:
            late = f"the request was not complete after {self.limits.seconds:g} s: send it faster"
            raise HTTPException(HTTPStatus.REQUEST_TIMEOUT, late, {"Connection": "close"}) from None

    async def _read(self, receive: Receive) -> bytes:
        body, more = bytearray(), True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
            self._measure(len(body))
        return bytes(body)

    def _measure(self, size: int) -> None:
        if size > self.limits.body:
            most = f"a request may have {self.limits.body:,} bytes: send less at a time"
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, most, {"Connection": "close"})


def _again(body: bytes, receive: Receive) -> Receive:
    """A body that was read, for the app to read; then whatever else the client says."""
    messages = iter(({"type": "http.request", "body": body},))

    async def read() -> Message:
        return next(messages, None) or await receive()

    return read
