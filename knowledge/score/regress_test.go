package score

import (
	"math"
	"math/rand/v2"
	"testing"

	"careeradvisor/knowledge/weights"
)

// TestSolve solves equations whose solution is known.
func TestSolve(t *testing.T) {
	x := solve([][]float64{{4, 2, 1}, {2, 5, 3}, {1, 3, 6}}, []float64{11, 21, 25})
	for i, want := range []float64{1, 2, 3} {
		if !near(x[i], want) {
			t.Errorf("%v", x)
		}
	}
}

// TestChoicesAreFitted recovers the weights by which choices were made.
func TestChoicesAreFitted(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	truth := []float64{1.2, -0.8, 0, 0}
	var cs []choice
	for range 4000 {
		c := choice{right: make([]float64, 6)}
		var p []float64
		sum := 0.
		for range c.right {
			f := []float64{rnd.NormFloat64(), rnd.NormFloat64(), rnd.NormFloat64(), 0}
			c.features = append(c.features, f)
			p = append(p, math.Exp(weights.Dot(truth, f)))
			sum += p[len(p)-1]
		}
		c.right[drawn(rnd, p, sum)] = 1
		cs = append(cs, c)
	}
	w := []float64{9, 9, 9, 9}
	fitChoices(cs, w)
	for i, want := range []float64{1.2, -0.8, 0, 9} { // a feature that none has is left as it was
		if math.Abs(w[i]-want) > 0.1 {
			t.Errorf("%.2f, want about %v and then 9", w, truth[:3])
		}
	}
	fitChoices(nil, w)
}

// drawn draws one of several by chance.
func drawn(rnd *rand.Rand, p []float64, sum float64) int {
	at := rnd.Float64() * sum
	for i, v := range p {
		if at -= v; at < 0 {
			return i
		}
	}
	return len(p) - 1
}

// TestTrialsAreFitted recovers the weights by which trials were right.
func TestTrialsAreFitted(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	truth := []float64{-1, 2, 0, 0}
	var ts []trial
	for range 8000 {
		s := []float64{1, rnd.NormFloat64(), rnd.NormFloat64(), 0}
		ts = append(ts, trial{signals: s, right: rnd.Float64() < weights.Logistic(weights.Dot(truth, s))})
	}
	w := []float64{9, 9, 9, 9}
	fitTrials(ts, w)
	for i, want := range []float64{-1, 2, 0, 9} {
		if math.Abs(w[i]-want) > 0.1 {
			t.Errorf("%.2f, want about %v and then 9", w, truth[:3])
		}
	}
}

// TestTrialsWithNothingToTell keep the weights.
func TestTrialsWithNothingToTell(t *testing.T) {
	for _, ts := range [][]trial{nil, {{signals: []float64{1, 2}, right: true}}, {{signals: []float64{1, 2}}}} {
		w := []float64{3, 4}
		fitTrials(ts, w)
		if w[0] != 3 || w[1] != 4 {
			t.Errorf("%v of %v", w, ts)
		}
	}
}

// TestGroupsCountAlike has a large group that is always right, and a small one that never is.
func TestGroupsCountAlike(t *testing.T) {
	var ts []trial
	for i := range 110 {
		ts = append(ts, trial{group: min(i/100, 1), signals: []float64{1}, right: i < 100})
	}
	w := []float64{5}
	fitTrials(ts, w)
	if math.Abs(w[0]) > 1e-4 {
		t.Errorf("%v: the large group counts more", w)
	}
}

// TestSeparableTrials: fitting them comes to an end.
func TestSeparableTrials(t *testing.T) {
	w := make([]float64, 2)
	fitTrials([]trial{{0, []float64{1, 5}, true}, {0, []float64{1, -5}, false}}, w)
	if !(w[1] > 0) || math.IsInf(w[1], 0) {
		t.Errorf("%v", w)
	}
}
