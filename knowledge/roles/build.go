package roles

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// builder assembles roles from what the finder found.
type builder struct {
	*finder
	roster
	scale   []*found        // levels of no role in particular
	not     map[string]bool // keys of names that, according to lists, are not roles
	missing []string        // what lists name but does not exist
}

func newBuilder(f *finder) *builder {
	return &builder{finder: f, roster: roster{ends: f.lex, byKey: map[string]*found{}, levels: map[string]*found{}}, not: map[string]bool{}}
}

// rounds is how often candidates are weighed: a role that is known ("Buddy") reveals
// others ("Cross Functional Buddy").
const rounds = 2

// build finds the roles.
func (b *builder) build(lists []List) {
	b.declare(lists)
	for range rounds {
		b.weigh()
		b.accept()
		b.learn()
	}
	b.foldInitials()
	b.addLadders()
	b.readTables()
	b.foldRanks()
	b.addLevels()
	b.addAliases()
	slices.SortStableFunc(b.all, func(x, y *found) int { return cmp.Compare(x.order, y.order) })
}

// order ranks places by document and section.
func order(doc, section int) int { return doc<<20 + section + 1 }

// accept takes in the candidates that name roles, those from titles first, since a name is shown as
// it is written there.
func (b *builder) accept() {
	cs := slices.Clone(b.cands)
	slices.SortStableFunc(cs, func(x, y *candidate) int { return cmp.Compare(x.where, y.where) })
	for _, c := range cs {
		if c.taken || b.not[key(c.named())] || !b.isRole(c) && !b.isKnown(c) || b.isKind(c) {
			continue
		}
		c.taken = true
		r := b.role(c.named(), c.short.raw, order(c.doc, c.at.Section))
		r.order = min(r.order, order(c.doc, c.at.Section))
		if isShortFor(c.bracket, c.name) {
			r.alias(strings.ToUpper(c.bracket[0].text))
		}
		b.placeOf(r, c)
	}
}

// learn lets the names of found roles reveal others, by their last words and their initials.
func (b *builder) learn() {
	for _, r := range b.all {
		if last := r.tokens[len(r.tokens)-1].one; !hasOf(r.tokens) {
			b.lex[last] = max(b.lex[last], learnedSure)
		}
		if in := strings.ToLower(initials(r.tokens)); len(in) > 1 && b.heads[in] {
			b.lex[in] = max(b.lex[in], learnedSure)
		}
	}
	for _, c := range b.cands {
		c.head = max(c.head, b.lex.headOf(c.name))
	}
}

// learnedSure is how much it counts for a candidate that its last word is also that of a role already found.
const learnedSure = 0.6

// isKind reports whether a label or a row names a kind of a known role: "API product manager" is about
// product managers, and not another role. A kind with levels of its own is a role: "Engineering Manager 2".
func (b *builder) isKind(c *candidate) bool {
	if c.where != inLabel && c.where != inRow || c.hasLevel() {
		return false
	}
	name := c.named()
	for n := 1; n < len(name); n++ {
		if b.byKey[key(name[n:])] != nil && n != rankOf(name) {
			return true
		}
	}
	return false
}

// placeOf notes where a role, or the level of it that the text names, is described.
func (b *builder) placeOf(r *found, c *candidate) {
	id := c.short.level
	ranked := rankOf(r.tokens) > 0
	switch {
	case !id.isZero() && !id.alone && len(c.short.phrases) == 1 && (!ranked || id.number > 0):
		l := r.level(id, c.short.raw, order(c.doc, c.at.Section))
		l.places = append(l.places, c.at)
	case ranked && id.code != "" && len(c.short.phrases) == 1:
		r.alias(strings.ToUpper(id.code))
		r.places = append(r.places, c.at)
	case c.stands():
		r.places = append(r.places, c.at)
	}
}

// titled is a name with a capital at the start of each of its words, except those of grammar.
func titled(s string) string {
	r := []rune(s)
	for i, t := range scan(s) {
		if i == 0 || !t.isGrammar() {
			at := utf8.RuneCountInString(s[:t.from])
			r[at] = unicode.ToUpper(r[at])
		}
	}
	return string(r)
}
