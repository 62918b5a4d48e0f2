"""Entities: the persons and bodies of an article, each with all its mentions and its fullest name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

from quotex.inflect import stem
from quotex.lexicon.role import Roles
from quotex.morph import name_part
from quotex.parse import Doc
from quotex.span import Stretch
from quotex.speaker.mentions import NO_OUTLETS, Mention, MentionKind, find
from quotex.speaker.titles import Title

ARTICLE = re.compile(r"^(?:аль|эль|ас|аш|ар|ан|ад|аз|ат)-", re.IGNORECASE)  # аль-Завахири


@dataclass(frozen=True, slots=True, eq=False)  # itself alone, whatever others are called
class Entity:
    """Somebody: fullest name in the nominative, `person` or `organization`, gender, titles, mentions in text order."""

    name: str
    kind: str
    gender: str
    titles: tuple[Title, ...]
    mentions: tuple[Mention, ...]

    @property
    def is_outlet(self) -> bool:
        """Whether it is a media outlet."""
        return any(m.outlet for m in self.mentions)

    @property
    def generics(self) -> frozenset[str]:
        """`компания`, `газета`: what the article calls the body beside its name."""
        return frozenset(m.generic for m in self.mentions if m.generic)

    @property
    def role(self) -> str | None:
        """The title at the fullest mention that has one."""
        titled = [m for m in self.mentions if m.titles]
        best = max(titled, key=lambda m: (len(m.words), len(m.titles[0].text)), default=None)
        return best.titles[0].text if best else None


@dataclass(frozen=True)
class Cast:
    """Everybody in an article. Looked for when first asked for: an article without quotes asks for nobody.

    `outlets`: places of media outlets with their canonical names.
    """

    doc: Doc
    roles: Roles
    outlets: Mapping[Stretch, str]

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention, in text order."""
        return tuple(find(self.doc, self.roles, self.outlets))

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The persons and bodies, by their first mention."""
        return tuple(chain(self.mentions, self.doc.text))

    @cached_property
    def people(self) -> tuple[Entity, ...]:
        """The persons among the entities."""
        return tuple(e for e in self.entities if e.kind == "person")

    @cached_property
    def home(self) -> dict[Mention, Entity]:
        """The entity of each mention that names one."""
        return {mention: entity for entity in self.entities for mention in entity.mentions}

    @cached_property
    def _by_sentence(self) -> Mapping[int, Sequence[Mention]]:
        return {number: tuple(found) for number, found in groupby(self.mentions, key=lambda m: m.sentence)}

    def in_sentence(self, number: int) -> Sequence[Mention]:
        """The sentence's mentions, in order."""
        return self._by_sentence.get(number, ())


def cast(doc: Doc, roles: Roles, outlets: Mapping[Stretch, str] = NO_OUTLETS) -> Cast:
    """Whoever is in a parsed article; `outlets`: places of media outlets with their canonical names."""
    return Cast(doc, roles, outlets)


def chain(mentions: Sequence[Mention], text: str) -> list[Entity]:
    """The article's entities, by their first mention."""
    people = [m for m in mentions if m.kind is MentionKind.PERSON]
    bodies = [m for m in mentions if m.kind in (MentionKind.ORGANIZATION, MentionKind.PLACE)]
    found = [*map(_person, _people(people)), *map(_body, _bodies(bodies, text))]
    return sorted(found, key=lambda e: e.mentions[0].stretch)


def _people(mentions: list[Mention]) -> list[list[Mention]]:
    """Full names first, then names of one word, each to the one person that bears it."""
    clusters: list[list[Mention]] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.words), m.stretch)):
        fitting = [c for c in clusters if any(same_person(mention, other) for other in c)]
        home = _nearest(mention, fitting)
        if home is None:
            clusters.append([mention])
        else:
            home.append(mention)
    return [sorted(c, key=lambda m: m.stretch) for c in clusters]


def _nearest(mention: Mention, clusters: list[list[Mention]]) -> list[Mention] | None:
    """Of several persons of one surname: that of the same nominative, then the one mentioned last before."""
    if len(clusters) > 1:
        exact = [c for c in clusters if any(mention.words[-1] == m.words[-1] for m in c) and _agree(mention, c)]
        clusters = exact or clusters
    before = [c for c in clusters if any(m.stretch < mention.stretch for m in c)]
    latest = max(before, key=lambda c: max(m.stretch for m in c if m.stretch < mention.stretch), default=None)
    return latest or (clusters[0] if clusters else None)


def _agree(mention: Mention, cluster: list[Mention]) -> bool:
    return not mention.gender or mention.gender == cluster[0].gender


def same_person(one: Mention, other: Mention) -> bool:
    """Whether every word of the shorter name meets a word of the longer; `А.` meets `Анна`, `Кребса` meets `Кребс`."""
    short, long = sorted((one.words, other.words), key=len)
    if len(short) == 2 and name_part(short[1]) == "Patr":
        return _same_word(short[0], long[0]) and (len(long) < 3 or _same_word(short[1], long[1]))
    if len(short) == 1:
        return len(short[0]) > 1 and any(_same_word(short[0], word) for word in long if len(word) > 1)
    return all(any(_same_word(word, peer) for peer in long) for word in short) and _same_word(short[-1], long[-1])


def _same_word(one: str, other: str) -> bool:
    one, other = ARTICLE.sub("", one), ARTICLE.sub("", other)
    if min(len(one), len(other)) == 1:
        return one[:1] == other[:1]
    if ("-" in one) != ("-" in other):
        one, other = one.rpartition("-")[2], other.rpartition("-")[2]  # Ржевская-Белова is Белова
    return one == other or (len(one) > 2 and len(other) > 2 and stem(one) == stem(other))


