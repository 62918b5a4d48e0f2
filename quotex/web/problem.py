"""Errors as clients get them: `{"error": "what is wrong, and what to do"}`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from quotex.web.policy import POLICY

SHOWN = 5  # mistakes of one request


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and what to do."""

    error: str


def problem(status: HTTPStatus, error: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The answer."""
    return JSONResponse(asdict(Problem(error)), status, headers)


def documented(*statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """The same for OpenAPI."""
    return {status.value: {"model": Problem, "description": status.phrase} for status in statuses}


def handle(app: FastAPI) -> None:
    """Whatever goes wrong in the app is answered so."""
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _failed)


def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return problem(HTTPStatus(error.status_code), str(error.detail), error.headers)


def _invalid(request: Request, error: Exception) -> Response:
    """The input itself is not sent back: it may be long, and is known."""
    assert isinstance(error, RequestValidationError)
    if "json" not in request.headers.get("content-type", ""):
        return problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "send JSON, with Content-Type: application/json")
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, _said(error.errors()))


def _failed(_: Request, error: Exception) -> Response:
    said = f"{type(error).__name__} in quotex: please report it with the article that makes it happen"
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, said, POLICY)  # which nothing else adds out here


def _said(errors: Iterable[Mapping[str, Any]]) -> str:
    mistakes = [_mistake(error) for error in errors]
    more = f" (and {len(mistakes) - SHOWN} more)" if len(mistakes) > SHOWN else ""
    return ("; ".join(mistakes[:SHOWN]) + more).encode(errors="backslashreplace").decode()


def _mistake(error: Mapping[str, Any]) -> str:
    """`published: Input should be a valid date`; `2.text: Field required`."""
    place = ".".join(map(str, error["loc"][1:]))
    if error["type"] == "json_invalid":
        return f"not JSON: {error['ctx']['error']} (at character {place})"
    return f"{place or 'body'}: {error['msg']}"
