"""The command: it says where it listens, answers, and ends in order."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

pytest.importorskip("fastapi", reason="fastapi is not installed: pip install 'quotex[web]'")
pytest.importorskip("uvicorn", reason="uvicorn is not installed: pip install 'quotex[web]'")

DOCS = Path(__file__).parents[2] / "docs" / "serve.md"
COMMAND = [sys.executable, "-m", "quotex", "serve"]


@pytest.fixture(scope="module")
def running() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server of its own process, and its address."""
    server = subprocess.Popen([*COMMAND, "--port", "0"], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert server.stderr
    try:
        said = re.fullmatch(r"quotex: (http://127\.0\.0\.1:\d+) \(Ctrl-C ends it\)\n", server.stderr.readline())
        assert said
        yield server, said[1]
    finally:
        server.kill()
        server.communicate()


def test_options_are_those_that_the_page_tells_of() -> None:
    told = set(re.findall(r"`(--[a-z]+)", DOCS.read_text(encoding="utf-8")))
    helped = subprocess.run(
        [*COMMAND, "--help"], capture_output=True, text=True, env={"COLUMNS": "200", "TERM": "dumb"}
    )
    assert told == set(re.findall(r"(--[a-z]+)", helped.stdout)) - {"--help"}


def test_ctrl_c_ends_it(running: tuple[subprocess.Popen[str], str]) -> None:
    server, address = running
    assert urlopen(f"{address}/health").status == 200
    server.send_signal(signal.SIGINT)
    out, err = server.communicate(timeout=10)
    assert (server.returncode, out, err) == (0, "", "")


@pytest.mark.parametrize("host", ["127.0.0.1", "no.such.host.invalid"])
def test_an_address_that_cannot_be_had(host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run([*COMMAND, "--host", host, "--port", str(port)], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(rf"quotex: {host}:{port}: .+; choose another with --host or --port\n", done.stderr)
