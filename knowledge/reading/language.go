package reading

import (
	"slices"

	"careeradvisor/knowledge/load/language"
	"careeradvisor/knowledge/text"
)

// IsForeign reports whether the question is in a language that no document is in: apart from names of roles it has no
// word that the documents have, and either no words of English grammar or more of another language's.
func (q *Question) IsForeign() bool {
	var named []string
	for _, m := range q.own.all.Named {
		named = append(named, q.Own[m.From:m.To])
	}
	names, unknown := text.StemsIn(named...), 0
	for _, t := range q.Terms {
		if !names[text.Stem(t.Text)] {
			if t.Count > 0 {
				return false
			}
			unknown++
		}
	}
	return unknown > 1 && (!MayBeEnglish(q.Own) || language.Foreign(q.Own))
}

// MayBeEnglish reports whether a text has any of the words that hold English together.
func MayBeEnglish(s string) bool {
	return slices.ContainsFunc(text.Words(s), func(w text.Word) bool { return text.IsFunction(w.Text) })
}
