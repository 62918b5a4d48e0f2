"""`quotex schema`: the shape of the output."""

from __future__ import annotations

import json

from quotex.model import Extraction


def schema() -> None:
    """Print the JSON Schema of an extraction, as `extract --format json` gives it."""
    print(json.dumps(Extraction.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))
