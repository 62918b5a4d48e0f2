"""What a network sees of a token: the vector of its lower-case word, and the shape it is written in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from quotex.engine.chunk import Ints
from quotex.engine.pack import Pack

Floats = NDArray[np.float32]

SPECIAL = 2  # the last words of the list are <unk> and <pad>
BLOCK = 64
REMEMBERED = 16_384


class Words:
    """The sorted list of known words, kept as one string of bytes: as `str`s in a `dict` it would take 40 MB.

    Bytes of UTF-8 sort as their characters do: the block of 64 words that can hold a word is found by halving.
    """

    def __init__(self, lines: bytes) -> None:
        ends = np.flatnonzero(np.frombuffer(lines, np.uint8) == ord("\n"))
        self.unknown = len(ends) + 1 - SPECIAL
        self._bounds = [-1, *ends[BLOCK - 1 : self.unknown - 1 : BLOCK].tolist(), int(ends[self.unknown - 1])]
        self._heads = [lines[a + 1 : lines.index(b"\n", a + 1)] for a in self._bounds[:-1]]
        self._lines = b"\n" + lines

    def find(self, word: str) -> int:
        """The word's number, or `unknown`."""
        sought = word.encode(errors="surrogatepass")
        block = max(bisect_right(self._heads, sought) - 1, 0)
        start, end = self._bounds[block] + 1, self._bounds[block + 1] + 2
        place = self._lines.find(b"\n%b\n" % sought, start, end)
        return self.unknown if place < 0 else block * BLOCK + self._lines.count(b"\n", start, place)


class Vectors:
    """navec's word vectors, quantised: 100 bytes a word, each the number of one of 256 pieces of 3 floats."""

    def __init__(self, pack: Pack) -> None:
        words, _, parts, pieces = (int(n) for n in pack.mapped("pq.bin", np.uint32, (4,)))
        header, size = 4 * 4, words * parts
        self._bytes = pack.mapped("pq.bin", np.uint8, (words, parts), skip=header)
        self._pieces: Floats = pack.mapped("pq.bin", np.float32, (parts * pieces, 3), skip=header + size)
        self._offsets = np.arange(parts) * pieces

    def __getitem__(self, numbers: Ints) -> Floats:
        """(n,) numbers of words → (n, 300)."""
        return self._pieces.take(self._bytes[numbers] + self._offsets, axis=0).reshape(len(numbers), -1)


PUNCTUATION = "!#$%&()[]\\/*+,.:;<=>?@^_{|}~" + "-‐−‒⁃–—―" + "`\"'«»„“ʼʻ”" + "№…"
SCRIPT = re.compile(
    rf"(?P<RU>[а-яё]+)|(?P<EN>[a-z]+)|(?P<NUM>[+-]?\d+)|(?P<PUNCT>[{re.escape(PUNCTUATION)}]+)", re.IGNORECASE
)


def shape(token: str) -> str:
    """`Совфед` → `RU_Xx`, `США` → `RU_XX`, `Нью-Йорк` → `RU_Xx-Xx`, `2025` → `NUM`, `«` → `PUNCT_«`.

    The script is that of the token's beginning: `СИЗО-6` is Russian, `2011-й` a number.
    """
    match = SCRIPT.match(token)
    script = match.lastgroup if match else "OTHER"
    if script in ("RU", "EN"):
        return f"{script}_{_case(token)}"
    if script == "PUNCT":
        return f"PUNCT_{token if len(token) == 1 else 'OTHER'}"
    return str(script)


def _case(word: str) -> str:
    if len(word) == 1:
        return "X" if word.isupper() else "x"
    if word.isupper():
        return "XX"
    if word.islower():
        return "xx"
    if _is_title(word):
        return "Xx"
    return "Xx-Xx" if "-" in word and all(map(_is_title, word.split("-", 1))) else "OTHER"


def _is_title(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()


class Tokens:
    """What all three networks see of a token, as one number: 66 · the word's number + the shape's.

    Tokens unlike in letters can look alike: rare surnames are one word, `<unk>`, in one shape.
    """

    def __init__(self, words: Words, shapes: Sequence[str]) -> None:
        self._words = words
        self._shapes = {name: number for number, name in enumerate(shapes)}
        self.look = lru_cache(REMEMBERED)(self._look)

    def _look(self, token: str) -> int:
        return self._words.find(token.lower()) * len(self._shapes) + self._shapes[shape(token)]

    def split(self, looks: Ints) -> tuple[Ints, Ints]:
        """(n,) looks → (n,) numbers of words, (n,) numbers of shapes."""
        words, shapes = np.divmod(looks, len(self._shapes))
        return words, shapes
