"""Whatever a fuzzer makes of the OpenAPI schema is answered as the schema says, and never with 500."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

schemathesis = pytest.importorskip(
    "schemathesis", reason="schemathesis is not installed: pip install 'quotex[dev-web]'"
)

OPERATIONS = [("/extract", "POST"), ("/extract/batch", "POST"), ("/health", "GET"), ("/version", "GET")]
RIGHT, WRONG = schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE
CASES = [(*operation, RIGHT) for operation in OPERATIONS]
CASES += [(*operation, WRONG) for operation in OPERATIONS if operation[1] == "POST"]  # a GET takes nothing


@pytest.fixture(scope="module")
def schema(address: str) -> Any:
    return schemathesis.openapi.from_url(f"{address}/openapi.json")


def test_there_are_no_other_operations(schema: Any) -> None:
    found = {(operation.ok().path, operation.ok().method.upper()) for operation in schema.get_all_operations()}
    assert found == set(OPERATIONS)


@pytest.mark.parametrize(("path", "method", "mode"), CASES)
def test_answers_are_as_described(schema: Any, path: str, method: str, mode: Any) -> None:
    @settings(max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(case=schema[path][method].as_strategy(generation_mode=mode))
    def check(case: Any) -> None:
        case.call_and_validate()

    check()
