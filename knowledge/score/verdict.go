package score

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"careeradvisor/knowledge"
)

// Question is one line of a question set.
type Question struct {
	ID      string     `json:"id"`
	Q       string     `json:"q"`
	Context []string   `json:"context"`
	Heard   bool       `json:"heard"` // it was not addressed to the advisor; if it is not a question, silence is expected
	Kind    string     `json:"kind"`
	Expect  string     `json:"expect"`
	Accept  []string   `json:"accept"`
	Gold    []Gold     `json:"gold"`
	Must    [][]string `json:"must"`
	MustNot []string   `json:"must_not"`
}

// Gold is a section that answers a question.
type Gold struct {
	Doc     string `json:"doc"`     // how the document's ID begins
	Section string `json:"section"` // its heading, or heading path; "" for the whole document
}

// How long an answer may be, in characters: one that lists, explains how, or compares may be as
// long as an answer can get.
const (
	shortAnswer = 1000
	longAnswer  = knowledge.MaxAnswer
)

// longest is how long the answer to a question may be.
func (q Question) longest() int {
	switch q.Kind {
	case "list", "howto", "how-to", "compare", "comparison":
		return longAnswer
	}
	return shortAnswer
}

// Verdict is "" if an answer to q is right, or else says why not. A right answer has the expected
// kind or an accepted one and nothing of must_not; if it answers or helps, it is no longer than its
// kind of question allows and has one of each group of must. If sections is set, the first citation
// of an answer also has to be a gold section.
func Verdict(q Question, a knowledge.Answer, sections bool) string {
	text, kind := a.Text(), string(a.Kind)
	for _, bad := range q.MustNot {
		if holds(text, bad) {
			return fmt.Sprintf("says %q", bad)
		}
	}
	if kind != q.Expect && !slices.Contains(q.Accept, kind) {
		return fmt.Sprintf("%s, expected %s", kind, q.Expect)
	}
	if a.Kind == knowledge.Answered || a.Kind == knowledge.Help {
		if n := utf8.RuneCountInString(text); n > q.longest() {
			return fmt.Sprintf("too long: %d characters", n)
		}
		if kind == q.Expect || a.Kind == knowledge.Answered {
			for _, group := range q.Must {
				if !holdsAny(text, group) {
					return "lacks " + strings.Join(group[:min(3, len(group))], " | ")
				}
			}
		}
	}
	if sections && a.Kind == knowledge.Answered && q.Expect == string(knowledge.Answered) && len(q.Gold) > 0 && !citesGold(q, a) {
		return "first citation is not a gold section"
	}
	return ""
}

func citesGold(q Question, a knowledge.Answer) bool {
	return len(a.Citations) > 0 && q.isGold(a.Citations[0])
}

// isGold reports whether a citation is one of the question's gold sections.
func (q Question) isGold(c knowledge.Citation) bool {
	heading := lastHeading(c.Section)
	return slices.ContainsFunc(q.Gold, func(g Gold) bool {
		return strings.HasPrefix(c.Doc, g.Doc) && (g.Section == "" || heading == lastHeading(g.Section))
	})
}

// lastHeading is the innermost heading of a path, in a form that can be compared.
func lastHeading(path string) string {
	parts := strings.Split(path, " > ")
	return strings.TrimSpace(foldText(parts[len(parts)-1]))
}

func holds(text, needle string) bool { return strings.Contains(foldText(text), foldText(needle)) }

func holdsAny(text string, needles []string) bool {
	for _, n := range needles {
		if holds(text, n) {
			return true
		}
	}
	return false
}

// foldText is text in lower case, with a single kind of dash, quote and space.
func foldText(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= '\u2010' && r <= '\u2015', r == '\u2212':
			return '-'
		case r == '\u2018', r == '\u2019':
			return '\''
		case r == '\u201c', r == '\u201d':
			return '"'
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, strings.ToLower(norm.NFKC.String(s)))
	var b strings.Builder
	space := false
	for _, r := range s {
		if r == ' ' && space {
			continue
		}
		space = r == ' '
		b.WriteRune(r)
	}
	return b.String()
}
