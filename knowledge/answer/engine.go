package answer

import (
	"context"
	"fmt"
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/evidence"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/reading"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/shape"
	"careeradvisor/knowledge/talk"
	"careeradvisor/knowledge/weights"
)

// Engine answers questions from one set of documents. It does not change once it is
// made, and may be used by many goroutines at once.
type Engine struct {
	reader *reading.Reader
	talk   *talk.Talk
	finder evidence.Finder
	shaper shape.Shaper // on the same documents, by the same encoder and weights
}

// Options are what an engine may have besides its documents. With the zero value it finds by words alone.
type Options struct {
	Encoder  evidence.Encoder
	Synonyms reading.Synonyms
}

// New makes an engine that answers from docs, whose roles are in index; search must search the same documents.
func New(docs []knowledge.Document, index *roles.Index, search evidence.Searcher, opts Options) *Engine {
	fitted := weights.Fitted()
	e := &Engine{reader: reading.New(index, search.Terms, opts.Synonyms)}
	e.finder = evidence.Finder{Subjects: evidence.Subjects{Roles: index, Docs: outline.New(docs)}, Search: search}
	return e.Weighing(&fitted, opts.Encoder)
}

// Weighing returns an engine on the same documents with other weights and another encoder, or none.
func (e *Engine) Weighing(w *weights.Table, enc evidence.Encoder) *Engine {
	f := e.finder
	f.Weights, f.Encoder = w, enc
	var query func(string) []float32
	if enc != nil {
		query = enc.Query
	}
	return &Engine{e.reader, talk.New(query), f, shaper(f)}
}

// shaper gives shape to what a finder finds.
func shaper(f evidence.Finder) shape.Shaper {
	return shape.Shaper{Subjects: f.Subjects, Encoder: f.Encoder, Weights: f.Weights}
}

// Answer answers q. Its error is the search's; finding nothing gives an answer of kind Refuse.
func (e *Engine) Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	e = e.within(q.Scope)
	m := reading.Tidy(q.Text)
	fs, err := e.findBest(ctx, m, q.Earlier)
	if err != nil {
		return knowledge.Answer{}, fmt.Errorf("answer: %w", err)
	}
	if q.Heard && !e.answersHeard(q.Text, fs[0]) {
		return knowledge.Answer{Kind: knowledge.Silent}, nil
	}
	if group := e.smallTalk(m, fs); group != "" {
		return e.chat(ctx, group, q.Earlier)
	}
	return e.reply(fs...), nil
}

// findBest looks a message up as a whole and, if it asks several things, looks up each of them. The
// parts count if two of them are answered, or if one of them is and the whole is not.
func (e *Engine) findBest(ctx context.Context, m reading.Message, earlier []string) ([]*finding, error) {
	if f, err := e.abroad(ctx, m.Whole); f != nil || err != nil {
		return []*finding{f}, err
	}
	whole, err := e.inThread(ctx, m.Whole, earlier)
	if err != nil || len(m.Parts) < 2 {
		return []*finding{whole}, err
	}
	var parts []*finding
	answered := 0
	for i, p := range m.Parts {
		if i > 0 {
			earlier = m.Parts[:i]
		}
		f, err := e.inThread(ctx, p, earlier)
		if err != nil {
			return nil, err
		}
		if e.isSure(f) {
			answered++
		}
		parts = append(parts, f)
	}
	if answered > 1 || answered == 1 && !e.isSure(whole) {
		return parts, nil
	}
	return []*finding{whole}, nil
}

// leaning is by how much the answer to a short question alone must be surer than to a follow-up.
const leaning = 0.25

// inThread reads a question by itself and, if there was one before, as a follow-up to it; the reading that the
// documents answer better was meant. A question that is only a name, or only grammar, must be a follow-up.
func (e *Engine) inThread(ctx context.Context, s string, earlier []string) (*finding, error) {
	alone := e.reader.Alone(s)
	if len(earlier) == 0 {
		return e.find(ctx, alone)
	}
	behind, err := e.find(ctx, e.reader.Behind(s, earlier))
	if err != nil || alone.Aspects == 0 {
		return behind, err
	}
	f, err := e.find(ctx, alone)
	if err != nil {
		return nil, err
	}
	if behind.confidence > f.confidence-leaning/float64(alone.Aspects) {
		return behind, nil
	}
	return f, nil
}

// find finds the answer to a question.
func (e *Engine) find(ctx context.Context, q *reading.Question) (*finding, error) {
	found, err := e.finder.Find(ctx, q)
	if err != nil {
		return nil, err
	}
	f := &finding{question: q, evidence: found, draft: e.shaper.Draft(q, found)}
	if f.draft != nil {
		e.judge(f)
	}
	return f, nil
}

// halfMet is the share of a question's known words that a passage in another language must have.
const halfMet = 0.5

// abroad answers a question from the documents in its language, if that is not English; it returns
// nil for a question that may be English.
func (e *Engine) abroad(ctx context.Context, s string) (*finding, error) {
	if slices.Equal(e.languages(), []string{english}) {
		return nil, nil
	}
	q := e.reader.Abroad(s)
	found, err := e.finder.Abroad(ctx, q)
	if found == nil || err != nil {
		return nil, err
	}
	f := &finding{question: q, evidence: found, abroad: true}
	switch best := found.Candidates[0]; {
	case best.Score >= halfMet:
		found.Candidates = found.Candidates[:1]
		f.draft, f.confidence = e.shaper.Draft(q, found), max(e.finder.Weights.Answer, best.Score)
	case reading.MayBeEnglish(s):
		return nil, nil
	}
	return f, nil
}
