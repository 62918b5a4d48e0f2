"""`quotex serve`: an HTTP API over an Extractor, and a page on it. Needs the extra: pip install 'quotex[web]'."""

from quotex.web.app import create
from quotex.web.limits import Limits
from quotex.web.server import serve

__all__ = ["Limits", "create", "serve"]
