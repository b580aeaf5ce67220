package answer

import (
	"context"
	"slices"
	"sort"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// evidence is a passage's best sentence for a question, with its score.
type evidence struct {
	passage *passage
	unit    int       // index into passage.units
	scores  []float64 // of each of passage.units
	score   float64
	same    []*evidence // that say the same in other sections
	like    float64     // cosine of its best sentence and the question
	facet   float64     // how surely its section speaks of the facet asked for
}

// maxHits is how many passages are taken from the search engine to be weighed.
const maxHits = 40

// maxNearest is how many passages are added by the likeness of their vectors.
const maxNearest = 10

// gather finds the passages that may hold the answer and ranks them by their best
// sentence.
func (e *Engine) gather(ctx context.Context, r *reading) ([]*evidence, error) {
	ranks, err := e.candidates(ctx, r)
	if err != nil {
		return nil, err
	}
	var found []*evidence
	for i, rank := range ranks {
		if !e.keepsPassage(r, &e.corpus.passages[i]) {
			continue // of another role
		}
		if ev := e.weighPassage(r, i, rank); ev != nil {
			found = append(found, ev)
		}
	}
	sort.Slice(found, func(i, j int) bool {
		if found[i].score != found[j].score {
			return found[i].score > found[j].score
		}
		return e.corpus.byID[found[i].passage.ID] < e.corpus.byID[found[j].passage.ID]
	})
	return found, nil
}

// candidates are the passages worth weighing, each with the search engine's score
// as a share of its best; 0 for those that it did not find: what the question
// names by its label, what is like the question, what stands under a heading on
// the facet asked for.
func (e *Engine) candidates(ctx context.Context, r *reading) (map[int]float64, error) {
	hits, err := e.search.Search(ctx, e.query(r))
	if err != nil {
		return nil, err
	}
	ranks := map[int]float64{}
	for _, h := range hits {
		if i, ok := e.corpus.byID[h.Passage.ID]; ok {
			ranks[i] = h.Score / max(hits[0].Score, 1e-9)
		}
	}
	more := append(e.nearest(r, maxNearest), r.labels...)
	for _, s := range e.facetSections(r) {
		more = append(more, e.corpus.below(s)...)
	}
	for _, i := range more {
		ranks[i] += 0 // takes it in and leaves a rank that it has
	}
	return ranks, nil
}

// query is what the search engine is asked: the words that carry the question,
// and what documents say when they speak of the facet.
func (e *Engine) query(r *reading) knowledge.Query {
	var words, also []string
	for _, t := range r.terms {
		if t.carries() {
			words = append(words, t.Text)
			also = append(also, e.synonyms.words[t.Stem]...)
			if b := text.Base(t.Text); b != t.Text {
				also = append(also, b)
			}
		}
	}
	if f := r.facet(); f != nil {
		also = append(also, f.facet.say...)
	}
	if len(words) == 0 {
		words, also = also, nil
	}
	if len(words) == 0 {
		for _, i := range r.roles {
			words = append(words, e.roles[i].Name)
		}
	}
	return knowledge.Query{Text: strings.Join(words, " "), Also: also, Docs: e.docsOf(r), Limit: maxHits}
}

// docsOf are the documents with a section that may answer; nil means all.
func (e *Engine) docsOf(r *reading) []string {
	var docs []string
	all := true
	for i := range e.corpus.sections {
		switch id := e.corpus.sections[i].Doc.ID; {
		case !e.keeps(r, i):
			all = false
		case len(docs) == 0 || docs[len(docs)-1] != id:
			docs = append(docs, id)
		}
	}
	if all {
		return nil
	}
	return docs
}

// facetSections are the sections that may answer whose heading speaks of the facet
// asked for; the surest first.
func (e *Engine) facetSections(r *reading) []int {
	f := r.facet()
	if f == nil {
		return nil
	}
	who := e.asksWho(r)
	return e.sectionsOn(f.name, func(s int) bool {
		return e.keeps(r, s) && (!who || slices.ContainsFunc(r.roles, func(i int) bool { return e.describes(s, i) }))
	})
}

// asksWho tells a question what roles are or do that it names and that documents
// describe: a section about nobody does not tell, nor one of a page that only has to
// do with them.
func (e *Engine) asksWho(r *reading) bool {
	return portrayed[r.facet().name] && len(r.roles) > 0 && !r.assumed && !slices.ContainsFunc(r.roles, e.isSecondary)
}

// sectionsOn are those of some sections whose heading speaks of a facet; the surest first.
func (e *Engine) sectionsOn(facet string, some func(section int) bool) []int {
	var out []int
	for _, i := range e.onFacets[facet] {
		if some(i) {
			out = append(out, i)
		}
	}
	return out
}

// sectionsOf are the sections on a facet that are about a role; the surest first.
func (e *Engine) sectionsOf(facet string, role int) []int {
	return e.sectionsOn(facet, func(s int) bool { return e.isOn(role, s) })
}
