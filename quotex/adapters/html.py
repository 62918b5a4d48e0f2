"""Articles of web pages, by trafilatura and htmldate. Needs the extra `quotex[html]`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import trafilatura
from trafilatura.settings import Document as Page

import quotex
from quotex.errors import InputError
from quotex.extractor import day
from quotex.lexicon import Lexicon
from quotex.model import Document, Extraction

# A wrong day is worse than none: every «вчера» would be resolved against it. So htmldate is not to guess (extensively),
# and not to take the day of a licence, or the years of a copyright, for the day of publication.
STATED = {"original_date": True, "extensive_search": False}
FOOT = "//footer | //*[@id='footer' or @class='footer']"


def extract_html(html: str | bytes, url: str | None = None) -> Extraction:
    """The quotes of the article on a web page; their offsets count in `article(html, url).text`."""
    return quotex.extract(article(html, url))


def article(html: str | bytes, url: str | None = None) -> Document:
    """The article on a web page: its title and text, its day of publication and outlet where the page states them.

    `url`: the page's address: the document's id, and a help to find day and outlet. A page without an article gives an
    empty text. Raises InputError for what is neither str nor bytes.
    """
    if not isinstance(html, str | bytes):
        raise InputError(f"a page must be str or bytes, not {type(html).__name__}")
    found = _found(html, url)
    if found is None:
        return Document(text="", id=url)
    text = _titled(found.title, found.text or "")
    return Document(text=text, id=url, published=day(found.date), outlet=_outlet(found.sitename))


def _found(html: str | bytes, url: str | None) -> Page | None:
    tree = trafilatura.load_html(html)
    if tree is None:
        return None
    for foot in tree.xpath(FOOT):
        foot.drop_tree()
    found = trafilatura.bare_extraction(
        tree, url=url, with_metadata=True, include_comments=False, date_extraction_params=STATED
    )
    return found if isinstance(found, Page) else None


def _titled(title: str | None, text: str) -> str:
    """The title is the first line, if it does not stand there already."""
    return text if not title or text.startswith(title) else f"{title}\n{text}"


def _outlet(name: str | None) -> str | None:
    """`tass.ru` → ТАСС; a name that is not in the table stays as it is."""
    return name and _names().get(name.lower(), name)


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    return {alias.lower(): o.name for o in Lexicon.default().outlets for alias in (o.name, *o.aliases)}
