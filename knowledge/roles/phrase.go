package roles

import (
	"regexp"

	"careeradvisor/knowledge/text"
)

// short is a short text (a title, a heading, a label, a cell) with the names and levels found in
// it.
type short struct {
	raw     string // the text without its number
	tokens  []token
	phrases []phrase
	level   levelID
	ofRoles bool // it announces roles: "Roles and responsibilities", "Levels"
}

// phrase is a stretch of a short text that may name a role.
type phrase struct {
	name       []token
	head       float64 // how much its last word looks like an occupation's
	whole      float64 // share of the text that it is, its frame and level aside: 1, or less for one part of several
	framed     bool    // the text speaks of its role, duties or the like
	ladder     bool    // it is called a framework, a ladder or the like
	called     bool    // "as a …", "becoming a …"
	determined bool    // an article comes before it
	bracket    []token // what is in brackets right after it
}

// numbering matches the numbers of headings and items: "1. ", "b) ".
var numbering = regexp.MustCompile(`^\s*(?:\d{1,3}|[A-Za-z])[.)]\s+`)

// read reads a short text.
func (l lexicon) read(s string) short {
	if at := numbering.FindStringIndex(s); at != nil {
		s = s[at[1]:]
	}
	out := short{raw: s, tokens: scan(s)}
	out.level = levelIn(out.tokens)
	for _, t := range out.tokens {
		out.ofRoles = out.ofRoles || announces[t.text]
	}
	for _, c := range chunks(out.tokens) {
		if p, ok := l.phrase(out.tokens, c); ok {
			out.phrases = append(out.phrases, p)
		}
	}
	out.setWhole()
	return out
}

// announces are words of headings above roles or levels; frame are those that follow a role's name
// in a heading about it, and strong are those among them that are said only of people.
var (
	announces = text.Set("roles positions jobs levels grades ranks ladder ladders titles careers professions")
	strong    = text.Set("role responsibility duty job position accountability expectation")
	frame     = text.Set("role responsibility duty job position accountability expectation description profile framework ladder path track progression matrix level grade career title guide overview")
)

// span is a run of tokens, from (inclusive) to (exclusive).
type span struct{ from, to int }

// chunks cuts tokens into the runs between words of grammar, punctuation and levels; "of" joins
// what is on either side of it ("VP of Sales"), unless an article follows.
func chunks(ts []token) []span {
	var out []span
	start := -1
	end := func(i int) {
		if start >= 0 && i > start {
			out = append(out, span{start, i})
		}
		start = -1
	}
	for i, t := range ts {
		inName := !t.isGrammar() && !isLevelToken(ts, i)
		joins := t.text == "of" && !t.apart && start >= 0 && i+1 < len(ts) && !ts[i+1].isGrammar() && !ts[i+1].apart && titleOf[ts[i-1].one]
		if t.apart || !inName && !joins || i > 0 && ts[i-1].poss {
			end(i)
		}
		if inName && start < 0 {
			start = i
		}
	}
	end(len(ts))
	return out
}

// titleOf are the heads of names that continue with "of".
var titleOf = text.Set("head chief vp president director manager dean master lead principal secretary")

// phrase reads the name in a chunk of a short text.
func (l lexicon) phrase(ts []token, c span) (phrase, bool) {
	var p phrase
	for c.to-c.from > 0 && frame[ts[c.to-1].one] && (c.to-c.from > 1 || c.from > 0) {
		p.framed = p.framed || strong[ts[c.to-1].one]
		p.ladder = p.ladder || ladders[ts[c.to-1].one]
		c.to--
	}
	for c.to-c.from > 1 && frame[ts[c.from].one] && l.head(ts[c.from:c.to]) > 0 {
		c.from++
	}
	if c.to <= c.from {
		return p, false
	}
	name := ts[c.from:c.to]
	if len(name) > maxName {
		return p, false
	}
	p.name, p.head = name, l.headOf(name)
	p.around(ts, c.from, c.to)
	p.framed = p.framed && (p.head > 0 || p.determined) // "primary responsibilities" are nobody's
	return p, true
}

