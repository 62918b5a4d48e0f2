"""What quotex takes, in units of natasha's `doc.tag_ner` on the same texts in the same run (`make bench`).

    python tests/bench.py [TEXTS.jsonl[.gz] …]       the articles of corpus/ where none are given

Every measure runs in processes of its own, with one BLAS thread. Speeds are processor time, rounds alternate between
quotex and natasha, the median of the rounds' ratios is shown. A shared machine still sways them by a tenth or so.

cold  the first texts of a fresh process (its models are read, its memories empty)
warm  texts it has not seen, after others have filled its memories
hot   the same texts again
"""

from __future__ import annotations

import gzip
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from types import FrameType
from typing import Any

CORPUS = Path(__file__).parent.parent / "corpus"
ROUNDS = 3
TICK = 0.001
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
Figures = dict[str, Any]
Run = Callable[[list[str]], list[Any]]


def read_texts(paths: Iterable[Path]) -> list[str]:
    return [json.loads(line)["text"] for path in paths for line in _lines(path)]


def _lines(path: Path) -> list[str]:
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode()
    return [line for line in text.split("\n") if line.strip()]


def at_least(texts: list[str], count: int) -> list[str]:
    """The texts, repeated where they are too few."""
    return (texts * (1 + count // len(texts)))[: max(count, len(texts))]


def cpu(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


# Natasha's side: imported only in the processes that measure it.


def ner_pass(texts: list[str]) -> Callable[[], float]:
    """Processor time of `doc.tag_ner` over the texts; segmentation is not counted."""
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    tagger, segmenter = NewsNERTagger(NewsEmbedding()), Segmenter()

    def run() -> float:
        docs = [Doc(text) for text in texts]
        for doc in docs:
            doc.segment(segmenter)
        return cpu(lambda: [doc.tag_ner(tagger) for doc in docs])

    return run


def natasha_load() -> Figures:
    start = perf_counter()
    from natasha import NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter

    embedding = NewsEmbedding()
    _ = Segmenter(), NewsNERTagger(embedding), NewsMorphTagger(embedding), NewsSyntaxParser(embedding)
    return {"seconds": perf_counter() - start, "mb": _peak()}


# quotex's side.


def first_result(texts: list[str]) -> Figures:
    start = perf_counter()
    import quotex

    quotex.extract(texts[0])
    return {"seconds": perf_counter() - start, "mb": _peak()}


def speed(texts: list[str], run_of: Callable[[Any], Run]) -> Figures:
    """Ratios to tag_ner: the first half of the texts cold, the second half warm, then hot."""
    first, second = texts[::2], texts[1::2]
    ner_first, ner_second = ner_pass(first), ner_pass(second)
    from quotex import Extractor

    run = run_of(Extractor())
    cold, warm, hot = (cpu(partial(run, some)) for some in (first, second, second))
    return {"cold": cold / ner_first(), "warm": warm / ner_second(), "hot": hot / ner_second()}


def batches(extractor: Any) -> Run:
    return lambda texts: list(extractor.pipe(texts))


def one_by_one(extractor: Any) -> Run:
    return lambda texts: [extractor.extract(text) for text in texts]


def memory(texts: list[str]) -> Figures:
    from quotex import Extractor

    extractor = Extractor()
    count = sum(1 for _ in extractor.pipe(texts))
    return {"documents": count, "peak": _peak(), "unshared": _unshared()}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _unshared() -> float:
    """All but pages of files, which processes share (Linux only)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon"))


def growth(texts: list[str]) -> Figures:
    """Time for ten times as much, over ten times the time: 1 is a straight line."""
    from quotex import Extractor

    extractor = Extractor()
    sample = texts[:10]
    batches(extractor)(sample)

    def taken(run: Run, some: list[str]) -> float:
        return median(cpu(partial(run, some)) for _ in range(5))

    longer = taken(one_by_one(extractor), ["\n\n".join(sample)]) / taken(one_by_one(extractor), sample)
    return {"longer": longer, "more": taken(batches(extractor), sample * 10) / taken(batches(extractor), sample) / 10}


def stages(texts: list[str]) -> Figures:
    """Shares of warm processor time by what `extractor.py` calls, and inside `parse.py` by what that calls."""
    from quotex import Extractor

    extractor = Extractor()
    list(extractor.pipe(texts))
    seen: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, lambda _, frame: seen.update([_stage(frame)]))
    signal.setitimer(signal.ITIMER_PROF, TICK, TICK)
    list(extractor.pipe(texts))
    signal.setitimer(signal.ITIMER_PROF, 0)
    return {name: count / seen.total() for name, count in seen.most_common(16)}


def _stage(frame: FrameType | None) -> str:
    """`parse.parse > engine.Engine.entities`: the callee of the innermost frame of extractor.py and parse.py."""
    callee, names = "", list[str]()
    while frame:
        code = frame.f_code
        module = frame.f_globals["__name__"].removeprefix("quotex.")
        if module in ("extractor", "parse") and callee.partition(":")[0] not in ("", module):
            names.append(callee)
        callee = f"{module}:{code.co_qualname}"
        frame = frame.f_back
    return " > ".join(reversed(names)) or "extractor and parse themselves"


MEASURES: dict[str, Callable[[list[str]], Figures]] = {
    "natasha": lambda _: natasha_load(),
    "quotex": first_result,
    "batch": lambda texts: speed(texts, batches),
    "single": lambda texts: speed(texts, one_by_one),
    "memory": lambda texts: memory(at_least(texts, 300)),
    "growth": growth,
    "stages": stages,
}


def measured(name: str, paths: list[Path]) -> Figures:
    """The measure in a fresh process."""
    command = [sys.executable, __file__, "--measure", name, *map(str, paths)]
    out = subprocess.run(command, env=os.environ | ONE_THREAD, stdout=subprocess.PIPE, text=True, check=True)
    figures: Figures = json.loads(out.stdout.splitlines()[-1])
    return figures


def medians(rounds: list[Figures]) -> Figures:
    return {key: median(figures[key] for figures in rounds) for key in rounds[0]}


def convert_cpu(source: Path, workers: int, folder: Path) -> float:
    """Processor time of `quotex convert`, workers included."""
    command = [sys.executable, "-m", "quotex", "convert", str(source), "-o", str(folder / f"out{workers}.jsonl")]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command += ["--workers", str(workers)]
    subprocess.run(command, env=os.environ | ONE_THREAD, check=True, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def two_workers(texts: list[str]) -> float:
    """Processor time of two workers over that of one."""
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "in.jsonl"
        records = (json.dumps({"id": str(i), "text": text}) for i, text in enumerate(at_least(texts, 600)))
        source.write_text("\n".join(records) + "\n", encoding="utf-8")
        ratios = [convert_cpu(source, 2, Path(name)) / convert_cpu(source, 1, Path(name)) for _ in range(ROUNDS)]
    return median(ratios)


def report(paths: list[Path]) -> Iterator[str]:
    """The lines to print, as they are measured."""
    texts = read_texts(paths)
    letters = sum(map(len, texts)) / len(texts)
    yield f"{len(texts)} texts of {letters:.0f} characters, one BLAS thread; 1 NER = doc.tag_ner on the same texts\n"
    for name, title in (("batch", "Extractor.pipe"), ("single", "Extractor.extract, an article a call")):
        found = medians([measured(name, paths) for _ in range(ROUNDS)])
        yield f"{title:42} warm {found['warm']:.2f}   hot {found['hot']:.2f}   cold {found['cold']:.2f} NER"
    ours, theirs = zip(*((measured("quotex", paths), measured("natasha", paths)) for _ in range(5)), strict=True)
    mine, natasha = medians(list(ours)), medians(list(theirs))
    share = mine["seconds"] / natasha["seconds"]
    yield f"{'fresh process to the first result':42} {share:.2f} of natasha's load ({mine['seconds']:.2f} s)"
    held = measured("memory", paths)
    title = f"a worker after {held['documents']} texts"
    yield f"{title:42} {held['peak']:.0f} MB, {held['unshared']:.0f} of them its own"
    yield f"{'natasha loaded':42} {natasha['mb']:.0f} MB"
    yield f"{'processor time, 2 workers to 1':42} {two_workers(texts):.2f}"
    grown = measured("growth", paths)
    yield f"{'an article ten times longer':42} {grown['longer']:.2f} of ten articles' time"
    yield f"{'ten times as many articles':42} {grown['more']:.2f} of ten times the time"
    yield "\nwhere warm processor time goes"
    for name, part in measured("stages", paths).items():
        yield f"  {part:6.1%}  {name}"


def main(arguments: list[str]) -> None:
    name = arguments[1] if arguments[:1] == ["--measure"] else None
    paths = [Path(argument) for argument in arguments[2 if name else 0 :]] or sorted(CORPUS.glob("*.jsonl"))
    if name:
        print(json.dumps(MEASURES[name](read_texts(paths))))
        return
    for line in report(paths):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
