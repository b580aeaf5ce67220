package roles

import (
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
	Rank     string    // a level that comes before the name and that the role does not have: "junior"
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
		m.From, m.To = int(ts[m.From].from), int(ts[m.To-1].to)
	}
	for i := range out.Foreign {
		f := &out.Foreign[i]
		f.From, f.To = int(ts[f.From].from), int(ts[f.To-1].to)
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
