"""What can be asked over HTTP: the quotes of an article, or of several; how it goes; which quotex it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from importlib.metadata import version
from threading import Event
from typing import Literal, TypeVar

from fastapi import APIRouter
from starlette.exceptions import HTTPException

from quotex.extractor import Extractor
from quotex.model import Document, Extraction
from quotex.web.limits import Limits
from quotex.web.problem import documented
from quotex.web.workshop import Workshop

ERRORS = documented(
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.REQUEST_TIMEOUT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
)
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Health:
    """Whether it answers."""

    status: Literal["ok"] = "ok"


@dataclass(frozen=True, slots=True)
class Version:
    """Of quotex."""

    version: str


@dataclass(frozen=True, slots=True)
class Api:
    """The operations, by the names that OpenAPI gives them."""

    extractor: Extractor
    workshop: Workshop
    limits: Limits

    async def extract(self, document: Document) -> Extraction:
        """The quotes of an article."""
        return await self.read(document, lambda found: found)

    async def extract_batch(self, documents: list[Document]) -> list[Extraction]:
        """The quotes of several articles, in their order."""
        if len(documents) > self.limits.articles:
            raise _too_much(f"a batch may have {self.limits.articles} articles: send several")
        for document in documents:
            self._check(document)
        return await self.workshop.make(lambda given_up: list(self.extractor.pipe(_until(given_up, documents))))

    async def health(self) -> Health:
        """Whether it answers."""
        return Health()

    async def version(self) -> Version:
        """Which quotex it is."""
        return Version(version("quotex"))

    async def read(self, document: Document, then: Callable[[Extraction], Made]) -> Made:
        """What is made, in the same thread, of the quotes of an article."""
        self._check(document)
        return await self.workshop.make(lambda _: then(self.extractor.extract(document)))

    def _check(self, document: Document) -> None:
        if len(document.text) > self.limits.letters:
            raise _too_much(f"an article may have {self.limits.letters:,} characters, not {len(document.text):,}")
        try:
            "".join(filter(None, (document.text, document.id, document.outlet))).encode()
        except UnicodeEncodeError:
            half = "half a surrogate pair (\\ud800 to \\udfff alone): no character, and no answer can hold it"
            raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, half) from None


def router(api: Api) -> APIRouter:
    """The operations with their paths."""
    routes = APIRouter()
    routes.add_api_route("/extract", api.extract, methods=["POST"], responses=ERRORS)
    routes.add_api_route("/extract/batch", api.extract_batch, methods=["POST"], responses=ERRORS)
    routes.add_api_route("/health", api.health)
    routes.add_api_route("/version", api.version)
    return routes


def _until(given_up: Event, documents: Sequence[Document]) -> Iterator[Document]:
    return (document for document in documents if not given_up.is_set())


def _too_much(said: str) -> HTTPException:
    return HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, said)
