"""The pictures of docs/pictures/: small, in use, and what quotex shows today."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PICTURES = sorted((ROOT / "docs" / "pictures").iterdir())
TEXTS = [path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))]
MOST = 200_000  # bytes


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_pictures_are_small_and_shown(picture: Path) -> None:
    assert picture.stat().st_size <= MOST
    assert any(f"pictures/{picture.name}" in text for text in TEXTS)


def test_pictures_that_are_shown_are_there() -> None:
    shown = {name for text in TEXTS for name in re.findall(r"pictures/([\w.-]+)", text)}
    assert shown == {picture.name for picture in PICTURES}


def test_the_terminal_shows_what_the_command_prints() -> None:
    drawn = (ROOT / "docs" / "pictures" / "terminal.svg").read_text(encoding="utf-8")
    words = "".join(re.findall(r"<text[^>]*>([^<]*)</text>", drawn))
    command, printed = re.split(r"(?<=2025-03-12)", unescape(words), maxsplit=1)
    arguments = command.replace("\xa0", " ").removeprefix("$ quotex ").split()
    done = subprocess.run(
        [sys.executable, "-m", "quotex", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "FORCE_COLOR": "1", "COLUMNS": "96"},
    )
    assert squeezed(printed) == squeezed(re.sub(r"\x1b\[[\d;]*m", "", done.stdout)), "take it again: make shots"


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
