"""The subject of a verb: by the tree where it holds, by agreement where it does not."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.parse import Sentence, Token
from quotex.phrase import climb, peers
from quotex.rules.syntax import ancestors, is_break, is_comma, is_finite, is_gerund, is_participle
from quotex.sketch import NO_HEAD

RELATIVE = {"который", "кто"}
NOT_A_VOICE = {"что", "это", "то", "весь", "все", "сам"}
SHARING = {"conj", "advcl", "xcomp", "parataxis", "csubj"}
OBLIQUE = {"Dat", "Ins", "Loc"}
ASIDE = 20  # the longest aside between a subject and its verb, in tokens


def subjects(sentence: Sentence, at: int) -> Iterator[int]:
    """Subject of the verb, or of the verb it is coordinated with or depends on; of a participle its noun."""
    token = sentence.tokens[at]
    yield from _own(sentence, at, token)
    if is_participle(token) and (noun := modified(sentence, at)) is not None:
        yield noun
    if token.rel == "conj" and is_finite(token) and (beside := _in_clause(sentence, at)) is not None:
        yield beside
    yield from _of_main(sentence, at) if token.rel == "acl:relcl" else _shared(sentence, at)


def _shared(sentence: Sentence, at: int) -> Iterator[int]:
    """`X сообщил … и добавил`; `X сказал …, отметив`."""
    token = verb = sentence.tokens[at]
    for up in ancestors(sentence, at):
        if token.rel not in SHARING and not is_gerund(verb):
            return
        if token.rel == "parataxis" and is_finite(token):
            return
        yield from _own(sentence, up, verb)
        token = sentence.tokens[up]


def _of_main(sentence: Sentence, at: int) -> Iterator[int]:
    """`X направил письмо, в котором сообщил`: the subject of the main clause."""
    verb = sentence.tokens[at]
    for up in ancestors(sentence, at):
        if is_finite(sentence.tokens[up]):
            yield from _own(sentence, up, verb)
            return


def _own(sentence: Sentence, at: int, verb: Token) -> Iterator[int]:
    """`‹Ким› сообщил`; `‹депутат›, который сообщил`: the tree's subjects at `at` that the verb may have."""
    for child in sorted(sentence.children[at], key=lambda i: is_lone(sentence, i, verb)):
        token = sentence.tokens[child]
        if not token.rel.startswith("nsubj") or token.lemma in NOT_A_VOICE or token.quoted or _clashes(token, verb):
            continue
        if token.lemma not in RELATIVE:
            yield child
        elif sentence.tokens[at].rel.startswith("acl") and sentence.tokens[at].head != NO_HEAD:
            yield _owner(sentence, sentence.tokens[at].head, token)


def _owner(sentence: Sentence, noun: int, pronoun: Token) -> int:
    """`‹претендент› на мандат думы, который утверждает`: the noun of the pronoun's forms, at or above the one given."""
    for at in (noun, *ancestors(sentence, noun)):
        token = sentence.tokens[at]
        if token.pos not in {"NOUN", "PROPN"}:
            break
        if _has_forms_of(token, pronoun):
            return at
    return noun


def _has_forms_of(noun: Token, other: Token) -> bool:
    """Number and gender of a pronoun or verb, as far as both show them."""
    return all(noun.feats.get(k, v) == v for k in ("Number", "Gender") if (v := other.feats.get(k)))


def is_lone(sentence: Sentence, at: int, verb: Token) -> bool:
    """`Ким приехал, ‹врачи› сообщили`: one alone is hardly the subject of a plural."""
    alone = sentence.tokens[at].has(Number="Sing") and not _numerals(sentence, at) and not peers(sentence, at)
    return verb.has(Number="Plur") and alone


def _clashes(token: Token, verb: Token) -> bool:
    """`те … потребовал`, `она … упрекнул`: no subject of that verb."""
    if token.feats.get("Case") in OBLIQUE:
        return True
    if not is_finite(verb) or token.lemma in RELATIVE:
        return False
    number, gender = verb.feats.get("Number"), verb.feats.get("Gender")
    if token.pos == "X" and number == "Plur":
        return True  # Bor Daily сообщили
    plural = token.has(Number="Plur") and number == "Sing" and token.pos != "NUM"
    return plural or (token.pos == "PRON" and bool(gender) and token.feats.get("Gender", gender) != gender)


