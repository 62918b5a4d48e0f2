"""What an article, a server or another site does not get to do to the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from served import SMALL, Page, Serving, httpx, read, style

from quotex.extractor import Extractor

HOSTILE = (
    "«<script>window.hit = 1</script></style><img src=x onerror='window.hit = 1'>», — сказал мэр Олег Нестеров.\n"
    "«Мост\u202eхат\u202c откроют», — сказала «<b onclick=hit>»\u2066 Анна \u2067Белова."
)


def test_a_hostile_article_is_text(page: Page, extractor: Extractor) -> None:
    read(page, HOSTILE)
    spans = [span.text for quote in extractor.extract(HOSTILE).quotes for span in quote.spans]
    assert [mark.text_content() for mark in page.locator("article mark").all()] == spans
    assert spans[0].startswith("<script>window.hit = 1</script></style>")
    assert page.locator("#seen :is(script, style, img, [onclick], [onerror])").count() == 0
    assert page.evaluate("window.hit ?? null") is None
    text = page.locator("article").evaluate(
        "e => { e.querySelectorAll('.number').forEach(n => n.remove()); return e.textContent }"
    )
    assert text == HOSTILE


def test_characters_that_reorder_are_shown_and_tamed(page: Page) -> None:
    read(page, HOSTILE)
    controls = page.locator("article .control")
    assert controls.count() == HOSTILE.count("\u202e") + HOSTILE.count("\u202c") + 2
    assert {style(control, "unicode-bidi") for control in controls.all()} == {"isolate"}
    assert controls.first.evaluate("e => getComputedStyle(e, '::before').content") == '"U+202E"'
    order = page.locator("article").evaluate(
        """article => { // where each letter of «хат», which stands after the override, is drawn
            const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
            while (!walker.nextNode().data.includes("хат"));
            const text = walker.currentNode, first = text.data.indexOf("хат")
            return [0, 1, 2].map(n => {
                const letter = new Range()
                letter.setStart(text, first + n)
                letter.setEnd(text, first + n + 1)
                return letter.getBoundingClientRect().left
            })
        }"""
    )
    assert order == sorted(order)


def test_nothing_is_asked_of_others(page: Page, address: str, requested: list[str]) -> None:
    read(page)
    page.get_by_role("button", name="Другая статья").click()
    page.get_by_role("button", name="Пример").click()
    page.wait_for_timeout(100)
    assert {
        url.removeprefix(address).split("/")[1].split("?")[0] for url in requested if not url.startswith("blob:")
    } == {"", "assets", "read"}


def test_an_article_is_asked_for(page: Page) -> None:
    page.get_by_role("button", name="Найти цитаты").click()
    assert page.get_by_role("alert").inner_text() == "Сначала вставьте статью."


def test_what_is_too_much_is_not_sent(chromium: Any, serving: Serving, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("б" * 1_001, encoding="utf-8")
    page, sent = chromium.new_page(locale="ru-RU"), list[str]()
    page.on("request", lambda request: sent.append(request.method))
    with serving(SMALL) as url:
        page.goto(url)
        page.get_by_label("Текст статьи").fill("б" * 1_000)
        page.get_by_role("button", name="Найти цитаты").click()
        page.get_by_text("Статья слишком длинная").wait_for()
        page.get_by_label("Текст статьи").fill("")
        page.locator("#file").set_input_files(tmp_path / "long.txt")
        page.get_by_text("Статья слишком длинная").wait_for()
    assert set(sent) == {"GET"}
    page.close()


@pytest.mark.parametrize(("text", "said"), [("a" * 301, "Статья слишком длинная"), ("«Мост»", "Сервер не отвечает")])
def test_what_the_server_does_not_take_is_told(chromium: Any, serving: Serving, text: str, said: str) -> None:
    page = chromium.new_page(locale="ru-RU")
    with serving(SMALL) as url:
        page.goto(url)
        if said == "Сервер не отвечает":
            page.route("**/read", lambda route: route.abort())
        page.get_by_label("Текст статьи").fill(text)
        page.get_by_role("button", name="Найти цитаты").click()
        page.get_by_text(said).wait_for()
        assert page.get_by_label("Текст статьи").input_value() == text
    page.close()


@pytest.mark.parametrize("path", ["/", "/assets/serve.js", "/nothing", "/health"])
def test_every_answer_keeps_others_out(address: str, path: str) -> None:
    answer = httpx.get(address + path)
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
