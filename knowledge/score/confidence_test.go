package score

import (
	"math"
	"testing"
)

func right(c Confidence) bool { return c.Right }

func sure(right bool, at ...float64) (all []Confidence) {
	for _, s := range at {
		all = append(all, Confidence{Sure: s, Right: right})
	}
	return all
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestAUC(t *testing.T) {
	for name, c := range map[string]struct {
		all  []Confidence
		want float64
	}{
		"all in order":       {append(sure(true, 0.9, 0.8), sure(false, 0.2, 0.1)...), 1},
		"all the wrong way":  {append(sure(false, 0.9, 0.8), sure(true, 0.2)...), 0},
		"three of four":      {append(sure(true, 0.9, 0.3), sure(false, 0.5, 0.1)...), 0.75},
		"all the same":       {append(sure(true, 0.5, 0.5), sure(false, 0.5)...), 0.5},
		"one tie, one right": {append(sure(false, 0.5, 0.1), sure(true, 0.5)...), 0.75},
		"only right ones":    {sure(true, 0.5), math.NaN()},
		"nothing":            {nil, math.NaN()},
	} {
		if got := AUC(c.all, right); !near(got, c.want) && !(math.IsNaN(got) && math.IsNaN(c.want)) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestCalibrate(t *testing.T) {
	all := append(sure(true, 0.92, 0.94, 1), sure(false, 0.94, 0.15)...)
	tenths, err := Calibrate(all)
	if got := tenths[9]; got.Count != 4 || !near(got.Sure, 0.95) || !near(got.Right, 0.75) {
		t.Errorf("the last tenth is %+v", got)
	}
	if got := tenths[1]; got.Count != 1 || !near(got.Sure, 0.15) || got.Right != 0 {
		t.Errorf("the second tenth is %+v", got)
	}
	if want := 0.8*0.2 + 0.2*0.15; !near(err, want) {
		t.Errorf("the error is %v, want %v", err, want)
	}
	if tenths, err := Calibrate(nil); tenths != [10]Tenth{} || !math.IsNaN(err) {
		t.Errorf("of nothing: %v, %v", tenths, err)
	}
}

func TestRisk(t *testing.T) {
	all := append(sure(false, 0.5, 0.1), sure(true, 0.9, 0.5)...)
	for coverage, want := range map[float64]float64{0.25: 0, 0.5: 0.25, 0.75: 1. / 3, 1: 0.5} { // of two that are equally sure, one counts as half wrong
		if got := Risk(all, coverage); !near(got, want) {
			t.Errorf("at %v: %v, want %v", coverage, got, want)
		}
	}
	if got := Risk(nil, 1); !math.IsNaN(got) {
		t.Errorf("of nothing: %v", got)
	}
}
