"""What the tests of the server share: how it is asked for, and limits that are soon reached."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

pytest.importorskip("fastapi", reason="fastapi is not installed: pip install 'quotex[web]'")
pytest.importorskip("uvicorn", reason="uvicorn is not installed: pip install 'quotex[web]'")
pytest.importorskip("httpx", reason="httpx is not installed: pip install 'quotex[dev-web]'")

import httpx

from quotex.web import Limits

__all__ = ["SMALL", "Serving", "httpx"]

Serving = Callable[..., AbstractContextManager[str]]
SMALL = Limits(body=2_000, letters=300, articles=2, seconds=0.3, threads=1, waiting=0)
