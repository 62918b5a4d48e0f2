"""Quotation marks: which opens, which closes, and what stands inside which.

Pairs «…», „…“, “…” and the straight "…", nested in each other and running over paragraphs.
An unclosed or stray mark is a finding: it pairs with nothing and spoils nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quotex.span import Stretch

MARK = re.compile("[«»„“”\"]|''|``")
CLOSER = {"«": "»", "„": '“”"', "“": '”“"', '"': '"“”', "''": "''", "``": "''"}
DASH = "(?:--|[—–―-])"  # a dash of a line, of direct speech
MAX_PARAGRAPHS = 12
FORGOTTEN = re.compile(r"[,!?…]\s*[—–―-]+\s+[а-яё][^.]*\.\s*$")  # «Мы готовы, — сказал он.¶
ASIDE = re.compile(r"[,!?…]\s*[—–―-]+\s+[а-яё][^.]*\.\s*[—–―-]")  # , — сказал он. —
BEFORE_OPENING = set(' \t\n\u00a0([{—–―-/«„“"…')
AFTER_CLOSING = set(" \t\n\u00a0.,:;!?)]}—–―-…»”“\"'")


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """A pair of marks: `whole` with them, `inner` without; `holes`: the author's words inside (`, — сказал он. —`)."""

    whole: Stretch
    inner: Stretch
    depth: int
    holes: tuple[Stretch, ...] = ()

    def verbatim(self, other: Stretch) -> bool:
        """Whether the stretch stands between the marks and in no hole."""
        return self.whole.holds(other) and not any(hole.holds(other) for hole in self.holes)


@dataclass(frozen=True, slots=True)
class Mark:
    at: Stretch
    sign: str
    may_open: bool
    may_close: bool


def find_marks(text: str) -> Iterator[Mark]:
    """Every mark with what it may do where it stands: a straight one tells by its neighbours."""
    for match in MARK.finditer(text):
        sign, at = match.group(), Stretch(match.start(), match.end())
        before = text[at.start - 1] if at.start else "\n"
        after = text[at.end] if at.end < len(text) else "\n"
        if sign in "«„":
            yield Mark(at, sign, True, False)
        elif sign in "»":
            yield Mark(at, sign, False, True)
        else:
            opens = (
                (before in BEFORE_OPENING or before == ":" or (before in ".!?" and after.isupper()))
                and not after.isspace()
                and after not in ",.;:!?)"
            )
            closes = (after in AFTER_CLOSING or before in ".!?…") and not (before.isspace() and opens)
            yield Mark(at, sign, opens and sign != "”", closes or not opens)


def pair(text: str) -> list[Quotation]:
    """Quotations of the text by their start, the outermost (depth 0) and those inside them."""
    pairs = sorted(_pairs(text, list(find_marks(text))), key=lambda p: (p[0].at.start, -p[1].at.end))
    found: list[Quotation] = []
    open_ends: list[int] = []
    for opening, closing in pairs:
        while open_ends and open_ends[-1] <= opening.at.start:
            open_ends.pop()
        whole, inner = Stretch(opening.at.start, closing.at.end), Stretch(opening.at.end, closing.at.start)
        if inner.trimmed(text):
            found.append(Quotation(whole, inner, len(open_ends)))
        open_ends.append(whole.end)
    return found


def _pairs(text: str, marks: list[Mark]) -> Iterator[tuple[Mark, Mark]]:
    stack: list[Mark] = []
    last_end = 0
    for number, mark in enumerate(marks):
        if _left_behind(text, stack, mark, last_end) and not _closed_later(text, stack, marks[number:]):
            yield from _mended(text, stack)
            stack.clear()
        last_end = mark.at.end
        partner = _partner(stack, mark) if mark.may_close else None
        if partner is not None and not (mark.may_open and _opens_inside(text, stack, mark, marks[number + 1 :])):
            while stack[-1] is not partner:
                stack.pop()
            stack.pop()
            yield partner, mark
            yield from _merged(text, stack, mark, marks[number + 1 :])
        elif mark.may_open and not _continues(text, stack, mark):
            stack.append(mark)
        elif not mark.may_open and mark.may_close and not stack:
            yield from _shared(text, marks[:number], mark)
    yield from _mended(text, stack)


