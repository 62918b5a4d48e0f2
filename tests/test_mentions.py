"""Mentions: who and what is named or described, with titles; every role word of the table by its example."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from quotex.lexicon.role import RoleKind, read_roles
from quotex.lexicon.table import rows
from quotex.morph import lemma
from quotex.parse import Doc
from quotex.speaker.entities import cast
from quotex.speaker.mentions import Mention, MentionKind, find, wording

Parsed = Callable[[str], Doc]
ROLES = read_roles()

PERSONS = [
    ("Министр обороны Олег Ким приехал.", "Олег Ким", ["министр обороны"]),
    (
        "По словам министра иностранных дел Чили Хуана Рохаса, визит отложен.",
        "Хуан Рохас",
        ["министр иностранных дел Чили"],
    ),
    ("Олег Ким, глава банка, сказал, что вклады целы.", "Олег Ким", ["глава банка"]),
    ("Премьер назначил Олега Кима министром обороны.", "Олег Ким", ["министр обороны"]),
    ("Иван Лосев стал мэром города.", "Иван Лосев", ["мэр города"]),
    ("Первый заместитель главы района Анна Лосева уехала.", "Анна Лосева", ["первый заместитель главы района"]),
    ("Жена Ивана Лосева уехала.", "Иван Лосев", []),
    ("А. В. Лосев уехал.", "А. В. Лосев", []),
    ("Паоло дель Брокко приехал на фестиваль.", "Паоло дель Брокко", []),
]

NAMED = [
    ("В компании «Ромашка» сказали, что цех закрыт.", MentionKind.ORGANIZATION, "Ромашка"),
    ("В МИД России сказали, что визит отложен.", MentionKind.ORGANIZATION, "МИД России"),
    ("По данным Министерства обороны РФ, флот готов.", MentionKind.ORGANIZATION, "Министерство обороны РФ"),
    ("Москва заявила, что готова к диалогу.", MentionKind.PLACE, "Москва"),
    ("В Кремле отметили, что визит отложен.", None, "Кремль"),
]

DESCRIBED = [
    ("Эксперты считают, что мост цел.", "эксперты", RoleKind.PERSON, "Plur"),
    ("По словам источника в мэрии, парк закроют.", "источник в мэрии", RoleKind.UNNAMED, "Sing"),
    ("В сообщении говорится, что рейс отменён.", "сообщение", RoleKind.DOCUMENT, "Sing"),
    ("В пресс-службе завода сказали, что печь цела.", "пресс-служба завода", RoleKind.BODY, "Sing"),
    ("Власти города считают, что снега мало.", "власти города", RoleKind.GROUP, "Plur"),
]

ENTITIES = [
    ("Иван Лосев приехал. Лосева встретили. Лосеву дали слово.", {"Иван Лосев": 3}),
    ("Иван Лосев и Анна Лосева приехали. Лосева устала. Лосев нет.", {"Иван Лосев": 2, "Анна Лосева": 2}),
    ("Ждали Ивана Петровича Лосева. Иван Лосев приехал.", {"Иван Петрович Лосев": 2}),
    ("Лосев молчал. Потом И. Лосев ушёл. Иван Лосев вернулся.", {"Иван Лосев": 3}),
    ("Ждали Олега Мережку. Мережка приехал.", {"Олег Мережка": 2}),
    ("В МИД России ждут. МИД готов. Об этом сказали в МИД РФ.", {"МИД России": 3}),
    ("Министерство финансов считает иначе. Минфин готов.", {"Министерство финансов": 2}),
]


def _find(doc: Doc) -> list[Mention]:
    return find(doc, ROLES)


@pytest.mark.parametrize(("text", "name", "titles"), PERSONS)
def test_person(parsed: Parsed, text: str, name: str, titles: list[str]) -> None:
    person = next(m for m in _find(parsed(text)) if m.kind is MentionKind.PERSON)
    assert (person.name, [t.text for t in person.titles]) == (name, titles)


@pytest.mark.parametrize(("text", "kind", "name"), NAMED)
def test_named(parsed: Parsed, text: str, kind: MentionKind | None, name: str) -> None:
    found = {m.name: m.kind for m in _find(parsed(text)) if m.kind is not MentionKind.ROLE}
    assert name in found
    assert kind is None or found[name] is kind


@pytest.mark.parametrize(("text", "name", "role", "number"), DESCRIBED)
def test_described(parsed: Parsed, text: str, name: str, role: RoleKind, number: str) -> None:
    doc = parsed(text)
    found = [m for m in _find(doc) if m.kind is MentionKind.ROLE]
    assert (wording(doc, found[0]), found[0].role, found[0].number) == (name, role, number)


@pytest.mark.parametrize(("text", "names"), ENTITIES)
def test_entities(parsed: Parsed, text: str, names: dict[str, int]) -> None:
    assert {e.name: len(e.mentions) for e in cast(parsed(text), ROLES).entities} == names


def test_an_outlet_has_its_canonical_name(parsed: Parsed) -> None:
    doc = parsed("Об этом пишет «Вечерняя Луза».")
    place = next(q.inner for q in doc.quotations)
    (entity,) = cast(doc, ROLES, {place: "Вечерняя Луза"}).entities
    assert (entity.name, entity.is_outlet) == ("Вечерняя Луза", True)


def test_every_role_word_occurs_in_its_example(parsed_all: Callable[[Sequence[str]], list[Doc]]) -> None:
    table = list(rows("roles"))
    docs = parsed_all([row[2] for row in table])
    strange = [row[0] for row, doc in zip(table, docs, strict=True) if lemma(row[0], "NOUN") not in _nouns(doc)]
    assert len(table) >= 350
    assert not strange


def _nouns(doc: Doc) -> set[str]:
    tokens = doc.sentences[0].tokens
    return {lemma(t.text, "NOUN") for t in tokens} | {t.lemma for t in tokens}


def test_role_words_are_listed_once() -> None:
    words = [row[0] for row in rows("roles")]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("text", ["Республиканец сказал, что рад.", "Прочитавшая письмо уехала.", "Пилот Ан-28 уехал."])
def test_no_person_is_named(parsed: Parsed, text: str) -> None:
    assert [m.name for m in find(parsed(text), ROLES) if m.kind is MentionKind.PERSON] == []
