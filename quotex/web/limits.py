"""How much is taken at a time: of one request, and of all of them together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a server does not go beyond.

    `body`: bytes of a request. `letters`: characters of an article; time grows faster than length, and a thread cannot
    be stopped. `articles`: of a batch. `seconds`: for reading a request, and then for its answer. `threads`: for
    extraction, which holds Python's lock, so that a second one makes nothing faster: it is there for the short article
    behind a long one. `waiting`: requests that may wait for a thread.
    """

    body: int = 1_000_000
    letters: int = 100_000
    articles: int = 100
    seconds: float = 30.0
    threads: int = 2
    waiting: int = 64
