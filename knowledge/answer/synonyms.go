package answer

import (
	"fmt"
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// Synonyms are words that mean much the same to those who run the advisor: a question
// that has one of them looks for the others, too.
type Synonyms struct{ groups [][]text.Word }

// ParseSynonyms reads a file of synonyms: a line of words with commas between, which
// mean much the same ("rota, roster, schedule"). What follows # is a comment. Errors are
// [knowledge.Error]s that name the file and the line.
func ParseSynonyms(name, t string) (Synonyms, error) {
	var s Synonyms
	for n, line := range strings.Split(t, "\n") {
		line, _, _ = strings.Cut(line, "#")
		line = strings.Replace(line, ":", ",", 1) // an older release had the name of a topic before a colon
		var group []text.Word
		for _, w := range strings.Split(line, ",") {
			ws := text.Words(w)
			if len(ws) > 3 {
				return s, &knowledge.Error{Say: fmt.Sprintf("Line %d of %q has a whole sentence between commas: give single words or short phrases that mean the same.", n+1, name)}
			}
			group = append(group, slices.DeleteFunc(ws, func(w text.Word) bool { return !w.IsContent() })...)
		}
		if len(group) == 1 {
			return s, &knowledge.Error{Say: fmt.Sprintf("Line %d of %q has one word only: put commas between words that mean the same.", n+1, name)}
		}
		if len(group) > 1 {
			s.groups = append(s.groups, group)
		}
	}
	return s, nil
}

// And are both synonyms together.
func (s Synonyms) And(other Synonyms) Synonyms {
	return Synonyms{append(slices.Clone(s.groups), other.groups...)}
}

// of are the words that stand beside a text's in a group.
func (s Synonyms) of(q string) (out []string) {
	if len(s.groups) == 0 {
		return nil
	}
	stems := stemsOf(q)
	for _, g := range s.groups {
		if !slices.ContainsFunc(g, func(w text.Word) bool { return stems[w.Stem] }) {
			continue
		}
		for _, w := range g {
			if !stems[w.Stem] {
				out = append(out, w.Text)
			}
		}
	}
	return out
}

// widen adds to stems those that mean much the same as one of them.
func (s Synonyms) widen(stems map[string]bool) {
	for _, g := range s.groups {
		if slices.ContainsFunc(g, func(w text.Word) bool { return stems[w.Stem] }) {
			for _, w := range g {
				stems[w.Stem] = true
			}
		}
	}
}
