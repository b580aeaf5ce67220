package answer

import (
	"sort"
	"strings"
	"unicode"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// role is a role with the ways of naming it, as stems.
type role struct {
	knowledge.Role
	names [][]string // the name and its aliases, longest first
}

// compile makes the names ready for matching.
func (r *role) compile() {
	r.names = [][]string{text.Stems(r.Name)}
	for _, a := range r.Aliases {
		r.names = append(r.names, text.Stems(a))
	}
	sort.SliceStable(r.names, func(i, j int) bool { return len(r.names[i]) > len(r.names[j]) })
}

// maxAcronym is how many letters initials may have to be offered as a name: people
// say "PM", but nobody says "GAOM".
const maxAcronym = 3

// acronym is the role's shortest alias in capitals that documents use, or its name
// for one person.
func (r *role) acronym(c *corpus) string {
	best := r.one()
	for _, a := range r.Aliases {
		if strings.ToUpper(a) == a && len(a) < len(best) && len(a) <= maxAcronym && c.vocab[strings.ToLower(a)] > 0 {
			best = a
		}
	}
	return best
}

// one is the role's name for one person: "Actuary", where documents say "Actuaries".
func (r *role) one() string {
	ws := strings.Fields(r.Name)
	last := ws[len(ws)-1]
	if one := text.Singular(strings.ToLower(last)); isJobNoun(last) || one != strings.ToLower(last) {
		ws[len(ws)-1] = last[:min(len(last), len(one))]
		if !strings.HasPrefix(strings.ToLower(last), one) {
			ws[len(ws)-1] = titled(one)
		}
	}
	return strings.Join(ws, " ")
}

// initials of "technical product manager" are TPM.
func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		b.WriteRune(unicode.ToUpper([]rune(w)[0]))
	}
	return b.String()
}

// titled writes a name with capitals.
func titled(name string) string {
	ws := strings.Fields(name)
	for i, w := range ws {
		r := []rune(w)
		if !text.IsFunction(w) || i == 0 {
			r[0] = unicode.ToUpper(r[0])
		}
		ws[i] = string(r)
	}
	return strings.Join(ws, " ")
}
