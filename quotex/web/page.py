"""The page: a form, and what it shows of an article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from string import Template

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from quotex.model import Document, Extraction
from quotex.render import view
from quotex.render.labels import EN, RU, Labels
from quotex.web.api import Api
from quotex.web.words import WORDS


@dataclass(frozen=True, slots=True)
class Page:
    """The operations of the page."""

    api: Api

    async def page(self, request: Request) -> Response:
        """The page itself, in the language that the browser asks for."""
        labels = _labels(request)
        template = (files("quotex.web") / "page.html").read_text(encoding="utf-8")
        limits = self.api.limits
        text = Template(template).substitute(WORDS[labels.lang], lang=labels.lang, body=limits.body)
        return HTMLResponse(text, headers={"Content-Language": labels.lang, "Vary": "Accept-Language"})

    async def read(self, request: Request, document: Document) -> Response:
        """The article as the page shows it, and its extraction as the page copies and saves it."""
        return await self.api.read(document, partial(_answer, document, _labels(request)))


def router(page: Page) -> APIRouter:
    """The operations with their paths. They serve the page alone, and may change with it."""
    routes = APIRouter(include_in_schema=False)
    routes.add_api_route("/", page.page, response_model=None)
    routes.add_api_route("/read", page.read, methods=["POST"], response_model=None)
    return routes


def _answer(document: Document, labels: Labels, found: Extraction) -> Response:
    seen = view(document.text, found, labels)
    return JSONResponse({"html": seen.html, "css": seen.css, "json": found.model_dump_json(indent=2)})


def _labels(request: Request) -> Labels:
    """`?lang=en`, or else the browser's first language that there is; Russian, if there is none."""
    wanted = [request.query_params.get("lang", ""), *_accepted(request.headers.get("accept-language", ""))]
    known = {labels.lang: labels for labels in (RU, EN)}
    return next((known[lang] for lang in wanted if lang in known), RU)


def _accepted(header: str) -> list[str]:
    """`en-GB,en;q=0.9,ru;q=0.8` → en, en, ru. Browsers write them in order of preference."""
    return [item.split(";")[0].strip().split("-")[0].lower() for item in header.split(",")]
