package markdown

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// raiseAlerts turns quotations that begin with [!NOTE] or the like, as GitHub and Obsidian write
// them, into asides. The rest of the first line is the title.
func raiseAlerts(root *html.Node) {
	for n := range root.Descendants() {
		if n.DataAtom != atom.Blockquote {
			continue
		}
		p := tree.Find(n, atom.P)
		if p == nil || p.FirstChild == nil || p.FirstChild.Type != html.TextNode {
			continue
		}
		first := p.FirstChild
		m := alert.FindStringSubmatch(first.Data)
		if m == nil {
			continue
		}
		first.Data = first.Data[len(m[0]):]
		n.DataAtom, n.Data = atom.Aside, "aside"
		if title := strings.TrimSpace(m[1]); title != "" {
			n.InsertBefore(tree.Set(tree.New(atom.P, tree.Text(title)), "class", "admonition-title"), n.FirstChild)
		}
	}
}

var alert = regexp.MustCompile(`^\s*\[![A-Za-z][\w-]*\][+-]?[ \t]*([^\n]*)\n?`)
