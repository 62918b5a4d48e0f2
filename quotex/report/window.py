"""The stretch of time that a report shows, in days, weeks, months or years: never more than fit on a plot."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Literal

Grain = Literal["day", "week", "month", "year"]
GRAINS: tuple[Grain, ...] = ("day", "week", "month", "year")
PERIODS = 62  # of a plot; beyond that, the next coarser ones
YEARS = range(1900, 2200)  # other years are slips of the pen, or history
TAIL = 0.05  # of the quotes at either end may lie far away: «в 1961 году» they said something too


@dataclass(frozen=True, slots=True)
class Window:
    """The first days of its periods, in order, and the day after the last one."""

    grain: Grain = "day"
    starts: tuple[date, ...] = ()
    end: date = date.min

    def place(self, day: date) -> int | None:
        """The period of a day, from 0; None where it lies outside."""
        inside = self.starts and self.starts[0] <= day < self.end
        return bisect_right(self.starts, day) - 1 if inside else None


def window(days: Mapping[date, int]) -> Window:
    """The window that holds these days, each with its number of quotes, but for a few far away."""
    known = {day: count for day, count in sorted(days.items()) if day.year in YEARS}
    if not known:
        return Window()
    first, last = _fence(known)
    cuts = [(grain, _starts(grain, first, last)) for grain in GRAINS]
    grain, starts = next((cut for cut in cuts if len(cut[1]) <= PERIODS), cuts[-1])
    return Window(grain, starts, _following(grain, starts[-1]))


def _fence(days: Mapping[date, int]) -> tuple[date, date]:
    """The first and the last day, as long as they are not much farther out than nearly all others."""
    low, high = _quantile(days, TAIL), _quantile(days, 1 - TAIL)
    allowance = (high - low) / 4 + timedelta(days=7)
    near = [day for day in days if low - allowance <= day <= high + allowance]
    return near[0], near[-1]


def _quantile(days: Mapping[date, int], share: float) -> date:
    reached = accumulate(days.values())
    bound = share * sum(days.values())
    return next(day for day, count in zip(days, reached, strict=True) if count >= bound)


def _starts(grain: Grain, first: date, last: date) -> tuple[date, ...]:
    return tuple(_from(grain, _start(grain, first), last))


def _from(grain: Grain, start: date, last: date) -> Iterator[date]:
    while start <= last:
        yield start
        start = _following(grain, start)


def _start(grain: Grain, day: date) -> date:
    match grain:
        case "day":
            return day
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "year":
            return day.replace(month=1, day=1)


def _following(grain: Grain, start: date) -> date:
    ahead = {"day": 1, "week": 7, "month": 31, "year": 366}[grain]  # from its first day, into the next one
    return _start(grain, start + timedelta(days=ahead))
