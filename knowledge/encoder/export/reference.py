"""The encoder in float32, as others run it: the side that the Go package is measured against."""
import json
import math
import zipfile
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

import model


def tokenizer(m):
    t = Tokenizer.from_str(json.dumps(m.tokenizer))
    t.no_padding()
    t.enable_truncation(m.positions)
    return t


def unit(tokens):
    v = tokens.mean(0)
    return v / np.linalg.norm(v)


def onnx_bytes(source):
    """The ONNX file of the artefact's jar, or of a folder."""
    path = Path(source)
    if path.is_dir():
        return next(path.glob("*.onnx")).read_bytes()
    with zipfile.ZipFile(path) as jar:
        return jar.read(model.ONNX)


def session(graph, threads=0):
    """graph: an ONNX file's path or its bytes."""
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def onnx_encoder(source):
    s = session(onnx_bytes(source))

    def encode(ids):
        i = np.array([ids], np.int64)
        feed = {"input_ids": i, "attention_mask": np.ones_like(i), "token_type_ids": np.zeros_like(i)}
        return unit(s.run(None, feed)[0][0])
    return encode


def numpy_encoder(m, see=lambda name, x: None):
    """see gets what goes into the linear layers after a LayerNorm: the rows, and whose they are."""
    w, heads = m.w, m.heads
    erf = np.vectorize(math.erf)

    def dense(x, name):
        return x @ w[name + ".weight"] + w[name + ".bias"]

    def norm(x, name):
        x = x - x.mean(-1, keepdims=True)
        return x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12) * w[name + ".weight"] + w[name + ".bias"]

    def attention(x, name):
        q, k, v = (dense(x, name + part).reshape(len(x), heads, -1).swapaxes(0, 1) for part in ("query", "key", "value"))
        s = q @ k.swapaxes(1, 2) / math.sqrt(q.shape[2])
        p = np.exp(s - s.max(-1, keepdims=True))
        return ((p / p.sum(-1, keepdims=True)) @ v).swapaxes(0, 1).reshape(len(x), -1)

    def encode(ids):
        x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][:len(ids)]
        x = norm(x + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for i in range(m.layers):
            name = "encoder.layer.%d." % i
            see(name + "attention", x)
            x = norm(x + dense(attention(x, name + "attention.self."), name + "attention.output.dense"), name + "attention.output.LayerNorm")
            see(name + "intermediate.dense", x)
            h = dense(x, name + "intermediate.dense")
            h = h * 0.5 * (1 + erf(h / math.sqrt(2)))
            x = norm(x + dense(h, name + "output.dense"), name + "output.LayerNorm")
        return unit(x)
    return encode
