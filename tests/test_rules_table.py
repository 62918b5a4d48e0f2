"""The list of rules, a rule of one's own, and words of one's own: in Python and from a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotex.extractor import Extractor
from quotex.lexicon import Lexicon
from quotex.model import Quote
from quotex.rules import RULES
from quotex.rules.claim import Claim, Reading
from quotex.span import Stretch


def _names() -> list[str]:
    return [rule.__name__ for rule in RULES]


def test_no_rule_stands_twice() -> None:
    assert len(set(_names())) == len(RULES)


def test_every_rule_says_what_it_finds() -> None:
    assert [rule.__name__ for rule in RULES if not rule.__doc__] == []


def hashtags(reading: Reading) -> Iterator[Claim]:
    """`#мост_открыт`: what readers shout, a quote of nobody's."""
    for match in re.finditer(r"#(\w+)", reading.doc.text):
        place = Stretch(match.start(1), match.end(1))
        number = next(i for i, s in enumerate(reading.doc.sentences) if s.stretch.holds(place))
        yield Claim("direct", (place,), number, None, None, "hashtags")


def test_a_rule_of_one_s_own() -> None:
    mine = Extractor(rules=[*RULES, hashtags])
    found = mine.extract("Лосев сказал, что мост открыт. Читатели пишут: #мостоткрыт всюду.").quotes
    assert [(q.rule, q.text) for q in found] == [("complement", "мост открыт"), ("hashtags", "мостоткрыт")]


def test_only_the_rules_given_are_asked() -> None:
    alone = Extractor(rules=[hashtags])
    assert [q.rule for q in alone.extract("Лосев сказал, что мост открыт. #готово").quotes] == ["hashtags"]


def _only(lexicon: Lexicon, text: str) -> Quote:
    (quote,) = Extractor(lexicon).extract(text).quotes
    return quote


CUES = [
    ({"протрубить": "verb that direct inserted"}, "Лосев протрубил, что мост открыт.", "мост открыт"),
    ({"протрубить": "verb that direct inserted"}, "Мост открыт, протрубил Лосев.", "Мост открыт"),
    ({"подбить": "verb inf"}, "Лосев подбил соседей закрыть мост.", "закрыть мост"),
    ({"байка": "noun that about"}, "Всех насмешила байка о том, что мост открыт.", "мост открыт"),
    ({"по уразумению": "preposition inserted"}, "По уразумению Лосева, мост открыт.", "мост открыт"),
    ({"всполошён": "predicate that about"}, "Лосев всполошён тем, что мост открыт.", "мост открыт"),
]


@pytest.mark.parametrize(("cues", "text", "content"), CUES)
def test_own_cues(extractor: Extractor, cues: dict[str, str], text: str, content: str) -> None:
    quote = _only(Lexicon.default().extend(cues=cues), text)
    assert quote.cue
    assert (quote.text, quote.cue.lemma) == (content, next(iter(cues)))
    known = [q.cue.lemma for q in extractor.extract(text).quotes if q.cue]
    assert known == [], "the word is known already: the test shows nothing"


@pytest.mark.parametrize("cues", [{"трубить": "глагол that"}, {"трубить": "verb всегда"}])
def test_unknown_kinds_and_frames_are_told(cues: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"глагол|всегда"):
        Lexicon.default().extend(cues=cues)


def test_own_agencies() -> None:
    lexicon = Lexicon.default().extend(agencies={"Кемские вести": ["Кемвести", "kemvesti.ru"]})
    texts = ["Мост открыт, сказал Лосев «Кемвестям».", "Мост открыт, сказал Лосев сайту kemvesti.ru."]
    found = [_only(lexicon, text).source for text in texts]
    assert [s and (s.name, s.basis) for s in found] == [("Кемские вести", "explicit")] * 2


def test_own_people() -> None:
    lexicon = Lexicon.default().extend(people={"Иван Петрович Лосев": ["Лосев", "Иван Лосев"]})
    texts = ["Лосев сказал, что мост открыт.", "По словам Ивана Лосева, мост открыт."]
    assert [q.name for t in texts if (q := _only(lexicon, t).speaker)] == ["Иван Петрович Лосев"] * 2


