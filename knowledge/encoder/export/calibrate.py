"""What goes into the linear layers after a LayerNorm is uneven: a few of its numbers are ten times the others, and
most of that is the same for every token. Seven bits for all of them lose little once each number is centred on its
mean and divided by the root of its reach, with the weights multiplied by it: the sums stay what they were.
"""
from pathlib import Path

import numpy as np

import reference

GUIDES = Path(__file__).resolve().parents[2] / "guides"
TEXTS = 80  # of each kind


def lines(asks):
    """Questions of the built-in guides, or their paragraphs."""
    paths = [p for p in sorted(GUIDES.glob("*.md")) if p.name.endswith(".asks.md") == asks]
    found = [line.strip("#*- \n") for p in paths for line in p.read_text(encoding="utf-8").splitlines() if not (asks and line[:1] == "#")]
    found = [line for line in found if len(line) > 30]
    return found[:: len(found) // TEXTS][:TEXTS]


def single(m):
    """What an encoder reads: ids and their types."""
    tokens = reference.tokenizer(m)
    for ids in [tokens.encode("query: " + t).ids for t in lines(True)] + [tokens.encode("passage: " + t).ids for t in lines(False)]:
        yield ids, [0] * len(ids)


def pairs(m):
    """What a judge reads."""
    tokens = reference.tokenizer(m)
    for question, passage in zip(lines(True), lines(False)):
        ids, first = reference.pair(tokens, question, passage)
        yield ids, [0] * first + [1] * (len(ids) - first)


def reaches(m, inputs):
    """By the name of the linear layer: the means of what goes in, and the farthest from them."""
    seen = {}
    run = reference.numpy_tokens(m, lambda name, x: seen.setdefault(name, []).append(x))
    for ids, types in inputs:
        run(ids, types)
    found = {}
    for name, rows in seen.items():
        rows = np.concatenate(rows)
        mean = rows.mean(0)
        found[name] = mean, np.abs(rows - mean).max(0)
    return found


def evened(mean, reach):
    """gain and shift such that x × gain + shift is what the layer gets instead of x."""
    gain = (np.median(reach) / np.maximum(reach, 1e-3)) ** 0.5
    return gain.astype(np.float32), (-mean * gain).astype(np.float32)
