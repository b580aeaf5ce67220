package library

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"careeradvisor/knowledge/text"
)

// stub is an encoder for which a text means the words it has, and which counts. Its cosines are
// spread like those of the real one.
type stub struct {
	kernel string
	before func(texts []string) // called before passages are encoded; nil for nothing

	mu    sync.Mutex
	made  map[string]int // how often each passage's text was encoded
	asked map[string]int // and each question
}

// unlike is the cosine of texts that have no word in common.
const unlike = 0.555

func (e *stub) Checksum() string { return strings.Repeat("ab", 32) }
func (e *stub) Kernel() string   { return e.kernel }
func (e *stub) Width() int       { return 256 }

func (e *stub) Query(text string) []float32 {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.asked == nil {
		e.asked = map[string]int{}
	}
	e.asked[text]++
	return e.vector(text)
}

// vector has length 1: it is made up of what all texts have in common and of what its words add,
// each with its own signs in all places.
func (e *stub) vector(s string) []float32 {
	v := make([]float32, e.Width())
	for stem := range stemsOf(s) {
		h := fnv.New64()
		_, _ = h.Write([]byte(stem))
		r := rand.New(rand.NewPCG(h.Sum64(), 0))
		for i := range v[1:] {
			v[1+i] += float32(2*r.IntN(2) - 1)
		}
	}
	sum := 0.
	for _, x := range v {
		sum += float64(x * x)
	}
	for i := range v {
		v[i] *= float32(math.Sqrt((1 - unlike) / max(1, sum)))
	}
	v[0] = float32(math.Sqrt(unlike))
	return v
}

// stemsOf returns the stems of the words that carry meaning, or of all words if none does.
func stemsOf(s string) map[string]bool {
	content, all := map[string]bool{}, map[string]bool{}
	for _, w := range text.Words(s) {
		all[w.Stem] = true
		if w.IsContent() {
			content[w.Stem] = true
		}
	}
	if len(content) == 0 {
		return all
	}
	return content
}

// MaxSim is high for a passage that has all of a question's words, and low for one that has none.
func (e *stub) MaxSim(question string, passages []string) (likeness []float32) {
	asked := stemsOf(question)
	for _, p := range passages {
		has, met := stemsOf(p), 0
		for w := range asked {
			if has[w] {
				met++
			}
		}
		likeness = append(likeness, 0.55+0.35*float32(met)/float32(max(1, len(asked))))
	}
	return likeness
}

func (e *stub) Judge(string, string) float64 { return 0 }

func (e *stub) Passages(texts []string) (vectors [][]float32) {
	if e.before != nil {
		e.before(texts)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.made == nil {
		e.made = map[string]int{}
	}
	for _, t := range texts {
		e.made[t]++
		vectors = append(vectors, e.vector(t))
	}
	return vectors
}

// encoded is how many texts were encoded, counting each as often as it was encoded.
func (e *stub) encoded() (n int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, times := range e.made {
		n += times
	}
	return n
}

// wantOnce fails the test if a text was encoded twice.
func (e *stub) wantOnce(t *testing.T) {
	t.Helper()
	e.mu.Lock()
	defer e.mu.Unlock()
	for text, n := range e.made {
		if n > 1 {
			t.Errorf("%q was encoded %d times", text, n)
		}
	}
}
