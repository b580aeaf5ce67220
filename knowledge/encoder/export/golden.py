#!/usr/bin/env python3
"""Write the Go tests' references: what Hugging Face's tokenizers and float32 arithmetic make of texts.json.

    golden.py SOURCE VECTORS.jsonl                              by onnxruntime, with the whole encoder
    golden.py --judge JUDGE.npz SOURCE VECTORS.jsonl LOGITS.jsonl    the judge by reference.py
    golden.py --tiny SOURCE VECTORS.jsonl LOGITS.jsonl          all by reference.py, with the tiny model of export.py

VECTORS has a line {"text", "ids", "vector"} a text; vector is that of "passage: " + text. LOGITS has a line
{"text", "passage", "ids", "logit"} for each of some pairs of a question and a passage.
"""
import argparse
import json
from pathlib import Path

import export
import model
import reference


def vectors(tokens, encode, texts):
    for text in texts:
        ids = tokens.encode("passage: " + text).ids
        yield {"text": text, "ids": ids, "vector": [round(float(x), 5) for x in encode(ids)]}


def logits(tokens, judge, texts):
    """Each text as a question to two others, some of them so long that they are cut."""
    for i, question in enumerate(texts):
        for passage in (texts[(i + 1) % len(texts)], texts[(i * 5 + 3) % len(texts)]):
            ids, first = reference.pair(tokens, question, passage)
            if first < model.QUESTION and len(ids) < model.PAIR:  # nothing is cut, and so it is the tokenizer's own pair
                whole = tokens.encode("query: " + question, "passage: " + passage)
                assert whole.ids == ids and whole.type_ids == [0] * first + [1] * (len(ids) - first)
            yield {"text": question, "passage": passage, "ids": ids, "logit": round(float(judge(ids, first)), 5)}


def write(path, rows):
    with open(path, "w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, separators=(",", ":")) + "\n")


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("source")
    a.add_argument("vectors")
    a.add_argument("logits", nargs="?")
    export.options(a)
    a = a.parse_args()
    m, j = export.networks(a)
    texts = json.loads(Path(__file__).with_name("texts.json").read_text(encoding="utf-8"))
    tokens = reference.tokenizer(m)
    encode = reference.numpy_encoder(m) if a.tiny else reference.onnx_encoder(a.source)
    write(a.vectors, vectors(tokens, encode, texts + [" ".join(texts[:12] * 8)]))  # more than 512 tokens
    if j and a.logits:
        write(a.logits, logits(tokens, reference.numpy_judge(j), texts + [" ".join(texts[:12] * n) for n in (1, 2, 3)]))


if __name__ == "__main__":
    main()
