"""The pictures of docs/pictures/, taken from what quotex really shows.

`make shots` takes them with a Chromium that is there already. The terminal's is an SVG, all others are PNGs, light and
dark.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from conftest import CHROMIUM, FLAGS
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
SAMPLE = ["corpus/sample.txt", "--published", "2025-03-12"]
CORPUS = ["corpus/news.jsonl", "corpus/blind.jsonl"]
SCHEMES = ("light", "dark")
SHARP = 2  # pixels of a picture for one of the page
COLOURS = 256
COLUMNS = 96
MARGIN = 3  # columns

PAPER, INK = (23, 22, 20), (231, 226, 216)  # of the pages in dark
ANSI = [
    (54, 51, 46),
    (255, 157, 145),
    (151, 205, 137),
    (226, 192, 110),
    (140, 192, 255),
    (222, 165, 231),
    (117, 205, 213),
    (231, 226, 216),
]
THEME = TerminalTheme(PAPER, INK, ANSI, ANSI)
# rich's own frame fetches its font from another host. The size is such that lines of a table meet.
FRAME = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">
<style>
.{unique_id}-matrix {{ font: 21px "Fira Code", "DejaVu Sans Mono", Menlo, Consolas, monospace }}
{styles}
</style>
<rect width="{width}" height="{height}" rx="10" fill="#171614"/>
<g transform="translate(27, 26)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def main() -> None:
    """Takes all of them."""
    PICTURES.mkdir(exist_ok=True)
    terminal()
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for scheme in SCHEMES:
            served(browser, scheme)
            phone(browser, scheme, Path(folder))
            report(browser, scheme, Path(folder))
        browser.close()


def terminal() -> None:
    """`quotex extract` as a terminal shows it."""
    shown = quotex("extract", *SAMPLE, FORCE_COLOR="1", COLUMNS=str(COLUMNS))
    console = Console(record=True, width=COLUMNS + MARGIN, file=StringIO())
    console.print(Text.from_ansi(f"$ quotex extract {' '.join(SAMPLE)}\n{shown}"))
    console.save_svg(str(PICTURES / "terminal.svg"), theme=THEME, code_format=FRAME, unique_id="quotex")


def served(browser: Browser, scheme: str) -> None:
    """The page of `quotex serve`: its example, with the record of a quote."""
    with serving() as address, opened(browser, scheme, address, 1040, 780) as page:
        page.click("#example")
        page.click("button[type=submit]")
        page.locator("#seen summary").first.click()
        page.mouse.move(0, 0)
        take(page, f"page-{scheme}")


def phone(browser: Browser, scheme: str, folder: Path) -> None:
    """The page that `quotex extract --format html` makes, on a phone."""
    file = folder / "quotes.html"
    file.write_text(quotex("extract", *SAMPLE, "--format", "html"), encoding="utf-8")
    with opened(browser, scheme, file.as_uri(), 390, 780) as page:
        take(page, f"html-{scheme}")


def report(browser: Browser, scheme: str, folder: Path) -> None:
    """The page of `quotex report` about the corpus."""
    quotes, file = folder / "quotes.jsonl", folder / "report.html"
    quotex("convert", *CORPUS, "-o", str(quotes), "--quiet")
    quotex("report", str(quotes), "-o", str(file))
    with opened(browser, scheme, file.as_uri(), 1120, 860) as page:
        take(page, f"report-{scheme}")


def quotex(*arguments: str, **environment: str) -> str:
    """What the command prints."""
    command = [sys.executable, "-m", "quotex", *arguments]
    return subprocess.run(
        command, check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment}
    ).stdout


@contextmanager
def serving() -> Iterator[str]:
    """The address of a server."""
    command = [sys.executable, "-m", "quotex", "serve", "--port", "0"]
    server = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr
        yield server.stderr.readline().split()[1]
    finally:
        server.terminate()
        server.communicate()


@contextmanager
def opened(browser: Browser, scheme: Any, address: str, width: int, height: int) -> Iterator[Page]:
    """A page in a window of that size."""
    with browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=SHARP,
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="ru-RU",
    ) as context:
        page = context.new_page()
        page.goto(address)
        yield page


def take(page: Page, name: str) -> None:
    """A picture of what the window shows, with few colours: that makes it small."""
    file = PICTURES / f"{name}.png"
    page.screenshot(path=file)
    Image.open(file).convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        file, optimize=True
    )


if __name__ == "__main__":
    main()
