#!/usr/bin/env python3
"""Fine-tune the encoder on questions and passages that belong together, on a CPU.

    finetune.py SOURCE GUIDES.jsonl OUT [--epochs 3] [--mix 0.7] [--share 1] [--processes 1]

SOURCE as in export.py, GUIDES.jsonl as in pairs.py; OUT is a folder that export.py reads.

A batch is of one set: some of its questions, and all its passages, so that what stands next door is always among the
negatives. Questions look for passages and passages for questions, with the set's near misses among the latter; both
losses are InfoNCE at temperature 0.02. Where a question belongs to a section of several passages, the likeliest counts.
Now and then a passage gives way to its sentences, since the index has vectors of them too. Embeddings stay as they
are: few of their rows would learn.
"""
import argparse
import random
import time

import torch
from torch.nn import functional

import model
import network
import pairs
import reference

QUESTION, PASSAGE = 48, 128  # tokens
TEMPERATURE = 0.02
COLUMNS = 64                 # passages of a batch at most


class Texts:
    """A set's ids."""

    def __init__(self, s, tokens):
        passages = lambda texts: network.ids(tokens, ["passage: " + t for t in texts], PASSAGE)
        questions = lambda some: network.ids(tokens, ["query: " + q.text for q in some], QUESTION)
        self.own = [q.own for q in s.questions]
        self.passages, self.questions, self.near = passages(s.passages), questions(s.questions), questions(s.near)
        cut = [[pairs.under(p, t, x) for x in pairs.sentences(t)] for p, t in zip(s.passages, s.texts)]
        self.sentences = [passages(some) if len(some) > 1 else [] for some in cut]
        self.same = [[j for j, t in enumerate(s.texts) if t == text] for text in s.texts]


def batch(t, chosen, rng, a):
    """Rows of questions and of columns, which columns are a question's own, and which are negatives of it."""
    own = {i for n in chosen for i in t.own[n]}
    others = [i for i in range(len(t.passages)) if i not in own]
    texts, of = [], []
    for i in sorted(own) + rng.sample(others, max(0, min(len(others), COLUMNS - len(own)))):
        apart = t.sentences[i] if t.sentences[i] and rng.random() < a.sentences else [t.passages[i]]
        texts += apart
        of += [i] * len(apart)
    rows = [t.questions[n] for n in chosen] + rng.sample(t.near, min(a.misses, len(t.near)))
    mine = torch.zeros(len(rows), len(texts), dtype=torch.bool)
    negative = torch.ones_like(mine)
    for r, n in enumerate(chosen):
        same = {j for i in t.own[n] for j in t.same[i]}
        mine[r] = torch.tensor([i in t.own[n] for i in of])
        negative[r] = torch.tensor([i not in same for i in of])
    return rows, texts, mine, negative


def both_ways(q, p, mine, negative):
    """InfoNCE from questions to columns and back. Of several own columns the likeliest counts; back, each of a
    column's questions stands apart from the others, which are no negatives of it, and near misses have no column."""
    s = q @ p.T / TEMPERATURE
    share = torch.softmax(s.detach().masked_fill(~mine, -1e4), 1) * mine
    against = s.masked_fill(~negative, -1e4)
    loss = [functional.softplus(torch.logsumexp(against, d, keepdim=True) - s) for d in (1, 0)]
    return (share * (loss[0] + loss[1])).sum() / share.sum() / 2


def plan(all, size, rng):
    """Batches of an epoch: (set, questions)."""
    steps = []
    for s, t in enumerate(all):
        order = rng.sample(range(len(t.own)), len(t.own))
        parts = max(1, round(len(order) / size))
        steps += [(s, order[i::parts]) for i in range(parts)]
    rng.shuffle(steps)
    return steps


def train(all, a):
    rng = random.Random(a.seed)
    steps, first = network.part([step for _ in range(a.epochs) for step in plan(all, a.batch, rng)])
    m = model.read(a.source)
    w = network.parameters(m)
    opt, curve, trained = network.optimiser(w, a.rate, len(steps))
    start, mean = time.time(), 0.0
    for n, (s, chosen) in enumerate(steps, 1):
        rows, texts, mine, negative = batch(all[s], chosen, rng, a)
        q, p = (network.unit(w, network.Batch(some), kind=getattr(torch, a.kind)) for some in (rows, texts))
        loss = both_ways(q, p, mine, negative)
        network.descend(loss, trained, opt, curve)
        mean = loss.item() if n == 1 else 0.95 * mean + 0.05 * loss.item()
        if not first:
            continue
        if n % 10 == 0 or n == len(steps):
            print("%d of %d steps, loss %.3f, %.2f s a step" % (n, len(steps), mean, (time.time() - start) / n), flush=True)
        if n % 50 == 0:
            torch.save(w, a.out + ".part.pt")  # a run that is cut off is not lost
    if first:
        network.store(a.source, w, a.out + ".unmixed")
        network.store(a.source, network.mixed(network.parameters(m), w, a.mix), a.out)


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("source", "guides", "out"):
        a.add_argument(name)
    a.add_argument("--epochs", type=int, default=3)
    a.add_argument("--batch", type=int, default=96, help="questions")
    a.add_argument("--rate", type=float, default=3e-5)
    a.add_argument("--sentences", type=float, default=0.2, help="share of passages that give way to their sentences")
    a.add_argument("--misses", type=int, default=16, help="near misses of a batch")
    a.add_argument("--mix", type=float, default=0.7, help="share of the new weights in what is written")
    a.add_argument("--share", type=float, default=1.0, help="share of the sets that trains, for the learning curve")
    a.add_argument("--kind", default="bfloat16", help="of the matrix products")
    a.add_argument("--processes", type=int, default=1, help="that share the steps: a step is as many batches")
    a.add_argument("--seed", type=int, default=0)
    a = a.parse_args()
    tokens = reference.tokenizer(model.read(a.source))
    all = [Texts(s, tokens) for s in pairs.share(pairs.sets(a.guides), a.share, a.seed)]
    network.together(a.processes, train, all, a)


if __name__ == "__main__":
    main()
