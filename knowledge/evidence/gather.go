package evidence

import (
	"context"
	"math"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/reading"
)

// How many candidates are gathered for a question.
const (
	byWords = 300 // hits whose subjects are looked at
	kept    = 40  // of hits, and of the nearest by vectors, that are ranked
	byAsks  = 8   // asks whose sections are ranked
	byRole  = 40  // passages that describe whom the question names
)

// gather finds candidates by words, by vectors, by asks, and by the subjects that the question names.
func (f *Finder) gather(ctx context.Context, q *reading.Question) (e *Evidence, err error) {
	e = &Evidence{}
	if e.hits, err = f.Search.Search(ctx, knowledge.Query{Text: q.Words, Also: q.Also, Limit: byWords}); err != nil {
		return nil, err
	}
	if f.Encoder != nil {
		if e.vectors, err = f.Search.Compare(f.vector(q)); err != nil {
			return nil, err
		}
	}
	in := &intake{f, q, e, map[string]*Candidate{}, map[string]bool{}}
	for _, h := range e.hits {
		if len(e.Candidates) < kept {
			in.add(h.Passage.ID)
		}
	}
	if e.vectors != nil {
		in.addNear()
	}
	for _, s := range q.Named {
		for _, p := range f.Describing(s, byRole) {
			in.add(p.ID)
		}
	}
	return e, nil
}

// vector is a question's vector, moved halfway towards that of the question without its names.
func (f *Finder) vector(q *reading.Question) []float32 {
	return between(f.Encoder.Query(q.Text), f.Encoder.Query(q.Plain))
}

// between is the vector halfway between two others.
func between(a, b []float32) []float32 {
	sum, squares := make([]float32, len(a)), 0.
	for i := range a {
		sum[i] = a[i] + b[i]
		squares += float64(sum[i]) * float64(sum[i])
	}
	if squares > 0 {
		for i := range sum {
			sum[i] /= float32(math.Sqrt(squares))
		}
	}
	return sum
}

// intake collects candidates, each once.
type intake struct {
	finder   *Finder
	question *reading.Question
	evidence *Evidence
	seen     map[string]*Candidate // by the IDs of passages; nil for what may not be evidence
	taken    map[string]bool
}

// candidate makes a candidate of a passage. It returns nil if the passage may not be evidence because
// it is code or its label, is but a link, is about somebody else, or only asks the question again.
func (in *intake) candidate(id string) *Candidate {
	c, known := in.seen[id]
	if !known {
		if p, ok := in.finder.Docs.Find(id); ok && p.Kind != knowledge.Code && !p.Link && !p.IsLabelOfCode() && p.Text != "" && in.finder.keeps(in.question.Named, p) && !in.question.Repeats(p.Text) {
			c = &Candidate{Place: p}
		}
		in.seen[id] = c
	}
	return c
}

// add takes in a passage, unless it is in already or may not be evidence.
func (in *intake) add(id string) {
	if c := in.candidate(id); c != nil && !in.taken[id] {
		in.taken[id] = true
		in.evidence.Candidates = append(in.evidence.Candidates, c)
	}
}

// addNear takes in the passages with the nearest vectors, and those that answer the nearest asks.
func (in *intake) addNear() {
	docs := in.finder.Docs
	for _, near := range in.evidence.vectors.Nearest(kept, func(p *knowledge.Passage) bool { return in.candidate(p.ID) != nil }) {
		in.add(near.Passage.ID)
	}
	in.evidence.Asks = in.evidence.vectors.NearestAsks(byAsks, func(a *knowledge.Ask) bool { return docs.SectionsOf(a.Doc) != nil })
	for _, a := range in.evidence.Asks {
		if a.Miss {
			continue
		}
		for _, p := range docs.SectionsOf(a.Doc)[a.Section].Passages {
			in.add(p.ID)
		}
	}
}
