"""Names in the nominative: persons in every case, noun phrases, endings of names that no dictionary knows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotex.inflect import endings, stem, surname_nominative
from quotex.lexicon.ending import Ending
from quotex.naming import person_name, phrase_name
from quotex.parse import Doc
from quotex.phrase import extent

Parsed = Callable[[str], Doc]

PERSONS = [
    ("По словам Дмитрия Волкова, мост цел.", "Дмитрий Волков", "Masc"),
    ("По словам Анны Ивановой, мост цел.", "Анна Иванова", "Fem"),
    ("По словам Тараса Шевченко, мост цел.", "Тарас Шевченко", "Masc"),
    ("По словам Александра Дюма, мост цел.", "Александр Дюма", "Masc"),
    ("По словам Марии Черных, мост цел.", "Мария Черных", "Fem"),
    ("По мнению Михаила Салтыкова-Щедрина, нравы те же.", "Михаил Салтыков-Щедрин", "Masc"),
    ("По мнению Ангелы Меркель, договор нужен.", "Ангела Меркель", "Fem"),
    ("Это было сказано Рамзаном Кадыровым.", "Рамзан Кадыров", "Masc"),
    ("По мнению Ги Верхофстадта, договор нужен.", "Ги Верхофстадт", "Masc"),
    ("По словам Си Цзиньпина, договор нужен.", "Си Цзиньпин", "Masc"),
    ("По словам Олега Матыцина, стадион готов.", "Олег Матыцин", "Masc"),
    ("По словам Сергея Викторовича Лаврова, визит отложен.", "Сергей Викторович Лавров", "Masc"),
    ("По словам А. В. Петрова, визит отложен.", "А. В. Петров", "Masc"),
    ("По мнению Д.Рааба, сделки не будет.", "Д.Рааб", "Masc"),
    ("По словам Мишель Обамы, дети растут.", "Мишель Обама", "Fem"),
    ("Об этом спросили Барака Обаму.", "Барак Обама", "Masc"),
    ("По словам Дмитрия Задворского, пруд чист.", "Дмитрий Задворский", "Masc"),
    ("По словам Елены Цой, пруд чист.", "Елена Цой", "Fem"),
    ("По словам Урсулы фон дер Ляйен, пошлины снизят.", "Урсула фон дер Ляйен", "Fem"),
    ("Письмо передали Сергею Шойгу.", "Сергей Шойгу", "Masc"),
    ("По словам Пола Маккартни, альбом готов.", "Пол Маккартни", "Masc"),
    ("По словам Фёдора Емельяненко, бой будет.", "Фёдор Емельяненко", "Masc"),
]

PHRASES = [
    ("Это сказано министром иностранных дел России.", "министром", "министр иностранных дел России"),
    ("В пресс-службе Кремля отметили, что визит отложен.", "пресс-службе", "пресс-служба Кремля"),
    ("В Министерстве обороны РФ сказали, что флот готов.", "Министерстве", "Министерство обороны РФ"),
    ("По словам неназванных источников, сделки не будет.", "источников", "неназванные источники"),
    ("Об этом известно источнику в правительстве.", "источнику", "источник в правительстве"),
    ("По данным следствия, замок сломан.", "следствия", "следствие"),
    ("По словам двух независимых экспертов, мост цел.", "экспертов", "два независимых эксперта"),
    ("Об этом заявили семь профсоюзов.", "профсоюзов", "семь профсоюзов"),
    ("По мнению местных жителей, пруд мелеет.", "жителей", "местные жители"),
    ("По словам одного из инженеров, бетон хорош.", "инженеров", "инженеры"),
    ("По прогнозам МЭРТа, рост продолжится.", "МЭРТа", "МЭРТ"),
    ("Эксперты считают, что мост выдержит.", "Эксперты", "эксперты"),
    ("По мнению представителей завода, воздух чист.", "представителей", "представители завода"),
]


@pytest.mark.parametrize(("text", "name", "gender"), PERSONS)
def test_person(parsed: Parsed, text: str, name: str, gender: str) -> None:
    doc = parsed(text)
    span = next(n.stretch for n in doc.names if n.kind == "PER")
    found = person_name([t for t in doc.sentences[0].tokens if span.holds(t.stretch)])
    assert (found.text, found.gender or gender) == (name, gender)


@pytest.mark.parametrize(("text", "noun", "name"), PHRASES)
def test_phrase(parsed: Parsed, text: str, noun: str, name: str) -> None:
    sentence = parsed(text).sentences[0]
    head = next(i for i, token in enumerate(sentence.tokens) if token.text == noun)
    assert phrase_name(sentence, head, *extent(sentence, head)) == name


@pytest.mark.parametrize("ending", endings(), ids=lambda e: f"{e.gender}-{e.case}-{e.example}")
def test_every_ending_has_an_example_that_it_decides(ending: Ending) -> None:
    word, nominative = ending.example.split()
    assert ending.replaced(word) == nominative
    assert surname_nominative(word, ending.case, ending.gender) == nominative


@pytest.mark.parametrize("word", ["Шевченко", "Черных", "Саакашвили", "Живаго", "Ландау", "Кличко"])
@pytest.mark.parametrize("case", ["Gen", "Dat", "Ins", "Loc"])
def test_names_of_one_form_stay(word: str, case: str) -> None:
    assert surname_nominative(word, case, "Masc") == word


@pytest.mark.parametrize("word", ["Меркель", "Мэй", "Собчак", "Цой", "Буш"])
def test_a_womans_name_on_a_consonant_stays(word: str) -> None:
    assert surname_nominative(word, "Gen", "Fem") == word


@pytest.mark.parametrize("forms", [("Волков", "Волкова", "Волковым", "Волкове"), ("Дюран-Берг", "Дюрана-Берга")])
def test_forms_of_a_name_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1
