package score

import (
	"math"
	"testing"

	"careeradvisor/knowledge/answer"
)

// sureness is an observation of an answer that is so sure.
func sureness(sure float64, right bool, q Question) observation {
	return observation{question: q, composed: true, right: right, sample: answer.Sample{Signals: []float64{math.Log(sure / (1 - sure))}}}
}

// TestAnswerFrom puts the threshold where answering begins to pay.
func TestAnswerFrom(t *testing.T) {
	answerable, not := Question{Expect: "answer"}, Question{Expect: "refuse"}
	w := []float64{1}
	var asked []observation
	for range 10 {
		asked = append(asked,
			sureness(0.8, true, answerable),
			sureness(0.6, true, answerable), sureness(0.6, false, answerable), // one right pays for one wrong
			sureness(0.3, false, not), sureness(0.3, true, answerable), // a refusal is as good as an answer, and costs nothing
			observation{question: answerable})
	}
	if at := answerFrom(asked, w); at <= 0.3 || at > 0.6 {
		t.Errorf("%.2f, want 0.3 to 0.6", at)
	}
	for i := range asked { // now the answers at 0.6 are wrong
		asked[i].right = asked[i].right && asked[i].sure(w) > 0.7
	}
	if at := answerFrom(asked, w); at <= 0.6 || at > 0.8 {
		t.Errorf("%.2f, want 0.6 to 0.8", at)
	}
	accepted := []observation{sureness(0.5, true, Question{Expect: "answer", Accept: []string{"refuse"}}), sureness(0.4, false, answerable)}
	if at := answerFrom(accepted, w); at <= 0.4 {
		t.Errorf("%.2f, where a refusal is accepted", at)
	}
}

// TestHeardFrom is as silent as it has to be.
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
