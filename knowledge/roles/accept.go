package roles

import (
	"slices"
	"strings"
)

// How much the signs of a role count, besides how much its last word looks like an occupation's (up
// to twice 1), how much of its text it makes up (up to 1), and how much its document treats it as
// somebody (up to maxPerson).
const (
	headSays   = 2
	framedSays = 1.5 // "the role of the lock keeper", "lock keeper responsibilities"
	calledSays = 1.5 // "working as a lock keeper"
	underSays  = 1.5 // the heading over it announces roles
	aloneSays  = 0.5 // an article comes before it
	levelSays  = 1   // it has a level's number or code
	rankSays   = 0.5 // it begins with a rank
	titleSays  = 0.6 // it is a document's whole title, in the singular: things are more often plural
	shortSays  = 0.5 // its initials follow it in brackets
	againSays  = 0.3 // for each further document, up to three
	// accepted is the sum from which a name counts as a role's. In the collections that it was set
	// on, no candidate scores between 3.0 and 3.4.
	accepted = 3.2
	// likeHead is how much it counts if the last word looks like an occupation's.
	likeHead = 0.4
)

// weigh scores the candidates; it is called again once the first roles are known.
func (f *finder) weigh() {
	like, all := map[string]int{}, map[string]int{}
	for _, c := range f.cands {
		if c.stands() {
			all[c.peers]++
			like[c.peers] += f.looksLike(c)
		}
	}
	again := map[string]map[int]bool{}
	topics := map[string]bool{}
	for _, c := range f.cands {
		c.alike = 0
		if n := all[c.peers]; n > 1 && c.stands() {
			c.alike = float64(like[c.peers]-f.looksLike(c)) / float64(n-1)
		}
		if c.stands() && c.head >= likeHead && c.where < inRow {
			k := key(c.named())
			if again[k] == nil {
				again[k] = map[int]bool{}
			}
			again[k][c.doc] = true
		}
		if c.head == 0 && c.where == inHeading && c.whole == 1 && !c.under && !c.framed {
			topics[key(c.name)] = true
		}
	}
	for _, c := range f.cands {
		c.topic = topics[key(c.name)]
		c.score = f.score(c) + againSays*float64(min(3, max(0, len(again[key(c.named())])-1)))
	}
}

// stands reports whether a candidate is in a place where the name of a role would be.
func (c *candidate) stands() bool {
	return c.whole > 0 || c.framed || c.called
}

// looksLike is 1 for a name that looks like somebody's, and 0 for another.
func (f *finder) looksLike(c *candidate) int {
	if (c.head >= likeHead || c.where == inColumn && c.hasLevel()) && f.person(c) >= 0 {
		return 1
	}
	return 0
}

// hasLevel reports whether a level is beside the name.
func (c *candidate) hasLevel() bool { return !c.short.level.isZero() && !c.short.level.alone }

// person is how much its document treats a candidate as somebody.
func (f *finder) person(c *candidate) float64 { return f.said[saidOf{key(c.named()), c.doc}].person() }

// score adds up the evidence for a candidate.
func (f *finder) score(c *candidate) float64 {
	s := headSays*c.head + c.whole + c.alike + f.person(c)
	for _, sign := range [...]struct {
		is   bool
		says float64
	}{
		{c.framed, framedSays}, {c.called, calledSays}, {c.determined, aloneSays},
		{c.under && (c.whole >= firstPart || c.framed), underSays},
		{c.whole >= firstPart && c.hasLevel(), levelSays},
		{len(c.name) > 1 && rankOf(c.name) > 0, rankSays},
		{c.where == inTitle && c.whole == 1 && c.isOne(), titleSays},
		{isShortFor(c.bracket, c.name), shortSays},
	} {
		if sign.is {
			s += sign.says
		}
	}
	return s
}

// isOne reports whether a name is for one person.
func (c *candidate) isOne() bool {
	last := c.name[len(c.name)-1]
	return last.one == last.text || strings.Contains(last.text, "our")
}

// isRole reports whether a candidate names a role by itself.
func (f *finder) isRole(c *candidate) bool {
	if !c.stands() || c.score < accepted || f.isProper(c.named()) {
		return false
	}
	somebody := f.person(c) > 0
	switch {
	case c.head == 0:
		return c.framed || c.called || c.under && c.alike >= 0.5 && !c.topic
	case c.where == inLabel || c.where == inRow:
		return c.under && c.alike > 0 || somebody || !c.short.level.isZero()
	case c.where == inColumn:
		return c.alike > 0
	}
	return c.isOne() || somebody || c.framed || c.called || c.under || c.hasLevel() // things are oftener many
}

// rankOf is how many words of a rank a name begins with.
func rankOf(name []token) int {
	n := 0
	for n < len(name)-1 && (ranks[name[n].one] || n > 0 && name[n].text == "level") {
		n++
	}
	return n
}

// isShortFor reports whether the text in brackets after a name is short for it.
func isShortFor(bracket, name []token) bool {
	if len(bracket) != 1 || !bracket[0].caps || len(bracket[0].text) > maxShort {
		return false
	}
	return slices.ContainsFunc(name, func(t token) bool { return t.text[0] == bracket[0].text[0] })
}

// maxShort is the most letters that a short form of a name has.
const maxShort = 6
