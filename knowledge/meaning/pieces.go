package meaning

import "unicode/utf8"

// maxWord is how many characters a word may have; the encoder's tokenizer knows
// no longer one either.
const maxWord = 100

// pieces calls use with the row of each piece of word: at every place the longest
// piece that the table has. A word that cannot be put together from pieces has
// none.
func (t *Table) pieces(word string, use func(row int)) {
	if len(word) > maxWord && utf8.RuneCountInString(word) > maxWord {
		return
	}
	if row, ok := t.rows[word]; ok { // most words
		use(int(row))
		return
	}
	var found [maxWord]uint16
	n := 0
	for rest := word; rest != ""; n++ {
		row, size := t.longestPiece(rest, n > 0)
		if size == 0 {
			return
		}
		found[n] = row
		rest = rest[size:]
	}
	for _, row := range found[:n] {
		use(int(row))
	}
}

// longestPiece finds the longest piece that text begins with, and its length in
// text: 0 when there is none.
func (t *Table) longestPiece(text string, continues bool) (row uint16, size int) {
	var key [len("##") + maxWord*utf8.UTFMax]byte
	mark := 0
	if continues {
		mark = copy(key[:], "##")
	}
	end := min(len(text), t.longest-mark)
	copy(key[mark:], text[:end])
	for ; end > 0; end-- {
		if end < len(text) && !utf8.RuneStart(text[end]) {
			continue
		}
		if row, ok := t.rows[string(key[:mark+end])]; ok {
			return row, end
		}
	}
	return 0, 0
}
