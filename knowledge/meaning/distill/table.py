"""Wordpieces as rows, sentences as counts of rows, and the table file.

The file's format is told in table.go.
"""
import hashlib
import struct
import unicodedata

import numpy as np
from scipy.sparse import csr_matrix

import encoder

PIECES = encoder.vocabulary()


def kept(piece):
    """Not [CLS] and the like, and every letter of it Latin."""
    if piece.startswith("[") and piece.endswith("]") and len(piece) > 2:
        return False
    for c in piece:
        if ord(c) > 127:
            kind = unicodedata.category(c)[0]
            if kind == "C" or kind in "LM" and "LATIN" not in unicodedata.name(c, ""):
                return False
    return True


KEPT = [i for i, p in enumerate(PIECES) if kept(p)]
ROW = np.full(len(PIECES), -1)
ROW[KEPT] = np.arange(len(KEPT))


def counts(ids):
    """A sparse matrix: how often each row occurs in each sentence."""
    at, rows = [], []
    for n, sentence in enumerate(ids):
        for i in sentence:
            if ROW[i] >= 0:
                at.append(n)
                rows.append(ROW[i])
    return csr_matrix((np.ones(len(at), np.float32), (at, rows)), shape=(len(ids), len(KEPT)))


def rounded(vectors):
    """Scales and signed bytes whose product is about vectors."""
    scales = np.maximum(np.abs(vectors).max(1), 1e-9).astype("<f4") / np.float32(127)
    return scales, np.clip(np.round(vectors / scales[:, None]), -127, 127).astype(np.int8)


def write(path, vectors):
    """Writes the file and returns its SHA-256."""
    scales, cells = rounded(vectors)
    names = "".join(PIECES[i] + "\n" for i in KEPT).encode()
    data = (b"MEANING1" + struct.pack("<III", len(KEPT), vectors.shape[1], len(names))
            + names + scales.tobytes() + cells.tobytes())
    path.write_bytes(data)
    return hashlib.sha256(data).hexdigest()


def read(path):
    """The vectors of a file, as the Go side sees them."""
    data = path.read_bytes()
    rows, dims, names = struct.unpack("<III", data[8:20])
    at = 20 + names
    scales = np.frombuffer(data, "<f4", rows, at)
    cells = np.frombuffer(data, np.int8, rows * dims, at + 4 * rows).reshape(rows, dims)
    return cells * scales[:, None]


class Table:
    """Sentences to vectors, like the Go package."""
    def __init__(self, path):
        self.vectors, self.tokens = read(path), encoder.tokenizer(100_000)

    def encode(self, texts):
        ids = [e.ids for e in self.tokens.encode_batch(list(texts), add_special_tokens=False)]
        return encoder.unit(counts(ids) @ self.vectors)
