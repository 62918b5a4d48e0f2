"""Quotes as `convert` writes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def quote(speaker: str | None = "Олег Нестеров", **fields: Any) -> dict[str, Any]:
    """A line of `convert --flat`."""
    return {
        "id": "a1", "text": "Мост откроют", "kind": "direct", "speaker": speaker, "speaker_kind": "person",
        "source": "ТАСС", "date": "2025-05-06", **fields,
    }  # fmt: skip


def written(folder: Path, *quotes: dict[str, Any]) -> Path:
    """A file of them."""
    path = folder / "quotes.jsonl"
    path.write_text("".join(json.dumps(quote, ensure_ascii=False) + "\n" for quote in quotes), encoding="utf-8")
    return path
