package roles

import (
	"regexp"
	"slices"
	"strings"

	"careeradvisor/knowledge/text"
)

// Mentions is what a text names.
type Mentions struct {
	Named   []Mention // in the order of the text
	Foreign []Foreign // jobs that the documents do not have
}

// Mention is a place where a text names a role or level.
type Mention struct {
	Subjects []Subject // more than one where several roles have the level that is named
	From, To int       // bytes of the text; of [Index.Words], words
	Rank     string    // a level that stands before the name and that the role does not have: "junior"
	Kind     bool      // a word before it makes another job of it: "hardware product manager"
	Field    bool      // the name of what the role does: "product management"
	Head     bool      // but the last word of its name: "the pilot"
}

// Foreign is a job that a text names and the documents do not have.
type Foreign struct {
	Name     string // as it is shown: "data engineer"
	From, To int    // bytes of the text; of [Index.Words], words
}

// Subjects returns whom the mentions name, each once.
func (m Mentions) Subjects() []Subject {
	var out []Subject
	for _, n := range m.Named {
		for _, s := range n.Subjects {
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// In finds the roles, levels and jobs that a text names, the longest names first:
// also in the plural, by initials, by a level's number or code, and with typing
// errors in longer words.
func (x *Index) In(s string) Mentions {
	ts := scan(s)
	out := x.mentions(ts)
	for i := range out.Named {
		m := &out.Named[i]
		m.From, m.To = ts[m.From].from, ts[m.To-1].to
	}
	for i := range out.Foreign {
		f := &out.Foreign[i]
		f.From, f.To = ts[f.From].from, ts[f.To-1].to
	}
	return out
}

// Words is In for a text that is cut into words; its places are words.
func (x *Index) Words(ws []text.Word) Mentions {
	ts := make([]token, len(ws))
	for i, w := range ws {
		t := strings.ReplaceAll(w.Text, ".", "") // "t.p.m"
		ts[i] = token{text: t, one: one(t), apart: i == 0}
		if w.Raw == "" && written[w.Text] != "" {
			ts[i].text = written[w.Text] // "developer 2", whose figure was read as "to"
		}
		ts[i].caps = w.Raw != "" && strings.ToUpper(w.Raw) == w.Raw && len(w.Raw) > 1
	}
	return x.mentions(ts)
}

// Turn returns the level that words name by its rank alone, of the role that s is or
// belongs to, or s where they name none: "and a senior one?"
func (x *Index) Turn(s Subject, ws []text.Word) Subject {
	if s.Role < 0 {
		return s
	}
	for k, l := range x.roles[s.Role].Levels {
		ts := scan(l.Name)
		n := rankOf(ts)
		for i := 0; n > 0 && i+n <= len(ws); i++ {
			same := true
			for j := range n {
				same = same && one(ws[i+j].Text) == ts[j].one
			}
			if same {
				return Subject{s.Role, k}
			}
		}
	}
	return s
}

// Ranked returns how many words of a subject's name set its level: two, of "mid-level
// engineer". It is 0 for a role, and for a level by number.
func (x *Index) Ranked(s Subject) int {
	l := x.level(s)
	if l == nil {
		return 0
	}
	return rankOf(scan(l.Name))
}

// written are the figures that [text.Words] writes out.
var written = map[string]string{"to": "2", "for": "4"}

// mentions finds what tokens name; its places are tokens.
func (x *Index) mentions(ts []token) Mentions {
	var out Mentions
	read := x.read(x.repaired(ts), true)
	for _, m := range read {
		out.Named = append(out.Named, Mention{Subjects: m.to, From: m.from, To: m.until, Rank: m.rank, Kind: m.kind, Field: m.field, Head: m.head})
	}
	out.Foreign = x.foreign(ts, read)
	return out
}

// mention is a name among tokens.
type mention struct {
	to          []Subject
	from, until int
	rank        string
	field, head bool
	kind        bool
}

// read finds the names among tokens; heads, whether the last word of a role's name
// may stand for it.
func (x *Index) read(ts []token, heads bool) []mention {
	var out []mention
	for i := 0; i < len(ts); {
		m, ok := x.at(ts, i, heads)
		if !ok {
			i++
			continue
		}
		x.settleRank(ts, &m)
		x.settleLevel(ts, &m)
		m.kind = m.from > 0 && !ts[m.from].apart && qualifies(ts[m.from-1])
		if shared, ok := x.sharedHead(ts, m); ok {
			out = append(out, shared)
		}
		i = max(m.until, i+1)
		out = append(out, m)
	}
	return x.settleCodes(out)
}

// sharedHead finds the name of which a text says the end with another one: "technical
// and traditional product managers".
func (x *Index) sharedHead(ts []token, m mention) (mention, bool) {
	and := m.from - 1
	for and > 0 && plain[ts[and].one] {
		and--
	}
	if and < 1 || ts[and].text != "and" && ts[and].text != "or" || ts[and].apart {
		return m, false
	}
	for from := max(0, and-2); from < and; from++ {
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

// at finds the longest name that begins at token i.
func (x *Index) at(ts []token, i int, heads bool) (mention, bool) {
	for _, f := range x.forms[ts[i].one] {
		n := len(f.words)
		if i+n > len(ts) || f.kind == formHead && (!heads || !standsAlone(ts, i)) {
			continue
		}
		if m, ok := f.match(ts[i : i+n]); ok {
			m.from, m.until = i, i+n
			return m, true
		}
	}
	return mention{}, false
}

// match compares a name with tokens. Marks part names, and a name's last word may
// be another form of it: "engineering" for engineers.
func (f *form) match(ts []token) (mention, bool) {
	m := mention{to: f.to, head: f.kind == formHead}
	for k, w := range f.words {
		if k > 0 && ts[k].apart {
			return m, false
		}
		if ts[k].one == w {
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
// pilot", not "a test pilot"; nor does it qualify another: "lead" in "the lead welder".
func standsAlone(ts []token, i int) bool {
	if ts[i].one == "lead" && i+1 < len(ts) && !ts[i+1].apart && !ts[i+1].isGrammar() {
		return false
	}
	return i == 0 || ts[i].apart || !qualifies(ts[i-1])
}

// qualifies reports whether a word before the name of a job makes another job of it.
func qualifies(before token) bool {
	return !before.isGrammar() && !before.poss && !plain[before.one] && !ranks[before.one] && !dealings[before.text] && !isLevelWord(before)
}

// dealings are verbs that have a job for their object.
var dealings = text.Set("become becoming hire hiring employ employing join meet train training pay paying promote ask tell")

// IsRank reports whether a word, in lower case, sets a level before the name of a job.
func IsRank(w string) bool { return ranks[w] }

// IsPlain reports whether a word, in lower case, says of a job that it is just that
// one: the "traditional" product manager.
func IsPlain(w string) bool { return plain[w] }

// IsJob reports whether names of occupations end with a word, in lower case.
func (x *Index) IsJob(w string) bool { return x.lex[one(w)] >= likeHead }

// Vocabulary returns the words that names of occupations end with, and those that set
// levels: none of them is a typing error.
func (x *Index) Vocabulary() []string {
	var out []string
	for w := range x.lex {
		out = append(out, w)
	}
	for w := range ranks {
		out = append(out, w)
	}
	slices.Sort(out)
	return out
}

// settleRank takes a rank before a name for a level of the role, or notes it.
func (x *Index) settleRank(ts []token, m *mention) {
	i := m.from
	for i > 0 && !ts[i].apart && (ranks[ts[i-1].one] || ts[i-1].one == "level" && i > 1 && ranks[ts[i-2].one] || scales[ts[i-1].one] && i > 1 && ranks[ts[i-2].one]) {
		i--
	}
	if i < m.from && m.to[0].Level < 0 {
		m.rank = key(ts[i:m.from])
	}
}

// settleLevel takes a number or code beside a role's name for its level: "developer
// 4", "level 4 developer", "developer (L4)".
func (x *Index) settleLevel(ts []token, m *mention) {
	if len(m.to) != 1 || m.to[0].Role < 0 || m.to[0].Level >= 0 {
		return
	}
	r := &x.roles[m.to[0].Role]
	pick := func(from, to, n int, code string) bool {
		for k, l := range r.Levels {
			if n > 0 && l.Number == n || code != "" && slices.ContainsFunc(l.Aliases, func(a string) bool { return key(scan(a)) == code }) {
				m.to = []Subject{{m.to[0].Role, k}}
				m.from, m.until = min(m.from, from), max(m.until, to)
				return true
			}
		}
		return false
	}
	i := m.until
	if i < len(ts) && scales[ts[i].one] {
		i++
	}
	if i < len(ts) && (number(ts[i]) > 0 || isRoman(ts, i)) && pick(m.from, i+1, value(ts, i), "") {
		return
	}
	if i < len(ts) && pick(m.from, i+1, 0, ts[i].one) {
		return
	}
	switch i := m.from; {
	case i > 1 && scales[ts[i-2].one] && value(ts, i-1) > 0:
		pick(i-2, m.until, value(ts, i-1), "")
	case i > 0:
		pick(i-1, m.until, 0, ts[i-1].one)
	}
}

func isRoman(ts []token, i int) bool { return value(ts, i) > 0 && len(ts[i].text) > 1 }

// value is the number at a token, also Roman in small letters.
func value(ts []token, i int) int {
	if n := number(ts[i]); n > 0 {
		return n
	}
	return max(0, slices.Index(romans, ts[i].text))
}

// settleCodes leaves of the roles that have a level's code those that are named too,
// or else the level that belongs to none.
func (x *Index) settleCodes(ms []mention) []mention {
	named := map[int]bool{}
	for _, m := range ms {
		if len(m.to) == 1 {
			named[m.to[0].Role] = true
		}
	}
	for i := range ms {
		if len(ms[i].to) < 2 {
			continue
		}
		var kept []Subject
		for _, s := range ms[i].to {
			if named[s.Role] {
				kept = append(kept, s)
			}
		}
		if at := slices.IndexFunc(ms[i].to, func(s Subject) bool { return s.Role < 0 }); len(kept) == 0 && at >= 0 {
			kept = ms[i].to[at : at+1]
		}
		if len(kept) > 0 {
			ms[i].to = kept
		}
	}
	return ms
}

// camel matches where a word goes on with a capital: "ScrumMaster".
var camel = regexp.MustCompile(`(\p{Ll})(\p{Lu})`)
