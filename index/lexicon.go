package index

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"careeradvisor/knowledge"
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
func countWords(count map[string]int, text string) {
	start := -1
	for i, r := range text {
		switch {
		case unicode.IsLetter(r):
			if start < 0 {
				start = i
			}
		case start >= 0:
			count[strings.ToLower(text[start:i])]++
			start = -1
		}
	}
	if start >= 0 {
		count[strings.ToLower(text[start:])]++
	}
}

// knows reports whether a word, as written in lower case, is one of the documents'.
func (l lexicon) knows(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	_, found := slices.BinarySearchFunc(l[first], word, func(e entry, word string) int { return strings.Compare(e.word, word) })
	return found
}

// nearest is the known word with the fewest differences from the written one, at
// most so many; the most frequent of several, and then the first in the alphabet.
func (l lexicon) nearest(written string, most int) string {
	best := entry{}
	m := newMatcher(written)
	for _, e := range l[m.letters[0]] {
		d := m.differences(e.word, most)
		if d < most || d == most && e.count > best.count {
			best, most = e, d
		}
	}
	return best.word
}

// matcher compares words with one word.
type matcher struct {
	letters           []rune
	other             []rune
	before, last, row []int
}

func newMatcher(word string) *matcher { return &matcher{letters: []rune(word)} }

// differences counts the letters that the other word has more, less or otherwise,
// or swapped with their neighbour (optimal string alignment). Beyond most it
// stops, and returns more than most.
func (m *matcher) differences(word string, most int) int {
	m.other = m.other[:0]
	for _, r := range word {
		m.other = append(m.other, r)
	}
	x, y := m.letters, m.other
	if len(x)-len(y) > most || len(y)-len(x) > most {
		return most + 1
	}
	m.start(len(y) + 1)
	for i := range x {
		if m.align(i, x, y) > most {
			return most + 1
		}
		m.before, m.last, m.row = m.last, m.row, m.before
	}
	return m.last[len(y)]
}

// start prepares the rows for a word of so many letters and one.
func (m *matcher) start(n int) {
	if cap(m.row) < n {
		m.before, m.last, m.row = make([]int, 2*n), make([]int, 2*n), make([]int, 2*n)
	}
	m.before, m.last, m.row = m.before[:n], m.last[:n], m.row[:n]
	for j := range m.last {
		m.last[j] = j
	}
}

// align fills the row of letter i of x and returns its least value.
func (m *matcher) align(i int, x, y []rune) int {
	m.row[0] = i + 1
	least := i + 1
	for j := range y {
		cost := 1
		if x[i] == y[j] {
			cost = 0
		}
		d := min(m.last[j+1]+1, m.row[j]+1, m.last[j]+cost)
		if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
			d = min(d, m.before[j-1]+1)
		}
		m.row[j+1] = d
		least = min(least, d)
	}
	return least
}
