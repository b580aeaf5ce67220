package answer

import (
	"sort"

	"careeradvisor/knowledge/text"
)

// repair mends the spelling of words that neither the documents nor the tables
// know, against the words that they do know, and joins words that the documents
// write as one ("cyber security"). It returns the pairs of spellings that it changed.
func (e *Engine) repair(ws []text.Word) ([]text.Word, [][2]string) {
	var pairs [][2]string
	var out []text.Word
	for i := 0; i < len(ws); i++ {
		w := ws[i]
		if i+1 < len(ws) {
			if one := w.Text + ws[i+1].Text; len(w.Text) > 2 && len(ws[i+1].Text) > 2 && e.corpus.vocab[one] > 0 {
				out = append(out, text.Word{Text: one, Stem: text.Stem(one)})
				i++
				continue
			}
		}
		if fixed := e.speller.fix(w); fixed != "" && !e.isMeant(w.Text, fixed) {
			pairs = append(pairs, [2]string{w.Text, fixed})
			w = text.Word{Text: fixed, Stem: text.Stem(fixed)}
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
		s.stems[text.Stem(w)] = true
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
func (s *speller) fix(w text.Word) string {
	if len(w.Text) < minRepair || len(w.Text) > 30 || s.known[w.Text] > 0 || s.stems[w.Stem] || text.HasDigit(w.Text) {
		return ""
	}
	limit := 1
	if len(w.Text) >= twoErrorsAt {
		limit = 2
	}
	best, bestDist := "", limit+1
	m := text.NewMatcher(w.Text)
	for _, c := range s.byStart[w.Text[0]] {
		if d := len(c) - len(w.Text); d > limit || d < -limit {
			continue
		}
		if len(w.Text) == minRepair && len(c) == minRepair && !swapped(w.Text, c) {
			continue // a four-letter word with one other letter is more often another word
		}
		d := m.Distance(c, limit)
		if d < bestDist || d == bestDist && d <= limit && s.known[c] > s.known[best] {
			best, bestDist = c, d
		}
	}
	if bestDist > limit || s.derives(w.Text) {
		return ""
	}
	return best
}

// derives reports whether a known word begins with w: "profession" is no misspelt
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

// swapped reports whether two neighbours change places between a and b.
func swapped(a, b string) bool {
	for i := 0; i+1 < len(a); i++ {
		if a[:i]+string(a[i+1])+string(a[i])+a[i+2:] == b {
			return true
		}
	}
	return false
}
