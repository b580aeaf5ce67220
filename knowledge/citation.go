package knowledge

import "strings"

// Citation names the section in which something is said.
type Citation struct {
	Doc     string `json:"doc"`               // ID of the document
	Section string `json:"section"`           // heading path joined by " > ", as written in the document
	Title   string `json:"title"`             // the document's title
	Source  string `json:"source,omitempty"`  // what the document restates, may be empty
	URL     string `json:"url,omitempty"`     // the section's place on the web, may be empty
	Date    string `json:"date,omitempty"`    // the document's day, YYYY-MM-DD, may be empty
	Passage string `json:"passage,omitempty"` // ID of the first passage cited there

	Channels string `json:"channels,omitempty"` // that the document says it is meant for, separated by spaces
}

// Path is the title and the headings that lead to what is cited, each on one line. The ID takes the
// place of a missing title; a first heading that repeats the title, as many documents have, is left
// out.
func (c Citation) Path() []string {
	title := strings.Join(strings.Fields(c.Title), " ")
	if title == "" {
		title = c.Doc
	}
	path := []string{title}
	for i, heading := range strings.Split(strings.Join(strings.Fields(c.Section), " "), " > ") {
		if heading != "" && (i > 0 || !strings.EqualFold(heading, title)) {
			path = append(path, heading)
		}
	}
	return path
}

// Name is the citation as people read it: "Title › Section › Subsection".
func (c Citation) Name() string { return strings.Join(c.Path(), " › ") }
