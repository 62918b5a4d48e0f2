"""The Arrow types of quotex's values, read off their type hints: one description of each, not two."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pyarrow as pa

from quotex.model import Extraction
from quotex.row import FiledRow, Row

PLAIN = {str: pa.string(), int: pa.int64(), float: pa.float64(), datetime.date: pa.date32()}


def flat() -> pa.Schema:
    """A row a quote."""
    return _schema(get_type_hints(Row))


def filed() -> pa.Schema:
    """A row a quote, with the input's other fields."""
    return _schema(get_type_hints(FiledRow))


def nested() -> pa.Schema:
    """A row an article, as `convert` writes it: the quotes are a list inside."""
    return _schema({name: hint for name, hint in _fields(Extraction).items() if name != "version"})


def _schema(hints: Mapping[str, Any]) -> pa.Schema:
    return pa.schema([(name, _type(hint)) for name, hint in hints.items()])


def _type(hint: Any) -> pa.DataType:
    """`str | None` → string, `tuple[Span, ...]` → list of struct, a model → struct."""
    inner = next((kind for kind in get_args(hint) if kind is not NoneType), None)
    match get_origin(hint):
        case None:
            return PLAIN.get(hint) or pa.struct(list(_schema(_fields(hint))))
        case origin if origin is Literal:
            return pa.string()
        case origin if origin is tuple:
            return pa.list_(_type(inner))
        case _:
            return _type(inner)


def _fields(model: Any) -> dict[str, Any]:
    return {name: field.annotation for name, field in model.model_fields.items()}
