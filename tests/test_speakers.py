"""Speakers: each text ends in a cue whose voice is marked by [ ]; the row says who it is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from quotex.lexicon.role import countries, offices, read_roles
from quotex.lexicon.table import rows
from quotex.parse import Doc, Sentence
from quotex.rules.claim import Slot, Voice
from quotex.span import Stretch
from quotex.speaker.entities import cast
from quotex.speaker.resolve import SpeakerFound, Utterance, resolve

Parsed = Callable[[str], Doc]
ROLES = read_roles()
MARK = re.compile(r"\[([^\]]*)\]")

SPEAKERS = [
    # names
    ("[Иван Лосев] сказал, что мост цел.", "Иван Лосев", "person", "name"),
    ("Иван Лосев приехал. По словам [Лосева], мост цел.", "Иван Лосев", "person", "surname"),
    ("[Мэр города Анна Лосева] сказала, что мост цел.", "Анна Лосева", "person", "name"),
    ("[Мэр города] Анна Лосева сказала, что мост цел.", "Анна Лосева", "person", "name"),
    ("В [Кремле] отметили, что визит отложен.", "Кремль", "organization", None),
    ("В [компании «Ромашка»] сказали, что цех закрыт.", "Ромашка", "organization", "organization"),
    ("[Иван Лосев и Олег Ким] сказали, что мост цел.", "Иван Лосев и Олег Ким", "group", "joint"),
    ("[Жена Ивана Лосева] сказала, что он болен.", "жена Ивана Лосева", "person", "description"),
    ("Лидия Хан сбежала. [Муж Хан] признался, что боится.", "муж Хан", "person", None),
    ("[Менеджер Мии Фэрроу] сказал, что семья скорбит.", "менеджер Мии Фэрроу", "person", None),
    ("Умер Би Би Кинг. [Его адвокат] сообщил, что он спал.", "адвокат", "person", None),
    ("Был Александр Ванцов. «Мост цел», — сказал [Александр Николаевич].", "Александр Ванцов", "person", None),
    ("Айман аль-Завахири здоров. [Завахири] заявил, что мост цел.", "Айман аль-Завахири", "person", None),
    ("Роман написала писательница Харпер Линн. [Писательница] призналась, что рада.", "Харпер Линн", "person", None),
    ("Мэр Ольга Ким и глава совета Анна Лунд спорили. [Мэр] сказала, что мост цел.", "Ольга Ким", "person", None),
    ("Анна Ржевская-Белова ушла. [Белова] сказала, что рада.", "Анна Ржевская-Белова", "person", "surname"),
    ("Министр иностранных дел Олег Ким болен. [Глава МИД РФ] сказал, что мост цел.", "Олег Ким", "person", "role"),
    ("Министр иностранных дел Ирана Али Рей ушёл. [Глава МИД РФ] молод, сказал он.", "глава МИД РФ", "person", None),
    ("Тренер «Бора» Иван Ким рад. По словам [главного тренера «Бора»], мост цел.", "Иван Ким", "person", "role"),
    ("Мэр Иван Ким вышел к людям. [Журналист] спросил, готов ли мост.", "журналист", "person", "description"),
    ("Это следует из доклада мэрии. В [докладе] говорится, что мост цел.", "мэрия", "organization", None),
    # bodies
    ("Альбом группы «Заря» вышел. В [группе] заявили, что рады.", "Заря", "organization", None),
    (
        "Рейс отменила авиакомпания Fly Baltic. В [авиакомпании] сказали, что рейс один.",
        "Fly Baltic",
        "organization",
        None,
    ),
    (
        "Мост закрыт, сообщило [ГУ МВД России по Ростовской области].",
        "ГУ МВД России по Ростовской области",
        "organization",
        None,
    ),
    (
        "Дело у Федеральной антимонопольной службы (ФАС). [ФАС] заявила, что спора нет.",
        "Федеральная антимонопольная служба",
        "organization",
        None,
    ),
    # pronouns
    ("[Иван Лосев] сказал, что мост цел. [Он] добавил, что едет.", "Иван Лосев", "person", "pronoun"),
    ("[Анна Лосева] сказала, что Иван Ким здоров. По [её] словам, он спит.", "Анна Лосева", "person", "pronoun"),
    ("[Иван Лосев] сказал, что мост цел. Анна Ким приехала. [Она] заявила, что рада.", "Анна Ким", "person", "pronoun"),
    ("[Иван Лосев] сказал, что мост цел. Анна Ким приехала. [Он] заявил, что рад.", "Иван Лосев", "person", "pronoun"),
    ("[Эксперты] считают, что мост цел. По [их] словам, он новый.", "эксперты", "group", "pronoun"),
    ("Дождь шёл весь день. [Он] заявил, что рад.", None, "unnamed", "pronoun"),
    ("[Иван Лосев] сказал, что мост цел. [Я] говорил, что рад.", None, "unnamed", "pronoun"),
    ("В город приехал представитель завода. [Он] сказал, что печь цела.", "представитель завода", "person", None),
    # descriptions
    ("Министр обороны Олег Ким приехал. [Министр] сказал, что рад.", "Олег Ким", "person", "role"),
    ("Министр обороны Олег Ким приехал. [Глава Минобороны] сказал, что рад.", "Олег Ким", "person", "role"),
    ("Президент США Джон Смит приехал. [Американский лидер] сказал, что рад.", "Джон Смит", "person", "role"),
    ("[Иван Лосев] сказал, что мост цел. [Политик] добавил, что едет.", "Иван Лосев", "person", "description"),
    ("[Источник в мэрии] сказал, что парк закроют. [Собеседник агентства] рад.", "источник в мэрии", "unnamed", None),
    ("[Депутат Иван Лосев] сказал, что мост цел. [Губернатор] заявил, что рад.", "губернатор", "person", "description"),
    ("[Представители завода] сказали, что печь цела.", "представители завода", "group", "group"),
    ("В [пресс-службе МВД] сказали, что вор пойман.", "пресс-служба МВД", "organization", None),
    ("[Неназванный источник] сказал, что сделки не будет.", "неназванный источник", "unnamed", "unnamed"),
    ("В компании «Ромашка» рады. [Компания] сообщила, что цех открыт.", "Ромашка", "organization", "description"),
    (
        "В [пресс-службе завода] рады. В [пресс-службе] добавили, что печь цела.",
        "пресс-служба завода",
        "organization",
        None,
    ),
    ("По данным [следствия], замок сломан.", "следствие", "organization", "description"),
    ("По мнению [врачей], сон полезен.", "врачи", "group", "group"),
    # documents
    ("В [заявлении МВД] говорится, что вор пойман.", "МВД", "organization", "organization"),
    ("В [докладе комиссии] говорится, что лес горел.", "комиссия", "organization", "description"),
    ("В [докладе] говорится, что лес горел.", "доклад", "organization", "description"),
    ("На [сайте завода] говорится, что печь цела.", "завод", "organization", "description"),
    ("В [письме Лосева] говорится, что мост цел. Иван Лосев уехал.", "Иван Лосев", "person", "surname"),
    ("[Учителя] просят отдыха. В [их письме] говорится, что часов много.", "учителя", "group", "pronoun"),
    ("[Иван Лосев] сказал, что мост цел. В [твите] говорится, что он рад.", "Иван Лосев", "person", "document"),
    ("На сайте завода вышло сообщение. В [нём] сказано, что печь цела.", "завод", "organization", "description"),
    ("Представители завода скорбят. В [заявлении] говорится, что цех пуст.", "представители завода", "group", "group"),
    ("Согласно [данным], спрос упал.", None, "unnamed", "absent"),
    # names in apposition
    ("[Хозяин кафе], депутат Иван Лосев, сказал, что рад.", "Иван Лосев", "person", "name"),
    ("[Второй], Иван Лосев, сказал, что рад.", "Иван Лосев", "person", "name"),
    ("По мнению [директора музея, доктора наук Ивана Лосева], фреска новая.", "Иван Лосев", "person", "name"),
    ("[Владелец рынка], компания «Ромашка», сказала, что рада.", "Ромашка", "organization", "name"),
    ("В [движении «Чистый лес»] сказали, что пни убраны.", "Чистый лес", "organization", "organization"),
    # descriptions that go back to somebody, or do not
    ("Приехал Джон Смит. [Смит] сказал, что рад. [Президент США] добавил, что едет.", "Джон Смит", "person", None),
    ("[Его тренер Иван Лосев] рад. [Тренер сборной] сказал, что бег удался.", "Иван Лосев", "person", None),
    ("[Мэр Иван Лосев] рад. [Представитель банка] сказал, что сбой цел.", "представитель банка", "person", None),
    ("Премию дали Анне Лосевой и Олегу Киму. [Спортсменка] сказала, что рада.", "Анна Лосева", "person", "description"),
    (
        "[Иван Лосев] рад. [Собеседник газеты в мэрии] сказал, что нет.",
        "собеседник газеты в мэрии",
        "unnamed",
        "unnamed",
    ),
    ("[Иван Лосев] рад. [Кто-то из соседей] сказал, что нет.", "кто-то из соседей", "unnamed", "unnamed"),
    # relative clauses
    ("Приехал Иван Лосев, [который] сказал, что мост цел.", "Иван Лосев", "person", None),
]


def _speakers(doc: Doc, places: list[Stretch]) -> list[SpeakerFound | None]:
    return resolve(cast(doc, ROLES), [_utterance(doc, place) for place in places])


def _utterance(doc: Doc, place: Stretch) -> Utterance:
    number, sentence = next((i, s) for i, s in enumerate(doc.sentences) if s.stretch.holds(place))
    inside = range(sentence.at(place.start), sentence.at(place.end - 1) + 1)
    words = [i for i in inside if sentence.tokens[i].text[:1].isalnum()]
    head = next((i for i in words if sentence.tokens[i].head not in inside), words[0])
    before = sentence.tokens[inside[0] - 1].pos if inside[0] else ""
    slot = {"ADP": Slot.DOCUMENT, "NOUN": Slot.GENITIVE}.get(before, Slot.SUBJECT)
    cue = next((t.start for t in sentence.tokens if t.start >= place.end and t.pos == "VERB"), place.start)
    return Utterance(Voice(place, number, head, slot), number, cue, True, *_verb(sentence, place))


def _verb(sentence: Sentence, place: Stretch) -> tuple[str, str]:
    """Gender and number of the first finite verb after the voice."""
    verbs = (t for t in sentence.tokens if t.start >= place.end and t.has(VerbForm="Fin"))
    verb = next(verbs, None)
    return (verb.feats.get("Gender", ""), verb.feats.get("Number", "")) if verb else ("", "")


def _unmarked(text: str) -> tuple[str, list[Stretch]]:
    places = [Stretch(m.start(1) - 1 - 2 * n, m.end(1) - 1 - 2 * n) for n, m in enumerate(MARK.finditer(text))]
    return MARK.sub(r"\1", text), places


@pytest.mark.parametrize(("text", "name", "kind", "resolved_by"), SPEAKERS)
def test_speaker(parsed: Parsed, text: str, name: str | None, kind: str, resolved_by: str | None) -> None:
    plain, places = _unmarked(text)
    found = _speakers(parsed(plain), places)[-1]
    assert found is not None
    assert (found.name, found.kind) == (name, kind)
    assert resolved_by in (None, found.resolved_by)


def test_a_quotation_without_a_cue_goes_on_with_the_last_speaker(parsed: Parsed) -> None:
    doc = parsed("Иван Лосев сказал, что мост цел. «Он выдержит и грузовик».")
    voice = _utterance(doc, Stretch(0, 10))
    speakers = resolve(cast(doc, ROLES), [voice, Utterance(None, 1, doc.sentences[1].start, cued=False)])
    assert [s and (s.name, s.resolved_by) for s in speakers] == [("Иван Лосев", "name"), ("Иван Лосев", "adjacency")]


def test_the_correspondent_of_an_outlet_is_the_outlet(parsed: Parsed) -> None:
    doc = parsed("Корреспондент ТАСС передаёт, что зал полон.")
    people = cast(doc, ROLES, {Stretch(14, 18): "ТАСС"})
    assert [s and s.name for s in resolve(people, [_utterance(doc, Stretch(0, 18))])] == ["ТАСС"]


def test_a_passive_cue_has_no_speaker(parsed: Parsed) -> None:
    doc = parsed("Иван Лосев сказал, что мост цел. Сообщается, что дорога закрыта.")
    speakers = resolve(cast(doc, ROLES), [_utterance(doc, Stretch(0, 10)), Utterance(None, 1, doc.sentences[1].start)])
    assert [s and s.name for s in speakers] == ["Иван Лосев", None]


def test_no_quotation_no_speaker(parsed: Parsed) -> None:
    assert resolve(cast(parsed("Мост цел."), ROLES), []) == []


@pytest.mark.parametrize(("words", "example"), list(rows("offices")))
def test_offices_occur_in_their_example(parsed: Parsed, words: str, example: str) -> None:
    found = {t.lemma for s in parsed(example).sentences for t in s.tokens}
    assert len(found & set(words.split())) >= 2
    assert frozenset(words.split()) in offices()


@pytest.mark.parametrize(("country", "words", "example"), list(rows("countries")))
def test_countries_occur_in_their_example(parsed: Parsed, country: str, words: str, example: str) -> None:
    found = {t.lemma for s in parsed(example).sentences for t in s.tokens}
    assert found & {country, *words.split()}
    assert all(countries()[word] == country for word in words.split())
