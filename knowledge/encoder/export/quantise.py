"""float32 weights to int8, such that four VPMADDUBSW results add up in int16."""
import numpy as np

# Activations have 7 bits on AVX2. Two of 16 consecutive inputs in each of four results meet in one
# 16-bit lane: eight products. 127 × 258 = 32,766 is the most that such a lane holds.
MOST = 258
FACTORS = (0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6)  # a larger scale rounds more and breaks the rule less


def rows(w):
    """int8 and one scale a row."""
    scale = np.maximum(np.abs(w).max(1), 1e-12) / 127
    return np.rint(w / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def linear(w):
    """w: [in][out] -> int8 of the same shape and a scale an output, the one with the least squared error."""
    w = w.astype(np.float32).T
    full = np.maximum(np.abs(w).max(1), 1e-12) / 127
    best, scale, least = None, full.copy(), np.full(len(w), np.inf)
    for f in FACTORS:
        s = full * f
        q = lanes(np.clip(w / s[:, None], -127, 127))
        err = ((q * s[:, None] - w) ** 2).sum(1)
        better = err < least
        best = q if best is None else np.where(better[:, None], q, best)
        scale, least = np.where(better, s, scale), np.where(better, err, least)
    check(best)
    return best.astype(np.int8).T, scale.astype(np.float32), float(np.sqrt(least.sum() / (w ** 2).sum()))


def grouped(w):
    """[out][in] -> [groups][8], the weights that share a lane; and the way back."""
    out, n = w.shape
    assert n % 16 == 0
    g = w.reshape(out, n // 16, 4, 2, 2).transpose(0, 1, 3, 2, 4)
    return g.reshape(-1, 8), lambda x: x.reshape(out, n // 16, 2, 4, 2).transpose(0, 1, 3, 2, 4).reshape(out, n)


def lanes(w):
    """Rounds w so that in each lane the positive weights add up to at most MOST, and so the negative."""
    g, back = grouped(w)
    q = np.rint(g)
    for sign in (1, -1):
        over = np.flatnonzero(np.maximum(sign * q, 0).sum(1) > MOST)
        if len(over):
            part = np.maximum(sign * g[over], 0)
            q[over] = np.where(part > 0, sign * shrink(part), q[over])
    return back(q)


def shrink(part):
    """The nearest whole numbers that are not negative and add up to at most MOST in each row."""
    order = -np.sort(-part, 1)
    excess = (np.cumsum(order, 1) - MOST) / np.arange(1, 9)
    n = (order > excess).sum(1)
    part = np.maximum(part - np.maximum(excess[np.arange(len(part)), n - 1], 0)[:, None], 0)
    whole = np.floor(part)
    left = (MOST - whole.sum(1)).astype(int)
    rank = np.argsort(np.argsort(-(part - whole), 1), 1)
    return np.minimum(whole + ((rank < left[:, None]) & (part - whole >= 0.5)), 127)


def check(q):
    g, _ = grouped(q)
    assert np.abs(q).max() <= 127 and np.maximum(g, 0).sum(1).max() <= MOST and np.minimum(g, 0).sum(1).min() >= -MOST


def panels(q):
    """[in][out] int8 -> [out/16][in/4][16][4]."""
    n_in, out = q.shape
    assert n_in % 16 == 0 and out % 16 == 0
    return q.reshape(n_in // 4, 4, out // 16, 16).transpose(2, 0, 3, 1)
