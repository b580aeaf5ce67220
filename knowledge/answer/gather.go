package answer

import (
	"context"

	"careeradvisor/knowledge"
)

// How many candidates are gathered for a question.
const (
	byWords   = 300 // hits that are looked at for whom they are about
	kept      = 40 // of either that are ranked
	byAsks    = 8  // asks whose sections are ranked
	byRole    = 40 // passages that describe whom the question names
)

// candidate is a passage that may answer, with what speaks for it.
type candidate struct {
	*passage
	features [features]float64
	score    float64 // of the rank; of the first ones with the judge
	share    float64 // of the candidates' probability, of those that are ranked
	judged   float64 // the judge's logit, 0 where it was not asked
	wasRead  bool    // by the judge
}

// gather finds candidates by words, by vectors, by asks, and by whom the question names.
func (e *Engine) gather(ctx context.Context, r *reading) (*gathered, error) {
	g := &gathered{at: map[string]int{}}
	var err error
	q := knowledge.Query{Text: r.words, Also: append(e.synonyms.of(r.words), r.also...), Limit: byWords}
	r.terms = e.search.Terms(r.words)
	if g.hits, err = e.search.Search(ctx, q); err != nil {
		return nil, err
	}
	if e.reader != nil {
		r.vector = e.reader.Query(r.text)
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
		n = 0
		for _, id := range g.vectors.Nearest {
			if n < kept && g.add(e, r, id) {
				n++
			}
		}
		for _, a := range g.vectors.Asks[:min(byAsks, len(g.vectors.Asks))] {
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
	at         map[string]int // passage ID -> its place in candidates, -1 where it was turned away
	hits       []knowledge.Hit
	top        float64               // best score of a hit
	vectors    *knowledge.Comparison // nil without vectors
	locked     bool                  // a passage was turned away for whom it is about
}

// add takes a passage in, unless it is there, is code, or is about another than the
// question; it reports whether it is new.
func (g *gathered) add(e *Engine, r *reading, id string) bool {
	if _, ok := g.at[id]; ok {
		return false
	}
	g.at[id] = -1
	p, ok := e.corpus.find(id)
	if !ok || p.Kind == knowledge.Code || p.Text == "" {
		return false
	}
	if !e.keeps(r, p) {
		g.locked = true
		return false
	}
	g.at[id] = len(g.candidates)
	g.candidates = append(g.candidates, &candidate{passage: p})
	return true
}
