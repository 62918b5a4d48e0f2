"""The page, in a browser: what somebody who pastes an article sees."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from served import ARTICLE, Page, httpx, read, style

from quotex.extractor import Extractor


def marks(page: Page) -> list[str]:
    return page.locator("article mark").all_inner_texts()


def lit(page: Page) -> list[str]:
    """What stands out as a quote."""
    return [m.inner_text() for m in page.locator("article mark").all() if "underline" in style(m, "text-decoration")]


def test_quotes_are_marked_and_listed(page: Page) -> None:
    read(page, outlet="Вестник")
    assert marks(page) == [
        "Опоры стоят",
        "Ждать недолго",
        "проезд будет бесплатным",
        "слухи о пошлине — «пустые разговоры»",
    ]
    who = page.locator(".quotes .who").all_inner_texts()
    assert [re.sub(r"\s+", " ", line) for line in who] == [
        "1 Олег Нестеров мэр",
        "2 Олег Нестеров мэр",
        "3 Анна Белова",
    ]
    assert page.get_by_role("status").inner_text() == "Готово, цитат: 3"
    about = page.locator(".quotes summary").all_inner_texts()
    assert about[0] == "прямая · ТАСС · 14.03.2025"
    assert about[2].startswith("смешанная · Вестник")


def test_kinds_differ_in_their_lines(page: Page) -> None:
    read(page)
    lines = [
        style(page.locator(f"article mark.{kind}").first, "text-decoration-style")
        for kind in ("direct", "mixed", "indirect")
    ]
    assert lines == ["solid", "dashed", "dotted"]


def test_speakers_differ_in_colour(page: Page) -> None:
    read(page)
    colours = [style(mark, "background-color") for mark in page.locator("article mark").all()]
    assert colours[0] == colours[1] == colours[2] != colours[3]


def test_one_speaker_alone(page: Page) -> None:
    read(page)
    page.get_by_text("Анна Белова 1").click()
    assert lit(page) == ["слухи о пошлине — «пустые разговоры»"]
    assert page.locator(".quotes > li:visible").count() == 1
    page.get_by_text("Все 3").click()
    assert len(lit(page)) == 4
    assert page.locator(".quotes > li:visible").count() == 3


def test_a_pointer_shows_the_record(page: Page) -> None:
    read(page)
    page.locator("article mark").nth(1).hover()
    card = page.locator("#card")
    card.wait_for()
    assert "Олег Нестеров" in card.inner_text()
    assert "ТАСС (названо в тексте: «ТАСС»)" in card.inner_text()
    assert page.locator("mark.lit").all_inner_texts() == ["Опоры стоят", "Ждать недолго"]
    page.keyboard.press("Escape")
    card.wait_for(state="hidden")
    assert page.locator("mark.lit").count() == 0


def test_json_is_saved_and_copied_as_extract_gives_it(page: Page, extractor: Extractor, tmp_path: Path) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    read(page, outlet="Вестник")
    expected = extractor.extract(ARTICLE, "2025-03-14", "Вестник").model_dump_json(indent=2)
    with page.expect_download() as download:
        page.get_by_text("Скачать JSON").click()
    assert download.value.suggested_filename == "quotes.json"
    assert Path(download.value.path()).read_text(encoding="utf-8") == expected
    page.get_by_role("button", name="Копировать JSON").click()
    page.get_by_text("Скопировано.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
def test_a_file_is_opened(page: Page, tmp_path: Path, encoding: str) -> None:
    text = ARTICLE.replace(" 😀", "")
    (tmp_path / "bridge.txt").write_bytes(text.encode(encoding))
    page.locator("#file").set_input_files(tmp_path / "bridge.txt")
    page.wait_for_timeout(100)
    assert page.get_by_label("Текст статьи").input_value() == text
    page.get_by_role("button", name="Найти цитаты").click()
    page.locator("article").wait_for()
    assert page.locator("#download").get_attribute("download") == "bridge.json"


def test_what_is_no_text_is_not_opened(page: Page, tmp_path: Path) -> None:
    (tmp_path / "bridge.docx").write_bytes(b"PK\x03\x04\x00\x00")
    page.locator("#file").set_input_files(tmp_path / "bridge.docx")
    page.get_by_text("Это не текстовый файл").wait_for()
    assert page.get_by_label("Текст статьи").input_value() == ""


def test_the_keyboard_is_enough(page: Page) -> None:
    page.keyboard.insert_text(ARTICLE)  # the text has the focus from the start
    page.keyboard.press("Control+Enter")
    page.locator("article").wait_for()
    focused = lambda: page.evaluate("document.activeElement.textContent || document.activeElement.value")  # noqa: E731
    for _ in range(4):  # another, copy, download, who speaks
        page.keyboard.press("Tab")
    assert focused() == "all"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert lit(page) == ["слухи о пошлине — «пустые разговоры»"]
    page.keyboard.press("ArrowRight")  # all of them again
    page.keyboard.press("Tab")
    assert focused() == "1"
    page.locator("#card").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    assert page.url.endswith("#r1")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#q1")
    page.get_by_role("button", name="Другая статья").focus()
    page.keyboard.press("Enter")
    assert focused() == ARTICLE


def test_everything_has_a_name_for_screen_readers(page: Page) -> None:
    read(page)
    page.get_by_role("radio", name="Олег Нестеров").wait_for(state="attached")
    page.get_by_role("group", name="Кто говорит").wait_for()
    page.get_by_role("complementary", name="Что сказано").wait_for()
    page.get_by_role("link", name="Цитата 1. Олег Нестеров · прямая · ТАСС · 14.03.2025").first.wait_for()
    page.get_by_role("link", name="Цитата 3, к месту в тексте").wait_for()
    ends = [mark.evaluate("e => getComputedStyle(e, '::after').content") for mark in page.locator("mark").all()]
    assert ends == ['" конец цитаты 1 "', '" конец цитаты 1 "', '" конец цитаты 2 "', '" конец цитаты 3 "']


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 800, 1280])
def test_it_fits_and_can_be_read(page: Page, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 740})
    assert overflow(page) == 0
    read(page, ARTICLE + "\n" + "сверхдлинноеслово" * 40)
    assert overflow(page) == 0
    pairs = (
        "article",
        "mark",
        "article b",
        "article .number",
        ".about, summary",
        ".role",
        ".count",
        "footer p",
        ".tagline",
    )
    worst = {pair: min(contrast(element) for element in page.locator(pair).all()) for pair in pairs}
    assert {pair: ratio for pair, ratio in worst.items() if ratio < 4.5} == {}


def overflow(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def contrast(element: Any) -> float:
    """Of the text to what is painted behind it, as WCAG counts it: a canvas gives any colour as sRGB."""
    return float(
        element.evaluate(
            """element => {
                const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
                const luminance = paints => {
                    for (const paint of paints) { pen.fillStyle = paint; pen.fillRect(0, 0, 1, 1) }
                    const linear = [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => v / 255)
                        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
                }
                const behind = []
                for (let e = element; e; e = e.parentElement) behind.unshift(getComputedStyle(e).backgroundColor)
                const [a, b] = [luminance(behind), luminance([...behind, getComputedStyle(element).color])]
                return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
            }"""
        )
    )


def test_a_tap_shows_the_record_at_the_foot_of_a_phone(chromium: Any, address: str) -> None:
    context = chromium.new_context(locale="ru-RU", viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.goto(address)
    read(page)
    page.locator("mark").nth(2).tap()
    page.wait_for_timeout(300)
    card = page.locator("#card").bounding_box()
    assert (card["x"], card["width"], card["y"] + card["height"]) == (0, 360, 740)
    assert page.locator("mark.lit").bounding_box()["y"] < card["y"]
    context.close()


def test_an_article_without_quotes(page: Page) -> None:
    read(page, "Дождь.")
    assert page.get_by_role("status").inner_text() == "Готово, цитат: 0"
    assert "Цитат не нашлось." in page.locator("aside").inner_text()


@pytest.mark.parametrize(
    ("path", "accepted", "lang"),
    [
        ("/", None, "ru"),
        ("/", "en-GB,en;q=0.9,ru;q=0.8", "en"),
        ("/", "de,ru;q=0.7,en;q=0.3", "ru"),
        ("/", "de", "ru"),
        ("/?lang=ru", "en", "ru"),
        ("/?lang=en", "ru", "en"),
        ("/?lang=<b>", "ru", "ru"),
    ],
)
def test_it_speaks_the_language_of_the_browser(address: str, path: str, accepted: str | None, lang: str) -> None:
    answer = httpx.get(address + path, headers={"accept-language": accepted} if accepted else {"accept-language": ""})
    assert f'<html lang="{lang}">' in answer.text
    assert (answer.headers["content-language"], answer.headers["vary"]) == (lang, "Accept-Language")
    found = httpx.post(f"{address}/read", json={"text": ARTICLE}, headers={"accept-language": lang}).json()
    assert {"ru": "Кто говорит", "en": "Who speaks"}[lang] in found["html"]
    assert len(json.loads(found["json"])["quotes"]) == 3


def test_languages_say_the_same() -> None:
    from quotex.web.words import EN, RU

    assert RU.keys() == EN.keys()


def test_links_in_a_notebook_stay_in_their_frame(chromium: Any, extractor: Extractor) -> None:
    page = chromium.new_page()
    page.set_content(str(extractor.extract(ARTICLE)._repr_html_()))
    frame = page.frame_locator("iframe")
    frame.locator("article .number").first.click()
    assert frame.locator(":target").get_attribute("id") == "r1"
    frame.get_by_text("Анна Белова 1").click()
    assert frame.locator(".quotes > li:visible").count() == 1
    page.close()
