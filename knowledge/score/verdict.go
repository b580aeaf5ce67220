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
	Kind    string     `json:"kind"`
	Expect  string     `json:"expect"`
	Accept  []string   `json:"accept"`
	Gold    []Gold     `json:"gold"`
	Must    [][]string `json:"must"`
	MustNot []string   `json:"must_not"`
	Half    int        `json:"half"` // 1 or 2, for tuning on one and testing on the other; may be missing
}

// Gold is a section that answers a question.
type Gold struct {
	Doc     string `json:"doc"` // how the document's ID begins
	Section string `json:"section"`
}

// Verdict is "" where an answer to q is right, else why it is not: its kind is the
// expected one or an accepted one, nothing of must_not stands in it, and where it
// answers or helps, one of each group of must does, in at most
// knowledge.MaxAnswer characters. With sections, the first citation of an answer
// has to be a gold section too.
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
		if n := utf8.RuneCountInString(text); n > knowledge.MaxAnswer {
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
	if len(a.Citations) == 0 {
		return false
	}
	first := a.Citations[0]
	parts := strings.Split(first.Section, " > ")
	heading := strings.TrimSpace(foldText(parts[len(parts)-1]))
	for _, g := range q.Gold {
		if strings.HasPrefix(first.Doc, g.Doc) && heading == strings.TrimSpace(foldText(g.Section)) {
			return true
		}
	}
	return false
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

// foldText is text in lower case with one kind of dash, quote and space.
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
