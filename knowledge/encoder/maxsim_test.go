package encoder

import (
	"math"
	"slices"
	"testing"

	"careeradvisor/knowledge/encoder/kernel"
)

// tokenVectors are those of a text's tokens, without its prefix.
func tokenVectors(e *Encoder, prefix, text string) [][]float32 {
	w, width := new(workspace), e.model.width
	e.fill(w, prefix, []string{text})
	e.forward(w)
	var all [][]float32
	for i := range w.ids {
		if i == 0 || i > prefixTokens {
			all = append(all, w.x[i*width:(i+1)*width])
		}
	}
	return all
}

func TestMaxSim(t *testing.T) {
	const question = "who says yes to a longer time away?"
	all := texts(readGolden(t, "testdata/golden-tiny.jsonl"))
	for _, k := range kernel.All() {
		t.Run(k.Name, func(t *testing.T) {
			e := tiny(t, k)
			asked := tokenVectors(e, queryPrefix, question)
			asked = asked[:len(asked)-1]
			got := e.MaxSim(question, all)
			for i, text := range all {
				want := 0.0
				for _, q := range asked {
					best := -1.0
					for _, d := range tokenVectors(e, passagePrefix, text) {
						best = max(best, cosine(q, d))
					}
					want += best / float64(len(asked))
				}
				if math.Abs(float64(got[i])-want) > 1e-4 {
					t.Errorf("%.40q: %.5f, want %.5f", text, got[i], want)
				}
				if alone := e.MaxSim(question, []string{text}); alone[0] != got[i] {
					t.Errorf("%.40q: %v alone, %v in company", text, alone[0], got[i])
				}
			}
		})
	}
}

func TestMaxSimOfNothing(t *testing.T) {
	e := tiny(t, kernel.Best())
	if got := e.MaxSim("what?", nil); len(got) != 0 {
		t.Errorf("no texts are like it by %v", got)
	}
	for _, question := range []string{"", "?", string(make([]byte, 5000))} {
		got := e.MaxSim(question, []string{"", "salary"})
		if len(got) != 2 || slices.ContainsFunc(got, func(x float32) bool { return !(x >= -1 && x <= 1.0001) }) {
			t.Errorf("%.10q: likeness %v", question, got)
		}
	}
}

// TestMaxSimFindsWords checks what MaxSim is for: a text with the question's words is nearer than
// others.
func TestMaxSimFindsWords(t *testing.T) {
	e := full(t, kernel.Best())
	got := e.MaxSim("how long is the notice period?", []string{
		"Lunch is served at noon.",
		"Either side may end the contract with four weeks of warning, in writing.",
		"Senior engineers review designs.",
	})
	if got[1] <= got[0] || got[1] <= got[2] {
		t.Errorf("likeness %v, the second should be the nearest", got)
	}
}
