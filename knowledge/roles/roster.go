package roles

import (
	"path"
	"slices"
	"strings"

	"careeradvisor/knowledge/text"
)

// roster holds the roles found so far, by their names.
type roster struct {
	ends   lexicon
	byKey  map[string]*found
	all    []*found
	levels map[string]*found // those of roles that have a name with a rank, by its key
}

// role returns the role with a name, and makes it if there is none yet; raw is the text that has
// the name.
func (b *roster) role(name []token, raw string, order int) *found {
	k := key(name)
	r := b.byKey[k]
	if r == nil {
		r = &found{tokens: name, name: b.shown(name, raw), order: order}
		b.byKey[k] = r
		b.all = append(b.all, r)
	}
	return r
}

// drop removes a role that is part of another.
func (b *roster) drop(r *found) {
	delete(b.byKey, key(r.tokens))
	b.all = slices.DeleteFunc(b.all, func(x *found) bool { return x == r })
}

// shown is a name as people see it: the way its text writes it, in the singular, with capitals.
func (b *roster) shown(name []token, raw string) string {
	last := name[len(name)-1]
	s := raw[name[0].from:last.to]
	for _, end := range [...]string{"'s", "’s", "'", "’"} {
		s = strings.TrimSuffix(s, end)
	}
	if one := text.Singular(last.text); one != last.text && !hasOf(name) && b.ends.head(name) > 0 {
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

// isKnown reports whether a candidate describes a role, and that role is known from another place,
// with or without a rank: "junior research assistants".
func (b *roster) isKnown(c *candidate) bool {
	if n := rankOf(c.name); n > 0 && c.whole == 1 && c.score >= accepted && b.byKey[key(c.name[n:])] != nil {
		return true
	}
	return c.whole >= firstPart && b.byKey[key(c.named())] != nil
}

// nameOf is the role or level of a name, or nil.
func (b *roster) nameOf(name []token) *found {
	for len(name) > 1 && plain[name[0].one] {
		name = name[1:]
	}
	if r := b.byKey[key(name)]; r != nil {
		return r
	}
	return b.levels[key(name)]
}

func (b *roster) anyKnown(ps []phrase) bool {
	for _, p := range ps {
		if b.nameOf(p.name) != nil {
			return true
		}
	}
	return false
}

// lastNamed is the role with the longest name in a text, or about if there is none.
func (b *roster) lastNamed(s string, about *found) *found {
	ts := scan(s)
	for n := min(maxName, len(ts)); n > 0; n-- {
		for i := 0; i+n <= len(ts); i++ {
			if r := b.byKey[key(ts[i:i+n])]; r != nil {
				return r
			}
		}
	}
	return about
}

// foldInitials turns roles that are only the initials of another into its aliases.
func (b *roster) foldInitials() {
	for _, r := range slices.Clone(b.all) {
		if len(r.tokens) != 1 || !r.tokens[0].caps {
			continue
		}
		if full := b.shortFor(strings.ToUpper(r.tokens[0].text)); full != nil {
			full.alias(r.name)
			full.merge(r)
			b.drop(r)
		}
	}
}

// shortFor is the only role of several words that has these initials, or nil.
func (b *roster) shortFor(short string) *found {
	var of *found
	for _, r := range b.all {
		if len(r.tokens) < 2 || initials(r.tokens) != short {
			continue
		}
		if of != nil {
			return nil
		}
		of = r
	}
	return of
}

// foldRanks turns a role whose name is another's with a rank before it ("Senior Engineer") into a
// level of that one. If two share such a name and nothing describes it without a rank, it becomes a
// role.
func (b *roster) foldRanks() {
	shared := map[string]int{}
	for _, r := range b.all {
		if n := rankOf(r.tokens); n > 0 {
			shared[key(r.tokens[n:])]++
		}
	}
	for _, r := range slices.Clone(b.all) {
		n := rankOf(r.tokens)
		if n == 0 {
			continue
		}
		base := r.tokens[n:]
		of := b.byKey[key(base)]
		if of == nil {
			of = b.roleOfSame(r, base)
		}
		if of == nil && shared[key(base)] > 1 {
			ts := scan(r.name)
			of = b.role(ts[min(n, len(ts)-1):], r.name, r.order)
		}
		if of == nil || of == r {
			continue
		}
		of.order = min(of.order, r.order)
		of.levels = append(of.levels, r)
		b.levels[key(r.tokens)] = r
		of.levels = append(of.levels, r.levels...)
		r.levels = nil
		b.drop(r)
	}
}

// roleOfSame is the role that the bare word after a rank stands for: a role that ends with that
// word and belongs to the same document ("assistant keeper", in a page on lighthouse keepers), or
// else the only one in the folder.
func (b *roster) roleOfSame(r *found, base []token) *found {
	if len(base) != 1 {
		return nil
	}
	var near []*found
	for _, other := range b.all {
		if len(other.tokens) < 2 || other == r || rankOf(other.tokens) > 0 || other.tokens[len(other.tokens)-1].one != base[0].one {
			continue
		}
		for _, p := range r.places {
			if other.hasDocument(p.Doc) {
				return other
			}
		}
		if slices.ContainsFunc(other.places, func(p Place) bool { return r.isIn(path.Dir(p.Doc)) }) {
			near = append(near, other)
		}
	}
	if len(near) == 1 {
		return near[0]
	}
	return nil
}
