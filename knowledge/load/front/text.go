package front

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/clean"
	"careeradvisor/knowledge/load/tree"
)

// text makes a page from the text in front matter, where some handbooks keep whole ladders as lists
// of maps. Keys become headings or labels, and lists stay lists. Data about the page (tags, layout,
// weight, sidebar) is recognised by having no sentences.
type text struct {
	root, body *html.Node
	budget     int // how many nodes may still be looked at; aliases could multiply them
}

// These limits decide what front matter is taken for.
const (
	maxNodes = 200_000
	maxDepth = 32

	fewWords  = 5  // a text with this many words is not a name
	manyWords = 12 // and one with this many is text by itself
)

// field adds a value of front matter if it is text.
func (t *text) field(key string, value *yaml.Node) {
	switch {
	case key == "description" || key == "summary":
		// A text without a full stop only repeats what the document is called.
		if text := strings.TrimSpace(value.Value); value.Kind == yaml.ScalarNode && clean.EndsSentence(text) {
			t.add(paragraph(text))
		}
	case t.isText(value) && t.isRecords(value):
		t.value(value, 2)
	case t.isText(value):
		t.heading(2, humanise(key))
		t.value(value, 3)
	}
}

func (t *text) add(n *html.Node) {
	if t.body == nil {
		t.root, t.body = tree.Page()
	}
	if last := t.body.LastChild; last != nil && last.DataAtom == atom.Dl && n.DataAtom == atom.Dl { // one list
		for n.FirstChild != nil {
			c := n.FirstChild
			n.RemoveChild(c)
			last.AppendChild(c)
		}
		return
	}
	t.body.AppendChild(n)
}

func (t *text) heading(level int, text string) {
	names := []atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}
	t.add(tree.New(names[min(level, 6)-1], tree.Text(text)))
}

func paragraph(text string) *html.Node { return tree.New(atom.P, tree.Text(text)) }

// isText reports whether a value holds sentences.
func (t *text) isText(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.ScalarNode:
		return isSentence(n, manyWords)
	case n.Kind == yaml.SequenceNode && !slices.ContainsFunc(n.Content, isNested):
		sentences := 0
		for _, c := range n.Content {
			if isSentence(c, fewWords) {
				sentences++
			}
		}
		return sentences*2 > len(n.Content)
	}
	return t.holdsSentence(n, 0)
}

func (t *text) holdsSentence(n *yaml.Node, depth int) bool {
	if n = t.visit(n, depth); n == nil {
		return false
	}
	if n.Kind == yaml.ScalarNode {
		return isSentence(n, fewWords)
	}
	return slices.ContainsFunc(n.Content, func(c *yaml.Node) bool { return t.holdsSentence(c, depth+1) })
}

// visit returns the node that n refers to; nil if too many have been visited.
func (t *text) visit(n *yaml.Node, depth int) *yaml.Node {
	if t.budget--; t.budget < 0 || depth > maxDepth {
		return nil
	}
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

func isNested(n *yaml.Node) bool { return n.Kind != yaml.ScalarNode }

// isSentence reports whether a scalar is a text of at least that many words that begins like a
// sentence.
func isSentence(n *yaml.Node, words int) bool {
	if n.Kind != yaml.ScalarNode || n.Tag != "!!str" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(n.Value, " \n\"'“‘(*_"))
	return len(strings.Fields(n.Value)) >= words && !unicode.IsLower(first)
}

// value adds a value under a heading of the level above.
func (t *text) value(n *yaml.Node, level int) {
	n = t.visit(n, level)
	switch {
	case n == nil:
	case n.Kind == yaml.ScalarNode:
		t.add(paragraph(n.Value))
	case n.Kind == yaml.MappingNode:
		t.mapping(n, level)
	case t.isList(n):
		t.add(t.list(n, 0))
	default:
		for _, c := range n.Content {
			if c.Kind == yaml.MappingNode {
				t.record(c, level)
			} else {
				t.value(c, level)
			}
		}
	}
}

// mapping adds what a map says: a short text defines its key as a term, and a longer one goes under
// its key.
func (t *text) mapping(n *yaml.Node, level int) {
	for key, value := range pairs(n) {
		value = t.visit(value, level)
		switch {
		case value == nil || value.Tag == "!!null" || value.Kind == yaml.ScalarNode && value.Value == "":
		case value.Kind == yaml.ScalarNode && !isSentence(value, manyWords):
			t.add(tree.New(atom.Dl, tree.New(atom.Dt, tree.Text(humanise(key))), tree.New(atom.Dd, tree.Text(value.Value))))
		default:
			t.heading(level, humanise(key))
			t.value(value, level+1)
		}
	}
}

// humanise turns a key into words: "exampleCriteria" becomes "Example criteria".
func humanise(key string) string {
	var s strings.Builder
	last := ' '
	for _, r := range key {
		switch {
		case r == '-' || r == '_' || r == '.':
			r = ' '
		case unicode.IsUpper(r) && unicode.IsLower(last):
			s.WriteByte(' ')
			r = unicode.ToLower(r)
		}
		s.WriteRune(r)
		last = r
	}
	text := strings.Join(strings.Fields(s.String()), " ")
	first, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[n:]
}
