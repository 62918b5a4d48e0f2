"""Small questions to a parsed sentence that several rules ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotex.morph import is_infinitive
from quotex.parse import Sentence, Token
from quotex.sketch import NO_HEAD
from quotex.span import Stretch

DEPONENT = {
    "жаловаться", "признаваться", "признаться", "обращаться", "обратиться", "поделиться", "делиться", "высказаться",
    "высказываться",
}  # fmt: skip
MONTHS = {
    "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
}  # fmt: skip
TIME = {
    "год", "месяц", "неделя", "день", "час", "время", "век", "понедельник", "вторник", "среда", "четверг",
    "пятница", "суббота", "воскресенье", *MONTHS,
}  # fmt: skip
DASHES = {"—", "–", "-", "--", "‒", "−", "―"}
BREAKS = {",", ";", ":", "(", ")", ".", *DASHES}
OPENERS = {"«", "„", "“", '"', "''", "``"}
RELATIVES = {"где", "куда", "откуда", "когда", "как", "почему", "зачем"}
COMPLEMENTISERS = {"что", "чтобы", "будто", "якобы", "мол", "дескать"}


def is_word(token: Token) -> bool:
    return token.text[0].isalnum()


def is_comma(token: Token) -> bool:
    return token.text in {",", ";"} and not token.quoted


def is_break(token: Token) -> bool:
    return not token.quoted and token.text in BREAKS and not token.has(Abbr="Yes")


def is_finite(token: Token) -> bool:
    """What heads a clause: a verb in a personal form, or a short participle or adjective as a predicate."""
    return (
        not token.quoted
        and token.pos in {"VERB", "AUX", "ADJ"}
        and (token.has(VerbForm="Fin") or token.has(Variant="Short"))
    )


def is_gerund(token: Token) -> bool:
    return token.has(VerbForm="Conv")


def is_participle(token: Token) -> bool:
    return token.has(VerbForm="Part") and not token.has(Variant="Short")


def is_passive(token: Token) -> bool:
    """`сказано`, `сообщается`; not `опасается`, which is the passive of nothing."""
    imperfective = token.pos == "VERB" and not token.has(Aspect="Perf")
    reflexive = imperfective and token.lemma.endswith("ся") and token.lemma not in DEPONENT
    return (token.has(Voice="Pass") and not token.lemma.endswith("ся")) or (
        reflexive and is_infinitive(token.lemma[:-2])
    )


def comma_at(tokens: Sequence[Token], start: int) -> int:
    """Index of the first comma at `start` or behind it; the number of tokens where there is none."""
    return next((i for i in range(start, len(tokens)) if is_comma(tokens[i])), len(tokens))


def closing(tokens: Sequence[Token], opening: int) -> int:
    """Index of the bracket that closes the one at `opening`; `opening` itself where none does."""
    return next((i for i in range(opening, len(tokens)) if tokens[i].text == ")"), opening)


def part_start(sentence: Sentence, at: int) -> int:
    """`…, ‹слухи› Лосев назвал`: the first token behind the nearest comma or other break to the left of `at`."""
    return next((i + 1 for i in range(at - 1, -1, -1) if is_break(sentence.tokens[i])), 0)


def ancestors(sentence: Sentence, index: int) -> Iterator[int]:
    """Heads of the token, upwards; a cycle of a broken tree ends them."""
    seen = {index}
    while (index := sentence.tokens[index].head) != NO_HEAD and index not in seen:
        seen.add(index)
        yield index


def own_subject(sentence: Sentence, at: int) -> bool:
    """`‹завод› закрыт`: whether the tree gives the verb a subject of its own."""
    return any(sentence.tokens[i].rel.startswith("nsubj") for i in sentence.children[at])


def is_sister(one: Token, other: Token) -> bool:
    """Verbs that may share a subject: `заявил … и добавил`, `напомнила … и надеется`."""
    keys = ("VerbForm", "Number", "Gender", "Person")
    return all(one.feats.get(k, other.feats.get(k)) == other.feats.get(k, one.feats.get(k)) for k in keys)


def stretch(sentence: Sentence, first: int, last: int) -> Stretch:
    """From the first to the last token, both included."""
    return Stretch(sentence.tokens[first].start, sentence.tokens[last].end)


def before(sentence: Sentence, index: int) -> int:
    """The nearest token to the left that is no adverb or particle (-1 at the sentence's start)."""
    index -= 1
    while (
        index >= 0 and sentence.tokens[index].pos in {"ADV", "PART"} and sentence.tokens[index].lemma not in RELATIVES
    ):
        index -= 1
    return index


def complementiser(sentence: Sentence, start: int, stop: int) -> int | None:
    """Index of the first `что`, `чтобы`, `будто`, `якобы` of the author's after a comma (or right after a verb)."""
    for i in range(max(1, start), stop):
        token = sentence.tokens[i]
        if not token.quoted and token.text.lower() in COMPLEMENTISERS and opens_clause(sentence, i):
            return i
    return None


def opens_clause(sentence: Sentence, index: int) -> bool:
    token, left = sentence.tokens[index], sentence.tokens[index - 1]
    if token.lemma == "что" and token.pos == "PRON" and token.has(Case="Nom") and left.lemma == "то":
        return False
    return (
        left.text in {",", "—", "–", ":"}
        or (left.pos in {"VERB", "ADJ"} and token.text.lower() != "якобы")
        or (left.has(Case="Dat", Animacy="Anim") and sentence.tokens[index - 2].pos == "VERB")
        or (left.lemma in {"как", "и", "или", "а", "но"} and index > 1)
    )