def _in_clause(sentence: Sentence, at: int) -> int | None:
    """`…, а его коллега Бранд предложил`: somebody in the nominative between the conjunction and the verb."""
    verb = sentence.tokens[at]
    for i in run(sentence, range(at - 1, -1, -1)):
        token = sentence.tokens[i]
        if token.pos == "CCONJ" or token.rel == "cc":
            return None
        if agrees(token, verb) and (token.has(Animacy="Anim") or token.pos == "PRON"):
            return token.head if token.rel in {"flat:name", "appos"} and token.head >= 0 else i
    return None


def modified(sentence: Sentence, at: int) -> int | None:
    """The noun of a participle: `представитель, заявивший, что …`; by the tree, else by agreement."""
    token = sentence.tokens[at]
    if token.head != NO_HEAD and sentence.tokens[token.head].pos in {"NOUN", "PROPN", "PRON"}:
        return token.head
    for i in range(at - 1, -1, -1):
        left = sentence.tokens[i]
        if left.pos in {"NOUN", "PROPN"} and all(left.feats.get(k) == token.feats.get(k) for k in ("Case", "Number")):
            return i
    return None


def near(sentence: Sentence, at: int, limit: tuple[int, int] | None) -> int | None:
    """The nearest nominative in agreement, first after the verb, then before it; `limit` bounds an inserted segment."""
    verb = sentence.tokens[at]
    first, end = limit or (0, len(sentence.tokens))
    closed = limit is not None and (end < len(sentence.tokens) or first > 0)
    right = range(at + 1, end) if closed else run(sentence, range(at + 1, end))
    left = [*_over_asides(sentence, at, first), *_before_comma(sentence, at, first)]
    found = next((i for i in [*right, *left] if agrees(sentence.tokens[i], verb) or _counted(sentence, i, verb)), None)
    alike = (i for i in range(at + 1, end if closed else at) if _alike(sentence.tokens[i], verb))
    return next(alike, None) if found is None else found


def _counted(sentence: Sentence, at: int, verb: Token) -> bool:
    """`двое ‹сотрудников›, попросивших …, сказали`: the numeral is in the nominative, the noun in the genitive."""
    shares = sentence.tokens[at].lemma == "процент"  # ‹11 процентов› опрошенных
    numerals = _numerals(sentence, at)
    return verb.has(Number="Plur") and any(n.has(Case="Nom") or (shares and n.text.isdigit()) for n in numerals)


def _numerals(sentence: Sentence, at: int) -> list[Token]:
    return [sentence.tokens[i] for i in sentence.children[at] if sentence.tokens[i].rel.startswith("nummod")]


def antecedent(sentence: Sentence, at: int) -> int | None:
    """`на слова ‹Анны Ким›, которая в эфире посетовала`: what the relative pronoun before the verb goes back to."""
    verb = sentence.tokens[at]
    for i in run(sentence, range(at - 1, 0, -1)):
        token = sentence.tokens[i]
        if token.lemma == "который" and token.has(Case="Nom") and is_comma(sentence.tokens[i - 1]):
            return _joined_before(sentence, i - 1, verb)
    return None


def _joined_before(sentence: Sentence, comma: int, verb: Token) -> int | None:
    """The noun right before the comma, or the name that the word there belongs to, if it has the verb's forms."""
    noun = climb(sentence, comma - 1, ("flat:name", "flat"))[-1]
    token = sentence.tokens[noun]
    return noun if _has_forms_of(token, verb) and token.pos in {"NOUN", "PROPN"} else None


def _alike(token: Token, verb: Token) -> bool:
    """`рапортует завод`: nominative and accusative of the inanimate are one form, and the model took the other."""
    return (
        token.pos == "NOUN"
        and token.has(Case="Acc", Animacy="Inan")
        and token.feats.get("Number") == verb.feats.get("Number")
    )


