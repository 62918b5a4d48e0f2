"""The words quotex knows: cues, outlets, roles, people. Tables under `tables/`, one entry a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from quotex.lexicon.cue import CueEntry, CueKind, Frame, entry, read_cues
from quotex.lexicon.outlet import Outlet, read_outlets
from quotex.lexicon.role import RoleKind, Roles, read_roles
from quotex.lexicon.table import rows
from quotex.morph import lemma

__all__ = ["CueEntry", "CueKind", "Frame", "Lexicon", "Outlet", "RoleKind"]


@dataclass(frozen=True)
class Lexicon:
    """All the vocabulary of an extractor. A value: `extend` and `with_folder` give new ones."""

    cues: tuple[CueEntry, ...]
    outlets: tuple[Outlet, ...]
    roles: Roles
    people: Mapping[str, str]

    @staticmethod
    def default() -> Lexicon:
        """The tables that come with quotex."""
        return Lexicon(tuple(read_cues()), tuple(read_outlets()), read_roles(), MappingProxyType({}))

    def extend(
        self,
        *,
        agencies: Mapping[str, Sequence[str]] | None = None,
        people: Mapping[str, Sequence[str]] | None = None,
        roles: Mapping[str, str] | None = None,
        cues: Mapping[str, str] | None = None,
    ) -> Lexicon:
        """This lexicon with words of one's own, which go before its entries.

        `agencies`: canonical name → aliases. `people`: full name → other names for the person.
        `roles`: noun → person, group, body, document or unnamed. `cues`: phrase in its dictionary form → its kind and
        frames, as in the table: `{"протрубить": "verb that direct inserted"}`.
        Raises ValueError for an unknown kind or frame.
        """
        return replace(
            self,
            cues=(*map(_cue, (cues or {}).items()), *self.cues),
            outlets=(*(Outlet(n, "site", tuple(a), "") for n, a in (agencies or {}).items()), *self.outlets),
            roles=MappingProxyType({**self.roles, **{lemma(w, "NOUN"): RoleKind(k) for w, k in (roles or {}).items()}}),
            people=MappingProxyType({**self.people, **_by_alias(people or {})}),
        )

    def with_folder(self, folder: Path) -> Lexicon:
        """This lexicon with the tables of a folder: `cues.tsv`, `outlets.tsv`, `roles.tsv`, `people.tsv`.

        Raises ValueError for an entry with an unknown kind or frame, or too few columns.
        """
        people = {name: [a.strip() for a in aliases.split("|")] for name, aliases, *_ in rows("people", folder, 2)}
        return replace(
            self,
            cues=(*read_cues(folder), *self.cues),
            outlets=(*read_outlets(folder), *self.outlets),
            roles=MappingProxyType({**self.roles, **read_roles(folder)}),
            people=MappingProxyType({**self.people, **_by_alias(people)}),
        )


def _cue(item: tuple[str, str]) -> CueEntry:
    phrase, (kind, *frames) = item[0], item[1].split()
    return entry(phrase, CueKind(kind), frozenset(map(Frame, frames)))


def _by_alias(people: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {alias.lower(): name for name, aliases in people.items() for alias in (name, *aliases)}
