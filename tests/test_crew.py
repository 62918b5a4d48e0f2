"""Workers are real processes here, and really die; only what they do is made up."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from quotex.batch.crew import AHEAD, Crew, CrewError, Work
from quotex.batch.lines import LINES, Chunk, Line, Place, chunks
from quotex.jsonl import Outcome


def lines(count: int) -> Iterator[Line]:
    return (Line(Place(0, n), str(n).encode(), 0) for n in range(1, count + 1))


def results(work: Work, given: Iterable[Line], workers: int = 2) -> list[Outcome]:
    """The outcomes of all lines, after a check that they came in the order of the lines."""
    with Crew(lambda: work, workers) as crew:
        done = [pair for chunk, outcomes in crew.run(chunks(given)) for pair in zip(chunk, outcomes, strict=True)]
    assert [line.place for line, _ in done] == sorted(line.place for line, _ in done)
    return [outcome for _, outcome in done]


def echo(raw: Sequence[bytes]) -> list[Outcome]:
    return [Outcome(line) for line in raw]


def outputs(found: Iterable[Outcome]) -> list[bytes]:
    return [outcome.output for outcome in found]


def numbers(*given: int) -> list[bytes]:
    return [str(n).encode() for n in given]


def test_outcomes_come_in_order_though_the_first_chunk_is_slow() -> None:
    def work(raw: Sequence[bytes]) -> list[Outcome]:
        time.sleep(0.2 if b"1" in raw else 0)
        return echo(raw)

    assert outputs(results(work, lines(5 * LINES))) == numbers(*range(1, 5 * LINES + 1))


def test_no_more_than_a_few_chunks_are_read_ahead() -> None:
    read: list[Chunk] = []

    def source() -> Iterator[Chunk]:
        for chunk in chunks(lines(50 * LINES)):
            read.append(chunk)
            yield chunk

    with Crew(lambda: echo, 2) as crew:
        for number, _ in enumerate(crew.run(source()), 1):
            assert len(read) <= number + 2 * AHEAD


def die_once(flag: Path, line: bytes, raw: Sequence[bytes]) -> list[Outcome]:
    """Dies at a line, but at the first time only: as when the system kills whoever has the most memory."""
    if line in raw and not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return echo(raw)


def die_at(line: bytes, raw: Sequence[bytes]) -> list[Outcome]:
    if line in raw:
        os.kill(os.getpid(), signal.SIGKILL)
    return echo(raw)


def leave_at(line: bytes, raw: Sequence[bytes]) -> list[Outcome]:
    if line in raw:
        os._exit(7)
    return echo(raw)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_worker_costs_nothing(tmp_path: Path, workers: int) -> None:
    found = results(partial(die_once, tmp_path / "flag", b"40"), lines(100), workers)
    assert (tmp_path / "flag").exists()
    assert outputs(found) == numbers(*range(1, 101))


@pytest.mark.parametrize(("work", "said"), [(die_at, "SIGKILL"), (leave_at, "exit code 7")])
def test_the_line_that_kills_becomes_an_error_and_no_other(work: Callable[..., list[Outcome]], said: str) -> None:
    found = results(partial(work, b"40"), lines(100))
    assert outputs(found) == [*numbers(*range(1, 40)), b"", *numbers(*range(41, 101))]
    assert [n for n, outcome in enumerate(found, 1) if outcome.error] == [40]
    assert said in (found[39].error or "")


def test_workers_killed_from_outside_at_any_time_cost_nothing() -> None:
    def work(raw: Sequence[bytes]) -> list[Outcome]:
        time.sleep(0.002)
        return echo(raw)

    with Crew(lambda: work, 2) as crew:
        found = []
        for number, (_, outcomes) in enumerate(crew.run(chunks(lines(30 * LINES)))):
            found += outcomes
            if number % 7 == 0:
                os.kill(multiprocessing.active_children()[-1].pid or 0, signal.SIGKILL)
    assert outputs(found) == numbers(*range(1, 30 * LINES + 1))


def test_nobody_is_left_behind() -> None:
    with Crew(lambda: echo, 2) as crew:
        next(crew.run(chunks(lines(100))))
    assert not multiprocessing.active_children()


def hire_nobody() -> Work:
    os._exit(3)


def hire_echo() -> Work:
    return echo


def test_workers_that_do_not_start_are_told_of() -> None:
    with pytest.raises(CrewError, match="do not start"):
        Crew(hire_nobody, 1).__enter__()


def test_spawned_workers_do_the_same() -> None:
    with Crew(hire_echo, 1, multiprocessing.get_context("spawn")) as crew:
        found = [outcome for _, outcomes in crew.run(chunks(lines(3))) for outcome in outcomes]
    assert outputs(found) == numbers(1, 2, 3)
