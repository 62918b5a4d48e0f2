"""The pages of docs/: their examples run, and print what the pages say.

`<!-- runs with: spacy -->` begins what is run as one program, with the libraries that it needs. A block with a title is
a file that must be there; a `text` block is what the `python` block before it prints, and a `console` block is a
command with what it prints. `$ quotex serve` serves at a free port, until the program ends. A `marked` block holds
sentences with the quotes that must be found in them. A page in Russian (`*.ru.md`) has the blocks of the English one.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import marked
import pytest

from quotex.extractor import Extractor

DOCS = Path(__file__).parent.parent.parent / "docs"
PROGRAM = re.compile(r"<!-- runs with: (?P<needs>[\w ]+) -->(?P<body>.*?)(?=<!-- runs with: |\Z)", re.DOTALL)
BLOCK = re.compile(
    r"^```(?P<language>\w+)(?: title=\"(?P<title>[\w./]+)\")?\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)
MARKED_BLOCK = re.compile(r"^```marked\n(.*?)^```$", re.DOTALL | re.MULTILINE)

RUSSIAN = sorted(DOCS.glob("*.ru.md"))
PAGES = {page.stem: page.read_text(encoding="utf-8") for page in sorted({*DOCS.rglob("*.md")} - {*RUSSIAN})}
PROGRAMS = [
    pytest.param(match["needs"].split(), match["body"], id=f"{page}: {match['needs']}")
    for page, text in PAGES.items()
    for match in PROGRAM.finditer(text)
]
MARKED = [line for text in PAGES.values() for block in re.findall(MARKED_BLOCK, text) for line in block.splitlines()]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("needs", "body"), PROGRAMS)
def test_examples_print_what_they_say(needs, body, tmp_path, monkeypatch, capsys):
    require(needs)
    monkeypatch.chdir(tmp_path)
    if "pyspark" in needs:
        run_apart(body)
        return
    names: dict[str, Any] = {}
    with serving(body) as shown:
        for block in BLOCK.finditer(shown):
            run(block, names, capsys)


def run_apart(body: str) -> None:
    """A program of its own process: a JVM stays in the folder where the first Spark session of a process began."""
    blocks = [*BLOCK.finditer(body)]
    for block in blocks:
        if block["title"]:
            write(block)
    code, printed = ("".join(b["text"] for b in blocks if b["language"] == kind) for kind in ("python", "text"))
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment)
    assert done.stdout == printed, done.stderr


@contextmanager
def serving(body: str) -> Iterator[str]:
    """The program, with the address of its server, if it has one, in place of the one that the page shows."""
    if "\n$ quotex serve\n" not in body:
        yield body
        return
    command = [sys.executable, "-m", "quotex", "serve", "--port", "0"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr
        said = server.stderr.readline()
        shown = body.replace("http://127.0.0.1:8000", said.split()[1])
        assert f"\n$ quotex serve\n{said}" in shown
        yield shown
    finally:
        server.terminate()
        server.communicate()


def run(block: re.Match[str], names: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    if block["title"]:
        write(block)
    elif block["language"] == "python":
        exec(compile(block["text"], "an example", "exec", dont_inherit=True), names)
    elif block["language"] == "text":
        assert capsys.readouterr().out == block["text"]
    elif block["text"].startswith("$ quotex") and not block["text"].startswith("$ quotex serve"):
        command, _, output = block["text"].removeprefix("$ ").partition("\n")
        done = subprocess.run(command, shell=True, capture_output=True, text=True, env=with_quotex())
        assert (done.stdout, done.stderr) == (output, "")


def write(block: re.Match[str]) -> None:
    Path(block["title"]).parent.mkdir(exist_ok=True)
    Path(block["title"]).write_text(block["text"], encoding="utf-8")


def with_quotex() -> dict[str, str]:
    """An environment in which `quotex` is the one that is tested."""
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def require(needs: list[str]) -> None:
    for name in needs:
        if name == "java":
            shutil.which("java") or pytest.skip("Spark needs Java 17, and there is none")
        else:
            pytest.importorskip(name, reason=f"{name} is not installed")


@pytest.mark.parametrize("line", MARKED)
def test_marked_sentences_have_the_quotes_that_are_marked(line: str, extractor: Extractor) -> None:
    sentence = marked.read(line)
    assert marked.differences(sentence, extractor.extract(sentence.text)) == []


@pytest.mark.parametrize("page", RUSSIAN, ids=lambda page: page.stem)
def test_a_page_in_russian_has_the_blocks_of_the_english_one(page: Path) -> None:
    assert blocks(page.read_text(encoding="utf-8")) == blocks(PAGES[page.name.removesuffix(".ru.md")])


def blocks(text: str) -> list[str]:
    return [block[0] for block in BLOCK.finditer(text)]


@pytest.mark.parametrize("page", ["index", "recipes"])
def test_every_block_of_the_tour_runs(page: str) -> None:
    first, *programs = PAGES[page].split("<!-- runs with: ")
    assert blocks(first) == []
    assert [block for block in blocks("\n".join(programs)) if not runs(block)] == []


def runs(block: str) -> bool:
    run = ("```python\n", "```text\n", "```console\n$ quotex", "```console\npip install")
    return block.startswith(run) or "title=" in block.split("\n")[0]
