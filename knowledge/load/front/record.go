package front

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// record adds a map from a list: its title, or the first text in it, is the heading for the rest.
func (t *text) record(n *yaml.Node, level int) {
	named := nameKey(n)
	nested := 0
	for _, value := range pairs(n) {
		if value.Kind == yaml.SequenceNode || value.Kind == yaml.MappingNode {
			nested++
		}
	}
	for key, value := range pairs(n) {
		if key != named {
			continue
		}
		text := value.Value
		if value.Tag != "!!str" {
			text = humanise(key) + " " + text // level: 2
		} else if key != "title" && !strings.ContainsAny(text, " ") {
			text = humanise(text) // an identifier
		}
		t.heading(level, text)
	}
	for key, value := range pairs(n) {
		value = t.visit(value, level)
		switch {
		case value == nil || key == named || value.Tag == "!!null":
		case value.Kind == yaml.ScalarNode:
			if value.Tag == "!!str" && strings.Contains(strings.TrimSpace(value.Value), " ") {
				t.add(paragraph(value.Value))
			}
		case nested > 1 && !t.isRecords(value):
			t.heading(level+1, humanise(key))
			t.value(value, level+2)
		default:
			t.value(value, level+1)
		}
	}
}

// nameKey is the key of the text that names a record; "" for none.
func nameKey(n *yaml.Node) string {
	first := ""
	for key, value := range pairs(n) {
		if value.Kind != yaml.ScalarNode || value.Tag == "!!null" || strings.TrimSpace(value.Value) == "" {
			continue
		}
		if key == "title" {
			return key
		}
		if first == "" {
			first = key
		}
	}
	return first
}

// isList reports whether a sequence is a list of texts, each perhaps with a list of its own.
func (t *text) isList(n *yaml.Node) bool {
	for _, c := range n.Content {
		if c.Kind == yaml.ScalarNode {
			continue
		}
		texts, lists := 0, 0
		for _, value := range pairs(c) {
			switch {
			case value.Kind == yaml.ScalarNode && value.Tag == "!!str":
				texts++
			case value.Kind == yaml.SequenceNode && !slices.ContainsFunc(value.Content, isNested):
				lists++
			case value.Tag != "!!null":
				return false
			}
		}
		if c.Kind != yaml.MappingNode || texts != 1 || lists > 1 {
			return false
		}
	}
	return true
}

// isRecords reports whether a value is a list of maps that each have a heading, so that
// the whole needs none.
func (t *text) isRecords(n *yaml.Node) bool {
	return n.Kind == yaml.SequenceNode && !t.isList(n) &&
		!slices.ContainsFunc(n.Content, func(c *yaml.Node) bool { return c.Kind != yaml.MappingNode })
}

// list turns such a sequence into a list.
func (t *text) list(n *yaml.Node, depth int) *html.Node {
	ul := tree.New(atom.Ul)
	for _, c := range n.Content {
		if c = t.visit(c, depth); c == nil {
			break
		}
		li := tree.New(atom.Li)
		if c.Kind == yaml.ScalarNode {
			li.AppendChild(tree.Text(c.Value))
		}
		for _, value := range pairs(c) {
			if value.Kind == yaml.ScalarNode {
				li.InsertBefore(tree.Text(value.Value+" "), li.FirstChild)
			} else if value.Kind == yaml.SequenceNode {
				li.AppendChild(t.list(value, depth+1))
			}
		}
		ul.AppendChild(li)
	}
	return ul
}
