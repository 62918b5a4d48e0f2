"""Names in the nominative: `Пескова` → `Песков`, `Ангелы Меркель` → `Ангела Меркель`, `мэром Уфы` → `мэр Уфы`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotex.inflect import ONE_FORM, surname_nominative
from quotex.morph import genitive, is_known, name_gender, name_nominative, name_part, nominative
from quotex.parse import Sentence, Token
from quotex.phrase import peers

AGREEING = {"amod", "det", "nummod", "acl"}
INFLECTED = {"NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON", "VERB"}
ABBREVIATION = re.compile(r"([А-ЯЁA-Z]{2,}[А-ЯЁA-Zа-яё]*[А-ЯЁA-Z])(а|у|ом|е|ы|ов|ам|ами|ах)")
INITIAL = re.compile(r"[А-ЯЁA-Z]\.?|[А-ЯЁA-Z][а-яё]\.")
GLUED = re.compile(r"[А-ЯЁ]{2,}(?=[А-ЯЁ][а-яё]{2})")  # ООНПетров: a lost line break


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in the nominative: as it reads, its words, and the gender that it tells."""

    text: str
    words: tuple[str, ...]
    gender: str
    case: str


def person_name(tokens: Sequence[Token], hint: str = "", case: str = "") -> PersonName:
    """The nominative of a name on the tokens; `hint` and `case`: the gender and case that the sentence tells."""
    case = case or case_of(tokens)
    told = given_gender(tokens, case) or hint
    gender = told or _common(t.feats.get("Gender") for t in tokens) or "Masc"
    forms = [_word(GLUED.sub("", t.text), case, gender) if t.text[:1].isalpha() else t.text for t in tokens]
    words = tuple(form for form in forms if form[:1].isalpha())
    sure = told or (gender if len(words) > 1 or not ONE_FORM.search(words[-1]) else "")
    return PersonName(_joined(tokens, forms), words, sure, case)


def case_of(tokens: Iterable[Token]) -> str:
    """The case of most of the words."""
    return _common(t.feats.get("Case") for t in tokens if len(t.text) > 1) or "Nom"


def _common(values: Iterable[str | None]) -> str:
    found = Counter(v for v in values if v)
    return found.most_common(1)[0][0] if found else ""


def given_gender(tokens: Sequence[Token], case: str) -> str:
    """What given name and patronymic say; a lone surname in -ова says it too."""
    told = [g for t in tokens if len(t.text) > 1 and (g := name_gender(t.text, case))]
    return told[0] if told else ""


def _word(word: str, case: str, gender: str) -> str:
    if case == "Nom" or INITIAL.fullmatch(word):
        return word
    if known := _known(word, case, gender):
        return known
    return "-".join(_piece(piece, case, gender) for piece in word.split("-"))


def _known(word: str, case: str, gender: str) -> str | None:
    return name_nominative(word, case, gender) if is_known(word) and name_part(word) else None


def _piece(piece: str, case: str, gender: str) -> str:
    """`Салтыкова`, `Щедрина` of a double surname; `аль`, `де` stay."""
    if not piece[:1].isupper():
        return piece
    return _known(piece, case, gender) or surname_nominative(piece, case, gender)


def _joined(tokens: Sequence[Token], forms: Sequence[str]) -> str:
    """The forms with the gaps between the tokens."""
    pieces, end = [], tokens[0].start
    for token, form in zip(tokens, forms, strict=True):
        pieces += [" " if token.start > end else "", form]
        end = token.end
    return "".join(pieces).replace("\u00ad", "")


def phrase_name(sentence: Sentence, head: int, first: int, last: int, proper: bool = False) -> str:
    """The nominative of the phrase on tokens first..last: head, its modifiers and peers inflected, the rest kept.

    A common noun at the head of a sentence gets a small letter, unless the phrase is a proper name.
    """
    tokens = sentence.tokens
    inflected = {i for i in _inflected(sentence, head) if first <= i <= last}
    first += tokens[first].lemma == "один" and first < head
    forms = [_form(tokens[i], tokens[head]) if i in inflected else tokens[i].text for i in range(first, last + 1)]
    for count in (c for c in sentence.children[head] if first <= c < head and _counts(tokens[c])):
        forms = _counted(tokens[first : last + 1], forms, count - first, head - first)
    name = _joined(tokens[first : last + 1], forms)
    return name if proper else _lowered(tokens[first], name)


def _counts(token: Token) -> bool:
    return token.rel in ("nummod", "nummod:gov") and token.text.isalpha() and token.lemma not in ("один", "оба")


def _counted(tokens: Sequence[Token], forms: Sequence[str], count: int, head: int) -> list[str]:
    """`двух собеседников` → `два собеседника`, `пятерым экспертам` → `пять экспертов`."""
    number = forms[count].lower()
    noun = genitive(
        tokens[head].text,
        tokens[head].feats.get("Case", ""),
        "Sing" if number in ("два", "две", "три", "четыре") else "Plur",
    )
    return [noun if i == head else tokens[i].text if count < i < head else form for i, form in enumerate(forms)]


def _inflected(sentence: Sentence, head: int) -> Iterator[int]:
    """The head, its peers, and the modifiers that agree with either; of `семи профсоюзов` only the numeral."""
    counts = [c for c in sentence.children[head] if sentence.tokens[c].rel == "nummod:gov"]
    case = sentence.tokens[head].feats.get("Case")
    for noun in counts or {head, *peers(sentence, head)}:
        yield noun
        for child in sentence.children[noun]:
            if sentence.tokens[child].rel in AGREEING and sentence.tokens[child].feats.get("Case") == case:
                yield from (child, *peers(sentence, child))


def _form(token: Token, head: Token) -> str:
    case = token.feats.get("Case", "Nom")
    if token.pos not in INFLECTED or case == "Nom":
        return token.text
    if match := ABBREVIATION.fullmatch(token.text):
        return match.group(1)
    gender = token.feats.get("Gender") or head.feats.get("Gender", "")
    if token.pos == "PROPN" and not is_known(token.text):
        return "-".join(_piece(piece, case, gender) for piece in token.text.split("-"))
    return nominative(token.text, token.pos, case, token.feats.get("Number", "Sing"), gender)


def _lowered(token: Token, text: str) -> str:
    """A common noun at the head of a sentence in lower case."""
    common = token.pos in ("NOUN", "ADJ", "DET", "NUM") and token.text[1:].islower()
    return text[:1].lower() + text[1:] if common else text
