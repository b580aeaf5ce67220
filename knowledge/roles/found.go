package roles

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// found is a role or a level while roles are being assembled.
type found struct {
	tokens   []token
	name     string   // as it is shown
	aliases  []string // in the order in which they were found
	places   []Place
	declared []Place // those of them that no name in a title or heading shows
	levels   []*found
	number   int // of a level
	step     int // of a level: see [Level]
	order    int // where it is first named: documents are read in their order
}

// level returns a role's level with a number or code, and makes it if there is none yet.
func (r *found) level(id levelID, raw string, order int) *found {
	code := strings.ToUpper(id.code)
	for _, l := range r.levels {
		if id.number > 0 && l.number == id.number || code != "" && l.isCalled(code) {
			l.take(id)
			return l
		}
	}
	l := &found{order: order, name: strings.TrimSpace(raw)}
	if id.number > 0 && id.step == 0 && !id.alone && r.name != "" {
		l.name = r.name + " " + strconv.Itoa(id.number)
	}
	l.take(id)
	r.levels = append(r.levels, l)
	return l
}

func (r *found) isCalled(name string) bool {
	return strings.EqualFold(r.name, name) || slices.ContainsFunc(r.aliases, func(a string) bool { return strings.EqualFold(a, name) })
}

func (r *found) take(id levelID) {
	r.number, r.step = max(r.number, id.number), max(r.step, id.step)
	if id.code != "" {
		r.alias(strings.ToUpper(id.code))
	}
}

// declareAt notes a place that is declared to describe a role or level.
func (r *found) declareAt(p Place) {
	r.places, r.declared = append(r.places, p), append(r.declared, p)
}

// alias gives a role or level another name, unless it has that name already.
func (r *found) alias(name string) {
	if !r.isCalled(name) {
		r.aliases = append(r.aliases, name)
	}
}

// initials returns the initials of a name: TPM for "technical product manager".
func initials(name []token) string {
	var b strings.Builder
	for _, t := range name {
		for _, r := range t.text {
			b.WriteRune(unicode.ToUpper(r))
			break
		}
	}
	return b.String()
}

func (r *found) merge(other *found) {
	r.places = append(r.places, other.places...)
	r.levels = append(r.levels, other.levels...)
	for _, a := range other.aliases {
		r.alias(a)
	}
	r.order = min(r.order, other.order)
}

// isIn reports whether a role is described in a folder.
func (r *found) isIn(dir string) bool {
	return slices.ContainsFunc(r.places, func(p Place) bool { return path.Dir(p.Doc) == dir })
}

// hasDocument reports whether a document as a whole is about a role.
func (r *found) hasDocument(id string) bool {
	return slices.ContainsFunc(r.places, func(p Place) bool { return p.Doc == id && p.Section < 0 })
}
