"""Stretches: the arithmetic of offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.span import Stretch, hull

PLACES = st.integers(0, 30)
STRETCHES = st.builds(lambda a, b: Stretch(min(a, b), max(a, b)), PLACES, PLACES)


def test_half_open() -> None:
    assert Stretch(1, 3).of("мост") == "ос"
    assert (len(Stretch(1, 3)), len(Stretch(3, 3))) == (2, 0)


@pytest.mark.parametrize(
    ("one", "other", "holds", "meets"),
    [
        ((0, 5), (1, 3), True, True),
        ((0, 5), (0, 5), True, True),
        ((0, 5), (3, 7), False, True),
        ((0, 5), (5, 7), False, False),
        ((1, 3), (0, 5), False, True),
    ],
)
def test_holds_and_meets(one: tuple[int, int], other: tuple[int, int], holds: bool, meets: bool) -> None:
    left, right = Stretch(*one), Stretch(*other)
    assert (left.holds(right), left.meets(right), right.meets(left)) == (holds, meets, meets)


@pytest.mark.parametrize(
    ("text", "left", "right", "trimmed"),
    [
        (" \u00a0мост\n", None, None, "мост"),
        ("мост", None, None, "мост"),
        (" \n ", None, None, ""),
        ("«мост».", "«", "».", "мост"),
        (", мост,", ", ", "", "мост,"),
    ],
)
def test_trimmed(text: str, left: str | None, right: str | None, trimmed: str) -> None:
    sides = {name: side for name, side in (("left", left), ("right", right)) if side is not None}
    assert Stretch(0, len(text)).trimmed(text, **sides).of(text) == trimmed


@pytest.mark.parametrize(
    ("holes", "pieces"),
    [
        ([], [(2, 8)]),
        ([(4, 5)], [(2, 4), (5, 8)]),
        ([(6, 7), (3, 4)], [(2, 3), (4, 6), (7, 8)]),
        ([(0, 3)], [(3, 8)]),
        ([(7, 9)], [(2, 7)]),
        ([(0, 9)], []),
        ([(3, 6), (4, 5)], [(2, 3), (6, 8)]),
        ([(0, 2), (8, 9)], [(2, 8)]),
    ],
)
def test_without(holes: list[tuple[int, int]], pieces: list[tuple[int, int]]) -> None:
    assert Stretch(2, 8).without(Stretch(*h) for h in holes) == [Stretch(*p) for p in pieces]


@given(STRETCHES, st.lists(STRETCHES))
def test_without_keeps_just_what_no_hole_holds(whole: Stretch, holes: list[Stretch]) -> None:
    kept = [i for piece in whole.without(holes) for i in range(piece.start, piece.end)]
    assert kept == [i for i in range(whole.start, whole.end) if not any(h.start <= i < h.end for h in holes)]


@given(st.lists(STRETCHES, min_size=1))
def test_hull_is_the_shortest_that_holds_all(stretches: list[Stretch]) -> None:
    around = hull(stretches)
    assert all(around.holds(s) for s in stretches)
    assert {around.start, around.end} <= {place for s in stretches for place in (s.start, s.end)}
