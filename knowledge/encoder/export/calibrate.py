"""What goes into the linear layers after a LayerNorm is uneven: a few of its numbers are ten times the others, and
most of that is the same for every token. Seven bits for all of them lose little once each number is centred on its
mean and divided by the root of its reach, with the weights multiplied by it: the sums stay what they were.
"""
from pathlib import Path

import numpy as np

import reference

GUIDES = Path(__file__).resolve().parents[2] / "guides"


def texts():
    """Paragraphs of the built-in guides."""
    lines = [line.strip("#*- \n") for path in sorted(GUIDES.glob("*.md")) for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if len(line) > 30][::4][:150]


def rows(m):
    """Ids of those paragraphs, as questions and as passages."""
    tokens = reference.tokenizer(m)
    return [tokens.encode(("query: ", "passage: ")[i % 2] + text).ids for i, text in enumerate(texts())]


def reaches(m, rows):
    """By the name of the linear layer: the means of what goes in, and the farthest from them."""
    seen = {}
    encode = reference.numpy_encoder(m, lambda name, x: seen.setdefault(name, []).append(x))
    for ids in rows:
        encode(ids)
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
