package answer

import (
	"regexp"
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/text"
)

// interestKey matches what stands before a list of interests, or over it: "Holland
// code", "Occupational interests".
var interestKey = regexp.MustCompile(`(?i)^(the |their |its |typical |main |primary |occupational |vocational |career |work |role |job )*` +
	`((john )?holland(['’]s)?|riasec|interests?|personality types?)( interests?| codes?| types?| profile| themes?| areas?| letters| \(riasec\)| \(holland\))*$`)

// keyWord matches a text that may be such a key with more words in it.
var keyWord = regexp.MustCompile(`(?i)holland|riasec|interest|personality`)

// bareCode matches "code" alone, which is one of interests only where they are
// spoken of.
var bareCode = regexp.MustCompile(`(?i)^(the |their |its )?codes?$`)

// codeLetters matches a Holland code such as EIC, E-I-C or E/I/C.
var codeLetters = regexp.MustCompile(`\b[RIASEC](?:[-/]?[RIASEC]){1,5}\b`)

// codeNamed matches the words that announce a code inside a sentence.
var codeNamed = regexp.MustCompile(`(?i)\b(?:(?:holland(?:['’]s)?|riasec|interest)(?:\s+\w+){0,2}?\s+(?:code|profile|letters)s?|riasec|(?:^|\b(?:the|their|its|whose|a)\s)codes?)\b`)

// aboutInterests matches texts that speak of interests in Holland's sense.
var aboutInterests = regexp.MustCompile(`(?i)\bholland['’]s\b|\bholland (code|type|interest|theor|model|theme|scale|hexagon)|\bjohn holland\b` +
	`|\briasec\b|\binterest (code|type|profile)|\b(vocational|occupational) interest|\bpersonality type`)

// letterOf are the interests by the letters of a code.
var letterOf = map[byte]knowledge.Interest{
	'R': knowledge.Realistic, 'I': knowledge.Investigative, 'A': knowledge.Artistic,
	'S': knowledge.Social, 'E': knowledge.Enterprising, 'C': knowledge.Conventional,
}

const (
	// maxInterests is how many interests may be said of one role at once; a text with
	// more is about all six.
	maxInterests = 4
	// codeLength is how many letters of a code count: Holland's has three.
	codeLength = 3
)

// underInterests tells a passage under a heading that announces interests.
func (e *Engine) underInterests(p *passage) bool {
	return e.isInterestKey(e.corpus.sections[p.section].Heading())
}

// isInterestKey tells a key or heading, names of roles and "of …" aside.
func (e *Engine) isInterestKey(t string) bool {
	t = strings.TrimRight(outline.Unnumbered(strings.TrimSpace(t)), " :")
	switch {
	case interestKey.MatchString(t):
		return true
	case !keyWord.MatchString(t):
		return false
	}
	roles := e.rolesIn(t)
	if len(roles) != 1 {
		return false
	}
	var kept []string
	for _, w := range strings.Fields(t) {
		w = strings.Trim(w, ".,;:")
		if s := text.Stems(w); len(s) == 1 && e.roleWords[s[0]] || text.IsArticle(strings.ToLower(w)) || belongs[strings.ToLower(w)] {
			continue
		}
		kept = append(kept, w)
	}
	return interestKey.MatchString(strings.Join(kept, " "))
}

// speaksOfInterests tells a passage that speaks of interests in Holland's sense, or
// stands under a heading that does.
func (e *Engine) speaksOfInterests(p *passage) bool {
	found := aboutInterests.MatchString(p.Text)
	e.corpus.ancestors(p.section, func(s *section) {
		found = found || aboutInterests.MatchString(s.Heading()) || e.isInterestKey(s.Heading())
	})
	return found
}

// interestsListed reads "Interests: Investigative, Conventional", "Code: EIC" and
// the items under such a heading.
func (e *Engine) interestsListed(p *passage) []interestSaid {
	if len(p.units) == 0 {
		return nil
	}
	if key, value, ok := cutKey(p.Text); ok {
		about := e.speaksOfInterests(p)
		if e.isInterestKey(key) || bareCode.MatchString(key) && about {
			return interestsIn(value)
		}
		if _, is := interestOf[strings.ToLower(strings.TrimSpace(p.Label))]; is && p.Label != "" && e.isOfFew(p) && !doubted(p.Body()) {
			return interestsIn(p.Label)
		}
		return nil
	}
	if e.isOfFew(p) {
		return interestsIn(p.Text)
	}
	return nil
}

