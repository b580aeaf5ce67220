package answer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/text"
)

// builder assembles an answer and keeps its promises: every text with the passage
// it stands in, citations in the order of their use, no more than fits.
type builder struct {
	e     *Engine
	a     knowledge.Answer
	cites map[string]int // section cited -> index into a.Citations
}

func (e *Engine) newBuilder() *builder {
	return &builder{e: e, cites: map[string]int{}}
}

// cite returns the index of the citation of p's section.
func (b *builder) cite(p *passage) int {
	c := b.e.corpus.cite(p)
	key := c.Doc + "\x00" + c.Section
	i, ok := b.cites[key]
	if !ok {
		i = len(b.a.Citations)
		b.cites[key] = i
		b.a.Citations = append(b.a.Citations, c)
	}
	return i
}

// point adds what a piece of evidence says.
func (b *builder) point(ev *evidence) {
	p := ev.passage
	text := b.e.excerpt(ev)
	label := ""
	switch {
	case p.Kind == knowledge.Row:
		label = rowLabel(p, ev.unit)
	case isFragment(p) && p.Label == "" || p.Kind == knowledge.Item && !b.e.namesRole(p):
		label = b.e.headingOf(p)
	}
	cites := []int{b.cite(p)}
	for _, same := range ev.same {
		if i := b.cite(same.passage); !slices.Contains(cites, i) {
			cites = append(cites, i)
		}
	}
	b.add(knowledge.Point{Label: label, Text: text, Cites: cites, Inside: b.announced(p, text)})
}

// announced is the list that a text announces with its colon: without it the text
// says nothing.
func (b *builder) announced(p *passage, said string) []knowledge.Point {
	if !strings.HasSuffix(said, ":") {
		return nil
	}
	place, _ := b.e.corpus.outline.Find(p.ID)
	switch l := place.Announces.List; {
	case l != nil:
		return b.items(l.Items, maxAnnounced)
	case place.Item != nil && place.Item.Passage.ID == p.ID:
		return b.inside(place.Item.Inside, true)
	}
	return nil
}

// maxAnnounced is how long a list may be, in characters, that a sentence among others
// announces.
const maxAnnounced = 600

// rowLabel names a cell by its row and column: "Bonus › L6".
func rowLabel(p *passage, cell int) string {
	column := p.units[cell].column
	if first := p.units[0].text; cell > 0 && p.Columns[0] == "" || cell > 0 && len(p.Cells) > 2 {
		if column == "" {
			return first
		}
		return first + " › " + column
	}
	return column
}

// wholeRow adds a table's whole row where the question names the row and none of
// its columns: "bonus?" of a table by level.
func (b *builder) wholeRow(r *reading, ev *evidence) bool {
	p := ev.passage
	if p.Kind != knowledge.Row || len(p.Cells) < 3 {
		return false
	}
	asked := map[string]bool{}
	for _, t := range r.terms {
		asked[t.Stem] = true
	}
	named := false
	for _, s := range p.units[0].stems {
		named = named || asked[s]
	}
	for _, col := range p.Columns[1:] {
		for _, s := range text.Stems(col) {
			if asked[s] || b.e.roleWords[s] {
				return false
			}
		}
	}
	if !named {
		return false
	}
	at := b.cite(p)
	pt := knowledge.Point{Label: p.Cells[0]}
	for _, c := range p.Cells[1:] {
		pt.Cells = append(pt.Cells, knowledge.Cell{Text: c, Cites: []int{at}})
	}
	b.a.Columns = p.Columns[1:]
	b.add(pt)
	return true
}

// headingOf is the heading over a passage, with the document's role before it where
// the heading does not name one: what an item without a subject is about.
func (e *Engine) headingOf(p *passage) string {
	sec := &e.corpus.sections[p.section]
	h := strings.TrimSuffix(outline.Unnumbered(sec.Heading()), ":")
	if of := e.rolesOf(sec.about); len(of) == 1 && len(e.rolesIn(h)) == 0 {
		return e.roles[of[0]].Name + " › " + h
	}
	return h
}

// namesRole reports whether a passage names any role.
func (e *Engine) namesRole(p *passage) bool { return len(e.rolesIn(p.Text)) > 0 }

// isFragment tells a passage that needs its heading to be understood: a list item
// or a word that is no sentence.
func isFragment(p *passage) bool {
	return !strings.HasSuffix(p.Text, ".") && (p.Kind != knowledge.Paragraph || len(p.units[0].stems) < 5)
}

func (b *builder) add(p knowledge.Point) { b.a.Points = append(b.a.Points, p) }

// answer finishes the answer: points that would make it too long are left out,
// from the last on.
func (b *builder) answer(shape knowledge.Shape, confidence float64) knowledge.Answer {
	a := b.a
	a.Kind, a.Shape, a.Confidence = knowledge.Answered, shape, confidence
	for len(a.Also) > 0 && utf8.RuneCountInString(a.Text()) > knowledge.MaxAnswer {
		a.Also = a.Also[:len(a.Also)-1]
	}
	for len(a.Points) > 1 && utf8.RuneCountInString(a.Text()) > knowledge.MaxAnswer {
		a.Points = a.Points[:len(a.Points)-1]
	}
	return dropUnused(a)
}

// dropUnused removes citations that no point uses any more.
func dropUnused(a knowledge.Answer) knowledge.Answer {
	used := map[int]bool{}
	visitCites(&a, func(i int) int { used[i] = true; return i })
	to := map[int]int{}
	var kept []knowledge.Citation
	for i, c := range a.Citations {
		if used[i] {
			to[i] = len(kept)
			kept = append(kept, c)
		}
	}
	a.Citations = kept
	visitCites(&a, func(i int) int { return to[i] })
	return a
}

// visitCites calls f for every index into the citations and stores what it returns.
func visitCites(a *knowledge.Answer, f func(int) int) {
	each := func(is []int) {
		for k, i := range is {
			is[k] = f(i)
		}
	}
	var points func([]knowledge.Point)
	points = func(ps []knowledge.Point) {
		for _, p := range ps {
			each(p.Cites)
			for _, c := range p.Cells {
				each(c.Cites)
			}
			points(p.Inside)
		}
	}
	each(a.LeadCites)
	points(a.Also)
	points(a.Points)
}

// finish adds what every answer has: where to go on from here.
func (e *Engine) finish(a knowledge.Answer, r *reading) knowledge.Answer {
	if a.Why == nil {
		a.Why = e.explainReading(r)
	}
	if a.Kind == knowledge.Answered && len(a.Suggestions) == 0 {
		a.Suggestions = e.near(r)
	}
	return a
}
