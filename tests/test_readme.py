"""What the README shows is what happens."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PYTHON = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", README, re.DOTALL)
CONSOLE = re.findall(r"```console\n\$ (.*?)\n(.*?)```", README, re.DOTALL)
TARGETS = re.findall(r"(?:^|`)make (\w+)", README, re.MULTILINE)


def test_every_example_has_its_output() -> None:
    assert len(PYTHON) == README.count("```python") > 1
    assert len(CONSOLE) == README.count("```console") > 0


@pytest.mark.parametrize(("code", "output"), PYTHON)
def test_python_prints_what_is_shown(code: str, output: str) -> None:
    printed = StringIO()
    with redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {})
    assert printed.getvalue() == output


@pytest.mark.parametrize(("command", "output"), CONSOLE)
def test_console_prints_what_is_shown(command: str, output: str) -> None:
    done = subprocess.run(command, shell=True, capture_output=True, text=True, env=with_quotex())
    assert (done.stdout, done.stderr) == (output, "")


def with_quotex() -> dict[str, str]:
    """An environment in which `quotex` is the one that is tested."""
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


MAY = [
    ("2025-04-28", "«Мост почти готов», — сказал ТАСС мэр Олег Нестеров."),
    ("2025-05-06", "«Мост откроют к празднику», — сообщил во вторник РБК мэр Олег Нестеров."),
    ("2025-05-20", "По словам Олега Нестерова, за мостом построят развязку, передаёт Интерфакс."),
    ("2025-05-21", "Анна Гусева назвала мост «лишним». Олег Нестеров заявил, что школы закроют на ремонт."),
]


def test_the_query_answers_as_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed: pip install 'quotex[tables]'")
    (shown,) = re.findall(r"```sh\n([^`]*)```[^`]*```sql\n([^`]*)```\n\n```text\n([^`]*)```", README)
    command, query, answer = shown
    monkeypatch.chdir(tmp_path)
    lines = (json.dumps({"published": day, "text": text}) for day, text in MAY)
    Path("articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    subprocess.run(command, shell=True, check=True, env=with_quotex(), capture_output=True)
    assert "".join(" | ".join(map(str, row)) + "\n" for row in duckdb.sql(query).fetchall()) == answer


@pytest.mark.parametrize("target", sorted(set(TARGETS)))
def test_make_knows_the_targets(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_commands_have_the_options_that_are_told_of() -> None:
    told = set(re.findall(r"--[a-z][a-z-]*", README))
    command = [sys.executable, "-m", "quotex"]
    wide = {**os.environ, "COLUMNS": "300", "TERM": "dumb"}
    helps = [
        subprocess.run([*command, name, "--help"], capture_output=True, text=True, env=wide).stdout
        for name in ("extract", "convert", "evaluate")
    ]
    assert told <= set(re.findall(r"--[a-z-]+", "".join(helps)))
