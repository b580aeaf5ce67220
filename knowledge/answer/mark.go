package answer

import (
	"maps"
	"slices"

	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// markRoles notes for every section whom it is about, and for every unit which roles
// it names; headings of its section count where it names none itself.
func (e *Engine) markRoles() {
	n := map[string]int{}
	for i := range e.corpus.sections {
		s := &e.corpus.sections[i]
		s.about = e.index.About(s.Doc.ID, n[s.Doc.ID])
		n[s.Doc.ID]++
		e.nameLevels(s)
	}
	for i := range e.corpus.passages {
		p := &e.corpus.passages[i]
		heading := e.rolesIn(e.corpus.sections[p.section].Heading())
		p.kind = e.kindOf(p)
		for u := range p.units {
			unit := &p.units[u]
			unit.roles = e.rolesIn(unit.column + ". " + unit.text)
			if len(unit.roles) == 0 {
				unit.roles = heading
			}
			if p.kind >= 0 && !slices.Contains(unit.roles, p.kind) {
				unit.roles = append(slices.Clip(unit.roles), p.kind)
			}
		}
	}
}

// nameLevels lets the levels that a section is about count as words of its heading.
func (e *Engine) nameLevels(s *section) {
	for _, a := range s.about {
		for _, w := range text.Words(e.index.Name(a))[:e.index.Ranked(a)] {
			if !slices.Contains(s.stems, w.Stem) {
				s.stems = append(s.stems, w.Stem)
			}
		}
	}
}

// unname takes the job nouns that stand only in the names of roles from what headings
// and units say: who names a manager does not say that anything is managed.
func (e *Engine) unname() {
	nouns := map[string]bool{}
	for _, r := range e.roles[:e.levelsFrom] {
		ws := text.Words(r.Name)
		if last := ws[len(ws)-1]; e.index.IsJob(last.Text) {
			nouns[last.Stem] = true
		}
	}
	for i := range e.corpus.sections {
		s := &e.corpus.sections[i]
		outside := e.outsideNames(s.Heading())
		s.stems = slices.DeleteFunc(s.stems, func(s string) bool { return nouns[s] && !outside[s] })
	}
	for i := range e.corpus.passages {
		p := &e.corpus.passages[i]
		for u := range p.units {
			outside := e.outsideNames(p.units[u].text)
			maps.DeleteFunc(p.units[u].has, func(s string, _ bool) bool { return nouns[s] && !outside[s] })
		}
	}
	e.corpus.recount(nouns)
}

// kindOf is the role that a passage's label names a kind of ("API product manager"),
// or -1. "Agile product management" is no kind of a job.
func (e *Engine) kindOf(p *passage) int {
	for _, m := range e.index.In(p.Label).Named {
		if of := e.rolesOf(m.Subjects); m.Kind && !m.Field && m.To == len(p.Label) && len(of) == 1 {
			return of[0]
		}
	}
	return -1
}

// keeps tells whether a section may hold evidence for a question: it is about a role
// or level that the question names, or about none. What documents only compare with
// others is said in sections on those.
func (e *Engine) keeps(r *reading, section int) bool {
	if r.assumed || len(r.roles) == 1 && e.isSecondary(r.roles[0]) {
		return true
	}
	return e.index.Keeps(append(e.subjects(r.roles), r.scale...), e.corpus.sections[section].about)
}

// keepsPassage is keeps for a passage: one whose label names a kind of a role that is
// asked for is about that, whatever its section is.
func (e *Engine) keepsPassage(r *reading, p *passage) bool {
	return p.kind >= 0 && slices.Contains(r.roles, p.kind) || e.keeps(r, p.section)
}

// isOn tells whether a section is about a role or one of its levels.
func (e *Engine) isOn(role, section int) bool {
	return slices.ContainsFunc(e.corpus.sections[section].about, func(s roles.Subject) bool {
		return s.Role == e.roles[role].subject.Role && e.index.Keeps([]roles.Subject{e.roles[role].subject}, []roles.Subject{s})
	})
}
