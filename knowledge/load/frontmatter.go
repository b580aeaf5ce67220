package load

import (
	"bytes"

	"go.yaml.in/yaml/v3"
)

// frontMatter reads the YAML between a first line of --- and the next, if the
// file begins so, into the document, and returns what follows it.
func (b *builder) frontMatter(data []byte) ([]byte, error) {
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	rest, ok := bytes.CutPrefix(data, []byte("---\n"))
	if !ok {
		return data, nil
	}
	head, body, ok := bytes.Cut(rest, []byte("\n---\n"))
	if !ok { // a rule at the top of the text, not front matter
		return data, nil
	}
	var meta struct {
		Title   string   `yaml:"title"`
		Role    string   `yaml:"role"`
		Aliases []string `yaml:"aliases"`
		Source  string   `yaml:"source"`
		Date    string   `yaml:"date"`
	}
	if err := yaml.Unmarshal(head, &meta); err != nil {
		return nil, err
	}
	b.doc.Title, b.doc.Role, b.doc.Aliases = clean(meta.Title), clean(meta.Role), meta.Aliases
	b.doc.Source, b.doc.Date = clean(meta.Source), clean(meta.Date)
	return body, nil
}
