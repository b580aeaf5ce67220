#!/usr/bin/env python3
"""Write the Go tests' reference: what Hugging Face's tokenizers and float32 arithmetic make of texts.json.

    golden.py SOURCE OUT.jsonl           by onnxruntime, with the whole model
    golden.py --tiny SOURCE OUT.jsonl    by reference.py, with the tiny model of export.py

A line {"text", "ids", "vector"} a text; vector is that of "passage: " + text.
"""
import argparse
import json
from pathlib import Path

import export
import model
import reference


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("source")
    a.add_argument("out")
    a.add_argument("--tiny", action="store_true")
    a = a.parse_args()
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
