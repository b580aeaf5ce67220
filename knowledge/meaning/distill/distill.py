#!/usr/bin/env python3
"""Makes table.bin and testdata/golden.json. See README.md."""
import argparse
import json
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

import encoder
import table
import text
from encoder import unit

HERE = Path(__file__).parent
PACKAGE = HERE.parent


def teach(teacher, ids, cache):
    """The encoder's vectors of ids, kept in the file cache because they take long."""
    if cache and cache.exists():
        old = np.load(cache)
        if len(old) == len(ids):
            return old
    vectors = teacher.encode_ids(ids)
    if cache:
        np.save(cache, vectors)
    return vectors


def features(teacher):
    """What the encoder says of each piece: its vector alone and its input embedding; also its place."""
    alone = teacher.encode_ids([[101, i, 102] for i in table.KEPT])
    embedding = load_file(encoder.FOLDER / "model.safetensors")["embeddings.word_embeddings.weight"][table.KEPT]
    place = np.log(np.arange(1, len(table.KEPT) + 1))[:, None]
    inner = np.array([[table.PIECES[i].startswith("##")] for i in table.KEPT])
    centred = lambda x: unit(x - x.mean(0))
    return np.concatenate([centred(alone), centred(embedding), np.full_like(place, .05), (place - 9) * .03,
                           inner * .05], 1).astype(np.float32)


class Adam:
    """Adam with a step that falls to nothing, for whole arrays or some rows of one."""
    def __init__(self, shape, rate, steps):
        self.m, self.v = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
        self.rate, self.steps, self.step = rate, steps, 0

    def update(self, values, rows, gradient):
        self.step += 1
        self.m[rows] = .9 * self.m[rows] + .1 * gradient
        self.v[rows] = .99 * self.v[rows] + .01 * gradient * gradient
        rate = self.rate * (1 - self.step / (self.steps + 1))
        values[rows] -= rate * self.m[rows] / (np.sqrt(self.v[rows]) + 1e-8)


def slope(counts, rows, want, weight):
    """Of the loss 1 - cosine, for the rows' vectors; and the mean loss."""
    s = counts @ rows
    length = np.linalg.norm(s, axis=1, keepdims=True) + 1e-6
    s /= length
    cos = (s * want).sum(1, keepdims=True)
    return counts.T @ ((cos * s - want) / length * weight[:, None]), float((1 - cos).mean())


def batches(n, epochs, size=1024, seed=1):
    dice = np.random.default_rng(seed)
    for epoch in range(epochs):
        order = dice.permutation(n)
        for at in range(0, n, size):
            yield epoch, order[at:at + size]


def fit(x, want, weight, f, start):
    """First one linear map from features to vectors, which serves rare pieces too; then each vector for itself."""
    place = 1 / np.arange(1, len(f) + 1)
    f = f * (1e-3 / (1e-3 + place / place.sum()))[:, None].astype(np.float32)  # frequent pieces say less
    linear = np.zeros((f.shape[1], want.shape[1]), np.float32)
    linear[:len(start)] = start
    steps = -(-len(want) // 1024)
    adam = Adam(linear.shape, 2e-3, 5 * steps)
    for epoch, b in batches(len(want), 5):
        part = x[b]
        rows = np.unique(part.indices)
        g, loss = slope(part[:, rows], f[rows] @ linear, want[b], weight[b])
        adam.update(linear, slice(None), f[rows].T @ g)
    print("linear map: last loss %.4f" % loss)
    base = f @ linear
    vectors = base.copy()
    adam = Adam(vectors.shape, 3e-3, 6 * steps)
    for epoch, b in batches(len(want), 6):
        part = x[b]
        rows = np.unique(part.indices)
        g, loss = slope(part[:, rows], vectors[rows], want[b], weight[b])
        adam.update(vectors, rows, g + .1 * (vectors[rows] - base[rows]))
    print("each vector: last loss %.4f" % loss)
    return vectors


def golden(path):
    """Reference pieces and cosines for the Go tests."""
    g = json.loads((HERE / "golden_texts.json").read_text(encoding="utf-8"))
    t = table.Table(PACKAGE / "table.bin")
    pieces = [{"text": s, "pieces": [p for e in [t.tokens.encode(s, add_special_tokens=False)]
                                     for i, p in zip(e.ids, e.tokens) if table.ROW[i] >= 0]} for s in g["pieces"]]
    cosines = [{"a": a, "b": b, "cos": round(float(np.dot(*t.encode([a, b]))), 6)} for a, b in g["cosines"]]
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"pieces": pieces, "cosines": cosines}, indent=1, ensure_ascii=False) + "\n",
                    encoding="utf-8")


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--onet", required=True, help="folder of the O*NET 30.1 text files")
    p.add_argument("--go", required=True, help="src folder of a Go installation")
    p.add_argument("--rust", required=True, nargs="+", help="html folders of the Rust documentation")
    p.add_argument("--cache", type=Path, help="file for the encoder's vectors")
    p.add_argument("--dims", type=int, default=256)
    a = p.parse_args()
    texts, weight = zip(*text.gather(a.onet, a.go, a.rust, table.PIECES))
    weight = np.array(weight, np.float32)
    teacher = encoder.Encoder()
    ids = teacher.ids(texts)
    print("%d sentences, %d tokens" % (len(ids), sum(map(len, ids))))
    want = teach(teacher, ids, a.cache)
    x = table.counts(ids)
    axes = np.linalg.svd(want[weight == text.REAL], full_matrices=False)[2][:a.dims].T  # most of their variance
    want = unit(want @ axes)
    some = np.diff(x.indptr) > 0
    held = np.random.default_rng(3).random(len(ids)) < .04
    use = some & ~held
    vectors = fit(x[use], want[use], weight[use], features(teacher), axes)
    scales, cells = table.rounded(vectors)
    rest = some & held
    cos = (unit(x[rest] @ (cells * scales[:, None])) * want[rest]).sum(1)
    for w in (text.REAL, text.MADE):
        print("mean cosine to the encoder, sentences held out, weight %.1f: %.4f" % (w, cos[weight[rest] == w].mean()))
    print("SHA-256 for Checksum in meaning.go: " + table.write(PACKAGE / "table.bin", vectors))
    golden(PACKAGE / "testdata" / "golden.json")


if __name__ == "__main__":
    main()
