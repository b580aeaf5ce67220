package answer

import (
	"slices"
	"strings"
	"unicode"

	"careeradvisor/knowledge/text"
)

// token is a word of a sentence in lower case, or one of its signs.
type token struct {
	text    string
	capital bool
	sign    bool
}

// spacedSigns ends sentences in full stops, set apart, and makes quotes plain.
var spacedSigns = strings.NewReplacer("?", " . ", "!", " . ", "’", "'", "‘", "'", "`", "'", ":", " ")

// tokens cuts a sentence into words and signs; quotes are left out.
func tokens(s string) []token {
	var out []token
	for _, f := range strings.Fields(spacedSigns.Replace(s)) {
		for f != "" {
			at := strings.IndexFunc(f, func(r rune) bool { return strings.ContainsRune(`,;:()/.–—"“”&?!`, r) })
			word := f
			if at >= 0 {
				word = f[:at]
			}
			if word = strings.Trim(word, "'*_"); word != "" {
				out = append(out, token{text: strings.ToLower(word), capital: unicode.IsUpper([]rune(word)[0])})
			}
			if at < 0 {
				break
			}
			r := []rune(f[at:])[0]
			if !strings.ContainsRune(`"“”`, r) {
				out = append(out, token{text: string(r), sign: true})
			}
			f = f[at+len(string(r)):]
		}
	}
	return out
}

// interestsInSentence reads a sentence of a passage that says what those are who
// have a role: "technical product managers tend to be enterprising people".
func (e *Engine) interestsInSentence(p *passage, i int) []interestSaid {
	ts := tokens(p.units[i].text)
	named := map[string]bool{}
	for _, t := range ts {
		if _, ok := interestOf[t.text]; ok {
			named[t.text] = true
		}
	}
	if len(named) == 0 || len(named) > maxInterests {
		return nil
	}
	s := interestSentence{e: e, p: p, unit: i, ts: ts}
	var out []interestSaid
	for at := 0; at < len(ts); at++ {
		if _, ok := interestOf[ts[at].text]; !ok {
			continue
		}
		to := s.runTo(at)
		if role, some, ok := s.saidOf(at, to); ok {
			for _, t := range ts[at:to] {
				if interest, is := interestOf[t.text]; is && (!ordinary[t.text] || s.isMeant(at, to)) {
					out = append(out, interestSaid{interest, role, some})
				}
			}
		}
		at = to - 1
	}
	return out
}

// interestSentence is a sentence that names interests, as it is read.
type interestSentence struct {
	e    *Engine
	p    *passage
	unit int
	ts   []token
}

// at is a word of the sentence, "" outside it.
func (s *interestSentence) at(i int) string {
	if i < 0 || i >= len(s.ts) {
		return ""
	}
	return s.ts[i].text
}

// runTo is where the words end that name interests in a row: "social, artistic and
// very enterprising".
func (s *interestSentence) runTo(at int) int {
	to := at + 1
	for i := to; i < len(s.ts) && i < to+4; i++ {
		t := s.at(i)
		if _, ok := interestOf[t]; ok {
			to = i + 1
			continue
		}
		if t != "," && t != "and" && t != "or" && t != "/" && t != "&" && !degrees[t] {
			break
		}
	}
	return to
}

// saidOf tells of which role the words from..to are said, whether of some only, and
// whether they are said of people at all.
func (s *interestSentence) saidOf(from, to int) (role int, some, ok bool) {
	noun, end := s.after(to)
	if !noun && !end {
		return 0, false, false
	}
	k := from - 1
	for k >= 0 && degrees[s.at(k)] {
		k--
	}
	switch {
	case beingWords[s.at(k)], s.at(k) == "and" && s.isPredicate(k):
		return s.subjectOf(s.verbAt(k))
	case noun && having[s.at(k)]:
		return s.subjectOf(k, false, true)
	case noun && drawing[s.at(k)]:
		return s.subjectOf(k, false, true)
	case noun && (s.at(k) == "for" || s.at(k) == "to") && drawingTo[s.at(k-1)]:
		k--
		for k > 0 && (degrees[s.at(k-1)] || s.at(k-1) == "well" || beingWords[s.at(k-1)]) {
			k--
		}
		return s.subjectOf(k, false, true)
	case noun && (k < 0 || s.at(k) == "," || someOf[s.at(k)]):
		return s.thrivesAs(k, to)
	}
	return 0, false, false
}

