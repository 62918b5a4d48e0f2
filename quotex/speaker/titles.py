"""Titles: the role words beside a person's name, before it or in apposition after it."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.inflect import ONE_FORM
from quotex.lexicon.role import RoleKind, Roles, Trait, has_trait
from quotex.naming import phrase_name
from quotex.parse import Sentence, Token
from quotex.phrase import MARKS, NAMING, climb, extent

REACH = 14
APPOINTING = {
    "назначить", "назначать", "избрать", "выбрать", "утвердить", "стать", "быть", "являться", "остаться", "работать",
    "оказаться", "служить",
}  # fmt: skip
TITLES = (RoleKind.PERSON, RoleKind.UNNAMED)


@dataclass(frozen=True, slots=True)
class Title:
    """`министр иностранных дел России`: tokens, head, wording in the nominative, lemmas of its words."""

    first: int
    last: int
    head: int
    text: str
    lemmas: tuple[str, ...]


def titles(sentence: Sentence, run: tuple[int, int], case: str, roles: Roles) -> tuple[Title, ...]:
    """What the sentence calls the person named on the run."""
    if _is_owner(sentence, run, roles):
        return ()
    ways = (title_before, title_linked, title_after, title_given)
    found = {title.head: title for way in reversed(ways) if (title := way(sentence, run, case, roles))}
    return tuple(found[head] for head in sorted(found) if not _owned(sentence, run, found[head]))


def _owned(sentence: Sentence, run: tuple[int, int], title: Title) -> bool:
    """`муж Ким`: a name of one word after a word for kin is another's."""
    return run[0] == run[1] and title.head < run[0] and has_trait(sentence.tokens[title.head].lemma, Trait.KIN)


def _is_owner(sentence: Sentence, run: tuple[int, int], roles: Roles) -> bool:
    """`представитель партии ‹Цвангираи›`: a surname that shows no case, right behind a body: the body's."""
    before = sentence.tokens[run[0] - 1] if run[0] else None
    alone = run[0] == run[1] and ONE_FORM.search(sentence.tokens[run[0]].text) is not None
    body = before is not None and before.has(Case="Gen") and roles.get(before.lemma) is RoleKind.BODY
    return alone and body


def title_linked(sentence: Sentence, run: tuple[int, int], case: str, roles: Roles) -> Title | None:
    """`посол по делам климата, воды и лесов Анна Лунд`: the noun that the parser puts the name to."""
    for head in climb(sentence, run[0], NAMING)[1:]:
        if head < run[0] and _is_title(sentence.tokens[head], case, roles):
            return _title(sentence, head, _first(sentence, head), max(head, extent(sentence, head, range(*run))[1]))
    return None


def title_before(sentence: Sentence, run: tuple[int, int], case: str, roles: Roles) -> Title | None:
    """`министр финансов России Олег Ким`: the leftmost role noun of the name's case that reaches the name."""
    last, found = run[0] - 1, None
    index = last
    while index >= 0 and last - index < REACH and _inside_title(sentence.tokens[index]):
        if _is_another(sentence, index):
            break
        if _is_title(sentence.tokens[index], case, roles):
            found = index
        index -= 1
    return _title(sentence, found, _first(sentence, found), last) if found is not None else None


def _is_another(sentence: Sentence, index: int) -> bool:
    """`мэр Ольга Ким ‹и› председатель Анна Лунд`: the title before the conjunction is of the one before it."""
    before = sentence.tokens[index - 1] if index else None
    named = before is not None and before.pos == "PROPN" and before.has(Animacy="Anim")
    return named and sentence.tokens[index].pos == "CCONJ"


def _inside_title(token: Token) -> bool:
    if token.text in MARKS or token.text in ("-", "(", ")"):
        return True
    return token.pos in ("NOUN", "PROPN", "ADJ", "ADP", "NUM", "X", "CCONJ") and not token.quoted


def _is_title(token: Token, case: str, roles: Roles) -> bool:
    same_case = token.feats.get("Case") == case or {token.feats.get("Case"), case} == {"Gen", "Acc"}
    return same_case and token.feats.get("Number") == "Sing" and roles.get(token.lemma) in TITLES


def _first(sentence: Sentence, head: int) -> int:
    first = head
    while (
        first > 0
        and sentence.tokens[first - 1].pos in ("ADJ", "DET")
        and _agrees(sentence.tokens[first - 1], sentence.tokens[head])
    ):
        first -= 1
    return first


def _agrees(left: Token, right: Token) -> bool:
    return left.feats.get("Case") == right.feats.get("Case") and left.feats.get("Number") == right.feats.get("Number")


def title_after(sentence: Sentence, run: tuple[int, int], case: str, roles: Roles) -> Title | None:
    """`Сергей Лавров, глава МИД, …`: a role noun of the name's case in the apposition right after the comma or dash."""
    at = run[1] + 1
    tokens = sentence.tokens
    if at >= len(tokens) or tokens[at].text not in (",", "(", "—", "–", "-"):
        return None
    for index in range(at + 1, min(at + 5, len(tokens))):
        if _is_title(tokens[index], case, roles):
            first, last = extent(sentence, index)
            return _title(sentence, index, max(first, at + 1), last)
        if tokens[index].pos not in ("ADJ", "ADV", "DET", "NUM"):
            return None
    return None


def title_given(sentence: Sentence, run: tuple[int, int], case: str, roles: Roles) -> Title | None:
    """`Ханта назначили министром`, `Иванов стал мэром`: the office in the instrumental beside the same verb."""
    token = sentence.tokens[climb(sentence, run[0], NAMING)[-1]]
    if (
        token.head < 0
        or sentence.tokens[token.head].lemma not in APPOINTING
        or token.rel not in ("nsubj", "nsubj:pass", "obj")
    ):
        return None
    for index in sentence.children[token.head]:
        office = sentence.tokens[index]
        if office.has(Case="Ins", Number="Sing") and roles.get(office.lemma) is RoleKind.PERSON:
            return _title(sentence, index, *extent(sentence, index))
    return None


def _title(sentence: Sentence, head: int, first: int, last: int) -> Title:
    tokens = sentence.tokens[first : last + 1]
    lemmas = tuple(t.lemma for t in tokens if t.text[:1].isalnum())
    return Title(first, last, head, phrase_name(sentence, head, first, last), lemmas)
