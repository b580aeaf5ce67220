package load

import (
	"bytes"
	"context"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// htmlTree reads a page of the web, whose parser forgives what browsers forgive.
func htmlTree(_ context.Context, _ *Parser, data []byte) (*html.Node, error) {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, &tree.Fault{What: "nests its elements too deep: flatten them", Cause: err}
	}
	dropTemplates(root)
	return root, nil
}

// dropTemplates takes out what a site generator would fill in ({{ page.title }}), but
// for code.
func dropTemplates(root *html.Node) {
	for n := range root.Descendants() {
		if n.Type == html.TextNode && strings.Contains(n.Data, "{") && n.Parent.DataAtom != atom.Code && n.Parent.DataAtom != atom.Pre {
			n.Data = template.ReplaceAllString(n.Data, "")
		}
	}
}

var template = regexp.MustCompile(`\{%[^{}]*%\}|\{\{[^{}]*\}\}`)
