package score

import (
	"math"
	"slices"

	"careeradvisor/knowledge/weights"
)

// choice is a set of candidates of which some are right.
type choice struct {
	group    int         // of collections that share documents
	features [][]float64 // of each candidate
	right    []float64   // its share of being right, summing to 1
}

// fitChoices fits weights that choose the right candidates: a softmax regression (a conditional
// logit). A feature that no candidate has keeps its weight in w.
func fitChoices(cs []choice, w []float64) {
	if len(cs) == 0 {
		return
	}
	count := evenly(len(cs), func(i int) int { return cs[i].group })
	fit := newton(func(w, g []float64, h [][]float64) (loss float64) {
		for i, c := range cs {
			loss += c.add(count[i], w, g, h)
		}
		return loss
	}, slices.Repeat([]float64{rankPrior}, len(w)))
	seen := make([]bool, len(w))
	for _, c := range cs {
		for _, f := range c.features {
			mark(seen, f)
		}
	}
	take(w, fit, seen)
}

// add adds a choice's loss, count times.
func (c choice) add(count float64, w, g []float64, h [][]float64) (loss float64) {
	p, top := make([]float64, len(c.features)), math.Inf(-1)
	for i, f := range c.features {
		p[i] = weights.Dot(w, f)
		top = max(top, p[i])
	}
	sum, mean := 0., make([]float64, len(w))
	for i := range p {
		loss -= c.right[i] * (p[i] - top)
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i, f := range c.features {
		p[i] /= sum
		addScaled(mean, p[i], f)
		addScaled(g, count*(p[i]-c.right[i]), f)
		addOuter(h, count*p[i], f)
	}
	addOuter(h, -count, mean)
	return count * (loss + math.Log(sum))
}

// trial is something that turned out right or wrong, with what was known beforehand. The first of
// its signals is 1.
type trial struct {
	group   int
	signals []float64
	right   bool
}

// fitTrials fits weights that give the probability that a trial is right: a logistic regression. A
// signal that no trial has keeps its weight in w; all do if the trials are all right or all wrong.
func fitTrials(ts []trial, w []float64) {
	right := 0
	for _, t := range ts {
		if t.right {
			right++
		}
	}
	if right == 0 || right == len(ts) {
		return
	}
	prior := slices.Repeat([]float64{trialPrior}, len(w))
	prior[0] = 0 // how often trials are right is not a signal's weight
	count := evenly(len(ts), func(i int) int { return ts[i].group })
	fit := newton(func(w, g []float64, h [][]float64) (loss float64) {
		for i, t := range ts {
			x, y := weights.Dot(w, t.signals), 0.
			if t.right {
				y = 1
			}
			p := 1 / (1 + math.Exp(-x))
			loss += count[i] * (max(x, 0) + math.Log1p(math.Exp(-math.Abs(x))) - y*x)
			addScaled(g, count[i]*(p-y), t.signals)
			addOuter(h, count[i]*p*(1-p), t.signals)
		}
		return loss
	}, prior)
	seen := make([]bool, len(w))
	for _, t := range ts {
		mark(seen, t.signals)
	}
	take(w, fit, seen)
}

// The priors of weights, relative to the mean loss of one example.
const (
	rankPrior  = 0.02
	trialPrior = 0.002
)

// evenly returns how much each of n examples counts, summing to 1, if every group counts alike
// whatever its size.
func evenly(n int, group func(i int) int) []float64 {
	size := map[int]int{}
	for i := range n {
		size[group(i)]++
	}
	count := make([]float64, n)
	for i := range n {
		count[i] = 1 / float64(len(size)*size[group(i)])
	}
	return count
}

// mark notes which features an example has.
func mark(seen []bool, x []float64) {
	for i, v := range x {
		seen[i] = seen[i] || v != 0
	}
}

// take takes over the fitted weights of the features that were seen.
func take(w, fit []float64, seen []bool) {
	for i := range w {
		if seen[i] {
			w[i] = fit[i]
		}
	}
}
