"""Encoder and judge in float32, as others run them: the side that the Go package is measured against."""
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


def pair(tokens, question, passage):
    """The ids of question and passage in one, and how many of them are the question's."""
    first = tokens.encode("query: " + question).ids
    first = first[: model.QUESTION - 1] + first[-1:] if len(first) > model.QUESTION else first
    second = tokens.encode("passage: " + passage).ids[1:]
    room = model.PAIR - len(first)
    return first + (second[: room - 1] + second[-1:] if len(second) > room else second), len(first)


def numpy_encoder(m):
    run = numpy_tokens(m)
    return lambda ids: unit(run(ids, [0] * len(ids)))


def numpy_judge(m):
    """From the ids of pair to a logit."""
    run, w = numpy_tokens(m), m.w

    def judge(ids, first):
        mean = run(ids, [0] * first + [1] * (len(ids) - first)).mean(0)
        return np.tanh(mean @ w["head.hidden.weight"] + w["head.hidden.bias"]) @ w["head.out.weight"] + w["head.out.bias"][0]
    return judge


def erf(x):
    """Abramowitz and Stegun 7.1.26: within 5e-7 in float32."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    y = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.sign(x) * (1 - y * np.exp(-x * x))


def numpy_tokens(m, see=lambda name, x: None):
    """From ids and their types to a row a token. see gets what goes into the linear layers after a LayerNorm: the rows,
    and whose they are."""
    w, heads = m.w, m.heads

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

    def run(ids, types):
        x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][:len(ids)]
        x = norm(x + w["embeddings.token_type_embeddings.weight"][types], "embeddings.LayerNorm")
        for i in range(m.layers):
            name = "encoder.layer.%d." % i
            see(name + "attention", x)
            x = norm(x + dense(attention(x, name + "attention.self."), name + "attention.output.dense"), name + "attention.output.LayerNorm")
            see(name + "intermediate.dense", x)
            h = dense(x, name + "intermediate.dense")
            h = h * 0.5 * (1 + erf(h / math.sqrt(2)))
            x = norm(x + dense(h, name + "output.dense"), name + "output.LayerNorm")
        return x
    return run
