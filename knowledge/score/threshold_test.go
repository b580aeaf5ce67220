package score

import (
	"math"
	"testing"
)

// TestHeardFrom expects as much silence as is needed.
func TestHeardFrom(t *testing.T) {
	at := func(sure float64, right bool, n int) (ts []trial) {
		for range n {
			ts = append(ts, trial{signals: []float64{math.Log(sure / (1 - sure))}, right: right})
		}
		return ts
	}
	w := []float64{1}
	ts := append(append(at(0.9, true, 19), at(0.9, false, 1)...), at(0.505, false, 1)...)
	if from := heardFrom(ts, w); !near(from, 0.51) {
		t.Errorf("%.2f, want 0.51: 19 of 20 are right from there", from)
	}
	if from := heardFrom(at(0.9, false, 3), w); from != 1 {
		t.Errorf("%.2f, where nothing is right", from)
	}
}
