"""What a run says of itself on stderr: a bar on a terminal, a line now and then elsewhere, or nothing."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from quotex.batch.journal import Tally

EVERY = 10.0  # seconds between the plain lines
REDRAW = 0.2  # seconds between two states of the bar


class Reporter(Protocol):
    """Is told of every chunk that is written."""

    def update(self, tally: Tally, read: int) -> None: ...
    def close(self, tally: Tally, note: str) -> None: ...


@dataclass(slots=True)
class Pace:
    """The speed since the start of this run, which may start in the middle of the inputs, with a tally of its own."""

    tally: Tally
    read: int
    total: int
    started: float = field(default_factory=time.monotonic)

    def line(self, tally: Tally, read: int) -> str:
        """`1,200 articles · 41.5/s · 3,410 quotes · 2 errors · 3:05 left`"""
        left = self._left(read)
        return f"{summary(tally)} · {self._rate(tally):,.1f}/s" + (f" · {_clock(left)} left" if left else "")

    def _rate(self, tally: Tally) -> float:
        return (tally.articles + tally.errors - self.tally.articles - self.tally.errors) / self._elapsed()

    def _left(self, read: int) -> float | None:
        """Seconds, by the bytes read; None where the inputs' size is unknown."""
        done = read - self.read
        return (self.total - read) * self._elapsed() / done if done > 0 and self.total > read else None

    def _elapsed(self) -> float:
        return max(time.monotonic() - self.started, 1e-6)


class Quiet:
    """Says nothing."""

    def update(self, tally: Tally, read: int) -> None: ...
    def close(self, tally: Tally, note: str) -> None: ...


class Lines:
    """A line every few seconds, and one at the end."""

    def __init__(self, console: Console, pace: Pace, every: float = EVERY) -> None:
        self._console, self._pace, self._every = console, pace, every
        self._next = time.monotonic() + every

    def update(self, tally: Tally, read: int) -> None:
        if time.monotonic() >= self._next:
            self._next += self._every
            self._say(self._pace.line(tally, read))

    def close(self, tally: Tally, note: str) -> None:
        self._say(f"{self._pace.line(tally, 0)}{note}")

    def _say(self, line: str) -> None:
        self._console.print(line, highlight=False, markup=False, soft_wrap=True)


class Bar:
    """A bar that no thread redraws: workers are forked from this process, and forks and threads don't mix."""

    def __init__(self, console: Console, pace: Pace) -> None:
        self._lines = Lines(console, pace)
        self._pace = pace
        self._bar = Progress(
            BarColumn(30), TextColumn("{task.description}"), console=console, auto_refresh=False, transient=True
        )
        self._task = self._bar.add_task("", total=pace.total or None)
        self._bar.start()
        self._next = 0.0

    def update(self, tally: Tally, read: int) -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + REDRAW
            self._bar.update(self._task, completed=read, description=self._pace.line(tally, read), refresh=True)

    def close(self, tally: Tally, note: str) -> None:
        self._bar.stop()
        self._lines.close(tally, note)


def reporter(pace: Pace, quiet: bool) -> Reporter:
    """The one that fits where stderr goes."""
    console = Console(stderr=True)
    if quiet:
        return Quiet()
    return Bar(console, pace) if console.is_terminal else Lines(console, pace)


def summary(tally: Tally) -> str:
    """`1,200 articles · 3,410 quotes · 2 errors`"""
    return " · ".join(f"{number:,} {name}{'' if number == 1 else 's'}" for number, name in _counts(tally))


def _counts(tally: Tally) -> tuple[tuple[int, str], ...]:
    return (tally.articles, "article"), (tally.quotes, "quote"), (tally.errors, "error")


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
