"""The whole app: the API, the page and its assets, behind the gate."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from quotex.extractor import Extractor
from quotex.web import api, page
from quotex.web.gate import Gate
from quotex.web.limits import Limits
from quotex.web.policy import Policy
from quotex.web.problem import handle
from quotex.web.workshop import Workshop

ASSETS: list[str | tuple[str, str]] = [("quotex.render", "assets"), ("quotex.web", "assets")]


def create(extractor: Extractor | None = None, limits: Limits | None = None) -> FastAPI:
    """An ASGI app for any server. `extractor`: the default one, unless given; `limits`: those of `Limits()`.

    Its OpenAPI schema is at /openapi.json; there are no pages that show it, for those load scripts from elsewhere.
    """
    bounds = limits or Limits()
    workshop = Workshop(bounds)
    operations = api.Api(extractor or Extractor(), workshop, bounds)
    app = FastAPI(title="quotex", version=version("quotex"), docs_url=None, redoc_url=None, lifespan=_closing(workshop))
    handle(app)
    app.include_router(api.router(operations))
    app.include_router(page.router(page.Page(operations)))
    app.mount("/assets", StaticFiles(packages=ASSETS))
    app.add_middleware(Gate, limits=bounds, workshop=workshop)
    app.add_middleware(Policy)
    return app


def _closing(workshop: Workshop) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        workshop.close()

    return lifespan
