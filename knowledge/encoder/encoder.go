package encoder

import (
	_ "embed" // the model
	"errors"
	"sync"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/encoder/kernel"
	"careeradvisor/knowledge/encoder/wordpiece"
)

// The prefixes that e5 was trained with, and how many tokens each has.
const (
	queryPrefix   = "query: "
	passagePrefix = "passage: "
	prefixTokens  = 2
)

// The encoder, and the judge over the same words.
var (
	//go:embed model.bin
	embedded string
	//go:embed judge.bin
	embeddedJudge string
)

// Encoder makes vectors. It is immutable and safe for concurrent use.
type Encoder struct {
	model  *model
	tokens *wordpiece.Tokenizer
	kernel *kernel.Kernel
	spaces sync.Pool // of *workspace
	judge  *Encoder  // reads a question and a passage in one pass; nil for none
}

// Embedded opens the model in the binary with the fastest kernel of this
// processor. It takes two milliseconds, most of them for the vocabulary.
func Embedded() (*Encoder, error) {
	e, err := Open(embedded, kernel.Best())
	if err == nil {
		err = e.openJudge(embeddedJudge)
	}
	if err != nil {
		return nil, &knowledge.Error{Say: "The sentence encoder in this binary is damaged; please install the advisor again.", Cause: err}
	}
	return e, nil
}

// Open opens a model file as export writes it, and uses it in place.
func Open(file string, k *kernel.Kernel) (*Encoder, error) {
	m, err := parse(file, nil)
	if err != nil {
		return nil, err
	}
	t, err := wordpiece.New(m.vocabulary)
	if err != nil {
		return nil, err
	}
	if t.Pieces() != len(m.scales) {
		return nil, errors.New("the model file's vocabulary does not match its weights")
	}
	return &Encoder{model: m, tokens: t, kernel: k}, nil
}

// Query returns the vector of a question.
func (e *Encoder) Query(text string) []float32 {
	return e.encode(queryPrefix, []string{text})[0]
}

// Passages returns the vectors of texts that may answer one.
func (e *Encoder) Passages(texts []string) [][]float32 {
	return e.encode(passagePrefix, texts)
}

// Kernel names the arithmetic in use. Vectors from different kernels differ a little and should not
// be mixed where that matters.
func (e *Encoder) Kernel() string { return e.kernel.Name }

// Checksum is the SHA-256 of the weights, as their file states it.
func (e *Encoder) Checksum() string { return e.model.checksum }

// Width is how many numbers a vector has.
func (e *Encoder) Width() int { return e.model.width }

// encode returns a vector of length one for each text.
func (e *Encoder) encode(prefix string, texts []string) [][]float32 {
	width := e.model.width
	memory := make([]float32, len(texts)*width)
	vectors := make([][]float32, len(texts))
	for i := range vectors {
		vectors[i] = memory[i*width : (i+1)*width : (i+1)*width]
	}
	w := e.workspace()
	defer e.spaces.Put(w)
	e.eachTokens(w, prefix, texts, func(i int, tokens []float32) { pool(vectors[i], tokens) })
	return vectors
}

// workspace returns a workspace that is not in use.
func (e *Encoder) workspace() *workspace {
	if w, ok := e.spaces.Get().(*workspace); ok {
		return w
	}
	return new(workspace)
}
