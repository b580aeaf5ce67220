package answer

import (
	"maps"
	"slices"

	"careeradvisor/knowledge/text"
)

// markRoles notes for every unit which roles it names; headings of its section
// count where it names none itself.
func (e *Engine) markRoles() {
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

// unname takes the job nouns that stand only in the names of roles from what headings
// and units say: who names a manager does not say that anything is managed.
func (e *Engine) unname() {
	nouns := map[string]bool{}
	for i, r := range e.roles {
		if name := text.Stems(r.Name); e.endsInJob[i] {
			nouns[name[len(name)-1]] = true
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

// outsideNames are the stems of a text that do not stand in the name of a role.
func (e *Engine) outsideNames(s string) map[string]bool {
	ws := e.expandAliases(text.Words(s))
	stems, taken := text.StemsOf(ws), make([]bool, len(ws))
	outside := map[string]bool{}
	for i := 0; i < len(stems); {
		n, _ := e.roleAt(ws, stems, taken, i)
		if n == 0 {
			outside[stems[i]] = true
		}
		i += max(1, n)
	}
	return outside
}

// kindOf is the role that a passage's label names a kind of ("API product manager"),
// or -1. "Agile product management" is no kind of a job.
func (e *Engine) kindOf(p *passage) int {
	best, length, label := -1, 0, p.label
	ws := text.Words(p.Label)
	for i, r := range e.roles {
		if e.endsInJob[i] && len(ws) > 0 && !isJobNoun(ws[len(ws)-1].Text) {
			continue
		}
		for _, n := range r.names {
			if len(n) > length && len(n) < len(label) && slices.Equal(label[len(label)-len(n):], n) {
				best, length = i, len(n)
			}
		}
	}
	return best
}

// rolesIn are the roles that a text names, the longest names first taken.
func (e *Engine) rolesIn(s string) []int {
	ws := e.expandAliases(text.Words(s))
	stems, taken := text.StemsOf(ws), make([]bool, len(ws))
	var roles []int
	for i := 0; i < len(stems); {
		n, role := e.roleAt(ws, stems, taken, i)
		if n == 0 {
			i++
			continue
		}
		another := qualified(ws[:i]) && !isJobNoun(ws[i-1].Text) // a "hardware product manager"
		if !another && !slices.Contains(roles, role) {
			roles = append(roles, role)
		}
		i += n
	}
	return roles
}

// isSecondary tells a role that no document is about, but only compared with.
func (e *Engine) isSecondary(role int) bool { return len(e.roles[role].Docs) == 0 }
