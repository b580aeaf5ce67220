package answer

import (
	"context"
	"fmt"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/roles"
)

// Searcher finds passages. What it returns is ranked, the best first.
type Searcher interface {
	Search(ctx context.Context, q knowledge.Query) ([]knowledge.Hit, error)
	// Terms are the words of a text that say something, with how rare they are.
	Terms(text string) []knowledge.Term
	// Compare compares a question's vector with those of all passages and asks; nil where
	// there are no vectors.
	Compare(vector []float32) (*knowledge.Comparison, error)
}

// Reader reads a question, and a question with passages.
type Reader interface {
	Query(text string) []float32
	// MaxSim compares a question with passages token by token: the mean, over the
	// question's tokens, of the cosine to the nearest of the passage's.
	MaxSim(question string, passages []string) []float32
}

// Engine answers questions from one set of documents. It does not change once it is
// made, and may be used by many goroutines at once.
type Engine struct {
	corpus   *corpus
	roles    *roles.Index
	search   Searcher
	reader   Reader // nil where answers go by words alone
	talk     *talk
	synonyms Synonyms
	weights  *Weights
}

// Options are what an engine may have besides its documents. The zero value finds by
// words alone.
type Options struct {
	Reader   Reader
	Synonyms Synonyms
	Weights  *Weights // nil for those that were fitted
}

// New makes an engine that answers from docs, whose roles index knows; search has to
// search the same.
func New(docs []knowledge.Document, index *roles.Index, search Searcher, opts Options) *Engine {
	e := &Engine{corpus: newCorpus(docs), roles: index, search: search, reader: opts.Reader, synonyms: opts.Synonyms, weights: opts.Weights}
	if e.weights == nil {
		e.weights = &fitted
	}
	e.talk = newTalk(opts.Reader)
	return e
}

// Weighing returns an engine on the same documents that reads by r and weighs by w.
func (e *Engine) Weighing(w *Weights, r Reader) *Engine {
	other := *e
	other.weights, other.reader, other.talk = w, r, newTalk(r)
	return &other
}

// Answer answers q. Its error is that of the search; not finding is an answer of kind
// Refuse.
func (e *Engine) Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	e = e.within(q.Scope)
	m := tidy(q.Text)
	fs, err := e.findBest(ctx, m, q.Earlier)
	if err != nil {
		return knowledge.Answer{}, fmt.Errorf("answer: %w", err)
	}
	if q.Heard && !e.answersHeard(q.Text, m, fs[0]) {
		return knowledge.Answer{Kind: knowledge.Silent}, nil
	}
	a, ok, err := e.small(ctx, m, q.Earlier, fs)
	if err != nil {
		return knowledge.Answer{}, fmt.Errorf("answer: %w", err)
	}
	if !ok {
		a = e.reply(fs)
	}
	return a, nil
}

// findBest looks a message up: as a whole, and where it asks several things, each of
// them. The parts count where two of them are answered, or one of them and not the whole.
func (e *Engine) findBest(ctx context.Context, m message, earlier []string) ([]*finding, error) {
	if f, err := e.abroad(ctx, m.whole); f != nil || err != nil {
		return []*finding{f}, err
	}
	whole, err := e.inThread(ctx, m.whole, earlier)
	if err != nil || len(m.parts) < 2 {
		return []*finding{whole}, err
	}
	var parts []*finding
	answered := 0
	for i, p := range m.parts {
		before := earlier
		if i > 0 {
			before = m.parts[:i]
		}
		f, err := e.inThread(ctx, p, before)
		if err != nil {
			return nil, err
		}
		if f.confidence >= e.weights.Answer {
			answered++
		}
		parts = append(parts, f)
	}
	if answered > 1 || answered == 1 && whole.confidence < e.weights.Answer {
		return parts, nil
	}
	return []*finding{whole}, nil
}
