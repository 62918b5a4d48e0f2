"""The page as given and as it is read: odd characters made plain, furniture blanked, every offset kept.

What takes more or less room than it should (soft hyphens, entities, tags, accents) is read as the one character it
stands for, or as none; `Page.given` leads each offset back to the text as given.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from quotex.furniture import blanked, furniture
from quotex.span import Stretch

INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
ACCENT = "\u0300-\u036f"
UNSEEN = re.compile(f"[{INVISIBLE}]+")
SUSPECT = re.compile(f"[{INVISIBLE}{ACCENT}&<*_\\[]")
BLOCK_TAGS = "br|p|div|li|ul|ol|h[1-6]|tr|td|th|table|blockquote|hr|figure"
TEXT_TAGS = "b|i|u|s|a|em|strong|span|sub|sup|font|small|big|img|q|cite|nobr|noindex|mark"
ODD = re.compile(
    rf"""
    (?P<hyphen>\u00ad[^\S\n]*\n[^\S\n]*(?=[а-яё]))                        # гра-¶ницы, with a soft hyphen
    | (?P<unseen>[{INVISIBLE}]+ | _x000D_)
    | (?P<accent>[^\W\d_][{ACCENT}]+)                                     # за́мок; й as и and a breve
    | (?P<entity>&(?:amp;)*
        (?:(?P<name>\#\d{{1,7}}|\#x[\da-f]{{1,6}}|[a-z][a-z\d]{{1,30}});|(?P<open>nbsp|laquo|raquo|quot)))
    | <[/]?(?:(?P<break>{BLOCK_TAGS})|(?P<tag>{TEXT_TAGS}))\b(?:\s+[\w-]{{1,30}}\s*=[^<>]{{0,400}})?\s*/?>
    | (?P<link>\[(?=[^\[\]\n]{{1,300}}\]\(https?://) | \]\(https?://[^\s()]{{1,500}}\))  # [рассказал](https://…)
    | (?P<bold>(?<![^\W_])(?:\*\*|__){{1,8}} | (?:\*\*|__){{1,8}}(?![^\W_]))             # **Завод** закрыт
    """,
    re.VERBOSE | re.IGNORECASE,
)
STRESS = re.compile("[\u0300\u0301]")

BREAKS = "\r\x85\u2028\u2029"
BLANKS = "\t\x0b\x0c\x1c-\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufffc"
CONTROL = "\x00-\x08\x0e-\x1b\x7f\ud800-\udfff"  # and halves of surrogate pairs
UNPLAIN = re.compile(f"(?P<line>[{BREAKS}])|[{BLANKS}{CONTROL}]")

SIGNS = "•■-◿☀-➿⬀-⯿\ufe0f\U0001f000-\U0001faff"  # ▪️ ● ❗️
BULLETS = re.compile(f"^[ {SIGNS}]+", re.MULTILINE)

LATIN, RUSSIAN = "aceopxyABCEHKMOPTXYáéóëÁÉÓË", "асеорхуАВСЕНКМОРТХУаеоёАЕОЁ"
LOOKALIKES = str.maketrans(LATIN, RUSSIAN)
CYRILLIC = "а-яёА-ЯЁіїєґўІЇЄҐЎ"
LATIN_AMONG_RUSSIAN = re.compile(rf"[{LATIN}](?=[{CYRILLIC}])|(?<=[{CYRILLIC}])[{LATIN}]|(?<!\w)[ABCKOYacoy](?= )")
MIXED_WORD = re.compile(rf"\b(?:[{LATIN}]+[{CYRILLIC}]|[{CYRILLIC}]+[{LATIN}])[{CYRILLIC}{LATIN}]*+\b")
LONE_LETTER = re.compile(
    r"(?:^|(?<=[.!?…—–] )|(?<=[«\"„(]))[ABCKOY](?= [«а-яё])"  # C ним согласен директор; but: витамин C полезен
    r"|(?<=[а-яё,;:»] )[acoy](?= [«\"„а-яёА-ЯЁ\d])",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """A cleaned text and the way back.

    Character i stood at `starts[i]`, and what stands before it ended at `ends[i]`, in the text as given;
    without them nothing has moved.
    """

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def given(self, stretch: Stretch) -> Stretch:
        """The stretch in the text as given."""
        if self.starts is None or self.ends is None:
            return stretch
        start = self.starts[stretch.start]
        return Stretch(start, max(start, self.ends[stretch.end]))


def clean(text: str) -> Page:
    """The page that the rest of quotex reads."""
    page = _resized(text.replace("\r\n", " \n"))
    plain = _russian(_spaced(page.text))
    return Page(blanked(plain, furniture(plain)), page.starts, page.ends)


def _resized(text: str) -> Page:
    """The text with everything of a wrong length read as what it stands for."""
    if not SUSPECT.search(text):
        return Page(text)
    plain, starts, ends = zip(*_pieces(text), strict=True)
    return Page("".join(plain), (*chain.from_iterable(starts), len(text)), (0, *chain.from_iterable(ends)))


def _pieces(text: str) -> Iterator[tuple[str, Sequence[int], Sequence[int]]]:
    """Pieces of the plain text, each with the offsets at which its characters start and end in the text as given."""
    at = 0
    for match in ODD.finditer(text):
        plain = _reading(match)
        if plain != match.group():
            yield text[at : match.start()], range(at, match.start()), range(at + 1, match.start() + 1)
            yield plain, [match.start()] * len(plain), [match.end()] * len(plain)
            at = match.end()
    yield text[at:], range(at, len(text)), range(at + 1, len(text) + 1)


def _reading(odd: re.Match[str]) -> str:
    """`&laquo;` «, `<br>` a line break, a letter with its accent the letter; the rest is nothing to read."""
    match odd.lastgroup:
        case "entity":
            return UNSEEN.sub("", html.unescape(f"&{odd['name'] or odd['open']};"))
        case "accent":
            return _unstressed(odd.group())
        case "break":
            return "\n"
        case _:
            return ""


def _unstressed(letter: str) -> str:
    """й and ё in one piece; a stress mark is dropped."""
    bare = STRESS.sub("", letter) if "\u0400" <= letter[0] <= "\u04ff" else letter
    return unicodedata.normalize("NFC", bare)[0]


def _spaced(text: str) -> str:
    """Every line break as `\\n`, every other space and control character, and a bullet at a line's head, as a space."""
    plain = UNPLAIN.sub(lambda m: "\n" if m["line"] else " ", text)
    return BULLETS.sub(lambda m: " " * len(m.group()), plain)


def _russian(text: str) -> str:
    """`Mocквa`, typed with Latin letters that look alike, in Russian ones. Words all Latin stay."""
    if not LATIN_AMONG_RUSSIAN.search(text):
        return text
    return LONE_LETTER.sub(_lookalike, MIXED_WORD.sub(_lookalike, text))


def _lookalike(word: re.Match[str]) -> str:
    return word.group().translate(LOOKALIKES)
