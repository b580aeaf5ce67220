package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/clean"
	"careeradvisor/knowledge/load/tree"
)

// A heading is short: longer lines are sentences without a full stop.
const (
	maxHeadingWords = 14
	maxHeadingChars = 100
)

// next is the line after the current one, or an empty one at the end.
func (t *plain) next() line {
	if t.at+1 < len(t.lines) {
		return t.lines[t.at+1]
	}
	return line{}
}

// isHeading reports whether the current line is a heading without a number: it
// looks like one, and something is under it.
func (t *plain) isHeading() bool {
	l, next := t.lines[t.at], t.next()
	if next.text == "" || !looksLikeHeading(l.text) || clean.IsNoise(l.text) || clean.IsAddress(l.text) {
		return false
	}
	listNext := bullet.MatchString(next.text) || numbered.MatchString(next.text)
	if strings.HasSuffix(l.text, ":") {
		// "The duties include:" introduces its list; "Also known as:" is a heading for what follows.
		if listNext {
			return titleCase(l.text)
		}
		return l.blank
	}
	if listNext || isTableLine(next.text) {
		return true
	}
	if t.afterColon() {
		return isBody(next.text) && !looksLikeHeading(next.text)
	}
	return l.blank || isBody(next.text) || looksLikeHeading(next.text)
}

// afterColon reports whether the line is the first under a heading that announces it ("Also known
// as:").
func (t *plain) afterColon() bool {
	last := t.body.LastChild
	return last != nil && last.DataAtom == atom.H6 && strings.HasSuffix(tree.Words(last), ":")
}

func looksLikeHeading(s string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"“‘'(`))
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return false
	}
	if utf8.RuneCountInString(s) > maxHeadingChars || len(strings.Fields(s)) > maxHeadingWords {
		return false
	}
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";") {
		return false
	}
	return !strings.Contains(s, ". ") && !isTableLine(s) && !bullet.MatchString(s)
}

// isBody reports whether a line is running text and not just another short line.
func isBody(s string) bool {
	return utf8.RuneCountInString(s) > 60 || strings.HasSuffix(s, ".") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, "!")
}

// titleCase reports whether every longer word begins with a capital.
func titleCase(s string) bool {
	for _, w := range strings.Fields(s) {
		r, _ := utf8.DecodeRuneInString(w)
		if utf8.RuneCountInString(w) > 4 && unicode.IsLower(r) {
			return false
		}
	}
	return true
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
