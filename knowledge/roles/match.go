package roles

import (
	"slices"

	"careeradvisor/knowledge/text"
)

// mention is a name found among tokens.
type mention struct {
	to          []Subject
	from, until int
	field, head bool
	kind        bool
	track       bool
}

// read finds the names among tokens; heads says whether the last word of a role's name may stand
// for it.
func (x *Index) read(ts []token, heads bool) []mention {
	var out []mention
	for i := 0; i < len(ts); {
		m, ok := x.at(ts, i, heads)
		if !ok {
			i++
			continue
		}
		x.settleLevel(ts, &m)
		if m.track && m.to[0].Level < 0 && (m.until == len(ts) || !frame[ts[m.until].one]) {
			i++ // "product" is a role in "product level 2" only
			continue
		}
		m.kind = m.from > 0 && !ts[m.from].apart && qualifies(ts[m.from-1])
		if shared, ok := x.sharedHead(ts, m); ok {
			out = append(upTo(out, shared.from), shared)
		}
		i = max(m.until, i+1)
		out = append(upTo(out, m.from), m)
	}
	x.settleSteps(out)
	return x.settleCodes(out)
}

// upTo drops the last mention if it reaches beyond from: "D4" is part of the next one in "D4
// developer".
func upTo(ms []mention, from int) []mention {
	if n := len(ms); n > 0 && ms[n-1].until > from {
		return ms[:n-1]
	}
	return ms
}

// joins are words that stand between two names with a common ending.
var joins = text.Set("and or vs versus to than")

// joined is the place of the word that joins a name to the previous one: "vs" in "junior vs senior
// engineer".
func joined(ts []token, m mention) (at int, ok bool) {
	at = m.from - 1
	for at > 0 && (plain[ts[at].one] || text.IsArticle(ts[at].text)) {
		at--
	}
	return at, at > 0 && joins[ts[at].text] && !ts[at].apart
}

// sharedHead finds a name whose ending a text gives only with the next name: "technical and
// traditional product managers", but "instructor" is whole before "or instructor trainer".
func (x *Index) sharedHead(ts []token, m mention) (mention, bool) {
	and, ok := joined(ts, m)
	if !ok {
		return m, false
	}
	for from := max(0, and-2); from < and; from++ {
		if whole, ok := x.at(ts[:and], from, false); ok && whole.until == and && !whole.track {
			continue
		}
		for tail := m.from; tail < m.until; tail++ {
			name := append(slices.Clone(ts[from:and]), ts[tail:m.until]...)
			if len(name) > 1 {
				name[0].apart = true
				if other, ok := x.at(name, 0, false); ok && other.until == len(name) {
					other.from, other.until = from, and
					return other, true
				}
			}
		}
	}
	return m, false
}

// at finds the longest name that begins at token i; of several as long, the one that is spelled
// like the text: a "delivery manager" rather than somebody in Delivery Management.
func (x *Index) at(ts []token, i int, heads bool) (mention, bool) {
	var like mention
	for _, f := range x.forms[ts[i].one] {
		n := len(f.words)
		if n < like.until-like.from {
			break
		}
		if i+n > len(ts) || f.kind == formHead && (!heads || !standsAlone(ts, i)) || f.isBare() && !x.knowsKind(ts, i) {
			continue
		}
		if m, ok := f.match(ts[i : i+n]); ok {
			if m.from, m.until = i, i+n; !m.field {
				return m, true
			}
			if like.to == nil {
				like = m
			}
		}
	}
	return like, like.to != nil
}

// isBare reports whether a name is a single word that also ends the names of other jobs.
func (f *form) isBare() bool { return f.kind == formName && len(f.words) == 1 && f.job }

// knowsKind reports whether a bare name stands alone, or after a word that makes it a kind known to
// the documents: a "data engineer" is not just any engineer if they mention none.
func (x *Index) knowsKind(ts []token, i int) bool {
	return standsAlone(ts, i) || i > 0 && x.known[key(ts[i-1:i+1])]
}

// match compares a name with tokens. Punctuation separates names, all words but one may be clipped,
// and a name's last word may have another form: "engineering" for engineers.
func (f *form) match(ts []token) (mention, bool) {
	m := mention{to: f.to, head: f.kind == formHead, track: f.track}
	clipped := 0
	for k, w := range f.words {
		if k > 0 && ts[k].apart {
			return m, false
		}
		if ts[k].one == w {
			continue
		}
		if f.mayBeClipped() && isClip(ts[k].one, w) && clipped < len(f.words)-1 {
			clipped++
			continue
		}
		if k < len(f.words)-1 || k == 0 || text.Stem(ts[k].text) != f.stem {
			return m, false
		}
		m.field = true
	}
	return m, true
}

// standsAlone reports whether a word is not qualified by the one before it: "the
// pilot", not "a test pilot".
func standsAlone(ts []token, i int) bool {
	if ranks[ts[i].one] { // "the lead", not "who leads" or "the lead welder"
		return i > 0 && (text.IsArticle(ts[i-1].text) || owners[ts[i-1].text]) && !content(ts, i+1)
	}
	return i == 0 || ts[i].apart || !qualifies(ts[i-1])
}

// qualifies reports whether a word before the name of a job makes it another job.
func qualifies(before token) bool {
	return !before.isGrammar() && !joins[before.text] && !before.poss && !plain[before.one] && !ranks[before.one] && !dealings[before.text] && !isLevelWord(before)
}

// dealings are verbs that take a job as their object.
var dealings = text.Set("become becoming hire hiring employ employing join meet train training pay paying promote ask tell")