// isPredicate tells an "and" between what is said of somebody: "are ambitious and
// enterprising".
func (s *interestSentence) isPredicate(k int) bool {
	return k >= 2 && !s.ts[k-1].sign && beingWords[s.at(k-2)]
}

// after tells what follows the words that name interests: a noun for people or
// interests, or the end of what is said. "Realistic about …" and "social media" are
// neither.
func (s *interestSentence) after(to int) (noun, end bool) {
	next := s.at(to)
	switch {
	case next == "" || strings.Contains(".;:)?!–—", next), next == "too", next == "as" && s.at(to+1) == "well", next == "also":
		return false, next != "?"
	case (next == "by" || next == "in") && s.at(to+1) == "nature", next == "at" && s.at(to+1) == "heart":
		return false, true
	case next == ",", next == "and", next == "or":
		turn := s.at(to + 1)
		if turn == "and" {
			turn = s.at(to + 2)
		}
		return false, turns[turn] || turn == "they" || !ordinary[s.at(to-1)]
	case turns[next]:
		return false, next != "as" && next != "with" && next != "who"
	case peopleWords[next]:
		after := s.at(to + 1)
		return after == "" || text.IsFunction(after) || s.ts[to+1].sign || thriving[after] || degrees[after] || beingWords[after] || after == "rarely", false
	case interestNouns[next]:
		return to+1 >= len(s.ts) || s.ts[to+1].sign || s.at(to+1) == "and" || s.at(to+1) == "too", false
	}
	return false, false
}

// verbAt is where the verb begins whose form of "to be" stands at k, whether it
// says something of some only ("may be"), and whether it counts: what is demanded of
// somebody ("has to be realistic") does only where interests are spoken of.
func (s *interestSentence) verbAt(k int) (at int, some, ok bool) {
	if s.at(k) == "and" {
		k -= 2
	}
	demands := false
	for ; k > 0; k-- {
		w := s.at(k - 1)
		switch {
		case w == "may" || w == "might" || w == "can" || w == "could" || w == "sometimes" || w == "occasionally":
			some = true
		case demanding[w]:
			demands = true
		case w != "to" && !tending[w] && !beingWords[w] && !degrees[w] && w != "will":
			return k, some, !demands || s.e.speaksOfInterests(s.p)
		}
	}
	return k, some, !demands || s.e.speaksOfInterests(s.p)
}

// isMeant reports whether words that everyday talk uses too are meant as interests:
// something around them speaks of interests or personality.
func (s *interestSentence) isMeant(from, to int) bool {
	n := 0
	for i := from; i < to; i++ {
		if _, is := interestOf[s.at(i)]; is {
			n++
		}
		if w := s.at(i); i > 0 && s.ts[i].capital && !s.ts[i-1].sign || interestOf[w] != "" && !ordinary[w] {
			return true
		}
	}
	if peopleWords[s.at(to)] || interestNouns[s.at(to)] && n > 1 || s.e.speaksOfInterests(s.p) {
		return true
	}
	fit := false
	s.e.corpus.ancestors(s.p.section, func(sec *section) { fit = fit || sec.facets[facetFit] >= headingSure })
	return fit || slices.ContainsFunc(s.p.units, func(u unit) bool {
		return slices.ContainsFunc(tokens(u.text), func(t token) bool { return interestOf[t.text] != "" && !ordinary[t.text] })
	})
}
