"""The rules, a marked sentence a test: `tables/*.txt`. A line that begins with `xfail` is known to fail, and must."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from marked import Line, differences, lines, read

from quotex.extractor import Extractor
from quotex.model import Extraction

LINES = lines(Path(__file__).parent / "tables")


@pytest.fixture(scope="session")
def extractions(extractor: Extractor) -> dict[str, Extraction]:
    """What quotex finds in each line, all of them read together."""
    texts = list(dict.fromkeys(read(line.marked).text for line in LINES))
    return dict(zip(texts, extractor.pipe(texts), strict=True))


def _case(line: Line) -> Any:
    return pytest.param(line.marked, id=line.name, marks=[pytest.mark.xfail(strict=True)] if line.fails else [])


@pytest.mark.parametrize("sentence", list(map(_case, LINES)))
def test_sentence(extractions: dict[str, Extraction], sentence: str) -> None:
    marked = read(sentence)
    assert "\n".join(differences(marked, extractions[marked.text])) == ""


def test_no_sentence_stands_twice() -> None:
    texts = [line.marked for line in LINES]
    assert len(texts) == len(set(texts))
