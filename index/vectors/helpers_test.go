package vectors

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"careeradvisor/knowledge"
)

const width = 32

// stub makes a vector of what a text hashes to, and counts.
type stub struct {
	kernel, weights string
	before          func(texts []string) // called before texts are encoded; nil for nothing

	mu   sync.Mutex
	made map[string]int // how often each text was encoded
}

func (m *stub) Kernel() string   { return m.kernel }
func (m *stub) Checksum() string { return strings.Repeat(m.weights, 32) }
func (m *stub) Width() int       { return width }

func (m *stub) Passages(texts []string) (vectors [][]float32) {
	if m.before != nil {
		m.before(texts)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.made == nil {
		m.made = map[string]int{}
	}
	for _, t := range texts {
		m.made[t]++
		vectors = append(vectors, vectorOf(t))
	}
	return vectors
}

func vectorOf(text string) []float32 {
	h := fnv.New64()
	h.Write([]byte(text))
	r := rand.New(rand.NewPCG(h.Sum64(), 1))
	v := make([]float32, width)
	for i := range v {
		v[i] = float32(r.NormFloat64())
	}
	return v
}

// calls counts the texts that were encoded, the same one as often as that was done.
func (m *stub) calls() (n int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, times := range m.made {
		n += times
	}
	return n
}

func newStub() *stub { return &stub{kernel: "stub", weights: "ab"} }

// passagesOf are passages of a section "Pay" with these texts.
func passagesOf(texts ...string) (all []*knowledge.Passage) {
	for _, t := range texts {
		all = append(all, &knowledge.Passage{Section: []string{"Handbook", "Pay"}, Kind: knowledge.Paragraph, Text: t})
	}
	return all
}

// numbered are n passages of two sentences, from a number on.
func numbered(from, n int) []*knowledge.Passage {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf("It is number %d. After it comes %d.", from+i, from+i+1))
	}
	return passagesOf(all...)
}

func fill(t *testing.T, s *Space, m Maker) {
	t.Helper()
	if err := s.Make(t.Context(), m, nil); err != nil {
		t.Fatal(err)
	}
}

// wantAll fails unless every text has its vector and is found by it.
func wantAll(t *testing.T, s *Space) {
	t.Helper()
	texts := textsOf(s.passages)
	if have, wanted := s.Count(); have != len(texts.keys) || wanted != have {
		t.Errorf("%d of %d texts have a vector, want all %d", have, wanted, len(texts.keys))
	}
	for n, at := range texts.places {
		hits, err := s.Nearest(vectorOf(texts.read(n)), 1)
		if err != nil || len(hits) != 1 || hits[0].Cosine < 0.99 {
			t.Errorf("%q: the nearest are %v (%v)", texts.read(n), hits, err)
			continue
		}
		found := s.passages[hits[0].Passage].Text[hits[0].Start:hits[0].End]
		if want := s.passages[at.Passage].Text[at.Start:at.End]; found != want {
			t.Errorf("nearest to %q is %q", want, found)
		}
	}
}
