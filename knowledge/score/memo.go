package score

import (
	"sync"

	"careeradvisor/knowledge/evidence"
)

// Memo is a reader that remembers what it has read. Fitting asks the same questions
// over and over, and reading is nearly all the work of an answer.
type Memo struct {
	reader evidence.Encoder

	mu     sync.Mutex
	asked  map[string][]float32  // vectors of questions
	alike  map[[2]string]float32 // how similar questions are to passages, token by token
	judged map[[2]string]float64 // whether passages answer questions, as logits
}

// NewMemo remembers what r reads.
func NewMemo(r evidence.Encoder) *Memo {
	return &Memo{reader: r, asked: map[string][]float32{}, alike: map[[2]string]float32{}, judged: map[[2]string]float64{}}
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

// MaxSim returns how similar passages are to a question, token by token.
func (m *Memo) MaxSim(question string, passages []string) []float32 {
	m.mu.Lock()
	defer m.mu.Unlock()
	var lacking []string
	for _, p := range passages {
		if _, ok := m.alike[[2]string{question, p}]; !ok {
			lacking = append(lacking, p)
		}
	}
	if len(lacking) > 0 {
		for i, cosine := range m.reader.MaxSim(question, lacking) {
			m.alike[[2]string{question, lacking[i]}] = cosine
		}
	}
	all := make([]float32, len(passages))
	for i, p := range passages {
		all[i] = m.alike[[2]string{question, p}]
	}
	return all
}

// Judge returns whether a passage answers a question, as a logit.
func (m *Memo) Judge(question, passage string) float64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	key := [2]string{question, passage}
	v, ok := m.judged[key]
	if !ok {
		v = m.reader.Judge(question, passage)
		m.judged[key] = v
	}
	return v
}
