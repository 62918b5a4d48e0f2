"""natasha's model files, read where pip put them: natasha itself is never imported (that takes a second).

A pack is a plain tar, written by slovnet (a network) or navec (the word vectors), protocol 1 of both. The models are
the natasha project's (Alexander Kukushkin, github.com/natasha), under the MIT licence.
"""

from __future__ import annotations

import gzip
import json
import tarfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

VECTORS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
PROTOCOL = 1


class ModelError(RuntimeError):
    """natasha's model files are not where they should be, or of another make."""


def find_models() -> Path:
    """The folder of natasha's data; raises ModelError where natasha is not installed."""
    spec = find_spec("natasha")
    if spec is None or spec.origin is None:
        raise ModelError("quotex reads the models that come with natasha; run `pip install natasha`")
    return Path(spec.origin).parent / "data"


class Pack:
    """The members of a tar, read one by one."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise ModelError(f"no model file {path}; natasha 1.6 has it")
        self._path = path
        with tarfile.open(path, "r:") as tar:
            self._places = {member.name: (member.offset_data, member.size) for member in tar}
        meta = json.loads(self.read("meta.json"))
        self.id: str = meta["id"]
        if meta["protocol"] != PROTOCOL:
            raise ModelError(f"{path} is of protocol {meta['protocol']}; quotex reads protocol {PROTOCOL}")

    def read(self, name: str) -> bytes:
        start, size = self._places[name]
        with self._path.open("rb") as file:
            file.seek(start)
            return file.read(size)

    def mapped(self, name: str, dtype: DTypeLike, shape: tuple[int, ...], skip: int = 0) -> NDArray[Any]:
        """An array left on the disk: only what is looked at takes memory, and processes share it."""
        start, _ = self._places[name]
        return np.asarray(np.memmap(self._path, dtype, mode="r", offset=start + skip, shape=shape))

    def vocabulary(self, name: str) -> bytes:
        """Items in UTF-8, one a line."""
        return gzip.decompress(self.read(f"vocabs/{name}.gz"))

    def items(self, name: str) -> list[str]:
        return self.vocabulary(name).decode().splitlines()

    def model(self) -> dict[str, Any]:
        """The tree of the network's parts with an array at each leaf: `model["head"]["proj"]["weight"]`."""
        tree: dict[str, Any] = json.loads(self.read("model.json"), object_hook=self._leaf)
        return tree

    def _leaf(self, node: dict[str, Any]) -> Any:
        if "array" not in node:
            return node
        return np.frombuffer(self.read(f"arrays/{node['array']}.bin"), node["dtype"]).reshape(node["shape"])
