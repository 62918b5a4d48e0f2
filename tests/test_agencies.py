"""Outlets: a test is a sentence with the mention marked `[O …]`; the tables' own examples run first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from quotex.lexicon.outlet import Outlet, Press, read_outlet_nouns, read_outlets
from quotex.lexicon.table import rows
from quotex.parse import Doc
from quotex.source.agencies import Credit, find

MARK = re.compile(r"\[O ([^\]]+)\]")
Parse = Callable[[str], Doc]


@pytest.fixture(scope="module")
def press() -> Press:
    return Press.load()


def unmarked(example: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentence without marks, and where the marked mentions stand in it."""
    spans, removed = [], 0
    for match in MARK.finditer(example):
        start = match.start() - removed
        spans.append((start, start + len(match[1])))
        removed += len(match[0]) - len(match[1])
    return MARK.sub(r"\1", example), spans


def places(found: Sequence[Credit]) -> list[tuple[int, int]]:
    return [(c.stretch.start, c.stretch.end) for c in found]


def wrong(examples: Sequence[str], press: Press, docs: Sequence[Doc]) -> list[str]:
    return [e for e, doc in zip(examples, docs, strict=True) if places(find(doc, press)) != unmarked(e)[1]]


def test_every_outlet_of_the_table_is_found_by_its_name(
    press: Press, parsed_all: Callable[[Sequence[str]], list[Doc]]
) -> None:
    outlets = list(read_outlets())
    docs = parsed_all([unmarked(o.example)[0] for o in outlets])
    assert wrong([o.example for o in outlets], press, docs) == []
    assert [o.name for o, doc in zip(outlets, docs, strict=True) if find(doc, press)[0].name != o.name] == []


def test_outlets_stand_once_in_the_table() -> None:
    names = [o.name for o in read_outlets()]
    assert len(names) == len(set(names)) >= 220


def test_examples_of_the_other_tables(press: Press, parsed_all: Callable[[Sequence[str]], list[Doc]]) -> None:
    examples = [n.example for n in read_outlet_nouns()]
    examples += [row[-1] for table in ("outlet_words", "outlet_bystanders") for row in rows(table)]
    assert wrong(examples, press, parsed_all([unmarked(e)[0] for e in examples])) == []


