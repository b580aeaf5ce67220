package answer

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"careeradvisor/knowledge/text"
)

const (
	// maxName is how long the name of an area may be, in characters, and maxNameWords
	// in words: what a person takes in at a glance.
	maxName      = 80
	maxNameWords = 12
)

var (
	// asides matches what stands in brackets.
	asides = regexp.MustCompile(` ?\([^)]*\)`)

	// endsList matches where a list is over and the sentence goes on.
	endsList = regexp.MustCompile(`(?i)(?: [–—-] |; |,? (?:because|so that|rather than|although|instead of|as opposed to)\b|` +
		`, (?:which|where|when|if|who|whose|since|so|as|but|while|though|unless|not|before|after|then|he|she|they|you|it|we|this|that|these|those|there)\b|` +
		`,? and (?:be|expect|prepare|they|you|it|we)\b| (?:in|during|at) (?:the|an|your|any|every|most) interviews?\b).*`)

	// suchAs matches what leads from a kind to its members.
	suchAs = regexp.MustCompile(`(?i),? (?:such as|including|for example,?|for instance,?|e\.g\.,?|like) `)

	// openEnd matches the end of a list that names nothing.
	openEnd = regexp.MustCompile(`(?i)^(?:so on|more|others?|the like|etc|the rest|similar)\b`)

	// lastAnd matches the words before the last member of a list.
	lastAnd = regexp.MustCompile(`(?i)^(?:and also|and|or|as well as|plus|but also) `)
)

// enumerate cuts what a sentence lists into its members, as names. Where it cannot
// be cut without breaking one, the whole is one member. umbrella is the kind that
// the members after "such as" are of.
func enumerate(text string) (names []string, umbrella string) {
	text = asides.ReplaceAllString(strings.Trim(text, " :.…!"), "")
	text = strings.Trim(endsList.ReplaceAllString(" "+text, ""), " ,:.")
	if text == "" {
		return nil, ""
	}
	var members []string
	if at := suchAs.FindStringIndex(text); at != nil {
		kinds := membersOf(text[:at[0]])
		if members = membersOf(text[at[1]:]); len(members) > 0 && len(kinds) > 0 {
			umbrella = tidied(kinds[len(kinds)-1])
			members = append(kinds[:len(kinds)-1], members...)
		}
	} else {
		members = membersOf(text)
	}
	for _, m := range members {
		if openEnd.MatchString(m) {
			continue
		}
		n := tidied(m)
		if !namesArea(n) {
			return whole(text), ""
		}
		names = append(names, n)
	}
	return names, umbrella
}

// whole is a text as one name, cut where it is too long; none where it begins like
// a clause.
func whole(text string) []string {
	n := tidied(text)
	for ws := strings.Fields(n); len(ws) > 1 && (len(ws) > maxNameWords || utf8.RuneCountInString(n) > maxName); {
		ws = ws[:len(ws)-1]
		n = strings.TrimRight(strings.Join(ws, " "), " ,") + "…"
	}
	if !namesArea(n) {
		return nil
	}
	return []string{n}
}

// namesArea tells words that can be the name of an area: not too many, something
// that means anything, and no clause.
func namesArea(n string) bool {
	ws := text.Words(n)
	if len(ws) == 0 || len(ws) > maxNameWords || utf8.RuneCountInString(n) > maxName || clauseStarts[ws[0].Text] {
		return false
	}
	return slices.ContainsFunc(ws, func(w text.Word) bool { return w.IsContent() && !chatter[w.Text] || w.Text == "you" })
}

// clauseStarts are words with which a name does not begin.
var clauseStarts = text.Set("i you he she it we they them me us him this that these those there is are be to of with and or but not")

// membersOf cuts a list at its commas and its last "and".
func membersOf(text string) []string {
	parts := strings.Split(text, ", ")
	last := len(parts) - 1
	switch {
	case last == 0:
		return pair(text)
	case lastAnd.MatchString(parts[last]):
		parts[last] = lastAnd.ReplaceAllString(parts[last], "")
	default:
		if at := strings.LastIndex(parts[last], " and "); at > 0 {
			parts = append(parts[:last], parts[last][:at], parts[last][at+len(" and "):])
		} else if at := strings.LastIndex(parts[last], " or "); at > 0 {
			parts = append(parts[:last], parts[last][:at], parts[last][at+len(" or "):])
		}
	}
	return headed(parts)
}

// pair cuts "your grasp of tides and your knowledge of ropes", whose members begin
// alike; "strategy and decision-making" is taken for one.
func pair(text string) []string {
	for _, and := range []string{" as well as ", " and also ", " and "} {
		a, b, ok := strings.Cut(text, and)
		if !ok {
			continue
		}
		if first := strings.ToLower(strings.Fields(b + " .")[0]); and != " and " || opensMember[first] {
			return headed([]string{a, b})
		}
	}
	return []string{text}
}

// opensMember are words with which another member begins, and not the second half
// of a first.
var opensMember = text.Set("your the a an how why what when where whether with about on their some any")

// headed gives members that begin with the preposition of the first its head:
// "experience with ships, with crews" is experience with both.
func headed(parts []string) []string {
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	for i, p := range parts[1:] {
		prep, rest, ok := strings.Cut(p, " ")
		if !ok || !headPrepositions[strings.ToLower(prep)] {
			continue
		}
		if head, _, ok := strings.Cut(parts[0], " "+prep+" "); ok {
			parts[i+1] = head + " " + p
		} else {
			parts[i+1] = rest // that of the cue: "questions about ropes, about tides"
		}
	}
	return parts
}

var headPrepositions = text.Set("with in of on for about around at regarding")

// leading are words that a name does without.
var leading = []string{"your ", "a ", "an ", "the ", "their ", "some ", "any ", "both ", "also ", "skills in ", "skills at ", "skill in ", "good ", "strong "}

// tidied is a member as a name: without article or possessive, with a capital.
func tidied(s string) string {
	s = strings.Trim(s, " ,.;:“”\"'")
	for again := true; again; {
		again = false
		for _, l := range leading {
			if len(s) > len(l) && strings.EqualFold(s[:len(l)], l) && !strings.HasPrefix(s[len(l):], "time ") {
				s, again = s[len(l):], true
			}
		}
	}
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
