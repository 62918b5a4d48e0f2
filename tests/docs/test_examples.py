"""The pages of docs/: their examples run, and print what the pages say.

`<!-- runs with: spacy -->` begins what is run as one program, with the libraries that it needs. A block with a title is
a file that must be there; a `text` block is what the `python` block before it prints, and a `console` block is a
command with what it prints.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

DOCS = Path(__file__).parent.parent.parent / "docs"
PROGRAM = re.compile(r"<!-- runs with: (?P<needs>[\w ]+) -->(?P<body>.*?)(?=<!-- runs with: |\Z)", re.DOTALL)
BLOCK = re.compile(
    r"^```(?P<language>\w+)(?: title=\"(?P<title>[\w.]+)\")?\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)

PROGRAMS = [
    pytest.param(match["needs"].split(), match["body"], id=f"{page.stem}: {match['needs']}")
    for page in sorted(DOCS.rglob("*.md"))
    for match in PROGRAM.finditer(page.read_text(encoding="utf-8"))
]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("needs", "body"), PROGRAMS)
def test_examples_print_what_they_say(needs, body, tmp_path, monkeypatch, capsys):
    require(needs)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    names: dict[str, Any] = {}
    try:
        for block in BLOCK.finditer(body):
            run(block, names, capsys)
    finally:
        if "spark" in names:
            names["spark"].stop()


def run(block: re.Match[str], names: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    if block["title"]:
        Path(block["title"]).write_text(block["text"], encoding="utf-8")
    elif block["language"] == "python":
        exec(compile(block["text"], "an example", "exec", dont_inherit=True), names)
    elif block["language"] == "text":
        assert capsys.readouterr().out == block["text"]
    elif block["text"].startswith("$ quotex"):
        command, _, output = block["text"].removeprefix("$ ").partition("\n")
        done = subprocess.run(command, shell=True, capture_output=True, text=True, env=with_quotex())
        assert (done.stdout, done.stderr) == (output, "")


def with_quotex() -> dict[str, str]:
    """An environment in which `quotex` is the one that is tested."""
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def require(needs: list[str]) -> None:
    for name in needs:
        if name == "java":
            shutil.which("java") or pytest.skip("Spark needs Java 17, and there is none")
        else:
            pytest.importorskip(name, reason=f"{name} is not installed")
