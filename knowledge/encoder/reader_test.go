package encoder

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"careeradvisor/knowledge/encoder/kernel"
)

// TestReader: a reader returns what its encoder returns, whatever it has kept, and keeps no more
// than it may.
func TestReader(t *testing.T) {
	const question = "who says yes to a longer time away?"
	all := texts(readGolden(t, "testdata/golden-tiny.jsonl"))
	e := tiny(t, kernel.Best())
	vector, likeness := e.Query(question), e.MaxSim(question, all)
	for _, most := range []int{0, 40 * e.Width(), Kept} {
		r := NewReader(e, most)
		var work sync.WaitGroup
		for range 4 {
			work.Go(func() {
				for range 3 {
					if got := r.Query(question); !slices.Equal(got, vector) {
						t.Errorf("with %d: the question is %v, want %v", most, got[:4], vector[:4])
					}
					if got := r.MaxSim(question, all); !slices.Equal(got, likeness) {
						t.Errorf("with %d: likeness %v, want %v", most, got, likeness)
					}
				}
			})
		}
		work.Wait()
		held := 0
		for i := r.recent.Front(); i != nil; i = i.Next() {
			held += len(i.Value.(*reading).tokens)
		}
		if held != r.held || held > most || len(r.of) != r.recent.Len() {
			t.Errorf("of at most %d numbers it keeps %d, and says %d", most, held, r.held)
		}
	}
}

// TestReaderKeepsTheLatest and lets go of whatever was asked for the longest ago.
func TestReaderKeepsTheLatest(t *testing.T) {
	e := tiny(t, kernel.Best())
	r := NewReader(e, 30*e.Width())
	r.MaxSim("pay?", []string{"first"})
	for i := range 20 {
		r.MaxSim("pay?", []string{fmt.Sprint("passage ", i)})
	}
	for text, want := range map[string]bool{queryPrefix + "pay?": true, passagePrefix + "passage 19": true, passagePrefix + "first": false} {
		if got := r.kept(text) != nil; got != want {
			t.Errorf("%q is kept: %v", text, got)
		}
	}
}
