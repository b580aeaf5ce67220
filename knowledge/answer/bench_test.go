package answer_test

import (
	"slices"
	"testing"
	"time"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/score"
)

// BenchmarkAnswer answers the questions of the set one after another and reports
// the median and the 99th percentile of one answer.
func BenchmarkAnswer(b *testing.B) {
	lib := open(b, "guides")
	qs, err := score.Read("../score/testdata/questions/questions.jsonl")
	if err != nil {
		b.Fatal(err)
	}
	took := make([]time.Duration, 0, b.N)
	for i := 0; b.Loop(); i++ {
		q := qs[i%len(qs)]
		start := time.Now()
		if _, err := lib.engine.Answer(b.Context(), knowledge.Question{Text: q.Q, Earlier: q.Context}); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}

// BenchmarkNew makes an engine on the built-in guides.
func BenchmarkNew(b *testing.B) {
	lib := open(b, "guides")
	for b.Loop() {
		if _, err := build(lib.docs); err != nil {
			b.Fatal(err)
		}
	}
}
