package meaning

import (
	"strings"
	"unicode/utf8"
)

// Rank tells how common a word is, in any case: its place among the table's
// whole words, 1 for the most common. It is not ok for a word that the table
// lacks or has in pieces only.
func (t *Table) Rank(word string) (rank int, ok bool) {
	if len(word) > 4*t.longest { // too long for any piece, even with its accents
		return 0, false
	}
	var only string
	n := 0
	for w := range words(word) {
		only = w
		n++
	}
	if row, found := t.rows[only]; found && n == 1 && t.ranks[row] > 0 {
		return int(t.ranks[row]), true
	}
	return 0, false
}

// isWord tells whether a piece is a whole word: letters only, and of single
// letters those which are English words.
func isWord(piece string) bool {
	if utf8.RuneCountInString(piece) == 1 {
		return piece == "a" || piece == "i"
	}
	return piece != "" && !strings.ContainsFunc(piece, func(r rune) bool { return !isLetter(r) })
}
