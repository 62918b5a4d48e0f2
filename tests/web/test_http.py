"""The API: the same quotes as `extract`, and limits that are told in JSON."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from time import monotonic, sleep
from typing import Any

import pytest
from served import SMALL, Serving, httpx

from quotex import Document, Extraction, __version__
from quotex.extractor import Extractor

CORPUS = Path(__file__).parents[2] / "corpus" / "news.jsonl"
TEXT = "«Мост откроют в мае», — сказал мэр Олег Нестеров."


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    lines = CORPUS.read_text(encoding="utf-8").split("\n")[:6]
    return [
        Document(outlet="Вестник", **{k: json.loads(line)[k] for k in ("id", "text", "published")}) for line in lines
    ]


@pytest.fixture(scope="module")
def small(serving: Serving) -> Iterator[httpx.Client]:
    with serving(SMALL) as url, httpx.Client(base_url=url) as client:
        yield client


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address) as client:
        yield client


class Held:
    """In place of an extractor: works until it is let go."""

    def __init__(self) -> None:
        self.let_go, self.seen = Event(), list[str]()

    def extract(self, document: Document) -> Extraction:
        self.seen.append(document.text)
        if document.text == "wrong":
            raise RuntimeError("a mistake with a secret")
        self.let_go.wait(5)
        return Extraction(version="0")

    def pipe(self, documents: Iterator[Document]) -> Iterator[Extraction]:
        return map(self.extract, documents)


def described(model: dict[str, Any]) -> dict[str, Any]:
    """A schema's fields as they are told to clients, and what else there may be."""
    fields = {name: field["description"] for name, field in model["properties"].items()}
    return {"fields": fields, "more": model["additionalProperties"]}


def error(answer: httpx.Response) -> str:
    assert answer.headers["content-type"] == "application/json"
    (said,) = answer.json().values()
    assert answer.json() == {"error": said}
    return str(said)


def test_extract_is_extract(client: httpx.Client, documents: list[Document], extractor: Extractor) -> None:
    for document in documents:
        answer = client.post(
            "/extract", content=document.model_dump_json(), headers={"content-type": "application/json"}
        )
        assert answer.status_code == 200
        assert answer.text == extractor.extract(document).model_dump_json()


def test_batch_is_pipe(client: httpx.Client, documents: list[Document], extractor: Extractor) -> None:
    answer = client.post("/extract/batch", json=[document.model_dump(mode="json") for document in documents])
    assert [Extraction.model_validate(found) for found in answer.json()] == list(extractor.pipe(documents))
    assert client.post("/extract/batch", json=[]).json() == []


def test_health_and_version(client: httpx.Client) -> None:
    assert client.get("/health").json() == {"status": "ok"}
    assert client.get("/version").json() == {"version": __version__}


def test_openapi_has_the_models_of_the_library(client: httpx.Client) -> None:
    schema = client.get("/openapi.json").json()
    assert schema["paths"].keys() == {"/extract", "/extract/batch", "/health", "/version"}
    models = schema["components"]["schemas"]
    assert described(models["Document"]) == described(Document.model_json_schema())
    assert described(models["Extraction"]) == described(Extraction.model_json_schema(mode="serialization"))
    assert "HTTPValidationError" not in models


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/assets/../app.py", "/assets/%2e%2e/app.py", "/nothing"])
def test_there_is_nothing_else(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, error(answer)) == (404, "Not Found")


@pytest.mark.parametrize(
    ("body", "kind", "status", "said"),
    [
        (b"{", "application/json", 422, "not JSON: "),
        (b"[" * 100_000, "application/json", 400, "There was an error parsing the body"),
        (b"\xff", "application/json", 400, "There was an error parsing the body"),
        (b"[1]", "application/json", 422, "body: Input should be a valid dictionary"),
        (b"{}", "application/json", 422, "text: Field required"),
        (b'{"text": 1}', "application/json", 422, "text: Input should be a valid string"),
        (
            b'{"text": "", "published": "29.01.2025"}',
            "application/json",
            422,
            "published: Input should be a valid date",
        ),
        (b'{"text": "", "author": ""}', "application/json", 422, "author: Extra inputs are not permitted"),
        (rb'{"text": "\ud800"}', "application/json", 422, "half a surrogate pair"),
        (rb'{"text": "", "id": "\udfff"}', "application/json", 422, "half a surrogate pair"),
        (rb'{"\ud800": 1}', "application/json", 422, "body: Input should be a valid string"),
        (b'{"text": ""}', "text/plain", 415, "send JSON, with Content-Type: application/json"),
    ],
)
def test_what_is_no_article_is_told(client: httpx.Client, body: bytes, kind: str, status: int, said: str) -> None:
    answer = client.post("/extract", content=body, headers={"content-type": kind})
    assert (answer.status_code, error(answer)[: len(said)]) == (status, said)


