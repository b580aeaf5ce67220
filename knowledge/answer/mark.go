package answer

import (
	"maps"
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// markRoles notes for every section whom it is about, and for every unit which roles
// it names; headings of its section count where it names none itself.
func (e *Engine) markRoles() {
	e.firstOf = map[string]int{}
	for i := range e.corpus.sections {
		s := &e.corpus.sections[i]
		if _, ok := e.firstOf[s.Doc.ID]; !ok {
			e.firstOf[s.Doc.ID] = i
		}
		s.about = e.index.About(s.Doc.ID, i-e.firstOf[s.Doc.ID])
		e.nameLevels(s)
	}
	for i := range e.corpus.passages {
		p := &e.corpus.passages[i]
		heading := e.rolesIn(e.corpus.sections[p.section].Heading())
		p.kind = e.kindOf(p)
		e.markAbout(p)
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

// markAbout notes whom a passage and its cells and sentences are about.
func (e *Engine) markAbout(p *passage) {
	sec := &e.corpus.sections[p.section]
	in := p.section - e.firstOf[p.Doc]
	at := slices.IndexFunc(sec.Passages, func(q knowledge.Passage) bool { return q.ID == p.ID })
	p.about = e.index.Passage(p.Doc, in, at)
	first := at
	for first > 0 && p.Kind == knowledge.Row && sec.Passages[first-1].Kind == p.Kind && sec.Passages[first-1].Group == p.Group {
		first--
	}
	for u := range p.units {
		switch {
		case p.Kind == knowledge.Row:
			p.units[u].about = e.index.Column(p.Doc, in, first, u)
		case len(p.about) == 0:
			p.units[u].about = e.index.Opens(p.units[u].text)
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
	if len(nouns) == 0 {
		return
	}
	isNoun := func(s string) bool { return nouns[s] }
	for i := range e.corpus.sections {
		if s := &e.corpus.sections[i]; slices.ContainsFunc(s.stems, isNoun) {
			outside := e.outsideNames(s.Heading())
			s.stems = slices.DeleteFunc(s.stems, func(s string) bool { return nouns[s] && !outside[s] })
		}
	}
	for i := range e.corpus.passages {
		p := &e.corpus.passages[i]
		for u := range p.units {
			if unit := &p.units[u]; slices.ContainsFunc(unit.stems, isNoun) {
				outside := e.outsideNames(unit.text)
				maps.DeleteFunc(unit.has, func(s string, _ bool) bool { return nouns[s] && !outside[s] })
			}
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
	return e.keepsAbout(r, e.corpus.sections[section].about)
}

// keepsPassage is keeps for a passage: one whose label names a kind of a role that is
// asked for is about that, whatever its section is.
func (e *Engine) keepsPassage(r *reading, p *passage) bool {
	return p.kind >= 0 && slices.Contains(r.roles, p.kind) || e.keepsAbout(r, p.about)
}

func (e *Engine) keepsAbout(r *reading, about []roles.Subject) bool {
	if len(about) == 0 || r.assumed || len(r.roles) == 1 && e.isSecondary(r.roles[0]) {
		return true
	}
	return e.index.Keeps(append(e.subjects(r.roles), r.scale...), about)
}

// isOn tells whether a section is about a role or one of its levels, or about just
// that level.
func (e *Engine) isOn(role, section int) bool {
	of := e.roles[role].subject
	return slices.ContainsFunc(e.corpus.sections[section].about, func(s roles.Subject) bool {
		return s == of || of.Level < 0 && s.Role == of.Role && e.index.Keeps([]roles.Subject{of}, []roles.Subject{s})
	})
}
