#!/usr/bin/env python3
"""Compares words (BM25), the table, the encoder and mixtures of words and vectors.

    evaluate.py [--retrieval FOLDER] [--questions FILE --sources FOLDER] [--encoder]

Always: paraphrases.jsonl against the built-in guides. FOLDER of --retrieval has corpus.jsonl,
queries.jsonl and qrels.tsv. FILE has a question a line with the sections that answer it (gold);
the folder of --sources has the documents whose headings gold names.
A section or document scores as its best sentence. A mixture is (1 - w) × coverage + w × cosine, where
coverage is BM25 over what a text with every word of the question would score at most.
"""
import argparse
import collections
import json
import math
import re
from pathlib import Path

import numpy as np

import encoder
import table

HERE = Path(__file__).parent
WEIGHTS = (.3, .4, .5, .6)
STOP = set("a an the of to in is are do does for and or on at as be by with what how who which i you it they "
           "that this my me can".split())


def rows(path):
    return [json.loads(l) for l in open(path, encoding="utf-8") if l.strip()]


def terms(text):
    def stem(w):
        for s in ("ings", "ing", "ies", "ers", "er", "ed", "es", "s"):
            if w.endswith(s) and len(w) - len(s) >= 3:
                return w[:-len(s)]
        return w
    return [stem(w) for w in re.findall(r"[a-z0-9+#]+", text.lower()) if w not in STOP]


def bm25(texts, queries, k=1.2, b=.75):
    """Coverage of each query by each text: BM25 over its upper bound."""
    docs = [collections.Counter(terms(t)) for t in texts]
    lengths = np.array([sum(d.values()) for d in docs])
    df = collections.Counter(w for d in docs for w in d)
    idf = lambda w: math.log(1 + (len(docs) - df[w] + .5) / (df[w] + .5))
    where = collections.defaultdict(list)
    for n, d in enumerate(docs):
        for w, f in d.items():
            where[w].append((n, f * (k + 1) / (f + k * (1 - b + b * lengths[n] / lengths.mean()))))
    out = np.zeros((len(queries), len(docs)), np.float32)
    for m, q in enumerate(queries):
        for w in set(terms(q)):
            for n, s in where.get(w, ()):
                out[m, n] += idf(w) * s
        out[m] /= max(1e-6, (k + 1) * sum(idf(w) for w in set(terms(q))))
    return out


def best(scores, group, groups):
    """Of each group of columns the highest."""
    out = np.full((scores.shape[0], groups), -9, np.float32)
    for j, g in enumerate(group):
        out[:, g] = np.maximum(out[:, g], scores[:, j])
    return out


def ranks(scores, gold):
    """(Success@1, MRR): where the first column stands that is gold."""
    first = [next(r for r, n in enumerate(np.argsort(-s, kind="stable")) if n in g) for s, g in zip(scores, gold)]
    return np.mean([r == 0 for r in first]), np.mean([1 / (r + 1) for r in first])


def ndcg(scores, grades, k=10):
    total = []
    for s, g in zip(scores, grades):
        gain = lambda found: sum((2 ** x - 1) / math.log2(r + 2) for r, x in enumerate(found))
        order = np.argsort(-s, kind="stable")[:k]
        total.append(gain([g.get(int(n), 0) for n in order]) / gain(sorted(g.values(), reverse=True)[:k]))
    return np.mean(total),


def show(name, measure, words, vectors):
    """vectors: name -> scores."""
    line = lambda what, s: print("  %-22s %s" % (what, "  ".join("%.3f" % x for x in measure(s))))
    print(name)
    line("words", words)
    for n, v in vectors.items():
        line(n, v)
        for w in WEIGHTS:
            line("words + %.1f %s" % (w, n), (1 - w) * words + w * v)


def sections(name, items, queries, gold, models):
    """items: (section, heading, sentence); gold: a set of sections for each query."""
    keys = sorted({k for k, _, _ in items})
    group = [keys.index(k) for k, _, _ in items]
    bare = [s for _, _, s in items]
    headed = [s if s == h else h + ". " + s for _, h, s in items]
    both = {n: np.maximum(f(queries) @ f(bare).T, f(queries) @ f(headed).T) for n, f in models.items()}
    columns = [{keys.index(k) for k in g} for g in gold]
    show(name + " (Success@1, MRR)", lambda s: ranks(s, columns), best(bm25(headed, queries), group, len(keys)),
         {n: best(s, group, len(keys)) for n, s in both.items()})


