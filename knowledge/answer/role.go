package answer

import (
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/roles"
)

// role is a role, or a level of one.
type role struct {
	knowledge.Role
	subject roles.Subject
}

// findRoles makes the engine's roles of those that the documents describe: roles that
// are described come first, then those that are only compared with them, then levels.
func (e *Engine) findRoles() {
	e.roleOf = map[roles.Subject]int{}
	all := e.index.Roles()
	for _, described := range []bool{true, false} {
		for i, r := range all {
			if (len(r.Docs) > 0) == described {
				e.addRole(r.Role, roles.Subject{Role: i, Level: -1})
			}
		}
	}
	e.levelsFrom = len(e.roles)
	for i, r := range all {
		for k, l := range r.Levels {
			var docs []string
			for _, p := range l.Places {
				if !slices.Contains(docs, p.Doc) {
					docs = append(docs, p.Doc)
				}
			}
			e.addRole(knowledge.Role{Name: l.Name, Aliases: l.Aliases, Docs: docs}, roles.Subject{Role: i, Level: k})
		}
	}
}

func (e *Engine) addRole(kr knowledge.Role, of roles.Subject) {
	e.roleOf[of] = len(e.roles)
	e.roles = append(e.roles, role{kr, of})
}

// isSecondary tells a role that nothing describes, but only compares with others.
func (e *Engine) isSecondary(role int) bool { return len(e.roles[role].Docs) == 0 }

// subjects are the roles asked for, as documents are about them.
func (e *Engine) subjects(is []int) []roles.Subject {
	var out []roles.Subject
	for _, i := range is {
		out = append(out, e.roles[i].subject)
	}
	return out
}

// rolesOf are the roles behind subjects; a level that belongs to no role is none.
func (e *Engine) rolesOf(of []roles.Subject) []int {
	var out []int
	for _, s := range of {
		if i, ok := e.roleOf[s]; ok && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// maxAcronym is how many letters initials may have to be offered as a name: people
// say "PM", but nobody says "GAOM".
const maxAcronym = 3

// acronym is the role's shortest alias in capitals that documents use, or its name.
func (r *role) acronym(c *corpus) string {
	best := r.Name
	for _, a := range r.Aliases {
		if strings.ToUpper(a) == a && len(a) < len(best) && len(a) <= maxAcronym && c.vocab[strings.ToLower(a)] > 0 {
			best = a
		}
	}
	return best
}

// initials of "technical product manager" are TPM.
func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		b.WriteString(strings.ToUpper(string([]rune(w)[:1])))
	}
	return b.String()
}
