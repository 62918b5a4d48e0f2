"""Claims that meet: one a cue, the outermost stands, an outlet's frame is transparent, a sentence is quoted once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotex.lexicon.cue import CueKind
from quotex.rules.claim import Claim, Reading, Slot
from quotex.rules.noun_phrase import plausible
from quotex.span import Stretch, hull

MARKED = {
    "attributed",
    "announced",
    "signed",
    "label",
    "labelled",
    "headline",
    "block",
    "reply",
    "replies",
}  # words between marks hold together
TRANSMITTING = {"сообщать", "передавать", "писать", "информировать", "отмечать", "уточнять"}
OUTWARD = (
    "inserted",
    "colon",
    "complement",
    "infinitive",
    "evaluation",
    "adjoined",
    "fragment",
    "parenthetical",
    "standalone",
    "anaphora",
)


def arbitrate(reading: Reading, claims: Iterable[Claim]) -> tuple[list[Claim], list[Claim]]:
    """The claims that stand, and those that stand inside the content of one of them; each in text order."""
    found = _one_a_cue(c for c in claims if c.content and plausible(reading, c.voice))
    kept = [c for group in _groups(found) for c in _disjoint(_unyielding(reading, group))]
    standing = {id(c) for c in kept}
    inner = [c for c in found if id(c) not in standing and any(_holds_another(o, c) for o in kept)]
    return sorted(kept, key=_place), sorted(_nested(inner), key=_place)


def _groups(claims: list[Claim]) -> Iterator[list[Claim]]:
    """Claims whose contents have nothing to do with each other need not be compared."""
    group: list[Claim] = []
    end = 0
    for claim in sorted(claims, key=lambda c: hull(c.content).start):
        if group and hull(claim.content).start >= end:
            yield group
            group = []
        group.append(claim)
        end = max(end if len(group) > 1 else 0, hull(claim.content).end)
    if group:
        yield group


def _unyielding(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """Those that give way to none that stands: a claim that falls itself pushes out no other."""
    over = {id(c): {id(o) for o in claims if o is not c and _meets(c, o) and _yields(reading, c, o)} for c in claims}
    waiting = {id(c): c for c in claims}
    kept: dict[int, Claim] = {}
    while waiting:
        free = [c for c in waiting.values() if over[id(c)].isdisjoint(waiting)] or [min(waiting.values(), key=_rank)]
        standing = [c for c in free if over[id(c)].isdisjoint(kept)]
        kept |= {id(c): c for c in standing}
        for claim in free:
            del waiting[id(claim)]
    return list(kept.values())


def _holds_another(outer: Claim, inner: Claim) -> bool:
    """`назвал ‹слухи о деньгах «пустыми»›`: the marks are those of the evaluation, not of `слухи`."""
    return encloses(outer, inner) and (outer.rule, inner.rule) != ("evaluation", "fragment")


def encloses(outer: Claim, inner: Claim) -> bool:
    """Whether all of a claim, its cue included, stands inside one stretch of the other's content."""
    if inner.cue is None:
        return False
    parts = [*inner.content, inner.cue.stretch]
    return any(all(s.holds(part) for part in parts) for s in outer.content)


