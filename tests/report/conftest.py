"""Batches of quotes as `convert` writes them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from batches import written


@pytest.fixture
def batch(tmp_path: Path) -> Callable[..., Path]:
    """Writes quotes to a file."""

    return partial(written, tmp_path)
