"""Sources and days of quotes: articles with content `[q …]`, cue `[c …]` (none: no cue) and the speakers in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from quotex.lexicon.outlet import Press
from quotex.parse import Doc
from quotex.source.agencies import find
from quotex.source.attach import Attribution, DateFound, SourceFound, dates, sources
from quotex.source.datelines import Dateline, dateline
from quotex.span import Stretch

PUBLISHED = date(2024, 5, 16)  # a Thursday
TAG = re.compile(r"\[(q|c)(\d) |\]")
Parse = Callable[[str], Doc]


@pytest.fixture(scope="module")
def press() -> Press:
    return Press.load()


def unmarked(article: str) -> tuple[str, dict[str, Stretch]]:
    """`[q1 …]`, `[c1 …]` taken out, and where they stood."""
    text, stack, places, last = "", [], {}, 0
    for match in TAG.finditer(article):
        text += article[last : match.start()]
        last = match.end()
        if match[1]:
            stack.append((match[1] + match[2], len(text)))
        else:
            key, start = stack.pop()
            places[key] = Stretch(start, len(text))
    return text + article[last:], places


def attributions(doc: Doc, places: dict[str, Stretch], speakers: list[str | None]) -> list[Attribution]:
    found = []
    for number, speaker in enumerate(speakers, 1):
        content, cue = places[f"q{number}"], places.get(f"c{number}")
        at = (cue or content).start
        sentence = next(i for i, s in enumerate(doc.sentences) if s.start <= at < s.end)
        found.append(Attribution((content,), cue, sentence, speaker))
    return found


def source_of(
    article: str, speakers: list[str | None], press: Press, parsed: Parse, outlet: str | None = None
) -> list[SourceFound | None]:
    text, places = unmarked(article)
    doc = parsed(text)
    found = find(doc, press)
    line = dateline(text, found, PUBLISHED)
    return sources(doc, press, attributions(doc, places, speakers), found, line, outlet)


@pytest.mark.parametrize(
    ("article", "speakers", "expected"),
    [
        # in the cue's sentence
        ("[q1 Мост закрыт], [c1 сказал] Иванов «Интерфаксу».", ["Иванов"], ["Интерфакс explicit"]),
        ("[q1 Мост закрыт], [c1 написал] мэр в своём телеграм-канале.", ["мэр"], ["Telegram explicit"]),
        ("Как [c1 сообщает] Reuters, [q1 мост закрыт].", ["Reuters"], ["Reuters explicit"]),
        ("По [c1 данным] РБК со ссылкой на ТАСС, [q1 мост закрыт].", ["РБК"], ["РБК explicit"]),
        # not where it is somebody's workplace, a topic, or inside the words
        ("Основатель Facebook Иванов [c1 сказал], что [q1 мост закрыт].", ["Иванов"], [None]),
        ("Отвечая на вопрос о работе сайта «Искра», он [c1 сказал], что [q1 мост закрыт].", ["Иванов"], [None]),
        ("Иванов [c1 сказал], что [q1 читает «Ведомости» и смотрит НТВ].", ["Иванов"], [None]),
        ("Журналист BBC Пётр Иванов [c1 сказал], что [q1 мост закрыт].", ["Пётр Иванов"], [None]),
        ("Иванов [c1 сказал] журналисту BBC, что [q1 мост закрыт].", ["Иванов"], ["BBC explicit"]),
        # a content cut wrongly, within the name
        ("[q1 Мост закрыт, пишет sport.]es, [c1 сказал] Иванов.", ["Иванов"], ["sport.es explicit"]),
        # right after it
        ("[q1 Мост закрыт], [c1 сказал] Иванов. Об этом сообщает ТАСС.", ["Иванов"], ["ТАСС explicit"]),
        ("[q1 Мост закрыт], [c1 сказал] Иванов. Его слова приводит газета «Труд».", ["Иванов"], ["Труд explicit"]),
        # the speaker itself, by a pronoun too
        (
            "Склад продан, пишет РБК. По его [c1 данным], [q1 цена высока].",
            ["РБК"],
            ["РБК explicit"],
        ),
        # of the same speaker: the latest earlier, else the first later
        (
            "Иванов [c1 сказал], что [q1 мост закрыт]. Иванов [c2 заявил] НТВ, что [q2 денег нет].\n"
            "«[q3 Ждите]», — [c3 добавил] он. Петров [c4 считает], что [q4 мост цел].",
            ["Иванов", "Иванов", "Иванов", "Петров"],
            ["НТВ inherited", "НТВ explicit", "НТВ inherited", None],
        ),
        # of the article
        (
            "Мост через реку Бор закрыт на ремонт, сообщает ТАСС.\n«[q1 Ждите]», — [c1 сказал] Иванов.",
            ["Иванов"],
            ["ТАСС document"],
        ),
        (
            "Мост закрыт\nМост через реку Бор закрыт на ремонт до осени. Об этом пишет РБК.\n"
            "«[q1 Ждите]», — [c1 сказал] Иванов.",
            ["Иванов"],
            ["РБК document"],
        ),
        (
            "МОСКВА, 5 фев — РИА Новости. Мост закрыт.\n«[q1 Ждите]», — [c1 сказал] Иванов.",
            ["Иванов"],
            ["РИА Новости document"],
        ),
        (
            "Мост закрыт до маяМосква. 12 марта. INTERFAX.RU - Мост через реку Бор закрыт на ремонт до осени.\n"
            "«[q1 Ждите]», — [c1 сказал] Иванов.",
            ["Иванов"],
            ["Интерфакс document"],
        ),
        (
            "Мост через реку Бор закрыт на ремонт до осени, передаёт портал «Бор.Сегодня».\n"
            "«[q1 Ждите]», — [c1 сказал] Иванов.",
            ["Иванов"],
            ["Бор.Сегодня document"],
        ),
        # told to an outlet, or in it: nothing but the words told came through it
        *(
            (
                f"Мост через реку Бор закрыт на ремонт до осени, {told}.\n«[q1 Ждите]», — [c1 сказал] Иванов.",
                ["Иванов"],
                [None],
            )
            for told in (
                "рассказали РБК в мэрии",
                "сообщил РБК мэр Сухов",
                "заявил мэр Сухов в эфире телеканала НТВ",
                "сказал мэр Сухов в интервью изданию Bild",
                "написал мэр Сухов в Telegram",
            )
        ),
        # the press at large has no name
        (
            "Мост через реку Бор закрыт на ремонт до осени, передаёт ТАСС.\nСМИ [c1 сообщали], что [q1 мост цел].",
            ["СМИ"],
            ["ТАСС document"],
        ),
        # the press of a longer name, an agency that is no press
        ("Завод [c1 заявил], что [q1 мост цел], пишет The Irish Times.", ["завод"], ["The Irish Times explicit"]),
        (
            "Об этом пишет Reuters. Международное лесное агентство [c1 заявило], что [q1 лес цел].",
            ["Международное лесное агентство"],
            ["Reuters document"],
        ),
        # a site is no speaker
        (
            "На сайте Bor Motors [c1 говорится], что [q1 мост цел]. В Bor Motors [c2 считают], что [q2 мост стар].",
            [None, "Bor Motors"],
            ["Bor Motors explicit", None],
        ),
        # a fronted outlet speaks for its own sentence only
        (
            "Как пишет РБК, мост через реку Бор закрыт на ремонт.\n«[q1 Ждите]», — [c1 сказал] Иванов.",
            ["Иванов"],
            [None],
        ),
    ],
)
def test_sources(
    article: str, speakers: list[str | None], expected: list[str | None], press: Press, parsed: Parse
) -> None:
    found = source_of(article, speakers, press, parsed)
    assert [f"{s.name} {s.basis}" if s else None for s in found] == expected


def test_no_outlet_of_the_callers_stands_behind_the_press_at_large(press: Press, parsed: Parse) -> None:
    article = "[q1 Мост закрыт], [c1 сказал] Иванов. Местные СМИ [c2 сообщали], что [q2 мост цел]."
    found = source_of(article, ["Иванов", "местные СМИ"], press, parsed, "Борская весть")
    assert [s and s.name for s in found] == ["Борская весть", None]


def test_the_callers_outlet_comes_last(press: Press, parsed: Parse) -> None:
    article = "[q1 Мост закрыт], [c1 сказал] Иванов. Петров [c2 сказал] НТВ, что [q2 мост цел]."
    found = source_of(article, ["Иванов", "Петров"], press, parsed, "Борская весть")
    assert found[0] == SourceFound("Борская весть", None, "document")
    assert found[1] is not None
    assert found[1].name == "НТВ"


@pytest.mark.parametrize(
    ("article", "day", "basis"),
    [
        ("[q1 Мост закрыт], [c1 сказал] Иванов в понедельник.", date(2024, 5, 13), "explicit"),
        ("Иванов 28 января [c1 сказал], что [q1 мост закрыт].", date(2024, 1, 28), "explicit"),
        ("Выступая 12 мая на съезде, Иванов [c1 заявил], что [q1 мост закрыт].", date(2024, 5, 12), "explicit"),
        ("Иванов [c1 сказал], что [q1 мост закроют 20 мая].", PUBLISHED, "document"),
        ("Ранее Иванов [c1 сказал], что [q1 мост закрыт].", None, ""),
        ("Ещё в марте Иванов [c1 сказал], что [q1 мост закрыт].", None, ""),
        ("Хотя вчера мост открыли, Иванов [c1 сказал], что [q1 ехать нельзя].", PUBLISHED, "document"),
        ("Вчера [q1 мост закрыт].", PUBLISHED, "document"),
        # a time that tells of a person or an act is none of the cue's, one of a speech or letter is
        ("Мэр, весной избранный на новый срок, [c1 сказал], что [q1 мост закрыт].", PUBLISHED, "document"),
        ("В письме, отправленном 3 мая, мэр [c1 сообщил], что [q1 мост закрыт].", date(2024, 5, 3), "explicit"),
        ("«[q1 Мост цел]», — [c1 сказал] он и потребовал закончить ремонт до 10 мая.", PUBLISHED, "document"),
        # one time for two verbs
        ("В среду мэр осмотрел мост и [c1 пообещал] [q1 починить его].", date(2024, 5, 15), "explicit"),
        ("Мост закрыли 13 мая. В тот же день мэр [c1 сообщил], что [q1 ждать долго].", date(2024, 5, 13), "explicit"),
        ("В тот же день мэр [c1 сообщил], что [q1 ждать долго].", None, ""),
        ("Мэр накануне [c1 написала], что [q1 мост закрыт].", date(2024, 5, 15), "explicit"),
        ("После этого он [c1 заверил], что [q1 мост цел].", PUBLISHED, "document"),
    ],
)
def test_dates(article: str, day: date | None, basis: str, parsed: Parse) -> None:
    text, places = unmarked(article)
    doc = parsed(text)
    (found,) = dates(doc, attributions(doc, places, ["Иванов"]), PUBLISHED, Dateline(None, None))
    assert (found and found.value, found.basis if found else "") == (day, basis)


def test_the_words_between_two_contents_keep_their_own_time(parsed: Parse) -> None:
    article = "В среду он [c1 сказал], что [q1 мост закрыт], а в понедельник [c2 добавил], что [q2 денег нет]."
    text, places = unmarked(article)
    doc = parsed(text)
    found = dates(doc, attributions(doc, places, ["Иванов", "Иванов"]), PUBLISHED, Dateline(None, None))
    assert [f and f.value for f in found] == [date(2024, 5, 15), date(2024, 5, 13)]


def test_the_day_of_a_header_stands_in_for_the_publication(parsed: Parse) -> None:
    article = "04:42 27.12.2020\n[q1 Мост закрыт], [c1 сказал] Иванов. Петров вчера [c2 сказал], что [q2 мост цел]."
    text, places = unmarked(article)
    doc = parsed(text)
    found = dates(doc, attributions(doc, places, ["Иванов", "Петров"]), None, dateline(text, [], None))
    assert found[0] == DateFound(date(2020, 12, 27), None, "document")
    assert found[1] is not None
    assert (found[1].value, found[1].basis) == (date(2020, 12, 26), "explicit")


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("МОСКВА, 5 фев — РИА Новости. Мост закрыт.", date(2024, 2, 5), "РИА Новости"),
        ("Мост закрыт\nМосква. 12 марта. INTERFAX.RU - Мост закрыт.", date(2024, 3, 12), "Интерфакс"),
        ("БРЮССЕЛЬ, 24 апр ПРАЙМ. Мост закрыт.", date(2024, 4, 24), "ПРАЙМ"),
        ("Киев. 5 мая. УНИАН. Мост закрыт.", date(2024, 5, 5), "УНИАН"),
        ("МОСКВА, 3 мая. /ТАСС/. Мост закрыт.", date(2024, 5, 3), "ТАСС"),
        ("Мост закрыт до маяМосква. 12 марта. INTERFAX.RU - Ждать долго.", date(2024, 3, 12), "Интерфакс"),
        ("Мост закрыт\n\n\tБор, 22 апр - ИА Neftebor.RU. Ждать.", date(2024, 4, 22), "Neftebor.RU"),
        (", 15:08 REGNUM Власти закрыли мост.", None, "REGNUM"),
        ("Мост закрыт\n04:42 27.12.2020\nЕго закрыли утром.", date(2020, 12, 27), None),
        ("Мост закрыт\n29 января 2021, 15:44\nЕго закрыли утром.", date(2021, 1, 29), None),
        ("Мост закрыли на ремонт 04.11.2018\n\nЕго закрыли утром.", date(2018, 11, 4), None),
        ("Мост закрыт\n— Мэрия Бора (@bor)\n4 ноября 2018 г.\nЕго закрыли утром.", None, None),
        ("5 мая 2020 года мост закрыли.", None, None),
        ("ТАСС сообщает, что мост закрыт.", None, None),
        ("Иванов 5 мая рассказал РБК о мосте.", None, None),
    ],
)
def test_datelines(text: str, day: date | None, name: str | None, press: Press, parsed: Parse) -> None:
    line = dateline(text, find(parsed(text), press), PUBLISHED)
    assert (line.day, line.credit and line.credit.name) == (day, name)
