"""Worker processes. Whichever of them dies is replaced; what it was at is tried again, line by line."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkContext, SpawnContext

from quotex.batch.lines import Chunk
from quotex.jsonl import Outcome

Work = Callable[[Sequence[bytes]], list[Outcome]]
Context = ForkContext | SpawnContext
AHEAD = 4  # chunks in flight for each worker: enough that one slow chunk does not idle the others
GRACE = 1.0  # seconds for a process whose pipe has closed to end by itself
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
    """A process at the other end of a pipe; another one after its death."""

    def __init__(self, context: Context, hire: Callable[[], Work]) -> None:
        self._context, self._hire = context, hire
        self.task: _Task | None = None
        self._start()

    def give(self, task: _Task) -> bool:
        """Whether the process took it; where not, it is dead."""
        try:
            self.pipe.send(task.raw)
        except OSError:
            return False
        self.task = task
        return True

    def take(self) -> tuple[_Task, list[Outcome] | None]:
        """The task and what came of it: nothing, where the process died over it."""
        task, self.task = self.task, None
        assert task
        try:
            return task, self.pipe.recv()
        except (EOFError, OSError):
            return task, None

    def revive(self) -> int | None:
        """Puts a new process in the place of a dead one; returns its exit code: minus the signal that killed it."""
        self._process.join(GRACE)
        self.end()
        code = self._process.exitcode
        self._start()
        return code

    def end(self) -> None:
        self.pipe.close()
        self._process.kill()
        self._process.join()

    def _start(self) -> None:
        self.pipe, other = self._context.Pipe()
        self._process = self._context.Process(target=_serve, args=(other, self.pipe, self._hire), daemon=True)
        self._process.start()
        other.close()
        self._expect_ready()

    def _expect_ready(self) -> None:
        try:
            self.pipe.recv()
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

    def finished(self) -> Iterator[tuple[Chunk, list[Outcome]]]:
        while self.pending and self.pending[0].done:
            pending = self.pending.popleft()
            yield pending.chunk, [outcome for outcome in pending.outcomes if outcome]


class Crew:
    """A fixed number of workers. Use it in a `with` statement: at its end they are gone."""

    def __init__(self, hire: Callable[[], Work], size: int, context: Context | None = None) -> None:
        """`hire` is called in each new process and makes what does its work there."""
        self._context, self._hire, self._size = context or default_context(), hire, size
        self._workers: list[_Worker] = []

    def __enter__(self) -> Crew:
        self._workers.extend(_Worker(self._context, self._hire) for _ in range(self._size))
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
            yield from desk.finished()

    def _fill(self, desk: _Desk, source: Iterator[Chunk]) -> bool:
        while len(desk.pending) < AHEAD * self._size and (chunk := next(source, None)):
            desk.admit(chunk)
        return bool(desk.pending)

    def _give(self, desk: _Desk) -> None:
        for worker in self._workers:
            while desk.queue and not worker.task:
                if worker.give(desk.queue[0]):
                    desk.queue.popleft()
                else:
                    worker.revive()  # it died with nothing to do, which is nobody's fault

    def _take(self, desk: _Desk) -> None:
        ready = wait([worker.pipe for worker in self._workers if worker.task])
        for worker in [worker for worker in self._workers if worker.pipe in ready]:
            task, outcomes = worker.take()
            if outcomes is None:
                desk.bury(task, worker.revive())
            else:
                task.settle(outcomes)


def default_context() -> Context:
    """Fork, which shares the loaded models; spawn where there is none, and on macOS, whose own libraries it breaks."""
    if "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin":
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def _cause(code: int | None) -> str:
    return signal.Signals(-code).name if code and code < 0 else f"exit code {code}"
