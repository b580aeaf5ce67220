package answer

import (
	"context"
	"slices"
	"sort"
	"strings"

	"careeradvisor/knowledge"
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
	hits, err := e.search.Search(ctx, e.query(r))
	if err != nil {
		return nil, err
	}
	scores := map[int]float64{}
	for _, h := range hits {
		if i, ok := e.c.byID[h.Passage.ID]; ok {
			scores[i] = h.Score / hits[0].Score
		}
	}
	for _, i := range r.labels {
		scores[i] += 0
	}
	for _, i := range e.nearest(r, e.docsOf(r), maxNearest) {
		scores[i] += 0
	}
	for _, s := range e.facetSections(r) {
		for _, i := range e.c.below(s) {
			scores[i] += 0
		}
	}
	var found []*evidence
	for i, s := range scores {
		if ev := e.weighPassage(r, i, s); ev != nil {
			found = append(found, ev)
		}
	}
	sort.Slice(found, func(i, j int) bool {
		if found[i].score != found[j].score {
			return found[i].score > found[j].score
		}
		return e.c.byID[found[i].passage.ID] < e.c.byID[found[j].passage.ID]
	})
	return found, nil
}

// query is what the search engine is asked: the words that carry the question,
// and what documents say when they speak of the facet.
func (e *Engine) query(r *reading) knowledge.Query {
	var words, also []string
	for _, t := range r.terms {
		if t.weight > chatterWeight {
			words = append(words, t.text)
			also = append(also, e.synonyms.words[t.stem]...)
			if b, ok := base[t.text]; ok {
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

// docsOf are the documents that may answer: those about the roles asked for, and
// those about no role. Nil means all.
func (e *Engine) docsOf(r *reading) []string {
	var docs []string
	for _, i := range r.roles {
		docs = append(docs, e.roles[i].Docs...)
	}
	if len(docs) == 0 {
		return nil
	}
	docs = append(docs, e.neutral...)
	sort.Strings(docs)
	return docs
}

// facetSections are the sections, of the documents that may answer, whose heading
// speaks of the facet asked for; the surest first.
func (e *Engine) facetSections(r *reading) []int {
	f := r.facet()
	if f == nil {
		return nil
	}
	return e.sectionsOn(f.name, e.docsOf(r))
}

// headingSure is how much of a heading a facet has to account for before the
// section counts as one about it.
const headingSure = 0.4

func (e *Engine) sectionsOn(facet string, docs []string) []int {
	in := map[string]bool{}
	for _, d := range docs {
		in[d] = true
	}
	var out []int
	for _, i := range e.onFacets[facet] {
		if docs == nil || in[e.c.sections[i].doc.ID] {
			out = append(out, i)
		}
	}
	return out
}

// weighPassage scores a passage by its best sentence; rank is the search engine's
// score as a share of its best.
func (e *Engine) weighPassage(r *reading, i int, rank float64) *evidence {
	p := &e.c.passages[i]
	ev := &evidence{passage: p, facet: e.facetOf(r.facet(), p)}
	base := e.ranking.Found*rank + e.context(r, p)
	for _, l := range r.labels {
		if l == i {
			base += 2 * e.ranking.Facet
		}
	}
	best := -0.5
	for u := range p.units {
		s := e.weighUnit(r, p, u)
		ev.scores = append(ev.scores, s)
		if s > best {
			best, ev.unit = s, u
		}
	}
	if best < 0 {
		return nil
	}
	ev.score = base + best
	ev.like = e.alikeness(r, p, ev.unit)
	return ev
}

// facetOf is how surely a passage's section, or one around it, speaks of the
// facet asked for.
func (e *Engine) facetOf(f *tableRow, p *passage) float64 {
	if f == nil {
		return 0
	}
	v, share := 0.0, 1.0
	e.c.ancestors(p.section, func(s *section) {
		if x := s.facets[f.name]; x >= headingSure {
			v = max(v, x*share)
		}
		share *= 0.8
	})
	return v
}

// context scores what stands around a passage's sentences: its headings, its
// label, the facet of its section.
func (e *Engine) context(r *reading, p *passage) float64 {
	score := 0.0
	for k, a := range r.facets {
		if k < 2 {
			score += e.ranking.Facet * min(1, a.weight) * e.facetOf(a.row, p) / float64(k+1)
		}
	}
	for _, t := range r.terms {
		share := 0.0
		for _, s := range p.label {
			if s == t.stem {
				share = e.ranking.Label
			}
		}
		near := e.ranking.Heading
		e.c.ancestors(p.section, func(s *section) {
			for _, h := range s.stems {
				if h == t.stem {
					share = max(share, near)
				}
			}
			near *= aboveShare
		})
		score += t.weight * share * e.askShare(r, t)
	}
	return score
}

// aboveShare is what a heading counts of the one right below it.
const aboveShare = 0.6

// isSecondary tells a role that no document is about, but only compared with.
func (e *Engine) isSecondary(role int) bool { return len(e.roles[role].Docs) == 0 }

// askShare makes the words that ask for a facet as a whole count half: the facet
// counts for itself.
func (e *Engine) askShare(r *reading, t term) float64 {
	if t.asks && len(r.facets) > 0 && !r.facets[0].particular {
		return e.ranking.Asking
	}
	return 1
}

// weighUnit scores one sentence of a passage, or one cell of a row.
func (e *Engine) weighUnit(r *reading, p *passage, i int) float64 {
	u := &p.units[i]
	if u.text == "" || i == 0 && len(p.Cells) > 2 {
		return -1 // an empty cell, or one that names its row
	}
	if len(r.roles) == 1 && e.isSecondary(r.roles[0]) && !slices.Contains(u.roles, r.roles[0]) {
		return -1 // says something of another role
	}
	score, total, met := 0.0, 0.0, 0.0
	for _, t := range r.terms {
		share := max(t.shareIn(e.ranking.Alike, u.has), e.ranking.Around*t.shareIn(e.ranking.Alike, u.around))
		if !t.inherited && !t.optional && !t.asks {
			total += t.weight
			met += t.weight * max(share, e.ranking.Around*t.shareIn(e.ranking.Alike, p.labelHas))
		}
		if i > 0 {
			share = max(share, e.ranking.Beside*t.shareIn(e.ranking.Alike, p.units[i-1].has))
		}
		if i+1 < len(p.units) {
			share = max(share, e.ranking.Beside*t.shareIn(e.ranking.Alike, p.units[i+1].has))
		}
		score += share * t.weight * e.askShare(r, t)
	}
	if total > 0 {
		score += e.ranking.Complete * (met / total) * (met / total)
	}
	for k, a := range r.facets {
		if k < 2 && a.row.speaks(u) {
			score += e.ranking.Say * e.ranking.Facet * min(1, a.weight) / float64(k+1)
		}
	}
	if len(r.roles) > 1 && r.isComparison() && namesBoth(u, r.roles[0], r.roles[1]) {
		score += e.ranking.Both
	}
	score += e.ranking.Meaning * e.alikeness(r, p, i)
	if i == 0 {
		score += e.ranking.First // what matters is said first
	}
	if u.leans {
		score -= e.ranking.Leans
	}
	if u.announces {
		score -= 2
	}
	return max(0, score)
}
