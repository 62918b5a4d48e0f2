"""The app on a port."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from quotex.extractor import Extractor
from quotex.web.app import create
from quotex.web.limits import Limits

GOODBYE = 3  # seconds that answers under way have when the server ends


def serve(extractor: Extractor, host: str, port: int, limits: Limits, say: Callable[[str], None]) -> None:
    """Answers until Ctrl-C. `port`: 0 is any that is free. `say`: gets the address. Raises OSError if it is taken."""
    with _listening(host, port) as listening:
        app = create(extractor, limits)
        config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=GOODBYE, server_header=False)
        say(_address(listening))
        with suppress(KeyboardInterrupt):  # which uvicorn raises again, when it has ended in order
            uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """Taken here and not by uvicorn, which would end the process where the port is not free."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen()  # whoever comes before uvicorn is there waits
    except OSError:
        listening.close()
        raise
    return listening


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
