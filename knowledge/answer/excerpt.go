package answer

import (
	"strings"
	"unicode/utf8"

	"careeradvisor/knowledge"
)

const (
	// wholePassage is how long a passage may be, in characters, to be said whole.
	wholePassage = 330
	// leastExcerpt is the length up to which an excerpt goes on with what follows: one
	// short sentence rarely says all.
	leastExcerpt = 260
	// maxExcerpt is how long an excerpt may grow by sentences that help.
	maxExcerpt = 420
)

// excerpt is what is said of a passage: its best sentence; the one before where it
// leans on it; those beside it that meet the question nearly as well or complete
// it. A short passage is said whole.
func (e *Engine) excerpt(ev *evidence) string {
	p := ev.passage
	if p.Kind == knowledge.Row {
		return p.units[ev.unit].text
	}
	if utf8.RuneCountInString(p.Text) <= wholePassage {
		return p.Text
	}
	from, to := ev.unit, ev.unit+1
	for from > 0 && p.units[from].leans {
		from--
	}
	least := ranking.neighbour * ev.scores[ev.unit]
	for to < len(p.units) && fits(p, from, to+1) {
		next := &p.units[to]
		if ev.scores[to] < least && (to-from != 1 || !next.leans) {
			break
		}
		to++
	}
	for from > 0 && fits(p, from-1, to) && ev.scores[from-1] >= least {
		from--
	}
	if from == 1 && fits(p, 0, to) {
		from = 0 // a paragraph's first sentence says what the next is about
	}
	for to < len(p.units) && utf8.RuneCountInString(joinUnits(p.units[from:to])) < leastExcerpt && fits(p, from, to+1) {
		to++
	}
	return joinUnits(p.units[from:to])
}

// fits reports whether units in a row are short enough to be said at once.
func fits(p *passage, from, to int) bool {
	return utf8.RuneCountInString(joinUnits(p.units[from:to])) <= maxExcerpt
}

func joinUnits(us []unit) string {
	var parts []string
	for _, u := range us {
		parts = append(parts, u.text)
	}
	return strings.Join(parts, " ")
}
