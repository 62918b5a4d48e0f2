"""Outlets: agencies, papers, broadcasters, sites and platforms, each with the names it goes by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from pathlib import Path

from quotex.lexicon.table import rows
from quotex.morph import readings

CHUNK = re.compile(r"[^\W_]+")
DOUBTFUL = "?"
ABBREVIATION = 5


@dataclass(frozen=True, slots=True)
class Outlet:
    """One line of `tables/outlets.tsv`: canonical name, kind, aliases, example.

    An alias that ends in `?` («Труд?», «ВВС?») is a common word or another name too:
    it counts only beside a word of the press.
    """

    name: str
    kind: str  # agency, paper, magazine, broadcaster, site, platform, channel
    aliases: tuple[str, ...]
    example: str = ""


@dataclass(frozen=True, slots=True)
class OutletNoun:
    """A noun that announces an outlet (газета, сайт).

    `platform` is what it means without a name (телеграм-канал: Telegram), `unless` the adjectives beside which it is
    something else (рейтинговое агентство).
    """

    noun: str
    kind: str
    platform: str | None
    unless: frozenset[str]
    example: str


class Herald(StrEnum):
    """How a word tells that the name beside it is an outlet's, though no table knows it."""

    LATIN = "latin"  # заявляет Bor Daily: a name in Latin letters only
    ANY = "any"  # передаёт «Вечерний Бор»
    WRITES = "writes"  # пишет «Вечерний Бор», «Вечерний Бор» пишет
    TALK = "talk"  # в интервью «Вечернему Бору», в беседе с «Вечерним Бором»
    TOLD = "told"  # рассказал «Вечернему Бору»


@dataclass(frozen=True)
class Alias:
    """A name of an outlet, as its words; what the dictionary knows of them is looked up where the first one stands."""

    outlet: Outlet
    words: tuple[str, ...]
    doubtful: bool
    capital: bool

    @cached_property
    def forms(self) -> tuple[frozenset[str], ...]:
        """The forms of each word."""
        return tuple(frozenset(forms(word)) for word in self.words)

    @cached_property
    def ordinary(self) -> bool:
        """A word of the dictionary, like «Известия»."""
        return self.outlet.kind != "platform" and len(self.words) == 1 and _is_ordinary(self.words[0])

    @property
    def abbreviation(self) -> bool:
        return self.words[0].isupper() and len(self.words[0]) <= ABBREVIATION


@dataclass(frozen=True, slots=True)
class Press:
    """All that is known of outlets: aliases by each form of their first word, and the words that stand beside them."""

    aliases: Mapping[str, Sequence[Alias]]
    nouns: Mapping[str, OutletNoun]
    neighbours: frozenset[str]
    heralds: Mapping[str, Herald]
    bystanders: Mapping[str, bool]  # whose workplace an outlet is; true: only before a person's name

    @classmethod
    def load(cls, outlets: Iterable[Outlet] | None = None) -> Press:
        """The tables' nouns and words, with the outlets given (without any: the table's)."""
        known = read_outlets() if outlets is None else outlets
        nouns = {noun.noun: noun for noun in read_outlet_nouns()}
        words = {word: way for word, way, _ in rows("outlet_words")}
        heralds = {word: Herald(way) for word, way in words.items() if way}
        bystanders = {word: before == "name" for word, before, _ in rows("outlet_bystanders")}
        return cls(index(known), nouns, frozenset(words), heralds, bystanders)


def read_outlets(folder: Path | None = None) -> Iterator[Outlet]:
    """The entries of `outlets.tsv`, in the table's order."""
    for name, kind, aliases, *example in rows("outlets", folder, 3):
        yield Outlet(name, kind, tuple(a.strip() for a in aliases.split(" | ") if a.strip()), *example[:1])


def read_outlet_nouns() -> Iterator[OutletNoun]:
    """The entries of `outlet_nouns.tsv`."""
    for noun, kind, platform, unless, example in rows("outlet_nouns"):
        yield OutletNoun(noun, kind, platform or None, frozenset(unless.split(", ")), example)


def index(outlets: Iterable[Outlet]) -> Mapping[str, Sequence[Alias]]:
    """Aliases by every form of their first word, the longest first."""
    found: dict[str, list[Alias]] = {}
    for outlet in outlets:
        for alias in _aliases(outlet):
            for form in forms(alias.words[0]):
                found.setdefault(form, []).append(alias)
    return {form: sorted(aliases, key=lambda a: -len(a.words)) for form, aliases in found.items()}


@lru_cache(maxsize=20_000)
def forms(word: str) -> tuple[str, ...]:
    """The word in lower case and the dictionary forms it may have: «Ведомостям» → ведомостям, ведомость."""
    low = word.lower().replace("ё", "е")
    return tuple(dict.fromkeys([low, *(r.normal for r in readings(low))])) if is_cyrillic(low) else (low,)


def is_cyrillic(word: str) -> bool:
    """Whether the word begins with a letter of Russian, Belarusian or Ukrainian."""
    return "а" <= word[0].lower() <= "я" or word[0] in "ёЁіІїЇєЄ"


def _aliases(outlet: Outlet) -> Iterator[Alias]:
    spelled = dict.fromkeys([*outlet.aliases, *([] if outlet.name + DOUBTFUL in outlet.aliases else [outlet.name])])
    for name in spelled:
        if words := CHUNK.findall(name):
            yield Alias(outlet, tuple(words), doubtful=name.endswith(DOUBTFUL), capital=name[0].isupper())


def _is_ordinary(word: str) -> bool:
    """`Известия`, `Фонтанка`, `Блумберг`: a word of the dictionary that is no organisation's name, or a surname."""
    found = readings(word.lower()) if is_cyrillic(word) else ()
    if any("Orgn" in r.grammemes for r in found):
        return False
    return word.isdigit() or any(r.is_known or "Surn" in r.grammemes for r in found)
