package answer

import (
	"regexp"
	"slices"
	"sort"

	"careeradvisor/knowledge/text"
)

// maxFurther is how many other passages on an area are shown.
const maxFurther = 2

// further finds what other passages of the role's documents say about an area: only
// sentences in which the words of its name stand close together, the best by the
// engine's own weighing.
func (f *areaFinder) further(a areaFound) []*evidence {
	r := f.e.read(a.name)
	r.roles, r.labels, r.facets = []int{f.role}, nil, nil
	stems := nameStems(a.name)
	if weightIn(r.terms) < telling || len(stems) == 0 || a.ask == a.name+"?" {
		return nil
	}
	var found []*evidence
	for i := range f.e.corpus.passages {
		p := &f.e.corpus.passages[i]
		if !slices.ContainsFunc(p.units, func(u unit) bool { return standTogether(&u, stems) }) || !f.concerns(p) {
			continue
		}
		ev := f.e.weighPassage(r, i, 0)
		if ev == nil || !standTogether(&p.units[ev.unit], stems) || p.units[ev.unit].announces || f.isQuoted(ev) {
			continue
		}
		found = append(found, ev)
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].score > found[j].score })
	var out []*evidence
	for _, ev := range found {
		if len(out) < maxFurther && sayingSame(out, ev) == nil {
			out = append(out, ev)
		}
	}
	return out
}

// nameStems are the stems of the words that make an area's name.
func nameStems(name string) []string {
	var out []string
	for _, w := range text.Words(name) {
		if !text.IsFunction(w.Text) && !slices.Contains(unspecific, w.Text) && !slices.Contains(out, w.Stem) {
			out = append(out, w.Stem)
		}
	}
	return out
}

func weightIn(terms []term) float64 {
	sum := 0.0
	for _, t := range terms {
		sum += t.weight
	}
	return sum
}

// apart is how many other words may stand between those of a name.
const apart = 1

// segments parts a sentence at its signs.
var segments = regexp.MustCompile(`[,;:.()–—]`)

// standTogether reports whether a unit has all the stems within a few words that no
// sign parts, in any order: "problem-solving" is met by "solve a problem".
func standTogether(u *unit, stems []string) bool {
	if !hasAll(u.has, stems) {
		return false
	}
	for _, part := range segments.Split(u.text, -1) {
		has := text.Stems(part)
		for from := range has {
			window := has[from:min(len(has), from+len(stems)+apart)]
			if !slices.ContainsFunc(stems, func(s string) bool { return !slices.Contains(window, s) }) {
				return true
			}
		}
	}
	return false
}

// isQuoted reports whether a passage is quoted already, by any area: what interviewers
// ask about is not said again as what documents say of it.
func (f *areaFinder) isQuoted(ev *evidence) bool {
	return slices.ContainsFunc(f.areas, func(a areaFound) bool {
		return slices.ContainsFunc(a.says, func(q quote) bool {
			return q.p == ev.passage || overlap(&q.p.units[q.unit], &ev.passage.units[ev.unit]) >= sameThing
		})
	})
}
