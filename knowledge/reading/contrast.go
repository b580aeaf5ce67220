package reading

import (
	"slices"
	"strings"

	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// contrasts are the stems of words that set two things against one another.
var contrasts = text.StemSet(text.Set("vs versus differ difference different distinguish compare compared contrast against unlike"))

// hasContrast reports whether a text sets things against one another.
func hasContrast(s string) bool {
	return slices.ContainsFunc(text.Words(s), func(w text.Word) bool { return contrasts[w.Stem] })
}

// isJoint reports whether a text only joins or contrasts what is around it.
func isJoint(s string) bool {
	return !slices.ContainsFunc(text.Words(s), func(w text.Word) bool { return w.IsContent() && !contrasts[w.Stem] })
}

// sides returns the two or three names that a text sets side by side, or nil: the names are next to
// one another, and the text has a contrasting word or no other words. A name right after another is
// whose level that is, and no side: "IC3 vs IC4 engineer".
func (p phrase) sides() (out []roles.Subject) {
	for i, m := range p.names {
		if i > 0 && strings.TrimSpace(p.text[p.names[i-1].To:m.From]) == "" {
			continue
		}
		if i+1 < len(p.names) && len(out) < 2 && !isJoint(p.text[m.To:p.names[i+1].From]) {
			return nil
		}
		if s := m.Subjects[0]; !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	if rest := p.rest(); len(out) < 2 || len(out) > 3 || !isJoint(rest) && !hasContrast(rest) {
		return nil
	}
	return out
}

// isBeside reports whether a foreign job is set beside another that the text names, with only "or",
// "vs" or the like between them.
func (p phrase) isBeside(f roles.Foreign) bool {
	joins := func(from, to int) bool {
		return from < to && len(text.Words(p.text[from:to])) > 0 && isJoint(p.text[from:to])
	}
	return slices.ContainsFunc(p.all.Named, func(n roles.Mention) bool { return joins(n.To, f.From) || joins(f.To, n.From) }) ||
		slices.ContainsFunc(p.all.Foreign, func(o roles.Foreign) bool { return joins(o.To, f.From) || joins(f.To, o.From) })
}
