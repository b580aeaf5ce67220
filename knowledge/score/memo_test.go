package score_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge/score"
)

// slow is a reader that notes what it reads.
type slow struct{ read []string }

func (s *slow) Query(text string) []float32 {
	s.read = append(s.read, text)
	return []float32{float32(len(text))}
}

func (s *slow) Judge(string, string) float64 { return 0 }

func (s *slow) MaxSim(question string, passages []string) (all []float32) {
	s.read = append(s.read, question+": "+strings.Join(passages, ", "))
	for _, p := range passages {
		all = append(all, float32(10*len(question)+len(p)))
	}
	return all
}

// TestMemo reads nothing twice.
func TestMemo(t *testing.T) {
	reader := &slow{}
	m := score.NewMemo(reader)
	for range 2 {
		if v := m.Query("pay"); v[0] != 3 {
			t.Errorf("%v", v)
		}
		m.Query("hats")
		if diff := cmp.Diff([]float32{31, 32}, m.MaxSim("pay", []string{"a", "bb"})); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([]float32{33, 31}, m.MaxSim("pay", []string{"ccc", "a"})); diff != "" {
			t.Error(diff)
		}
		m.MaxSim("hat", []string{"a"})
	}
	if diff := cmp.Diff([]string{"pay", "hats", "pay: a, bb", "pay: ccc", "hat: a"}, reader.read); diff != "" {
		t.Error(diff)
	}
}