// isOfFew tells a passage under a heading of interests that does not list all six.
func (e *Engine) isOfFew(p *passage) bool {
	if !e.underInterests(p) {
		return false
	}
	n := 0
	for _, i := range e.corpus.sections[p.section].passages {
		if ws := text.Words(e.corpus.passages[i].Text); len(ws) > 0 {
			if _, ok := interestOf[ws[0].Text]; ok {
				n++
			}
		}
	}
	return n <= maxInterests
}

// cutKey cuts "key: value", or a key and a value with a dash between.
func cutKey(text string) (key, value string, ok bool) {
	for _, sign := range []string{": ", " – ", " — ", " - "} {
		if key, value, ok = strings.Cut(text, sign); ok && len(strings.Fields(key)) <= maxLabel {
			return strings.TrimSpace(key), strings.TrimSpace(value), true
		}
	}
	return "", "", false
}

// doubted tells a text that says little or nothing of what it is about.
func doubted(s string) bool {
	return slices.ContainsFunc(text.Words(s), func(w text.Word) bool { return negations[w.Text] || w.Text == "low" || w.Text == "little" })
}

// interestsIn reads a value that names interests, or their code, and nothing else.
func interestsIn(value string) []interestSaid {
	value = strings.TrimRight(strings.TrimSpace(value), ".")
	if code := codeLetters.FindString(value); code != "" && code == value {
		return decoded(code)
	}
	var out []interestSaid
	some := false
	for _, w := range text.Words(value) {
		interest, ok := interestOf[w.Text]
		switch {
		case ok:
			out = append(out, interestSaid{interest, -1, some})
		case someOf[w.Text] || w.Text == "secondary":
			some = true
		case !text.HasDigit(w.Text) && !inLists[w.Text]:
			return nil
		}
	}
	if len(out) > maxInterests {
		return nil
	}
	return out
}

// inLists are words that stand between interests in a list.
var inLists = text.Set("and or then followed by mainly mostly also with both primary primarily first second third interest interests type types")

// decoded are the interests of a code, or nil where a letter stands twice in it.
func decoded(code string) []interestSaid {
	var out []interestSaid
	seen := map[byte]bool{}
	for i := 0; i < len(code); i++ {
		interest, ok := letterOf[code[i]]
		if !ok {
			continue
		}
		if seen[code[i]] {
			return nil
		}
		if seen[code[i]] = true; len(out) < codeLength {
			out = append(out, interestSaid{interest: interest, role: -1})
		}
	}
	return out
}

// maxToCode is how far behind the word "code" its letters stand, in bytes.
const maxToCode = 60

// interestsCoded reads "their Holland code is EIC" inside a sentence; about tells
// that interests are spoken of, so that "code" alone is one of theirs.
func interestsCoded(text string, about bool) []interestSaid {
	at := codeNamed.FindStringIndex(text)
	if at == nil || !about && !aboutInterests.MatchString(text) {
		return nil
	}
	rest := text[at[1]:]
	for _, code := range codeLetters.FindAllStringIndex(rest[:min(len(rest), maxToCode)], -1) {
		if c := rest[code[0]:code[1]]; c != "RIASEC" && !doubted(rest[:code[0]]) {
			return decoded(c)
		}
	}
	return nil
}

// interestsOfRow reads a table's row: interests in a column of their own, or a row
// of them with a column for each role.
func (e *Engine) interestsOfRow(p *passage, say func(string, []int, interestSaid)) {
	for i := 1; i < len(p.units); i++ {
		u := &p.units[i]
		about := e.rolesIn(p.Columns[i])
		switch {
		case e.isInterestKey(p.Columns[i]):
			if about = e.rolesIn(p.Cells[0]); len(about) != 1 {
				continue // a row about who knows what
			}
		case !e.isInterestKey(p.Cells[0]):
			continue
		}
		if len(about) == 0 {
			about = e.rolesAbout(p, u)
		}
		for _, s := range interestsIn(u.text) {
			say(p.Text, about, s)
		}
	}
}
