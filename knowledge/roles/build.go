package roles

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"careeradvisor/knowledge/text"
)

// found is a role or a level while roles are put together.
type found struct {
	tokens   []token
	name     string   // as it is shown
	aliases  []string // in the order in which they were found
	places   []Place
	declared []Place // those of them that no name in a title or heading tells
	levels   []*found
	number   int    // of a level
	order    int    // where it is first named: documents are read in their order
	initials string // that the documents do not have
}

// builder puts roles together from what the finder found.
type builder struct {
	*finder
	byKey  map[string]*found
	all    []*found
	levels map[string]*found // those of roles that have a name with a rank, by its key
	scale  []*found          // levels of no role in particular

	not     map[string]bool // keys of names that lists say are no roles
	missing []string        // what lists name and there is not
}

func newBuilder(f *finder) *builder {
	return &builder{finder: f, byKey: map[string]*found{}, levels: map[string]*found{}, not: map[string]bool{}}
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
	b.addCompared()
	b.addAliases()
	slices.SortStableFunc(b.all, func(x, y *found) int { return cmp.Compare(x.order, y.order) })
}

// role is the role of a name, made if there is none yet; raw is the text that has the
// name.
func (b *builder) role(name []token, raw string, order int) *found {
	k := key(name)
	r := b.byKey[k]
	if r == nil {
		r = &found{tokens: name, name: b.shown(name, raw), order: order}
		b.byKey[k] = r
		b.all = append(b.all, r)
	}
	return r
}

// drop takes a role out that is part of another.
func (b *builder) drop(r *found) {
	delete(b.byKey, key(r.tokens))
	b.all = slices.DeleteFunc(b.all, func(x *found) bool { return x == r })
}

// shown is a name as it is shown: as its text writes it, for one person, with capitals.
func (b *builder) shown(name []token, raw string) string {
	last := name[len(name)-1]
	s := raw[name[0].from:last.to]
	for _, end := range [...]string{"'s", "’s", "'", "’"} {
		s = strings.TrimSuffix(s, end)
	}
	if one := text.Singular(last.text); one != last.text && !hasOf(name) && b.lex.head(name) > 0 {
		same := 0
		for same < len(one) && one[same] == last.text[same] {
			same++
		}
		s = s[:max(0, len(s)-len(last.text)+same)] + one[same:]
	}
	return titled(s)
}

func hasOf(name []token) bool {
	return slices.ContainsFunc(name, func(t token) bool { return t.text == "of" })
}

// order ranks places by document and section.
func order(doc, section int) int { return doc<<20 + section + 1 }

// accept takes in the candidates that name roles, those of titles first: a name is
// shown as it is written there.
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

// isKnown reports whether a candidate is where a role is described and is one that
// is known by another place, or such a one with a rank: "junior research assistants".
func (b *builder) isKnown(c *candidate) bool {
	if n := rankOf(c.name); n > 0 && c.whole == 1 && c.score >= accepted && b.byKey[key(c.name[n:])] != nil {
		return true
	}
	return c.whole >= firstPart && b.byKey[key(c.named())] != nil
}

// learn lets the names of the roles that were found reveal others: their last words, and
// their initials.
func (b *builder) learn() {
	for _, r := range b.all {
		last := r.tokens[len(r.tokens)-1].one
		b.lex[last] = max(b.lex[last], learnedSure)
		if in := strings.ToLower(initials(r.tokens)); len(in) > 1 && b.heads[in] {
			b.lex[in] = max(b.lex[in], learnedSure)
		}
	}
	for _, c := range b.cands {
		c.head = max(c.head, b.lex.headOf(c.name))
	}
}

// learnedSure is how much the last word of a role that was found counts for another.
const learnedSure = 0.6

// isKind reports whether a label or a row names a kind of a role that is known:
// "API product manager" says something of product managers, and is no other role.
func (b *builder) isKind(c *candidate) bool {
	if c.where != inLabel && c.where != inRow {
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

// level is a role's level with a number or code, new where there is none yet.
func (r *found) level(id levelID, raw string, order int) *found {
	code := strings.ToUpper(id.code)
	for _, l := range r.levels {
		if id.number > 0 && l.number == id.number || code != "" && l.isCalled(code) {
			l.take(id)
			return l
		}
	}
	l := &found{order: order, name: strings.TrimSpace(raw)}
	if id.number > 0 && !id.alone && r.name != "" {
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
	r.number = max(r.number, id.number)
	if id.code != "" {
		r.alias(strings.ToUpper(id.code))
	}
}

// declareAt notes a place that is said to describe a role or level.
func (r *found) declareAt(p Place) {
	r.places, r.declared = append(r.places, p), append(r.declared, p)
}

// alias gives a role or level another name, unless it has it.
func (r *found) alias(name string) {
	if !r.isCalled(name) {
		r.aliases = append(r.aliases, name)
	}
}

// initials of "technical product manager" are TPM.
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

// titled is a name with a capital before each of its words, but for those of grammar.
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
