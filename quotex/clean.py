"""The page as given and as it is read: odd characters made plain, furniture blanked, every offset kept.

Soft hyphens and zero-width characters are dropped; `Page.given` leads each offset back to the text as given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quotex.furniture import furniture
from quotex.span import Stretch

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
SPACES = {ord(c): " " for c in "\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\r\t\u3000\x0b\x0c\x85"} | {ord("\u2028"): "\n", ord("\u2029"): "\n"}
LOOKALIKES = str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")
MIXED_WORD = re.compile(r"(?=\w*[а-яёА-ЯЁ])(?=\w*[aceopxyABCEHKMOPTX])[а-яёА-ЯЁaceopxyABCEHKMOPTX]+")


@dataclass(frozen=True, slots=True)
class Page:
    """A cleaned text and the way back. `offsets[i]` is where character i stood in the text as given (None: nowhere moved)."""

    text: str
    offsets: tuple[int, ...] | None

    def given(self, stretch: Stretch) -> Stretch:
        """The stretch in the text as given."""
        if self.offsets is None:
            return stretch
        return Stretch(self.offsets[stretch.start], self.offsets[stretch.end - 1] + 1)


def clean(text: str) -> Page:
    """The page that the rest of quotex reads."""
    plain, offsets = _visible(text)
    plain = MIXED_WORD.sub(lambda m: m.group().translate(LOOKALIKES), plain.translate(SPACES))
    return Page(_blanked(plain), offsets)


def _visible(text: str) -> tuple[str, tuple[int, ...] | None]:
    if not any(ord(c) in INVISIBLE for c in text):
        return text, None
    kept = tuple(i for i, c in enumerate(text) if ord(c) not in INVISIBLE)
    return "".join(text[i] for i in kept), kept


def _blanked(text: str) -> str:
    for stretch in furniture(text):
        blank = re.sub(r"[^\n]", " ", stretch.of(text))
        text = text[: stretch.start] + blank + text[stretch.end :]
    return text
