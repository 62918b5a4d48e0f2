"""Worker processes. Whichever of them dies is replaced; what it was at is tried again, line by line."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess

from quotex.batch.lines import Chunk
from quotex.jsonl import Outcome

Work = Callable[[Sequence[bytes]], list[Outcome]]
AHEAD = 4  # chunks in flight for each worker: enough that one slow chunk does not idle the others
TRIES = 2  # for a line on its own, after which it counts as the culprit


class CrewError(Exception):
    """No worker can be had."""


@dataclass(slots=True)
class _Pending:
    """A chunk in flight, and what is known of its lines."""

    chunk: Chunk
    outcomes: list[Outcome | None]

    @property
    def done(self) -> bool:
        return None not in self.outcomes


@dataclass(frozen=True, slots=True)
class _Task:
    """Lines of a chunk, from an offset on, for one worker."""

    pending: _Pending
    offset: int
    raw: tuple[bytes, ...]
    deaths: int = 0

    def settle(self, outcomes: Sequence[Outcome]) -> None:
        self.pending.outcomes[self.offset : self.offset + len(self.raw)] = outcomes

    def split(self) -> Iterator[_Task]:
        return (_Task(self.pending, self.offset + n, (line,)) for n, line in enumerate(self.raw))


class _Worker:
    """A process at the other end of a pipe."""

    def __init__(self, context: BaseContext, hire: Callable[[], Work]) -> None:
        self._pipe, other = context.Pipe()
        self._process: BaseProcess = context.Process(target=_serve, args=(other, self._pipe, hire), daemon=True)  # type: ignore[attr-defined]
        self._process.start()
        other.close()
        self.task: _Task | None = None
        self._expect_ready()

    def fileno(self) -> int:
        return self._pipe.fileno()

    def give(self, task: _Task) -> None:
        """Raises OSError where the process is dead."""
        self._pipe.send(task.raw)
        self.task = task

    def take(self) -> list[Outcome]:
        """Raises EOFError or OSError where the process is dead."""
        outcomes: list[Outcome] = self._pipe.recv()
        return outcomes

    def end(self) -> int | None:
        """The exit code: minus the signal's number for a process that was killed."""
        self._pipe.close()
        self._process.kill()
        self._process.join()
        return self._process.exitcode

    def _expect_ready(self) -> None:
        try:
            self._pipe.recv()
        except (EOFError, OSError) as error:
            raise CrewError("the worker processes do not start") from error


def _serve(pipe: Connection, parents: Connection, hire: Callable[[], Work]) -> None:
    """A worker's life: lines in, outcomes out, until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group: the parent alone decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parents.close()  # a copy that fork left here: as long as it is open, the parent's death is not seen
    work = hire()
    try:
        pipe.send(None)
        while True:
            pipe.send(work(pipe.recv()))
    except (EOFError, OSError):
        return


@dataclass(slots=True)
class _Desk:
    """What is to be done, what is being done, and in which order it must come out."""

    queue: deque[_Task] = field(default_factory=deque)
    pending: deque[_Pending] = field(default_factory=deque)

    def admit(self, chunk: Chunk) -> None:
        pending = _Pending(chunk, [None] * len(chunk))
        self.pending.append(pending)
        self.queue.append(_Task(pending, 0, tuple(line.raw for line in chunk)))

    def bury(self, task: _Task, code: int | None) -> None:
        """A worker died over this task: its lines are tried one by one, a single one once more, then never again."""
        if len(task.raw) > 1:
            self.queue.extendleft(reversed(list(task.split())))
        elif task.deaths + 1 < TRIES:
            self.queue.appendleft(_Task(task.pending, task.offset, task.raw, task.deaths + 1))
        else:
            task.settle([Outcome(error=f"the worker process died over this line ({_cause(code)})")])

    def ready(self) -> Iterator[_Pending]:
        while self.pending and self.pending[0].done:
            yield self.pending.popleft()


class Crew:
    """A fixed number of workers. Use it in a `with` statement: at its end they are gone."""

    def __init__(self, hire: Callable[[], Work], size: int, context: BaseContext | None = None) -> None:
        """`hire` is called in each new process and makes what does its work there."""
        self._context, self._hire, self._size = context or default_context(), hire, size
        self._workers: list[_Worker] = []

    def __enter__(self) -> Crew:
        self._workers = [self._new() for _ in range(self._size)]
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.end()

    def run(self, chunks: Iterable[Chunk]) -> Iterator[tuple[Chunk, list[Outcome]]]:
        """Every chunk with the outcomes of its lines, in order; no more than a few chunks are read ahead."""
        desk, source = _Desk(), iter(chunks)
        while self._fill(desk, source):
            self._give(desk)
            self._take(desk)
            for pending in desk.ready():
                yield pending.chunk, [outcome for outcome in pending.outcomes if outcome]

    def _fill(self, desk: _Desk, source: Iterator[Chunk]) -> bool:
        while len(desk.pending) < AHEAD * self._size and (chunk := next(source, None)):
            desk.admit(chunk)
        return bool(desk.pending)

    def _give(self, desk: _Desk) -> None:
        for place, worker in enumerate(self._workers):
            if worker.task is None and desk.queue:
                self._give_one(place, desk)

    def _give_one(self, place: int, desk: _Desk) -> None:
        task = desk.queue.popleft()
        try:
            self._workers[place].give(task)
        except OSError:  # it died with nothing to do, which is nobody's fault
            self._replace(place)
            desk.queue.appendleft(task)

    def _take(self, desk: _Desk) -> None:
        busy = [worker for worker in self._workers if worker.task]
        for worker in wait(busy) if busy else ():
            self._take_one(self._workers.index(worker), desk)  # type: ignore[arg-type]

    def _take_one(self, place: int, desk: _Desk) -> None:
        worker = self._workers[place]
        task, worker.task = worker.task, None
        assert task
        try:
            task.settle(worker.take())
        except (EOFError, OSError):
            desk.bury(task, self._replace(place))

    def _replace(self, place: int) -> int | None:
        code = self._workers[place].end()
        self._workers[place] = self._new()
        return code

    def _new(self) -> _Worker:
        return _Worker(self._context, self._hire)


def default_context() -> BaseContext:
    """Fork, which shares the loaded models; spawn where there is none, and on macOS, whose own libraries fork breaks."""
    fork = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    return multiprocessing.get_context("fork" if fork else "spawn")


def _cause(code: int | None) -> str:
    return signal.Signals(-code).name if code and code < 0 else f"exit code {code}"
