#!/usr/bin/env python3
"""What the encoder is trained on: the sets of pairs/, and the asks of the built-in guides.

    ADVISOR_KNOWLEDGE=builtin advisor documents --json > GUIDES.jsonl
    pairs.py GUIDES.jsonl       prints how many there are, and how questions and passages share words
"""
import argparse
import collections
import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
GUIDES = HERE.parents[1] / "guides"
NEAR = "Not answered here"
FUNCTION = set("""a an the and or but if of to in on at by for from with as is are was were be been am do does did has have had it its this that
these those i you he she we they me my your his her our their them us who what which when where why how can could will would should may might
must there here not no so than then any some about into up out over just also too""".split())


@dataclass
class Question:
    text: str
    own: list  # numbers of the passages that it belongs to: one of them answers; of a near miss, where it lies closest


@dataclass
class Set:
    name: str
    passages: list = field(default_factory=list)   # as the encoder reads them, without the prefix
    texts: list = field(default_factory=list)      # without the heading
    questions: list = field(default_factory=list)
    near: list = field(default_factory=list)       # questions that nothing in the set answers

    def add(self, heading, text):
        self.passages.append(heading + "\n" + text if heading else text)
        self.texts.append(text)


def sets(guides):
    """guides: what `advisor documents --json` prints of the built-in guides."""
    return [invented(path) for path in sorted((HERE / "pairs").glob("*.txt"))] + asked(guides)


def invented(path):
    s, heading = Set(path.stem), ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        mark, _, rest = line.partition(" ")
        if mark == "#":
            heading = rest.split(" > ")[-1]
        elif mark == "=":
            heading = ""
        elif mark == ".":
            s.add(heading, rest)
        elif mark in ("?", "!"):
            (s.questions if mark == "?" else s.near).append(Question(rest, [len(s.passages) - 1]))
        elif line.strip():
            raise SystemExit("%s:%d: no line of a set: %s" % (path, number, line))
    return s


def asked(guides):
    """A set a guide. A question of an asks file belongs to all passages of its section."""
    found = []
    for path in sorted(GUIDES.glob("*.asks.md")):
        s, sections, name = Set(path.name), collections.defaultdict(list), path.name.removesuffix(".asks.md")
        for line in Path(guides).read_text(encoding="utf-8").splitlines():
            p = json.loads(line)
            if p["doc"].split("/")[-1] != name or p["kind"] == "heading":
                continue
            sections[tuple(p["section"])].append(len(s.passages))
            s.add(p["section"][-1] if p["section"] else "", p["text"])
        read_asks(path, s, sections)
        found.append(s)
    return found


def read_asks(path, s, sections):
    at, near = [], False
    for line in path.read_text(encoding="utf-8").splitlines():
        if m := re.match(r"(#+) (.*)", line):
            near = m[2].strip() == NEAR
            if not near:
                at = at[: len(m[1]) - 2] + [m[2].strip()]
        elif line.startswith("- "):
            own = sections.get(tuple(at)) or [i for k, v in sections.items() if list(k[:len(at)]) == at for i in v]
            if not own:
                raise SystemExit("%s: no passage under %s" % (path, " > ".join(at)))
            (s.near if near else s.questions).append(Question(line[2:].strip(), own))


def sentences(text):
    """As knowledge/text cuts them, nearly: what the index has vectors of, beside whole passages."""
    return [t for t in re.split(r"(?<=[.!?])\s+(?=[A-Z0-9\"“(])", text) if t]


def under(passage, text, sentence):
    """A sentence below its passage's heading."""
    return passage[: len(passage) - len(text)] + sentence


def share(all, part, seed=0):
    """A part of the sets, drawn: for the learning curve."""
    keep = random.Random(seed).sample(range(len(all)), max(1, round(part * len(all))))
    return [all[i] for i in sorted(keep)]


def content(text):
    return {w for w in re.findall(r"[a-z0-9]+", text.lower()) if w not in FUNCTION}


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("guides")
    a.add_argument("--draw", type=int, default=0, help="print so many pairs, drawn")
    a = a.parse_args()
    all = sets(a.guides)
    rows = [(s, q) for s in all for q in s.questions]
    print("%d sets, %d passages, %d questions, %d near misses" % (
        len(all), sum(len(s.passages) for s in all), len(rows), sum(len(s.near) for s in all)))
    first = collections.Counter(" ".join(q.text.lower().split()[:4]) for _, q in rows)
    print("most frequent four first words: %r in %.2f %%" % (first.most_common(1)[0][0], 100 * first.most_common(1)[0][1] / len(rows)))
    shares = sorted(max(len(content(q.text) & content(s.passages[i])) for i in q.own) / max(1, len(content(q.text))) for s, q in rows)
    print("median share of a question's content words in its passage: %.2f" % shares[len(shares) // 2])
    for s, q in random.Random(1).sample(rows, a.draw):
        print("\n- %s: **%s**\n  %s" % (s.name, q.text, s.passages[q.own[0]].replace("\n", ": ")))


if __name__ == "__main__":
    main()
