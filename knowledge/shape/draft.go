package shape

import (
	"slices"
	"strings"
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/text"
)

// Draft is an answer in progress.
type Draft struct {
	Shape  knowledge.Shape
	More   int  // points left out
	Beside bool // it shows, side by side, those whom the question compares

	lead     point // which announces the points
	columns  []string
	points   []point
	also     []point         // said after them, as prose
	said     map[string]bool // passages, by their IDs
	headings []string        // over what is said
}

// point is one thing that is said, with where the documents say it.
type point struct {
	label  string
	text   string
	from   []*outline.Place
	cells  []point // of a row
	inside []point
	code   bool
}

// each visits a point and those inside it.
func (p point) each(visit func(point)) {
	visit(p)
	for _, in := range slices.Concat(p.cells, p.inside) {
		in.each(visit)
	}
}

// add adds a point and notes what it says.
func (d *Draft) add(p point) {
	d.points = append(d.points, p)
	d.note(p)
}

// announce puts a point first.
func (d *Draft) announce(p point) {
	d.lead = p
	d.note(p)
}

func (d *Draft) note(p point) {
	p.each(func(p point) {
		for _, from := range p.from {
			d.said[from.ID] = true
			if h := strings.Join(from.Section.Path, " ") + " " + from.Section.Doc.Title; !slices.Contains(d.headings, h) {
				d.headings = append(d.headings, h)
			}
		}
	})
}

// Says reports whether the draft says a passage, at least in part.
func (d *Draft) Says(id string) bool { return d.said[id] }

// length is the draft's length in characters, not counting what comes after its points.
func (d *Draft) length() int {
	return utf8.RuneCountInString(d.lead.text) + lengthOf(d.points, d.columns)
}

// lengthOf is how many characters points have, as they are shown.
func lengthOf(ps []point, columns []string) (n int) {
	for _, p := range ps {
		n += utf8.RuneCountInString(p.label) + utf8.RuneCountInString(p.text) + 3 + 4*strings.Count(p.text, "\n") // which are indented
		for i, c := range p.cells {
			n += utf8.RuneCountInString(c.text) + utf8.RuneCountInString(columns[i]) + 4
		}
		n += lengthOf(p.inside, columns)
	}
	return n
}

// Texts returns all texts of the draft.
func (d *Draft) Texts() []string {
	all := slices.Clone(d.columns)
	for _, p := range slices.Concat([]point{d.lead}, d.points, d.also) {
		p.each(func(p point) { all = append(all, p.label, p.text) })
	}
	return all
}

// Stems returns the stems of what is said and of the headings above it.
func (d *Draft) Stems() map[string]bool {
	return text.StemsIn(append(d.Texts(), d.headings...)...)
}

// Names reports whether what is said, or a heading above it, has a name as a whole.
func (d *Draft) Names(name string) bool {
	key := " " + text.Key(name) + " "
	return slices.ContainsFunc(append(d.Texts(), d.headings...), func(t string) bool { return strings.Contains(" "+text.Key(t)+" ", key) })
}
