"""The site of docs/: it builds without a warning, asks nothing of other hosts, and can be searched in Russian."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ["index.html", "ru/index.html", "recipes.html", "quotes.html", "reference.html", "measures.html"]


class Quiet(SimpleHTTPRequestHandler):
    """Files of a folder, without a line for each on stderr."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built."""
    for name in ("material", "mkdocs_static_i18n", "mkdocstrings_handlers.python"):
        pytest.importorskip(name, reason=f"{name} is not installed: pip install 'quotex[docs]'")
    folder = tmp_path_factory.mktemp("site")
    command = ["mkdocs", "build", "--strict", "--quiet", "--config-file", ".mkdocs.yml", "--site-dir", str(folder)]
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def page(chromium: Any, address: str) -> Iterator[Any]:
    """A window as wide as a phone's; what it asks of other hosts fails the test."""
    context, asked = chromium.new_context(viewport={"width": 360, "height": 740}), list[str]()
    page = context.new_page()
    page.set_default_timeout(5_000)
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    assert asked
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_the_figures_are_those_of_the_readme(site: Path) -> None:
    figures = set(re.findall(r"\| (\.\d{3}) (?=\|)", (ROOT / "README.md").read_text(encoding="utf-8")))
    shown = (site / "measures.html").read_text(encoding="utf-8")
    assert figures
    assert [figure for figure in figures if f"<td>{figure}</td>" not in shown] == []


def test_the_reference_has_all_public_names(site: Path) -> None:
    import quotex

    shown = (site / "reference.html").read_text(encoding="utf-8")
    names = [name for name in quotex.__all__ if not name.startswith("__") and name != "RULES"]
    assert [name for name in names if f'id="quotex.{name}"' not in shown] == []
    assert [rule.__name__ for rule in quotex.RULES if f"<code>{rule.__name__}</code>" not in shown] == []


@pytest.mark.parametrize("name", PAGES)
def test_pages_fit_a_phone(page: Any, address: str, name: str) -> None:
    page.goto(f"{address}/{name}")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    loaded = "[...document.querySelectorAll('article img')].filter(i => i.offsetParent).every(i => i.naturalWidth > 0)"
    page.wait_for_function(loaded)


def test_search_finds_words_in_russian(page: Any, address: str) -> None:
    page.goto(f"{address}/ru/index.html")
    page.click("label.md-header__button[for=__search]")
    page.fill(".md-search__input", "рецепт")
    page.press(".md-search__input", "End")  # the page waits for a key
    page.wait_for_selector(".md-search-result__item a[href*='ru/recipes.html']")
