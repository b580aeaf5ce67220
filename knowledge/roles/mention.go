package roles

import (
	"slices"

	"careeradvisor/knowledge/text"
)

// Mentions holds everything that a text names.
type Mentions struct {
	Named   []Mention // in the order of the text
	Foreign []Foreign // jobs that the documents do not have
}

// Mention is a place where a text names a role or level.
type Mention struct {
	Subjects []Subject // more than one if several roles have the named level
	From, To int       // bytes of the text
	Kind     bool      // a word before it makes another job of it: "hardware product manager"
	Field    bool      // the name of what the role does: "product management"
	Asked    bool      // if Kind: the text asks about that other job, and does not just mention it
}

// Foreign is a job that a text names and the documents do not have.
type Foreign struct {
	Name     string // as it is shown: "data engineer"
	From, To int    // bytes of the text
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

// In finds the roles, levels and jobs that a text names, the longest names first, even in the
// plural, by initials, by a level's number or code, or with typing errors in longer words.
func (x *Index) In(s string) Mentions {
	ts := scan(s)
	read := x.read(x.repaired(ts), true)
	out := Mentions{Foreign: x.foreign(ts, read)}
	for _, m := range read {
		out.Named = append(out.Named, Mention{Subjects: m.to, From: int(ts[m.from].from), To: int(ts[m.until-1].to), Kind: m.kind, Field: m.field,
			Asked: m.kind && asks(ts, max(0, m.from-1), m.until-1)})
	}
	for i := range out.Foreign {
		f := &out.Foreign[i]
		f.From, f.To = int(ts[f.From].from), int(ts[f.To-1].to)
	}
	return out
}

// Turn returns the level that words name by rank alone ("and a senior one?") of the role that s is
// or belongs to; s if they name none.
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
