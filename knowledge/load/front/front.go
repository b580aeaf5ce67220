// Package front reads front matter: the YAML between a first line of --- and the next.
// Known fields become a [Matter]; any other text becomes a page.
//
// It promises that front matter that is not YAML, or not front matter at all, costs
// nothing of the text below, and that YAML that refers to itself is read once.
//
// It must not know what becomes of a page, or any format.
package front

import (
	"bytes"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
	"golang.org/x/net/html"

	"careeradvisor/knowledge/load/clean"
)

// Matter is what a document says of itself before it begins.
type Matter struct {
	Title, Role, Source, URL, Owner, Date, ReviewBy, Lang string

	Teaches string // ID of the document of whose sections the text below says what they are asked

	Aliases   []string
	Channels  []string // in which alone it may be quoted; all where empty
	Interests []string
	Draft     bool
	Page      *html.Node // what of it is text; nil for nothing
}

// Read parts a text from its front matter, if it begins so. err says that this is no
// YAML; it is passed over then.
func Read(data []byte) (m Matter, body []byte, err error) {
	if at := toml.FindIndex(data); at != nil {
		m.hide(data[:at[1]])
		return m, data[at[1]:], nil
	}
	at := ruled.FindSubmatchIndex(data)
	if at == nil {
		return m, data, nil
	}
	head, body := data[at[2]:at[3]], data[at[1]:]
	root, err := parse(head)
	switch {
	case err != nil && !looksLikeYAML(head), err == nil && root != nil && root.Kind != yaml.MappingNode:
		return m, data, nil // text between two rules
	case err != nil || root == nil:
		m.hide(head)
		return m, body, err
	}
	t := &text{budget: maxNodes}
	for key, value := range pairs(root) {
		if !m.field(key, value) {
			t.field(key, value)
		}
	}
	m.Page = t.root
	return m, body, nil
}

// hide keeps a document from everyone whose front matter cannot be read and names
// channels.
func (m *Matter) hide(head []byte) {
	if channels.Match(head) {
		m.Channels = []string{unreadable}
	}
}

// unreadable is in the place of channels that cannot be read: there is none of that name.
const unreadable = "?"

var channels = regexp.MustCompile(`(?m)^[ \t]*["']?channels["']?[ \t]*[:=]`)

// parse returns what the YAML holds, nil for nothing.
func parse(head []byte) (*yaml.Node, error) {
	var root yaml.Node
	err := yaml.Unmarshal(head, &root)
	if err != nil && bytes.ContainsRune(head, '\t') { // which YAML forbids where people see no difference
		root = yaml.Node{}
		err = yaml.Unmarshal(bytes.ReplaceAll(head, []byte("\t"), []byte(" ")), &root)
	}
	if err != nil || len(root.Content) == 0 {
		return nil, err
	}
	return root.Content[0], nil
}

var (
	// ruled finds what is between a first line of --- and the next such line.
	ruled = regexp.MustCompile(`(?ms)\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?`)
	toml  = regexp.MustCompile(`(?ms)\A\+\+\+[ \t]*\n.*?^\+\+\+[ \t]*$\n?`)
)

// looksLikeYAML reports whether lines are keys with values, comments and what is
// indented below, be they wrong, rather than text between two rules.
func looksLikeYAML(head []byte) bool {
	keys := 0
	for line := range bytes.Lines(head) {
		switch {
		case len(bytes.TrimSpace(line)) == 0, line[0] == '#', line[0] == ' ', line[0] == '\t', line[0] == '-':
		case keyed.Match(line):
			keys++
		default:
			return false
		}
	}
	return keys > 0
}

var keyed = regexp.MustCompile(`^["']?[\w.-]+["']?[ \t]*:(\s|$)`)

// pairs are the keys and values of a mapping, in order.
func pairs(m *yaml.Node) func(yield func(string, *yaml.Node) bool) {
	return func(yield func(string, *yaml.Node) bool) {
		for i := 0; i+1 < len(m.Content); i += 2 {
			if !yield(m.Content[i].Value, m.Content[i+1]) {
				return
			}
		}
	}
}

// field takes in what is said of the document, and reports whether the key is one
// that the product knows.
func (m *Matter) field(key string, value *yaml.Node) bool {
	text := ""
	if value.Kind == yaml.ScalarNode && value.Tag != "!!null" {
		text = clean.Line(value.Value)
	}
	if strings.Contains(text, "{{") { // a template, for someone to fill in
		text = ""
	}
	if as, ok := map[string]*string{
		"title": &m.Title, "role": &m.Role, "source": &m.Source, "owner": &m.Owner, "lang": &m.Lang, "teaches": &m.Teaches,
	}[key]; ok {
		*as = text
		return true
	}
	switch key {
	case "aliases":
		m.Aliases = aliases(value)
	case "interests":
		m.Interests = names(value)
	case "url":
		if strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "http://") {
			m.URL = text
		}
	case "date":
		m.Date = dayOf(text)
	case "review_by":
		m.ReviewBy = dayOf(text)
	case "draft":
		m.Draft = m.Draft || text == "true"
	case "published": // Jekyll's word for it
		m.Draft = m.Draft || text == "false"
	case "channels":
		if m.Channels = names(value); len(m.Channels) == 0 && value.Kind == yaml.MappingNode {
			m.Channels = []string{unreadable}
		}
	default:
		return false
	}
	return true
}

var day = regexp.MustCompile(`^\d{4}-\d\d-\d\d`)

// dayOf is the day of a time, or the text if it is none.
func dayOf(text string) string {
	if day.MatchString(text) {
		return text[:len("2006-01-02")]
	}
	return text
}

// names is a list of names, or one text of names with commas between.
func names(n *yaml.Node) []string {
	var given, all []string
	switch n.Kind {
	case yaml.ScalarNode:
		given = strings.Split(n.Value, ",")
	case yaml.SequenceNode:
		for _, c := range n.Content {
			if c.Kind == yaml.ScalarNode {
				given = append(given, c.Value)
			}
		}
	}
	for _, name := range given {
		if name = clean.Line(name); name != "" {
			all = append(all, name)
		}
	}
	return all
}

// aliases is such a list without paths, which are not names: site generators call by
// the same key the old places of a page.
func aliases(n *yaml.Node) []string {
	var all []string
	for _, name := range names(n) {
		if !strings.Contains(name, "/") {
			all = append(all, name)
		}
	}
	return all
}
