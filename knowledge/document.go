package knowledge

import (
	"net/url"
	"strings"
)

// Document is one source file after loading.
type Document struct {
	ID        string     `json:"id"`                  // its path in its folder, or guides/NAME
	Title     string     `json:"title"`               // front matter, or the first heading, or the file's name
	Role      string     `json:"role,omitempty"`      // the role it is about, if the file says so
	Aliases   []string   `json:"aliases,omitempty"`   // other names of that role ("TPM")
	Interests []Interest `json:"interests,omitempty"` // of that role, if the file says so
	Source    string     `json:"source,omitempty"`    // what the document restates, in words or as a URL
	URL       string     `json:"url,omitempty"`       // where people read it on the web, if the file says so
	Owner     string     `json:"owner,omitempty"`     // who keeps it, according to the file
	Date      string     `json:"date,omitempty"`      // day of the document, YYYY-MM-DD, if the file says so
	ReviewBy  string     `json:"review_by,omitempty"` // day by which its owner wants to review it, likewise
	Channels  []string   `json:"channels,omitempty"`  // the only channels in which it may be quoted; anywhere if empty
	Language  string     `json:"language,omitempty"`  // what it is written in, as ISO 639-1 ("es"); "" for English
	Sum       string     `json:"sum,omitempty"`       // of what it was made from and by which parser: the same sum means the same document
	Sections  []Section  `json:"sections"`            // in reading order, outer before inner
}

// SectionURL is where people read a section on the web: the document's URL with the section's
// anchor; "" if the document has no URL.
func (d Document) SectionURL(s Section) string {
	if d.URL == "" || s.Anchor == "" {
		return d.URL
	}
	page, _, _ := strings.Cut(d.URL, "#")
	return page + "#" + (&url.URL{Fragment: s.Anchor}).EscapedFragment()
}

// Passages returns the document's passages in reading order.
func (d Document) Passages() []Passage {
	var all []Passage
	for _, s := range d.Sections {
		all = append(all, s.Passages...)
	}
	return all
}

// Section is a heading and what is directly under it. Path records how sections nest. A section
// without passages of its own is kept too, since its heading says something about the sections
// inside it.
type Section struct {
	Path     []string  `json:"path"`             // headings from the outermost to this one, as a reader sees them; empty before the first heading
	Anchor   string    `json:"anchor,omitempty"` // the heading's id in the document's page, without '#'; "" for none
	Passages []Passage `json:"passages,omitempty"`
	Asks     []string  `json:"asks,omitempty"`   // questions that it is known to answer; not part of its text, and never shown
	Misses   []string  `json:"misses,omitempty"` // near misses: questions that it seems to answer but is known not to
}

// Heading is the section's own heading; "" before the first one.
func (s Section) Heading() string {
	if len(s.Path) == 0 {
		return ""
	}
	return s.Path[len(s.Path)-1]
}

// Name is the section's heading path as it is cited.
func (s Section) Name() string { return SectionName(s.Path) }

// SectionName joins a heading path as citations show it: "Outer > Inner".
func SectionName(path []string) string { return strings.Join(path, " > ") }
