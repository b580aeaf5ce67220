#!/usr/bin/env python3
"""Write the Go tests' reference: what Hugging Face's tokenizers and float32 arithmetic make of texts.json.

    golden.py SOURCE OUT.jsonl           by onnxruntime, with the whole model
    golden.py --tiny SOURCE OUT.jsonl    by reference.py, with the tiny model of export.py
    golden.py --judge FOLDER OUT.jsonl   what a judge makes of questions and passages of our own, by torch

A line {"text", "ids", "vector"} a text; vector is that of "passage: " + text. Of a judge, {"question", "passage",
"logit"}.
"""
import argparse
import json
from pathlib import Path

import torch

import export
import judge
import model
import pairs
import reference


def judged(source, name):
    m = judge.read(source)
    w = {n: torch.tensor(x) for n, x in m.w.items()}
    with open(name, "w", encoding="utf-8") as out:
        for s in map(pairs.invented, sorted((pairs.HERE / "pairs").glob("*.txt"))):
            for q in s.questions[5:10:4] + s.near[:1]:
                both = (q.text, s.passages[q.own[0]])
                with torch.no_grad():
                    logit = judge.logits(w, judge.encode(reference.tokenizer(m), [both]), m.layers, kind=torch.float32).item()
                out.write(json.dumps({"question": both[0], "passage": both[1], "logit": round(logit, 4)}, ensure_ascii=False) + "\n")


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("source")
    a.add_argument("out")
    a.add_argument("--tiny", action="store_true")
    a.add_argument("--judge", action="store_true")
    a = a.parse_args()
    if a.judge:
        return judged(a.source, a.out)
    m = model.read(a.source)
    if a.tiny:
        m = export.tiny(m)
    texts = json.loads(Path(__file__).with_name("texts.json").read_text(encoding="utf-8"))
    texts.append(" ".join(texts[:12] * 8))  # more than 512 tokens
    tokens = reference.tokenizer(m)
    encode = reference.numpy_encoder(m) if a.tiny else reference.onnx_encoder(a.source)
    with open(a.out, "w", encoding="utf-8") as out:
        for text in texts:
            ids = tokens.encode("passage: " + text).ids
            vector = [round(float(x), 5) for x in encode(ids)]
            out.write(json.dumps({"text": text, "ids": ids, "vector": vector}, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