def _nested(claims: list[Claim]) -> list[Claim]:
    """Of inner claims that meet without one enclosing the other, the first by rank."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=_rank):
        if all(not _meets(claim, o) or encloses(o, claim) or encloses(claim, o) for o in kept):
            kept.append(claim)
    return kept


def _place(claim: Claim) -> Stretch:
    return claim.content[0]


def _one_a_cue(claims: Iterable[Claim]) -> list[Claim]:
    """The first claim of each cue, and those that may stand beside it: of marks behind a colon, of the lines below."""
    seen: set[Stretch] = set()
    found = []
    for claim in claims:
        if claim.cue is None or claim.rule == "announced" or claim.cue.stretch not in seen:
            found.append(claim)
        if claim.cue is not None and claim.rule != "block":  # X сообщил, что мост закрыт:¶Мы ждём …
            seen.add(claim.cue.stretch)
    return found


def _yields(reading: Reading, claim: Claim, other: Claim) -> bool:
    """Whether the claim gives way to the other: it stands inside its content, or merely passes it on."""
    if {claim.rule, other.rule} == {"anaphora", "standalone"}:
        return claim.rule == "standalone"  # «…». Об этом заявил X
    if {claim.rule, other.rule} == {"anaphora", "parenthetical"} and None in (claim.voice, other.voice):
        return claim.rule == "parenthetical"  # По оперативным данным, …. Об этом заявил X
    if (claim.rule == "anaphora") != (other.rule == "anaphora"):
        return _yields_about_anaphora(reading, claim, other)
    if (claim.rule in MARKED) != (other.rule in MARKED):
        return other.rule in MARKED
    if _passes_on(reading, claim) != _passes_on(reading, other):
        return _yields_about_frame(reading, claim, other)
    inside, outside = _holds_cue(other, claim), _holds_cue(claim, other)
    if inside != outside:
        return inside
    return _rank(claim) > _rank(other)


def _yields_about_anaphora(reading: Reading, claim: Claim, other: Claim) -> bool:
    """`‹Мост закрыли после угрозы мэра уйти›. Об этом сообщил X`: the anaphora keeps only what is told in passing."""
    outer, inner = (claim, other) if claim.rule == "anaphora" else (other, claim)
    keeps = _in_passing(reading, inner, outer) and not _passes_on(reading, outer)
    return keeps == (claim is inner)


def _yields_about_frame(reading: Reading, claim: Claim, other: Claim) -> bool:
    """`‹…›, сообщает ТАСС`: an outlet's frame gives way to any voice, but for what is told in passing."""
    outer, inner = (claim, other) if _passes_on(reading, claim) else (other, claim)
    keeps = inner.voice is None or _in_passing(reading, inner, outer)
    return keeps == (claim is inner)


def _in_passing(reading: Reading, inner: Claim, outer: Claim) -> bool:
    """`‹Митинг отменили после угрозы властей разогнать его›, сообщает ТАСС`: noun or relative clause tell a part."""
    if inner.cue is None or not _holds_cue(outer, inner) or 2 * _length(inner) >= _length(outer):
        return False
    if inner.cue.entry.kind is CueKind.NOUN:
        return True
    written = inner.voice is None or inner.voice.slot is Slot.DOCUMENT  # письмо, в котором ‹говорится, что …›
    return written and reading.sentence(inner.cue).tokens[inner.cue.head].rel == "acl:relcl"


def _length(claim: Claim) -> int:
    return sum(map(len, claim.content))


def _passes_on(reading: Reading, claim: Claim) -> bool:
    """An outlet's frame; also of one that is in no table: `Как сообщает «Заречье-Инфо», X пообещал …`."""
    return reading.speaks_for(claim.voice) or reading.is_press(claim.voice) or _sounds_like_outlet(reading, claim)


def _sounds_like_outlet(reading: Reading, claim: Claim) -> bool:
    if (
        claim.cue is None
        or claim.voice is None
        or claim.rule != "inserted"
        or claim.cue.entry.lemmas[0] not in TRANSMITTING
    ):
        return False
    name = claim.voice.stretch.of(reading.doc.text)
    present = reading.sentence(claim.cue).tokens[claim.cue.head].has(Tense="Pres")
    return present and (name[0] in '«"„“' or not any("а" <= c <= "я" for c in name.lower()) or "-" in name)


def _holds_cue(claim: Claim, other: Claim) -> bool:
    """Whether the other's cue stands in the claim's content."""
    return other.cue is not None and any(s.holds(other.cue.stretch) for s in claim.content)


def _rank(claim: Claim) -> tuple[int, int]:
    """`По данным X, …` at a sentence's head frames all of it; else an inserted verb does before a parenthetical."""
    first = claim.rule == "parenthetical" and claim.cue is not None and claim.cue.tokens[0] == 0
    place = -1 if first else OUTWARD.index(claim.rule) if claim.rule in OUTWARD else 0
    return place, -sum(len(s) for s in claim.content)


def _disjoint(claims: list[Claim]) -> list[Claim]:
    """Of two that still meet, the longer."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=_rank):
        if not any(_meets(claim, other) for other in kept):
            kept.append(claim)
    return kept


def _meets(claim: Claim, other: Claim) -> bool:
    return any(a.meets(b) for a in claim.content for b in other.content)
