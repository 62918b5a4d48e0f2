"""`quotex convert` as a user runs it: real processes, which are really killed."""

from __future__ import annotations

import csv
import gzip
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

TEXT = "«Мост № {} откроют в мае», — сказал мэр Олег Нестеров. Он добавил, что проезд будет бесплатным."
CONVERT = (sys.executable, "-m", "quotex", "convert")
PARQUET = pytest.mark.skipif(not find_spec("pyarrow"), reason="pyarrow is not installed: pip install 'quotex[tables]'")
PATIENCE = 30.0  # seconds, for what takes one


def article(number: int) -> bytes:
    return json.dumps({"id": str(number), "text": TEXT.format(number)}).encode() + b"\n"


def articles(count: int) -> bytes:
    return b"".join(map(article, range(1, count + 1)))


def convert(*options: object, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*CONVERT, *map(str, options)], input=data, capture_output=True, timeout=60)


def ids(output: bytes) -> list[int]:
    return [int(json.loads(line)["id"]) for line in output.splitlines()]


def until(true: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.005)


def size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts a run, and sees to it that it does not outlive the test."""
    runs: list[subprocess.Popen[bytes]] = []

    def one(*options: object, **pipes: Any) -> subprocess.Popen[bytes]:
        runs.append(subprocess.Popen([*CONVERT, *map(str, options)], **{"stderr": subprocess.PIPE, **pipes}))
        return runs[-1]

    yield one
    for run in runs:
        run.kill()
        with run:  # waits, and closes the pipes
            pass


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_bytes(articles(100))
    return path


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


class Feed:
    """An input that gives its articles slowly and never ends: a run on it is always in its middle."""

    def __init__(self, path: Path) -> None:
        self.path = path
        os.mkfifo(path)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._pour)
        self._thread.start()

    def _pour(self) -> None:
        with self.path.open("wb", buffering=0) as pipe:
            for number in range(1, 10_000):
                if self._over.wait(0.001):
                    return
                try:
                    pipe.write(article(number))
                except BrokenPipeError:
                    return

    def replace(self, count: int) -> None:
        """Puts a file of so many articles, the same ones, in its place."""
        self._over.set()
        self._thread.join()
        self.path.unlink()
        self.path.write_bytes(articles(count))


@pytest.fixture
def feed(tmp_path: Path) -> Iterator[Feed]:
    feed = Feed(tmp_path / "feed.jsonl")
    yield feed
    if feed.path.is_fifo():
        os.close(os.open(feed.path, os.O_RDONLY | os.O_NONBLOCK))
        feed.replace(0)


def test_records_come_in_the_order_of_the_inputs(tmp_path: Path, output: Path) -> None:
    plain, packed = tmp_path / "a.jsonl", tmp_path / "b.jsonl.gz"
    plain.write_bytes(articles(70))
    packed.write_bytes(gzip.compress(b"".join(map(article, range(71, 141)))))
    done = convert(plain, packed, "-o", output, "--workers", 2)
    assert done.returncode == 0
    assert ids(output.read_bytes()) == list(range(1, 141))
    assert b"140 articles \xc2\xb7 280 quotes \xc2\xb7 0 errors" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "b.jsonl.gz", "out.jsonl"]


def test_stdin_to_stdout(source: Path) -> None:
    plain = convert("-", "-o", "-", "-q", data=source.read_bytes())
    packed = convert("-", "-o", "-", "-q", data=gzip.compress(source.read_bytes()))
    assert ids(plain.stdout) == list(range(1, 101))
    assert packed.stdout == plain.stdout
    assert (plain.stderr, plain.returncode) == (b"", 0)


def test_packed_output_holds_the_same(source: Path, tmp_path: Path, output: Path) -> None:
    packed = tmp_path / "out.jsonl.gz"
    convert(source, "-o", output)
    convert(source, "-o", packed)
    assert gzip.decompress(packed.read_bytes()) == output.read_bytes()


def test_csv_has_one_head(source: Path, tmp_path: Path, output: Path) -> None:
    packed = tmp_path / "out.csv.gz"
    convert(source, "-o", packed, "--format", "csv", "--workers", 2)
    piped = convert(source, "-o", "-", "--format", "csv", "-q").stdout
    assert gzip.decompress(packed.read_bytes()) == piped
    rows = list(csv.DictReader(piped.decode().splitlines()))
    assert [(row["id"], row["quote"]) for row in rows] == [(str(n), q) for n in range(1, 101) for q in "01"]
    source.write_bytes(b"")
    convert(source, "-o", output, "--format", "csv")
    assert output.read_bytes() == piped[: piped.index(b"\n") + 1]


def test_a_head_is_neither_doubled_nor_lost(start: Start, source: Path, output: Path) -> None:
    options = (source, "-o", output, "--format", "csv")
    run = start(*options)
    until(lambda: size(output))  # the head is there before the first article
    killed(run)
    assert convert(*options, "--resume").returncode == 0
    lines = output.read_text().splitlines()
    assert (len(lines), lines[0].split(",")[:2]) == (201, ["id", "published"])


@PARQUET
def test_parquet_holds_the_flat_rows(source: Path, tmp_path: Path, output: Path) -> None:
    import pyarrow.parquet as pq

    convert(source, "-o", output, "--flat")
    done = convert(source, "-o", tmp_path / "out.parquet", "--format", "parquet", "--workers", 2)
    assert done.returncode == 0
    flat = [{**json.loads(line), "meta": "{}"} for line in output.read_bytes().splitlines()]
    assert pq.read_table(tmp_path / "out.parquet").to_pylist() == flat
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", "out.jsonl", "out.parquet"}


@PARQUET
def test_a_parquet_file_is_made_of_rows_that_are_complete(source: Path, tmp_path: Path) -> None:
    output, rows = tmp_path / "out.parquet", tmp_path / "out.parquet.part.jsonl"
    options = (source, "-o", output, "--format", "parquet", "--resume")
    convert(source, "-o", rows, "--flat")  # as if it had been killed just before the end
    assert convert(*options).returncode == 0
    assert (output.exists(), rows.exists()) == (True, False)
    assert b"complete" in convert(*options).stderr


def test_less_sure_quotes_are_left_out(source: Path, output: Path) -> None:
    sure = convert(source, "-o", "-", "-q", "--flat", "--min-confidence", "0.9").stdout
    convert(source, "-o", output, "-q", "--flat")
    lines = output.read_bytes().splitlines()
    assert sure.splitlines() == [line for line in lines if json.loads(line)["confidence"] >= 0.9]
    assert 0 < len(sure.splitlines()) < len(lines)


def test_bad_lines_are_listed_and_stop_nothing(tmp_path: Path, source: Path, output: Path) -> None:
    source.write_bytes(b"{\n\n" + articles(2) + b'{"id": 7, "text": 1}\n')
    done = convert(source, "-o", output, "--errors", tmp_path / "errors.jsonl")
    errors = [json.loads(line) for line in (tmp_path / "errors.jsonl").read_text().splitlines()]
    assert done.returncode == 1
    assert ids(output.read_bytes()) == [1, 2]
    assert [(error["line"], error["id"]) for error in errors] == [(1, None), (5, "7")]
    assert all(error.keys() == {"line", "id", "error"} for error in errors)


def test_bad_lines_go_to_stderr_for_want_of_a_file(source: Path, output: Path) -> None:
    source.write_bytes(b"{\n")
    done = convert(source, "-o", output, "--quiet")
    assert done.returncode == 1
    assert json.loads(done.stderr)["line"] == 1


def test_errors_of_several_inputs_name_theirs(tmp_path: Path, source: Path, output: Path) -> None:
    broken = tmp_path / "broken.jsonl.gz"
    broken.write_bytes(gzip.compress(os.urandom(5000) + b"\n")[:-4000])
    done = convert(broken, source, "-o", output, "--quiet")
    error = json.loads(done.stderr)
    assert (error["file"], done.returncode) == (str(broken), 1)
    assert "cannot be read further" in error["error"]
    assert ids(output.read_bytes()) == list(range(1, 101))


def killed(run: subprocess.Popen[bytes]) -> None:
    run.kill()
    run.communicate()
    assert run.returncode == -signal.SIGKILL


def test_a_killed_run_goes_on_without_a_record_lost_or_doubled(start: Start, feed: Feed, output: Path) -> None:
    journal = output.with_name("out.jsonl.resume")
    run = start(feed.path, "-o", output, "--workers", 2)
    until(lambda: journal.exists() and journal.read_text().count("\n") > 2)  # settings, the start, a mark
    killed(run)
    part = output.with_name("out.jsonl.part")
    count = ids(part.read_bytes().rpartition(b"\n")[0])[-1] + 50
    with part.open("ab") as file:
        file.write(article(999)[:50])  # as if it had been killed in the middle of a line
    feed.replace(count)
    done = convert(feed.path, "-o", output, "--resume")
    assert (done.returncode, ids(output.read_bytes())) == (0, list(range(1, count + 1)))
    assert {path.name for path in output.parent.iterdir()} == {"feed.jsonl", "out.jsonl"}


@pytest.mark.parametrize(
    ("shape", "part"),
    [
        (("--format", "csv"), "out.jsonl.part"),
        pytest.param(("--format", "parquet"), "out.jsonl.part.jsonl.part", marks=PARQUET),
    ],
)
def test_three_kills_change_nothing(
    start: Start, source: Path, tmp_path: Path, output: Path, shape: tuple[str, ...], part: str
) -> None:
    source.write_bytes(b"{\n" + articles(400) + b"}\n")
    options = (source, "-o", output, *shape, "--errors", tmp_path / "errors.jsonl")
    convert(*options)
    expected = output.read_bytes(), (tmp_path / "errors.jsonl").read_bytes()
    output.unlink()
    three_kills(start, options, output.with_name(part))
    done = convert(*options, "--resume")
    assert done.returncode == 1
    assert (output.read_bytes(), (tmp_path / "errors.jsonl").read_bytes()) == expected
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", "errors.jsonl", "out.jsonl"}


def three_kills(start: Start, options: tuple[object, ...], part: Path) -> None:
    for times in range(3):
        before = size(part)
        run = start(*options, "--workers", 2, *(["--resume"] if times else []))
        until(lambda before=before: size(part) > before)  # type: ignore[misc]
        killed(run)


def test_workers_end_with_a_killed_parent(start: Start, feed: Feed, output: Path) -> None:
    run = start(feed.path, "-o", output, "--workers", 2)
    until(lambda: size(output))
    workers = children(run.pid)
    assert len(workers) == 2
    killed(run)
    until(lambda: not any(Path(f"/proc/{pid}/cmdline").exists() for pid in workers))


def children(parent: int) -> list[int]:
    tasks = Path(f"/proc/{parent}/task/{parent}/children")
    if not tasks.exists():
        pytest.skip("needs /proc")
    return [int(pid) for pid in tasks.read_text().split()]


def test_a_killed_worker_is_replaced(start: Start, feed: Feed, output: Path) -> None:
    run = start(feed.path, "-o", output, "--workers", 2, "-q")
    until(lambda: size(output))
    for pid in children(run.pid):
        os.kill(pid, signal.SIGKILL)
    before = size(output)
    until(lambda: size(output) > before + 100_000)
    assert len(children(run.pid)) == 2
    run.send_signal(signal.SIGINT)
    run.communicate()
    found = ids(output.read_bytes())
    assert found == list(range(1, len(found) + 1))


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_run_keeps_what_is_done(start: Start, feed: Feed, output: Path, number: int, code: int) -> None:
    run = start(feed.path, "-o", output, "--workers", 2)
    until(lambda: size(output))
    run.send_signal(number)
    _, said = run.communicate(timeout=PATIENCE)
    assert run.returncode == code
    assert b"stopped" in said
    assert b"Traceback" not in said
    found = ids(output.read_bytes())
    assert found == list(range(1, len(found) + 1))
    feed.replace(len(found) + 10)
    convert(feed.path, "-o", output, "--resume")
    assert ids(output.read_bytes()) == list(range(1, len(found) + 11))


def test_a_reader_sees_whole_records_only(start: Start, feed: Feed, output: Path) -> None:
    start(feed.path, "-o", output, "--workers", 2)
    until(lambda: size(output))
    seen = {output.read_bytes()}
    until(lambda: seen.add(output.read_bytes()) or len(seen) > 3)  # type: ignore[func-returns-value]
    assert all(part.endswith(b"\n") for part in seen)


def test_resume_has_nothing_to_do_after_the_end(source: Path, output: Path) -> None:
    convert(source, "-o", output)
    before = output.read_bytes()
    done = convert(source, "-o", output, "--resume")
    assert (done.returncode, output.read_bytes()) == (0, before)
    assert b"complete" in done.stderr


def test_resume_wants_the_same_options(start: Start, feed: Feed, output: Path) -> None:
    run = start(feed.path, "-o", output)
    until(lambda: size(output))
    killed(run)
    before = output.read_bytes()
    done = convert(feed.path, "-o", output, "--resume", "--flat")
    assert done.returncode == 2
    assert b"other inputs or options" in done.stderr
    assert output.read_bytes() == before


def test_a_reader_that_leaves_is_no_error(start: Start, feed: Feed) -> None:
    run = start(feed.path, "-o", "-", "-q", stdout=subprocess.PIPE)
    assert run.stdout
    assert run.stdout.readline()
    run.stdout.close()
    assert run.stderr
    assert run.stderr.read() == b""
    assert run.wait(PATIENCE) == 0


def test_nothing_is_resumed_that_never_started(source: Path, output: Path) -> None:
    assert convert(source, "-o", output, "--resume").returncode == 0
    assert ids(output.read_bytes()) == list(range(1, 101))


def test_a_device_is_a_place_too(source: Path) -> None:
    assert convert(source, "-o", "/dev/null", "-q").returncode == 0
