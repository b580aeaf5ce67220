#!/usr/bin/env python3
"""Train a judge: a network over the encoder's words that reads a question and a passage in one pass and says whether
the passage answers the question.

    judge.py SOURCE MODEL.bin GUIDES.jsonl SQUAD.json FOLDER [--layers 12] [--onto FOLDER] [--part 1]

It starts from the layers of MODEL.bin, a file that export.py wrote, or goes on with what it trained before; SOURCE as in
export.py, for the tokenizer. It is trained on the questions of pairs.py (GUIDES.jsonl as there): each with its own
passage, and with one of the eight passages of its set that lie closest; near misses with two of the four that lie
closest; half of all, and the utterances of small talk, with the passage that lies closest in another set. SQUAD.json, in
the format of SQuAD 2.0, adds its questions with the sentences around their answers or plausible answers, and half of
those that have an answer with another passage of the same article. FOLDER gets weights.npz and tokenizer.json.
"""
import argparse
import json
import random
import re
import struct
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

import model
import network
import pairs
import reference

MOST = 128     # tokens of a question with a passage
TALK = pairs.HERE.parents[1] / "talk" / "utterances.txt"
WINDOW = 420   # characters of the sentences around an answer
HEAD = ("head.inner.weight", "head.inner.bias", "head.outer.weight", "head.outer.bias")


