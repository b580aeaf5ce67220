package score

import (
	"math"

	"careeradvisor/knowledge/weights"
)

// objective is a convex function of weights. It returns its value, and adds its gradient
// and its Hessian to g and h.
type objective func(w, g []float64, h [][]float64) float64

// How far the search for a minimum goes: for a number of steps, or until one promises less than a
// limit.
const (
	newtonSteps = 100
	newtonEnd   = 1e-10
)

// newton finds the weights that minimise an objective plus a prior for each weight (the cost of
// half its square), by Newton's method, halving each step until it helps.
func newton(f objective, prior []float64) []float64 {
	n := len(prior)
	w, g := make([]float64, n), make([]float64, n)
	h := make([][]float64, n)
	for i := range h {
		h[i] = make([]float64, n)
	}
	at := func(w []float64) float64 {
		clear(g)
		for i := range h {
			clear(h[i])
		}
		value := f(w, g, h)
		for i, p := range prior {
			value += p * w[i] * w[i] / 2
			g[i] += p * w[i]
			h[i][i] += p
		}
		return value
	}
	value := at(w)
	for range newtonSteps {
		step := solve(h, g)
		gain := weights.Dot(g, step)
		if !(gain > newtonEnd) {
			break
		}
		next := make([]float64, n)
		for size := 1.; size > 1e-6; size /= 2 {
			for i := range next {
				next[i] = w[i] - size*step[i]
			}
			if v := at(next); v <= value-size*gain/4 {
				w, value = next, v
				break
			}
		}
		if &w[0] != &next[0] {
			break
		}
	}
	return w
}

// solve solves ax = b by Cholesky decomposition, overwriting a, which is symmetric and, apart from
// rounding, positive definite.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	x := append([]float64(nil), b...)
	for j := range n {
		for i := j; i < n; i++ {
			sum := a[i][j] - weights.Dot(a[i][:j], a[j][:j])
			if i == j {
				a[j][j] = math.Sqrt(max(sum, 1e-12))
			} else {
				a[i][j] = sum / a[j][j]
			}
		}
		x[j] = (x[j] - weights.Dot(a[j][:j], x[:j])) / a[j][j]
	}
	for j := n - 1; j >= 0; j-- {
		for i := j + 1; i < n; i++ {
			x[j] -= a[i][j] * x[i]
		}
		x[j] /= a[j][j]
	}
	return x
}

// addOuter adds s times the outer product of x to h.
func addOuter(h [][]float64, s float64, x []float64) {
	for i, a := range x {
		if a == 0 {
			continue
		}
		for j, b := range x {
			h[i][j] += s * a * b
		}
	}
}

// addScaled adds s times x to g.
func addScaled(g []float64, s float64, x []float64) {
	for i, a := range x {
		g[i] += s * a
	}
}
