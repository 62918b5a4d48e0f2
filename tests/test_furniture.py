"""What of a page is furniture: `[F …]` marks it, ¶ is a line break. And what never is."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from quotex.furniture import furniture
from quotex.lexicon.table import rows

MARK = re.compile(r"\[F ([^\]]*)\]")
BODY = (
    "Мост через Быструю закрыли на ремонт до конца осени, сообщили в мэрии. Движение пустили в объезд, а пешеходов "
    "перевозит паром, который ходит каждые полчаса. По словам мэра, мост не чинили тридцать лет.\n"
)
BUSY = BODY + BODY


def marked(example: str) -> tuple[str, list[str]]:
    """The plain text, and its furniture line by line."""
    example = example.replace("¶", "\n")
    lines = [line.strip() for found in MARK.findall(example) for line in found.split("\n")]
    return MARK.sub(r"\1", example), [line for line in lines if line]


def found(text: str) -> list[str]:
    pieces = [piece.strip() for s in furniture(text) for piece in s.of(text).split("\n")]
    return [piece for piece in pieces if re.search(r"\w", piece)]


def bare(lines: list[str]) -> str:
    return re.sub(r"\W+", " ", " ".join(lines)).strip()


@pytest.mark.parametrize(("pattern", "kind", "example"), list(rows("furniture")))
def test_every_entry_earns_its_place(pattern, kind, example):
    text, expected = marked(example)
    body = BODY
    assert bare(found(body + text)) == bare(expected)
    words = pattern.replace("…", ".{0,200}").replace("ё", "[её]")
    assert re.search(words, text, re.IGNORECASE | re.MULTILINE), "the example does not hold the entry"


PAGES = [
    # headlines beneath and beside
    BODY
    + "[F Читайте также¶Мэр: «Достроим к лету»¶Паром вернулся в порт¶¶]Осенью мост откроют снова, обещают в мэрии.",
    BODY + "[F Читайте также:¶¶Мэр: «Достроим к лету»¶¶Паром вернулся в порт¶¶]Осенью мост откроют, обещают в мэрии.",
    BODY + "[F Читайте также: Мэр обещал каток]¶" + BODY,
    BODY + "[F Ранее по теме: «Мост устал»: что говорят жители¶Паром вернулся в порт]¶¶" + BODY,
    BODY
    + "[F Также по теме¶Мост раздора: почему ремонт не начинали¶Власти города четвёртый год спорят о том, на...]¶"
    + BODY,
    BODY + "[F Материалы по теме¶Паром вернулся в порт¶¶Дума против объезда¶¶Каток открыт]",
    # tickers
    BODY + BODY + "[F 17:57 Паром вернулся в порт¶17:40 Мэр: «Достроим к лету»]",
    BODY + BODY + "[F Паром вернулся в порт Бизнес, 17:57¶Мэр пообещал каток Общество, 17:40]",
    BODY + BODY + "[F Паром вернулся в порт¶Бизнес, 17:57¶Мэр пообещал каток¶Общество, 17:40]",
    BODY + BODY + "[F Паром вернулся в порт 5 минут назад¶Мэр пообещал каток 2 часа назад]",
    BODY + "[F Последние новости 12:40 Врачи назвали завтрак¶12:15 В парке открыли фонтан¶Нашли ошибку?]",
    "[F 17:57 Паром вернулся в порт¶17:40 Мэр: «Достроим к лету»¶16:20 Каток открыт]¶Мост закрыт¶" + BUSY,
    # what stands behind the tags
    BODY + "[F Теги: мост, ремонт¶Паром вернулся в порт¶Мэр: «Достроим к лету»]",
    BODY + "[F Поделиться: Telegram¶¶Мэр: «Достроим к лету»¶Дума против]",
    # menus, rates, marks of age
    "[F Главная  Новости  Политика  Прогнозы  USD 431.5  EUR 489.2]¶Мост закрыт¶" + BODY,
    "[F НОВОСТИ | ОБЩЕСТВО | АФИША | РАБОТА | 16+]¶Мост закрыт¶" + BODY,
    "[F РБК  Телеканал  Газета  Компании  Скрыть баннеры]¶Мост закрыт¶" + BODY,
    "[F Главная » Общество » ЖКХ  |  18+]¶Мост закрыт¶" + BODY,
    # sentences and counters within a line
    BODY.strip() + " [F Нашли ошибку?] [F Выделите текст и нажмите Ctrl+Enter.]",
    BODY.strip() + " [F Подписывайтесь на наш канал, чтобы ничего не пропустить!]",
    "12 мая 2021, 14:20   [F Просмотров: 3 412]  [F Комментарии: 7]¶Мост закрыт¶" + BODY,
    BODY + "[F Сетевое издание «Вечерний Бор» зарегистрировано Роскомнадзором 14.05.2016, 18+]",
]


@pytest.mark.parametrize("page", PAGES)
def test_furniture_of_pages(page):
    text, expected = marked(page)
    assert bare(found(text)) == bare(expected)


KEPT = [
    # headlines, leads, datelines and dates at the top
    "Мэр: «Достроим к лету»\n\n" + BODY,
    "03:54 Мэр ответил жителям\n" + BODY,
    "Мост закрыт\nОбщество, 17:57\n" + BODY,
    "Технологии и медиа, 02 дек, 11:05\n«Почта» опровергла сбой\n" + BODY,
    "Новости | Город | 12.05.2021 14:20\nМост закрыт\n" + BODY,
    "БОР, 5 мая — «Бор-Инфо». " + BODY,
    "Источник: «Искра» снимется с турнира\n" + BODY,
    "Последние новости: мэр пообещал, что мост откроют\n" + BODY,
    # captions with words of somebody's, and credits without a label
    BODY + "Фото: мэр пообещал, что мост откроют",
    BODY + "Главный редактор: журнал закроют весной",
    BODY + "Автор: «Я писал её десять лет»",
    BODY + "Источник: мост откроют в мае",
    # lists, subheadings, interviews, chronicles
    BODY + "Что изменится\n" + BODY,
    BODY + "Список объездов:\nУлица Лесная\nУлица Речная\nПереулок Мостовой",
    BODY + "— Когда откроют мост?\n— Осенью.\n— А паром?\n— Паром останется",
    "Теги: мост\n" + BODY,
    BODY + "«Достроим к лету», — пообещал мэр",
    BODY + "14:05 Мэр прибыл на мост.\n14:10 Мэр пообещал, что мост откроют.\n",
    "14:05 Мэр прибыл на мост\n14:10 Мэр: мост откроют\n14:30 Мэр уехал",
    BODY + "16:08\nМэр прибыл на мост\n16:11\nМэр уехал, не ответив\n" + BODY,
    # furniture words in the article's own sentences
    "«Мы растём. Подписывайтесь на наш канал. Будет весело», — сказал блогер. " + BODY,
    "«Подписывайтесь на наш канал», — призвал блогер. " + BODY,
    "Подписывайтесь на наш канал, — призвал блогер. " + BODY,
    "Поделиться опытом приехали строители из Усть-Бора. " + BODY,
    "Запись в больницу открыта. Она ведётся через электронную регистратуру, сообщили в СМИ. " + BODY,
    "При использовании лифта обязательна маска, напомнили в мэрии. " + BODY,
    "Издание пишет, что фирма зарегистрирована Министерством юстиции. " + BODY,
    "Политика и общество: о чём спорили на форуме\n" + BODY,
    BODY + "Мэр написал об этом в\nTelegram\n, откликов пока нет.",
    BODY + "Мэр выступил на канале\nПрямой эфир\nи ответил на вопросы.",
    "Россия — Финляндия — 5:2\nИзраиль — Македония — 0:1\n" + BODY,
]


@pytest.mark.parametrize("text", KEPT)
def test_the_article_is_kept(text):
    assert found(text) == (["Теги: мост"] if text.startswith("Теги") else [])


def test_prose_behind_a_block_is_kept():
    """A block ends at prose, and at an empty line wider than its own."""
    text = BODY + "Читайте также\nПаром вернулся в порт\n\nЧто дальше\n\n" + BODY
    assert found(text) == ["Читайте также", "Паром вернулся в порт"]


@pytest.mark.parametrize("headline", ["Мост закрыт\n", "Мост закрыт\n\n", "Мост закрыт\n12 мая 2021, 14:20\n"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_own_headline_is_kept_under_a_block_at_the_top(headline, gap):
    text = gap.join(["Читайте также", "Паром вернулся в порт", headline + BODY])
    assert found(text) == ["Читайте также", "Паром вернулся в порт"]


def test_own_headline_is_kept_under_a_ticker():
    ticker = "Паром вернулся в порт\nБизнес, 17:57\nКаток открыт\nСпорт, 17:40\n"
    text = ticker + "Мост закрыт\nОбщество, 14:20\n" + BUSY
    assert found(text) == ticker.strip().split("\n")


def test_words_of_somebody_behind_the_tags_are_kept():
    assert found(BODY + "Теги: мост\n«Достроим к лету», — пообещал мэр") == ["Теги: мост"]


def test_stretches_are_in_order_and_apart():
    text = MARK.sub(r"\1", "".join(PAGES).replace("¶", "\n"))
    stretches = list(furniture(text))
    assert stretches
    assert all(a.end <= b.start for a, b in pairwise(stretches))


def test_a_list_of_headlines_alone_is_kept():
    """Without any prose the headlines are the article."""
    assert found("Главные новости\nПаром вернулся в порт\nМэр: «Достроим к лету»") == ["Главные новости"]
