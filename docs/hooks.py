"""What the pages take from where it stands already, so that nothing is written twice; and how marked sentences look.

`{{ README: How good, how fast }}` is that section of the README, `{{ FIELDS: Quote }}` the table of a model's fields,
`{{ RULES }}` that of the rules.
A `marked` block holds sentences as the tests have them: `«[D Мы готовы]», — [C сказал] [S Лосев].`
"""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import quotex

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
ICON = ROOT / "quotex" / "web" / "assets" / "icon.svg"
TAKEN = re.compile(r"^\{\{ (?P<what>README|FIELDS|RULES)(?:: (?P<name>.+))? \}\}$", re.MULTILINE)
MARKED = re.compile(r"^```(?P<name>marked|legend)\n(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL)
TAGS = {"D": "mark", "I": "mark", "M": "mark", "C": "i", "S": "b"}


def on_page_markdown(markdown: str, **_: object) -> str:
    """A page as mkdocs is to read it."""
    return MARKED.sub(_marked, TAKEN.sub(_taken, markdown))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The pages' icon is that of `quotex serve`."""
    files.append(File.generated(config, "icon.svg", abs_src_path=str(ICON)))
    return files


def _taken(match: re.Match[str]) -> str:
    match match["what"]:
        case "README":
            return section(README.read_text(encoding="utf-8"), match["name"])
        case "FIELDS":
            return fields(getattr(quotex, match["name"]))
        case _:
            return rules()


def section(readme: str, heading: str) -> str:
    """What stands under the heading, with links as from docs/. Raises ValueError where there is no such heading."""
    found = re.search(rf"^(##+) {re.escape(heading)}\n(.*?)(?=^##? |^\1 |\Z)", readme, re.MULTILINE | re.DOTALL)
    if not found:
        raise ValueError(f"README.md has no section «{heading}», which a page of docs/ shows")
    return found[2].strip().replace("](docs/", "](")


def fields(model: Any) -> str:
    """A table: a field's name, its type, and what it holds."""
    types = ChainMap(*(vars(base).get("__annotations__", {}) for base in model.__mro__))
    return table((f"`{name}`", f"`{types[name]}`", field.description) for name, field in model.model_fields.items())


def rules() -> str:
    """A table: a rule's name, and what it finds."""
    return table((f"`{rule.__name__}`", (rule.__doc__ or "").partition("\n")[0]) for rule in quotex.RULES)


def table(rows: Iterable[tuple[str, ...]]) -> str:
    """Rows of cells, under a head without words."""
    first, *rest = rows
    empty = [""] * len(first)
    return "\n".join("|" + "|".join(row) + "|" for row in (empty, ["---"] * len(first), first, *rest))


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
