"""The page in a browser: what it shows, what it lets in, and what it asks for."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from batches import quote, written
from typer.testing import CliRunner

from quotex.cli import app
from quotex.report.read import Said, said
from quotex.report.tally import tally

Batch = Callable[..., Path]
HOSTILE = "</script><img src=x onerror=\"document.title='взлом'\">"
QUOTES = (
    *(quote(text=f"Мост откроют {n}") for n in range(30)),
    *(
        quote("Анна Гусева", source="РБК", date="2025-05-20", kind="indirect", text=f"Мост лишний {n}")
        for n in range(9)
    ),
    *(quote("источник", speaker_kind="unnamed", source="РБК", date=None, kind="mixed") for _ in range(6)),
    quote(HOSTILE, source="<b>Газета</b>", text=HOSTILE, **{"meta.url": "https://example.ru/1"}),
)


@pytest.fixture(scope="module")
def html() -> Callable[..., str]:
    pytest.importorskip("vl_convert", reason="vl-convert is not installed: pip install 'quotex[report]'")
    from quotex.report.page import html

    return html


@pytest.fixture(scope="module")
def file(html: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page, as a file."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(html(tally(partial(said, written(path.parent, *QUOTES))), "quotes.jsonl"), encoding="utf-8")
    return path


@pytest.fixture
def asked() -> list[str]:
    """The addresses that the page asked for."""
    return []


@pytest.fixture
def page(chromium: Any, file: Path, asked: list[str]) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page, faults = context.new_page(), list[object]()
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda fault: faults.append(fault))
    page.on("console", lambda message: faults.append(message.text))
    page.goto(file.as_uri())
    page.wait_for_selector("body[data-ready]")
    yield page
    context.close()
    assert not faults


def rows(page: Any, section: str) -> list[list[str]]:
    """The table of a section."""
    found = page.locator(f"#{section} tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(c => c.textContent))"
    )
    return [[cell.replace("\xa0", " ") for cell in row] for row in found]


def drawn(page: Any, section: str) -> int:
    return int(page.locator(f"#{section} .mark-rect path[fill]").count())


def choose(page: Any, name: str, label: str) -> None:
    page.locator(f"select[name={name}]").select_option(label=label)


def test_the_page_asks_for_nothing_but_itself(page: Any, file: Path, asked: list[str]) -> None:
    assert asked == [file.as_uri()]
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", file.read_text().split("<script")[0])


def test_plots_and_tables_show_the_tallies(page: Any) -> None:
    assert rows(page, "speakers")[:2] == [["Олег Нестеров", "30", "65,2 %"], ["Анна Гусева", "9", "19,6 %"]]
    assert ["Олег Нестеров", "ТАСС", "30"] in rows(page, "through")
    assert rows(page, "time") == [["6 мая 2025", "31"], ["20 мая 2025", "9"], ["День неизвестен", "6"]]
    assert [row[1] for row in rows(page, "kinds")] == ["31", "9", "6"]
    assert ["РБК", "15", "6", "40 %"] in rows(page, "unnamed")
    assert (drawn(page, "speakers"), drawn(page, "through"), drawn(page, "kinds")) == (3, 3, 3)


def test_filters_act_on_all_sections(page: Any) -> None:
    choose(page, "outlet", "РБК")
    page.get_by_role("status").filter(has_text=re.compile("^15 ")).wait_for()
    assert rows(page, "speakers") == [["Анна Гусева", "9", "60 %"], ["Без имени", "6", "40 %"]]
    choose(page, "from", "7 мая 2025")
    choose(page, "to", "20 мая 2025")
    assert rows(page, "speakers") == [["Анна Гусева", "9", "100 %"]]
    choose(page, "to", "6 мая 2025")  # before the beginning: both ends change places
    assert page.locator("select[name=from] option:checked").text_content() == "6 мая 2025"
    assert rows(page, "time") == []
    assert page.locator("#time .note").is_visible()
    page.get_by_role("button", name="Сбросить").click()
    page.get_by_role("status").filter(has_text=re.compile("^Все 46 ")).wait_for()
    choose(page, "speaker", "Олег Нестеров")
    assert rows(page, "through") == [["Олег Нестеров", "ТАСС", "30"]]


def test_a_bar_leads_to_its_quotes(page: Any) -> None:
    page.locator("#speakers .mark-rect path[fill]").first.click()
    dialog = page.get_by_role("dialog")
    assert dialog.get_by_role("heading").text_content() == "Олег Нестеров"
    shown = dialog.locator("blockquote").all_text_contents()
    assert 20 <= len(shown) < 30
    assert set(shown) <= {f"Мост откроют {n}" for n in range(30)}
    assert f"30 цитат, показано {len(shown)}" in dialog.locator(".note").text_content()
    page.keyboard.press("Escape")
    assert not dialog.is_visible()


def test_the_keyboard_leads_there_too(page: Any) -> None:
    page.locator("#speakers summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Анна Гусева").first.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("dialog").locator("blockquote").count() == 9
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "Анна Гусева"


def test_hostile_names_stay_text(page: Any) -> None:
    assert page.locator("img, main script, dialog script, section b").count() == 0
    page.locator("#speakers summary").click()
    page.locator("#speakers tbody button").filter(has_text="onerror").click()
    dialog = page.get_by_role("dialog")
    assert dialog.locator("blockquote").text_content() == HOSTILE
    assert dialog.get_by_role("link").get_attribute("href") == "https://example.ru/1"
    assert page.locator("img").count() == 0
    assert "взлом" not in page.title()


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_sticks_out(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 780})
    page.wait_for_timeout(300)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_days_there_is_no_time(page: Any, html: Callable[..., str], batch: Batch, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(html(tally(partial(said, batch(quote(date=None)))), "quotes.jsonl"), encoding="utf-8")
    page.goto(path.as_uri())
    page.wait_for_selector("body[data-ready]")
    assert rows(page, "time") == [["День неизвестен", "1"]]
    assert not page.locator("#time .plot").is_visible()


def test_it_has_a_dark_side(page: Any) -> None:
    def paper() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    light = paper()
    page.emulate_media(color_scheme="dark")
    assert paper() != light


def test_half_a_surrogate_pair_is_no_error(html: Callable[..., str]) -> None:
    odd = Said("Олег \ud83d", "Олег \ud83d", None, None, "direct", "Мост \ud83d")
    assert "Олег ?" in html(tally(lambda: [odd]), "quotes\udcff.jsonl").encode().decode()


def test_no_data_ends_the_script(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    held = re.search(r'<script type="application/json" id="data">(.*?)</script>', text)
    assert held
    assert HOSTILE in json.loads(held[1])["speakers"]
    assert text.count("</script>") == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("no.jsonl -o report.html", "no.jsonl: No such file or directory"),
        ("empty.jsonl -o report.html", "empty.jsonl holds no quotes: there is nothing to report on"),
        ("text.txt -o report.html", "text.txt, line 1 is no JSON record of quotes: give a file that"),
        ("quotes.jsonl -o quotes.jsonl", "quotes.jsonl holds the quotes: name another file to write to"),
        ("quotes.jsonl -o no/report.html", "no/report.html: No such file or directory"),
    ],
)
@pytest.mark.usefixtures("html")
def test_what_cannot_be_is_told_in_one_line(
    options: str, said: str, batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch(quote())
    monkeypatch.chdir(tmp_path)
    Path("empty.jsonl").touch()
    Path("text.txt").write_text("Мост открыли.\n")
    done = CliRunner().invoke(app, ["report", *options.split()])
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith(f"quotex: {said}")
    assert not Path("report.html").exists()


def test_a_report_without_its_extra(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    monkeypatch.delitem(sys.modules, "quotex.report.page", raising=False)
    done = CliRunner().invoke(app, ["report", str(batch(quote())), "-o", "-"])
    assert (done.exit_code, "pip install 'quotex[report]'" in done.stderr) == (2, True)


@pytest.mark.usefixtures("html")
def test_a_report_on_stdout(batch: Batch) -> None:
    done = CliRunner().invoke(app, ["report", str(batch(quote())), "-o", "-"])
    assert (done.exit_code, done.stdout.startswith("<!DOCTYPE html>")) == (0, True)
