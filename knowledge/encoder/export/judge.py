#!/usr/bin/env python3
"""Train a judge: does a passage answer a question? It reads both in one pass.

    judge.py SOURCE GUIDES.jsonl OUT.npz [--layers 12] [--epochs 2] [--seed 0]

SOURCE: a fine-tuned encoder as in export.py; its layers are where the judge starts, and its vectors find the passages
that look close. Input: "query: " question [SEP] "passage: " heading, newline, passage, with token types; the mean of the
last layer's rows, a tanh layer, one logit. Word and position embeddings stay the encoder's, so that both share them.

A third of the rows answer. The others are of the same set: passages that look close to a question but are not its own,
and near misses with the passages that look closest, the one that they were written about first.

OUT.npz: te (token types), eg and eb (their LayerNorm), layerN.q k v o f d (linear, [in][out], with b their bias), layerN.n1
and n2 (LayerNorms after attention and at the end), h1 and h1b (tanh layer), h2 and h2b (logit).
"""
import argparse
import random
import time

import numpy as np
import torch
from torch.nn import functional

import model
import network
import pairs
import reference

QUESTION, BOTH = 48, 176  # tokens
RANKS = 6                 # that negatives are drawn from
EASIER = 3                # times as many before the last epoch: what is plainly wrong teaches first
ALIKE = 0.97              # cosine of passages, from which on the one may answer what the other does
SHORT = {"attention.self.query": "q", "attention.self.key": "k", "attention.self.value": "v", "attention.output.dense": "o",
         "intermediate.dense": "f", "output.dense": "d", "attention.output.LayerNorm": "n1", "output.LayerNorm": "n2"}
HEAD = ("h1", "h1b", "h2", "h2b")


def short(name):
    """The name in the npz file."""
    if name.startswith("encoder.layer."):
        n, part = name.removeprefix("encoder.layer.").split(".", 1)
        part, kind = part.rsplit(".", 1)
        return "layer%s.%s" % (n, SHORT[part] + ("b" if kind == "bias" else ""))
    return {"embeddings.token_type_embeddings.weight": "te", "embeddings.LayerNorm.weight": "eg", "embeddings.LayerNorm.bias": "eb"}.get(name, name)


def logits(w, b, layers, kind=torch.bfloat16):
    x = b.mean(network.states(w, b, layers, kind=kind))
    return (torch.tanh(x @ w["h1"] + w["h1b"]) @ w["h2"] + w["h2b"])[:, 0]


def encoded(tokens, texts):
    """texts: (question, passage) -> rows of ids, and of types."""
    tokens.enable_truncation(QUESTION)
    found = [e.ids for e in tokens.encode_batch(["query: " + q for q, _ in texts])]
    tokens.enable_truncation(BOTH)
    ids, types = [], []
    for q, p in zip(found, tokens.encode_batch(["passage: " + p for _, p in texts])):
        ids.append((q + p.ids[1:-1])[: BOTH - 1] + [q[-1]])
        types.append([0] * len(q) + [1] * (len(ids[-1]) - len(q)))
    return ids, types


def rows(s, w, tokens, rng, a):
    """For each epoch, (question, passage, label) of a set, with other negatives."""
    embed = lambda prefix, texts: network.embed(w, network.ids(tokens, [prefix + t for t in texts], 128))
    p = embed("passage: ", s.passages)
    alike = p @ p.T > ALIKE

    def close(questions):
        """For each question, passages by how close they look, without its own and what is like them."""
        near = embed("query: ", [q.text for q in questions]) @ p.T
        for q, order, row in zip(questions, near.argsort(1, descending=True).tolist(), near):
            own = max(q.own, key=lambda i: float(row[i]))
            yield q, own, [i for i in order if i not in q.own and not alike[i, q.own].any()]

    questions, near = list(close(s.questions)), list(close(s.near))
    for e in range(a.epochs):
        out = []
        for q, own, others in questions:
            first = others[: RANKS * (1 if e == a.epochs - 1 else EASIER)]
            out += [(q.text, s.passages[own], 1)]
            out += [(q.text, s.passages[i], 0) for i in rng.sample(first, min(a.negatives, len(first)))]
        for q, own, others in near:
            out += [(q.text, s.passages[i], 0) for i in [own] * a.misses + rng.sample(others[:RANKS], min(a.around, len(others)))]
        yield out


