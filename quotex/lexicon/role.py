"""Role words: what persons, groups, bodies, documents and unnamed voices are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from quotex.lexicon.lemmas import told
from quotex.lexicon.table import rows
from quotex.morph import lemma


class RoleKind(StrEnum):
    """What a noun names."""

    PERSON = "person"  # министр, эксперт
    GROUP = "group"  # власти, СМИ
    BODY = "body"  # министерство, компания
    DOCUMENT = "document"  # отчёт, письмо
    UNNAMED = "unnamed"  # источник, собеседник


class Trait(StrEnum):
    """How a role noun goes back to what was named before."""

    OF_ONE = "of_one"  # губернатор, вдова: only to whoever bears the title, never just to the last speaker
    KIN = "kin"  # муж: the name after it is another's
    OFFICE = "office"  # пресс-служба: the name after it is its owner's
    AGAIN = "again"  # компания: called so after it was named
    MEDIUM = "medium"  # газета
    STATEMENT = "statement"  # заявление: its owner speaks
    PAPER = "paper"  # статья: the paper speaks
    PRIVATE = "private"  # твит: the person speaks
    TEXT = "text"  # документ: whoever spoke before speaks


Roles = Mapping[str, RoleKind]


def read_roles(folder: Path | None = None) -> Roles:
    """The entries of `roles.tsv`: the noun's lemma and its kind; of two with one lemma the first stands."""
    found: dict[str, RoleKind] = {}
    form = lemma if folder else told
    for word, kind, *_ in rows("roles", folder, 2):
        found.setdefault(form(word, "NOUN"), RoleKind(kind))
    return MappingProxyType(found)


def has_trait(noun: str, trait: Trait) -> bool:
    """Whether the default table gives the lemma that trait."""
    return trait in _traits().get(noun, ())


@lru_cache(maxsize=1)
def _traits() -> Mapping[str, frozenset[Trait]]:
    return MappingProxyType(
        {told(word, "NOUN"): frozenset(map(Trait, traits.split())) for word, traits in _marked_rows()}
    )


def _marked_rows() -> Iterator[tuple[str, str]]:
    return ((row[0], row[3]) for row in rows("roles") if len(row) > 3)


@lru_cache(maxsize=1)
def offices() -> tuple[frozenset[str], ...]:
    """Words for one office (`offices.tsv`): `тренер`, `наставник`."""
    return tuple(frozenset(words.split()) for words, _example in rows("offices"))


@lru_cache(maxsize=1)
def countries() -> Mapping[str, str]:
    """Each word for a country (`countries.tsv`) with the country: `американский`, `штат` → `сша`."""
    return MappingProxyType({w: country for country, words, _ in rows("countries") for w in (country, *words.split())})
