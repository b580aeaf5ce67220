package markdown

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// nameHeadings gives each heading without an id the one that GitHub and most site generators give
// it: its words in lower case, joined by hyphens, and a number if it is not the first of that name.
func nameHeadings(root *html.Node) {
	seen := map[string]int{}
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		default:
			continue
		}
		if tree.Attr(n, "id") != "" {
			continue
		}
		id := idInside(n)
		if id == "" {
			id = slug(tree.Words(n))
			seen[id]++
			if n := seen[id]; n > 1 {
				id = fmt.Sprintf("%s-%d", id, n-1)
			}
		}
		tree.Set(n, "id", id)
	}
}

// idInside is the id of a link without text that is in a heading only to give it an id.
func idInside(heading *html.Node) string {
	for n := range heading.Descendants() {
		if n.DataAtom == atom.A && tree.Words(n) == "" {
			if id := tree.Attr(n, "id") + tree.Attr(n, "name"); id != "" {
				return id
			}
		}
	}
	return ""
}

func slug(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(text))
}
