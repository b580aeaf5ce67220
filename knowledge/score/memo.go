package score

import (
	"sync"

	"careeradvisor/knowledge/answer"
)

// Memo is a reader that remembers what it has read: fitting asks the same questions again
// and again, and reading is nearly all that an answer takes.
type Memo struct {
	reader answer.Reader

	mu     sync.Mutex
	asked  map[string][]float32  // vectors of questions
	judged map[[2]string]float32 // logits of questions with passages
}

// NewMemo remembers what r reads.
func NewMemo(r answer.Reader) *Memo {
	return &Memo{reader: r, asked: map[string][]float32{}, judged: map[[2]string]float32{}}
}

// Query returns the vector of a question; it must not be changed.
func (m *Memo) Query(text string) []float32 {
	m.mu.Lock()
	defer m.mu.Unlock()
	v, ok := m.asked[text]
	if !ok {
		v = m.reader.Query(text)
		m.asked[text] = v
	}
	return v
}

// MaxSim returns the likeness of passages token by token.
func (m *Memo) MaxSim(question string, passages []string) []float32 {
	m.mu.Lock()
	defer m.mu.Unlock()
	var lacking []string
	for _, p := range passages {
		if _, ok := m.judged[[2]string{question, p}]; !ok {
			lacking = append(lacking, p)
		}
	}
	if len(lacking) > 0 {
		cosines := m.reader.MaxSim(question, lacking)
		for i, p := range lacking {
			m.judged[[2]string{question, p}] = cosines[i]
		}
	}
	all := make([]float32, len(passages))
	for i, p := range passages {
		all[i] = m.judged[[2]string{question, p}]
	}
	return all
}
