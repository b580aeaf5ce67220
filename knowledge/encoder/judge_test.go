package encoder

import (
	"math"
	"testing"

	"careeradvisor/knowledge/encoder/kernel"
	"careeradvisor/knowledge/race"
)

// TestGoldenJudge compares logits with those of float32 arithmetic, on questions and passages that
// the judge was trained on; export/golden.py writes them.
func TestGoldenJudge(t *testing.T) {
	all := readLines[struct {
		Question, Passage string
		Logit             float64
	}](t, "testdata/golden-judge.jsonl")
	kernels := kernel.All()
	for _, k := range kernels {
		t.Run(k.Name, func(t *testing.T) {
			e := mustOpen(t, embedded, k)
			if err := e.openJudge(embeddedJudge); err != nil {
				t.Fatal(err)
			}
			some := all
			if race.Enabled {
				some = all[:2]
			} else if k.Name == kernels[len(kernels)-1].Name {
				some = all[:4] // it takes seconds over what the others do in tenths of a second
			}
			sum, worst := 0., 0.
			for _, j := range some {
				d := math.Abs(e.Judge(j.Question, j.Passage) - j.Logit)
				sum, worst = sum+d, max(worst, d)
				if d > 0.8 {
					t.Errorf("%q with %q: off by %.2f from %.2f", j.Question, j.Passage, d, j.Logit)
				}
			}
			if sum /= float64(len(some)); sum > 0.2 {
				t.Errorf("off by %.3f in the mean", sum)
			}
			t.Logf("off by %.3f in the mean, %.2f at most", sum, worst)
		})
	}
}

// TestJudgeReadsLongTexts judges texts that are longer than what the judge was trained on.
func TestJudgeReadsLongTexts(t *testing.T) {
	e, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	long := make([]byte, 0, 20000)
	for len(long) < 20000 {
		long = append(long, "a pilot guides ships "...)
	}
	for _, both := range [][2]string{{string(long), "Pilots guide ships."}, {"Who guides ships?", string(long)}, {"", ""}} {
		if logit := e.Judge(both[0], both[1]); math.IsNaN(logit) || math.IsInf(logit, 0) {
			t.Errorf("%.20q with %.20q: %v", both[0], both[1], logit)
		}
	}
}

// TestJudgeOfOtherWords expects an error for a judge over the words of another model, and no opinion
// without a judge.
func TestJudgeOfOtherWords(t *testing.T) {
	e := tiny(t, kernel.Best())
	if err := e.openJudge(embeddedJudge); err == nil {
		t.Error("the judge goes with other words")
	}
	if logit := e.Judge("Who guides ships?", "Pilots guide ships."); logit != 0 {
		t.Errorf("%v without a judge", logit)
	}
}
