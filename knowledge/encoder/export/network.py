"""The network of model.py in torch, for batches and with gradients. Rows are kept one after the other without padding;
only attention sees a padded rectangle."""
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import distributed
from torch.nn import functional

import model

FROZEN = ("embeddings.word_embeddings.weight", "embeddings.position_embeddings.weight", "embeddings.token_type_embeddings.weight")
EPSILON = 1e-12


def parameters(m, frozen=FROZEN):
    """Tensors by their Hugging Face names, linear weights as [in][out]."""
    return {n: torch.tensor(np.array(a, np.float32), requires_grad=n not in frozen)
            for n, a in m.w.items() if not n.endswith("position_ids")}


class Batch:
    """Rows of ids, one after the other."""

    def __init__(self, rows):
        lengths = [len(r) for r in rows]
        self.n, self.t = len(rows), max(lengths)
        self.ids = torch.tensor([i for r in rows for i in r])
        self.row = torch.repeat_interleave(torch.arange(self.n), torch.tensor(lengths))
        self.at = torch.cat([torch.arange(n) for n in lengths])
        self.slot = self.row * self.t + self.at
        self.lengths = torch.tensor(lengths, dtype=torch.float32)[:, None]
        hidden = torch.arange(self.t)[None] >= self.lengths
        self.bias = torch.zeros(self.n, 1, 1, self.t).masked_fill(hidden[:, None, None], float("-inf"))

    def mean(self, x):
        return torch.zeros(self.n, x.shape[1]).index_add(0, self.row, x) / self.lengths


def states(w, b, layers, heads=12, kind=torch.bfloat16):
    """The last layer's row for each token. kind is that of the matrix products; sums between layers stay float32."""
    def dense(x, *names):
        weight = torch.cat([w[n + ".weight"] for n in names], 1) if len(names) > 1 else w[names[0] + ".weight"]
        bias = torch.cat([w[n + ".bias"] for n in names])
        return torch.addmm(bias.to(kind), x.to(kind), weight.to(kind))

    def norm(x, name):
        return functional.layer_norm(x, x.shape[-1:], w[name + ".weight"], w[name + ".bias"], EPSILON)

    bias = b.bias.to(kind)
    x = w[FROZEN[0]][b.ids] + w[FROZEN[1]][b.at] + w[FROZEN[2]][0]
    x = norm(x, "embeddings.LayerNorm")
    width = x.shape[1]
    for i in range(layers):
        name = "encoder.layer.%d." % i
        y = dense(x, *(name + "attention.self." + part for part in ("query", "key", "value")))
        y = y.new_zeros(b.n * b.t, 3 * width).index_copy(0, b.slot, y)
        q, k, v = y.view(b.n, b.t, 3, heads, width // heads).permute(2, 0, 3, 1, 4)
        y = torch.softmax(q @ k.transpose(2, 3) * (width // heads) ** -0.5 + bias, -1) @ v
        y = y.transpose(1, 2).reshape(b.n * b.t, width).index_select(0, b.slot)
        x = norm(x + dense(y, name + "attention.output.dense"), name + "attention.output.LayerNorm")
        y = functional.gelu(dense(x, name + "intermediate.dense"))
        x = norm(x + dense(y, name + "output.dense"), name + "output.LayerNorm")
    return x


def unit(w, b, layers=12, **more):
    return functional.normalize(b.mean(states(w, b, layers, **more)))


@torch.no_grad()
def embed(w, rows, layers=12, size=8192, **more):
    """Unit vectors of rows of ids, batched by length."""
    out, order = torch.zeros(len(rows), w[FROZEN[0]].shape[1]), sorted(range(len(rows)), key=lambda i: len(rows[i]))
    while order:
        n = max(1, size // len(rows[order[-1]]))
        part, order = order[-n:], order[:-n]
        out[part] = unit(w, Batch([rows[i] for i in part]), layers, **more)
    return out


def ids(tokenizer, texts, most):
    tokenizer.enable_truncation(most)
    return [e.ids for e in tokenizer.encode_batch(texts)]


def optimiser(w, rate, steps, decay=0.01):
    """AdamW with a tenth of warm-up and a cosine down to a twentieth. No decay of biases and norms."""
    trained = [(n, p) for n, p in w.items() if p.requires_grad]
    big, small = ([p for n, p in trained if (p.dim() > 1) == k] for k in (True, False))
    opt = torch.optim.AdamW([{"params": big, "weight_decay": decay}, {"params": small, "weight_decay": 0.0}], lr=rate, fused=True)
    warm = max(5, steps // 10)
    curve = lambda n: (n + 1) / warm if n < warm else 0.05 + 0.95 * 0.5 * (1 + np.cos(np.pi * (n - warm) / max(1, steps - warm)))
    return opt, torch.optim.lr_scheduler.LambdaLR(opt, curve), [p for _, p in trained]


def descend(loss, trained, opt, curve):
    """One step of training, by the mean of all processes' gradients."""
    loss.backward()
    averaged(trained)
    torch.nn.utils.clip_grad_norm_(trained, 1.0)
    opt.step()
    curve.step()
    opt.zero_grad()


def together(n, work, *args):
    """Runs work(*args) in n processes of one thread each. On cores that others use too, threads that wait for each
    other after every product are slow; these wait once a step, in averaged."""
    if n == 1:
        return work(*args)
    with tempfile.TemporaryDirectory() as d:
        torch.multiprocessing.spawn(member, (n, d, work, args), nprocs=n)


def member(rank, n, d, work, args):
    torch.set_num_threads(1)
    distributed.init_process_group("gloo", init_method="file://%s/meeting" % d, rank=rank, world_size=n)
    work(*args)
    distributed.destroy_process_group()


def part(steps):
    """This process's steps, as many as each other's, and whether it is the one that reports."""
    if not distributed.is_initialized():
        return steps, True
    rank, n = distributed.get_rank(), distributed.get_world_size()
    return steps[rank: len(steps) // n * n: n], rank == 0


def averaged(trained):
    """Makes the gradients the mean of all processes'."""
    if distributed.is_initialized():
        flat = torch.cat([p.grad.flatten() for p in trained])
        distributed.all_reduce(flat)
        flat /= distributed.get_world_size()
        for p, g in zip(trained, flat.split([p.numel() for p in trained])):
            p.grad.copy_(g.view_as(p))


def store(source, w, out):
    """Writes a folder that model.read reads: the source's graph with the weights w, and its tokenizer."""
    import reference
    graph = onnx.load_from_string(reference.onnx_bytes(source))
    place = {n: n for n in w}
    for node in graph.graph.node:
        if node.op_type == "MatMul":
            place[node.input[1]] = node.name.strip("/").removesuffix("/MatMul").replace("/", ".") + ".weight"
    for i in graph.graph.initializer:
        if place.get(i.name) in w:
            i.CopyFrom(numpy_helper.from_array(w[place[i.name]].detach().numpy().astype(np.float32), i.name))
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(graph, str(out / "model.onnx"))
    (out / "tokenizer.json").write_text(json.dumps(model.read(source).tokenizer), encoding="utf-8")


def mixed(base, new, part):
    """part of the new weights and the rest of the base's."""
    return {n: torch.lerp(base[n].detach(), new[n].detach(), part) for n in base}
