package load

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// frontMatter reads the YAML between a first line of --- and the next, if the
// file begins so, into the document, and returns what follows it.
func (b *builder) frontMatter(data []byte) ([]byte, error) {
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	at := ruled.FindSubmatchIndex(data)
	if at == nil {
		return data, nil
	}
	head, body := data[at[2]:at[3]], data[at[1]:]
	if len(head) > maxFrontMatter {
		b.refuse(fmt.Sprintf("has front matter of more than %d KB: shorten it", maxFrontMatter>>10))
		return nil, nil
	}
	var root yaml.Node
	if err := yaml.Unmarshal(head, &root); err != nil {
		return nil, err
	}
	if len(root.Content) > 0 && root.Content[0].Kind != yaml.MappingNode { // text between two rules
		return data, nil
	}
	var meta struct {
		Title   string  `yaml:"title"`
		Role    string  `yaml:"role"`
		Aliases aliases `yaml:"aliases"`
		Source  string  `yaml:"source"`
		Date    string  `yaml:"date"`
	}
	if err := root.Decode(&meta); err != nil {
		return nil, err
	}
	b.doc.Title, b.doc.Role, b.doc.Aliases = clean(meta.Title), clean(meta.Role), meta.Aliases
	b.doc.Source, b.doc.Date = clean(meta.Source), clean(meta.Date)
	b.checkFields()
	return body, nil
}

// checkFields refuses what every passage of the document would carry.
func (b *builder) checkFields() {
	d := b.doc
	for _, field := range append([]string{d.Title, d.Role, d.Source, d.Date}, d.Aliases...) {
		if utf8.RuneCountInString(field) > maxField {
			b.refuse(fmt.Sprintf("has front matter with a field of more than %d characters: shorten it", maxField))
		}
	}
	if len(d.Aliases) > maxAliases {
		b.refuse(fmt.Sprintf("has more than %d aliases: leave out those that nobody uses", maxAliases))
	}
}

// ruled finds what stands between a first line of --- and the next such line.
var ruled = regexp.MustCompile(`(?ms)\A---[ \t]*\n(.*?)^---[ \t]*$\n?`)

// aliases is a list of names, or one text of names with commas between.
type aliases []string

func (a *aliases) UnmarshalYAML(n *yaml.Node) error {
	var names []string
	if n.Kind == yaml.ScalarNode {
		names = strings.Split(n.Value, ",")
	} else if err := n.Decode(&names); err != nil {
		return err
	}
	for _, name := range names {
		if name = clean(name); name != "" {
			*a = append(*a, name)
		}
	}
	return nil
}