ROLES = [
    ("мостостроитель", "person", "Мостостроитель сказал, что путь открыт.", "person"),
    ("мостоуправа", "body", "В мостоуправе сказали, что путь открыт.", "organization"),
    ("мостовик", "group", "Мостовики сказали, что путь открыт.", "group"),
    ("подорожная", "document", "В подорожной говорится, что путь открыт.", "organization"),
]


@pytest.mark.parametrize(("word", "kind", "text", "found"), ROLES)
def test_own_roles(word: str, kind: str, text: str, found: str) -> None:
    speaker = _only(Lexicon.default().extend(roles={word: kind}), text).speaker
    assert speaker
    assert speaker.kind == found


def test_an_own_role_in_the_plural() -> None:
    speaker = _only(
        Lexicon.default().extend(roles={"мостовики": "group"}), "Мостовики сказали, что путь открыт."
    ).speaker
    assert speaker
    assert speaker.kind == "group"


TABLES = {
    "cues": "# phrase\tkind\tframes\texample\nпротрубить\tverb\tthat inserted\tЛосев протрубил, что мост открыт.",
    "outlets": "# name\tkind\taliases\texample\nКемские вести\tpaper\tКемвести\tПишут «[O Кемвести]».",
    "people": "# name\taliases\nИван Петрович Лосев\tЛосев | Иван Лосев",
    "roles": "# word\tkind\texample\nмостостроитель\tperson\tМостостроитель сказал, что путь открыт.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, table in TABLES.items():
        (tmp_path / f"{name}.tsv").write_text(table + "\n", encoding="utf-8")
    return tmp_path


def test_a_folder_of_one_s_own(folder: Path) -> None:
    quote = _only(Lexicon.default().with_folder(folder), "Мост открыт, протрубил Лосев «Кемвестям».")
    assert quote.cue
    assert quote.speaker
    assert quote.source
    assert (quote.cue.lemma, quote.speaker.name, quote.source.name) == (
        "протрубить",
        "Иван Петрович Лосев",
        "Кемские вести",
    )


def test_examples_may_be_left_out(folder: Path) -> None:
    (folder / "outlets.tsv").write_text("Кемские вести\tpaper\tКемвести\n", encoding="utf-8")
    (folder / "cues.tsv").write_text("протрубить\tverb\tthat\n", encoding="utf-8")
    (folder / "roles.tsv").write_text("мостостроитель\tperson\n", encoding="utf-8")
    lexicon = Lexicon.default().with_folder(folder)
    heard = _only(lexicon, "Мостостроитель протрубил, что путь открыт.")
    assert heard.speaker
    assert (heard.cue and heard.cue.lemma, heard.speaker.kind) == ("протрубить", "person")
    source = _only(lexicon, "Мост открыт, сказал Лосев «Кемвестям».").source
    assert source
    assert source.name == "Кемские вести"


@pytest.mark.parametrize(("table", "least"), [("cues", 3), ("outlets", 3), ("people", 2), ("roles", 2)])
def test_an_entry_with_too_few_columns_is_told_with_its_line(folder: Path, table: str, least: int) -> None:
    (folder / f"{table}.tsv").write_text("# мои слова\nтрубить verb that\n", encoding="utf-8")
    with pytest.raises(ValueError, match=rf"{table}\.tsv, line 2: an entry has at least {least} columns"):
        Lexicon.default().with_folder(folder)


def test_tables_may_be_absent(tmp_path: Path) -> None:
    default = Lexicon.default()
    assert default.with_folder(tmp_path) == default


def test_own_words_leave_the_default_as_it_was(folder: Path) -> None:
    default = Lexicon.default()
    default.extend(cues={"протрубить": "verb that"}, people={"Иван Лосев": ["Лосев"]})
    default.with_folder(folder)
    assert default == Lexicon.default()
