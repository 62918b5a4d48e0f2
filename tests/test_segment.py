"""Sentences: a test is a text with a bar wherever one ends and the next begins."""

from __future__ import annotations

import time

import pytest

from quotex.marks import pair
from quotex.segment import dateline_of, sentences
from quotex.span import Stretch


def cut(text: str) -> list[str]:
    return [s.of(text) for s in sentences(text, pair(text))]


@pytest.mark.parametrize(
    "barred",
    [
        "Мост закрыт. |Ждать долго.",
        "Мост закрыт\n|Ждать долго.",
        "Мост закрыт до\nосени.",
        # a quotation is never cut
        "«Мост закрыт. Ждите», — сказал Сухов. |Все ждут.",
        "Сухов сказал: «Мост закрыт. Ждите». |Все ждут.",
        "«Мост закрыт.» |Все ждут.",
        "«Мост закрыт.»|Все ждут.",
        # a lost space
        "Мост закрыт.|Ждать долго.",
        "Мост закрыт!|Ждать долго.",
        # dots of names
        "Мост закрыт, сообщает sport.es. |Ждать долго.",
        "По словам собеседника vc.ru, мост закрыт. |Ждать долго.",
        "Об этом пишет портал Бор.Ру. |Ждать долго.",
        "Об этом пишет Бор.Реалии. |Ждать долго.",
        "Об этом пишет INTERFAX.RU. |Ждать долго.",
        # initials and abbreviations
        "И.О. Бобров закрыл мост. |Ждать долго.",
        "Исполняющий обязанности Н. Бобров закрыл мост. |Ждать долго.",
        "Мост закрыл А.С. Бобров. |Ждать долго.",
        "Сказал Дж. Смит. |Ждать долго.",
        "Мост стоит 5 млн руб. |Ждать долго.",
        "Поезд шёл со скоростью 90 км/ч. |Мост дрожал.",
        "В воздух поднялся X-43A. |Беспилотный аппарат упал.",
        # datelines stand alone
        "МОСКВА, 5 фев — РИА Новости. |Мост закрыт.",
        "МОСКВА, 3 мая. /ТАСС/. |Мост закрыт.",
        "Москва. 12 марта. INTERFAX.RU - |Мост закрыт.",
        "Бор, 22 апр - ИА Neftebor.RU. |Мост закрыт.",
        "БРЮССЕЛЬ, 24 апр ПРАЙМ. |Мост закрыт.",
        "ЛОНДОН, 10 июля, ФедералПресс. |Мост закрыт.",
        ", 15:08 REGNUM |Власти закрыли мост.",
        "Мост закрыт до осени|Москва. 12 марта. INTERFAX.RU - |Мост закрыли на ремонт. |Ждать долго.",
        # no datelines
        "В четверг, 5 июля 2018 года, Дума закрыла мост. |Все ждут.",
        "Сегодня, 9 мая, Иван Бобров — герой.",
        "Мэр Бора, 3 мая открывший мост, доволен.",
    ],
)
def test_sentences(barred: str) -> None:
    assert cut(barred.replace("|", "")) == [piece.strip() for piece in barred.replace("\n|", "|").split("|")]


def test_every_sentence_is_in_the_text_and_in_order() -> None:
    text = "  Мост закрыт . \n\n\n — Ждите ! \t\n"
    found = sentences(text, pair(text))
    assert found == sorted(found)
    assert all(s.of(text).strip() == s.of(text) != "" for s in found)


@pytest.mark.parametrize("text", ["", " \n\n ", "\t"])
def test_no_sentences(text: str) -> None:
    assert cut(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Мост закрытМосква. 12 марта. INTERFAX.RU - Мост закрыли.", "Москва. 12 марта. INTERFAX.RU - "),
        ("Мост закрыт 12 марта. Ждать долго.", None),
    ],
)
def test_datelines(text: str, line: str | None) -> None:
    found = dateline_of(text, Stretch(0, len(text)))
    assert (found and found.of(text)) == line


@pytest.mark.parametrize("piece", ["А", "А ", "Аб", "Аб-", "Москва. 5 ", "5 мая. ", ", 15:08 ", "а.Б", "км/ч. "])
def test_odd_texts_take_no_longer(piece: str) -> None:
    start = time.perf_counter()
    cut(piece * (100_000 // len(piece)))
    assert time.perf_counter() - start < 10
