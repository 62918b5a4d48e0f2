"""Where a run's bytes go: a file of which readers see whole records only, or a pipe."""

from __future__ import annotations

import gzip
import os
import shutil
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
    def show(self) -> None: ...
    def finish(self) -> None: ...
    def close(self) -> None: ...


class FileOutput:
    """A file, packed where its name ends in `.gz`.

    It is made in `FILE.part`. A reader of a file that is being written to can see half a record, however it is written;
    so what readers see is a copy, put in its place at one stroke whenever the file has doubled, and at last the file.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._part, self._copy = path, part(path), path.with_name(f"{path.name}.new")
        self._part.touch()
        self._file = self._part.open("r+b", buffering=0)
        self._packs = path.suffix == ".gz"
        self._shown = 0
        self.size = self._file.seek(0, os.SEEK_END)

    def append(self, records: bytes) -> None:
        if records:
            self._write(gzip.compress(records, mtime=0) if self._packs else records)
        if self.size > 2 * self._shown:
            self.show()

    def keep(self) -> None:
        """Waits until all of it is on the disk itself."""
        os.fsync(self._file.fileno())

    def cut(self, size: int) -> None:
        """Goes back to an earlier size."""
        self._file.truncate(size)
        self.size = self._file.seek(size)

    def show(self) -> None:
        """Lets readers see what there is."""
        shutil.copyfile(self._part, self._copy)
        self._copy.replace(self._path)
        self._shown = self.size

    def finish(self) -> None:
        """Nothing more will come."""
        self._part.replace(self._path)
        self._copy.unlink(missing_ok=True)

    def close(self) -> None:
        self._file.close()

    def _write(self, records: bytes) -> None:
        rest = memoryview(records)
        while rest:
            rest = rest[self._file.write(rest) :]
        self.size += len(records)


def part(path: Path) -> Path:
    """Where an output is made."""
    return path.with_name(f"{path.name}.part")


class StreamOutput:
    """A pipe, a terminal or a device, which takes nothing back."""

    size = 0

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write

    def append(self, records: bytes) -> None:
        self._write(records)

    def keep(self) -> None: ...
    def cut(self, size: int) -> None: ...
    def show(self) -> None: ...
    def finish(self) -> None: ...
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
