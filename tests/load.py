"""What `quotex serve` costs and bears: requests a second, and the slowest of them, at 1, 8 and 32 clients.

    python tests/load.py [--seconds 10] [--address http://127.0.0.1:8000]       a server of its own, unless given one

Every request is another article of 3,000 characters, made of paragraphs of corpus/news.jsonl. `page` is how long the
page itself takes meanwhile. Server and clients are processes of their own; on a small machine the clients take their
share of it. Needs quotex[web,dev-web].
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter

import httpx

import quotex

CORPUS = Path(__file__).parent.parent / "corpus" / "news.jsonl"
LETTERS = 3_000
CLIENTS = (1, 8, 32)
ROUNDS = 60
PAUSE = 0.2  # seconds between two looks at the page
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def articles(seed: int) -> Iterator[str]:
    """Articles without end, each of other paragraphs."""
    chance = random.Random(seed)
    lines = CORPUS.read_text(encoding="utf-8").strip().split("\n")
    paragraphs = [p for line in lines for p in json.loads(line)["text"].split("\n") if p.strip()]
    while True:
        text = ""
        while len(text) < LETTERS:
            text += chance.choice(paragraphs) + "\n\n"
        yield text[:LETTERS]


@contextmanager
def served() -> Iterator[str]:
    """The address of a server of its own."""
    command = [sys.executable, "-m", "quotex", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        found = re.search(r"http://\S+", server.stderr.readline())
        assert found, "the server did not start"
        try:
            yield found[0]
        finally:
            server.terminate()


def beside_extract(address: str) -> tuple[float, float]:
    """Seconds for an article by HTTP and by `extract`, medians: each article goes both ways, and is new to both."""
    extractor, texts = quotex.Extractor(), articles(1)
    asked, done = list[float](), list[float]()
    with httpx.Client(base_url=address) as client:
        for number in range(ROUNDS + 10):
            text = next(texts)
            if number % 2:
                asked.append(timed(lambda text=text: client.post("/extract", json={"text": text})))
            done.append(timed(lambda text=text: extractor.extract(text)))
            if not number % 2:
                asked.append(timed(lambda text=text: client.post("/extract", json={"text": text})))
    return median(asked[10:]), median(done[10:])


def timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


@dataclass
class Load:
    """What so many clients saw: the seconds of each answer and of each page, and the answers by status."""

    clients: int
    seconds: float = 0.0
    answers: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)

    async def run(self, address: str, seconds: float) -> None:
        start = perf_counter()
        limits = httpx.Limits(max_connections=self.clients + 1)
        async with httpx.AsyncClient(base_url=address, limits=limits, timeout=60) as client:
            asking = [self._ask(client, articles(100 * self.clients + n), start + seconds) for n in range(self.clients)]
            await asyncio.gather(self._look(client, start + seconds), *asking)
        self.seconds = perf_counter() - start

    async def _ask(self, client: httpx.AsyncClient, texts: Iterator[str], end: float) -> None:
        while (start := perf_counter()) < end:
            answer = await client.post("/extract", json={"text": next(texts)})
            self.answers.append(perf_counter() - start)
            self.statuses[answer.status_code] += 1

    async def _look(self, client: httpx.AsyncClient, end: float) -> None:
        while (start := perf_counter()) < end:
            (await client.get("/")).raise_for_status()
            self.pages.append(perf_counter() - start)
            await asyncio.sleep(PAUSE)

    def __str__(self) -> str:
        told = ", ".join(f"{count} × {status}" for status, count in sorted(self.statuses.items()))
        slowest = sorted(self.answers)[-1 - len(self.answers) // 100]
        times = "".join(f"{time * 1000:10.0f} ms" for time in (median(self.answers), slowest, median(self.pages)))
        return f"{self.clients:7}{len(self.answers) / self.seconds:13.1f}{times}   {told}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=float, default=10)
    options.add_argument("--address")
    given = options.parse_args()
    os.environ.update(ONE_THREAD)  # before quotex loads numpy, here and in the server
    with served() if not given.address else nullcontext(given.address) as address:
        asked, done = beside_extract(address)
        print(
            f"an article of {LETTERS} characters: {asked * 1000:.1f} ms by HTTP, {done * 1000:.1f} ms by extract",
            end="",
        )
        print(f": {asked / done:.2f} times\n\nclients   requests/s       median  slowest 1 %         page   answers")
        for clients in CLIENTS:
            load = Load(clients)
            asyncio.run(load.run(address, given.seconds))
            print(load, flush=True)


if __name__ == "__main__":
    main()
