"""What a network sees of a token: the vector of its lower-case word, and the shape it is written in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from quotex.engine.pack import Pack

Floats = NDArray[np.float32]

SPECIAL = 2  # the last words of the list are <unk> and <pad>


class Words:
    """The sorted list of known words, kept as one string of bytes: as `str`s in a `dict` it would take 40 MB.

    Bytes of UTF-8 sort as their characters do, so a word is found by halving (about 18 steps).
    """

    def __init__(self, lines: bytes) -> None:
        ends = np.flatnonzero(np.frombuffer(lines + b"\n", np.uint8) == ord("\n"))
        self._lines = lines
        self._bounds = memoryview(np.concatenate(([-1], ends)).astype(np.int32))
        self.unknown = len(ends) - SPECIAL

    def __len__(self) -> int:
        return self.unknown

    def __getitem__(self, index: int) -> bytes:
        return self._lines[self._bounds[index] + 1 : self._bounds[index + 1]]

    def find(self, word: str) -> int:
        """The word's number, or `unknown`."""
        sought = word.encode(errors="surrogatepass")
        index = bisect_left(self, sought)
        return index if index < len(self) and self[index] == sought else self.unknown


class Vectors:
    """navec's word vectors, quantised: 100 bytes a word, each the number of one of 256 pieces of 3 floats."""

    def __init__(self, pack: Pack) -> None:
        words, _, parts, pieces = (int(n) for n in pack.mapped("pq.bin", np.uint32, (4,)))
        header, size = 4 * 4, words * parts
        self.id = pack.id
        self._bytes = pack.mapped("pq.bin", np.uint8, (words, parts), skip=header)
        self._pieces: Floats = pack.mapped("pq.bin", np.float32, (parts, pieces, 3), skip=header + size)
        self._parts = np.arange(parts)

    def __getitem__(self, numbers: NDArray[np.intp]) -> Floats:
        """(n,) numbers of words → (n, 300)."""
        return self._pieces[self._parts, self._bytes[numbers]].reshape(len(numbers), -1)


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
    """Tokens as numbers of words and of shapes."""

    def __init__(self, words: Words, shapes: Sequence[str]) -> None:
        self._words = words
        self._shapes = {name: number for number, name in enumerate(shapes)}

    def numbers(self, tokens: Sequence[str]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """n tokens → (n,) numbers of words, (n,) numbers of shapes."""
        words = [self._words.find(token.lower()) for token in tokens]
        return np.array(words, np.intp), np.array([self._shapes[shape(token)] for token in tokens], np.intp)