def _closed_later(text: str, stack: list[Mark], later: list[Mark]) -> bool:
    """Speech over several paragraphs, with names in marks inside: one closing mark too many before a new opening."""
    depth = 0
    for mark in later if _opens_speech(text, stack[0]) else []:
        if _open_paragraphs(text, stack[0], mark) > MAX_PARAGRAPHS * 2:
            return False
        if mark.may_close and (depth or not mark.may_open):
            depth -= 1
        elif depth == 0 and mark.may_open and _opens_speech(text, mark):
            return False
        else:
            depth += 1
        if depth < 0:
            return True
    return False


def _mended(text: str, stack: list[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """`X сказал: «Мост готов.¶`: speech whose end was never marked ends with its line."""
    if stack and _opens_speech(text, stack[0]):
        end = text.find("\n", stack[0].at.end)
        end = len(text[: end if end >= 0 else len(text)].rstrip())
        yield stack[0], Mark(Stretch(end, end), CLOSER[stack[0].sign][0], False, True)


def _opens_speech(text: str, mark: Mark) -> bool:
    """The mark stands at the head of its line, or behind a colon."""
    before = text[: mark.at.start].rstrip(" \t\u00a0")[-1:]
    return before in ("", "\n", ":")


def _partner(stack: list[Mark], mark: Mark) -> Mark | None:
    return next((m for m in reversed(stack) if mark.sign in CLOSER[m.sign]), None)


def _opens_inside(text: str, stack: list[Mark], mark: Mark, later: list[Mark]) -> bool:
    """`"Завод "Искра" закроют"`: an ambiguous mark after a space opens."""
    before = text[mark.at.start - 1] if mark.at.start else "\n"
    return before.isspace() or before in "(«—–―-"


def _continues(text: str, stack: list[Mark], mark: Mark) -> bool:
    """A mark repeated at the head of the next paragraph goes on with the quotation that is open."""
    at_head = text[: mark.at.start].rstrip(" \t\u00a0")[-1:] in ("\n", "")
    if not at_head or not any(m.sign == mark.sign for m in stack):
        return False
    before = text[stack[0].at.end : mark.at.start]
    between = [line.strip() for line in before.split("\n")[1:-1]]
    if ASIDE.search(before.split("\n")[0]) and any(line and not MARK.match(line) for line in between):
        return False  # «A, — сказал он. — B.¶ Автор продолжает.¶ «C»
    return "\n" in before and _opens_speech(text, stack[0]) and not FORGOTTEN.search(before)


def _open_paragraphs(text: str, opening: Mark, mark: Mark) -> int:
    return text.count("\n", opening.at.start, mark.at.start)


def _merged(text: str, stack: list[Mark], mark: Mark, later: list[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """`«Мы за «Спартак», — сказал он`: one mark closes both, where no other comes before the paragraph ends."""
    if len(stack) != 1 or stack[0].sign != "«":
        return
    end = text.find("\n", mark.at.end)
    end = len(text) if end < 0 else end
    rest = [m for m in later if m.at.start < end]
    if re.match(r"[,!?…]*\s*[—–―-]|[.,]?\s*$", text[mark.at.end : end]) and not _surplus(rest):
        yield stack.pop(), mark


def _shared(text: str, earlier: list[Mark], mark: Mark) -> Iterator[tuple[Mark, Mark]]:
    """`«Искра» горит. Мы рады», — сказал он`: the mark at the head of the line opens both."""
    head = text.rfind("\n", 0, mark.at.start) + 1
    first = next((m for m in earlier if m.at.start >= head), None)
    if first is None or text[head : first.at.start].strip() or mark.sign not in CLOSER.get(first.sign, ""):
        return
    closes = re.match(r"[,.!?…]*\s*(?:[—–―-]|$)", text[mark.at.end :].partition("\n")[0])
    if closes and text[earlier[-1].at.end : mark.at.start].strip():
        yield replace(first, at=Stretch(first.at.start, first.at.start)), mark


def _surplus(marks: list[Mark]) -> bool:
    """Whether a closing mark among them has no opening one: then that closes the quotation."""
    depth = 0
    for mark in marks:
        depth += (mark.sign == "«") - (mark.sign == "»")
        if depth < 0:
            return True
    return False


def _left_behind(text: str, stack: list[Mark], mark: Mark, last_end: int) -> bool:
    """Whether a paragraph break has left the open marks behind, the quotation not plainly going on."""
    if not stack or "\n" not in text[last_end : mark.at.start]:
        return False
    goes_on = _continues(text, stack, mark) or (not mark.may_open and mark.may_close)
    return not goes_on or _open_paragraphs(text, stack[0], mark) > MAX_PARAGRAPHS * 2
