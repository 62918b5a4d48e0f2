"""`--lexicon DIR`: tables of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quotex.commands.failure import CommandError, failing

if TYPE_CHECKING:
    from quotex.extractor import Extractor
    from quotex.lexicon import Lexicon

TABLES = ("cues.tsv", "outlets.tsv", "roles.tsv", "people.tsv")
CONFIDENCE = "Leave out quotes that are less sure than that, from 0 to 1."
HELP = f"A folder with tables of your own: {', '.join(TABLES)}."


def lexicon(folder: Path | None) -> Lexicon | None:
    """The default tables with those of the folder. Raises CommandError where it holds none that can be read."""
    if folder is None:
        return None
    if not any((folder / table).is_file() for table in TABLES):
        raise CommandError(f"{folder}: no such folder with tables; it may hold {', '.join(TABLES)}")
    from quotex.lexicon import Lexicon

    with failing(ValueError, OSError):
        return Lexicon.default().with_folder(folder)


def extractor(folder: Path | None, min_confidence: float = 0.0) -> Extractor:
    """The models, and the words of the folder; quotes less sure than that are left out."""
    from quotex.engine import ModelError
    from quotex.extractor import Extractor

    with failing(ModelError):
        return Extractor(lexicon(folder), min_confidence=min_confidence)
