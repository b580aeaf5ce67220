package answer

import (
	"slices"
	"sort"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// Interests is what the documents say of the interests of roles: one entry for each
// role, interest and document, in the order of roles, interests and documents. It
// rather misses what is said in passing than takes "social media" for an interest.
func (e *Engine) Interests() []knowledge.RoleInterest { return slices.Clone(e.interests()) }

// interestSaid is an interest that a sentence says of a role.
type interestSaid struct {
	interest knowledge.Interest
	role     int // or -1 for the role that the sentence stands under
	some     bool
}

// findInterests looks through all passages; the engine does it once, when asked.
func (e *Engine) findInterests() []knowledge.RoleInterest {
	type key struct {
		role     int
		interest knowledge.Interest
		doc      string
	}
	found := map[key]knowledge.RoleInterest{}
	order := map[key]int{}
	for i := range e.corpus.passages {
		p := &e.corpus.passages[i]
		if !e.mayNameInterests(p) {
			continue
		}
		e.interestsOf(p, func(text string, about []int, s interestSaid) {
			if s.role < 0 && len(about) == 1 {
				s.role = about[0]
			}
			if s.role < 0 {
				return
			}
			k := key{s.role, s.interest, p.Doc}
			if old, ok := found[k]; ok && (!old.Some || s.some) {
				return
			}
			found[k] = knowledge.RoleInterest{Role: e.roles[s.role].Name, Interest: s.interest, Some: s.some, Text: text, Citation: e.corpus.cite(p)}
			order[k] = i
		})
	}
	keys := make([]key, 0, len(found))
	for k := range found {
		keys = append(keys, k)
	}
	all := knowledge.Interests()
	sort.Slice(keys, func(a, b int) bool {
		x, y := keys[a], keys[b]
		if x.role != y.role {
			return x.role < y.role
		}
		if x.interest != y.interest {
			return slices.Index(all, x.interest) < slices.Index(all, y.interest)
		}
		return order[x] < order[y]
	})
	var out []knowledge.RoleInterest
	for _, k := range keys {
		out = append(out, found[k])
	}
	return out
}

// interestStems are the stems of which a passage has one that names an interest.
var interestStems = text.Stems("realistic investigative artistic social enterprising conventional code riasec holland interest")

func (e *Engine) mayNameInterests(p *passage) bool {
	return slices.ContainsFunc(p.units, func(u unit) bool {
		return slices.ContainsFunc(interestStems, func(s string) bool { return u.has[s] })
	}) || e.underInterests(p)
}

// interestsOf reads a passage, and says each interest with the text that names it
// and the roles that it is about.
func (e *Engine) interestsOf(p *passage, say func(text string, about []int, s interestSaid)) {
	if p.Kind == knowledge.Row {
		e.interestsOfRow(p, say)
		return
	}
	if listed := e.interestsListed(p); len(listed) > 0 {
		for _, s := range listed {
			say(p.Text, e.rolesAbout(p, &p.units[0]), s)
		}
		return
	}
	for i := range p.units {
		u := &p.units[i]
		for _, s := range append(interestsCoded(u.text, e.speaksOfInterests(p)), e.interestsInSentence(p, i)...) {
			say(u.text, e.rolesAbout(p, u), s)
		}
	}
}

// rolesAbout are the roles that a unit is about: those it names, its heading's, or
// those of its document.
func (e *Engine) rolesAbout(p *passage, u *unit) []int {
	if len(u.roles) > 0 {
		return u.roles
	}
	return e.rolesOf(e.corpus.sections[p.section].about)
}
