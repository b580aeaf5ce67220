package roles

import (
	"path"
	"slices"
	"strings"
)

// foldInitials makes roles that are but the initials of another one its alias.
func (b *builder) foldInitials() {
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
func (b *builder) shortFor(short string) *found {
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

func (r *found) merge(other *found) {
	r.places = append(r.places, other.places...)
	r.levels = append(r.levels, other.levels...)
	for _, a := range other.aliases {
		r.alias(a)
	}
	r.order = min(r.order, other.order)
}

// foldRanks makes roles that are another one with a rank before it ("Senior
// Engineer") its levels. Where two share such a name and nothing describes it without
// a rank, it becomes a role.
func (b *builder) foldRanks() {
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

// roleOfSame is the role that a rank's bare word stands for: one that ends with it and
// is that of the same document ("assistant keeper", in a page on lighthouse keepers),
// or else the only one in the folder.
func (b *builder) roleOfSame(r *found, base []token) *found {
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

// isIn reports whether a role is described in a folder.
func (r *found) isIn(dir string) bool {
	return slices.ContainsFunc(r.places, func(p Place) bool { return path.Dir(p.Doc) == dir })
}

// hasDocument reports whether a document as a whole is about a role.
func (r *found) hasDocument(id string) bool {
	return slices.ContainsFunc(r.places, func(p Place) bool { return p.Doc == id && p.Section < 0 })
}
