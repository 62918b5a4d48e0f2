"""The last quote of a text: who said it, through whom. For what rules, speakers and sources settle between them."""

from __future__ import annotations

import pytest

from quotex import Extractor

LAST = [
    # whoever is quoted by an outlet
    ("«Мы не торгуемся», — цитирует заявление Минлеса агентство Reuters.", "Минлес", "Reuters"),
    # where one speaks is no part of who speaks
    ("Губернатор на пресс-конференции заявил, что слухи ложны.", "губернатор", None),
    ("В комиссии Кемской области 5 ноября сообщили, что считают.", "комиссия Кемской области", None),
    # documents speak for whoever issued them
    ("Вчера пресс-служба завода выпустила сообщение, где сказано, что печь цела.", "пресс-служба завода", None),
    ("Олег Ким приехал. В заявлении, сделанном Олегом Кимом, говорится, что мост цел.", "Олег Ким", None),
    ("«Победа далась трудно», — говорится в поздравлении Олега Кима.", "Олег Ким", None),
    # the same body goes on
    ("Порт открыт, сообщили в посольстве Чили. Уточняется, что грузы целы.", "посольство Чили", None),
    ("ФАС проверила биржу. По данным службы, цены упали на 6 %.", "ФАС", None),
    # one voice bears the descriptions
    ("Мост закроют, сообщила депутат. Анна Ким добавила, что его починят.", "Анна Ким", None),
    # owners
    ("«Суд ошибся», — заявил защитник Веткиной Олег Ким.", "Олег Ким", None),
    ("По мнению администрации Веткина, город защищён.", "администрация Веткина", None),
    ("Лыжница Анна Ким устала и, по собственному признанию, могла бы упасть.", "Анна Ким", None),
    # long titles
    ("По словам старшего партнера аудиторской компании Bor Law Firm Олега Кима, дел больше.", "Олег Ким", None),
    ("Сев начат. Об этом рассказал редактор журнала «Пашня» Института зерна Аждар Куртов.", "Аждар Куртов", None),
    # channels speak for their owners, or under their own names
    ("«Дело открыто», — сообщается в Telegram-канале мэрии.", "мэрия", "Telegram"),
    ("Дело открыто, сообщает Telegram-канал «112».", "112", "112"),
    # what modifies no noun stands for one
    ("По словам одного из арестованных, план был готов.", "один из арестованных", None),
    # people who were subject shortly before
    ("Бортпроводники бастуют из-за условий, которые, по их словам, не стали лучше.", "бортпроводники", None),
    # an outlet credited in the sentence after
    ("Пресс-секретарь Олег Ким сообщил, что визит отложен. Сообщает BBC.", "Олег Ким", "BBC"),
    ("Анна Ким сообщила, что здорова. Певица сообщила об этом в своём Instagram.", "Анна Ким", "Instagram"),
    ("«Вакцина придёт в мае», — сообщил в личном блоге мэр Олег Ким.", "Олег Ким", "блог"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "source"), LAST)
def test_last_quote(text: str, speaker: str, source: str | None, extractor: Extractor) -> None:
    last = extractor.extract(text).quotes[-1]
    assert last.speaker
    assert (last.speaker.name, last.source and last.source.name) == (speaker, source)


def test_descriptions_of_the_one_voice(extractor: Extractor) -> None:
    found = extractor.extract("Мост закроют, сообщила депутат. Анна Ким добавила, что его починят.").quotes
    assert [quote.speaker and quote.speaker.name for quote in found] == ["Анна Ким", "Анна Ким"]


def test_an_address_is_one_word(extractor: Extractor) -> None:
    (found,) = extractor.extract("Мэр Олег Ким заявил, что портал bor.ru заработал, передаёт ТАСС.").quotes
    assert found.text == "портал bor.ru заработал"


def test_a_score_announces_nothing(extractor: Extractor) -> None:
    assert extractor.extract("Гости взяли первую партию, хотя могли и вторую, и предупреждали судью.").quotes == ()


def test_a_description_in_another_gender_is_another(extractor: Extractor) -> None:
    found = extractor.extract("Мост закроют, сообщил депутат. Анна Ким добавила, что его починят.").quotes
    assert [quote.speaker and quote.speaker.name for quote in found] == ["депутат", "Анна Ким"]