def _person(cluster: list[Mention]) -> Entity:
    fullest = max(map(_weight, cluster))
    best = [m for m in cluster if _weight(m) == fullest]
    gender = Counter(m.gender for m in best + cluster if m.gender).most_common(1)
    titles = tuple(t for m in cluster for t in m.titles)
    return Entity(_spelling(best, cluster), "person", gender[0][0] if gender else "", titles, tuple(cluster))


def _weight(mention: Mention) -> int:
    """Words of the name; an initial counts less than a given name, and a patronymic less than a surname."""
    return sum(1 if len(w) == 1 else 3 for w in mention.words) - (name_part(mention.words[-1]) == "Patr")


def _spelling(best: list[Mention], cluster: list[Mention]) -> str:
    """The nominative as the article writes it; else the commonest derived one, with those words that it does write."""
    written = [m for m in best if m.case == "Nom"]
    if written:
        return Counter(m.name for m in written).most_common(1)[0][0]
    name = Counter(m.name for m in best).most_common(1)[0][0]
    known = {w for m in cluster if m.case == "Nom" and m.gender in ("", best[0].gender) for w in m.words if len(w) > 1}
    return re.sub(r"[\w-]{2,}", lambda match: _as_known(match.group(), known), name)


def _as_known(word: str, known: set[str]) -> str:
    return next((w for w in sorted(known) if _same_word(word, w)), word)


BRACKET = re.compile(r"\((?:далее\s*[—–―-]\s*)?[«\"]?")
BRACKETS = re.compile(rf"[\s«»\"“”]*{BRACKET.pattern}")


def _bodies(mentions: list[Mention], text: str) -> list[list[Mention]]:
    """Bodies of one name, a name and its abbreviation, `МИД` and `МИД России`."""
    clusters: list[list[Mention]] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.name.split()), m.stretch)):
        opened = _opens_brackets(mention, text)
        fitting = [c for c in clusters if _same_body(mention, c) or (opened and _stands_behind(mention, c, text))]
        home = min(fitting, key=lambda c: _distance(mention, c), default=None)
        if home is None:
            clusters.append([mention])
        else:
            home.append(mention)
    return [sorted(c, key=lambda m: m.stretch) for c in clusters]


def _distance(mention: Mention, cluster: list[Mention]) -> tuple[bool, int]:
    """The cluster that was mentioned last before; one that comes later only where there is no such."""
    before = [mention.stretch.start - m.stretch.start for m in cluster if m.stretch < mention.stretch]
    return (False, min(before)) if before else (True, cluster[0].stretch.start)


def _opens_brackets(mention: Mention, text: str) -> bool:
    """`(‹ФАС›)`, `(далее — ‹Фонд›)`."""
    bracket = text.rfind("(", 0, mention.stretch.start)
    return bracket >= 0 and BRACKET.fullmatch(text, bracket, mention.stretch.start) is not None


def _stands_behind(mention: Mention, cluster: list[Mention], text: str) -> bool:
    """`‹Федеральная служба› (ФАС)`."""
    return any(BRACKETS.fullmatch(text, m.stretch.end, mention.stretch.start) for m in cluster)


def _same_body(mention: Mention, cluster: list[Mention]) -> bool:
    """The fullest name stands first in a cluster."""
    key, keys = body_key(mention.name), [body_key(m.name) for m in cluster]
    if key in keys:
        return True
    full = keys[0].split()
    return is_abbreviation(mention.name, cluster[0].name) or (
        len(full) > 1 and key == full[0] and mention.name[:2].isupper()
    )


@lru_cache(maxsize=10_000)
def is_abbreviation(short: str, full: str) -> bool:
    """`ВАС`: `Высший арбитражный суд`; `Минтруд`: `Министерство труда`; `Госдеп`: `Госдепартамент`."""
    words = [w for w in body_key(full).split() if len(w) > 2]
    low = body_key(short)
    if short.isupper() and len(words) > 1:
        return any(low == "".join(w[0] for w in words[:count]) for count in (len(words), len(words) - 1) if count > 1)
    if low.startswith("мин") and words[:1] == ["министерство"]:
        return bool(words[1:]) and _of_pieces(low[3:], words[1:])
    return len(low) > 3 and len(words) == 1 and words[0].startswith(low) and words[0][len(low) :].isalpha()


def _of_pieces(rest: str, words: list[str]) -> bool:
    """`промторг` of `промышленности`, `торговли` (a country may follow)."""
    if not rest or not words:
        return not rest
    return any(
        rest[:n] == words[0][:n] and _of_pieces(rest[n:], words[1:])
        for n in range(min(len(rest), len(words[0])), 2, -1)
    )


@lru_cache(maxsize=10_000)
def body_key(name: str) -> str:
    """What tells two bodies apart: no marks, no ё, `России` for `РФ`."""
    low = re.sub(r"[«»\"“”„'.]", "", name.casefold().replace("ё", "е"))
    return re.sub(r"\s+", " ", re.sub(r"\bрф\b|\bроссийской федерации\b", "россии", low)).strip()


def _body(cluster: list[Mention]) -> Entity:
    best = max(cluster, key=lambda m: (m.outlet, len(m.name.split()), m.case == "Nom", -m.stretch.start))
    return Entity(best.name, "organization", best.gender, (), tuple(cluster))
