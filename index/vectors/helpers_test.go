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

// stub makes a vector from the hash of a text, and counts.
type stub struct {
	kernel, weights string
	before          func(texts []string) // called before texts are encoded; nil for nothing

	mu   sync.Mutex
	made map[string]int // how often each text was encoded
}

func (m *stub) Kernel() string   { return m.kernel }
func (m *stub) Checksum() string { return strings.Repeat(m.weights, 32) }
func (m *stub) Width() int       { return width }

func (m *stub) Passages(texts []string) (vectors [][]float32) { return m.encode(texts) }

// Query returns a different vector from that of the text as a passage.
func (m *stub) Query(text string) []float32 { return m.encode([]string{asked(text)})[0] }

func asked(text string) string { return "query: " + text }

func (m *stub) encode(texts []string) (vectors [][]float32) {
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

// calls counts the texts that were encoded, each as often as it was encoded.
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

// numbered are n passages of two sentences each, numbered from a first number on.
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
	texts := textsOf(s.passages, s.asks)
	if have, wanted := s.Count(); have != len(texts.keys) || wanted != have {
		t.Errorf("%d of %d texts have a vector, want all %d", have, wanted, len(texts.keys))
	}
	for n, at := range texts.places {
		if texts.isAsk(n) {
			_, asks, err := s.Compare(vectorOf(asked(texts.read(n))))
			if err != nil || asks[int(at.Of)-len(s.passages)] < 0.99 {
				t.Errorf("%q as a question is like the asks %v (%v)", texts.read(n), asks, err)
			}
			continue
		}
		hits, err := nearestOf(s, vectorOf(texts.read(n)), 1)
		if err != nil || len(hits) != 1 || hits[0].Cosine < 0.99 {
			t.Errorf("%q: the nearest are %v (%v)", texts.read(n), hits, err)
			continue
		}
		if want := s.passages[at.Of].Text[at.Start:at.End]; hits[0].Text != want {
			t.Errorf("nearest to %q is %q", want, hits[0].Text)
		}
	}
}

// nearestOf are the nearest passages.
func nearestOf(s *Space, query []float32, k int) ([]knowledge.Near, error) {
	likeness, _, err := s.Compare(query)
	if likeness == nil || err != nil {
		return nil, err
	}
	c := knowledge.Comparison{Passages: s.passages, Likeness: likeness}
	return c.Nearest(k, nil), nil
}
