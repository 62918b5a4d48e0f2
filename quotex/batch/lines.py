"""The lines of the inputs, plain or gzipped, in chunks that a worker takes at a time."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

STDIN = Path("-")
GZIP = b"\x1f\x8b"
LINES, BYTES = 32, 1 << 20  # of a chunk, at most (but for a longer line)


class Place(NamedTuple):
    """A line by its input's index and its number there, from 1; places sort as the lines come."""

    input: int
    line: int


START = Place(0, 0)


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the end of an input that could be read no further (`fault` says why). `read`: bytes used up so far."""

    place: Place
    raw: bytes
    read: int
    fault: str | None = None


Chunk = tuple[Line, ...]


def chunks(lines: Iterable[Line]) -> Iterator[Chunk]:
    """The lines in groups that depend on nothing but the lines, so that a resumed run cuts as the first one did."""
    group: list[Line] = []
    size = 0
    for line in lines:
        group.append(line)
        size += len(line.raw)
        if len(group) == LINES or size >= BYTES:
            yield tuple(group)
            group, size = [], 0
    if group:
        yield tuple(group)


def read(inputs: Sequence[Path], after: Place = START) -> Iterator[Line]:
    """The lines of all inputs that come after a place and are not blank."""
    done = sum(map(size, inputs[: after.input]))
    for index, path in enumerate(inputs[after.input :], after.input):
        for line in _lines(path, index, done):
            if line.place > after and (line.fault or line.raw.strip()):
                yield line
        done += size(path)


def size(path: Path) -> int:
    """Bytes of an input; 0 for what has no size, such as a pipe."""
    return path.stat().st_size if path.is_file() else 0


def _lines(path: Path, index: int, done: int) -> Iterator[Line]:
    number = 0
    with _opened(path) as (file, stream):
        try:
            for number, raw in enumerate(stream, 1):
                yield Line(Place(index, number), raw, done + _position(file))
        except (OSError, EOFError, zlib.error) as error:
            yield Line(Place(index, number + 1), b"", done, f"{path} cannot be read further: {error}")


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, Iterable[bytes]]]:
    """A file as it is, and its lines; gzip is known by its first bytes, so that stdin may be gzipped too."""
    with open(sys.stdin.fileno() if path == STDIN else path, "rb", closefd=path != STDIN) as file:
        packed = file.peek(2)[:2] == GZIP
        yield file, io.BufferedReader(gzip.GzipFile(fileobj=file)) if packed else file


def _position(file: BinaryIO) -> int:
    return file.tell() if file.seekable() else 0
