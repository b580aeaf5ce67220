"""The sentences that the table is fitted on, each with its weight; always the same for the same sources.

O*NET 30.1 (tasks, titles, tools), the doc comments of Go's standard library, the paragraphs of
the Rust books, and three kinds that are made here: filled templates, salads of vocabulary words
(so that every word occurs), and spans of two to seven words (so that short questions occur).
Salads and spans weigh a tenth: with more, words like "how" and "do" come to matter too much.
"""
import csv
import html
import random
import re
from pathlib import Path

HERE = Path(__file__).parent
REAL, MADE = 1.0, 0.1
MODERN = ["product manager", "technical product manager", "program manager", "project manager",
          "software engineer", "data scientist", "data analyst", "designer", "scrum master",
          "engineering manager", "devops engineer", "architect", "recruiter", "sales rep", "consultant",
          "developer", "tester", "business analyst", "marketer", "founder", "nurse", "teacher", "lawyer",
          "electrician"]
FRAMES = ["what is {}", "how to {}", "the {}", "a lot of {}", "{} and {}", "{} or {}", "{} for {}", "no {}",
          "my {}", "{} {}", "{} {} {}", "{} of {}", "do I need {}", "{} with {}", "is it {}", "why {}",
          "{} in {}", "good {}", "best {}", "people who {}"]


def lines(name):
    return [l for l in (HERE / name).read_text(encoding="utf-8").splitlines() if l.strip() and l[0] != "#"]


def sentences(text):
    return [s.strip() for s in re.split(r"(?<=[.!?])\s+(?=[A-Z])", text) if 4 <= len(s.split()) <= 40]


def go_comments(folder):
    found = set()
    for f in sorted(Path(folder).rglob("*.go")):
        if "_test" in str(f) or "testdata" in str(f):
            continue
        for block in re.findall(r"(?:^// .*\n)+", f.read_text(encoding="utf-8", errors="ignore"), re.M):
            found.update(sentences(re.sub(r"\s+", " ", block.replace("\n// ", " ").replace("// ", " "))))
    return sorted(s for s in found if s.isascii() and "Copyright" not in s and "license" not in s)


def rust_paragraphs(folders, *patterns):
    found = set()
    for f in [f for folder in folders for pattern in patterns for f in sorted(Path(folder).glob(pattern))]:
        for p in re.findall(r"<p>(.*?)</p>", f.read_text(encoding="utf-8"), re.S):
            found.update(sentences(re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]*>", "", p)))))
    return sorted(found)


class Sources:
    def __init__(self, onet, go, rust, vocabulary):
        column = lambda name, n: [r[n] for r in csv.reader(
            open(Path(onet) / name, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)][1:]
        self.descriptions, self.titles = column("Occupation Data.txt", 2), column("Occupation Data.txt", 1)
        self.alternate = sorted(set(column("Alternate Titles.txt", 1)))
        self.tools = sorted(set(column("Technology Skills.txt", 1)))
        self.tool_kinds = sorted(set(column("Technology Skills.txt", 3)))
        self.tasks = sorted(set(column("Task Statements.txt", 2)))
        self.new_tasks = column("Emerging Tasks.txt", 1)
        self.concepts = column("Content Model Reference.txt", 2) + column("Content Model Reference.txt", 1)
        self.go = go_comments(go)
        self.book = rust_paragraphs(rust, "book/*.html")
        self.books = rust_paragraphs(rust, "book/*.html", "cargo/**/*.html", "clippy/**/*.html")
        self.words = [w for w in vocabulary if re.fullmatch("[a-z]{2,}", w)]
        self.ids = [i for i, w in enumerate(vocabulary) if re.fullmatch("[a-z]{2,}", w)]
        self.templates, self.phrases = lines("templates.txt"), lines("phrases.txt")


def whole(s, dice):
    """Whole sentences, titles, filled templates, salads."""
    out = s.descriptions + s.titles + dice.sample(s.tasks, 5500) + dice.sample(s.alternate, 5000)
    out += s.concepts + s.new_tasks + dice.sample(s.tools, 2500) + s.tool_kinds + s.phrases

    def fill(t):
        role = lambda m: dice.choice(MODERN if dice.random() < .5 else s.alternate if dice.random() < .5 else s.titles)
        t = re.sub(r"\{role\}", lambda m: role(m).lower(), t)
        t = re.sub(r"\{skill\}", lambda m: dice.choice(s.tools if dice.random() < .5 else s.tool_kinds), t)
        return re.sub(r"\{phrase\}", lambda m: dice.choice(s.phrases), t)

    out += [fill(dice.choice(s.templates)) for _ in range(9000)]
    frequent = [1 / i ** .5 for i in s.ids]
    salads, shuffled = [], list(s.words)
    for _ in range(2):
        dice.shuffle(shuffled)
        at = 0
        while at < len(shuffled):
            n = dice.choice([1, 2, 3])
            salad = shuffled[at:at + n] + dice.choices(s.words, frequent, k=dice.randint(0, 3))
            at += n
            dice.shuffle(salad)
            salads.append((" ".join(salad), MADE))
    out += dice.sample(s.book, 2500) + dice.sample(s.go, 4000)
    return [(t, REAL) for t in out] + salads


def misspell(word, dice):
    if len(word) < 5:
        return word
    i, kind = dice.randint(1, len(word) - 2), dice.randint(0, 3)
    return [word[:i] + word[i + 1:], word[:i] + word[i + 1] + word[i] + word[i + 2:],
            word[:i] + word[i] + word[i:], word[:i] + dice.choice("aeioustrnl") + word[i + 1:]][kind]


def parts(s, dice):
    """Spans, framed words, pairs of common words, misspelt templates."""
    def span(text):
        w, n = text.split(), dice.choice([2, 3, 3, 4, 4, 5, 6, 7])
        i = dice.randint(0, max(0, len(w) - n))
        return " ".join(w[i:i + n]).strip(".,;:()"), MADE

    out = [span(x) for x in dice.sample(s.books, 9000)] + [span(x) for x in dice.sample(s.go, 8000)]
    out += [span(x) for x in dice.sample(s.tasks, 9000)] + [(t, REAL) for t in dice.sample(s.alternate, 6000)]
    shuffled = s.words[200:]
    dice.shuffle(shuffled)
    at = 0
    while at < len(shuffled) - 4:
        frame = dice.choice(FRAMES)
        n = frame.count("{}")
        out.append((frame.format(*shuffled[at:at + n]), MADE))
        at += n
    out += [(" ".join(dice.choices(s.words[:6000], k=dice.choice([2, 2, 3]))), MADE) for _ in range(12000)]
    roles = s.titles + ["product manager", "engineer", "designer"] * 200
    for _ in range(5000):
        t = re.sub(r"\{role\}", lambda m: dice.choice(roles).lower(), dice.choice(s.templates))
        words = re.sub(r"\{(skill|phrase)\}", lambda m: dice.choice(s.phrases), t).split()
        for _ in range(dice.choice([1, 1, 2])):
            i = dice.randrange(len(words))
            words[i] = misspell(words[i], dice)
        out.append((" ".join(words), REAL))
    return out


def gather(onet, go, rust, vocabulary):
    """Sorted pairs of text and weight; rust: one or more folders of the Rust documentation."""
    s = Sources(onet, go, rust, vocabulary)
    weight = {}
    for text, w in whole(s, random.Random(7)) + parts(s, random.Random(7)):
        if text:
            weight[text] = max(w, weight.get(text, 0))
    return sorted(weight.items())