def batches(lengths, size, rng):
    """Batches of like length, of about so many tokens."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + rng.random() * 6)
    found, part = [], []
    for i in order:
        if (len(part) + 1) * lengths[i] > size:
            found, part = found + [part], []
        part.append(i)
    rng.shuffle(found)
    return found + [part]


@torch.no_grad()
def head(w, ids, types, layers, seed):
    """A head that starts where the means of rows differ: they have much in common, which says nothing."""
    some = range(0, len(ids), max(1, len(ids) // 200))
    x = network.Batch([ids[i] for i in some], [types[i] for i in some])
    x = x.mean(network.states(w, x, layers))
    g = torch.Generator().manual_seed(seed)
    h1 = torch.randn(x.shape[1], x.shape[1], generator=g) * 0.5 / x.shape[1] ** 0.5 / x.std(0)[:, None]
    found = h1, -x.mean(0) @ h1, torch.randn(x.shape[1], 1, generator=g) * 0.02, torch.zeros(1)
    return {n: p.requires_grad_() for n, p in zip(HEAD, found)}


def train(epochs, a):
    """epochs: the rows of each."""
    m, rng = model.read(a.source), random.Random(a.seed)
    tokens = reference.tokenizer(m)
    w = {n: p for n, p in network.parameters(m, network.FROZEN[:2]).items()
         if not n.startswith("encoder.layer.") or int(n.split(".")[2]) < a.layers}
    ids, types = encoded(tokens, [(q, p) for texts in epochs for q, p, _ in texts])
    label = torch.tensor([float(l) for texts in epochs for _, _, l in texts])
    label = label * (1 - 2 * a.smooth) + a.smooth
    steps, at = [], 0
    for texts in epochs:
        steps += [[at + i for i in b] for b in batches([len(r) for r in ids[at: at + len(texts)]], a.size, rng)]
        at += len(texts)
    steps, first = network.part(steps)
    w.update(head(w, ids, types, a.layers, a.seed))
    opt, curve, trained = network.optimiser(w, a.rate, len(steps))
    start, mean = time.time(), 0.69
    for n, part in enumerate(steps, 1):
        b = network.Batch([ids[i] for i in part], [types[i] for i in part])
        loss = functional.binary_cross_entropy_with_logits(logits(w, b, a.layers), label[part])
        loss.backward()
        network.averaged(trained)
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        opt.step()
        curve.step()
        opt.zero_grad()
        mean = 0.97 * mean + 0.03 * loss.item()
        if first and (n % 10 == 0 or n == len(steps)):
            print("%d of %d steps, loss %.3f, %.2f s a step" % (n, len(steps), mean, (time.time() - start) / n), flush=True)
        if first and (n % 50 == 0 or n == len(steps)):
            store(w, a.out if n == len(steps) else a.out + ".part.npz")  # a run that is cut off is not lost


def store(w, out):
    np.savez(out, **{short(n): p.detach().numpy() for n, p in w.items() if n not in network.FROZEN[:2]})


def reader(path, m, tokens):
    """A function from (question, passage) pairs to logits, of what store wrote."""
    z = np.load(path)
    w = {n: torch.tensor(z[short(n)]) if short(n) in z else torch.tensor(np.array(m.w[n], np.float32)) for n in [*m.w, *HEAD]
         if short(n) in z or n in network.FROZEN}
    layers = sum(n.endswith("attention.self.query.weight") for n in w)

    @torch.no_grad()
    def read(texts):
        ids, types = encoded(tokens, texts)
        out = np.zeros(len(ids))
        for part in batches([len(r) for r in ids], 8192, random.Random(0)):
            out[part] = logits(w, network.Batch([ids[i] for i in part], [types[i] for i in part]), layers).numpy()
        return out
    return read


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("source", "guides", "out"):
        a.add_argument(name)
    a.add_argument("--layers", type=int, default=12)
    a.add_argument("--epochs", type=int, default=2)
    a.add_argument("--size", type=int, default=3000, help="tokens of a batch")
    a.add_argument("--rate", type=float, default=1e-4)
    a.add_argument("--negatives", type=int, default=1, help="passages that look close, a question")
    a.add_argument("--misses", type=int, default=2, help="times a near miss stands with the passage that it is about")
    a.add_argument("--around", type=int, default=3, help="other close passages, a near miss")
    a.add_argument("--smooth", type=float, default=0.03)
    a.add_argument("--share", type=float, default=1.0)
    a.add_argument("--processes", type=int, default=1, help="that share the steps: a step is as many batches")
    a.add_argument("--seed", type=int, default=0)
    a = a.parse_args()
    m, rng = model.read(a.source), random.Random(a.seed)
    tokens, base = reference.tokenizer(m), network.parameters(m, frozen=m.w)
    epochs = [[] for _ in range(a.epochs)]
    for s in pairs.share(pairs.sets(a.guides), a.share, a.seed):
        for some, found in zip(epochs, rows(s, base, tokens, rng, a)):
            some += found
    print("%d rows, %.2f of them answers" % (len(epochs[0]), sum(l for _, _, l in epochs[0]) / len(epochs[0])), flush=True)
    network.together(a.processes, train, epochs, a)


if __name__ == "__main__":
    main()