def test_many_mistakes_are_told_shortly(client: httpx.Client) -> None:
    answer = client.post("/extract/batch", json=[{}] * 50)
    assert error(answer).startswith("0.text: Field required; 1.text: ")
    assert error(answer).endswith("(and 45 more)")


def test_wrong_method(client: httpx.Client) -> None:
    answer = client.get("/extract")
    assert (answer.status_code, error(answer), answer.headers["allow"]) == (405, "Method Not Allowed", "POST")


@pytest.mark.parametrize(
    ("path", "sent", "said"),
    [
        ("/extract", {"text": "б" * 1500}, "a request may have 2,000 bytes"),
        ("/read", {"text": "б" * 1500}, "a request may have 2,000 bytes"),
        ("/extract", {"text": "a" * 301}, "an article may have 300 characters, not 301"),
        ("/read", {"text": "a" * 301}, "an article may have 300 characters, not 301"),
        ("/extract/batch", [{"text": ""}, {"text": "a" * 301}], "an article may have 300 characters, not 301"),
        ("/extract/batch", [{"text": ""}] * 3, "a batch may have 2 articles"),
    ],
)
def test_too_much(small: httpx.Client, path: str, sent: Any, said: str) -> None:
    answer = small.post(path, json=sent)
    assert (answer.status_code, error(answer)[: len(said)]) == (413, said)


def test_too_much_without_a_length(small: httpx.Client) -> None:
    answer = small.post("/extract", content=iter([b" " * 1000] * 3))
    assert (answer.status_code, error(answer)) == (413, "a request may have 2,000 bytes: send less at a time")


def test_just_enough(small: httpx.Client) -> None:
    assert small.post("/extract", json={"text": "a" * 300}).status_code == 200


def test_a_request_that_does_not_end(small: httpx.Client) -> None:
    with socket.create_connection((small.base_url.host, small.base_url.port)) as slow:
        slow.sendall(b"POST /extract HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{")
        answer = b"".join(iter(lambda: slow.recv(2_000), b""))
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b'{"error":"the request was not complete after 0.3 s: send it faster"}' in answer
    assert small.post("/extract", json={"text": ""}).status_code == 200


def test_too_long_and_too_many(serving: Serving) -> None:
    held = Held()
    with serving(SMALL, held) as url, ThreadPoolExecutor() as pool:
        first = pool.submit(httpx.post, f"{url}/extract", json={"text": "1"})
        until(lambda: bool(held.seen))
        start = monotonic()
        assert httpx.get(f"{url}/health").status_code == 200
        second = httpx.post(f"{url}/extract", json={"text": "2"})
        assert monotonic() - start < SMALL.seconds
        assert (second.status_code, error(second), second.headers["retry-after"]) == (
            503,
            "too many requests at a time: try again",
            "1",
        )
        assert (first.result().status_code, error(first.result())) == (
            504,
            "no answer within 0.3 s: send less at a time, or try again later",
        )
        held.let_go.set()
        assert httpx.post(f"{url}/extract", json={"text": "3"}).status_code == 200
    assert held.seen == ["1", "3"]


def test_a_batch_that_nobody_waits_for_is_left(serving: Serving) -> None:
    held = Held()
    with serving(SMALL, held) as url:
        assert httpx.post(f"{url}/extract/batch", json=[{"text": "1"}, {"text": "2"}]).status_code == 504
        held.let_go.set()
        sleep(0.1)
    assert held.seen == ["1"]


def test_a_mistake_of_quotex_is_told_without_its_matter(serving: Serving) -> None:
    with serving(SMALL, Held()) as url:
        answer = httpx.post(f"{url}/extract", json={"text": "wrong"})
    assert answer.status_code == 500
    assert error(answer) == "RuntimeError in quotex: please report it with the article that makes it happen"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_many_at_a_time_get_what_is_theirs(client: httpx.Client) -> None:
    texts = [TEXT.replace("мае", f"мае {number} года") for number in range(2000, 2024)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda text: client.post("/extract", json={"text": text}).json(), texts))
    assert [answer["quotes"][0]["text"] for answer in answers] == [text[1:29] for text in texts]


def until(true: Any) -> None:
    while not true():
        sleep(0.005)
