package encoder

import (
	"container/list"
	"slices"
	"sync"
)

// Kept is how many numbers, of four bytes each, a [Reader] keeps: the tokens of some 250 passages.
const Kept = 6 << 20

// Reader is an encoder that keeps the tokens of what it has read most recently. A question is read
// several times on the way to its answer, and the questions of one community are answered from the
// same few hundred passages. It returns what its [Encoder] returns, and may be used from many
// goroutines.
type Reader struct {
	*Encoder
	most int

	mu     sync.Mutex
	recent list.List // of *reading, the latest first
	of     map[string]*list.Element
	held   int // numbers in all readings
}

// reading is the tokens of one text, with its prefix.
type reading struct {
	text   string
	tokens []float32
}

// NewReader makes a reader that keeps at most most numbers.
func NewReader(e *Encoder, most int) *Reader {
	return &Reader{Encoder: e, most: most, of: map[string]*list.Element{}}
}

// Query returns the vector of a question.
func (r *Reader) Query(text string) []float32 {
	w := r.workspace()
	defer r.spaces.Put(w)
	v := make([]float32, r.model.width)
	r.each(w, queryPrefix, []string{text}, func(_ int, tokens []float32) { pool(v, tokens) })
	return v
}

// MaxSim is [Encoder.MaxSim].
func (r *Reader) MaxSim(question string, texts []string) []float32 {
	w := r.workspace()
	defer r.spaces.Put(w)
	var asked asked
	r.each(w, queryPrefix, []string{question}, func(_ int, tokens []float32) { asked = r.ask(tokens) })
	likeness := make([]float32, len(texts))
	r.each(w, passagePrefix, texts, func(i int, tokens []float32) { likeness[i] = r.compare(w, asked, tokens) })
	return likeness
}

// each hands the tokens of each text to use, and reads only the texts whose tokens are not kept.
func (r *Reader) each(w *workspace, prefix string, texts []string, use func(i int, tokens []float32)) {
	var unread []string
	var at []int
	for i, text := range texts {
		if tokens := r.kept(prefix + text); tokens != nil {
			use(i, tokens)
		} else {
			unread, at = append(unread, text), append(at, i)
		}
	}
	r.eachTokens(w, prefix, unread, func(i int, tokens []float32) {
		r.keep(prefix+unread[i], tokens)
		use(at[i], tokens)
	})
}

// kept returns the tokens of a text that was read recently; nil for any other.
func (r *Reader) kept(text string) []float32 {
	r.mu.Lock()
	defer r.mu.Unlock()
	e, ok := r.of[text]
	if !ok {
		return nil
	}
	r.recent.MoveToFront(e)
	return e.Value.(*reading).tokens
}

// keep keeps the tokens of a text, and drops the least recently used ones.
func (r *Reader) keep(text string, tokens []float32) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, ok := r.of[text]; ok || len(tokens) > r.most {
		return
	}
	r.of[text] = r.recent.PushFront(&reading{text, slices.Clone(tokens)})
	for r.held += len(tokens); r.held > r.most; {
		last := r.recent.Remove(r.recent.Back()).(*reading)
		delete(r.of, last.text)
		r.held -= len(last.tokens)
	}
}
