"""Where a run's bytes go: a file that grows by whole records, or a pipe."""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

STDOUT = Path("-")


class Output(Protocol):
    """Takes whole records. `size` is what it has taken, as it lies on disk."""

    size: int

    def append(self, records: bytes) -> None: ...
    def keep(self) -> None: ...
    def cut(self, size: int) -> None: ...
    def close(self) -> None: ...


class FileOutput:
    """A file, packed where its name ends in `.gz`. What is appended goes out in one write, so that it ends whole."""

    def __init__(self, path: Path) -> None:
        path.touch()
        self._file = path.open("r+b", buffering=0)
        self._packs = path.suffix == ".gz"
        self.size = self._file.seek(0, os.SEEK_END)

    def append(self, records: bytes) -> None:
        if records:
            self._write(gzip.compress(records, mtime=0) if self._packs else records)

    def keep(self) -> None:
        """Waits until all of it is on the disk itself."""
        os.fsync(self._file.fileno())

    def cut(self, size: int) -> None:
        """Goes back to an earlier size."""
        self._file.truncate(size)
        self.size = self._file.seek(size)

    def close(self) -> None:
        self._file.close()

    def _write(self, records: bytes) -> None:
        rest = memoryview(records)
        while rest:
            rest = rest[self._file.write(rest) :]
        self.size += len(records)


class StreamOutput:
    """A pipe, a terminal or a device, which takes nothing back."""

    size = 0

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write

    def append(self, records: bytes) -> None:
        self._write(records)

    def keep(self) -> None: ...
    def cut(self, size: int) -> None: ...
    def close(self) -> None: ...


def opened(path: Path) -> Output:
    """Whatever the path stands for; `-` is stdout."""
    if path == STDOUT:
        return StreamOutput(_to_stdout)
    if path.exists() and not path.is_file():
        return StreamOutput(path.open("wb", buffering=0).write)
    return FileOutput(path)


def complaints() -> Output:
    """stderr, for want of a file of errors."""
    return StreamOutput(_to_stderr)


def _to_stdout(records: bytes) -> None:
    sys.stdout.buffer.write(records)
    sys.stdout.buffer.flush()


def _to_stderr(records: bytes) -> None:
    sys.stderr.write(records.decode())  # as text: a progress bar stands in for sys.stderr and writes it above itself
    sys.stderr.flush()
