package output

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/library"
)

// HeadingKind is the kind of a heading that has no text of its own.
const HeadingKind knowledge.Kind = "heading"

// Passage is a passage as it is printed as JSON.
type Passage struct {
	Doc     string         `json:"doc"`
	Title   string         `json:"title"`
	Roles   []string       `json:"roles"`
	Section []string       `json:"section"`
	Kind    knowledge.Kind `json:"kind"`
	Text    string         `json:"text"`
	Link    bool           `json:"link,omitempty"`
	Columns []string       `json:"columns,omitempty"`
}

// Passages prints everything that was read, a line for each passage, in reading order.
func Passages(w io.Writer, g *library.Generation) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, d := range g.Documents() {
		for i, s := range d.Sections {
			line := Passage{Doc: d.ID, Title: d.Title, Roles: append([]string{}, g.About(d.ID, i)...), Section: append([]string{}, s.Path...)}
			if len(s.Passages) == 0 {
				line.Kind = HeadingKind
				if err := enc.Encode(line); err != nil {
					return err
				}
			}
			for _, p := range s.Passages {
				line.Kind, line.Text, line.Link, line.Columns = p.Kind, p.Text, p.Link, p.Columns
				if err := enc.Encode(line); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// Documents prints a line for each document, and what was left out.
func Documents(w io.Writer, g *library.Generation) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "DOCUMENT\tSECTIONS\tPASSAGES\tROLES\tTITLE")
	for _, d := range g.Documents() {
		passages, roles := 0, append([]string{}, g.About(d.ID, -1)...)
		for i, s := range d.Sections {
			passages += len(s.Passages)
			for _, r := range g.About(d.ID, i) {
				if !slices.Contains(roles, r) {
					roles = append(roles, r)
				}
			}
		}
		fmt.Fprintf(t, "%s\t%d\t%d\t%s\t%s\n", OneLine(d.ID), len(d.Sections), passages, OneLine(strings.Join(roles, ", ")), OneLine(d.Title))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(w, "\n%d documents, %d passages\n", len(g.Documents()), g.Passages())
	for i, o := range library.Omissions(g.LeftOut) {
		if i == 0 {
			fmt.Fprintf(w, "\nLeft out: %d\n", len(g.LeftOut))
		}
		fmt.Fprintln(w, "•", OneLine(o.String()))
	}
	return nil
}
