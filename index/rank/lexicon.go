package rank

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// lexicon is the words of all documents as written, in lower case. It is bucketed
// by first letter, which a typing error seldom hits.
type lexicon map[rune][]entry

// entry is a known word.
type entry struct {
	word  string
	count int // occurrences
}

func newLexicon(docs []knowledge.Document) lexicon {
	count := map[string]int{}
	for _, d := range docs {
		countWords(count, d.Title)
		countWords(count, d.Role)
		for _, s := range d.Sections {
			countWords(count, s.Heading())
			for _, p := range s.Passages {
				countWords(count, p.Text)
			}
		}
	}
	l := lexicon{}
	for word, n := range count {
		first, _ := utf8.DecodeRuneInString(word)
		l[first] = append(l[first], entry{word, n})
	}
	for _, entries := range l {
		slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.word, b.word) })
	}
	return l
}

// countWords counts the runs of letters in a text.
func countWords(count map[string]int, s string) {
	start := -1
	for i, r := range s {
		switch {
		case unicode.IsLetter(r):
			if start < 0 {
				start = i
			}
		case start >= 0:
			count[strings.ToLower(s[start:i])]++
			start = -1
		}
	}
	if start >= 0 {
		count[strings.ToLower(s[start:])]++
	}
}

// knows reports whether a word, as written in lower case, is one of the documents'.
func (l lexicon) knows(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	_, found := slices.BinarySearchFunc(l[first], word, func(e entry, word string) int { return strings.Compare(e.word, word) })
	return found
}

// nearest is the known word with the fewest differences from the written one, up to a limit; of
// several the most frequent, and then the first in the alphabet.
func (l lexicon) nearest(written string, most int) string {
	best := entry{}
	m := text.NewMatcher(written)
	first, _ := utf8.DecodeRuneInString(written)
	for _, e := range l[first] {
		d := m.Distance(e.word, most)
		if d < most || d == most && e.count > best.count {
			best, most = e, d
		}
	}
	return best.word
}