def run(sentence: Sentence, order: range) -> Iterator[int]:
    """The tokens in that order up to the next break or verb."""
    for i in order:
        if is_break(sentence.tokens[i]) or is_finite(sentence.tokens[i]):
            return
        yield i


def _over_asides(sentence: Sentence, at: int, first: int) -> Iterator[int]:
    """To the left; `Жук и Перевалов, дежурящие у лодки, рассказали`: what stands between two commas is passed over."""
    i = at - 1
    while i >= first:
        if is_comma(sentence.tokens[i]):
            i = next((j for j in range(i - 1, max(first, i - ASIDE), -1) if is_comma(sentence.tokens[j])), first) - 1
            continue
        if is_break(sentence.tokens[i]) or is_finite(sentence.tokens[i]):
            return
        yield i
        i -= 1


def _before_comma(sentence: Sentence, at: int, first: int) -> Iterator[int]:
    """`Комментируя решение, замдиректора Валерий Максименко, сказал`: a stray comma between subject and verb."""
    if at - 1 > first and is_comma(sentence.tokens[at - 1]):
        yield from run(sentence, range(at - 2, first - 1, -1))


def late_subject(sentence: Sentence, at: int, start: int) -> int | None:
    """`Подтвердила, что ‹газом пахло›, старшая по дому ‹Роза Ким›`: a subject behind the content, none before it."""
    verb = sentence.tokens[at]
    own = [i for i in sentence.children[at] if sentence.tokens[i].rel.startswith("nsubj")]
    if own and own[0] < start:
        return None
    if own and agrees(sentence.tokens[own[0]], verb) and sentence.tokens[own[0]].has(Animacy="Anim"):
        return own[0]
    opens = not any(t.has(Case="Nom") for t in sentence.tokens[:at]) and is_finite(verb)
    return _last_person(sentence, start, verb) if opens else None


def _last_person(sentence: Sentence, start: int, verb: Token) -> int | None:
    """The noun that heads what stands behind the last comma, where a name ends it and no verb is in it."""
    tokens = sentence.tokens
    comma = next((i for i in range(len(tokens) - 1, start, -1) if is_comma(tokens[i])), None)
    if comma is None or any(is_finite(t) or t.quoted or t.pos in {"SCONJ", "CCONJ"} for t in tokens[comma + 1 :]):
        return None
    words = [i for i in range(comma + 1, len(tokens)) if tokens[i].text[0].isalnum()]
    named = words and tokens[words[-1]].pos == "PROPN" and agrees(tokens[words[-1]], verb)
    return next((i for i in words if agrees(tokens[i], verb)), None) if named else None


def agents(sentence: Sentence, at: int) -> Iterator[int]:
    """`сказано ‹Песковым›`, `опубликованы ‹полицией›`: the bare instrumentals of a passive."""
    for i in sentence.children[at]:
        token = sentence.tokens[i]
        if token.has(Case="Ins") and token.pos in {"NOUN", "PROPN", "PRON"} and not preposition(sentence, i):
            yield i


def agrees(token: Token, verb: Token) -> bool:
    """Whether the token may be the verb's subject: nominative (a foreign word has no case), number, gender."""
    if (
        token.pos not in {"NOUN", "PROPN", "PRON", "X"}
        or not (token.has(Case="Nom") or (token.pos == "X" and token.text[:1].isalpha()))
        or token.lemma in NOT_A_VOICE | RELATIVE
        or token.quoted
    ):
        return False
    number, gender = verb.feats.get("Number"), verb.feats.get("Gender")
    if token.feats.get("Number", number) != number:
        return False
    return gender is None or token.pos == "PROPN" or token.feats.get("Gender", gender) == gender


def preposition(sentence: Sentence, at: int) -> str:
    """The preposition of a noun; empty without one."""
    return next((sentence.tokens[i].lemma for i in sentence.children[at] if sentence.tokens[i].rel == "case"), "")
