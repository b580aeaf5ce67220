package rank

import (
	"slices"
	"unicode/utf8"
)

// Limits on repairing typing errors.
const (
	maxRepairs  = 8 // words of one query
	shortestFix = 4 // letters; shorter words are too like one another
	longWord    = 8 // letters; from here two errors are fixed instead of one
	longestFix  = 40
)

// mend takes a word that no passage has, and replaces its term with that of the word probably
// meant, if there is one. If the query has that word too, the two become one.
func (t *terms) mend(i int) bool {
	term := t.language.repair(t.words[i].written)
	if term == "" {
		return false
	}
	same := slices.IndexFunc(t.words, func(w word) bool { return w.term == term })
	if same < 0 {
		t.words[i].term = term
		return true
	}
	for p := range t.pairs {
		if t.pairs[p].first == i {
			t.pairs[p].first = same
		}
		if t.pairs[p].second == i {
			t.pairs[p].second = same
		}
	}
	if same > i {
		t.words[same].weight = 1
	}
	return false
}

// repair finds the term of the known word that a written one was meant to be: the one with the
// fewest differences; of several the most frequent, and then the first in the alphabet. It is "" if
// none is near or a stop word is nearest.
func (l *language) repair(written string) string {
	letters := utf8.RuneCountInString(written)
	if letters < shortestFix || letters > longestFix {
		return ""
	}
	most := 1
	if letters >= longWord {
		most = 2
	}
	meant := l.lexicon.nearest(written, most)
	if meant == "" {
		return ""
	}
	tokens := l.analyzer.Analyze([]byte(meant))
	if len(tokens) != 1 {
		return ""
	}
	return string(tokens[0].Term)
}
