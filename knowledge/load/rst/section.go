package rst

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

func isPunctuation(b byte) bool { return b > ' ' && b < 0x7f && !isAlphanumeric(b) }

func isAlphanumeric(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

// isAdornment reports whether a line is a single punctuation mark repeated.
func isAdornment(l string) bool {
	return l != "" && isPunctuation(l[0]) && strings.Trim(l, l[:1]) == ""
}

// shortest is how short a line under a longer title may be.
const shortest = 4

// section reads a title with a line under it, or over and under it; or skips a line that stands
// alone, which separates but opens nothing.
func (c *cursor) section() bool {
	style, title, n := adornedTitle(c.line(0), c.line(1), c.line(2))
	if n > 0 && c.top {
		c.at += n
		c.add(tree.New(c.r.heading(style), c.r.inline(title)...))
		return true
	}
	if isAdornment(c.lines[c.at]) && len(c.lines[c.at]) >= shortest && c.line(1) == "" {
		c.at++
		return true
	}
	return false
}

// adornedTitle finds a title at the beginning of three lines, its style, and how
// many lines it has; 0 if there is none.
func adornedTitle(a, b, c string) (style, title string, n int) {
	switch {
	case isAdornment(a) && b != "" && !isAdornment(b) && c == a:
		return a[:1] + a[:1], strings.TrimSpace(b), 3
	case a != "" && a[0] != ' ' && isAdornment(b) && (len(b) >= shortest || len(b) >= utf8.RuneCountInString(a)) && !isAdornment(a):
		return b[:1], a, 2
	}
	return "", "", 0
}

var headings = [...]atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}

// heading is the level of a style of titles: the first style seen is the highest.
func (r *reader) heading(style string) atom.Atom {
	level := slices.Index(r.styles, style)
	if level < 0 {
		level = len(r.styles)
		r.styles = append(r.styles, style)
	}
	return headings[min(level, len(headings)-1)]
}
