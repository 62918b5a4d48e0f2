"""quotex: who said what, when, and through whom. Quotes of Russian news with speaker, source and date."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from quotex.errors import InputError
from quotex.model import Cue, Document, Extraction, Quote, QuoteDate, Source, Span, Speaker
from quotex.version import VERSION

if TYPE_CHECKING:
    from quotex.extractor import Extractor
    from quotex.lexicon import Lexicon
    from quotex.rules import RULES

__version__ = VERSION
__all__ = [
    "RULES",
    "Cue",
    "Document",
    "Extraction",
    "Extractor",
    "InputError",
    "Lexicon",
    "Quote",
    "QuoteDate",
    "Source",
    "Span",
    "Speaker",
    "__version__",
    "extract",
]

_LAZY = {
    "Extractor": "quotex.extractor",
    "Lexicon": "quotex.lexicon",
    "RULES": "quotex.rules",
    "extract_html": "quotex.adapters.html",  # not in __all__: `import *` is not to need the extra
}


def extract(text: str | Document, published: str | date | None = None, outlet: str | None = None) -> Extraction:
    """The quotes of one article, by a default Extractor that is built on first use.

    `text`: the article. `published`: day of publication (`2025-01-29` or a date), the base of «вчера» and «в пятницу».
    `outlet`: who published it. Raises InputError for a text that is no str or a date that is none.
    """
    return _default().extract(text, published, outlet)


@lru_cache(maxsize=1)
def _default() -> Extractor:
    from quotex.extractor import Extractor

    return Extractor()


def __getattr__(name: str) -> Any:
    """The names that need numpy and pymorphy3, or an extra, are loaded when they are asked for."""
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'quotex' has no attribute {name!r}")
