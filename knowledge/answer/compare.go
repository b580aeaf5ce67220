package answer

import (
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// contrasts are the stems of words that set two things against one another.
var contrasts = text.StemSet(text.Set("vs versus differ difference different distinguish compare compared contrast against unlike"))

// maxPairs is how many rows a comparison has that is put together from two places.
const maxPairs = 5

// maxSide is how long one side of a row may be.
const maxSide = 350

// sidesOf are the two, or three, whom a question sets side by side; nil where it does
// not: they are next to one another, and it has a word that contrasts, or no other.
func (e *Engine) sidesOf(r *reading) []roles.Subject {
	ms := e.mentions(r.text)
	if len(ms) < 2 {
		return nil
	}
	var sides []roles.Subject
	rest := r.text[:ms[0].From]
	for i, m := range ms {
		end := len(r.text)
		if i+1 < len(ms) {
			end = ms[i+1].From
		}
		between := r.text[m.To:end]
		rest += " " + between
		if i+1 < len(ms) && len(sides) < 2 && !isJoint(between) {
			return nil
		}
		for _, s := range m.Subjects[:1] {
			if !slices.Contains(sides, s) {
				sides = append(sides, s)
			}
		}
	}
	contrast, other := false, false
	for _, w := range text.Words(rest) {
		contrast = contrast || contrasts[w.Stem]
		other = other || w.IsContent() && !contrasts[w.Stem]
	}
	if len(sides) < 2 || len(sides) > 3 || other && !contrast {
		return nil
	}
	return sides
}

// hasContrast reports whether a question sets things against one another.
func hasContrast(s string) bool {
	return slices.ContainsFunc(text.Words(s), func(w text.Word) bool { return contrasts[w.Stem] })
}

// isJoint reports whether what is between two names only joins or contrasts them.
func isJoint(s string) bool {
	for _, w := range text.Words(s) {
		if w.IsContent() && !contrasts[w.Stem] {
			return false
		}
	}
	return true
}

// compare says two roles or levels side by side: the columns of a table that has both,
// or what is in the same place of each. It reports false where that is not asked, or
// a place speaks of both.
func (e *Engine) compare(f *finding, b *composed) bool {
	sides := e.sidesOf(f.reading)
	if sides == nil {
		return false
	}
	if e.besideInTable(f, b, sides) {
		return true
	}
	best := f.gathered.candidates[0]
	if both := e.roles.In(best.heading()).Subjects(); slices.Contains(both, sides[0]) && slices.Contains(both, sides[1]) {
		return false
	}
	return e.beside(f, b, sides)
}

// besideInTable says the columns, or rows, of a table that has both sides.
func (e *Engine) besideInTable(f *finding, b *composed, sides []roles.Subject) bool {
	for _, c := range f.gathered.candidates[:min(20, len(f.gathered.candidates))] {
		if c.in.Sheet == nil {
			continue
		}
		about := e.columnsOf(c.passage)
		var columns []int
		for _, s := range sides {
			for col := range len(c.in.Sheet.Columns) {
				if slices.Contains(about[col], s) && !slices.Contains(columns, col) {
					columns = append(columns, col)
					break
				}
			}
		}
		if len(columns) < len(sides) {
			continue
		}
		rows := e.rowsAsked(f, c.in.Sheet)
		if c.score < f.gathered.candidates[0].score-2 || len(rows) == 0 {
			continue
		}
		b.shape = knowledge.Table
		for _, col := range columns {
			b.columns = append(b.columns, c.in.Sheet.Columns[col])
		}
		for _, i := range rows[:min(len(rows), maxRows)] {
			q, ok := e.corpus.find(c.in.Sheet.Rows[i].ID)
			if !ok {
				continue
			}
			pt := point{label: q.Cells[0]}
			for _, col := range columns {
				pt.cells = append(pt.cells, cell{q.Cells[col], q})
			}
			b.add(pt)
			if b.length() > knowledge.MaxAnswer-100 {
				b.points = b.points[:len(b.points)-1]
				b.more += len(rows) - i
				break
			}
		}
		return len(b.points) > 0
	}
	return false
}

// beside puts together what is said of each side, in pairs of the same heading or label
// where there are any.
func (e *Engine) beside(f *finding, b *composed, sides []roles.Subject) bool {
	said := make([][]*passage, len(sides))
	for i, s := range sides {
		if said[i] = e.saidOf(f, s); len(said[i]) == 0 {
			return false
		}
	}
	b.shape = knowledge.Table
	for _, s := range sides {
		b.columns = append(b.columns, e.roles.Name(s))
	}
	taken := map[string]bool{}
	for _, p := range said[0] {
		pt := point{label: labelOf(p), cells: []cell{{e.side(f, p), p}}}
		for _, other := range said[1:] {
			pair := cell{}
			at := slices.IndexFunc(other, func(q *passage) bool { return !taken[q.ID] && sameLabel(p, q) })
			if at < 0 && pt.label == "" {
				at = slices.IndexFunc(other, func(q *passage) bool { return !taken[q.ID] && labelOf(q) == "" })
			}
			if at >= 0 {
				pair = cell{e.side(f, other[at]), other[at]}
				taken[other[at].ID] = true
			}
			pt.cells = append(pt.cells, pair)
		}
		b.add(pt)
		if len(b.points) >= maxPairs || b.length() > knowledge.MaxAnswer-600 {
			break
		}
	}
	for i, other := range said[1:] { // what has no counterpart
		for _, q := range other {
			if taken[q.ID] || len(b.points) > maxPairs || b.length() > knowledge.MaxAnswer-400 {
				continue
			}
			pt := point{label: labelOf(q), cells: make([]cell, len(sides))}
			pt.cells[i+1] = cell{e.side(f, q), q}
			b.add(pt)
		}
	}
	return true
}

func (e *Engine) side(f *finding, p *passage) string {
	s := p.Body()
	if len(s) > maxSide {
		return e.excerpt(f.reading, s)
	}
	return s
}

// labelOf names what a passage is about within its role: its label, or its heading where
// that does not name the role.
func labelOf(p *passage) string {
	if p.Label != "" {
		return strings.TrimRight(p.Label, ": ")
	}
	return p.in.Section.Title()
}

func sameLabel(p, q *passage) bool { return text.Key(labelOf(p)) == text.Key(labelOf(q)) }

// saidOf are the passages about a side that come first for a question; for one that asks
// for no particular thing, what opens the description.
func (e *Engine) saidOf(f *finding, s roles.Subject) (out []*passage) {
	aspect := e.aspect(f.reading)
	top := 0.
	for _, c := range f.gathered.candidates {
		if !slices.Contains(c.about(e.roles), s) || c.in.Sheet != nil {
			continue
		}
		if len(out) == 0 {
			top = c.score
		}
		if aspect && (c.score < top-1 || len(out) == 3) {
			break
		}
		if len(out) < maxPairs {
			out = append(out, c.passage)
		}
	}
	if !aspect {
		r := &reading{named: []roles.Subject{s}}
		out = nil
		for _, p := range e.describing(r, 40) {
			if p.Kind != knowledge.Code && p.in.Sheet == nil && (p.Level < 2) && len(out) < maxPairs {
				out = append(out, p)
			}
		}
	}
	return out
}

// aspect reports whether a comparison asks for something in particular.
func (e *Engine) aspect(r *reading) bool {
	ms := e.mentions(r.text)
	rest, from := "", 0
	for _, m := range ms {
		rest += " " + r.text[from:m.From]
		from = m.To
	}
	rest += " " + r.text[from:]
	return slices.ContainsFunc(text.Words(rest), func(w text.Word) bool { return w.IsContent() && !contrasts[w.Stem] })
}
