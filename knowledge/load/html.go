package load

import (
	"bytes"
	"context"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/clean"
	"careeradvisor/knowledge/load/tree"
)

// htmlTree reads a web page with a parser that is as forgiving as a browser.
func htmlTree(_ context.Context, _ *Parser, data []byte) (*html.Node, error) {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, &tree.Fault{What: "nests its elements too deeply: flatten them", Cause: err}
	}
	dropTemplates(root)
	return root, nil
}

// dropTemplates removes what a site generator would fill in ({{ page.title }}), except in code.
func dropTemplates(root *html.Node) {
	for n := range root.Descendants() {
		if n.Type == html.TextNode && strings.Contains(n.Data, "{") && n.Parent.DataAtom != atom.Code && n.Parent.DataAtom != atom.Pre {
			n.Data = template.ReplaceAllString(n.Data, "")
		}
	}
}

var template = regexp.MustCompile(`\{%[^{}]*%\}|\{\{[^{}]*\}\}`)

// mainPart is the part that a page is about: its only main or article element, or the whole page
// without the header and footer that every page of a site has.
func mainPart(root *html.Node) *html.Node {
	for _, a := range []atom.Atom{atom.Main, atom.Article} {
		if found := all(root, a); len(found) == 1 {
			return found[0]
		}
	}
	body := tree.Find(root, atom.Body)
	if body == nil {
		return root
	}
	for _, n := range append(all(body, atom.Header), all(body, atom.Footer)...) {
		if n.Parent == body && tree.Find(n, atom.H1) == nil {
			body.RemoveChild(n)
		}
	}
	return body
}

func headingsIn(root *html.Node) map[string]bool {
	found := map[string]bool{}
	for d := range root.Descendants() {
		if tree.IsHeading(d) || d.DataAtom == atom.Summary {
			found[clean.Fold(tree.Words(d))] = true
		}
	}
	return found
}

func all(root *html.Node, a atom.Atom) []*html.Node {
	var found []*html.Node
	for d := range root.Descendants() {
		if d.DataAtom == a {
			found = append(found, d)
		}
	}
	return found
}
