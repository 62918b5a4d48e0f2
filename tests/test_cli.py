"""The command line, from the user's side: what goes to stdout, what to stderr, and the exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from quotex.cli import app
from quotex.model import Extraction

TEXT = "«Мост откроют в мае», — сказал мэр Олег Нестеров. Он добавил, что проезд будет бесплатным.\r\n"
Quotex = Callable[..., Result]


@pytest.fixture
def quotex(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Quotex:
    """Runs a command in a folder with `text.txt`, `in.jsonl` and `gold.jsonl`."""
    monkeypatch.chdir(tmp_path)
    Path("text.txt").write_bytes(TEXT.encode())
    Path("in.jsonl").write_text(json.dumps({"id": "1", "text": TEXT}))
    Path("gold.jsonl").write_text(json.dumps({"id": "1", "text": TEXT, "quotes": [GOLD]}))
    return lambda *options, data=None: CliRunner().invoke(app, [str(option) for option in options], input=data)


GOLD = {
    "kind": "direct",
    "spans": [[1, 19]],
    "cue": [24, 30],
    "speaker": {"names": ["Олег Нестеров"], "kind": "person"},
    "source": None,
    "date": None,
}


def test_extract_json_is_an_extraction(quotex: Quotex) -> None:
    done = quotex("extract", "text.txt", "--format", "json", "--published", "2025-01-29", "--outlet", "РБК")
    found = Extraction.model_validate_json(done.stdout)
    assert (done.exit_code, str(found.published), found.outlet) == (0, "2025-01-29", "РБК")
    assert [quote.text for quote in found.quotes] == ["Мост откроют в мае", "проезд будет бесплатным"]


def test_extract_counts_line_ends_as_they_are(quotex: Quotex) -> None:
    text = "Заголовок\r\n\r\n" + TEXT
    done = quotex("extract", "-", "--format", "json", data=text.encode())
    span = Extraction.model_validate_json(done.stdout).quotes[0].spans[0]
    assert text[span.start : span.end] == span.text == "Мост откроют в мае"


def test_a_web_page_without_its_extra(quotex: Quotex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    monkeypatch.delitem(sys.modules, "quotex.adapters.html", raising=False)
    done = quotex("extract", "page.html")
    assert (done.exit_code, "pip install 'quotex[html]'" in done.stderr) == (2, True)


def test_a_parquet_file_without_its_extra(quotex: Quotex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = quotex("convert", "in.jsonl", "-o", "out.parquet", "--format", "parquet")
    assert (done.exit_code, "pip install 'quotex[tables]'" in done.stderr) == (2, True)
    assert not list(Path().glob("out*"))


def test_extract_leaves_out_what_is_less_sure(quotex: Quotex) -> None:
    def found(least: float) -> list[float]:
        done = quotex("extract", "text.txt", "--format", "json", "--min-confidence", str(least))
        return [quote.confidence for quote in Extraction.model_validate_json(done.stdout).quotes]

    low, high = sorted(found(0))
    assert low < high
    assert found(high) == [high]


def test_extract_shows_text_and_pages(quotex: Quotex) -> None:
    assert "⟦1 Мост откроют в мае⟧" in quotex("extract", "text.txt").stdout
    assert quotex("extract", "text.txt", "--format", "html").stdout.startswith("<!DOCTYPE html>")


def test_evaluate_predicts_for_itself_or_reads(quotex: Quotex) -> None:
    itself = quotex("evaluate", "gold.jsonl", "--json")
    quotex("convert", "in.jsonl", "-o", "out.jsonl", "-q")
    read = quotex("evaluate", "gold.jsonl", "out.jsonl", "--json")
    assert itself.stdout == read.stdout
    scores = json.loads(read.stdout)
    assert (scores["gold"], scores["predicted"], scores["matched"]) == (1, 2, 1)
    assert (scores["recall"], scores["precision"], scores["speaker"]) == (1.0, 0.5, 1.0)


def test_evaluate_shows_mistakes_by_cause(quotex: Quotex) -> None:
    done = quotex("evaluate", "gold.jsonl", "--errors", "--examples", 1)
    assert "1 mistakes" in done.stdout
    assert "[1] spurious: by rule" in done.stdout
    assert "indirect | проезд будет бесплатным | Олег Нестеров | — | —" in done.stdout


def test_schema_is_that_of_the_model(quotex: Quotex) -> None:
    schema = json.loads(quotex("schema").stdout)
    assert schema["properties"].keys() == Extraction.model_fields.keys()


def test_own_words(quotex: Quotex) -> None:
    Path("my").mkdir()
    Path("my/people.tsv").write_text("# name\taliases\nОлег Петрович Нестеров\tОлег Нестеров\n", encoding="utf-8")
    done = quotex("extract", "text.txt", "--format", "json", "--lexicon", "my")
    speakers = {quote.speaker and quote.speaker.name for quote in Extraction.model_validate_json(done.stdout).quotes}
    assert speakers == {"Олег Петрович Нестеров"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("extract no.txt", "no.txt: No such file or directory"),
        ("extract latin.txt", "latin.txt: not UTF-8"),
        ("extract text.txt --published 29.01.2025", "published must be a date as YYYY-MM-DD"),
        ("extract text.txt --lexicon no", "no: no such folder with tables"),
        ("convert no.jsonl -o out.jsonl", "no.jsonl: there is no such file"),
        ("convert . -o out.jsonl", ".: there is no such file"),
        ("convert in.jsonl -o in.jsonl", "in.jsonl is an input: name another file"),
        ("convert in.jsonl -o out.jsonl --errors in.jsonl", "in.jsonl is an input: name another file"),
        ("convert in.jsonl -o no/out.jsonl", "no/out.jsonl cannot be written: choose a folder that exists"),
        ("convert in.jsonl -o in.jsonl --format parquet", "in.jsonl is an input: name another file"),
        ("convert in.jsonl -o - --format parquet", "a Parquet file cannot go to stdout or a pipe: name a file with -o"),
        ("convert in.jsonl -o - --resume", "--resume needs an output file: name one with -o"),
        ("convert in.jsonl -o out.jsonl --lexicon no", "no: no such folder with tables"),
        ("evaluate no.jsonl", "no.jsonl: No such file or directory"),
        ("evaluate text.txt", "line 1 is not JSON"),
        ("evaluate in.jsonl", "line 1 is no gold article"),
        ("evaluate empty.jsonl", "empty.jsonl holds no articles"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(quotex: Quotex, options: str, said: str) -> None:
    if "parquet" in options:
        pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'quotex[tables]'")
    Path("latin.txt").write_bytes(b"caf\xe9")
    Path("empty.jsonl").touch()
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    done = quotex(*options.split())
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"quotex: {said}")
    assert done.stderr.count("\n") == 1
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == before


@pytest.mark.parametrize(
    "options",
    [
        ["frob"],
        ["extract"],
        ["convert", "in.jsonl"],
        ["extract", "-", "--format", "x"],
        ["extract", "-", "--min-confidence", "2"],
    ],
)
def test_wrong_usage_ends_with_2(quotex: Quotex, options: list[str]) -> None:
    assert quotex(*options).exit_code == 2


@pytest.mark.parametrize("missing", ["fastapi", "uvicorn"])
def test_serve_says_what_it_needs(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    for module in [name for name in sys.modules if name.startswith("quotex.web")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.delattr("quotex.web", raising=False)
    monkeypatch.setitem(sys.modules, missing, None)
    done = CliRunner().invoke(app, ["serve"])
    assert (done.exit_code, "pip install 'quotex[web]'" in done.stderr) == (2, True)


@pytest.mark.parametrize("command", [["--help"], ["schema"], ["--version"]])
def test_light_commands_load_no_model(command: list[str]) -> None:
    heavy = {"numpy", "pymorphy3", "natasha", "slovnet", "razdel", "fastapi", "uvicorn"}
    code = f"""
import atexit, sys
atexit.register(lambda: print(sorted({heavy} & sys.modules.keys()), file=sys.stderr))
sys.argv = ["quotex", *{command}]
from quotex.cli import main
main()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "[]\n")
    assert "quotex" in done.stdout or "Extraction" in done.stdout


def test_module_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "quotex", "--version"], capture_output=True, text=True)
    assert done.stdout.startswith("quotex 0.")
