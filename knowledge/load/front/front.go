// Package front reads front matter: the YAML between a first line of --- and the next. Known fields
// become a [Matter]; any other text becomes a page.
//
// It promises that front matter that is not YAML, or not front matter at all, does no harm to the
// text below, and that YAML that refers to itself is read only once.
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

// Matter is what a document says about itself before it begins.
type Matter struct {
	Title, Role, Source, URL, Owner, Date, ReviewBy, Lang string

	Teaches string // ID of the document whose sections' questions are in the text below

	Aliases   []string
	Channels  []string // the only ones in which it may be quoted; all if empty
	Interests []string
	Draft     bool
	Page      *html.Node // the part of it that is text; nil if there is none
}

// Read separates a text from its front matter, if it begins with any. If that is not YAML, it is
// skipped and err says so.
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

// hide hides a document from everyone if its front matter names channels and cannot be read.
func (m *Matter) hide(head []byte) {
	if channels.Match(head) {
		m.Channels = []string{unreadable}
	}
}

// unreadable takes the place of channels that cannot be read: no channel has that name.
const unreadable = "?"

var channels = regexp.MustCompile(`(?m)^[ \t]*["']?channels["']?[ \t]*[:=]`)

// parse returns what the YAML holds, nil for nothing.
func parse(head []byte) (*yaml.Node, error) {
	var root yaml.Node
	err := yaml.Unmarshal(head, &root)
	if err != nil && bytes.ContainsRune(head, '\t') { // which YAML forbids, though people see no difference
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

// looksLikeYAML reports whether lines are keys with values, comments and indented lines, even if
// faulty, rather than text between two rules.
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

// pairs returns the keys and values of a mapping, in order.
func pairs(m *yaml.Node) func(yield func(string, *yaml.Node) bool) {
	return func(yield func(string, *yaml.Node) bool) {
		for i := 0; i+1 < len(m.Content); i += 2 {
			if !yield(m.Content[i].Value, m.Content[i+1]) {
				return
			}
		}
	}
}

// field takes in what the front matter says about the document, and reports whether the key is a
// known one.
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

// dayOf is the day of a time, or the text itself if it is not a time.
func dayOf(text string) string {
	if day.MatchString(text) {
		return text[:len("2006-01-02")]
	}
	return text
}

// names reads a list of names, or a single text of names separated by commas.
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

// aliases reads such a list but leaves out paths, which are not names: site generators use the same
// key for a page's old addresses.
func aliases(n *yaml.Node) []string {
	var all []string
	for _, name := range names(n) {
		if !strings.Contains(name, "/") {
			all = append(all, name)
		}
	}
	return all
}