@pytest.mark.parametrize(
    ("example", "name"),
    [
        ('Мост закрыли, рассказали [O РИА "Новости"] в мэрии.', "РИА Новости"),
        ("Как пишут «[O Ведомости]», склад продан.", "Ведомости"),
        ("Эксперт ответил агентству [O Рейтер].", "Reuters"),
        ("Врач выступила в эфире «[O России—24]».", "Россия 24"),
        ("Склад продан, пишет [O Уолл-стрит джорнэл].", "The Wall Street Journal"),
        ("Склад продан, сообщает [O INTERFAX.RU].", "Интерфакс"),
        ("Об этом говорится на официальном [O сайте управления лесов].", "сайт управления лесов"),
        ("Пекарь рассказал об этом в [O блоге Марии Ивановой].", "блог Марии Ивановой"),
        ("Пекарь рассказал об этом в своём [O микроблоге].", "Twitter"),
        ("Посол написал в [O твиттере], что улетает.", "Twitter"),
        ("Снимок выложил паблик «[O Наш Бор]».", "Наш Бор"),
        ("Новость первым дал [O borovik.info].", "borovik.info"),
        ("Мост закрыли, передаёт «[O Вечерний Бор]».", "Вечерний Бор"),
        ("Мост закрыли, сообщает [O Bor Daily News].", "Bor Daily News"),
        # names that no table knows, by the words beside them
        ("Мост закрыт, отмечает «[O Вечерний Бор]».", "Вечерний Бор"),
        ("Ранее «[O Бор Online]» писал, что мост цел.", "Бор Online"),
        ("Мост закрыт, рассказали «[O Вечернему Бору]» жильцы.", "Вечерний Бор"),
        ("Мост закрыт, рассказали «[O Вечернему Усть-Бору]» жильцы.", "Вечерний Усть-Бор"),
        ("Мэр сказал «[O Борским новостям]», что мост цел.", "Борские новости"),
        ("Об этом «[O Журналисту]» сообщили в мэрии.", "Журналист"),
        ("Как рассказала «[O БорИнфо]» жительница дома, мост цел.", "БорИнфо"),
        ("Он ответил корреспонденту «[O Северного обозрения]».", "Северное обозрение"),
        ("В беседе с «[O Речным вестником]» пекарь признался в ошибке.", "Речной вестник"),
        ("В эфире «[O Волны Бора]» мэр был краток.", "Волна Бора"),
        ("Мэр ответил в эфире программы «[O Утро Бора]».", "Утро Бора"),
        ("«Мост цел», — приводит слова мэра «[O Чемпионат]».", "Чемпионат"),
        # longer than a name of the table
        ("Мост закрыт, сообщает «[O Мтавари новости]».", "Мтавари новости"),
        ("Мост закрыт, передаёт РИА «[O Бор-Информ]».", "Бор-Информ"),
        ("Мост закрыт, передаёт РИА [O ФедералПресс].", "ФедералПресс"),
        ("Мост закрыт, передаёт ИА [O Бор-Информ].", "Бор-Информ"),
        # names with a dot
        ("Мост закрыт, сообщает [O sport.es].", "sport.es"),
        ("Мост закрыт, сообщает портал «[O Бор.Сегодня]».", "Бор.Сегодня"),
        ("Мэр ответил порталу [O Бор.ру].", "Бор.ру"),
    ],
)
def test_names(example: str, name: str, press: Press, parsed: Parse) -> None:
    text, spans = unmarked(example)
    found = find(parsed(text), press)
    assert (places(found), [c.name for c in found]) == (spans, [name])


@pytest.mark.parametrize(
    "text",
    [
        "Завод «Звезда» спустил танкер на воду.",
        "Он читал правду в её глазах.",
        "По ведомостям прошли не все выплаты.",
        "Над городом прошёл дождь.",
        "Партия «Труд» выдвинула мэра.",
        "Источник в Москве подтвердил отставку.",
        "Рейтинговое агентство Boris Ratings снизило оценку.",
        "Удары нанесли ВВС Израиля.",
        "Источник: https://www.newsru.com/russia/page.html",
        "Письма шлите на bor@lenta.ru до вечера.",
        "Баскетболисты «Анадолу Эфес» победили.",
        "Судно прошло Суэцкий канал.",
        "Издание закрыли по решению суда.",
        "Завод «Бор» писал поставщикам.",
        "Мост закрыт, сообщает ЦОС ФСБ.",
        "Мост закрыт, сообщает пресс-служба «Бора».",
        "Мэр участвует в программе «Дороги Бора».",
    ],
)
def test_no_outlet(text: str, press: Press, parsed: Parse) -> None:
    assert find(parsed(text), press) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Склад продан, пишет газета «Труд». Издание назвало покупателя.", ["Труд", "Труд"]),
        ("Мост закрыт, передаёт Reuters. Собеседник агентства назвал сроки.", ["Reuters", "Reuters"]),
        ("Мост закрыт, передаёт Reuters. Телеканал назвал сроки.", ["Reuters"]),
        ("Мост закрыт, пишет «Труд», передаёт НТВ. Газета назвала сроки.", ["Труд", "НТВ", "Труд"]),
    ],
)
def test_named_once_more(text: str, names: list[str], press: Press, parsed: Parse) -> None:
    assert [c.name for c in find(parsed(text), press)] == names


def test_an_outlet_of_ones_own(parsed: Parse) -> None:
    press = Press.load([Outlet("Борская весть", "paper", ("БВ",))])
    found = find(parsed("Пекарь рассказал «Борской вести» о хлебе, пишет БВ."), press)
    assert [c.name for c in found] == ["Борская весть", "Борская весть"]
