"""Bodies called by their kind: `компания`, `ведомство`, `издание`, `там`."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.description import Description
from quotex.entities import Cast, Entity
from quotex.mentions import MentionKind
from quotex.spoken import Spoken, as_spoken

MEMORY = 8  # sentences
# Bodies that are called so only after they have been named.
ANAPHORIC = frozenset(
    "компания авиакомпания корпорация холдинг концерн автоконцерн фирма ведомство агентство информагентство издание газета журнал "
    "телеканал канал портал сайт ресурс организация объединение министерство лоукостер производитель перевозчик банк клуб регулятор "
    "предприятие департамент студия киностудия таблоид радиостанция застройщик ритейлер управление партия ассоциация союз фонд вуз учреждение заведение структура сервис соцсеть мессенджер "
    "платформа сеть бренд стартап разработчик оператор издательство еженедельник интернет-издание завод комбинат госкорпорация".split()
)
MEDIA = frozenset("агентство информагентство издание газета журнал телеканал канал портал сайт ресурс таблоид радиостанция".split())
PAPERS = frozenset("статья публикация материал репортаж".split())


def last_body(cast: Cast, spoken: Sequence[Spoken], place: Description) -> Spoken | None:
    """The body that is called so beside its name; else the one that spoke last, else was named last; a medium for `издание` only."""
    medium = place.head in MEDIA or place.head in PAPERS
    called = called_so(cast, place)
    if called or place.head not in ANAPHORIC | PAPERS | {"там"}:
        return called
    named = [m for m in cast.mentions if m.kind is MentionKind.ORGANIZATION and m.stretch.end <= place.at and not m.quoted]
    pairs = [as_spoken(cast.home[m], m) for m in named]
    voices = [s for s in spoken if s.kind == "organization" and place.sentence - s.sentence <= MEMORY]
    spoke = [s for s in voices if _is_medium(s.entity) == medium]
    rest = [s for s in pairs if _is_medium(s.entity) == medium]
    return next((found[-1] for found in (spoke, rest) if found), None)


def called_so(cast: Cast, place: Description) -> Spoken | None:
    """`суд` after `Басманный суд`, `компания` after `компания «Ромашка»`: the last body of which the noun is part."""
    bodies = (m for m in reversed(cast.mentions) if m.kind is MentionKind.ORGANIZATION and m.stretch.end <= place.at)
    return next((as_spoken(cast.home[m], m) for m in bodies if place.head in cast.home[m].generics), None)


def _is_medium(entity: Entity | None) -> bool:
    return entity is not None and (entity.is_outlet or bool(entity.generics & MEDIA))
