#!/usr/bin/env python3
"""Write a model file for the Go package encoder.

    export.py SOURCE OUT.bin           the whole model
    export.py --tiny SOURCE OUT.bin    two layers of 64, cut out of the model: for tests
    export.py --judge SOURCE OUT.bin   what judge.py wrote, over the words of the model; SOURCE is its folder

SOURCE is the Maven artefact's jar (see README.md) or a folder with tokenizer.json and model.safetensors or an
ONNX file of the same architecture: weights that were fine-tuned.

The file, all numbers little-endian:

    magic     8 bytes  "ENCODER1"
    uint32    how many arrays; layers; width; heads; inner width; positions; pieces; 0
    checksum  32 bytes, SHA-256 of all that follows
    for each array: name (48 bytes, filled up with zeros), uint64 offset in the file, uint64 length in bytes
    the arrays, each at a multiple of 64

vocabulary       pieces in their order, each ended by a newline
words.rows       int8 [pieces][width];  words.scale    float32 [pieces]
positions        float32 [positions][width], with the embedding of the first token type added
embedding.gain, embedding.shift                        float32 [width], of the LayerNorm
layer.L.attention | context | inner | outer            a linear layer, followed by
    .weight      int8 [out/16][in/4][16][4], in lanes of quantise.py
    .scale       float32 [out]
    .sum         float32 [out], scale × the sum of the column's weights
    .bias        float32 [out]
layer.L.attention | inner                              as they follow a LayerNorm, also
    .gain, .shift float32 [in]: the layer gets the normalised row × gain + shift, see calibrate.py
layer.L.middle.gain, .shift, layer.L.end.gain, .shift  float32 [width], the LayerNorms

A judge's file has no vocabulary, words and positions, but a head on the mean of its tokens, in float32:

head.inner.weight [width][width], by inputs;  head.inner.bias [width]    a layer with tanh
head.outer.weight [width];  head.outer.bias [1]                          the logit

attention holds queries, keys and values side by side; queries are divided by the root of a head's width.
"""
import argparse
import hashlib
import struct

import numpy as np

import calibrate
import judge
import model
import quantise


def arrays(m):
    """All arrays of the file by name, in the file's order."""
    yield "vocabulary", np.frombuffer("".join(p + "\n" for p in m.pieces()).encode(), np.uint8)
    rows, scale = quantise.rows(m.w["embeddings.word_embeddings.weight"])
    yield "words.rows", rows
    yield "words.scale", scale
    yield "positions", m.w["embeddings.position_embeddings.weight"] + m.w["embeddings.token_type_embeddings.weight"][0]
    yield from layers(m, calibrate.reaches(m, calibrate.rows(m)))


def judged(m):
    """Those of a judge."""
    for name in judge.HEAD:
        yield name, m.w[name].reshape(-1)
    yield from layers(m, calibrate.reaches(m, judge.some(m)))


def layers(m, reaches):
    w = m.w
    yield from norm(w, "embedding", "embeddings.LayerNorm")
    before = "embeddings.LayerNorm"
    for i in range(m.layers):
        old, new = "encoder.layer.%d." % i, "layer.%d." % i
        middle, end = old + "attention.output.LayerNorm", old + "output.LayerNorm"
        yield from after_norm(w, new + "attention", *attention(m, old), before, reaches[old + "attention"])
        yield from linear(new + "context", *dense(w, old + "attention.output.dense"))
        yield from norm(w, new + "middle", middle)
        yield from after_norm(w, new + "inner", *dense(w, old + "intermediate.dense"), middle, reaches[old + "intermediate.dense"])
        yield from linear(new + "outer", *dense(w, old + "output.dense"))
        yield from norm(w, new + "end", end)
        before = end


def dense(w, name):
    return w[name + ".weight"], w[name + ".bias"]


def after_norm(w, name, weight, bias, before, reach):
    """A linear layer whose input is evened out."""
    gain, shift = calibrate.evened(*reach)
    yield name + ".gain", w[before + ".weight"] * gain
    yield name + ".shift", w[before + ".bias"] * gain + shift
    yield from linear(name, weight / gain[:, None], bias - (shift / gain) @ weight)


