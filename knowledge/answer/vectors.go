package answer

import (
	"careeradvisor/knowledge/meaning"
	"careeradvisor/knowledge/outline"
)

// maxVectors is how many sentences have their vectors kept and are all compared
// with a question; of a larger set only the search engine's candidates are. At
// 1 KB each that is 20 MB.
const maxVectors = 20000

// allVectors are the vectors of every unit, where there are not too many.
func (e *Engine) allVectors() [][]unitVectors {
	units := 0
	for i := range e.corpus.passages {
		units += len(e.corpus.passages[i].units)
	}
	if e.meaning == nil || units > maxVectors {
		return nil
	}
	all := make([][]unitVectors, len(e.corpus.passages))
	for i := range e.corpus.passages {
		for u := range e.corpus.passages[i].units {
			all[i] = append(all[i], e.vectorsOf(&e.corpus.passages[i], u))
		}
	}
	return all
}

// unitVectors are the vectors of a unit, by itself and under its heading: a
// question may be like what it says, or like what it is about.
type unitVectors [2]meaning.Vector

// like is the cosine of v and the nearer of the two.
func (u unitVectors) like(v meaning.Vector) float32 { return max(v.Dot(u[0]), v.Dot(u[1])) }

// vectorsOf are the vectors of a unit with its label, without the names of roles:
// nearly every sentence has those, and they say nothing about what is asked.
func (e *Engine) vectorsOf(p *passage, u int) unitVectors {
	unit := &p.units[u]
	text := unit.text
	if p.Label != "" && u > 0 {
		text = p.Label + ". " + text
	}
	if unit.column != "" {
		text = unit.column + ": " + text
	}
	heading := outline.Unnumbered(e.corpus.sections[p.section].Heading())
	return unitVectors{e.meaning.Sentence(e.withoutRoles(text)), e.meaning.Sentence(e.withoutRoles(heading + ". " + text))}
}

// alikeness is the cosine of a question and a unit, 0 without vectors.
func (e *Engine) alikeness(r *reading, p *passage, u int) float64 {
	if e.meaning == nil || r.vector == nil {
		return 0
	}
	if e.vectors != nil {
		return float64(e.vectors[e.corpus.byID[p.ID]][u].like(r.vector))
	}
	return float64(e.vectorsOf(p, u).like(r.vector))
}

// nearest are the passages whose sentences are most like the question, for
// finding what no word leads to.
func (e *Engine) nearest(r *reading, n int) []int {
	if e.vectors == nil || r.vector == nil {
		return nil
	}
	best := make([]scored, 0, n+1)
	for i, vs := range e.vectors {
		if !e.keepsPassage(r, &e.corpus.passages[i]) {
			continue
		}
		top := float32(0)
		for _, v := range vs {
			top = max(top, v.like(r.vector))
		}
		best = insert(best, scored{i, top}, n)
	}
	out := make([]int, len(best))
	for i, b := range best {
		out[i] = b.passage
	}
	return out
}

// scored is a passage with the likeness of its best sentence.
type scored struct {
	passage int
	like    float32
}

// insert keeps the n best, the best first.
func insert(best []scored, s scored, n int) []scored {
	i := len(best)
	for i > 0 && best[i-1].like < s.like {
		i--
	}
	if i == n {
		return best
	}
	best = append(best, scored{})
	copy(best[i+1:], best[i:])
	best[i] = s
	return best[:min(len(best), n)]
}
