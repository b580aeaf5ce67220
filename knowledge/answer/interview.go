package answer

import (
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// maxAreas is how many areas an interview has at most: an hour's practice.
const maxAreas = 12

// Interview is what the documents say that interviewers for a role ask about or
// look for, in the order of the documents: the things that sentences on interviews
// enumerate, and the items, rows and headings under headings on interviews. role is
// what a person wrote, "" for the role that the documents are most about. The name
// is that of the role, "" where it is unknown; there are no areas where the
// documents name none.
func (e *Engine) Interview(role string) (name string, areas []knowledge.Area) {
	i := e.roleTyped(role)
	if i < 0 {
		return "", nil
	}
	f := areaFinder{e: e, role: i, umbrellas: map[string]bool{}}
	for at := range e.corpus.passages {
		if p := &e.corpus.passages[at]; f.concerns(p) {
			f.read(p)
		}
	}
	f.addHeadings()
	for k := range f.areas[:min(len(f.areas), maxAreas)] {
		areas = append(areas, f.area(k))
	}
	return e.roles[i].Name, areas
}

// roleTyped is the role that a person wrote, or the one with the most documents
// where they wrote none; -1 for one that is unknown.
func (e *Engine) roleTyped(text string) int {
	if strings.TrimSpace(text) == "" {
		best := -1
		for i, r := range e.roles[:e.levelsFrom] {
			if len(r.Docs) > 0 && (best < 0 || len(r.Docs) > len(e.roles[best].Docs)) {
				best = i
			}
		}
		return best
	}
	if r := e.read(text); len(r.roles) > 0 {
		return r.roles[0]
	}
	return -1
}

// areaFound is an area with the sentences that name it.
type areaFound struct {
	name, key string
	ask       string // as a document words it, or ""
	says      []quote
}

// quote is a unit of a passage, or the whole passage.
type quote struct {
	p     *passage
	unit  int
	whole bool
}

func (q quote) text() string {
	if q.whole {
		return q.p.Text
	}
	return q.p.units[q.unit].text
}

// areaFinder collects the areas of a role's interview.
type areaFinder struct {
	e         *Engine
	role      int
	areas     []areaFound
	umbrellas map[string]bool // keys of what other areas are kinds of: "soft skills"
}

// concerns reports whether a passage may speak of the role's interview.
func (f *areaFinder) concerns(p *passage) bool {
	if !f.mayHold(p.section) || len(p.units) == 0 {
		return false
	}
	heading := f.e.corpus.sections[p.section].Heading()
	if about := f.e.rolesIn(heading); !slices.Contains(about, f.role) && (len(about) > 0 || f.e.ofAnotherJob(heading)) {
		return false
	}
	if len(f.e.corpus.sections[p.section].about) > 0 {
		return true
	}
	found := false
	f.e.corpus.ancestors(p.section, func(s *section) {
		found = found || slices.Contains(f.e.rolesIn(s.Heading()), f.role)
	})
	return found || slices.ContainsFunc(p.units, func(u unit) bool { return slices.Contains(u.roles, f.role) })
}

// mayHold reports whether a section is about the role, or about none: nothing is asked
// of a role that no document is about.
func (f *areaFinder) mayHold(section int) bool {
	return !f.e.isSecondary(f.role) && f.e.keeps(&reading{roles: []int{f.role}}, section)
}

// ofAnotherJob tells a heading on the interview of a job by its name: "interviews
// for a lighthouse keeper".
func (e *Engine) ofAnotherJob(heading string) bool {
	words := strings.Join(text.StemsOf(slices.DeleteFunc(text.Words(heading), func(w text.Word) bool { return text.IsArticle(w.Text) })), " ")
	return slices.ContainsFunc(e.index.In(heading).Foreign, func(f roles.Foreign) bool {
		name := text.Key(f.Name)
		return strings.Contains(name, " ") &&
			(strings.Contains(words, name+" interview") || strings.Contains(words, "for "+name) || strings.Contains(words, "of "+name))
	})
}

// read takes what a passage names.
func (f *areaFinder) read(p *passage) {
	on := f.e.isOnInterviews(p.section)
	switch {
	case p.Kind == knowledge.Row:
		if on {
			f.readRow(p)
		}
	case p.Kind == knowledge.Paragraph:
		f.readSentences(p, on)
	case on && !f.readSentences(p, true):
		f.readItem(p)
	}
}

// isOnInterviews tells a section whose heading, or one above, speaks of interviews
// and of what is asked there, not of how they go about.
func (e *Engine) isOnInterviews(sec int) bool {
	on, procedure := false, false
	e.corpus.ancestors(sec, func(s *section) {
		if !on && s.facets[facetInterview] >= headingSure {
			on = true
			procedure = procedure || proceduralHeading.MatchString(s.Heading())
		} else if !on {
			procedure = procedure || proceduralHeading.MatchString(s.Heading())
		}
	})
	return on && !procedure
}

// add takes an area in, or what further says of one that is known.
func (f *areaFinder) add(name, ask string, q quote) {
	key := areaKey(name)
	if key == "" || f.umbrellas[key] {
		return
	}
	for i := range f.areas {
		if a := &f.areas[i]; a.key == key {
			if !slices.Contains(a.says, q) {
				a.says = append(a.says, q)
			}
			return
		}
	}
	f.areas = append(f.areas, areaFound{name: name, key: key, ask: ask, says: []quote{q}})
}

// drop leaves an area out that others are kinds of.
func (f *areaFinder) drop(name string) {
	if key := areaKey(name); key != "" {
		f.umbrellas[key] = true
		f.areas = slices.DeleteFunc(f.areas, func(a areaFound) bool { return a.key == key })
	}
}

// areaKey is the same for names of the same thing: "conflict management" and
// "conflict management skills".
func areaKey(name string) string {
	out := nameStems(name)
	if len(out) == 0 {
		return strings.Join(text.Stems(name), " ")
	}
	return strings.Join(out, " ")
}

// unspecific are words that make no other area of one.
var unspecific = []string{"skill", "skills", "ability", "abilities"}
