"""Time expressions: a sentence with the expression marked `[W …]`, the day of publication, the day it names."""

from __future__ import annotations

import re
from datetime import date

import pytest

from quotex.lexicon.month import month
from quotex.lexicon.table import rows
from quotex.source.dates import find
from quotex.span import Stretch

MARK = re.compile(r"\[W ([^\]]+)\]")
PUBLISHED = date(2024, 5, 16)  # a Thursday


def found(example: str, published: date | None = PUBLISHED) -> list[tuple[str, date | None, bool]]:
    text = MARK.sub(r"\1", example)
    return [(w.stretch.of(text), w.value, w.vague) for w in find(text, Stretch(0, len(text)), published)]


@pytest.mark.parametrize(
    ("example", "day"),
    [
        ("Он сказал это [W 28 января].", date(2024, 1, 28)),
        ("Он сказал это [W 28 июня].", date(2023, 6, 28)),
        ("Он сказал это [W 29 февраля].", date(2024, 2, 29)),
        ("Он сказал это [W 3 марта 2019 года].", date(2019, 3, 3)),
        ("Он сказал это [W 12.03.2021].", date(2021, 3, 12)),
        ("Он сказал это [W 2021-03-12].", date(2021, 3, 12)),
        ("Он сказал это [W в четверг].", date(2024, 5, 16)),
        ("Он сказал это [W во вторник].", date(2024, 5, 14)),
        ("Он сказал это [W в пятницу].", date(2024, 5, 10)),
        ("Он сказал это [W в прошлый четверг].", date(2024, 5, 9)),
        ("Он сказал это [W в минувшее воскресенье].", date(2024, 5, 12)),
        ("[W Сегодня] он сказал это.", date(2024, 5, 16)),
        ("[W Вчера] он сказал это.", date(2024, 5, 15)),
        ("[W Накануне] он сказал это.", date(2024, 5, 15)),
        ("[W Накануне] в эфире он сказал это.", date(2024, 5, 15)),
        ("[W Накануне] она написала это.", date(2024, 5, 15)),
        ("Это [W накануне] сказала она.", date(2024, 5, 15)),
        ("Он сказал это [W 5 декабря прошлого года].", date(2023, 12, 5)),
        ("Он сказал это [W 5 мая прошлого года].", date(2023, 5, 5)),
        ("Он сказал это [W 5 мая 2020-го года].", date(2020, 5, 5)),
        ("[W Позавчера] он сказал это.", date(2024, 5, 14)),
        ("Он сказал это в ночь на [W 5 мая].", date(2024, 5, 5)),
        ("Он сказал это утром [W 7 мая].", date(2024, 5, 7)),
    ],
)
def test_days(example: str, day: date) -> None:
    assert found(example) == [(MARK.search(example)[1], day, False)]  # type: ignore[index]


@pytest.mark.parametrize(
    "example",
    [
        "[W Накануне визита] он сказал это.",
        "[W Накануне финала] он сказал это.",
        "Он сказал это [W в 1924-м].",
        "[W Через четыре года] он сказал это.",
        "[W Две недели спустя] он сказал это.",
        "[W После этого] мэр сказал это.",
        "Он сказал это [W на прошлой неделе].",
        "Он сказал это [W в начале июля].",
        "Он сказал это [W в 2014 году].",
        "Он сказал это ещё [W в марте].",
        "Он сказал это [W в апреле 2020 года].",
        "Он сказал это [W два дня назад].",
        "Он сказал это [W 25–26 марта].",
        "Он сказал это [W летом].",
        *(row[-1] for row in rows("vague_times")),
    ],
)
def test_vague(example: str) -> None:
    assert found(example) == [(MARK.search(example)[1], None, True)]  # type: ignore[index]


@pytest.mark.parametrize(
    "text",
    [
        "Завод выпустил 28 машин.",
        "Мы готовы, тогда как они молчат.",
        "Версия 1.2.3 вышла без ошибок.",
        "Пятница прошла тихо.",
        "Марта сказала это.",
        "После этого он сказал иначе.",
        "Дошло до того, что мост закрыли.",
        "Вчерашний день прошёл.",
    ],
)
def test_no_time(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("example", [row[-1] for row in rows("months")])
def test_months(example: str) -> None:
    (_, day, vague), *rest = found(example)
    assert day is not None
    assert (day.day, vague, rest) == (3, False, [])


def test_month_numbers() -> None:
    assert [month(w) for w in ("янв", "января", "мая", "май", "марта", "стола")] == [1, 1, 5, 5, 3, None]


def test_impossible_days_have_no_value() -> None:
    assert [value for _, value, _ in found("Это было 31 июня и 45.13.2020.")] == [None, None]


def test_without_publication_only_full_dates_have_a_value() -> None:
    values = [v for _, v, _ in found("Вчера, во вторник, 3 мая и 4 мая 2020 года.", None)]
    assert values == [None, None, None, date(2020, 5, 4)]


def test_the_first_days_of_the_calendar() -> None:
    assert found("Накануне он сказал это.", date.min) == [("Накануне", None, False)]
