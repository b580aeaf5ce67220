package text

import "strings"

// Texts returns the words in lower case, as they were written.
func Texts(ws []Word) []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = w.Text
	}
	return out
}

// StemsOf returns the stems of words.
func StemsOf(ws []Word) []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = w.Stem
	}
	return out
}

// Stems returns the stems of the words of a text.
func Stems(s string) []string { return StemsOf(Words(s)) }

// Key is the same for texts whose words, in their order, are forms of the same
// words: "Product Managers" and "product manager". It is the stems, joined by
// spaces.
func Key(s string) string { return strings.Join(Stems(s), " ") }

// Set reads a table of words separated by spaces.
func Set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// StemSet returns the stems of the words in such a table.
func StemSet(words map[string]bool) map[string]bool {
	m := map[string]bool{}
	for w := range words {
		m[Stem(w)] = true
	}
	return m
}

// StemsIn returns the set of the stems of texts.
func StemsIn(texts ...string) map[string]bool {
	m := map[string]bool{}
	for _, t := range texts {
		for _, w := range Words(t) {
			m[w.Stem] = true
		}
	}
	return m
}

// Content counts the words of a text that can carry meaning; see [Word.IsContent].
func Content(s string) (n int) {
	for _, w := range Words(s) {
		if w.IsContent() {
			n++
		}
	}
	return n
}
