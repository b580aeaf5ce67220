package reading

import (
	"regexp"
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// Synonyms are groups of words and phrases that mean much the same to those who run the advisor.
type Synonyms [][]string

// inKnownWords replaces words of a question that no document has with synonyms that some document
// has. also holds the other synonyms that documents have.
func (r *Reader) inKnownWords(q string) (known string, also []string) {
	for _, group := range r.synonyms {
		at, from, to := -1, 0, 0
		for i, w := range group {
			if f, t, ok := findPhrase(q, w); ok && t-f > to-from {
				at, from, to = i, f, t
			}
		}
		if at < 0 {
			continue
		}
		instead := slices.IndexFunc(group, r.isKnown)
		if instead >= 0 && !r.isKnown(group[at]) {
			q = q[:from] + group[instead] + q[to:]
		} else {
			also = append(also, slices.Delete(slices.Clone(group), at, at+1)...)
		}
	}
	return q, also
}

// isKnown reports whether documents have all the words of a phrase.
func (r *Reader) isKnown(phrase string) bool {
	return !slices.ContainsFunc(r.terms(phrase), func(t knowledge.Term) bool { return t.Count == 0 })
}

var wordOf = regexp.MustCompile(`[\p{L}\p{N}']+`)

// findPhrase finds the words of a phrase, in any of their forms, one after another.
func findPhrase(s, phrase string) (from, to int, ok bool) {
	in, of := wordOf.FindAllStringIndex(s, -1), wordOf.FindAllStringIndex(phrase, -1)
	stem := func(s string, at []int) string { return text.Stem(strings.ToLower(s[at[0]:at[1]])) }
	for i := range len(in) - len(of) + 1 {
		k := 0
		for k < len(of) && stem(s, in[i+k]) == stem(phrase, of[k]) {
			k++
		}
		if k == len(of) {
			return in[i][0], in[i+k-1][1], true
		}
	}
	return 0, 0, false
}
