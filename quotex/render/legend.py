"""Who speaks: a colour and a switch for every speaker, so that their quotes can be seen alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotex.model import Quote
from quotex.render.escape import shown
from quotex.render.labels import Labels
from quotex.render.pieces import voice, voices

FIRST, GOLDEN = 250.0, 137.508  # degrees: hues at that distance stay apart, however many there are


def legend(quotes: Sequence[Quote], labels: Labels) -> str:
    """The switches, and what the lines under the quotes mean."""
    said = Counter(map(voice, quotes))
    switches = [_switch("all", labels.everyone, len(quotes), "all")]
    switches += [_switch(str(n), name or labels.nobody, said[name], f"v{n}") for name, n in voices(quotes).items()]
    kinds = " ".join(f'<span class="{kind}">{label}</span>' for kind, label in labels.kinds.items())
    head = f'<legend class="heading">{labels.voices}</legend>'
    switch = f'<fieldset class="voices">{head}{"".join(switches)}</fieldset>'
    return f'<div class="legend">{switch}<p class="kinds">{kinds}</p></div>'


def colours(quotes: Sequence[Quote]) -> str:
    """The style of a page with these quotes: a hue for each speaker, and what their switch hides."""
    return "\n".join(_hue(name, n) + _alone(n) for name, n in voices(quotes).items())


def _switch(value: str, name: str, count: int, style: str) -> str:
    checked = " checked" if value == "all" else ""
    return (
        f'<label class="{style}"><input type="radio" name="voice" value="{value}"{checked}>'
        f'<bdi>{shown(name)}</bdi> <span class="count">{count}</span></label>'
    )


def _hue(name: str | None, number: int) -> str:
    grey = "" if name else ";--chroma:0"
    return f".v{number}{{--hue:{round(FIRST + number * GOLDEN) % 360}{grey}}}"


def _alone(number: int) -> str:
    """While this speaker's switch is on, the quotes of others are not in the list, and plain text in the article."""
    others = f'.view:has([value="{number}"]:checked) %s:not([data-voices~="{number}"])'
    return (
        f"{others % 'mark'}{{background:none;text-decoration:none}}"
        f"{others % 'article .number'},{others % '.quotes>li'}{{display:none}}"
    )
