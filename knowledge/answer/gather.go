package answer

import (
	"context"
	"math"
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// How many candidates are gathered for a question.
const (
	byWords = 300 // hits that are looked at for whom they are about
	kept    = 40  // of either that are ranked
	byAsks  = 8   // asks whose sections are ranked
	byRole  = 40  // passages that describe whom the question names
)

// candidate is a passage that may answer, with what speaks for it.
type candidate struct {
	*passage
	features [features]float64
	score    float64 // of the rank; of the first ones with their tokens
	share    float64 // of the candidates' probability, of those that are ranked
	tokens   float64 // likeness token by token; 0 where it was not read
}

// gather finds candidates by words, by vectors, by asks, and by whom the question names.
func (e *Engine) gather(ctx context.Context, r *reading) (*gathered, error) {
	g := &gathered{at: map[string]int{}}
	var err error
	e.lookUp(r)
	q := knowledge.Query{Text: r.words, Also: r.also, Limit: byWords}
	r.terms = slices.DeleteFunc(e.search.Terms(r.words), func(t knowledge.Term) bool { return contrasts[text.Stem(t.Text)] })
	if g.hits, err = e.search.Search(ctx, q); err != nil {
		return nil, err
	}
	if e.reader != nil {
		r.vector = e.reader.Query(r.text)
		if plain := e.unnamed(r.text); plain != r.text {
			r.vector = between(r.vector, e.reader.Query(plain))
		}
		if g.vectors, err = e.search.Compare(r.vector); err != nil {
			return nil, err
		}
	}
	n := 0
	for i, h := range g.hits {
		if i == 0 {
			g.top = h.Score
		}
		if n < kept && g.add(e, r, h.Passage.ID) {
			n++
		}
	}
	if g.vectors != nil {
		allowed := func(p *knowledge.Passage) bool { return g.allows(e, r, p.ID) }
		for _, near := range g.vectors.Nearest(kept, allowed) {
			g.add(e, r, near.Passage.ID)
		}
		g.asks = g.vectors.NearestAsks(byAsks, func(a *knowledge.Ask) bool { return !e.corpus.hidden[a.Doc] })
		for _, a := range g.asks {
			if doc := e.corpus.docs[a.Doc]; doc != nil && !a.Miss {
				for i := range doc.Sections[a.Section].Passages {
					g.add(e, r, doc.Sections[a.Section].Passages[i].ID)
				}
			}
		}
	}
	for _, p := range e.describing(r, byRole) {
		g.add(e, r, p.ID)
	}
	return g, nil
}

// gathered is the candidates of a question, and how they were found.
type gathered struct {
	candidates []*candidate
	at         map[string]int // passage ID -> its place in candidates, or what is known of it
	hits       []knowledge.Hit
	stems      map[string]bool       // of the question, with the names of roles written out
	top        float64               // best score of a hit
	vectors    *knowledge.Comparison // nil without vectors
	asks       []knowledge.NearAsk   // the nearest
}

// add takes a passage in, unless it is there or may not be evidence; it reports whether
// it is new.
func (g *gathered) add(e *Engine, r *reading, id string) bool {
	if at, ok := g.at[id]; ok && at >= 0 || !g.allows(e, r, id) {
		return false
	}
	p, _ := e.corpus.find(id)
	g.at[id] = len(g.candidates)
	g.candidates = append(g.candidates, &candidate{passage: p})
	return true
}

// allows reports whether a passage may be evidence: it is not code, and about nobody
// other than the question.
func (g *gathered) allows(e *Engine, r *reading, id string) bool {
	if at, ok := g.at[id]; ok {
		return at != turnedAway
	}
	p, ok := e.corpus.find(id)
	if ok && p.Kind != knowledge.Code && p.Text != "" && e.keeps(r, p) {
		g.at[id] = allowedYet
		return true
	}
	g.at[id] = turnedAway
	return false
}

// What is known about a passage that is not a candidate.
const (
	turnedAway = -1 - iota // it may be no evidence
	allowedYet             // it may
)

// between is the vector half-way between two.
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