def attention(m, layer):
    root = np.float32(np.sqrt(m.width // m.heads))
    weight, bias = ([m.w[layer + "attention.self." + part + "." + kind] for part in ("query", "key", "value")]
                    for kind in ("weight", "bias"))
    return np.concatenate([weight[0] / root, *weight[1:]], 1), np.concatenate([bias[0] / root, *bias[1:]])


def linear(name, weight, bias):
    q, scale, error = quantise.linear(weight)
    print("%-24s %4d x %4d  relative error %.4f" % (name, *weight.shape, error))
    yield name + ".weight", quantise.panels(q)
    yield name + ".scale", scale
    yield name + ".sum", scale * q.astype(np.int32).sum(0)
    yield name + ".bias", bias


def norm(w, new, old):
    yield new + ".gain", w[old + ".weight"]
    yield new + ".shift", w[old + ".bias"]


def write(m, arrays, out):
    found = [(name, np.ascontiguousarray(a if a.dtype in (np.int8, np.uint8) else a.astype("<f4")).tobytes()) for name, a in arrays]
    inner = m.w["encoder.layer.0.intermediate.dense.bias"].shape[0]
    head = b"ENCODER1" + struct.pack("<8I", len(found), m.layers, m.width, m.heads, inner, m.positions, len(m.pieces()), 0)
    at = aligned(len(head) + 32 + 64 * len(found))
    table, body = b"", b""
    start = at
    parts = []
    for name, data in found:
        table += struct.pack("<48sQQ", name.encode(), at, len(data))
        parts.append(data + bytes(aligned(len(data)) - len(data)))
        at += len(parts[-1])
    rest = table + bytes(start - len(head) - 32 - len(table)) + b"".join(parts)
    with open(out, "wb") as f:
        f.write(head + hashlib.sha256(rest).digest() + rest)
    print("%s: %d bytes, SHA-256 of the arrays %s" % (out, at, hashlib.sha256(rest).hexdigest()))


def aligned(n):
    return -(-n // 64) * 64


def tiny(m):
    """Two layers of 64 with two heads and 128 inside, 128 positions and 1,600 pieces, cut out of m."""
    width, inner, keep = 64, 128, {"embeddings.position_embeddings.weight": 128}
    vocabulary, n = chosen(m.pieces()), m.w["encoder.layer.0.intermediate.dense.bias"].shape[0]
    weights = {}
    for name, a in m.w.items():
        if name.startswith("encoder.layer.") and int(name.split(".")[2]) > 1 or name.endswith("position_ids"):
            continue
        if name == "embeddings.word_embeddings.weight":
            a = a[vocabulary]
        a = a[tuple(slice(inner) if s == n else slice(width) if s == m.width else slice(None) for s in a.shape)]
        weights[name] = a[: keep.get(name, len(a))]
    pieces = m.pieces()
    tokenizer = dict(m.tokenizer, added_tokens=[dict(t, id=vocabulary.index(t["id"])) for t in m.tokenizer["added_tokens"]])
    tokenizer["model"] = dict(m.tokenizer["model"], vocab={pieces[id]: i for i, id in enumerate(vocabulary)})
    special = {t: {"id": t, "ids": [tokenizer["model"]["vocab"][t]], "tokens": [t]} for t in ("[CLS]", "[SEP]")}
    tokenizer["post_processor"] = dict(m.tokenizer["post_processor"], special_tokens=special)
    return model.Model(weights, tokenizer, heads=2)


def chosen(pieces):
    """The special pieces and the prefixes, all ASCII characters with and without the mark, and the most frequent words and endings."""
    special = [i for i, p in enumerate(pieces) if p in ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "query", "passage")]
    ascii_only = [i for i, p in enumerate(pieces) if p.isascii() and not p.startswith("[") or p in "[產é"]
    single = [i for i in ascii_only if len(pieces[i].removeprefix("##")) == 1]
    longer = [i for i in ascii_only if len(pieces[i].removeprefix("##")) > 1 and not pieces[i].startswith("[")]
    longer = [i for i in longer if i not in special]
    return special + single + longer[: 1600 - len(special) - len(single)]


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("source")
    a.add_argument("out")
    a.add_argument("--tiny", action="store_true")
    a.add_argument("--judge", action="store_true")
    a = a.parse_args()
    if a.judge:
        m = judge.read(a.source)
        return write(m, judged(m), a.out)
    m = tiny(model.read(a.source)) if a.tiny else model.read(a.source)
    write(m, arrays(m), a.out)


if __name__ == "__main__":
    main()
