#!/usr/bin/env python3
"""Recall of an encoder on sets of questions, by vectors alone and mixed with BM25.

    evaluate.py SOURCE NAME=PASSAGES.jsonl:QUESTIONS.jsonl... [--pool LABEL=NAME,NAME]

SOURCE as in export.py. PASSAGES.jsonl is what `advisor documents --json` prints, QUESTIONS.jsonl a set with q, context,
expect and must: groups of alternatives, one of each of which has to be in the text. A question counts if the first k
passages with their headings have all that it must have. Questions that need their thread are left out.

--pool prints figures of several sets together instead of theirs. AUC says how well the cosine of the nearest passage
tells questions that can be answered from those to refuse.
"""
import argparse
import collections
import json
import math
import re
import unicodedata

import numpy as np
import torch

import model
import network
import pairs
import reference

FIRST = (1, 3, 5)
WEIGHT = 0.25     # of BM25 beside the cosine, both as deviations from the question's mean


def fold(text):
    text = unicodedata.normalize("NFKC", text).lower()
    for some, one in (("[\u2010-\u2015\u2212]", "-"), ("[\u2018\u2019]", "'"), ("[\u201c\u201d]", '"'), (r"\s+", " ")):
        text = re.sub(some, one, text)
    return text


def rows(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


class BM25:
    def __init__(self, texts):
        self.counts = [collections.Counter(terms(t)) for t in texts]
        self.length = np.array([sum(c.values()) for c in self.counts], float)
        held = collections.defaultdict(list)
        for i, c in enumerate(self.counts):
            for w, n in c.items():
                held[w].append((i, n))
        self.held = {w: (np.array([i for i, _ in v]), np.array([n for _, n in v], float)) for w, v in held.items()}

    def scores(self, text):
        out, norm = np.zeros(len(self.counts)), 1.2 * (0.25 + 0.75 * self.length / self.length.mean())
        for w in set(terms(text)):
            if w in self.held:
                i, n = self.held[w]
                out[i] += math.log(1 + (len(out) - len(i) + 0.5) / (len(i) + 0.5)) * n * 2.2 / (n + norm[i])
        return out


def terms(text):
    """Words without the commonest endings."""
    return [re.sub(r"(?<=\w{3})(ing|ies|ed|es|s|ly)$", "", w) for w in re.findall(r"[a-z0-9]+", fold(text)) if w not in pairs.FUNCTION]


class Collection:
    def __init__(self, name, passages, questions):
        self.name = name
        found = [p for p in rows(passages) if p["text"].strip()]
        self.texts = [p["text"] for p in found]
        self.heads = [p["section"][-1] if p["section"] else "" for p in found]
        self.passages = [h + "\n" + t if h else t for h, t in zip(self.heads, self.texts)]
        self.questions = [q for q in rows(questions) if not q.get("context")]
        self.folded = [fold(p) for p in self.passages]
        self.kept = [p["kind"] != "code" for p in found]

    def vectors(self, w, tokens, kind):
        """Similarity of each question to each passage: the nearest of it and its sentences, as in the index."""
        of, texts = [], []
        for i, (p, t) in enumerate(zip(self.passages, self.texts)):
            cut = pairs.sentences(t)
            some = [p] + ([pairs.under(p, t, s) for s in cut] if len(cut) > 1 else [])
            of += [i] * len(some)
            texts += some
        q = network.embed(w, network.ids(tokens, ["query: " + q["q"] for q in self.questions], 64), kind=kind)
        near = (q @ network.embed(w, network.ids(tokens, ["passage: " + t for t in texts], 256), kind=kind).T).numpy()
        out = np.full((len(q), len(self.texts)), -1.0, np.float32)
        for i, n in enumerate(of):
            np.maximum(out[:, n], near[:, i], out=out[:, n])
        out[:, ~np.array(self.kept)] = -1
        return out

    def words(self):
        b = BM25(self.passages)
        return np.array([b.scores(q["q"]) for q in self.questions])

    def met(self, order, q):
        """For each k, whether the first k passages have what q must have."""
        text, out = "", []
        for n, i in enumerate(order[: FIRST[-1]], 1):
            text += " " + self.folded[i]
            if n in FIRST:
                out.append(all(any(fold(a) in text for a in group) for group in q["must"]))
        return out


def mix(near, words):
    z = lambda x: (x - x.mean(1, keepdims=True)) / (x.std(1, keepdims=True) + 1e-6)
    return z(near) + WEIGHT * z(words)


def recall(c, scores):
    found = [c.met(np.argsort(-s, kind="stable"), q) for s, q in zip(scores, c.questions) if q["expect"] == "answer" and q.get("must")]
    return np.array(found, float)


def auc(score, label):
    a, b = (np.array([s for s, l in zip(score, label) if l == k]) for k in (1, 0))
    return float((a[:, None] > b).mean() + 0.5 * (a[:, None] == b).mean()) if len(a) and len(b) else float("nan")


def answerable(c):
    return [{"answer": 1, "refuse": 0}.get(q["expect"], -1) for q in c.questions]


def measure(c, w, tokens, kind):
    """Figures of a collection: recall by vectors and mixed, and each question's nearest cosine."""
    near = c.vectors(w, tokens, kind)
    ranked = mix(near, c.words())
    out = {"vectors": recall(c, near), "mixed": recall(c, ranked), "label": answerable(c), "nearest": list(near.max(1))}
    return out


def line(name, some):
    """The figures of one or several collections."""
    text = "%-22s" % name
    for key in ("vectors", "mixed"):
        r = 100 * np.concatenate([m[key] for m in some]).mean(0)
        text += " | %s %s" % (key, " ".join("%5.1f" % x for x in r))
    return text + " | AUC %.3f" % auc(sum((m["nearest"] for m in some), []), sum((m["label"] for m in some), []))


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("source")
    a.add_argument("sets", nargs="+")
    a.add_argument("--pool", action="append", default=[])
    a.add_argument("--mix", help="SOURCE that the weights are mixed with")
    a.add_argument("--part", type=float, default=0.5, help="share of SOURCE in the mix")
    a.add_argument("--kind", default="bfloat16")
    a = a.parse_args()
    m = model.read(a.source)
    w, tokens = network.parameters(m, frozen=m.w), reference.tokenizer(m)
    if a.mix:
        w = network.mixed(network.parameters(model.read(a.mix)), w, a.part)
    found = {}
    pooled = {n: label for label, names in (p.split("=") for p in a.pool) for n in names.split(",")}
    for s in a.sets:
        name, _, files = s.partition("=")
        c = Collection(name, *files.split(":"))
        found[name] = measure(c, w, tokens, getattr(torch, a.kind))
        if name not in pooled:
            print(line(name, [found[name]]), flush=True)
    for label in dict.fromkeys(pooled.values()):
        print(line(label, [found[n] for n in found if pooled.get(n) == label]), flush=True)


if __name__ == "__main__":
    main()
