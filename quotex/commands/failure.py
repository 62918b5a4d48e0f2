"""How a command ends when it cannot go on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

USAGE = 2


class CommandError(Exception):
    """One line for stderr that says what to do, and an exit code."""

    def __init__(self, line: str, code: int = USAGE) -> None:
        super().__init__(line)
        self.code = code


@contextmanager
def failing(*errors: type[Exception]) -> Iterator[None]:
    """Such errors end the command with their message."""
    try:
        yield
    except BrokenPipeError:
        raise
    except errors as error:
        raise CommandError(_line(error)) from error


def _line(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return " ".join(str(error).split())