// maxName is the most words that a role's name has.
const maxName = 6

// headOf is how much the head of a name counts: its last word, or the word before "of".
func (l lexicon) headOf(name []token) float64 {
	for i, t := range name {
		if t.text == "of" && i > 0 {
			return max(rankSure, l.head(name[:i]))
		}
	}
	return l.head(name)
}

// around reads what is before and after a name; from and to delimit its tokens.
func (p *phrase) around(ts []token, from, to int) {
	if to < len(ts) && ts[to-1].poss && strong[ts[to].one] {
		p.framed = true
	}
	i := from - 1
	p.framed = p.framed || to < len(ts) && !ts[to].apart && (ts[to].text == "does" || ts[to].text == "do")
	if i >= 0 && text.IsArticle(ts[i].text) && !ts[from].apart {
		p.determined = true
		i--
	}
	if i < 0 || ts[i+1].apart {
		return
	}
	switch before := ts[i]; {
	case beingOne[before.text]:
		p.called = p.head > 0 && (before.text != "as" || p.determined && (i == 0 || ts[i-1].text != "same"))
	case (before.text == "is" || before.text == "are") && i > 0 && (ts[i-1].text == "what" || ts[i-1].text == "who"):
		p.framed = true
	case (before.text == "of" || before.text == "for" || before.text == "from") && i > 0:
		p.framed = p.framed || strong[ts[i-1].one] || ts[i-1].text == "expected" || ts[i-1].text == "expect"
	}
}

// setWhole sets how much of the text each phrase makes up, and what is in brackets after it.
func (s *short) setWhole() {
	for i := range s.phrases {
		p := &s.phrases[i]
		p.whole = s.share(p)
		to := p.name[len(p.name)-1].to
		for _, t := range s.tokens {
			if t.from >= to && bracketed(s.raw, t) {
				p.bracket = append(p.bracket, t)
			} else if t.from >= to {
				break
			}
		}
	}
}

// share is how much of the text a phrase makes up: all of it, or one of several parts between
// punctuation marks. Words of grammar after it do not count: "distinguished engineer and beyond".
func (s *short) share(p *phrase) float64 {
	from, to := p.name[0].from, p.name[len(p.name)-1].to
	all, first := true, true
	for k, t := range s.tokens {
		inside := t.from >= from && t.to <= to
		if inside || text.IsArticle(t.text) || isLevelToken(s.tokens, k) || frame[t.one] || bracketed(s.raw, t) {
			continue
		}
		all = false
		if t.from >= to && t.isGrammar() {
			continue
		}
		first = first && t.from >= to
		if !isParted(s.tokens, k, from, to) {
			return 0
		}
	}
	switch {
	case all:
		return 1
	case first:
		return firstPart
	}
	return otherPart
}

const (
	// firstPart is how much a name counts if it is the part of a text before a punctuation mark
	// ("Facilitator: before the call"), and otherPart how much it counts in another part.
	firstPart, otherPart = 0.7, 0.4
)

// isParted reports whether punctuation separates token k from a stretch of the text.
func isParted(ts []token, k int, from, to int32) bool {
	if ts[k].from < from {
		for i := k + 1; i < len(ts) && ts[i].from <= from; i++ {
			if ts[i].apart {
				return true
			}
		}
		return false
	}
	for i := k; i >= 0 && ts[i].from >= to; i-- {
		if ts[i].apart {
			return true
		}
	}
	return false
}

// bracketed reports whether a token is in brackets.
func bracketed(raw string, t token) bool {
	open := 0
	for _, r := range raw[:t.from] {
		switch r {
		case '(', '[':
			open++
		case ')', ']':
			open--
		}
	}
	return open > 0
}
