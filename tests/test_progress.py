"""What a run says of itself on stderr."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from quotex.batch.journal import Tally
from quotex.batch.progress import Lines, Pace, summary


@pytest.mark.parametrize(
    ("tally", "said"),
    [
        (Tally(), "0 articles · 0 quotes · 0 errors"),
        (Tally(1, 1, 1), "1 article · 1 quote · 1 error"),
        (Tally(12_345, 2, 3), "12,345 articles · 2 quotes · 3 errors"),
    ],
)
def test_summary(tally: Tally, said: str) -> None:
    assert summary(tally) == said


def test_speed_and_time_left_are_those_of_this_run() -> None:
    pace = Pace(Tally(articles=1000), read=2_000, total=4_000)
    pace.started -= 10
    assert pace.line(Tally(1040, 80, 10), 3_000) == "1,040 articles · 80 quotes · 10 errors · 5.0/s · 0:10 left"


def test_hours_left() -> None:
    pace = Pace(Tally(), read=0, total=1_000)
    pace.started -= 10
    assert pace.line(Tally(), 1).endswith(" · 2:46:30 left")


def test_size_unknown_time_unknown() -> None:
    pace = Pace(Tally(), read=0, total=0)
    assert "left" not in pace.line(Tally(5), 0)


def test_lines_come_now_and_then() -> None:
    said = StringIO()
    lines = Lines(Console(file=said, width=100), Pace(Tally(), read=0, total=0), every=3600)
    for articles in range(100):
        lines.update(Tally(articles), 0)
    assert said.getvalue() == ""
    lines = Lines(Console(file=said, width=100), Pace(Tally(), read=0, total=0), every=0)
    lines.update(Tally(7), 0)
    lines.close(Tally(8), " · stopped")
    first, second = said.getvalue().splitlines()
    assert first.startswith("7 articles")
    assert second.startswith("8 articles")
    assert second.endswith("stopped")


def test_progress_is_a_bar_on_a_terminal(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text((json.dumps({"text": "«Мост откроют в мае», — сказал мэр."}) + "\n") * 300)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "quotex", "convert", str(source), "-o", "/dev/null"]
    with subprocess.Popen(command, stderr=theirs, env={**os.environ, "COLUMNS": "120", "TERM": "xterm"}) as run:
        os.close(theirs)
        seen = b"".join(everything(ours)).decode()
    assert run.returncode == 0
    assert "━" in seen
    assert " left" in seen
    assert "300 articles · 300 quotes · 0 errors" in seen


def everything(terminal: int) -> Iterator[bytes]:
    try:
        while part := os.read(terminal, 4096):
            yield part
    except OSError:  # the other side has closed it
        os.close(terminal)
