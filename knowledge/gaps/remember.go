package gaps

import (
	"crypto/sha256"
	"sync"
)

// maxRemembered is how many vectors are remembered; at 384 numbers each, they take 6 MB.
const maxRemembered = maxRead

// Remember returns a reader that reads a question only once, unless many others come in between: a
// gap board is recomputed whenever somebody looks at it. It keeps no text, and may be used by many
// goroutines. It is nil if e is nil.
func Remember(e Reader) Reader {
	if e == nil {
		return nil
	}
	return &memory{reader: e, known: map[[sha256.Size]byte][]float32{}}
}

type memory struct {
	reader Reader
	mu     sync.Mutex
	known  map[[sha256.Size]byte][]float32
}

// Query implements [Reader].
func (m *memory) Query(text string) []float32 {
	key := sha256.Sum256([]byte(text))
	m.mu.Lock()
	v, ok := m.known[key]
	m.mu.Unlock()
	if ok {
		return v
	}
	v = m.reader.Query(text)
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.known) >= maxRemembered {
		clear(m.known)
	}
	m.known[key] = v
	return v
}
