package roles

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"careeradvisor/knowledge"

	"go.yaml.in/yaml/v3"
)

// ListName is the name of the file in which a folder may list its roles.
const ListName = "roles.yaml"

// List is the content of a folder's roles.yaml, which adds what its documents do not show:
//
//	roles:
//	  - name: Tech Lead
//	    aliases: [TL, dev lead]
//	    documents: [tech-lead.md]
//	    sections: ["handbook.md > Roles > Tech Lead"]
//	    levels:
//	      - name: Tech Lead 4
//	        aliases: [TL4]
//	        sections: ["tech-lead.md > TL4"]
//	not: [Guide]
//
// A section is given the way it is cited: by its document, and by its headings or the last of them.
// Names under "not" are not roles, whatever the documents suggest.
type List struct {
	Roles []ListedRole `yaml:"roles"`
	Not   []string     `yaml:"not"`
}

// ListedRole is a role or level of a [List].
type ListedRole struct {
	Name      string       `yaml:"name"`
	Aliases   []string     `yaml:"aliases"`
	Documents []string     `yaml:"documents"`
	Sections  []string     `yaml:"sections"`
	Levels    []ListedRole `yaml:"levels"`
}

// maxList bounds a list: nobody keeps more roles by hand.
const maxList = 1 << 20

// ParseList reads the text of a roles.yaml. Its error is a [knowledge.Error].
func ParseList(data []byte) (List, error) {
	var l List
	if len(data) > maxList {
		return l, listError("has more than 1 MB: list only what the documents do not show", nil)
	}
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(&l); err != nil && !errors.Is(err, io.EOF) {
		return List{}, listError("is not the YAML that is expected: check its fields against the documentation", err)
	}
	for i, r := range l.Roles {
		if strings.TrimSpace(r.Name) == "" {
			return List{}, listError(fmt.Sprintf("has no name for its role number %d: add one", i+1), nil)
		}
		for k, lv := range r.Levels {
			if strings.TrimSpace(lv.Name) == "" || len(lv.Levels) > 0 {
				return List{}, listError(fmt.Sprintf("has a level of %q, number %d, without a name or with levels of its own", r.Name, k+1), nil)
			}
		}
	}
	return l, nil
}

func listError(what string, cause error) error {
	return &knowledge.Error{Say: fmt.Sprintf("The file %q %s.", ListName, what), Cause: cause}
}

// declare takes in the roles that lists and the front matter of documents name.
func (b *builder) declare(lists []List) {
	for _, l := range lists {
		for _, name := range l.Not {
			b.not[key(scan(name))] = true
		}
		for _, lr := range l.Roles {
			if r := b.named(lr.Name); r != nil {
				b.describe(r, lr)
				for _, lv := range lr.Levels {
					level := &found{tokens: scan(lv.Name), name: strings.TrimSpace(lv.Name), order: r.order}
					level.number = levelIn(level.tokens).number
					b.describe(level, lv)
					r.levels = append(r.levels, level)
				}
			}
		}
	}
	for d := range b.docs {
		if r := b.named(b.docs[d].Role); r != nil {
			r.order = min(r.order, order(d, -1))
			r.declareAt(Place{b.docs[d].ID, -1, -1, -1})
			for _, a := range b.docs[d].Aliases {
				b.call(r, a)
			}
		}
	}
}

// named is the role of a declared name, or nil for a name without a word.
func (b *builder) named(name string) *found {
	name = strings.TrimSpace(name)
	ts := scan(name)
	if len(ts) == 0 {
		return nil
	}
	r := b.byKey[key(ts)]
	if r == nil {
		r = b.role(ts, name, order(len(b.docs), -1))
		r.name = titled(name)
	}
	return r
}

// describe gives a role or level what a list says about it.
func (b *builder) describe(r *found, l ListedRole) {
	for _, a := range l.Aliases {
		r.alias(strings.TrimSpace(a))
	}
	for _, id := range l.Documents {
		if b.document(id) < 0 {
			b.missing = append(b.missing, id)
			continue
		}
		r.order = min(r.order, order(b.document(id), -1))
		r.declareAt(Place{id, -1, -1, -1})
	}
	for _, at := range l.Sections {
		p, ok := b.section(at)
		if !ok {
			b.missing = append(b.missing, at)
			continue
		}
		r.order = min(r.order, order(b.document(p.Doc), p.Section))
		r.declareAt(p)
	}
}

func (b *builder) document(id string) int {
	return slices.IndexFunc(b.docs, func(d knowledge.Document) bool { return d.ID == id })
}

// section finds a section by its document and its headings, or the last of them.
func (b *builder) section(at string) (Place, bool) {
	id, path, _ := strings.Cut(at, " > ")
	d := b.document(strings.TrimSpace(id))
	if d < 0 || path == "" {
		return Place{}, false
	}
	for s, sec := range b.docs[d].Sections {
		if name := sec.Name(); strings.EqualFold(name, path) || strings.HasSuffix(strings.ToLower(name), " > "+strings.ToLower(path)) {
			return Place{b.docs[d].ID, s, -1, -1}, true
		}
	}
	return Place{}, false
}
