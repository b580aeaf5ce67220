package reading

import (
	"regexp"
	"strings"

	"careeradvisor/knowledge/text"
)

// Message is what a person typed, without markup.
type Message struct {
	Whole string
	Parts []string // the questions in it, if there are several
}

var (
	// Slack writes mentions and links as "<@U123|ann>" and "<https://x.org|label>"; the labels are
	// not words of the question.
	mention = regexp.MustCompile(`<[@#!][^<>]*>|<(?:https?|mailto|tel):[^<>]*>`)
	// After a conjunction, a question word or a verb that opens a question opens another one.
	another = regexp.MustCompile(`(?i)(?:,\s*|;\s*|\s+)(?:and|or|but|also|plus)\s+(?:also\s+)?(how|what|who|whom|when|where|why|which|is there|are there|do|does|can)\s`)
	// Initials with points, "T.P.M.", are a word.
	initials = regexp.MustCompile(`\b(?:\pL\.){2,}`)
	opens    = regexp.MustCompile(`(?i)\b(how|what|who|whom|when|where|why|which|is|are|do|does|did|can|could|should|will|would|may|must)\b`)
)

// maxParts is how many questions in one message are answered.
const maxParts = 3

// Tidy removes the markup from a message and finds the questions in it.
func Tidy(s string) Message {
	s = initials.ReplaceAllStringFunc(text.Plain(mention.ReplaceAllString(s, " ")), func(i string) string { return strings.ReplaceAll(i, ".", "") })
	m := Message{Whole: strings.Join(strings.Fields(s), " ")}
	var parts []string
	before := "" // what is said before a question belongs to it
	for _, sentence := range text.Sentences(m.Whole) {
		if !strings.HasSuffix(strings.TrimRight(sentence, `"'”’)`), "?") {
			before += sentence + " "
			continue
		}
		for i, p := range split(sentence) {
			if i == 0 {
				p = before + p
			}
			parts = append(parts, strings.TrimSpace(p))
		}
		before = ""
	}
	if before != "" {
		if len(parts) > 0 {
			parts[len(parts)-1] += " " + strings.TrimSpace(before)
		} else {
			parts = split(strings.TrimSpace(before))
		}
	}
	if len(parts) > 1 && len(parts) <= maxParts {
		m.Parts = parts
	}
	return m
}

// split cuts a sentence that asks two things: "what does a pilot earn and how do I become one?"
func split(s string) []string {
	var parts []string
	for {
		at := another.FindStringSubmatchIndex(s)
		if at == nil || !opens.MatchString(s[:at[0]]) || text.Content(s[:at[0]]) == 0 || text.Content(s[at[2]:]) == 0 {
			return append(parts, s)
		}
		parts = append(parts, s[:at[0]]+"?")
		s = s[at[2]:]
	}
}
