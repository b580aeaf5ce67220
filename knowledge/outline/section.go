package outline

import (
	"regexp"
	"strings"

	"careeradvisor/knowledge"
)

// Section is a section in the tree of its document's sections.
type Section struct {
	knowledge.Section
	Doc      *knowledge.Document
	Index    int        // its place in the document's Sections
	Parent   *Section   // the section around it, nil for none
	Children []*Section // the sections directly inside it
	Blocks   []Block    // what is directly under its heading
}

// tree returns the sections of a document, each with its parent and children. If the heading above
// a section is missing, its parent is the nearest that exists.
func tree(d *knowledge.Document) []*Section {
	var all []*Section
	latest := map[string]*Section{} // by heading path
	for i, ks := range d.Sections {
		s := &Section{Section: ks, Doc: d, Index: i}
		for n := len(s.Path) - 1; n > 0 && s.Parent == nil; n-- {
			s.Parent = latest[knowledge.SectionName(s.Path[:n])]
		}
		if s.Parent != nil {
			s.Parent.Children = append(s.Parent.Children, s)
		}
		latest[s.Name()] = s
		all = append(all, s)
	}
	return all
}

// Title returns the section's own heading without the number in front of it and a colon at its end.
func (s *Section) Title() string { return strings.TrimSuffix(Unnumbered(s.Heading()), ":") }

// IsFragment reports whether a text of the section says nothing without the heading: "Video calls.", under "Zoom". What
// is under a question is its answer.
func (s *Section) IsFragment(text string) bool {
	const short = 25
	return len(text) < short && !strings.HasSuffix(s.Heading(), "?")
}

// URL returns the section's address on the web, "" if the document names none.
func (s *Section) URL() string { return s.Doc.SectionURL(s.Section) }

// Unnumbered returns a heading without the number, or letter, in front of it:
// "2. Gain experience", "b) Pay".
func Unnumbered(heading string) string {
	if m := number.FindString(heading); len(m) < len(heading) {
		return heading[len(m):]
	}
	return heading
}

var number = regexp.MustCompile(`^([0-9]+(\.[0-9]+)*|[a-zA-Z]|[ivxIVX]{2,4})[.):]+ `)
