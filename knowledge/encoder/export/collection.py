#!/usr/bin/env python3
"""Write onnxruntime's float32 vectors of a collection, for the Go test TestAgainstFloat32.

    collection.py SOURCE PASSAGES.jsonl QUESTIONS.jsonl OUT.jsonl

PASSAGES is what "advisor documents --json" prints; QUESTIONS has a line {"q"} each. OUT has a line
{"text", "question", "vector"} each: ENCODER_REFERENCE names it to the test.
"""
import argparse
import json

import model
import reference


def lines(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("source", "passages", "questions", "out"):
        a.add_argument(name)
    a = a.parse_args()
    tokens, encode = reference.tokenizer(model.read(a.source)), reference.onnx_encoder(a.source)
    texts = [(q["q"], True) for q in lines(a.questions)]
    texts += [(t, False) for t in dict.fromkeys(p["text"] for p in lines(a.passages) if p["kind"] != "heading")]
    with open(a.out, "w", encoding="utf-8") as out:
        for text, question in texts:
            vector = encode(tokens.encode(("query: " if question else "passage: ") + text).ids)
            row = {"text": text, "question": question, "vector": [round(float(x), 6) for x in vector]}
            out.write(json.dumps(row, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
