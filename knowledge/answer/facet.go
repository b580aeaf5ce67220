package answer

import (
	"sort"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// facet is one row of the table of facets: something that can be asked of a role.
type facet struct {
	name string
	// ask are the ways people ask for it, as words in a row. The longest that
	// stands in a question wins.
	ask []string
	// near are words of questions about something in particular within the facet:
	// they lead to it, and are looked for in what it says.
	near []string
	// head are the words of headings under which documents speak of it: every
	// word of an entry has to stand in the heading.
	head []string
	// say are words of sentences that speak of it.
	say []string
	// shape is the form of the answer to a question about the facet as a whole.
	shape knowledge.Shape
	// strict facets are figures and the like: said only for just what was asked.
	strict bool
	// whole facets are asked of a role as a whole, never of something about it.
	whole bool
	// suggest is the question that offers this facet, with %s for the role.
	suggest string
}

// phrase is a way of asking, or of heading, as stems.
type phrase struct {
	stems   []string
	content float64 // how many of its words are more than grammar
}

// newPhrase leaves articles out: questions are matched without them.
func newPhrase(s string) phrase {
	p := phrase{}
	for _, w := range text.Words(s) {
		if text.IsArticle(w.Text) {
			continue
		}
		p.stems = append(p.stems, w.Stem)
		if !text.IsFunction(w.Text) {
			p.content++
		}
	}
	return p
}

func newPhrases(texts []string) []phrase {
	var out []phrase
	for _, t := range texts {
		out = append(out, newPhrase(t))
	}
	return out
}

// weight ranks ways of asking: words that mean something count, grammar breaks ties.
func (p phrase) weight() float64 { return p.content + grammarShare*(float64(len(p.stems))-p.content) }

// facetTable is the table of facets, made ready for matching.
type facetTable struct {
	rows   []facetRow
	byName map[string]int
}

// facetRow is a row of it with its words as phrases.
type facetRow struct {
	*facet
	ask, near, head, say []phrase
}

func newFacetTable(fs []facet) *facetTable {
	t := &facetTable{byName: map[string]int{}}
	for i := range fs {
		r := facetRow{facet: &fs[i]}
		r.ask, r.near = newPhrases(fs[i].ask), newPhrases(fs[i].near)
		r.head, r.say = newPhrases(fs[i].head), newPhrases(fs[i].say)
		t.byName[fs[i].name] = len(t.rows)
		t.rows = append(t.rows, r)
	}
	return t
}

// row is the row of a facet that the engine treats by name.
func (t *facetTable) row(name string) *facetRow {
	i, ok := t.byName[name]
	if !ok {
		panic("answer: there is no facet " + name) // a mistake in this package, which its tests find
	}
	return &t.rows[i]
}

// asked is a facet that a question asks for.
type asked struct {
	row        *facetRow
	weight     float64
	by         map[string]bool // stems of the phrases that matched
	particular bool            // the question is after something in particular within the facet
}

// match finds the facets that a question, as stems without roles and articles,
// asks for; the surest first.
func (t *facetTable) match(stems []string) []asked {
	var out []asked
	for i := range t.rows {
		a := asked{row: &t.rows[i], by: map[string]bool{}}
		a.take(stems, t.rows[i].ask)
		a.particular = a.take(stems, t.rows[i].near)
		if a.weight > 0 {
			out = append(out, a)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].weight > out[j].weight })
	return out
}

// take notes the stems of the phrases that stand in a question, and reports whether any does.
func (a *asked) take(stems []string, phrases []phrase) (any bool) {
	for _, p := range phrases {
		if text.Index(stems, p.stems) < 0 {
			continue
		}
		a.weight, any = max(a.weight, p.weight()), true
		for _, s := range p.stems {
			a.by[s] = true
		}
	}
	return any
}

// ofHeading tells how surely a heading speaks of each facet: the share of its
// words, other than those in ignore, that the facet's entry accounts for.
func (t *facetTable) ofHeading(heading string, ignore map[string]bool) map[string]float64 {
	ws := text.Words(heading)
	has, content := map[string]bool{}, 0.0
	for _, w := range ws {
		has[w.Stem] = true
		if !text.IsFunction(w.Text) && !chatter[w.Text] && !ignore[w.Stem] && !roles.IsPlain(w.Text) {
			content++
		}
	}
	out := map[string]float64{}
	for _, r := range t.rows {
		for _, p := range r.head {
			if !hasAll(has, p.stems) {
				continue
			}
			known := 0.0
			for _, s := range p.stems {
				if !ignore[s] {
					known++
				}
			}
			known = min(known, p.content)
			if v := min(1, (known+0.5)/(max(content, known)+0.5)); v > out[r.name] {
				out[r.name] = v
			}
		}
	}
	return out
}

func hasAll(has map[string]bool, stems []string) bool {
	for _, s := range stems {
		if !has[s] {
			return false
		}
	}
	return len(stems) > 0
}

// speaks reports whether a unit's words say something of the facet.
func (r *facetRow) speaks(u *unit) bool {
	for _, p := range r.say {
		if hasAll(u.has, p.stems) && (len(p.stems) == 1 || text.Index(u.stems, p.stems) >= 0) {
			return true
		}
	}
	return false
}
