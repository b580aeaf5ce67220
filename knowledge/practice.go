package knowledge

import (
	"slices"
	"strings"
	"unicode"
)

// Area is something that interviewers ask about or look for, according to the
// documents.
type Area struct {
	Name string  `json:"name"` // "Conflict management"
	Ask  string  `json:"ask"`  // the question for the person, in our words
	Says []Point `json:"says"` // what the documents say about it; Cites index Cited
	// Cited are the sections that Says are in, the one on interviews first.
	Cited []Citation `json:"cited"`
}

// Interest is one of the six interests in John Holland's theory of vocational choice.
type Interest string

// The six interests, in the order of Holland's hexagon.
const (
	Realistic     Interest = "Realistic"
	Investigative Interest = "Investigative"
	Artistic      Interest = "Artistic"
	Social        Interest = "Social"
	Enterprising  Interest = "Enterprising"
	Conventional  Interest = "Conventional"
)

// Interests lists all six.
func Interests() []Interest {
	return []Interest{Realistic, Investigative, Artistic, Social, Enterprising, Conventional}
}

// codeLength is the most letters that a Holland code has.
const codeLength = 3

// ParseInterests reads interests as people note them, separated by punctuation or "and": by name,
// or as the initials that make up a code ("EIC", "E-I-C"). It returns each once, and nil if the
// text says anything else.
func ParseInterests(text string) []Interest {
	var all []Interest
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		found := parseInterest(w)
		if found == nil && w != "and" {
			return nil
		}
		for _, i := range found {
			if !slices.Contains(all, i) {
				all = append(all, i)
			}
		}
	}
	return all
}

// parseInterest reads one name, or the letters of a code.
func parseInterest(word string) (found []Interest) {
	for _, i := range Interests() {
		if strings.EqualFold(word, string(i)) {
			return []Interest{i}
		}
	}
	if len(word) > codeLength {
		return nil
	}
	for _, letter := range word {
		at := slices.IndexFunc(Interests(), func(i Interest) bool { return rune(i[0]) == letter })
		if at < 0 {
			return nil
		}
		found = append(found, Interests()[at])
	}
	return found
}

// RoleInterest is an interest that a document says a role has.
type RoleInterest struct {
	Role     string
	Interest Interest
	Text     string   // the text that says so, word for word; "" if the document declares it in its front matter
	Citation Citation // where it is
}