def split(text):
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", text)


def guides():
    for f in sorted((HERE.parent.parent / "guides").glob("*.md")):
        heading = None
        for line in filter(None, map(str.strip, f.read_text(encoding="utf-8").split("---", 2)[2].split("\n"))):
            if line.startswith("#"):
                heading = line.lstrip("# ")
            for s in split(re.sub(r"^([-*]|\d+\.)\s+", "", line)) if line[0] != "#" else [heading]:
                yield f.stem + " > " + heading, heading, s


def fold(text):
    for a, b in (("\u2018\u2019", "'"), ("\u201c\u201d", '"')):
        text = re.sub("[%s]" % a, b, text)
    return re.sub(r"\s+", " ", text.lower()).strip(" .:")


def sources(folder, gold):
    """Sentences under the headings that gold names, and under short lines that look like headings."""
    for f in sorted(Path(folder).glob("*.txt")):
        doc, heading = f.name[:3], None
        known = {fold(s): s for d, s in gold if d == doc}
        for line in filter(None, map(str.strip, f.read_text(encoding="utf-8-sig").split("\n"))):
            bare = re.sub(r"^([a-d]|\d)\.\s+", "", line)
            listed = line[0] in "-•|"
            found = None if listed else known.get(fold(line)) or known.get(fold(bare))
            if not found and not listed and len(line.split()) <= 9 and not re.search(r"[.:,;|]$", line) \
                    and not line.startswith("ALSO"):
                found = bare
            heading = found or heading
            for s in [line] if found else split(line.lstrip("•- ")):
                if heading:
                    yield (doc, heading), heading, s


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--retrieval", type=Path)
    p.add_argument("--questions", type=Path)
    p.add_argument("--sources", type=Path)
    p.add_argument("--encoder", action="store_true", help="the encoder too, which takes minutes")
    a = p.parse_args()
    models = {"table": table.Table(HERE.parent / "table.bin").encode}
    if a.encoder:
        models["encoder"] = encoder.Encoder(256).encode

    items = list(guides())
    asked = rows(HERE / "paraphrases.jsonl")
    match = lambda q: {k for k, _, _ in items if any(k.startswith(g) for g in q["gold"])}
    for name, some in (("all paraphrases", asked), ("not fitted", [q for q in asked if not q.get("fitted")])):
        sections(name, items, [q["q"] for q in some], [match(q) for q in some], models)
    if a.questions and a.sources:
        asked = [q for q in rows(a.questions) if q["expect"] == "answer" and q.get("gold")]
        gold = [{(g["doc"], g["section"]) for g in q["gold"]} for q in asked]
        sections("questions", list(sources(a.sources, set().union(*gold))),
                 [" ".join((q.get("context") or []) + [q["q"]]) for q in asked], gold, models)
    if a.retrieval:
        corpus = rows(a.retrieval / "corpus.jsonl")
        number = {d["id"]: n for n, d in enumerate(corpus)}
        grades = collections.defaultdict(dict)
        for line in open(a.retrieval / "qrels.tsv", encoding="utf-8"):
            q, d, grade = line.split()
            grades[q][number[d]] = int(grade)
        asked = [q for q in rows(a.retrieval / "queries.jsonl") if any(grades[q["id"]].values())]
        texts = [q["text"] for q in asked]
        parts = [(n, s) for n, d in enumerate(corpus) for s in [d["title"]] + split(d["text"]) if s.strip()]
        group, parts = [n for n, _ in parts], [s[:400] for _, s in parts]
        show("retrieval (nDCG@10)", lambda s: ndcg(s, [grades[q["id"]] for q in asked]),
             bm25([d["title"] + ". " + d["text"] for d in corpus], texts),
             {n: best(f(texts) @ f(parts).T, group, len(corpus)) for n, f in models.items()})


if __name__ == "__main__":
    main()
