"""Articles of web pages. The page is written for the test, in the ways that news sites have."""

from __future__ import annotations

from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from quotex.cli import app
from quotex.errors import InputError
from quotex.model import Document, Extraction

pytest.importorskip("trafilatura", reason="trafilatura is not installed: pip install 'quotex[html]'")
pytest.importorskip("htmldate", reason="htmldate is not installed: pip install 'quotex[html]'")

from quotex.adapters.html import article, extract_html

TITLE = "Мост через Сылву откроют в мае"
BODY = [
    "Движение по новому мосту через Сылву начнётся в мае, сообщил во вторник глава округа Олег Нестеров.",
    "«Мы закончили на месяц раньше срока, — сказал он. — Осталось положить асфальт & разметку».",
    "По словам подрядчика, проезд останется бесплатным для всех, в том числе для тяжёлых грузовиков.",
]
SITE = '<meta property="og:site_name" content="Вестник Прикамья">'
DAY = '<meta property="article:published_time" content="2025-02-06T10:12:00+05:00">'
CHANGED = '<meta property="article:modified_time" content="2025-03-01T08:00:00+05:00">'
LINKED = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Мост",'
    ' "datePublished": "2025-02-06T10:12:00+05:00", "publisher": {"@type": "Organization", "name": "ТАСС"}}</script>'
)
FOOTER = "© 2019–2025 Вестник. Свидетельство выдано 01.02.2011"


def page(head: str = SITE + DAY + CHANGED, heading: str = f"<h1>{TITLE}</h1>", foot: str = FOOTER) -> str:
    paragraphs = "".join(f"<p>{p.replace('&', '&amp;').replace('мосту', '<b>мосту</b>')}</p>" for p in BODY)
    return f"""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{TITLE} — Вестник</title>{head}</head>
        <body>
        <nav><ul><li><a href="/">Главная</a></li><li><a href="/sport">«Спорт», — сказал тренер</a></li></ul></nav>
        <main><article>{heading}{paragraphs}</article></main>
        <aside><h3>Читайте также</h3><a href="/2">Губернатор назвал ремонт «позорным»</a></aside>
        <script>var text = "Иванов сообщил, что скрипт не текст.";</script><footer>{foot}</footer></body></html>"""


def test_a_page_is_a_document():
    assert article(page(), url="https://example.ru/news/1") == Document(
        text="\n".join([TITLE, *BODY]),
        id="https://example.ru/news/1",
        published=date(2025, 2, 6),
        outlet="Вестник Прикамья",
    )


def test_same_quotes_as_of_the_text(extractor):
    given = Document(text="\n".join([TITLE, *BODY]), published=date(2025, 2, 6), outlet="Вестник Прикамья")
    found = extract_html(page())
    assert found == extractor.extract(given)
    assert [(q.speaker.name, q.date.value) for q in found.quotes if q.speaker][:2] == [
        ("Олег Нестеров", date(2025, 2, 4)),
        ("Олег Нестеров", date(2025, 2, 6)),
    ]


def test_same_quotes_as_extract_on_the_corpus(articles, found: list[Extraction]):
    """The articles as pages: their quotes are those of the articles, but for white space and invisible characters."""
    read = [extract_html(as_page(given), given["id"]) for given in articles]
    assert [told(extraction) for extraction in read] == [told(extraction) for extraction in found]


def as_page(given: dict[str, Any]) -> str:
    site = f'<meta property="og:site_name" content="{given["outlet"]}">' if given["outlet"] else ""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in given["text"].split("\n") if line)
    day = f'<meta property="article:published_time" content="{given["published"]}">'
    return f"<html><head>{site}{day}</head><body><article>{paragraphs}</article></body></html>"


def told(found: Extraction) -> list[Any]:
    voices = ((q.speaker and q.speaker.name, q.source and q.source.name, q.date and q.date.value) for q in found.quotes)
    return [(q.kind, seen(q.text), *voice) for q, voice in zip(found.quotes, voices, strict=True)]


def seen(text: str) -> str:
    return " ".join(text.translate(dict.fromkeys(map(ord, "\u00ad\u200b"))).split())


def test_bytes_in_the_pages_own_encoding():
    old = page().replace("utf-8", "windows-1251").encode("cp1251", errors="replace")
    assert article(old).text.splitlines()[0] == TITLE


def test_the_title_is_there_once_and_always():
    assert article(page(heading="")).text == article(page()).text


@pytest.mark.parametrize(
    ("head", "url", "published", "outlet"),
    [
        (LINKED, None, date(2025, 2, 6), "ТАСС"),
        ('<meta property="og:site_name" content="tass.ru">', None, None, "ТАСС"),
        ("", "https://example.ru/2025/02/06/most.html", date(2025, 2, 6), "example.ru"),
        ("", "https://ria.ru/most.html", None, "РИА Новости"),
        ("", None, None, None),  # the footer's years are nobody's day of publication
    ],
)
def test_day_and_outlet_where_they_are_stated(head, url, published, outlet):
    found = article(page(head), url)
    assert (found.published, found.outlet) == (published, outlet)


@pytest.mark.parametrize(
    "odd", ["", " ", "<html></html>", "просто текст", "\x00<b>", "<p>\ud800</p>", b"\xff\xfe", b""]
)
def test_a_page_without_an_article_has_no_quotes(odd):
    assert article(odd).text == ""
    assert extract_html(odd).quotes == ()


@pytest.mark.parametrize("wrong", [None, 5, ["<p>"]])
def test_what_is_no_page_is_told(wrong):
    with pytest.raises(InputError, match="must be str or bytes"):
        article(wrong)


def test_a_page_on_the_command_line(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(page(), "utf-8")
    done = CliRunner().invoke(app, ["extract", str(file), "--format", "json"])
    assert Extraction.model_validate_json(done.output) == extract_html(page()).model_copy(update={"id": None})
