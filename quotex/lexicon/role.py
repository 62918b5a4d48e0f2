"""Role words: what persons, groups, bodies, documents and unnamed voices are called."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from quotex.lexicon.table import rows
from quotex.morph import lemma


class RoleKind(StrEnum):
    """What a noun names."""

    PERSON = "person"  # министр, эксперт
    GROUP = "group"  # власти, СМИ
    BODY = "body"  # министерство, компания
    DOCUMENT = "document"  # отчёт, письмо
    UNNAMED = "unnamed"  # источник, собеседник


Roles = Mapping[str, RoleKind]


def read_roles(folder: Path | None = None) -> Roles:
    """The entries of `roles.tsv`: the noun's lemma and its kind; of two with one lemma the first stands."""
    found: dict[str, RoleKind] = {}
    for word, kind, _example in rows("roles", folder):
        found.setdefault(lemma(word, "NOUN"), RoleKind(kind))
    return MappingProxyType(found)