def start(path):
    """The weights of a model file by their Hugging Face names: export.py backwards."""
    data = Path(path).read_bytes()
    n, layers, width, heads, inner, positions, pieces, _ = struct.unpack("<8I", data[8:40])
    a, at = {}, 72
    for _ in range(n):
        name, offset, length = struct.unpack("<48sQQ", data[at:at + 64])
        name, at = name.rstrip(b"\0").decode(), at + 64
        kind = np.int8 if name.endswith((".weight", ".rows")) else np.uint8 if name == "vocabulary" else np.float32
        a[name] = np.frombuffer(data[offset:offset + length], kind)
    w = {"embeddings.word_embeddings.weight": a["words.rows"].reshape(pieces, width) * a["words.scale"][:, None],
         "embeddings.position_embeddings.weight": a["positions"].reshape(positions, width),
         "embeddings.token_type_embeddings.weight": np.zeros((2, width), np.float32)}

    def norm(old, new):
        w[new + ".weight"], w[new + ".bias"] = a[old + ".gain"], a[old + ".shift"]

    def linear(name, ins, outs):
        q = a[name + ".weight"].reshape(outs // 16, ins // 4, 16, 4).transpose(1, 3, 0, 2).reshape(ins, outs)
        return q * a[name + ".scale"][None], a[name + ".bias"]

    def after_norm(name, before, ins, outs):
        weight, bias = linear(name, ins, outs)
        gain = a[name + ".gain"] / a[before + ".gain"]
        shift = a[name + ".shift"] - a[before + ".shift"] * gain
        return weight * gain[:, None], bias + (shift / gain) @ (weight * gain[:, None])

    norm("embedding", "embeddings.LayerNorm")
    before = "embedding"
    for i in range(layers):
        old, new = "layer.%d." % i, "encoder.layer.%d." % i
        weight, bias = after_norm(old + "attention", before, width, 3 * width)
        for k, part in enumerate(("query", "key", "value")):
            by = np.sqrt(width // heads) if part == "query" else 1
            w[new + "attention.self.%s.weight" % part] = weight[:, k * width:(k + 1) * width] * by
            w[new + "attention.self.%s.bias" % part] = bias[k * width:(k + 1) * width] * by
        w[new + "attention.output.dense.weight"], w[new + "attention.output.dense.bias"] = linear(old + "context", width, width)
        norm(old + "middle", new + "attention.output.LayerNorm")
        w[new + "intermediate.dense.weight"], w[new + "intermediate.dense.bias"] = after_norm(old + "inner", old + "middle", width, inner)
        w[new + "output.dense.weight"], w[new + "output.dense.bias"] = linear(old + "outer", inner, width)
        norm(old + "end", new + "output.LayerNorm")
        before = old + "end"
    return w


def tensors(weights, layers, seed):
    w = {n: torch.tensor(np.array(x, np.float32), requires_grad=n not in network.FROZEN) for n, x in weights.items()
         if not n.startswith("encoder.layer.") or int(n.split(".")[2]) < layers}
    if HEAD[0] in w:
        return w
    random_ = torch.Generator().manual_seed(seed)
    width = w["embeddings.LayerNorm.bias"].shape[0]
    for name, shape in zip(HEAD, ((width, width), (width,), (width, 1), (1,))):
        x = torch.randn(*shape, generator=random_) * 0.02 if name.endswith("weight") else torch.zeros(*shape)
        w[name] = x.requires_grad_()
    return w


def logits(w, rows, layers, **more):
    b = network.Batch(rows)
    x = torch.tanh(b.mean(network.states(w, b, layers, **more)) @ w[HEAD[0]] + w[HEAD[1]])
    return (x @ w[HEAD[2]] + w[HEAD[3]])[:, 0]


def encode(tokens, both):
    """both: questions with passages."""
    tokens.enable_truncation(MOST, strategy="only_second")
    return [e.ids for e in tokens.encode_batch([("query: " + q, "passage: " + p) for q, p in both])]


def around(text, at, end):
    """The sentences that have text[at:end], and those next to them, up to WINDOW characters."""
    cuts = [m.end() for m in re.finditer(r"[.!?]\s+(?=[A-Z])", text)]
    starts, ends = [0] + cuts, cuts + [len(text)]
    first = max(i for i, s in enumerate(starts) if s <= at)
    last = min((i for i, e in enumerate(ends) if e >= end), default=len(ends) - 1)
    grows = True
    while grows:
        grows = False
        if last + 1 < len(ends) and ends[last + 1] - starts[first] <= WINDOW:
            last, grows = last + 1, True
        if first > 0 and ends[last] - starts[first - 1] <= WINDOW:
            first, grows = first - 1, True
    return text[starts[first]:ends[last]].strip()


def squad(path):
    """Questions with passages that answer them, and with some that do not."""
    good, bad = [], []
    for article in json.loads(Path(path).read_text(encoding="utf-8"))["data"]:
        for p in article["paragraphs"]:
            for q in p["qas"]:
                found = q.get("plausible_answers") if q.get("is_impossible") else q["answers"]
                if found:
                    at = found[0]["answer_start"]
                    text = article["title"].replace("_", " ") + "\n" + around(p["context"], at, at + len(found[0]["text"]))
                    (bad if q.get("is_impossible") else good).append((q["question"], text))
    return good, bad


def ours(tokens, weights, guides):
    """Questions of our own: text, the nearest of its own passages or None, the others of its set, nearest first, and
    the nearest of another set."""
    w, found = {n: torch.tensor(np.array(x, np.float32)) for n, x in weights.items()}, []
    embed = lambda kind, texts: network.embed(w, network.ids(tokens, [kind + t for t in texts], MOST))
    sets = pairs.sets(guides)
    read = [embed("passage: ", s.passages) for s in sets]
    for n, s in enumerate(sets):
        asked = [(q, False) for q in s.questions] + [(q, True) for q in s.near]
        vectors = embed("query: ", [q.text for q, _ in asked])
        for i, ((q, near), like) in enumerate(zip(asked, vectors @ read[n].T)):
            same = () if near else {s.texts[k] for k in q.own}
            order = [k for k in like.argsort(descending=True).tolist() if s.texts[k] not in same]
            own = None if near else s.passages[max(q.own, key=lambda k: like[k])]
            other = (n + 1 + i % (len(sets) - 1)) % len(sets)
            far = sets[other].passages[int((read[other] @ vectors[i]).argmax())]
            found.append((q.text, own, [s.passages[k] for k in order[:8]], far))
    talk = [line for line in TALK.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
    for i, (line, v) in enumerate(zip(talk, embed("query: ", talk))):
        near = [sets[k].passages[int((read[k] @ v).argmax())] for k in range(len(sets))]
        found.append((line, None, near, near[i % len(near)]))
    return found


def epoch(found, good, bad, rng):
    rows = []
    for q, own, near, far in found:
        if own is None:
            rows += [(q, near[i], 0.0) for i in rng.sample(range(min(4, len(near))), 2)]
        else:
            rows += [(q, own, 1.0), (q, near[min(int(rng.expovariate(0.45)), len(near) - 1)], 0.0)]
        if rng.random() < 0.5:
            rows.append((q, far, 0.0))
    rows += [(q, p, 1.0) for q, p in good] + [(q, p, 0.0) for q, p in bad]
    of = {}
    for _, p in good:
        of.setdefault(p.split("\n")[0], []).append(p)
    for q, p in rng.sample(good, len(good) // 2):
        other = rng.choice(of[p.split("\n")[0]])
        if other != p:
            rows.append((q, other, 0.0))
    return rows


def batches(rows, ids, size, rng):
    """Batches of rows of like length."""
    order, found = list(range(len(rows))), []
    rng.shuffle(order)
    for c in range(0, len(order), size * 16):
        like = sorted(order[c:c + size * 16], key=lambda i: len(ids[i]))
        found += [[(ids[i], rows[i][2]) for i in like[b:b + size]] for b in range(0, len(like), size)]
    rng.shuffle(found)
    return found


def train(found, good, bad, a):
    tokens, rng, steps = reference.tokenizer(model.read(a.source)), random.Random(a.seed), []
    for _ in range(a.epochs):
        rows = epoch(found, good, bad, rng)
        rows = rng.sample(rows, int(a.part * len(rows)))
        steps += batches(rows, encode(tokens, [(q, p) for q, p, _ in rows]), a.batch, rng)
    steps, first = network.part(steps)
    w = tensors(read(a.onto).w if a.onto else start(a.model), a.layers, a.seed)
    opt, curve, trained = network.optimiser(w, a.rate, len(steps))
    began, mean = time.time(), None
    for n, b in enumerate(steps, 1):
        loss = functional.binary_cross_entropy_with_logits(logits(w, [i for i, _ in b], a.layers), torch.tensor([y for _, y in b]))
        network.descend(loss, trained, opt, curve)
        mean = loss.item() if mean is None else 0.97 * mean + 0.03 * loss.item()
        if first and (n % 20 == 0 or n == len(steps)):
            print("%d of %d steps, loss %.3f, %.2f s a step" % (n, len(steps), mean, (time.time() - began) / n), flush=True)
    if first:
        Path(a.folder).mkdir(parents=True, exist_ok=True)
        np.savez(Path(a.folder) / "weights.npz", **{n: x.detach().numpy() for n, x in w.items()})
        (Path(a.folder) / "tokenizer.json").write_text(json.dumps(model.read(a.source).tokenizer), encoding="utf-8")


def read(folder):
    """What train wrote, as a Model."""
    with np.load(Path(folder) / "weights.npz") as w:
        return model.Model(dict(w), json.loads((Path(folder) / "tokenizer.json").read_text(encoding="utf-8")))


def some(m):
    """Ids of questions of our own with their passages, to see what goes into the layers."""
    both = [(q.text, s.passages[q.own[0]]) for s in map(pairs.invented, sorted((pairs.HERE / "pairs").glob("*.txt"))) for q in s.questions]
    return encode(reference.tokenizer(m), both[::len(both) // 150])


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("source", "model", "guides", "squad", "folder"):
        a.add_argument(name)
    a.add_argument("--onto", help="a folder that this wrote")
    a.add_argument("--part", type=float, default=1, help="of the rows of each epoch")
    a.add_argument("--layers", type=int, default=12)
    a.add_argument("--epochs", type=int, default=2)
    a.add_argument("--batch", type=int, default=32)
    a.add_argument("--rate", type=float, default=5e-5)
    a.add_argument("--processes", type=int, default=2)
    a.add_argument("--seed", type=int, default=0)
    a = a.parse_args()
    torch.manual_seed(a.seed)
    found = ours(reference.tokenizer(model.read(a.source)), start(a.model), a.guides)
    network.together(a.processes, train, found, *squad(a.squad), a)


if __name__ == "__main__":
    main()
