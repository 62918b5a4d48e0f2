"""What the pages take from where it stands already, so that nothing is written twice; and how marked sentences look.

`{{ README: How good, how fast }}` is that section of the README, `{{ RULES }}` the table of the rules.
A `marked` block holds sentences as the tests have them: `«[D Мы готовы]», — [C сказал] [S Лосев].`
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from quotex import RULES

README = Path(__file__).parents[1] / "README.md"
TAKEN = re.compile(r"^\{\{ (?:README: (?P<heading>.+)|RULES) \}\}$", re.MULTILINE)
MARKED = re.compile(r"^```(?P<name>marked|legend)\n(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL)
TAGS = {"D": "mark", "I": "mark", "M": "mark", "C": "i", "S": "b"}


def on_page_markdown(markdown: str, **_: object) -> str:
    """A page as mkdocs is to read it."""
    return MARKED.sub(_marked, TAKEN.sub(_taken, markdown))


def _taken(match: re.Match[str]) -> str:
    return section(README.read_text(encoding="utf-8"), match["heading"]) if match["heading"] else rules()


def section(readme: str, heading: str) -> str:
    """What stands under the heading, with links as from docs/. Raises ValueError where there is no such heading."""
    found = re.search(rf"^(##+) {re.escape(heading)}\n(.*?)(?=^##? |^\1 |\Z)", readme, re.MULTILINE | re.DOTALL)
    if not found:
        raise ValueError(f"README.md has no section «{heading}», which a page of docs/ shows")
    return found[2].strip().replace("](docs/", "](")


def rules() -> str:
    """A table: a rule's name, and what it finds."""
    lines = [f"| `{rule.__name__}` | {(rule.__doc__ or '').splitlines()[0]} |" for rule in RULES]
    return "\n".join(["| rule | what it finds |", "|---|---|", *lines])


def _marked(match: re.Match[str]) -> str:
    lines = "".join(f"<li>{_sentence(line)}</li>" for line in match["lines"].splitlines())
    return f'<ul class="{match["name"]}" lang="{"ru" if match["name"] == "marked" else "en"}">{lines}</ul>'


def _sentence(line: str) -> str:
    """The brackets as tags. A closing one belongs to the last that is open."""
    shown, opened = "", list[str]()
    for part in re.split(r"(\[[DIMCS][\d+]* |\])", line):
        if part == "]":
            shown += f"</{opened.pop()}>"
        elif part.startswith("["):
            opened.append(TAGS[part[1]])
            shown += f'<{opened[-1]} class="{part[1]}">'
        else:
            shown += escape(part)
    return shown
