package answer

import "sort"

// repair mends the spelling of words that neither the documents nor the tables
// know, against the words that they do know, and joins words that the documents
// write as one ("cyber security"). It returns the pairs of spellings that it changed.
func (e *Engine) repair(ws []word) ([]word, [][2]string) {
	var pairs [][2]string
	var out []word
	for i := 0; i < len(ws); i++ {
		w := ws[i]
		if i+1 < len(ws) {
			if one := w.text + ws[i+1].text; len(w.text) > 2 && len(ws[i+1].text) > 2 && e.corpus.vocab[one] > 0 {
				out = append(out, word{text: one, stem: stem(one)})
				i++
				continue
			}
		}
		if fixed := e.speller.fix(w); fixed != "" && !e.isMeant(w.text, fixed) {
			pairs = append(pairs, [2]string{w.text, fixed})
			w = word{text: fixed, stem: stem(fixed)}
		}
		out = append(out, w)
	}
	return out, pairs
}

// isMeant tells a word of English that was written on purpose, and is no slip for a
// far more common one: "wich" is a place, but was meant for "which".
func (e *Engine) isMeant(w, fixed string) bool {
	if !e.isEnglish(w) {
		return false
	}
	rank, _ := e.meaning.Rank(w)
	better, ok := e.meaning.Rank(fixed)
	return !ok || rank < rareRank || better > rank/muchMoreCommon
}

// isEnglish tells a word of everyday English, which is no misspelling even where
// the documents do not have it.
func (e *Engine) isEnglish(w string) bool {
	if e.meaning == nil {
		return false
	}
	_, ok := e.meaning.Rank(w)
	return ok
}

// speller holds the words that are known, with how common they are.
type speller struct {
	known   map[string]int
	stems   map[string]bool
	byStart map[byte][]string // by first letter: people rarely miss that one
}

// Shorter words have too many neighbours to guess among.
const (
	minRepair   = 4
	twoErrorsAt = 8 // letters from which on a word may have two errors
)

// newSpeller makes a speller of words with how often each is used.
func newSpeller(vocab map[string]int) *speller {
	s := &speller{known: vocab, stems: map[string]bool{}, byStart: map[byte][]string{}}
	for w := range vocab {
		s.stems[stem(w)] = true
		if len(w) >= minRepair {
			s.byStart[w[0]] = append(s.byStart[w[0]], w)
		}
	}
	for _, ws := range s.byStart {
		sort.Strings(ws)
	}
	return s
}

// fix is the known word that w most likely means, or "" where w is known or
// nothing is near.
func (s *speller) fix(w word) string {
	if len(w.text) < minRepair || len(w.text) > 30 || s.known[w.text] > 0 || s.stems[w.stem] || isNumber(w.text) {
		return ""
	}
	limit := 1
	if len(w.text) >= twoErrorsAt {
		limit = 2
	}
	best, bestDist := "", limit+1
	for _, c := range s.byStart[w.text[0]] {
		if d := len(c) - len(w.text); d > limit || d < -limit {
			continue
		}
		if len(w.text) == minRepair && len(c) == minRepair && !swapped(w.text, c) {
			continue // a four-letter word with one other letter is more often another word
		}
		d := editDistance(w.text, c, limit)
		if d < bestDist || d == bestDist && d <= limit && s.known[c] > s.known[best] {
			best, bestDist = c, d
		}
	}
	if bestDist > limit || s.derives(w.text) {
		return ""
	}
	return best
}

// derives tells whether a known word begins with w: "profession" is no misspelt
// "progression" where "professional" is known.
func (s *speller) derives(w string) bool {
	if len(w) < 6 {
		return false
	}
	for _, c := range s.byStart[w[0]] {
		if len(c) > len(w) && c[:len(w)] == w {
			return true
		}
	}
	return false
}

// swapped tells whether two neighbours change places between a and b.
func swapped(a, b string) bool {
	for i := 0; i+1 < len(a); i++ {
		if a[:i]+string(a[i+1])+string(a[i])+a[i+2:] == b {
			return true
		}
	}
	return false
}

// isNumber tells a word with a digit in it.
func isNumber(s string) bool {
	for _, r := range s {
		if r >= '0' && r <= '9' {
			return true
		}
	}
	return false
}

// editDistance counts insertions, deletions, changes and swaps of neighbours
// (optimal string alignment), and gives up above limit.
func editDistance(a, b string, limit int) int {
	prev2, prev, cur := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		low := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
			low = min(low, cur[j])
		}
		if low > limit {
			return limit + 1
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}
